//! Founding an office, signing in, and recovering with the paper key.
//!
//! Two files must agree: the key slots beside the office file (who can open it) and the staff table inside (who may do what). A slot without
//! a row opens the file and is refused by the table; a row without a slot cannot open it. Neither locks others out.

use super::indexing::Indexing;
use super::surroundings::{Random, desk_name};
use super::{Entropy, Founding, Office, OfficeError, Seen, Surroundings, password_is_strong};
use crate::domain::id::{SiteId, StaffId};
use crate::domain::name;
use crate::domain::staff::{Role, Staff};
use crate::search::Index;
use crate::store::journal::{self, Entry, Subject};
use crate::store::keys::{self, DataKey, KdfCost, RecoveryKey, SlotsFile};
use crate::store::{Store, StoreError, catalogue, drafts, founding, settings, staff};
use chrono::TimeDelta;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

impl Office {
    /// Makes a new office file with its first administrator, and signs them in. The second value is the paper recovery key, shown once.
    ///
    /// Errors: `LoginShape`, `WeakPassword`, and those of the store (`Exists`, `NetworkFileSystem` …). After an error nothing of the new office is left behind.
    pub fn found(path: &Path, new: &Founding, surroundings: Surroundings) -> Result<(Self, RecoveryKey), OfficeError> {
        let login = super::staff::settle_login(&new.login)?;
        // A demo office has the password that everybody knows; a real one never takes its randomness from a seed.
        let is_demo = matches!(surroundings.entropy, Entropy::Seeded(_));
        if !is_demo && !password_is_strong(&login, &new.password) {
            return Err(OfficeError::WeakPassword);
        }
        let now = surroundings.clock.now();
        let mut random = Random::new(surroundings.entropy, 0);
        let administrator = Staff {
            id: StaffId(random.id(now)),
            login,
            name: name::clean(&new.name),
            role: Role::Administrator,
            disabled_on: None,
        };
        let site = SiteId(random.id(now));
        let (mut slots, key) = SlotsFile::create(administrator.id, &administrator.login, &new.password, new.cost)?;
        let recovery = slots.put_paper(&key)?;
        let store = founding::found(path, &mut slots, &key, |tx| {
            settings::put(tx, settings::OFFICE_NAME, &name::clean(&new.office))?;
            if let Some(community) = &new.community {
                settings::put(tx, settings::COMMUNITY, community)?;
            }
            settings::put_site(tx, site)?;
            staff::insert(tx, &administrator)?;
            let entry = Entry {
                at: now,
                desk: &desk_name(),
                staff: Some(administrator.id),
                deed: None,
                action: "office-founded",
                subject: None,
                detail: "{}",
            };
            journal::append(tx, site, &entry)
        })?;
        let office = Self::enter(store, key, administrator, surroundings, "signed-in", false)?;
        Ok((office, recovery))
    }

    /// Opens an office file. The same answer and the same time whoever exists; a growing delay after wrong passwords.
    ///
    /// Errors: `Store(WrongPassword)` also for the disabled, `Store(Wait)`, and those of opening the file.
    pub fn sign_in(path: &Path, login: &str, password: &str, surroundings: Surroundings) -> Result<Self, OfficeError> {
        if !path.exists() {
            return Err(StoreError::NoFile { path: path.to_owned() }.into());
        }
        let opened = keys::sign_in(path, login, password, surroundings.clock.now())?;
        let store = Store::open(path, &opened.key)?;
        let me = store.read(|tx| staff::get(tx, opened.staff))?;
        let me = me.filter(|staff| staff.disabled_on.is_none()).ok_or(StoreError::WrongPassword)?;
        Self::enter(store, opened.key, me, surroundings, "signed-in", opened.older_generation)
    }

    /// Opens an office file with the paper key and gives a member of staff (an administrator) a new password.
    ///
    /// Errors: `Store(MistypedRecoveryLine)`, `Store(WrongRecoveryKey)`, `NoSuchStaff` when the login is no administrator's, `WeakPassword`.
    pub fn recover(
        path: &Path,
        paper: &str,
        login: &str,
        password: &str,
        surroundings: Surroundings,
    ) -> Result<Self, OfficeError> {
        let recovery = RecoveryKey::parse(paper)?;
        let login = super::staff::settle_login(login)?;
        if !password_is_strong(&login, password) {
            return Err(OfficeError::WeakPassword);
        }
        let loaded = SlotsFile::load(path)?;
        let key = loaded.slots.recover(&recovery)?;
        let store = Store::open(path, &key)?;
        let administrator = store
            .read(|tx| staff::by_login(tx, &login))?
            .filter(|staff| staff.role == Role::Administrator && staff.disabled_on.is_none())
            .ok_or(OfficeError::NoSuchStaff)?;
        let mut slots = loaded.slots;
        let cost = slots.cost().unwrap_or(KdfCost::STANDARD);
        slots.put_password(&key, administrator.id, &login, password, cost)?;
        slots.save(path)?;
        Self::enter(store, key, administrator, surroundings, "office-recovered", false)
    }

    /// Takes the desk: reads what every screen needs, writes the entry of the journal.
    fn enter(
        mut store: Store,
        key: DataKey,
        me: Staff,
        surroundings: Surroundings,
        action: &str,
        older_keys: bool,
    ) -> Result<Self, OfficeError> {
        store.keep_statements();
        let desk = desk_name();
        let at = surroundings.clock.now();
        let (site, length) = store.transact(|tx| {
            let site = settings::site(tx)?;
            let subject = Some(Subject::Staff(me.id));
            let entry = Entry { at, desk: &desk, staff: Some(me.id), deed: None, action, subject, detail: "{}" };
            journal::append(tx, site, &entry)?;
            let (_, settings) = super::settings::read(tx)?;
            drafts::purge(tx, at - TimeDelta::days(i64::from(settings.draft_days)))?;
            Ok::<_, StoreError>((site, journal::length(tx, site)?))
        })?;
        let (profile, settings) = store.read(super::settings::read)?;
        let catalogue = store.read(catalogue::read)?;
        Ok(Self {
            // The length of the journal after one's own entry differs for every sign-in.
            random: Random::new(surroundings.entropy, length),
            sitting: Uuid::from_u128(site.0.as_u128() ^ u128::from(length)),
            // The first frame does not wait for the index.
            index: Index::default(),
            things: super::kinds::Things::default(),
            indexing: Indexing::default(),
            seen: Seen { version: 0, change: 0, wrote: true, news: false },
            surroundings,
            store,
            key,
            staff: me,
            profile,
            settings,
            sensitive: Arc::new(catalogue.sensitive()),
            catalogue: Arc::new(catalogue),
            site,
            desk,
            glanced: HashSet::new(),
            roll: super::roll::Roll::default(),
            read_at: HashMap::new(),
            own_deeds: HashSet::new(),
            standing: None,
            older_keys,
        })
    }
}

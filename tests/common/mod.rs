//! Fixtures of the stories: an office in a folder of its own, on a day that stands still, and families built in a line.
#![allow(dead_code, reason = "each test file uses its own part of the fixtures")]
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]
#![allow(missing_docs, reason = "fixtures are read by those who read the stories")]

pub mod flow;
pub mod lives;
pub mod storeroom;

use chrono::{Datelike, Duration, NaiveDate};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use stiika::domain::address::Address;
use stiika::domain::category::{Category, CategoryCode};
use stiika::domain::clock::{Clock, Moment};
use stiika::domain::document::{Document, DocumentKind};
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::Relation;
use stiika::domain::person::{BirthDate, PersonName, Precision, Sex};
use stiika::domain::phone::Phone;
use stiika::domain::staff::Role;
use stiika::office::{Entropy, Founding, Office, OfficeError, Registered, Surroundings};
use stiika::store::keys::{KdfCost, RecoveryKey};
use tempfile::TempDir;

pub const LOGIN: &str = "olena";
pub const PASSWORD: &str = "коза на горі 7";

/// A clock that stands until it is moved.
#[derive(Clone)]
pub struct StandingClock(Arc<Mutex<Moment>>);

impl StandingClock {
    /// Saturday, 21.11.2026, 10:42 in Lutsk.
    pub fn new() -> Self {
        let moment = Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00").expect("a moment");
        Self(Arc::new(Mutex::new(moment)))
    }

    pub fn move_on(&self, by: Duration) {
        *self.0.lock().expect("clock") += by;
    }
}

impl Clock for StandingClock {
    fn now(&self) -> Moment {
        *self.0.lock().expect("clock")
    }
}

/// A new office with its first administrator signed in.
pub struct AnOffice {
    pub folder: TempDir,
    pub clock: StandingClock,
    pub office: Office,
    pub recovery: RecoveryKey,
}

pub fn an_office() -> AnOffice {
    let folder = tempfile::tempdir().expect("folder");
    let clock = StandingClock::new();
    let founding = Founding {
        office: "Луцький центр".to_owned(),
        community: None,
        login: LOGIN.to_owned(),
        name: "Олена К.".to_owned(),
        password: PASSWORD.to_owned(),
        cost: KdfCost::FLOOR,
    };
    let surroundings = Surroundings { clock: Arc::new(clock.clone()), entropy: Entropy::Seeded(7) };
    let (office, recovery) = Office::found(&folder.path().join("office.db"), &founding, surroundings).expect("office");
    AnOffice { folder, clock, office, recovery }
}

impl AnOffice {
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("office.db")
    }

    /// Every pair of which somebody said that they are not the same.
    pub fn told_apart(&self) -> Vec<stiika::store::apart::PairRow> {
        let slots = stiika::store::keys::SlotsFile::load(&self.path()).expect("slots").slots;
        let (key, _) = slots.unlock(LOGIN, PASSWORD).expect("key");
        let store = stiika::store::Store::open(&self.path(), &key).expect("file");
        store.read(stiika::store::apart::pairs).expect("pairs")
    }

    pub fn surroundings(&self) -> Surroundings {
        Surroundings { clock: Arc::new(self.clock.clone()), entropy: Entropy::Seeded(7) }
    }

    /// Another desk on the same file, the same person.
    pub fn another_desk(&self) -> Office {
        self.sign_in(LOGIN, PASSWORD).expect("another desk")
    }

    pub fn sign_in(&self, login: &str, password: &str) -> Result<Office, OfficeError> {
        Office::sign_in(&self.path(), login, password, self.surroundings())
    }

    /// A desk of somebody with that role.
    pub fn desk_of(&mut self, role: Role) -> Office {
        let login = format!("{}-x", role.code());
        let deed = self.office.new_deed();
        self.office.add_staff(deed, &login, role.code(), role, PASSWORD).expect("staff");
        self.sign_in(&login, PASSWORD).expect("desk")
    }

    pub fn register(&mut self, draft: &FamilyDraft) -> Registered {
        register(&mut self.office, draft)
    }
}

pub fn register(office: &mut Office, draft: &FamilyDraft) -> Registered {
    let deed = office.new_deed();
    office.register(deed, draft).expect("registered")
}

pub fn correct(
    office: &mut Office,
    family: stiika::domain::id::FamilyId,
    base: &FamilyDraft,
    mine: &FamilyDraft,
) -> Result<stiika::domain::family::FamilyCard, OfficeError> {
    let deed = office.new_deed();
    office.correct(deed, family, base, mine)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn category(code: &str) -> Category {
    Category { code: CategoryCode(code.to_owned()), since: None, until: None, basis: String::new() }
}

pub fn phone(text: &str) -> Phone {
    Phone::parse(text).expect("a phone")
}

pub fn passport(text: &str) -> Document {
    Document::parse(DocumentKind::Passport, text).expect("a passport")
}

pub fn name(full: &str) -> PersonName {
    let mut words = full.split(' ').map(str::to_owned);
    PersonName {
        surname: words.next().unwrap_or_default(),
        given: words.next().unwrap_or_default(),
        patronymic: words.next().unwrap_or_default(),
    }
}

/// A family in a line: `a_family().with_child(6).displaced()`.
#[derive(Clone)]
pub struct AFamily(FamilyDraft);

/// Шевченко Оксана Петрівна, born 12.03.1987, of Lutsk.
pub fn a_family() -> AFamily {
    a_family_of("Шевченко Оксана Петрівна")
}

pub fn a_family_of(head: &str) -> AFamily {
    let mut draft = FamilyDraft::new(day("2026-11-21"));
    let mut member = MemberDraft::new(Relation::Head);
    member.name = name(head);
    member.sex = Some(Sex::Female);
    member.birth = Some(BirthDate { date: day("1987-03-12"), precision: Precision::Day });
    draft.members.push(member);
    draft.actual = Address {
        settlement: "м. Луцьк".to_owned(),
        street: "вул. Кравчука".to_owned(),
        building: "19г".to_owned(),
        flat: "5".to_owned(),
        ..Address::default()
    };
    AFamily(draft)
}

impl AFamily {
    pub fn with_child(mut self, age: i32) -> Self {
        let today = self.0.registered_on;
        let mut child = MemberDraft::new(Relation::Daughter);
        child.name = PersonName {
            surname: self.0.members[0].name.surname.clone(),
            given: ["Софія", "Марія", "Ганна", "Віра"][self.0.members.len() % 4].to_owned(),
            patronymic: "Іванівна".to_owned(),
        };
        child.birth = Some(BirthDate {
            date: today.with_year(today.year() - age).expect("a year") - Duration::days(30),
            precision: Precision::Day,
        });
        self.0.members.push(child);
        self
    }

    pub fn displaced(self) -> Self {
        self.with_category("displaced")
    }

    pub fn with_category(mut self, code: &str) -> Self {
        self.0.categories.push(category(code));
        self
    }

    pub fn with_phone(mut self, text: &str) -> Self {
        self.0.members[0].phones.push(phone(text));
        self
    }

    pub fn with_passport(mut self, text: &str) -> Self {
        self.0.members[0].documents.push(passport(text));
        self
    }

    pub fn with_note(mut self, text: &str) -> Self {
        self.0.members[0].note = text.to_owned();
        self
    }

    /// Keys of the office's own list: `С-1` for the family, `С-1/0`, `С-1/1` … for its people.
    pub fn with_key(mut self, key: &str) -> Self {
        self.0.key = Some(key.to_owned());
        for (place, member) in self.0.members.iter_mut().enumerate() {
            member.key = Some(format!("{key}/{place}"));
        }
        self
    }

    pub fn draft(self) -> FamilyDraft {
        self.0
    }
}

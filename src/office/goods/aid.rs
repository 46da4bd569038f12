//! Issues of a file, and the office's own as a file.

use super::stock::{chronological, of_row};
use super::{AidLine, AidTo, FAULTS_LISTED, GoodsFault, GoodsOutcome, GoodsWrong, Progress, exported_id, wrong};
use crate::domain::aid::{Cart, CartLine, Collector, Recipient};
use crate::domain::id::{FamilyId, LotId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::staff::Right;
use crate::domain::stock::{Act, ActId, ActKind, ItemCode, LocationCode, PartnerCode, Quantity};
use crate::office::aid_room::issue::{self, Issuing};
use crate::office::deed::{Deed, Detail, nothing};
use crate::office::{Office, OfficeError, Run};
use crate::store::aid::recipients::RecipientRow;
use crate::store::aid::{recipients, sessions};
use crate::store::stock::{acts, ledger};
use crate::store::{StoreError, Tx, families, people};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

impl Office {
    /// Takes issues over: lines with the same key are one act, and acts are written in the order of their days.
    ///
    /// The inner error names the lines that cannot be; nothing was written then. Errors: `NotAllowed(Import)`, those of the store.
    pub fn import_aid(
        &mut self,
        lines: &[AidLine],
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Result<GoodsOutcome, Vec<GoodsFault>>, OfficeError> {
        self.goods("aid-imported", lines.len(), run, |deed| {
            let mut grouped: Vec<Vec<usize>> = Vec::new();
            let mut places: HashMap<&str, usize> = HashMap::new();
            for (place, line) in lines.iter().enumerate() {
                let group = *places.entry(line.act.as_str()).or_insert(grouped.len());
                match grouped.get_mut(group) {
                    Some(group) => group.push(place),
                    None => grouped.push(vec![place]),
                }
            }
            grouped.sort_by_key(|group| group.first().and_then(|place| lines.get(*place)).map(|line| line.on));
            let (mut outcome, mut faults) = (GoodsOutcome::default(), Vec::new());
            for (done, group) in grouped.iter().enumerate() {
                progress(done, grouped.len());
                let of_act: Vec<&AidLine> = group.iter().filter_map(|place| lines.get(*place)).collect();
                match one(deed, &of_act) {
                    Ok(Ok(true)) => outcome.added += 1,
                    Ok(Ok(false)) => outcome.unchanged += 1,
                    Ok(Err((line, what))) => faults.push(of_row(group.get(line).copied().unwrap_or_default(), what)),
                    Err(fault) => return Err(fault.into()),
                }
                if faults.len() >= FAULTS_LISTED {
                    break;
                }
            }
            progress(grouped.len(), grouped.len());
            faults.sort_by_key(|fault| fault.line);
            Ok(if faults.is_empty() { Ok(outcome) } else { Err(faults) })
        })
    }

    /// Hands every line of every issue in force to `each`, in the order of days. Notes only to those who may see notes.
    /// Errors: `NotAllowed(Export)`.
    pub fn export_aid(&mut self, each: &mut dyn FnMut(AidLine)) -> Result<(), OfficeError> {
        self.deed(None, Some(Right::Export), nothing, |deed| deed.journal("aid-exported", None, &Detail::default()))?;
        let sees_notes = self.may(Right::SeeNotes);
        Ok(self.store.read(|tx| {
            for id in chronological(tx)? {
                let Some(act) = acts::get(tx, id)?.filter(|act| act.in_force() && act.head.kind == ActKind::Issue)
                else {
                    continue;
                };
                if let Some(to) = recipients::get(tx, id)? {
                    lines_of(tx, &act, &to, sees_notes, each)?;
                }
            }
            Ok(())
        })?)
    }
}

type Taken = Result<bool, (usize, GoodsWrong)>;

/// Writes one act; false where it is there already. The inner error is a line of the act and what is wrong with it.
fn one(deed: &mut Deed<'_>, lines: &[&AidLine]) -> Result<Taken, StoreError> {
    let Some(first) = lines.first() else { return Ok(Ok(false)) };
    let recipient = match recipient(deed.tx, &first.to)? {
        Ok(recipient) => recipient,
        Err(what) => return Ok(Err((0, what))),
    };
    if let Some(known) = known(deed.tx, &first.act)? {
        // Sums, because kits of two compositions are two lines of the act.
        let there = sums(known.lines.iter().map(|line| (&line.item, line.quantity)));
        let is_same = known.head.happened_on == first.on
            && recipients::get(deed.tx, known.head.id)?.map(|row| to_whom(deed.tx, &row)).transpose()?.flatten()
                == Some(recipient)
            && there == sums(lines.iter().map(|line| (&line.item, line.quantity)));
        return Ok(if is_same { Ok(false) } else { Err((0, GoodsWrong::KeyTaken)) });
    }
    let campaign = match first.campaign.as_str() {
        "" => None,
        key => match campaign(deed.tx, key)? {
            Some(session) => Some(session),
            None => return Ok(Err((0, GoodsWrong::NoCampaign))),
        },
    };
    let location = LocationCode::storeroom();
    let mut of_cart = Vec::with_capacity(lines.len());
    for line in lines {
        let lot = match &line.partner {
            Some(partner) => lot_of(deed.tx, line, partner, &location)?,
            None => None,
        };
        let plain = CartLine::new(line.item.clone(), line.quantity);
        of_cart.push(CartLine { weight: line.weight, lot, ..plain });
    }
    // Said in one row of an act or in all of them.
    let said =
        |of: fn(&AidLine) -> &str| lines.iter().map(|line| of(line)).find(|text| !text.is_empty()).unwrap_or_default();
    let collector = match said(|line| &line.collected_by) {
        "" => Collector::Unknown,
        name => Collector::Other { name: name.to_owned(), paper: String::new() },
    };
    let cart = Cart {
        recipient,
        on: first.on,
        location,
        programme: first.programme.clone(),
        right_reason: String::new(),
        campaign,
        lines: of_cart,
        collector,
        note: said(|line| &line.note).to_owned(),
        seen: None,
    };
    match issue::issue(deed, &cart, &Issuing::Imported { key: Some(first.act.clone()) }, &HashSet::new()) {
        Ok(_) => Ok(Ok(true)),
        Err(OfficeError::Store(fault)) => Err(fault),
        Err(fault) => {
            let line = match &fault {
                OfficeError::Aid(crate::domain::aid::AidFault::Shortage(missing)) => missing.line,
                OfficeError::Aid(crate::domain::aid::AidFault::Quantity { line, .. }) => *line,
                _ => 0,
            };
            Ok(Err((line, wrong(fault))))
        }
    }
}

/// Whom a file means. The inner error: nobody.
fn recipient(tx: &Tx, to: &AidTo) -> Result<Result<Recipient, GoodsWrong>, StoreError> {
    Ok(match to {
        AidTo::Family(key) => family(tx, key)?.map(Recipient::Family).ok_or(GoodsWrong::NoFamily),
        AidTo::Person(key) => person(tx, key)?.map(Recipient::Person).ok_or(GoodsWrong::NoPerson),
        AidTo::Organisation(partner) => Ok(Recipient::Organisation(partner.clone())),
    })
}

/// Whom an act was for, by the entries that are kept now.
fn to_whom(tx: &Tx, row: &RecipientRow) -> Result<Option<Recipient>, StoreError> {
    Ok(match (row.family, row.person, &row.partner) {
        (Some(family), ..) => Some(Recipient::Family(families::kept(tx, family)?)),
        (None, Some(person), _) => Some(Recipient::Person(people::kept(tx, person)?)),
        (None, None, partner) => partner.clone().map(Recipient::Organisation),
    })
}

/// How much of each item.
fn sums<'l>(lines: impl Iterator<Item = (&'l ItemCode, Quantity)>) -> BTreeMap<&'l ItemCode, Quantity> {
    let mut sums = BTreeMap::new();
    for (item, quantity) in lines {
        let sum = sums.entry(item).or_insert(Quantity::ZERO);
        *sum += quantity;
    }
    sums
}

fn known(tx: &Tx, key: &str) -> Result<Option<Act>, StoreError> {
    let act = match acts::by_key(tx, ActKind::Issue, key)? {
        Some(act) => Some(act),
        None => exported_id(key).map(|(act, _)| act),
    };
    act.map_or(Ok(None), |act: ActId| acts::get(tx, act))
}

/// A family by the office's own key, or by its number as an export writes it.
fn family(tx: &Tx, key: &str) -> Result<Option<FamilyId>, StoreError> {
    let found = match families::by_key(tx, key)? {
        Some(family) => Some(family),
        None => match FamilyNumber::parse(key) {
            Some(number) => families::by_number(tx, number)?,
            None => None,
        },
    };
    found.map(|family| families::kept(tx, family)).transpose()
}

fn person(tx: &Tx, key: &str) -> Result<Option<PersonId>, StoreError> {
    let found = match people::by_key(tx, key)? {
        Some(person) => Some(person),
        None => match Uuid::try_parse(key).ok().map(PersonId) {
            Some(person) => people::name(tx, person)?.map(|_| person),
            None => None,
        },
    };
    found.map(|person| people::kept(tx, person)).transpose()
}

fn campaign(tx: &Tx, key: &str) -> Result<Option<SessionId>, StoreError> {
    if let Some(session) = sessions::campaign_by_key(tx, key)? {
        return Ok(Some(session));
    }
    let Some(session) = Uuid::try_parse(key).ok().map(SessionId) else { return Ok(None) };
    Ok(sessions::campaign(tx, session)?.map(|_| session))
}

/// A lot of that donor that holds all of the line; none leaves the choice to the usual order.
fn lot_of(
    tx: &Tx,
    line: &AidLine,
    partner: &PartnerCode,
    location: &LocationCode,
) -> Result<Option<LotId>, StoreError> {
    for shelved in ledger::shelf(tx, location, &line.item, line.on)? {
        if shelved.quantity >= line.quantity
            && ledger::lot(tx, shelved.lot)?.is_some_and(|lot| lot.donor.as_ref() == Some(partner))
        {
            return Ok(Some(shelved.lot));
        }
    }
    Ok(None)
}

fn lines_of(
    tx: &Tx,
    act: &Act,
    row: &RecipientRow,
    sees_notes: bool,
    each: &mut dyn FnMut(AidLine),
) -> Result<(), StoreError> {
    let to = match (row.family, row.person, &row.partner) {
        (Some(family), ..) => {
            let family = families::get(tx, family)?;
            AidTo::Family(family.map(|row| row.key.unwrap_or_else(|| row.number.to_string())).unwrap_or_default())
        }
        (None, Some(person), _) => {
            let key = people::get(tx, person)?.and_then(|draft| draft.key);
            AidTo::Person(key.unwrap_or_else(|| person.to_string()))
        }
        (None, None, Some(partner)) => AidTo::Organisation(partner.clone()),
        (None, None, None) => return Ok(()),
    };
    let campaign = match row.session {
        Some(session) => sessions::key(tx, session)?.unwrap_or_else(|| session.to_string()),
        None => String::new(),
    };
    let entries = ledger::of_act(tx, act.head.id)?;
    for (place, line) in act.lines.iter().enumerate() {
        let mut donors = HashSet::new();
        for entry in entries.iter().filter(|entry| entry.line == place && entry.quantity < Quantity::ZERO) {
            donors.insert(ledger::lot(tx, entry.lot)?.and_then(|lot| lot.donor));
        }
        // Of several donors' goods on one line nobody can be named.
        let partner = if donors.len() == 1 { donors.into_iter().next().flatten() } else { None };
        each(AidLine {
            act: act.head.key.clone().unwrap_or_else(|| act.head.id.to_string()),
            on: act.head.happened_on,
            to: to.clone(),
            collected_by: row.collector_name.clone(),
            item: line.item.clone(),
            quantity: line.quantity,
            weight: line.weight.filter(|weight| weight.0 != line.quantity.0),
            programme: act.head.programme.clone(),
            campaign: campaign.clone(),
            partner,
            note: if sees_notes { act.head.note.clone() } else { String::new() },
        });
    }
    Ok(())
}

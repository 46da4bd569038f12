//! What the issue screen shows before the first key.

use super::recipient::Known;
use super::{AidView, LastAid, LineAnswer, RECENT_ACTS, Shelf, Whom, lists};
use crate::domain::aid::{AidCatalogue, Cart, RecipientKind, Seen, right};
use crate::domain::id::ActId;
use crate::domain::limit::{Asker, Given, Wanted, judge_lines};
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::domain::stock::{LocationCode, Quantity};
use crate::office::deed::{Deed, Detail};
use crate::office::sight::Sight;
use crate::office::storeroom::moving::open_location;
use crate::office::{Office, OfficeError};
use crate::store::aid::given;
use crate::store::journal::{Done, Subject};
use crate::store::stock::{balances, catalogue};
use crate::store::{Tx, log};
use chrono::NaiveDate;

impl Office {
    /// Who it is, what they may have on the day and since when, what they got last, and what lies at the location. That they were looked at
    /// is in the journal before this returns, as with [`Office::glance`].
    ///
    /// Errors: `NoSuchFamily`, `NoSuchPerson`; `Aid(Unknown)` for an organisation or location; `NotAllowed(Issue)`.
    pub fn aid_view(&mut self, whom: &Whom, on: NaiveDate, location: &LocationCode) -> Result<AidView, OfficeError> {
        let glanced = match whom {
            Whom::Family(family) => self.glanced.contains(family),
            Whom::Person(_) => false,
            Whom::Organisation(_) | Whom::Nobody(_) => true,
        };
        if glanced {
            self.require_now(Right::Issue)?;
            let sight = self.sight();
            let seen = |tx: &Tx| Ok(view(tx, &sight, whom, on, location));
            return self.store.read(seen)?;
        }
        let again = |_: &mut Deed<'_>, _: &Done| Err(OfficeError::NoSuchFamily);
        let seen = self.deed(None, Some(Right::Issue), again, |deed| {
            let seen = view(deed.tx, &deed.sight, whom, on, location)?;
            let (action, subject) = match &seen.who.whom {
                Whom::Family(family) => ("family-glanced", Some(Subject::Family(*family))),
                Whom::Person(person) => ("person-viewed", Some(Subject::Person(*person))),
                Whom::Organisation(_) | Whom::Nobody(_) => return Ok(seen),
            };
            deed.journal(action, subject, &Detail::default())?;
            Ok(seen)
        })?;
        if let Whom::Family(family) = whom {
            self.glanced.insert(*family);
        }
        Ok(seen)
    }

    /// The catalogue of the help room and the storeroom, as the file has it now.
    pub fn aid_catalogue(&mut self) -> Result<AidCatalogue, OfficeError> {
        self.require_now(Right::Find)?;
        Ok(self.store.read(catalogue::read)?)
    }
}

fn view(tx: &Tx, sight: &Sight, whom: &Whom, on: NaiveDate, location: &LocationCode) -> Result<AidView, OfficeError> {
    let catalogue = catalogue::read(tx)?;
    open_location(&catalogue, location, on)?;
    let known = match whom {
        Whom::Family(family) => Known::family(tx, *family, on)?,
        Whom::Person(person) => Known::person(tx, *person, on)?,
        Whom::Organisation(partner) => Known::organisation(&catalogue, partner, on)?,
        Whom::Nobody(categories) => Known::unregistered(&PersonName::default(), categories),
    };
    let given = known.of().map(|of| given::lines(tx, &of)).transpose()?.unwrap_or_default();
    let last = last(&given);
    let recent = match known.of() {
        Some(of) => lists::summaries(tx, given::acts(tx, &of)?.into_iter().take(RECENT_ACTS))?,
        None => Vec::new(),
    };
    let given: Vec<Given> = given.into_iter().map(|(_, given)| given).collect();
    let is_organisation = known.kind == RecipientKind::Organisation;
    let mut rules: Vec<_> =
        catalogue.rules.iter().filter(|rule| !is_organisation && rule.holds_for(&known.asker, on)).cloned().collect();
    let standing = rules.iter().map(|rule| rule.standing(&known.asker, &given, on)).collect();
    // By which of their categories a rule holds is told to those who may see the category.
    rules.iter_mut().for_each(|rule| rule.categories.retain(|code| sight.sees(code)));
    let claims = right::claims(&catalogue.programmes, &known.asker.categories, on, |code| sight.sees(code));
    let categories = known.asker.categories.iter().filter(|code| sight.sees(code)).cloned().collect();
    Ok(AidView {
        who: known.who(tx, sight, on)?,
        on,
        location: location.clone(),
        seen: Seen(log::head(tx)?),
        claims,
        last,
        recent,
        rules,
        standing,
        asker: Asker { categories, ..known.asker.clone() },
        given,
        shelf: shelf(tx, &catalogue, location, on)?,
        catalogue,
    })
}

/// The last of each group; lines come the latest first.
fn last(given: &[(ActId, Given)]) -> Vec<LastAid> {
    let mut last: Vec<LastAid> = Vec::new();
    for (act, line) in given {
        if last.iter().all(|there| there.group != line.group) {
            last.push(LastAid {
                group: line.group.clone(),
                item: line.item.clone(),
                quantity: line.quantity,
                on: line.on,
                act: *act,
                number: line.act,
            });
        }
    }
    last
}

/// What lies there of every item that is offered, and of what lies there though it is offered no more.
fn shelf(tx: &Tx, catalogue: &AidCatalogue, location: &LocationCode, on: NaiveDate) -> Result<Vec<Shelf>, OfficeError> {
    let there = balances::sums(tx, location, on)?;
    let rows = catalogue.items.iter().filter_map(|item| {
        let found = there.iter().find(|one| one.item == item.code);
        let is_offered = item.off_since.is_none_or(|since| on < since);
        if found.is_none() && !is_offered {
            return None;
        }
        Some(Shelf {
            item: item.code.clone(),
            quantity: found.map_or(Quantity::ZERO, |one| one.quantity - one.expired),
            expired: found.map_or(Quantity::ZERO, |one| one.expired),
            expires_on: found.and_then(|one| one.expires_on),
        })
    });
    Ok(rows.collect())
}

/// What a line of a cart asks of limits, with the weight that it will have.
pub(super) fn wanted(catalogue: &AidCatalogue, cart: &Cart) -> Vec<Wanted> {
    let line = |line: &crate::domain::aid::CartLine| {
        let item = catalogue.item(&line.item);
        let parts = catalogue.kit_on(&line.item, cart.on).map_or(&[][..], |kit| &kit.parts);
        Wanted {
            item: line.item.clone(),
            group: item.map(|item| item.group.clone()).unwrap_or_default(),
            quantity: line.quantity,
            weighed: item.is_some_and(|item| item.unit.is_weighed()),
            weight: line.weight.or_else(|| item.and_then(|item| catalogue.weight(item, line.quantity, parts))),
        }
    };
    cart.lines.iter().map(line).collect()
}

pub(super) fn answers(view: &AidView, cart: &Cart) -> Vec<LineAnswer> {
    let wanted = wanted(&view.catalogue, cart);
    let limits = judge_lines(&view.rules, &view.asker, &view.given, &wanted, cart.on);
    let answer = |(place, (line, limit)): (usize, (&Wanted, _))| {
        let there = view.shelf.iter().find(|shelf| shelf.item == line.item);
        let there = there.map_or(Quantity::ZERO, |shelf| shelf.quantity);
        let until_here = wanted.iter().take(place + 1).filter(|one| one.item == line.item);
        let gone: Quantity = until_here.map(|one| one.quantity).sum();
        LineAnswer { limit, there, after: there - gone, weight: line.weight }
    };
    wanted.iter().zip(limits).enumerate().map(answer).collect()
}

//! Handing aid over: everything is asked again inside the deed, whatever the screen showed a moment ago.

use super::IssuedAct;
use super::recipient::Known;
use super::view::wanted;
use crate::domain::aid::{
    AidFault, Cart, CatalogueThing, Collector, CollectorKind, Fresh, Ground, Recipient, RecipientKind, right,
};
use crate::domain::category::Category;
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::id::{ActId, DeedId, PersonId};
use crate::domain::limit::{Given, RuleVerdict, judge_lines};
use crate::domain::name::{clean, clean_note};
use crate::domain::past::holds;
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::{ActKind, ActLine, Flow, Grams, Item, KitPart, Pick, Quantity};
use crate::office::deed::{Deed, Detail};
use crate::office::storeroom::moving::{Moving, told};
use crate::office::{Office, OfficeError, apply};
use crate::store::aid::recipients::{self, RecipientRow};
use crate::store::aid::{given, sessions};
use crate::store::journal::{Done, Subject};
use crate::store::stock::acts::{self, NewAct};
use crate::store::stock::ledger;
use crate::store::{categories, log};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Whether an issue is written at the counter, or taken over from a file of old years: what was given then was given, whatever rules say
/// today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::office) enum Issuing {
    /// Now.
    AtTheCounter,
    /// From a file, under its key. Limits, rights and closed entries are not asked; the goods are.
    Imported {
        /// The office's own key.
        key: Option<String>,
    },
}

impl Office {
    /// Issues a cart: checks the right and the limits, takes the goods (first expired first out), writes act, ledger and journal in one
    /// transaction. Repeating the same `deed` returns the first act.
    ///
    /// Errors: `Aid` with every fault that a cart can have: `Shortage` names the line, what is left and what can be given instead; `Limit`
    /// and `NoRight` want a reason (`CartLine::override_reason`, `Cart::right_reason`); `Stale` when another desk changed, closed or merged
    /// the recipient since `Cart::seen`, or gave them something; `Served` when the campaign did already; `MergedInto`; `NoSuchFamily`,
    /// `NoSuchPerson`, `NameMissing` and `UnknownCategory` of somebody registered on the spot; `NotAllowed(Issue)`.
    pub fn issue(&mut self, deed: DeedId, cart: &Cart) -> Result<IssuedAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| issued_before(deed);
        let own = self.own_deeds.clone();
        self.deed(Some(deed), Some(Right::Issue), again, |deed| {
            let issued = issue(deed, cart, &Issuing::AtTheCounter, &own)?;
            let family = issued.family.map(Subject::Family);
            let subject = family.or_else(|| issued.person.map(Subject::Person));
            deed.journal("aid-issued", subject, &told(issued.number, cart.on, ""))?;
            if let (Recipient::Fresh(_), Some(person)) = (&cart.recipient, issued.person) {
                deed.journal_also("person-registered", Subject::Person(person), &Detail::default())?;
            }
            Ok(issued)
        })
    }
}

/// Issues inside a deed; the journal is the caller's. `own` are the deeds of this desk: they make nothing stale.
pub(in crate::office) fn issue(
    deed: &mut Deed<'_>,
    cart: &Cart,
    how: &Issuing,
    own: &HashSet<DeedId>,
) -> Result<IssuedAct, OfficeError> {
    let at_the_counter = *how == Issuing::AtTheCounter;
    let mut moving = Moving::begin(deed, cart.on, &cart.location)?;
    if cart.lines.is_empty() {
        return Err(AidFault::Empty.into());
    }
    let known = recipient(deed, cart, &moving, own)?;
    if at_the_counter {
        if let Some(since) = known.closed_on {
            return Err(AidFault::ClosedFamily { since }.into());
        }
        if let Some(on) = known.died_on {
            return Err(AidFault::Died { on }.into());
        }
    }
    let (ground, right_reason) = ground(&moving, cart, &known, at_the_counter)?;
    campaign(deed, cart, &known, at_the_counter)?;
    let limits = limits(deed, &moving, cart, &known, at_the_counter)?;
    for (place, line) in cart.lines.iter().enumerate() {
        let item = moving.item(place, &line.item, line.quantity)?;
        if let Some(since) = item.off_since.filter(|since| at_the_counter && *since <= cart.on) {
            return Err(AidFault::Off { what: CatalogueThing::Item, code: item.code.to_string(), since }.into());
        }
        // What was given out years ago was good then, whatever last day somebody wrote beside it.
        let expired = if at_the_counter { Expired::Left } else { Expired::Taken };
        let picks = moving.choose(deed, place, &item, line.quantity, (line.lot, expired))?;
        let (limit_rule, override_reason) = match limits.get(place).cloned().flatten() {
            Some((rule, verdict)) if !verdict.is_allowed() => (Some(rule), clean_note(&line.override_reason)),
            _ => (None, String::new()),
        };
        let mut weighed = line.weight.map(|weight| (weight, line.quantity));
        for (composition, picks) in by_composition(deed, &moving, &item, &picks, cart.on)? {
            let quantity = picks.iter().map(|pick| pick.quantity).sum();
            let weight = match &mut weighed {
                Some(rest) => Some(share(rest, quantity)),
                None => moving.catalogue.weight(&item, quantity, &composition),
            };
            moving.went(moving.next(), &item, &picks);
            let (limit_rule, override_reason) = (limit_rule.clone(), override_reason.clone());
            let plain = moving.plain(&item, Flow::Out, quantity);
            moving.line(ActLine { weight, composition, limit_rule, override_reason, ..plain });
        }
    }
    let (collector_kind, collector_person, collector_name, collector_paper) = collector(cart, &known, at_the_counter)?;
    let person = match &cart.recipient {
        Recipient::Fresh(fresh) => Some(register(deed, fresh)?),
        _ => known.person,
    };
    let act = ActId(deed.new_id());
    let key = match how {
        Issuing::Imported { key } => key.clone(),
        Issuing::AtTheCounter => None,
    };
    let new = NewAct {
        programme: cart.programme.clone(),
        key,
        note: clean_note(&cart.note),
        ..NewAct::of(ActKind::Issue, cart.on, &cart.location)
    };
    let (made, lines) = moving.write(deed, act, &new, &[])?;
    let served = cart.campaign.filter(|_| at_the_counter);
    let row = RecipientRow {
        kind: known.kind,
        family: known.family,
        person,
        partner: known.partner.clone(),
        session: cart.campaign,
        adults: known.asker.adults,
        children: known.asker.children,
        categories: known.asker.categories.iter().map(|code| code.0.as_str()).collect::<Vec<_>>().join(" "),
        ground,
        right_reason,
        collector_kind,
        collector_person,
        collector_name,
        collector_paper,
        once_for: served.and(known.family.map(|family| family.0).or(person.map(|person| person.0))),
    };
    recipients::insert(deed.tx, act, &row)?;
    let weight: Grams = lines.iter().filter_map(|line| line.weight).sum();
    Ok(IssuedAct { act, number: made.number, weight, family: known.family, person })
}

/// The recipient as the file has them now. Errors: `Stale`, `MergedInto`, and that there is no such one.
fn recipient(deed: &Deed<'_>, cart: &Cart, moving: &Moving, own: &HashSet<DeedId>) -> Result<Known, OfficeError> {
    let tx = deed.tx;
    let later = match (&cart.recipient, cart.seen) {
        (Recipient::Family(family), Some(seen)) => {
            log::changed_family_since(tx, *family, seen.0, |deed| own.contains(deed))?
        }
        (Recipient::Person(person), Some(seen)) => {
            log::changed_person_since(tx, *person, seen.0, |deed| own.contains(deed))?
        }
        _ => None,
    };
    if let Some(line) = later {
        return Err(AidFault::Stale { by: line.by, at: line.at, action: line.action }.into());
    }
    match &cart.recipient {
        Recipient::Family(family) => Known::family(tx, *family, cart.on),
        Recipient::Person(person) => Known::person(tx, *person, cart.on),
        Recipient::Organisation(partner) => Known::organisation(&moving.catalogue, partner, cart.on),
        Recipient::Fresh(fresh) => {
            if let Some(code) = &fresh.category {
                if !categories::is_known(tx, code)? {
                    return Err(OfficeError::UnknownCategory(code.0.clone()));
                }
                if !deed.sight.sees(code) {
                    return Err(OfficeError::NotAllowed(Right::SeeSensitive));
                }
            }
            let categories: Vec<_> = fresh.category.iter().cloned().collect();
            Ok(Known::unregistered(&fresh.name, &categories))
        }
    }
}

/// On what ground: its code, and the reason where there is none. Errors: `Unknown`, `Off`, `BeforeProgramme`, `AfterProgramme`, `NoRight`.
fn ground(moving: &Moving, cart: &Cart, known: &Known, at_the_counter: bool) -> Result<(String, String), OfficeError> {
    let Some(code) = &cart.programme else { return Ok((String::new(), String::new())) };
    let what = CatalogueThing::Programme;
    let unknown = || AidFault::Unknown { what, code: code.to_string() };
    let programme = moving.catalogue.programme(code).ok_or_else(unknown)?;
    if at_the_counter {
        if let Some(starts_on) = programme.starts_on.filter(|starts| cart.on < *starts) {
            return Err(AidFault::BeforeProgramme { programme: code.clone(), starts_on }.into());
        }
        if let Some(ends_on) = programme.ends_on.filter(|ends| *ends < cart.on) {
            return Err(AidFault::AfterProgramme { programme: code.clone(), ends_on }.into());
        }
        if let Some(since) = programme.off_since.filter(|since| *since <= cart.on) {
            return Err(AidFault::Off { what, code: code.to_string(), since }.into());
        }
    }
    if known.kind == RecipientKind::Organisation {
        return Ok((String::new(), String::new()));
    }
    match right::ground(programme, &known.asker.categories, |_| true) {
        Ground::Category(category) => Ok((category.0, String::new())),
        Ground::Anybody | Ground::Hidden => Ok((String::new(), String::new())),
        Ground::None if !at_the_counter => Ok((String::new(), String::new())),
        Ground::None => match clean_note(&cart.right_reason) {
            reason if reason.is_empty() => Err(AidFault::NoRight { programme: code.clone() }.into()),
            reason => Ok((String::new(), reason)),
        },
    }
}

/// Errors: `Unknown` for a campaign that is not there or was called off; `Served`.
fn campaign(deed: &Deed<'_>, cart: &Cart, known: &Known, at_the_counter: bool) -> Result<(), OfficeError> {
    let Some(session) = cart.campaign else { return Ok(()) };
    let found = sessions::campaign(deed.tx, session)?.filter(|campaign| !campaign.cancelled);
    if found.is_none() {
        return Err(AidFault::Unknown { what: CatalogueThing::Campaign, code: session.to_string() }.into());
    }
    let served = recipients::served(deed.tx, session, known.family, known.person)?;
    match served.filter(|row| at_the_counter || row.at_a_desk) {
        Some(row) => Err(AidFault::Served { act: row.number, at: row.at, desk: row.desk, by: row.by }.into()),
        None => Ok(()),
    }
}

/// What limits say of each line. Errors: `Limit` for the first that is in the way and has no reason.
fn limits(
    deed: &Deed<'_>,
    moving: &Moving,
    cart: &Cart,
    known: &Known,
    at_the_counter: bool,
) -> Result<Vec<Option<RuleVerdict>>, OfficeError> {
    if !at_the_counter || known.kind == RecipientKind::Organisation {
        return Ok(Vec::new());
    }
    let given = known.of().map(|of| given::lines(deed.tx, &of)).transpose()?.unwrap_or_default();
    let given: Vec<Given> = given.into_iter().map(|(_, given)| given).collect();
    let rules = moving.catalogue.rules.iter().filter(|rule| rule.holds_for(&known.asker, cart.on));
    let rules: Vec<_> = rules.cloned().collect();
    let answers = judge_lines(&rules, &known.asker, &given, &wanted(&moving.catalogue, cart), cart.on);
    for (place, (line, answer)) in cart.lines.iter().zip(&answers).enumerate() {
        if let Some((rule, verdict)) = answer
            && !verdict.is_allowed()
            && clean_note(&line.override_reason).is_empty()
        {
            // A quantity that cannot be is named before a limit that it breaks.
            moving.item(place, &line.item, line.quantity)?;
            let (item, rule, verdict) = (line.item.clone(), rule.clone(), verdict.clone());
            return Err(AidFault::Limit { line: place, item, rule, verdict }.into());
        }
    }
    Ok(answers)
}

/// Kits of one composition, and from which lots they are.
type Composed = (Vec<KitPart>, Vec<Pick>);

/// What was picked, a line for each composition: kits of two lots may hold different things, and the paper says which were given. Of kits
/// that came as they are and of which nobody said what is in them, what kits hold on that day.
fn by_composition(
    deed: &Deed<'_>,
    moving: &Moving,
    item: &Item,
    picks: &[Pick],
    on: NaiveDate,
) -> Result<Vec<Composed>, OfficeError> {
    if !item.is_kit() {
        return Ok(vec![(Vec::new(), picks.to_vec())]);
    }
    let usual = moving.catalogue.kit_on(&item.code, on).map(|kit| kit.parts.clone()).unwrap_or_default();
    let mut found: Vec<Composed> = Vec::new();
    for pick in picks {
        let of_lot = ledger::lot(deed.tx, pick.lot)?.map(|lot| lot.composition).unwrap_or_default();
        let held = if of_lot.is_empty() { usual.clone() } else { of_lot };
        match found.iter_mut().find(|(there, _)| *there == held) {
            Some((_, picks)) => picks.push(*pick),
            None => found.push((held, vec![*pick])),
        }
    }
    Ok(found)
}

/// The share of a weight that falls to so much of it; the last one gets what is left, so that the sum is what was weighed.
fn share(rest: &mut (Grams, Quantity), quantity: Quantity) -> Grams {
    let (weight, of) = *rest;
    let share = if of.0 > 0 { Grams(weight.0.saturating_mul(quantity.0) / of.0) } else { weight };
    *rest = (Grams(weight.0 - share.0), of - quantity);
    share
}

type Collected = (CollectorKind, Option<PersonId>, String, String);

/// Who carries it away. Errors: `NotACollector`, `NoCollector`.
fn collector(cart: &Cart, known: &Known, at_the_counter: bool) -> Result<Collected, OfficeError> {
    let nobody = || OfficeError::from(AidFault::NotACollector);
    match &cart.collector {
        Collector::Member { person, paper } => {
            let name = known.member(*person).ok_or_else(nobody)?;
            Ok((CollectorKind::Member, Some(*person), name, clean(paper)))
        }
        Collector::Authorised { collector, paper } => {
            let found = known.collectors.iter().find(|one| one.id == *collector && holds(one.from, one.until, cart.on));
            let found = found.ok_or_else(nobody)?;
            let paper = if paper.trim().is_empty() { &found.document } else { paper };
            Ok((CollectorKind::Authorised, found.person, found.name.clone(), clean(paper)))
        }
        Collector::Other { name, paper } => {
            let (name, paper) = (clean(name), clean(paper));
            // Somebody from outside carries a family's aid away by a paper alone.
            let wants_paper = at_the_counter && known.kind != RecipientKind::Organisation;
            if name.is_empty() || (wants_paper && paper.is_empty()) {
                return Err(nobody());
            }
            Ok((CollectorKind::Other, None, name, paper))
        }
        // On a campaign's list everybody signs for themselves, and so does whoever was registered on the spot.
        Collector::Unknown
            if at_the_counter && cart.campaign.is_none() && !matches!(cart.recipient, Recipient::Fresh(_)) =>
        {
            Err(AidFault::NoCollector.into())
        }
        Collector::Unknown => Ok((CollectorKind::Unknown, None, String::new(), String::new())),
    }
}

/// Registers somebody on the spot. Errors: `NameMissing`.
fn register(deed: &mut Deed<'_>, fresh: &Fresh) -> Result<PersonId, OfficeError> {
    let mut draft = MemberDraft::new(Relation::Head);
    draft.name = fresh.name.clone();
    let category = |code: &crate::domain::category::CategoryCode| Category {
        code: code.clone(),
        since: None,
        until: None,
        basis: String::new(),
    };
    draft.categories = fresh.category.iter().map(category).collect();
    apply::clean_member(&mut draft);
    if draft.name.surname.is_empty() || draft.name.given.is_empty() {
        return Err(OfficeError::NameMissing(0));
    }
    apply::add_person(deed, &draft)
}

/// The act that an earlier press of the same key made.
pub(in crate::office) fn issued_before(deed: &Deed<'_>) -> Result<IssuedAct, OfficeError> {
    let made = crate::office::storeroom::moving::made_before(deed)?;
    let act = acts::get(deed.tx, made.act)?.ok_or(AidFault::NoSuchAct)?;
    let recipient = recipients::get(deed.tx, made.act)?.ok_or(AidFault::NoSuchAct)?;
    let (weight, RecipientRow { family, person, .. }) = (act.weight(), recipient);
    Ok(IssuedAct { act: made.act, number: made.number, weight, family, person })
}

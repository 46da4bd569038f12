//! The entry that a form says, or the field to mend and why.

use super::layout::{
    AMOUNT, CATEGORIES, CODE, CONTACT, COUNT, EDRPOU, ENDS, EXPIRES, GROUNDS, GROUP, LIMIT_OF, LOW, MEASURE, NAME,
    NAME_EN, PARTS, PER, PERIOD, PERIODS, PLACE_KIND, POSITION, ROLE, SENSITIVE, SET, SETTLEMENT, SETTLEMENTS, SINCE,
    STARTS, STREET_NAME, THANKS, UNIT, WEIGHT, limit_of, name_field, period, title,
};
use crate::domain::aid::{LocationKind, PartnerRole};
use crate::domain::catalogue::aid::{Composition, Item, Limit};
use crate::domain::catalogue::{About, CatalogueFault, Entry, Kind};
use crate::domain::date;
use crate::domain::limit::{Measure, Per};
use crate::domain::stock::{Grams, Quantity, Unit};
use crate::tui::app::Context;
use crate::tui::listed;
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

/// A field and what is wrong with it.
pub(super) type Wrong = (&'static str, CatalogueFault);

/// The option that is picked in a choice.
pub(super) fn picked<T: Copy>(form: &Form, id: &str, all: &[T]) -> Option<T> {
    all.get(form.field(id).map_or(0, Field::picked)).copied()
}

/// The unit that is picked.
pub(super) fn unit(form: &Form) -> Unit {
    picked(form, UNIT, &Unit::ALL).unwrap_or(Unit::Piece)
}

/// The entry as the form says it, checked against the catalogue. `mine` holds what no line keeps.
pub(super) fn entry(form: &Form, mine: &Entry, base: &Entry, is_new: bool, cx: &Context) -> Result<Entry, Wrong> {
    let kind = mine.kind();
    let mut entry = mine.clone();
    entry.name = form.value(name_field(kind));
    if form.field(NAME_EN).is_some() {
        entry.name_en = form.value(NAME_EN);
    }
    if is_new {
        entry.code = form.value(CODE);
    }
    if let Ok(position) = form.value(POSITION).parse() {
        entry.position = position;
    }
    match &mut entry.about {
        About::Category { sensitive } => *sensitive = picked(form, SENSITIVE, &[false, true]) == Some(true),
        About::Street { settlement, .. } if title(settlement) != form.value(SETTLEMENT) => {
            return Err((SETTLEMENT, CatalogueFault::Settlement(form.value(SETTLEMENT))));
        }
        About::District { .. } | About::Street { .. } | About::EventKind => {}
        About::Room { settlement } => *settlement = form.value(SETTLEMENT),
        About::Item(item) => read_item(form, item, base, cx)?,
        About::Programme(programme) => {
            programme.starts_on = day(form, STARTS, cx)?;
            programme.ends_on = day(form, ENDS, cx)?;
        }
        About::Partner(partner) => {
            partner.role = picked(form, ROLE, &PartnerRole::ALL).unwrap_or(partner.role);
            partner.edrpou = form.value(EDRPOU);
            partner.contact = form.value(CONTACT);
            partner.for_thanks = form.value(THANKS);
        }
        About::Location(location) => {
            location.kind = picked(form, PLACE_KIND, &LocationKind::ALL).unwrap_or(location.kind);
        }
        About::Limit(limit) => read_limit(form, limit, cx)?,
    }
    let wrong = |fault: CatalogueFault| (field_of(&fault, kind), fault);
    let entry = entry.settled().map_err(wrong)?;
    let catalogue = cx.catalogue();
    catalogue.agrees(&entry).map_err(wrong)?;
    Ok(catalogue.completed(entry))
}

fn read_item(form: &Form, item: &mut Item, base: &Entry, cx: &Context) -> Result<(), Wrong> {
    item.unit = unit(form);
    item.group = group(&form.value(GROUP), cx);
    item.expires = picked(form, EXPIRES, &[false, true]) == Some(true);
    let weight = form.value(WEIGHT);
    item.weight = match weight.as_str() {
        "" => None,
        text => {
            let grams = Quantity::parse(text, Unit::Kilogram).map_err(|_| (WEIGHT, CatalogueFault::Weight))?;
            Some(Grams(grams.0))
        }
    };
    item.low = match form.value(LOW).as_str() {
        "" => None,
        text => Some(Quantity::parse(text, item.unit).map_err(|_| (LOW, CatalogueFault::Low))?),
    };
    if item.unit == Unit::Kit {
        let parts = item.compositions.first().map(|latest| latest.parts.clone()).unwrap_or_default();
        let was = match &base.about {
            About::Item(was) => was.compositions.as_slice(),
            _ => &[],
        };
        let since = day(form, SINCE, cx)?.unwrap_or(cx.today());
        item.compositions = compositions(was, &Composition { since, parts });
    }
    Ok(())
}

/// The compositions of a kit with what the form says of the latest: another day and the same parts mends its day, other parts and
/// another day are a new composition, other parts on the same day mend what it holds.
fn compositions(was: &[Composition], said: &Composition) -> Vec<Composition> {
    let is_mended = was.first().is_some_and(|latest| latest.parts == said.parts || said.parts.is_empty());
    let earlier = if is_mended { was.get(1..).unwrap_or_default() } else { was };
    let kept = earlier.iter().filter(|held| held.since != said.since).cloned();
    let mut all: Vec<Composition> = std::iter::once(said.clone()).chain(kept).collect();
    all.retain(|held| !held.parts.is_empty());
    all
}

fn read_limit(form: &Form, limit: &mut Limit, cx: &Context) -> Result<(), Wrong> {
    if limit_of(&limit.of, cx) != form.value(LIMIT_OF) {
        return Err((LIMIT_OF, CatalogueFault::LimitOfNothing));
    }
    limit.measure = picked(form, MEASURE, &Measure::ALL).unwrap_or(limit.measure);
    limit.per = picked(form, PER, &Per::ALL).unwrap_or(limit.per);
    let amount = form.value(AMOUNT);
    let wrong = |_| (AMOUNT, CatalogueFault::LimitAmount);
    limit.amount = match limit.measure {
        Measure::Grams => Quantity::parse(&amount, Unit::Kilogram).map_err(wrong)?.0,
        Measure::Times | Measure::Pieces => Quantity::parse(&amount, Unit::Piece).map_err(wrong)?.0,
    };
    let place = form.field(PERIOD).map_or(0, Field::picked);
    let count = match form.value(COUNT).as_str() {
        _ if PERIODS.get(place) == Some(&"once") => 1,
        "" => 1,
        text => text.parse().map_err(|_| (COUNT, CatalogueFault::LimitPeriod))?,
    };
    limit.period = period(place, count);
    Ok(())
}

/// A group by its word in either language, else the office's own.
fn group(typed: &str, cx: &Context) -> String {
    let typed = typed.trim();
    let named = |code: &String| listed::group(&cx.texts, code).to_lowercase() == typed.to_lowercase();
    cx.catalogue().groups().into_iter().find(named).unwrap_or_else(|| typed.to_owned())
}

fn day(form: &Form, id: &'static str, cx: &Context) -> Result<Option<NaiveDate>, Wrong> {
    match form.value(id).as_str() {
        "" => Ok(None),
        text => {
            let read = date::parse(text, cx.today());
            read.map(Some).map_err(|_| (id, CatalogueFault::Day(text.to_owned())))
        }
    }
}

/// The field that a fault is said at.
pub(super) fn field_of(fault: &CatalogueFault, kind: Kind) -> &'static str {
    match (fault, kind) {
        (CatalogueFault::CodeShape(_) | CatalogueFault::CodeTaken(_), _) => CODE,
        (CatalogueFault::Settlement(_), Kind::Street | Kind::Room) => SETTLEMENT,
        (CatalogueFault::Settlement(_), _) => SETTLEMENTS,
        (CatalogueFault::AlwaysSensitive, _) => SENSITIVE,
        (CatalogueFault::Group | CatalogueFault::NoSuchItem(_) | CatalogueFault::LimitOfNothing, Kind::Limit) => {
            LIMIT_OF
        }
        (CatalogueFault::Group, _) => GROUP,
        (CatalogueFault::Weight, _) => WEIGHT,
        (CatalogueFault::Low, _) => LOW,
        (CatalogueFault::UnitInUse(_) | CatalogueFault::PartOfKit(_) | CatalogueFault::NotAKit, _) => UNIT,
        (CatalogueFault::TwoCompositions, _) => SINCE,
        (CatalogueFault::NoSuchItem(_) | CatalogueFault::PartQuantity(_), Kind::Programme) => SET,
        (CatalogueFault::NoSuchItem(_) | CatalogueFault::PartQuantity(_) | CatalogueFault::KitInKit(_), _) => PARTS,
        (CatalogueFault::NoSuchCategory(_), Kind::Limit) => CATEGORIES,
        (CatalogueFault::NoSuchCategory(_), _) => GROUNDS,
        (CatalogueFault::EndsBeforeItStarts, _) => ENDS,
        (CatalogueFault::Edrpou(_), _) => EDRPOU,
        (CatalogueFault::LimitAmount, _) => AMOUNT,
        (CatalogueFault::LimitMeasure(_), _) => MEASURE,
        (CatalogueFault::LimitPeriod, _) => COUNT,
        (_, Kind::Street) => STREET_NAME,
        _ => NAME,
    }
}

//! What the options of `catalogue add` say of an entry, by its kind.

use crate::cli::arguments::Detail;
use crate::cli::failure::Failure;
use crate::domain::aid::{LocationKind, PartnerRole};
use crate::domain::catalogue::aid::{Composition, Item, Limit, Partner, Programme};
use crate::domain::catalogue::{About, CatalogueFault, Entry, FormerName, Kind};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::limit::{self, Measure, Per, Period};
use crate::domain::place::CODIFIER;
use crate::domain::stock::{Grams, GroupCode, ItemCode, KitPart, Quantity, Unit};
use crate::office::{Office, OfficeError};
use chrono::NaiveDate;

/// THE table of options: the word, whether it was given, the kinds that have it.
type Given = fn(&Detail) -> bool;
const OPTIONS: &[(&str, Given, &[Kind])] = &[
    ("--sensitive", |given| given.sensitive, &[Kind::Category]),
    ("--settlement", |given| !given.settlement.is_empty(), &[Kind::District, Kind::Street, Kind::Room]),
    ("--former", |given| !given.former.is_empty(), &[Kind::Street]),
    ("--unit", |given| given.unit.is_some(), &[Kind::Item]),
    ("--group", |given| given.group.is_some(), &[Kind::Item, Kind::Limit]),
    ("--weight", |given| given.weight.is_some(), &[Kind::Item]),
    ("--low", |given| given.low.is_some(), &[Kind::Item]),
    ("--expiry", |given| given.expiry, &[Kind::Item]),
    ("--part", |given| !given.part.is_empty(), &[Kind::Item, Kind::Programme]),
    ("--since", |given| given.since.is_some(), &[Kind::Item, Kind::Programme]),
    ("--until", |given| given.until.is_some(), &[Kind::Programme]),
    ("--category", |given| !given.category.is_empty(), &[Kind::Programme, Kind::Limit]),
    ("--role", |given| given.role.is_some(), &[Kind::Partner]),
    ("--edrpou", |given| given.edrpou.is_some(), &[Kind::Partner]),
    ("--contact", |given| given.contact.is_some(), &[Kind::Partner]),
    ("--thanks", |given| given.thanks.is_some(), &[Kind::Partner]),
    ("--car", |given| given.car, &[Kind::Location]),
    ("--item", |given| given.item.is_some(), &[Kind::Limit]),
    ("--amount", |given| given.amount.is_some(), &[Kind::Limit]),
    ("--measure", |given| given.measure.is_some(), &[Kind::Limit]),
    ("--period", |given| given.period.is_some(), &[Kind::Limit]),
    ("--per", |given| given.per.is_some(), &[Kind::Limit]),
];

/// What the options say of an entry, by its kind. Errors: an option that this kind does not have, a value that is none.
pub(super) fn fill(entry: &mut Entry, detail: &Detail, office: &Office) -> Result<(), Failure> {
    let kind = entry.kind();
    if let Some((option, ..)) = OPTIONS.iter().find(|(_, given, kinds)| given(detail) && !kinds.contains(&kind)) {
        return Err(Failure::NotOfKind { option, kind: kind.code() });
    }
    entry.name_en = detail.name_en.clone().unwrap_or_default();
    let settlement = |named: &String| {
        CODIFIER
            .settlement_named(named, office.profile().community.as_deref())
            .map(|place| place.code.to_owned())
            .ok_or_else(|| OfficeError::from(CatalogueFault::Settlement(named.clone())))
    };
    match &mut entry.about {
        About::Category { sensitive } => *sensitive = detail.sensitive,
        About::District { settlements } => {
            *settlements = detail.settlement.iter().map(settlement).collect::<Result<_, _>>()?;
        }
        About::Street { settlement: lies_in, former } => {
            if let Some(named) = detail.settlement.first() {
                *lies_in = settlement(named)?;
            }
            former.extend(detail.former.iter().map(|name| FormerName { name: name.clone(), until: None }));
        }
        About::Item(item) => fill_item(item, detail, office)?,
        About::Programme(programme) => fill_programme(programme, detail, office)?,
        About::Partner(partner) => fill_partner(partner, detail),
        About::Location(location) if detail.car => location.kind = LocationKind::Car,
        About::Location(_) | About::EventKind => {}
        About::Limit(limit) => fill_limit(limit, detail)?,
        About::Room { settlement: lies_in } => {
            *lies_in = detail.settlement.first().cloned().unwrap_or_default();
        }
    }
    Ok(())
}

fn wrong(fault: CatalogueFault) -> Failure {
    OfficeError::from(fault).into()
}

fn fill_item(item: &mut Item, detail: &Detail, office: &Office) -> Result<(), Failure> {
    item.unit = detail.unit.as_deref().and_then(Unit::from_code).unwrap_or(item.unit);
    item.group = detail.group.clone().unwrap_or_default();
    item.expires = detail.expiry;
    if let Some(text) = &detail.weight {
        let grams = Quantity::parse(text, Unit::Kilogram).map_err(|_| wrong(CatalogueFault::Weight))?;
        item.weight = Some(Grams(grams.0));
    }
    if let Some(text) = &detail.low {
        item.low = Some(Quantity::parse(text, item.unit).map_err(|_| wrong(CatalogueFault::Low))?);
    }
    let since = day(detail.since.as_deref(), office)?;
    let parts = parts(&detail.part, office)?;
    if item.unit == Unit::Kit {
        item.compositions = vec![Composition { since: since.unwrap_or(office.clock().today()), parts }];
    } else if !parts.is_empty() {
        return Err(wrong(CatalogueFault::NotAKit));
    }
    Ok(())
}

fn fill_programme(programme: &mut Programme, detail: &Detail, office: &Office) -> Result<(), Failure> {
    programme.grounds = categories(&detail.category);
    programme.set = parts(&detail.part, office)?;
    programme.starts_on = day(detail.since.as_deref(), office)?;
    programme.ends_on = day(detail.until.as_deref(), office)?;
    Ok(())
}

fn fill_partner(partner: &mut Partner, detail: &Detail) {
    let role = PartnerRole::ALL.into_iter().find(|role| detail.role.as_deref() == Some(role.code()));
    partner.role = role.unwrap_or(partner.role);
    partner.edrpou = detail.edrpou.clone().unwrap_or_default();
    partner.contact = detail.contact.clone().unwrap_or_default();
    partner.for_thanks = detail.thanks.clone().unwrap_or_default();
}

fn fill_limit(limit: &mut Limit, detail: &Detail) -> Result<(), Failure> {
    match (&detail.item, &detail.group) {
        (Some(item), None) => limit.of = limit::About::Item(ItemCode(item.clone())),
        (None, Some(group)) => limit.of = limit::About::Group(GroupCode(group.clone())),
        _ => return Err(wrong(CatalogueFault::LimitOfNothing)),
    }
    let measure = Measure::ALL.into_iter().find(|measure| detail.measure.as_deref() == Some(measure.code()));
    limit.measure = measure.unwrap_or(limit.measure);
    limit.per = Per::ALL.into_iter().find(|per| detail.per.as_deref() == Some(per.code())).unwrap_or(limit.per);
    limit.categories = categories(&detail.category);
    if let Some(text) = &detail.amount {
        let unit = if limit.measure == Measure::Grams { Unit::Kilogram } else { Unit::Piece };
        limit.amount = Quantity::parse(text, unit).map_err(|_| wrong(CatalogueFault::LimitAmount))?.0;
    }
    if let Some(text) = &detail.period {
        limit.period = period(text).ok_or_else(|| wrong(CatalogueFault::LimitPeriod))?;
    }
    Ok(())
}

/// `30 days`, `30days`, `months`, `once`: a number and the word of the period.
fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    let word = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number = &text[..text.len() - word.len()];
    let count = if number.is_empty() { 1 } else { number.parse().ok()? };
    Period::of(word.trim(), count)
}

/// `rice=1,5`, `soap`: a thing and how much of it, one where nothing is said.
fn parts(texts: &[String], office: &Office) -> Result<Vec<KitPart>, Failure> {
    let part = |text: &String| {
        let (code, much) = text.split_once('=').unwrap_or((text, "1"));
        let listed = office.catalogue().item(code).ok_or_else(|| wrong(CatalogueFault::NoSuchItem(code.to_owned())))?;
        let quantity = Quantity::parse(much, listed.unit);
        let quantity = quantity.map_err(|_| wrong(CatalogueFault::PartQuantity(code.to_owned())))?;
        Ok(KitPart { item: ItemCode(code.to_owned()), quantity })
    };
    texts.iter().map(part).collect()
}

fn categories(codes: &[String]) -> Vec<CategoryCode> {
    codes.iter().map(|code| CategoryCode(code.clone())).collect()
}

/// A day of an option. Errors: what was said is none.
pub(super) fn day(text: Option<&str>, office: &Office) -> Result<Option<NaiveDate>, Failure> {
    let read = |text: &str| date::parse(text, office.clock().today()).map_err(|_| Failure::NotADay(text.to_owned()));
    text.map(read).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_number_and_a_word() {
        assert_eq!(period("30 days"), Some(Period::Days(30)));
        assert_eq!(period("months"), Some(Period::Months(1)));
        assert_eq!(period("2years"), Some(Period::Years(2)));
        assert_eq!(period("once"), Some(Period::Once));
        assert_eq!((period("30"), period("тиждень"), period("99999999999 days")), (None, None, None));
    }
}

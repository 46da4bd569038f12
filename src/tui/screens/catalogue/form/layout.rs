//! Which fields the form of each kind has, how they stand, and what they show of an entry.

use crate::domain::aid::{LocationKind, PartnerRole};
use crate::domain::catalogue::aid::{Item, Limit, Partner, Programme};
use crate::domain::catalogue::{About, Catalogue, Entry, Kind};
use crate::domain::date;
use crate::domain::limit::{self, Measure, Per, Period};
use crate::domain::place::{CODIFIER, Place};
use crate::domain::stock::{Grams, Unit};
use crate::tui::app::Context;
use crate::tui::listed;
use crate::tui::widgets::form::{Field, Form, Row};

/// The name of an entry, and of a street: it is written otherwise.
pub(super) const NAME: &str = "catalogue-name";
pub(super) const STREET_NAME: &str = "catalogue-street-name";
pub(super) const NAME_EN: &str = "catalogue-name-en";
pub(super) const CODE: &str = "catalogue-code";
pub(super) const POSITION: &str = "catalogue-position";
pub(super) const SENSITIVE: &str = "catalogue-sensitive";
pub(super) const SETTLEMENT: &str = "catalogue-settlement";
pub(super) const SETTLEMENTS: &str = "catalogue-settlements";
pub(super) const FORMER: &str = "catalogue-former";
pub(super) const UNIT: &str = "catalogue-unit";
pub(super) const GROUP: &str = "catalogue-group";
pub(super) const WEIGHT: &str = "catalogue-weight";
pub(super) const LOW: &str = "catalogue-low-level";
pub(super) const EXPIRES: &str = "catalogue-tracks-expiry";
pub(super) const SINCE: &str = "catalogue-since";
pub(super) const PARTS: &str = "catalogue-parts";
pub(super) const STARTS: &str = "catalogue-starts";
pub(super) const ENDS: &str = "catalogue-ends";
pub(super) const GROUNDS: &str = "catalogue-grounds";
pub(super) const SET: &str = "catalogue-set";
pub(super) const ROLE: &str = "catalogue-role";
pub(super) const EDRPOU: &str = "catalogue-edrpou";
pub(super) const CONTACT: &str = "catalogue-contact";
pub(super) const THANKS: &str = "catalogue-thanks";
pub(super) const PLACE_KIND: &str = "catalogue-place-kind";
pub(super) const LIMIT_OF: &str = "catalogue-limit-of";
pub(super) const AMOUNT: &str = "catalogue-amount";
pub(super) const MEASURE: &str = "catalogue-measure";
pub(super) const COUNT: &str = "catalogue-period-count";
pub(super) const PERIOD: &str = "catalogue-period";
pub(super) const PER: &str = "catalogue-per";
pub(super) const CATEGORIES: &str = "catalogue-categories";

/// The words of the periods, in the order of the choice.
pub(super) const PERIODS: [&str; 4] = ["days", "months", "years", "once"];

/// The form of a kind, empty.
pub(super) fn form(entry: &Entry, is_new: bool, cx: &Context) -> Form {
    let choice = |id: &'static str| Field::choice(id, words(id, cx));
    let code = || if is_new { vec![Field::text(NAME_EN), Field::text(CODE)] } else { vec![Field::text(NAME_EN)] };
    let rows: Vec<Vec<Field>> = match entry.kind() {
        Kind::Category => {
            let mut fields = vec![Field::text(NAME), Field::text(NAME_EN)];
            fields.extend(is_new.then(|| Field::text(CODE)));
            fields.extend([choice(SENSITIVE), Field::text(POSITION)]);
            return Form::column(fields);
        }
        Kind::District => {
            let mut fields = vec![Field::text(NAME), Field::text(NAME_EN), Field::list(SETTLEMENTS)];
            fields.extend(is_new.then(|| Field::text(CODE)));
            fields.push(Field::text(POSITION));
            return Form::column(fields);
        }
        Kind::Street => {
            let mut fields = vec![Field::suggest(SETTLEMENT), Field::text(STREET_NAME), Field::list(FORMER)];
            fields.extend(is_new.then(|| Field::text(CODE)));
            return Form::column(fields);
        }
        Kind::Item => vec![
            vec![Field::text(NAME)],
            vec![choice(UNIT), Field::suggest(GROUP)],
            vec![Field::text(WEIGHT), Field::text(LOW)],
            vec![choice(EXPIRES), Field::text(POSITION)],
            code(),
        ],
        Kind::Programme => vec![
            vec![Field::text(NAME)],
            vec![Field::text(STARTS), Field::text(ENDS)],
            vec![Field::list(GROUNDS)],
            code(),
            vec![Field::text(POSITION)],
            vec![Field::rows(SET)],
        ],
        Kind::Partner => vec![
            vec![Field::text(NAME)],
            vec![choice(ROLE), Field::text(EDRPOU)],
            vec![Field::text(CONTACT)],
            vec![Field::text(THANKS)],
            code(),
        ],
        Kind::Location => vec![vec![Field::text(NAME)], vec![choice(PLACE_KIND), Field::text(POSITION)], code()],
        Kind::EventKind => vec![vec![Field::text(NAME)], code(), vec![Field::text(POSITION)]],
        Kind::Room => {
            vec![vec![Field::text(NAME)], vec![Field::suggest(SETTLEMENT)], code(), vec![Field::text(POSITION)]]
        }
        Kind::Limit => vec![
            vec![Field::suggest(LIMIT_OF)],
            vec![Field::text(AMOUNT), choice(MEASURE)],
            vec![Field::text(COUNT), choice(PERIOD)],
            vec![choice(PER)],
            vec![Field::list(CATEGORIES)],
            vec![Field::text(NAME)],
            code(),
        ],
    };
    let shown = rows.iter().map(|row| Row::Fields(row.iter().map(|field| (field.id, 1)).collect())).collect();
    Form::new(rows.into_iter().flatten().collect(), shown).aligned()
}

/// Gives a kit the lines of its composition, and takes them from anything else.
pub(super) fn arrange(form: &mut Form, unit: Unit) {
    let is_there = form.field(PARTS).is_some();
    if unit == Unit::Kit && !is_there {
        form.fields.extend([Field::text(SINCE), Field::rows(PARTS)]);
        form.rows.extend([Row::Fields(vec![(SINCE, 1)]), Row::Fields(vec![(PARTS, 1)])]);
    } else if unit != Unit::Kit && is_there {
        let is_of_kits = |id: &str| matches!(id, SINCE | PARTS);
        form.fields.retain(|field| !is_of_kits(field.id));
        form.rows.retain(|row| !matches!(row, Row::Fields(cells) if cells.iter().any(|(id, _)| is_of_kits(id))));
    }
}

/// The words of a choice.
pub(super) fn words(id: &str, cx: &Context) -> Vec<String> {
    let of = |prefix: &str, codes: &[&str]| -> Vec<String> {
        codes.iter().map(|code| cx.t(&format!("catalogue-{prefix}-{code}"))).collect()
    };
    match id {
        SENSITIVE => of("sensitive", &["no", "yes"]),
        EXPIRES => of("expiry", &["no", "yes"]),
        UNIT => of("unit", &Unit::ALL.map(Unit::code)),
        ROLE => of("partner", &PartnerRole::ALL.map(PartnerRole::code)),
        PLACE_KIND => of("location", &LocationKind::ALL.map(LocationKind::code)),
        MEASURE => of("measure", &Measure::ALL.map(Measure::code)),
        PERIOD => of("period", &PERIODS),
        PER => of("limit-per", &Per::ALL.map(Per::code)),
        _ => Vec::new(),
    }
}

/// The choices of any kind's form.
pub(super) const CHOICES: [&str; 8] = [SENSITIVE, EXPIRES, UNIT, ROLE, PLACE_KIND, MEASURE, PERIOD, PER];

/// Picks the option that is this one.
fn pick<T: PartialEq>(form: &mut Form, id: &str, all: &[T], one: &T) {
    if let (Some(field), Some(place)) = (form.field_mut(id), all.iter().position(|other| other == one)) {
        field.pick(place);
    }
}

/// Shows an entry in its form; lists are shown by [`super::lists`].
pub(super) fn load(form: &mut Form, entry: &Entry, cx: &Context) {
    form.set(name_field(entry.kind()), &entry.name);
    form.set(NAME_EN, &entry.name_en);
    form.set(CODE, &entry.code);
    if entry.position > 0 {
        form.set(POSITION, &entry.position.to_string());
    }
    match &entry.about {
        About::Category { sensitive } => pick(form, SENSITIVE, &[false, true], sensitive),
        About::District { .. } | About::EventKind => {}
        About::Room { settlement } => form.set(SETTLEMENT, settlement),
        About::Street { settlement, .. } => form.set(SETTLEMENT, &title(settlement)),
        About::Item(item) => load_item(form, item, cx),
        About::Programme(Programme { starts_on, ends_on, .. }) => {
            form.set(STARTS, &starts_on.map(date::show).unwrap_or_default());
            form.set(ENDS, &ends_on.map(date::show).unwrap_or_default());
        }
        About::Partner(Partner { role, edrpou, contact, for_thanks }) => {
            pick(form, ROLE, &PartnerRole::ALL, role);
            form.set(EDRPOU, edrpou);
            form.set(CONTACT, contact);
            form.set(THANKS, for_thanks);
        }
        About::Location(location) => pick(form, PLACE_KIND, &LocationKind::ALL, &location.kind),
        About::Limit(limit) => load_limit(form, limit, cx),
    }
}

fn load_item(form: &mut Form, item: &Item, cx: &Context) {
    arrange(form, item.unit);
    pick(form, UNIT, &Unit::ALL, &item.unit);
    form.set(GROUP, &listed::group(&cx.texts, &item.group));
    let own = item.weight.filter(|weight| !follows(&cx.catalogue(), item, *weight));
    form.set(WEIGHT, &own.map(Grams::kilograms).unwrap_or_default());
    form.set(LOW, &item.low.map(|low| low.show(item.unit)).unwrap_or_default());
    pick(form, EXPIRES, &[false, true], &item.expires);
    let since = item.compositions.first().map_or(cx.today(), |latest| latest.since);
    form.set(SINCE, &date::show(since));
}

/// Whether the weight of a kit is that of its parts: then the form leaves it to them.
pub(super) fn follows(catalogue: &Catalogue, item: &Item, weight: Grams) -> bool {
    item.unit == Unit::Kit
        && item.compositions.first().is_some_and(|latest| catalogue.weight_of(&latest.parts) == Some(weight))
}

fn load_limit(form: &mut Form, limit: &Limit, cx: &Context) {
    form.set(LIMIT_OF, &limit_of(&limit.of, cx));
    let amount = match limit.measure {
        Measure::Grams => Grams(limit.amount).kilograms(),
        Measure::Times | Measure::Pieces => limit.amount.to_string(),
    };
    form.set(AMOUNT, &amount);
    pick(form, MEASURE, &Measure::ALL, &limit.measure);
    form.set(COUNT, &limit.period.count().to_string());
    pick(form, PERIOD, &PERIODS, &limit.period.code());
    pick(form, PER, &Per::ALL, &limit.per);
}

/// What a limit is of, as its field shows it.
pub(super) fn limit_of(of: &limit::About, cx: &Context) -> String {
    match of {
        limit::About::Item(code) if code.as_str().is_empty() => String::new(),
        limit::About::Item(code) => cx.texts.code("item", code.as_str()),
        limit::About::Group(group) => {
            cx.tv("catalogue-limit-of-group", &[("group", listed::group(&cx.texts, group.as_str()).into())])
        }
    }
}

/// The period of a word and a count.
pub(super) fn period(place: usize, count: u32) -> Period {
    PERIODS.get(place).and_then(|code| Period::of(code, count)).unwrap_or(Period::Once)
}

/// The field of the name.
pub(super) fn name_field(kind: Kind) -> &'static str {
    if kind == Kind::Street { STREET_NAME } else { NAME }
}

/// A settlement as it is shown.
pub(super) fn title(code: &str) -> String {
    CODIFIER.get(code).map_or_else(|| code.to_owned(), Place::title)
}

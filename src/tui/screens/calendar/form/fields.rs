//! The fields of the form: which there are, in which order and rows, which are seen, what choices offer.

use super::EventForm;
use crate::domain::event::{Audience, EventCatalogue, EventKindCode, Listing, Nth, Pattern};
use crate::office::calendar_file::listing_name;
use crate::office::rule_words::pattern_in_words;
use crate::tui::app::Context;
use crate::tui::widgets::form::{Field, Row};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub(super) const FROM: &str = "event-from";
pub(super) const TITLE: &str = "event-title";
pub(super) const KIND: &str = "event-kind";
pub(super) const DAY: &str = "event-day";
pub(super) const HOURS: &str = "event-hours";
pub(super) const REPEAT: &str = "event-repeat";
pub(super) const UNTIL: &str = "event-until";
pub(super) const WEEKDAYS: &str = "event-weekdays";
pub(super) const EXCEPT: &str = "event-except";
pub(super) const PLACE: &str = "event-place";
pub(super) const ROOM: &str = "event-room";
pub(super) const CAPACITY: &str = "event-capacity";
pub(super) const TRAINER: &str = "event-trainer";
pub(super) const PROGRAMME: &str = "event-programme";
pub(super) const MORE: &str = "event-more";
pub(super) const AUDIENCE: &str = "event-audience";
pub(super) const AGES: &str = "event-ages";
pub(super) const PARTNER: &str = "event-partner";
pub(super) const RURAL: &str = "event-rural";
pub(super) const RESTRICTED: &str = "event-restricted";
pub(super) const EVERY: &str = "event-every";
pub(super) const NOTE: &str = "event-note";

/// Rows of the form from the top, each field with its share.
const ROWS: &[&[(&str, u16)]] = &[
    &[(FROM, 1)],
    &[(TITLE, 1)],
    &[(KIND, 1)],
    &[(DAY, 5), (HOURS, 3)],
    &[(REPEAT, 5), (UNTIL, 3)],
    &[(WEEKDAYS, 1)],
    &[(EXCEPT, 1)],
    &[(PLACE, 1)],
    &[(ROOM, 5), (CAPACITY, 3)],
    &[(TRAINER, 1)],
    &[(PROGRAMME, 1)],
    &[(MORE, 1)],
    &[(AUDIENCE, 5), (AGES, 3)],
    &[(PARTNER, 1)],
    &[(RURAL, 5), (RESTRICTED, 3)],
    &[(NOTE, 5), (EVERY, 3)],
];

/// How it repeats, in the order of the choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Repeat {
    Never,
    Weekly,
    EveryOtherWeek,
    Daily,
    MonthlyNth,
    MonthlyLast,
}

impl Repeat {
    const ALL: [Self; 6] =
        [Self::Never, Self::Weekly, Self::EveryOtherWeek, Self::Daily, Self::MonthlyNth, Self::MonthlyLast];

    pub(super) fn at(place: usize) -> Self {
        Self::ALL.get(place).copied().unwrap_or(Self::Never)
    }

    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|repeat| *repeat == self).unwrap_or(0)
    }

    /// How a rule is chosen here, and the step that is typed where no choice says it.
    pub(super) fn of(pattern: &Pattern) -> (Self, Option<u32>) {
        match pattern {
            Pattern::Weekly { every: 1, .. } => (Self::Weekly, None),
            Pattern::Weekly { every: 2, .. } => (Self::EveryOtherWeek, None),
            Pattern::Weekly { every, .. } => (Self::Weekly, Some(*every)),
            Pattern::Daily { every: 1 } => (Self::Daily, None),
            Pattern::Daily { every } => (Self::Daily, Some(*every)),
            Pattern::Monthly { nth: Nth::Last, .. } => (Self::MonthlyLast, None),
            Pattern::Monthly { .. } => (Self::MonthlyNth, None),
        }
    }

    fn is_weekly(self) -> bool {
        matches!(self, Self::Weekly | Self::EveryOtherWeek)
    }

    /// Whether a step can be typed besides.
    pub(super) fn has_step(self) -> bool {
        self.is_weekly() || self == Self::Daily
    }
}

/// What is picked in the choices, by code: the lists behind them may come later or change.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub(super) struct Picks {
    pub kind: String,
    pub programme: Option<String>,
    pub room: Option<String>,
    pub partner: Option<String>,
    pub repeat: usize,
    pub audience: usize,
    pub rural: usize,
    pub restricted: usize,
}

/// Every field, empty, in the order of Tab.
pub(super) fn all() -> Vec<Field> {
    ROWS.iter()
        .flat_map(|row| row.iter())
        .map(|(id, _)| match *id {
            KIND | REPEAT | ROOM | PROGRAMME | MORE | AUDIENCE | PARTNER | RURAL | RESTRICTED => {
                Field::choice(id, Vec::new())
            }
            PLACE | TRAINER => Field::suggest(id),
            EXCEPT => Field::list(id),
            id => Field::text(id),
        })
        .collect()
}

/// The codes that a choice offers: those that are not switched off, and the picked one whatever it is.
fn codes<'a, C: std::fmt::Display + 'a>(
    listings: impl Iterator<Item = &'a Listing<C>> + 'a,
    picked: Option<&'a str>,
    today: NaiveDate,
) -> impl Iterator<Item = &'a Listing<C>> {
    listings.filter(move |listing| listing.is_offered(today) || Some(listing.code.to_string().as_str()) == picked)
}

/// Codes with their names.
type Offered = Vec<(String, String)>;

fn named<'a, C: std::fmt::Display + 'a>(
    listings: impl Iterator<Item = &'a Listing<C>>,
    prefix: &str,
    cx: &Context,
) -> Offered {
    listings.map(|listing| (listing.code.to_string(), listing_name(listing, prefix, &cx.texts))).collect()
}

pub(super) fn kinds(catalogue: &EventCatalogue, picks: &Picks, cx: &Context) -> Offered {
    let open = catalogue.kinds.iter().filter(|kind| kind.code.as_str() != EventKindCode::CAMPAIGN);
    named(codes(open, Some(&picks.kind), cx.today()), "event-kind", cx)
}

pub(super) fn rooms(catalogue: &EventCatalogue, picks: &Picks, cx: &Context) -> Offered {
    let rooms = catalogue.rooms.iter().map(|room| &room.listing);
    named(codes(rooms, picks.room.as_deref(), cx.today()), "room", cx)
}

pub(super) fn programmes(catalogue: &EventCatalogue, picks: &Picks, cx: &Context) -> Offered {
    named(codes(catalogue.programmes.iter(), picks.programme.as_deref(), cx.today()), "programme", cx)
}

pub(super) fn partners(catalogue: &EventCatalogue, picks: &Picks, cx: &Context) -> Offered {
    named(codes(catalogue.partners.iter(), picks.partner.as_deref(), cx.today()), "partner", cx)
}

impl EventForm {
    /// Whether a field is seen now.
    fn is_seen(&self, id: &str) -> bool {
        let repeat = self.repeat();
        match id {
            FROM => self.of.is_series(),
            REPEAT => !self.of.is_session(),
            UNTIL | EXCEPT => repeat != Repeat::Never,
            WEEKDAYS => repeat.is_weekly(),
            EVERY => self.is_unfolded() && repeat.has_step(),
            AUDIENCE | AGES | PARTNER | RURAL | RESTRICTED | NOTE => self.is_unfolded(),
            _ => true,
        }
    }

    /// Puts the fields that are seen into the form, in their rows; the others wait with what is in them.
    pub(super) fn arrange(&mut self) {
        let focused = self.form.focused();
        let seen: Vec<&str> =
            ROWS.iter().flat_map(|row| row.iter()).map(|(id, _)| *id).filter(|id| self.is_seen(id)).collect();
        let mut pool = std::mem::take(&mut self.form.fields);
        pool.append(&mut self.hidden);
        let mut fields = Vec::new();
        for id in &seen {
            if let Some(place) = pool.iter().position(|field| field.id == *id) {
                fields.push(pool.swap_remove(place));
            }
        }
        self.form.fields = fields;
        self.hidden = pool;
        let is_seen = |(id, _): &&(&'static str, u16)| seen.contains(id);
        let rows = ROWS.iter().map(|row| row.iter().filter(is_seen).copied().collect::<Vec<_>>());
        self.form.rows = rows.filter(|row| !row.is_empty()).map(Row::Fields).collect();
        self.form.focus = focused.and_then(|id| self.form.fields.iter().position(|field| field.id == id)).or(Some(0));
    }

    /// A field, also one that is not seen.
    pub(super) fn any(&self, id: &str) -> Option<&Field> {
        self.form.field(id).or_else(|| self.hidden.iter().find(|field| field.id == id))
    }

    /// A field to be changed, also one that is not seen.
    pub(super) fn any_mut(&mut self, id: &str) -> Option<&mut Field> {
        if self.form.field(id).is_some() {
            return self.form.field_mut(id);
        }
        self.hidden.iter_mut().find(|field| field.id == id)
    }

    /// What is typed in a field, also one that is not seen.
    pub(super) fn value(&self, id: &str) -> String {
        self.any(id).map(|field| field.line.text().trim().to_owned()).unwrap_or_default()
    }

    pub(super) fn put(&mut self, id: &str, text: &str) {
        if let Some(field) = self.any_mut(id) {
            field.put(text);
        }
    }

    fn offer(&mut self, id: &str, words: Vec<String>, picked: usize) {
        if let Some(field) = self.any_mut(id) {
            field.say(words);
            field.pick(picked);
        }
    }

    /// Says every choice anew: the catalogue has come, the language or the day has changed.
    pub(super) fn say_choices(&mut self, cx: &Context) {
        let picks = self.picks.clone();
        let catalogue = &self.catalogue;
        let kinds = kinds(catalogue, &picks, cx);
        let at = kinds.iter().position(|(code, _)| *code == picks.kind).unwrap_or(0);
        let open = |offered: Offered, picked: &Option<String>| {
            let at = offered.iter().position(|(code, _)| Some(code) == picked.as_ref()).map_or(0, |place| place + 1);
            let words = offered.into_iter().map(|(_, name)| name);
            (std::iter::once(cx.t("campaign-none")).chain(words).collect::<Vec<_>>(), at)
        };
        let rooms = open(rooms(catalogue, &picks, cx), &picks.room);
        let programmes = open(programmes(catalogue, &picks, cx), &picks.programme);
        let partners = open(partners(catalogue, &picks, cx), &picks.partner);
        self.offer(KIND, kinds.into_iter().map(|(_, name)| name).collect(), at);
        self.offer(ROOM, rooms.0, rooms.1);
        self.offer(PROGRAMME, programmes.0, programmes.1);
        self.offer(PARTNER, partners.0, partners.1);
        let audiences = Audience::ALL.into_iter().map(|one| cx.t(&format!("event-audience-{}", one.code())));
        self.offer(AUDIENCE, std::iter::once(cx.t("campaign-none")).chain(audiences).collect(), picks.audience);
        self.offer(RESTRICTED, vec![cx.t("event-no"), cx.t("event-yes")], picks.restricted);
        let place = self.rural_of_place(cx);
        let by_place = match place {
            Some(true) => "event-rural-by-place-yes",
            Some(false) => "event-rural-by-place-no",
            None => "event-rural-by-place",
        };
        self.offer(RURAL, vec![cx.t(by_place), cx.t("event-yes"), cx.t("event-no")], picks.rural);
        let folded = vec![cx.t("event-more-folded"), cx.t("event-more-open")];
        let is_unfolded = usize::from(self.is_unfolded());
        self.offer(MORE, folded, is_unfolded);
        self.say_repeat(cx);
    }

    /// The ways of repeating, those of a month by the day of the form.
    pub(super) fn say_repeat(&mut self, cx: &Context) {
        let (nth, day) = self.monthly(cx);
        let monthly = |nth| pattern_in_words(&cx.texts, &Pattern::Monthly { nth, day });
        let words = vec![
            cx.t("event-repeat-never"),
            cx.t("event-repeat-weekly"),
            cx.t("event-repeat-other-week"),
            cx.t("event-repeat-daily"),
            monthly(nth),
            monthly(Nth::Last),
        ];
        let picked = self.picks.repeat;
        self.offer(REPEAT, words, picked);
        let short = self.day(cx).map(|day| super::super::words::weekday_short(day, cx)).unwrap_or_default();
        if let Some(field) = self.any_mut(DAY) {
            field.suffix = short;
        }
    }

    /// Which day of the month is meant: that of the rule as long as the day of the form is the rule's, else that of the form.
    pub(super) fn monthly(&self, cx: &Context) -> (Nth, chrono::Weekday) {
        let day = self.day(cx).unwrap_or(cx.today());
        match self.ruled {
            Some((first, nth, weekday)) if first == day => (nth, weekday),
            _ => (Nth::of(day), day.weekday()),
        }
    }
}

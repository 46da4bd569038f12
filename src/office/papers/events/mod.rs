//! Papers of events: the sheet on which those who came sign, the register of a month, the list of participants, certificates.
//!
//! Here: what each of them says above its table, and the people as papers name them. A session or a series that the asker may not open is
//! refused before anything is made, so names of a restricted one are on nobody's paper but of those who may. No category stands on any.

mod certificates;
mod make;
mod month;
mod participants;
mod session_sheet;
#[cfg(test)]
mod tests;

use certificates::{Certificates, Completed};
use month::{Grid, GridColumn, GridMark, GridRow};
use participants::{Participant, Participants};
use session_sheet::{SessionSheet, Signer};

use super::words::PaperWords;
use crate::domain::date;
use crate::domain::person::BirthDate;
use crate::domain::sheet::{Fact, Signatory};
use chrono::{Datelike, NaiveDate};

/// What stands above the table of every paper of an event.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct About {
    /// Its title.
    pub(super) title: String,
    /// What kind of event it is, in words.
    pub(super) kind: String,
    /// Under which programme, in words.
    pub(super) programme: String,
    /// Where: settlement and room.
    pub(super) place: String,
    /// With whom, in words.
    pub(super) partner: String,
    /// Who holds it.
    pub(super) trainer: String,
}

impl About {
    /// The facts, those that there are; `when` says the day or the days.
    fn facts(&self, when: &str, words: &PaperWords<'_>) -> Vec<Fact> {
        let facts = [
            words.fact("paper-fact-event", self.title.as_str()),
            words.fact("paper-fact-event-kind", self.kind.as_str()),
            words.fact("paper-fact-event-when", when),
            words.fact("paper-fact-event-place", self.place.as_str()),
            words.fact("paper-fact-programme", self.programme.as_str()),
            words.fact("paper-fact-event-partner", self.partner.as_str()),
            words.fact("paper-fact-event-trainer", self.trainer.as_str()),
        ];
        facts.into_iter().flatten().collect()
    }

    /// The trainer, and whoever else signs the office's papers.
    fn signatories(&self, words: &PaperWords<'_>) -> Vec<Signatory> {
        let mut signs = vec![words.signs("paper-sign-trainer", self.trainer.as_str())];
        signs.extend(words.also_sign());
        signs
    }
}

/// A year of birth with the age on a day: `2012 (13)`. Nothing where the birth is not known.
fn birth_and_age(birth: Option<BirthDate>, on: NaiveDate) -> String {
    birth.map(|birth| format!("{} ({})", birth.year(), birth.age_on(on))).unwrap_or_default()
}

/// `21 листопада 2026 року`.
fn long_day(day: NaiveDate, words: &PaperWords<'_>) -> String {
    let values = [("day", day.day().into()), ("month", day.month().into()), ("year", i64::from(day.year()).into())];
    words.tv("paper-long-day", &values)
}

/// One day, or from one to another.
fn days(from: NaiveDate, until: NaiveDate) -> String {
    if from == until { date::show(from) } else { format!("{} – {}", date::show(from), date::show(until)) }
}

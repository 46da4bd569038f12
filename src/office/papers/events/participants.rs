//! The list of participants: who is enrolled and since when, who waits and in which turn, who completed the course.

use super::super::Paper;
use super::super::words::PaperWords;
use super::{About, birth_and_age};
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::sheet::{Cell, Column, Row, Sheet};
use chrono::NaiveDate;

/// Somebody on the list.
pub(in crate::office::papers) struct Participant {
    /// Who.
    pub(in crate::office::papers) name: PersonName,
    /// Birth.
    pub(in crate::office::papers) birth: Option<BirthDate>,
    /// The family's number; empty for a person without a family.
    pub(in crate::office::papers) number: String,
    /// How to reach them; empty without the right to see it.
    pub(in crate::office::papers) phone: String,
    /// Enrolled, or waiting, since.
    pub(in crate::office::papers) since: Option<NaiveDate>,
    /// How many times they came, of how many held sessions.
    pub(in crate::office::papers) came: (usize, usize),
    /// «сертифікат № 2026-007 від 21.11.2026», or nothing.
    pub(in crate::office::papers) note: String,
}

/// The list.
pub(in crate::office::papers) struct Participants {
    pub(in crate::office::papers) about: About,
    /// The day of the list.
    pub(in crate::office::papers) on: NaiveDate,
    /// The days of the series, or of the session.
    pub(in crate::office::papers) days: (NaiveDate, NaiveDate),
    pub(in crate::office::papers) capacity: Option<u32>,
    pub(in crate::office::papers) with_phones: bool,
    pub(in crate::office::papers) enrolled: Vec<Participant>,
    pub(in crate::office::papers) completed: Vec<Participant>,
    /// In the order in which they are admitted.
    pub(in crate::office::papers) waiting: Vec<Participant>,
}

impl Participants {
    pub(in crate::office::papers) fn paper(&self, words: &PaperWords<'_>) -> Paper {
        let mut columns = vec![
            Column::numbers(words.t("paper-column-line"), 2),
            Column::words(words.t("paper-column-name"), 11),
            Column::marks(words.t("paper-column-birth-year"), 5),
            Column::marks(words.t("paper-column-family"), 5),
        ];
        if self.with_phones {
            columns.push(Column::words(words.t("paper-column-phone"), 6));
        }
        columns.push(Column::marks(words.t("paper-column-since"), 5));
        columns.push(Column::marks(words.t("paper-column-visits"), 4));
        columns.push(Column::words(words.t("paper-column-note"), 7));
        let mut rows = Vec::new();
        let parts = [
            ("paper-part-enrolled", &self.enrolled),
            ("paper-part-completed", &self.completed),
            ("paper-part-waiting", &self.waiting),
        ];
        let is_parted = parts.iter().filter(|(_, people)| !people.is_empty()).count() > 1;
        for (id, people) in parts {
            if is_parted && !people.is_empty() {
                rows.push(Row::heading(words.tv(id, &[("count", people.len().into())])));
            }
            rows.extend((1_i64..).zip(people).map(|(place, one)| self.row(place, one)));
        }
        let mut closing = vec![words.tv("paper-closing-enrolled", &[("count", self.enrolled.len().into())])];
        closing.extend(self.capacity.map(|places| words.tv("paper-closing-places", &[("count", places.into())])));
        let sheet = Sheet {
            office: words.office.to_owned(),
            title: words.t("paper-title-participants"),
            date: Some(self.on),
            head: self.about.facts(&super::days(self.days.0, self.days.1), words),
            columns,
            rows,
            closing,
            signatories: self.about.signatories(words),
            legal: words.settings.legal_basis.clone(),
            ..Sheet::default()
        };
        Paper { name: words.tv("paper-file-participants", &[("day", self.on.to_string().into())]), sheet }
    }

    fn row(&self, place: i64, one: &Participant) -> Row {
        let mut cells = vec![
            Cell::Count(place),
            Cell::Text(one.name.full()),
            Cell::Text(birth_and_age(one.birth, self.on)),
            Cell::Text(one.number.clone()),
        ];
        if self.with_phones {
            cells.push(Cell::Text(one.phone.clone()));
        }
        let (came, of) = one.came;
        let came = if of == 0 { Cell::Empty } else { Cell::Text(format!("{came}/{of}")) };
        cells.extend([Cell::day(one.since), came, Cell::Text(one.note.clone())]);
        Row::of(cells)
    }
}

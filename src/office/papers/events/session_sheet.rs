//! The sheet of a session: everybody who is expected, a line to sign each, room for those who come beside them.

use super::super::Paper;
use super::super::words::PaperWords;
use super::{About, birth_and_age};
use crate::domain::date;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::sheet::{Cell, Column, Row, Sheet};
use chrono::NaiveDate;

/// Empty lines under the names: somebody always comes whom nobody expected.
const EMPTY_LINES: usize = 5;

/// Somebody on the sheet.
pub(in crate::office::papers) struct Signer {
    /// Who.
    pub(in crate::office::papers) name: PersonName,
    /// Birth.
    pub(in crate::office::papers) birth: Option<BirthDate>,
    /// How to reach them; empty without the right to see it.
    pub(in crate::office::papers) phone: String,
}

/// A session on paper.
pub(in crate::office::papers) struct SessionSheet {
    pub(in crate::office::papers) about: About,
    /// Its day.
    pub(in crate::office::papers) held_on: NaiveDate,
    /// `11:00–12:30`; empty where nobody said.
    pub(in crate::office::papers) hours: String,
    /// Who is expected, in the order of the register.
    pub(in crate::office::papers) people: Vec<Signer>,
    /// Whether the asker may see phones: without it the column is not there.
    pub(in crate::office::papers) with_phones: bool,
    /// Unnamed women, men and children, where somebody counted them already.
    pub(in crate::office::papers) heads: Option<[u32; 3]>,
}

impl SessionSheet {
    pub(in crate::office::papers) fn paper(&self, words: &PaperWords<'_>) -> Paper {
        let mut columns = vec![
            Column::numbers(words.t("paper-column-line"), 2),
            Column::words(words.t("paper-column-name"), 12),
            Column::marks(words.t("paper-column-birth-year"), 5),
        ];
        if self.with_phones {
            columns.push(Column::words(words.t("paper-column-phone"), 6));
        }
        columns.push(Column::words(words.t("paper-column-signature"), 7));
        let empty = std::iter::repeat_n(None, EMPTY_LINES);
        let rows = (1_i64..).zip(self.people.iter().map(Some).chain(empty)).map(|(place, signer)| {
            let (name, birth, phone) = match signer {
                Some(signer) => (signer.name.full(), birth_and_age(signer.birth, self.held_on), signer.phone.clone()),
                None => Default::default(),
            };
            let mut cells = vec![Cell::Count(place), Cell::Text(name), Cell::Text(birth)];
            if self.with_phones {
                cells.push(Cell::Text(phone));
            }
            cells.push(Cell::Signature);
            Row::of(cells)
        });
        let heads = match self.heads {
            Some([women, men, children]) => {
                let values = [("women", women.into()), ("men", men.into()), ("children", children.into())];
                words.tv("paper-heads", &values)
            }
            None => words.t("paper-heads-empty"),
        };
        let day = date::show(self.held_on);
        let when = if self.hours.is_empty() { day.clone() } else { format!("{day}, {}", self.hours) };
        let sheet = Sheet {
            office: words.office.to_owned(),
            title: words.t("paper-title-session-sheet"),
            head: self.about.facts(&when, words),
            columns,
            rows: rows.collect(),
            closing: vec![words.tv("paper-closing-expected", &[("count", self.people.len().into())]), heads],
            signatories: self.about.signatories(words),
            legal: words.settings.legal_basis.clone(),
            ..Sheet::default()
        };
        let values = [("day", self.held_on.to_string().into())];
        Paper { name: words.tv("paper-file-session-sheet", &values), sheet }
    }
}

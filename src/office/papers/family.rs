//! The card that a family keeps: its number for people and for the scanner, and who is in it.

use super::Paper;
use crate::domain::date;
use crate::domain::id::FamilyId;
use crate::domain::sheet::{Cell, Column, Fact, Row, Sheet};
use crate::office::{Office, OfficeError};
use crate::text::Texts;

impl Office {
    /// The family's card. What is sensitive is never on it, whoever prints it: it leaves the office in somebody's pocket.
    pub(super) fn family_paper(&mut self, family: FamilyId, texts: &Texts) -> Result<Paper, OfficeError> {
        let card = self.card(family)?;
        let rows = card.members.iter().map(|member| {
            let birth = member.birth.map(date::show_birth).unwrap_or_default();
            let relation = texts.code("relation", member.relation.code());
            Row::of([Cell::text(member.name.full()), Cell::text(relation), Cell::text(birth)])
        });
        let sheet = Sheet {
            office: self.profile().name.clone(),
            title: texts.get("paper-family-title"),
            number: Some(card.number.to_string()),
            head: vec![Fact { name: texts.get("paper-family-registered"), value: date::show(card.registered_on) }],
            columns: vec![
                Column::words(texts.get("paper-column-name"), 6),
                Column::words(texts.get("paper-column-relation"), 3),
                Column::marks(texts.get("paper-column-birth"), 2),
            ],
            rows: rows.collect(),
            barcode: Some(card.number.value().to_string()),
            ..Sheet::default()
        };
        Ok(Paper { name: texts.format("paper-family-file", &[("number", card.number.to_string().into())]), sheet })
    }
}

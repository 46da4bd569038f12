//! Members of a family to tick: who goes together.

use crate::domain::date;
use crate::domain::family::FamilyCard;
use crate::domain::id::PersonId;
use crate::tui::app::Context;
use crate::tui::keys::Key;
use crate::tui::screens::card::relation_word;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;

/// Rows of the list.
pub const TICK_ROWS: usize = 10;

/// One member.
struct Tick {
    person: PersonId,
    relation: String,
    name: String,
    birth: String,
    is_ticked: bool,
}

/// The list.
pub struct Ticks {
    rows: Vec<Tick>,
    cursor: ListCursor,
}

impl Ticks {
    /// Everybody in the family, the one the change began with ticked.
    pub fn of(card: &FamilyCard, first: Option<PersonId>, cx: &Context) -> Self {
        let tick = |member: &crate::domain::family::Member| Tick {
            person: member.person,
            relation: relation_word(member.relation, member.sex, cx),
            name: member.name.full(),
            birth: member.birth.map(date::show_birth).unwrap_or_default(),
            is_ticked: Some(member.person) == first,
        };
        let rows: Vec<Tick> = card.members.iter().map(tick).collect();
        let chosen = rows.iter().position(|row| row.is_ticked).unwrap_or(0);
        Self { rows, cursor: ListCursor { chosen } }
    }

    /// Who is ticked, in the order of the card.
    pub fn ticked(&self) -> Vec<PersonId> {
        self.rows.iter().filter(|row| row.is_ticked).map(|row| row.person).collect()
    }

    /// A keystroke: Space and Ins tick, the numeric pad all, none or the others.
    pub fn key(&mut self, key: Key) {
        match key {
            Key::Char(' ') | Key::Insert => {
                if let Some(row) = self.rows.get_mut(self.cursor.chosen) {
                    row.is_ticked = !row.is_ticked;
                }
                self.cursor.key(Key::Down, self.rows.len(), TICK_ROWS);
            }
            Key::Char('+') => self.rows.iter_mut().for_each(|row| row.is_ticked = true),
            Key::Char('-') => self.rows.iter_mut().for_each(|row| row.is_ticked = false),
            Key::Char('*') => self.rows.iter_mut().for_each(|row| row.is_ticked = !row.is_ticked),
            Key::Tab => {
                self.cursor.key(Key::Down, self.rows.len(), TICK_ROWS);
            }
            Key::BackTab => {
                self.cursor.key(Key::Up, self.rows.len(), TICK_ROWS);
            }
            key => {
                self.cursor.key(key, self.rows.len(), TICK_ROWS);
            }
        }
    }

    /// Draws the list on the sheet.
    pub fn view(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        sheet.paragraph(cx.theme.text, &cx.t("happen-split-who"));
        sheet.gap();
        let cells = sheet.cells();
        let first = self.cursor.first(self.rows.len(), TICK_ROWS);
        for (place, row) in self.rows.iter().enumerate().skip(first).take(TICK_ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let (sign, tick) = (if is_chosen { "▸" } else { " " }, if row.is_ticked { "[x]" } else { "[ ]" });
            let text = format!("{sign} {tick} {} {} {}", fit(&row.relation, 15), fit(&row.name, 31), row.birth);
            sheet.line(style, &fit(&text, cells));
        }
    }
}

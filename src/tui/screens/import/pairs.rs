//! Who is there already: people of the file who resemble somebody on the register or an earlier row, each with a choice.
//!
//! A likeness suggests and never decides, so every pair waits for a person: the same, another one, or leave the row out. One key of the
//! numeric pad answers for all that are not answered yet.

use super::Page;
use super::rows::{Rows, understood};
use crate::domain::date;
use crate::domain::person::{BirthDate, PersonName};
use crate::office::AlikeTo;
use crate::office::intake::{Choice, Preview};
use crate::tui::app::Context;
use crate::tui::app::message::import::Pair;
use crate::tui::commands::CommandId;
use crate::tui::keys::Key;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::collections::HashMap;
use std::sync::Arc;

const CHOICE_CELLS: usize = 14;

/// The pairs and what was decided.
pub(super) struct Pairs {
    pairs: Arc<Vec<Pair>>,
    preview: Arc<Preview>,
    /// How many rows were left out before.
    left_out: usize,
    choices: Vec<Option<Choice>>,
    cursor: ListCursor,
}

impl Pairs {
    /// The pairs, with what was decided about the same rows before.
    pub(super) fn of(pairs: Arc<Vec<Pair>>, rows: &Rows, earlier: Option<&Self>) -> Self {
        let (preview, left_out) = (Arc::clone(&rows.preview), rows.left_out.len());
        let known: HashMap<usize, Choice> = earlier
            .into_iter()
            .flat_map(|earlier| {
                let choices = earlier.pairs.iter().zip(&earlier.choices);
                choices.filter_map(|(pair, choice)| Some((earlier.number(pair.at), (*choice)?)))
            })
            .collect();
        let number = |at: usize| preview.rows.get(at).map_or(0, |row| row.number);
        let choices = pairs.iter().map(|pair| known.get(&number(pair.at)).copied()).collect();
        Self { pairs, preview, left_out, choices, cursor: ListCursor::default() }
    }

    fn number(&self, at: usize) -> usize {
        self.preview.rows.get(at).map_or(0, |row| row.number)
    }

    /// Pairs that nobody decided about.
    pub(super) fn undecided(&self) -> usize {
        self.choices.iter().filter(|choice| choice.is_none()).count()
    }

    /// What was decided, by the position of the pair.
    pub(super) fn choices(&self) -> Vec<(usize, Choice)> {
        self.choices.iter().enumerate().filter_map(|(place, choice)| Some((place, (*choice)?))).collect()
    }

    /// Numbers of the rows that were decided so.
    pub(super) fn rows_of(&self, wanted: Choice) -> Vec<usize> {
        let pairs = self.pairs.iter().zip(&self.choices);
        pairs.filter(|(_, choice)| **choice == Some(wanted)).map(|(pair, _)| self.number(pair.at)).collect()
    }

    pub(super) fn key(&mut self, key: Key, page: usize) {
        let choice = match key {
            Key::Char('1') => Choice::Same,
            Key::Char('2') => Choice::New,
            Key::Char('3') => Choice::Skip,
            Key::Char('+') => return self.command(CommandId::ImportAllSame),
            Key::Char('*') => return self.command(CommandId::ImportAllNew),
            Key::Char('-') => return self.command(CommandId::ImportAllSkip),
            key => {
                self.cursor.key(key, self.pairs.len(), page);
                return;
            }
        };
        if let Some(chosen) = self.choices.get_mut(self.cursor.chosen) {
            *chosen = Some(choice);
            self.cursor.key(Key::Down, self.pairs.len(), page);
        }
    }

    pub(super) fn command(&mut self, command: CommandId) {
        let choice = match command {
            CommandId::ImportAllSame => Choice::Same,
            CommandId::ImportAllNew => Choice::New,
            CommandId::ImportAllSkip => Choice::Skip,
            _ => return,
        };
        // When everything is decided the key says it anew for all.
        let all = self.undecided() == 0;
        self.choices.iter_mut().filter(|known| all || known.is_none()).for_each(|known| *known = Some(choice));
    }

    pub(super) fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut page = Page::new(cx, frame, area);
        let count = |id: &str, count: usize| cx.tv(id, &[("count", count.into())]);
        if self.pairs.is_empty() {
            page.gap();
            page.paragraph(cx.theme.good, &cx.t("import-pairs-none"));
        } else {
            let (about, style) = match self.undecided() {
                0 => (cx.t("import-pairs-decided"), cx.theme.good),
                left => (count("import-pairs-left", left), cx.theme.warning),
            };
            page.line(style, &format!("{} · {about}", count("import-pairs", self.pairs.len())));
        }
        page.gap();
        let rows = page.left().saturating_sub(4) / 2;
        let first = self.cursor.first(self.pairs.len(), rows);
        for place in (first..self.pairs.len()).take(rows) {
            self.pair(place, &mut page);
        }
        page.y = page.area.bottom().saturating_sub(3);
        let chosen = self.pairs.get(self.cursor.chosen);
        let why = chosen.map(|pair| reasons(pair, cx));
        page.line(cx.theme.warning, &why.unwrap_or_default());
        let skipped = self.left_out + self.rows_of(Choice::Skip).len();
        let people = self.preview.rows.len().saturating_sub(skipped);
        page.line(cx.theme.text, &count("import-pairs-write", people));
        page.bottom(&cx.t(if self.pairs.is_empty() { "import-write-keys" } else { "import-pairs-keys" }));
    }

    fn pair(&self, place: usize, page: &mut Page<'_, '_, '_>) {
        let cx = page.cx;
        let Some(pair) = self.pairs.get(place) else { return };
        let is_chosen = place == self.cursor.chosen;
        let choice = match self.choices.get(place).copied().flatten() {
            None => "import-choice-none",
            Some(Choice::Same) => "import-choice-same",
            Some(Choice::New) => "import-choice-new",
            Some(Choice::Skip) => "import-choice-skip",
        };
        let alike = &pair.alike;
        let row = |at: usize| cx.tv("import-row", &[("row", self.number(at).to_string().into())]);
        let mark = if is_chosen { "▸" } else { " " };
        let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
        let line =
            format!("{mark} {} {} · {}", fit(&cx.t(choice), CHOICE_CELLS), row(pair.at), who(&alike.name, alike.birth));
        let cells = page.cells();
        page.line(style, &fit(&line, cells));
        let other = match &alike.with {
            AlikeTo::Row { .. } => pair.other.map(|at| format!("{} · {}", row(at), self.shown(at))).unwrap_or_default(),
            AlikeTo::Person { number, name, birth, .. } => {
                let number = number.map_or_else(|| cx.t("import-on-register"), |number| number.to_string());
                format!("{number} · {}", who(name, *birth))
            }
        };
        page.line(cx.theme.dim, &format!("     = {other} — {}", reasons(pair, cx)));
    }

    /// The first cells of an earlier row: who it is stands there.
    fn shown(&self, at: usize) -> String {
        let Some(row) = self.preview.rows.get(at) else { return String::new() };
        let names = ["full_name", "surname", "given_name", "patronymic", "birth_date"];
        let columns = self.preview.columns.iter().filter(|(_, _, target)| names.contains(target));
        let cells = columns.filter_map(|(place, _, target)| Some(understood(target, row.cells.get(*place)?.clone())));
        crate::domain::name::clean(&cells.collect::<Vec<_>>().join(" "))
    }
}

fn reasons(pair: &Pair, cx: &Context) -> String {
    pair.alike.reasons.iter().map(|reason| cx.texts.say(reason)).collect::<Vec<_>>().join(", ")
}

fn who(name: &PersonName, birth: Option<BirthDate>) -> String {
    match birth {
        Some(birth) => format!("{} {}", name.full(), date::show_birth(birth)),
        None => name.full(),
    }
}

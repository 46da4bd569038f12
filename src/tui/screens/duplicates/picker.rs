//! "Merge with…": the other family is searched for by typing, as on the first screen.

use crate::domain::date;
use crate::domain::id::{FamilyId, PersonId};
use crate::office::{Found, Standing};
use crate::tui::app::message::{DuplicatesAsk, DuplicatesTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::merge::Merge;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Rows seen at once.
const PAGE: usize = 8;

/// The window of the choice.
pub struct Picker {
    /// The entry that another is looked for to.
    with: Standing,
    query: InputLine,
    generation: u64,
    found: Vec<Found>,
    cursor: ListCursor,
}

impl Picker {
    /// A choice of the entry to be merged with this family. Whom of it, when a person without a family is chosen, is found by likeness.
    pub fn of_family(family: FamilyId) -> Self {
        let with = Standing { person: PersonId(uuid::Uuid::nil()), family: Some(family) };
        Self { with, query: InputLine::default(), generation: 0, found: Vec::new(), cursor: ListCursor::default() }
    }

    fn search(&mut self) -> Step {
        self.generation += 1;
        let text = self.query.text();
        Step::effect(Effect::Duplicates(DuplicatesAsk::Find { generation: self.generation, text }))
    }

    fn choose(&self, cx: &mut Context) -> Step {
        let Some(found) = self.found.get(self.cursor.chosen) else { return Step::stay() };
        let other = Standing { person: found.person, family: found.family };
        let screen = Merge::loading(self.with, other, cx);
        Step::go(Go::Replace(Box::new(screen))).with(Effect::Duplicates(DuplicatesAsk::Compare(self.with, other)))
    }
}

impl Screen for Picker {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.choose(cx),
            key if !matches!(key, Key::Home | Key::End) && self.cursor.key(key, self.found.len(), PAGE) => Step::stay(),
            key => {
                if self.query.key(key) {
                    self.search()
                } else {
                    Step::stay()
                }
            }
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.query.insert(text.trim()) { self.search() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Duplicates(DuplicatesTold::Found { generation, found }) if *generation == self.generation => {
                match found {
                    Ok(found) => {
                        // The entry itself is no choice.
                        let is_other = |row: &&Found| row.family.is_none() || row.family != self.with.family;
                        self.found = found.iter().filter(is_other).cloned().collect();
                        self.cursor = ListCursor::default();
                        Step::stay()
                    }
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(PAGE + 4).unwrap_or(12);
        let rect = window(cx, frame, area, 76.min(area.width.saturating_sub(4)), height);
        let inner = frame_with_title(frame, rect, &cx.t("merge-with-title"), cx.theme.frame_focus, cx.theme.title);
        let room = usize::from(inner.width);
        let (text, at) = self.query.window(room.saturating_sub(4));
        let field = Line::from(vec![
            Span::styled(" ⌕ ", cx.theme.dim),
            Span::styled(fit(&text, room.saturating_sub(4)), cx.theme.field_focus),
        ]);
        frame.render_widget(field, Rect { height: 1, ..inner });
        frame.set_cursor_position((inner.x + 3 + at, inner.y));
        let first = self.cursor.first(self.found.len(), PAGE);
        let line = |row: usize| Rect { y: inner.y + 2 + u16::try_from(row).unwrap_or(0), height: 1, ..inner };
        if self.found.is_empty() {
            let id = if self.query.is_empty() { "merge-with-hint" } else { "merge-with-nothing" };
            frame.render_widget(Span::styled(format!("  {}", cx.t(id)), cx.theme.dim), line(0));
        }
        for (row, (place, found)) in self.found.iter().enumerate().skip(first).take(PAGE).enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let number = found.number.map_or_else(|| cx.t("home-single"), |number| number.to_string());
            let birth = found.birth.map(date::show_birth).unwrap_or_default();
            let text = format!("{mark} {} {} {}", fit(&found.name.full(), 36), fit(&birth, 10), fit(&number, 9));
            let text = if found.address.is_empty() { text } else { format!("{text} {}", found.address) };
            frame.render_widget(Span::styled(fit(&text, room), style), line(row));
        }
    }
}

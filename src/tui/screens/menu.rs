//! F9: every command of the screen below, with its key and its sentence; typing filters, what cannot run now says why.

use crate::search::small::Needle;
use crate::tui::app::{Answer, Context, Go, Model, Screen, Step, Toast};
use crate::tui::commands::{self, Availability, CommandId, Scope, TABLE};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below, window};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::marked::marked;
use crate::tui::widgets::text::{fit, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Cells of a command's title.
const TITLE_CELLS: usize = 16;

struct Entry {
    id: CommandId,
    key: String,
    title: String,
    help: String,
    refusal: Option<String>,
}

/// The menu.
pub struct Menu {
    entries: Vec<Entry>,
    filter: InputLine,
    cursor: ListCursor,
}

impl Menu {
    /// The menu of the top screen as it is now.
    pub fn of(model: &Model) -> Self {
        let mut entries: Vec<Entry> = TABLE
            .iter()
            .filter(|command| command.id != CommandId::Menu)
            .filter_map(|command| {
                let refusal = match commands::availability(command.id, model) {
                    Availability::Here => None,
                    Availability::Refused(reason) => Some(reason),
                    Availability::Elsewhere => return None,
                };
                Some(Entry {
                    id: command.id,
                    key: commands::key_in_menu(command),
                    title: model.cx.t(command.title),
                    help: model.cx.t(&format!("{}-help", command.title)),
                    refusal,
                })
            })
            .collect();
        // Keys stay where hands and eyes know them; of the rest, what can run now comes first.
        entries.sort_by_key(|entry| entry.key.is_empty() && entry.refusal.is_some());
        Self { entries, filter: InputLine::default(), cursor: ListCursor::default() }
    }

    /// The entries that the filter leaves, the best first; of equals what can run now.
    fn shown(&self) -> Vec<&Entry> {
        let filter = self.filter.text();
        if Needle::of(&filter).is_empty() {
            // Signs that are no letters name no command; spaces are as good as nothing.
            return if filter.trim().is_empty() { self.entries.iter().collect() } else { Vec::new() };
        }
        let of = |id: CommandId| self.entries.iter().find(|entry| entry.id == id);
        let found = commands::found(&filter, |command| of(command.id).is_some());
        let mut found: Vec<_> = found.into_iter().filter_map(|(fit, id)| Some((fit.grade, of(id)?))).collect();
        found.sort_by_key(|(grade, entry)| (*grade, entry.refusal.is_some()));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Screen for Menu {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.shown().len();
        match key {
            Key::Esc => return Step::pop(),
            Key::F(9) => {
                // Pressed twice, the menu's key locks the desk: nothing on the way from the chair is quicker. Where nobody is signed
                // in, it closes the menu.
                let can_lock = self.entries.iter().any(|entry| entry.id == CommandId::Lock);
                let lock = Step::go(Go::PopWith(Answer::Command(CommandId::Lock)));
                return if can_lock { lock } else { Step::pop() };
            }
            Key::Enter => {
                let Some(entry) =
                    self.shown().into_iter().nth(self.cursor.chosen).map(|entry| (entry.id, entry.refusal.clone()))
                else {
                    return Step::stay();
                };
                return match entry {
                    (_, Some(reason)) => Step::stay().saying(Toast::warning(reason)),
                    (id, None) => Step::go(Go::PopWith(Answer::Command(id))),
                };
            }
            Key::F(_) => {
                // A function key in the menu does what it says in the list.
                let wanted = key.to_string();
                let found = self
                    .entries
                    .iter()
                    .find(|entry| entry.key == wanted && entry.refusal.is_none())
                    .map(|entry| entry.id);
                return found.map_or_else(Step::stay, |id| Step::go(Go::PopWith(Answer::Command(id))));
            }
            key if !matches!(key, Key::Home | Key::End) && self.cursor.key(key, rows, 8) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        let _ = cx;
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text);
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let shown = self.shown();
        let (needle, nothing) = (Needle::of(&self.filter.text()), Needle::of(""));
        // Where there is room, sentences are shown whole.
        let wide = if cx.is_wide() { 108 } else { 76 }.min(area.width.saturating_sub(4));
        let height = u16::try_from(self.entries.len() + 4).unwrap_or(u16::MAX).min(area.height);
        let rect = window(cx, frame, area, wide, height);
        let inner = frame_with_title(frame, rect, &cx.t("command-menu"), cx.theme.frame_focus, cx.theme.title);
        let room = usize::from(inner.width);
        let (text, at) = self.filter.window(room.saturating_sub(4));
        frame.render_widget(
            Line::from(vec![
                Span::styled(" ⌕ ", cx.theme.dim),
                Span::styled(fit(&text, room.saturating_sub(4)), cx.theme.field_focus),
            ]),
            Rect { height: 1, ..inner },
        );
        frame.set_cursor_position((inner.x + 3 + at, inner.y));
        let page = usize::from(inner.height.saturating_sub(2));
        let first = self.cursor.first(shown.len(), page);
        for (row, (place, entry)) in shown.iter().enumerate().skip(first).take(page).enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let mark = if is_chosen { "▸" } else { " " };
            let style = match (is_chosen, entry.refusal.is_some()) {
                (true, _) => cx.theme.selected,
                (false, true) => cx.theme.dim,
                (false, false) => cx.theme.text,
            };
            let help = entry.refusal.as_deref().unwrap_or(&entry.help);
            let sign = if entry.refusal.is_some() { "✗ " } else { "" };
            let mut spans = vec![Span::styled(format!("{mark} {} ", fit(&entry.key, 4)), style)];
            spans.extend(marked(&entry.title, TITLE_CELLS, &needle, style, is_chosen, &cx.theme));
            spans.push(Span::styled(format!(" {sign}"), style));
            let rest = room.saturating_sub(TITLE_CELLS + 9 + width(sign));
            // A refusal is no sentence of the command: nothing in it was looked for.
            let needle = if entry.refusal.is_some() { &nothing } else { &needle };
            spans.extend(marked(help, rest, needle, style, is_chosen, &cx.theme));
            let y = inner.y + 2 + u16::try_from(row).unwrap_or(0);
            frame.render_widget(Line::from(spans), Rect { y, height: 1, ..inner });
        }
        if shown.len() > first + page {
            more_below(cx, frame, rect);
        }
        if shown.is_empty() {
            let rect = Rect { y: inner.y + 2, height: 1, ..inner };
            frame.render_widget(Span::styled(format!("  {}", cx.t("menu-nothing")), cx.theme.dim), rect);
        }
    }
}

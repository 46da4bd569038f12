//! The entries of a catalogue. Tab goes to the next kind, typing filters, F8 switches off and on again.

use super::form::EntryForm;
use crate::domain::catalogue::{About, Entry, Kind};
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::place::{CODIFIER, Place};
use crate::domain::staff::Right;
use crate::office::Switch;
use crate::tui::app::{Context, Effect, Go, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Most cells of a code.
const CODE_CELLS: usize = 18;

/// The screen of catalogues.
pub struct CatalogueScreen {
    kind: Kind,
    filter: InputLine,
    cursor: ListCursor,
    switching: Option<Switching>,
}

/// An entry that is being switched.
struct Switching {
    deed: DeedId,
    name: String,
    to: Switch,
}

impl Default for CatalogueScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl CatalogueScreen {
    /// The first kind.
    pub fn new() -> Self {
        Self { kind: Kind::Category, filter: InputLine::default(), cursor: ListCursor::default(), switching: None }
    }

    /// The entries that the filter leaves, in the order of lists; those switched off stand last.
    fn shown(&self, cx: &Context) -> Vec<Entry> {
        let catalogue = cx.catalogue();
        let typed = self.filter.text().trim().to_lowercase();
        let matcher = SkimMatcherV2::default();
        let agrees = |entry: &&Entry| {
            let text = [name_of(entry, cx), entry.name_en.clone(), entry.code.clone(), about(entry, cx)].join(" ");
            let text = text.to_lowercase();
            typed.is_empty() || text.contains(&typed) || matcher.fuzzy_match(&text, &typed).is_some()
        };
        let mut entries: Vec<Entry> = catalogue.of_kind(self.kind).filter(agrees).cloned().collect();
        // What holds the typed text stands before what merely has its letters.
        entries.sort_by_key(|entry| {
            let holds = name_of(entry, cx).to_lowercase().contains(&typed) || entry.code.contains(&typed);
            (entry.off_since.is_some(), !holds)
        });
        entries
    }

    fn chosen(&self, cx: &Context) -> Option<Entry> {
        self.shown(cx).into_iter().nth(self.cursor.chosen)
    }

    fn turn(&mut self, by: usize) {
        let place = Kind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        self.kind = Kind::ALL[(place + by) % Kind::ALL.len()];
        self.filter.clear();
        self.cursor = ListCursor::default();
    }

    fn edit(&self, cx: &mut Context) -> Step {
        self.chosen(cx).map_or_else(Step::stay, |entry| Step::push(EntryForm::edit(entry, cx)))
    }

    fn switch(&mut self, cx: &mut Context) -> Step {
        let Some(entry) = self.chosen(cx).filter(|_| self.switching.is_none()) else { return Step::stay() };
        let to = if entry.off_since.is_some() { Switch::On } else { Switch::Off };
        let deed = cx.new_deed();
        self.switching = Some(Switching { deed, name: name_of(&entry, cx), to });
        Step::effect(Effect::Office(OfficeAsk::SwitchEntry { deed, kind: entry.kind(), code: entry.code, to }))
    }

    /// The rows as text: the name takes what the other columns leave, and these are as wide as they have to be.
    fn rows(shown: &[Entry], cx: &Context, cells: usize) -> Vec<String> {
        let columns: Vec<[String; 4]> = shown
            .iter()
            .map(|entry| {
                let off = entry.off_since.map(|day| cx.tv("catalogue-off-since", &[("day", date::show(day).into())]));
                [name_of(entry, cx), entry.code.clone(), about(entry, cx), off.unwrap_or_default()]
            })
            .collect();
        let widest = |place: usize| columns.iter().map(|row| width(&row[place])).max().unwrap_or(0);
        let (code, off) = (widest(1).min(CODE_CELLS), widest(3));
        let rest = cells.saturating_sub(code + off + 3);
        let more = widest(2).min(rest * 3 / 5);
        let name = rest.saturating_sub(more);
        let line = |row: &[String; 4]| {
            let cells = [name, code, more, off];
            row.iter().zip(cells).map(|(text, cells)| fit(text, cells)).collect::<Vec<_>>().join(" ")
        };
        columns.iter().map(line).collect()
    }

    fn tabs<'a>(&self, cx: &Context) -> Line<'a> {
        let catalogue = cx.catalogue();
        let mut spans = Vec::new();
        for kind in Kind::ALL {
            let count = catalogue.offered(kind).count();
            let title = cx.tv(&format!("catalogue-{}-tab", kind.code()), &[("count", count.into())]);
            let (text, style) = if kind == self.kind {
                (format!("[▸{title}◂]"), cx.theme.selected)
            } else {
                (format!("  {title}  "), cx.theme.dim)
            };
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" "));
        }
        Line::from(spans)
    }
}

/// The name as it is shown: the office's own, else the program's.
pub(super) fn name_of(entry: &Entry, cx: &Context) -> String {
    match entry.kind() {
        Kind::Category => cx.texts.code("category", &entry.code),
        Kind::District | Kind::Street => entry.name.clone(),
    }
}

/// What an entry's kind says in its row.
fn about(entry: &Entry, cx: &Context) -> String {
    let title = |code: &String| CODIFIER.get(code).map_or_else(|| code.clone(), Place::title);
    match &entry.about {
        About::Category { sensitive: true } => cx.t("catalogue-is-sensitive"),
        About::Category { sensitive: false } => String::new(),
        About::District { settlements } => settlements.iter().map(title).collect::<Vec<_>>().join(", "),
        About::Street { settlement, former } => {
            let old: Vec<&str> = former.iter().map(|old| old.name.as_str()).collect();
            let place = title(settlement);
            if old.is_empty() {
                place
            } else {
                format!("{} · {place}", cx.tv("catalogue-was", &[("names", old.join(", ").into())]))
            }
        }
    }
}

impl Screen for CatalogueScreen {
    fn scope(&self) -> Scope {
        Scope::Catalogue
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.shown(cx).len();
        match key {
            Key::Esc if !self.filter.is_empty() => self.filter.clear(),
            Key::Esc => return Step::pop(),
            Key::Tab => self.turn(1),
            Key::BackTab => self.turn(Kind::ALL.len() - 1),
            Key::Enter => return self.edit(cx),
            key if self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(8))) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text);
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::NewEntry => {
                let near = self.chosen(cx);
                Step::push(EntryForm::add(self.kind, &self.filter.text(), near.as_ref(), cx))
            }
            CommandId::EditEntry => self.edit(cx),
            CommandId::SwitchEntry => self.switch(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Office(told) = reply else { return Step::stay() };
        let rows = self.shown(cx).len();
        self.cursor.clamp(rows);
        let OfficeTold::Done(deed, done) = told else { return Step::stay() };
        let Some(switching) = self.switching.take_if(|asked| asked.deed == *deed) else { return Step::stay() };
        let message = match switching.to {
            Switch::Off => "catalogue-switched-off",
            Switch::On => "catalogue-switched-on",
        };
        Step::stay().saying(match done {
            Ok(_) => Toast::good(cx.tv(message, &[("name", switching.name.into())])),
            Err(fault) => Toast::fault(fault, cx),
        })
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if cx.may(Right::ManageOffice) { Step::stay() } else { Step::go(Go::Pop) }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("catalogue-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let room = usize::from(inner.width);
        frame.render_widget(self.tabs(cx), Rect { height: 1, ..inner });
        let (text, at) = self.filter.window(room.saturating_sub(3));
        let filter = Line::from(vec![
            Span::styled("⌕ ", cx.theme.dim),
            Span::styled(fit(&text, room.saturating_sub(3)), cx.theme.field_focus),
        ]);
        frame.render_widget(filter, Rect { y: inner.y + 1, height: 1, ..inner });
        frame.set_cursor_position((inner.x + 2 + at, inner.y + 1));
        let list = Rect { y: inner.y + 3, height: inner.height.saturating_sub(4), ..inner };
        let shown = self.shown(cx);
        let page = usize::from(list.height);
        let first = self.cursor.first(shown.len(), page);
        let rows = Self::rows(&shown, cx, room.saturating_sub(2));
        for (line, (place, (entry, row))) in list.rows().zip(shown.iter().zip(rows).enumerate().skip(first)) {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, entry.off_since) {
                (true, _) => cx.theme.selected,
                (false, Some(_)) => cx.theme.dim,
                (false, None) => cx.theme.text,
            };
            let mark = if is_chosen { "▸" } else { " " };
            frame.render_widget(Span::styled(cut(&format!("{mark} {row}"), room), style), line);
        }
        if shown.len() > first + page {
            more_below(cx, frame, area);
        }
        if shown.is_empty() {
            let empty = if self.filter.is_empty() { "catalogue-empty" } else { "catalogue-nothing" };
            frame.render_widget(Span::styled(cx.t(empty), cx.theme.dim), Rect { height: 1, ..list });
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("catalogue-keys"), room), cx.theme.dim), last);
    }
}

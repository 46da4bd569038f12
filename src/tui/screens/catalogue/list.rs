//! The entries of a catalogue. Tab goes to the next kind, typing filters, F8 switches off and on again.

use super::form::EntryForm;
use crate::domain::catalogue::{Entry, Kind};
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::staff::Right;
use crate::office::Switch;
use crate::search::small::Needle;
use crate::tui::app::{Context, Effect, Go, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::listed;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width};
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
    /// The kinds that whoever sits here may change.
    mine: Vec<Kind>,
}

/// An entry that is being switched.
struct Switching {
    deed: DeedId,
    name: String,
    to: Switch,
}

impl CatalogueScreen {
    /// The first kind that whoever sits here may change.
    pub fn new(cx: &Context) -> Self {
        let mine: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| cx.may(kind.right())).collect();
        Self {
            kind: mine.first().copied().unwrap_or(Kind::ALL[0]),
            filter: InputLine::default(),
            cursor: ListCursor::default(),
            switching: None,
            mine,
        }
    }

    /// The same screen on another kind.
    pub fn on(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The entries that the filter leaves, the best first, all of them in the order of lists; those switched off stand last.
    fn shown(&self, cx: &Context) -> Vec<Entry> {
        let catalogue = cx.catalogue();
        let names = |entry: &Entry| {
            vec![
                name_of(entry, cx),
                entry.name_en.clone(),
                entry.code.clone(),
                listed::details(&cx.texts, &catalogue, entry),
            ]
        };
        let all: Vec<Entry> = catalogue.of_kind(self.kind).cloned().collect();
        let mut entries = Needle::of(&self.filter.text()).left_of(all, names);
        entries.sort_by_key(|entry| entry.off_since.is_some());
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
        let catalogue = cx.catalogue();
        let columns: Vec<[String; 4]> = shown
            .iter()
            .map(|entry| {
                let off = entry.off_since.map(|day| cx.tv("catalogue-off-since", &[("day", date::show(day).into())]));
                [
                    name_of(entry, cx),
                    entry.code.clone(),
                    listed::details(&cx.texts, &catalogue, entry),
                    off.unwrap_or_default(),
                ]
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

    /// The kinds side by side; where they do not all fit, those around the shown one, with `‹` and `›` for the others.
    fn tabs<'a>(&self, cx: &Context, cells: usize) -> Line<'a> {
        let catalogue = cx.catalogue();
        let titles: Vec<String> = Kind::ALL
            .iter()
            .map(|kind| {
                let count = catalogue.offered(*kind).count();
                let title = cx.tv(&format!("catalogue-{}-tab", kind.word()), &[("count", count.into())]);
                if *kind == self.kind { format!("[▸{title}◂]") } else { format!(" {title} ") }
            })
            .collect();
        let here = Kind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        let (from, until) = in_sight(&titles, here, cells.saturating_sub(2));
        let mut spans = vec![Span::styled(if from > 0 { "‹" } else { " " }, cx.theme.dim)];
        for (place, title) in titles.iter().enumerate().take(until).skip(from) {
            let style = if place == here { cx.theme.selected } else { cx.theme.dim };
            spans.push(Span::styled(title.clone(), style));
        }
        spans.push(Span::styled(if until < titles.len() { "›" } else { " " }, cx.theme.dim));
        Line::from(spans)
    }

    fn may(&self) -> bool {
        self.mine.contains(&self.kind)
    }
}

/// Which of the titles stand in so many cells, the one at `here` among them: from, until.
fn in_sight(titles: &[String], here: usize, cells: usize) -> (usize, usize) {
    let (mut from, mut until) = (here, here + 1);
    let mut used = titles.get(here).map_or(0, |title| width(title));
    loop {
        let before = from.checked_sub(1).map(|place| width(&titles[place]));
        let after = titles.get(until).map(|title| width(title));
        match (before, after) {
            (_, Some(more)) if used + more <= cells => {
                until += 1;
                used += more;
            }
            (Some(more), _) if used + more <= cells => {
                from -= 1;
                used += more;
            }
            _ => return (from, until),
        }
    }
}

/// Why whoever may not change entries of this kind may not.
fn refusal(kind: Kind) -> &'static str {
    match kind.right() {
        Right::ManageOffice => "catalogue-kept-by-administrator",
        _ => "catalogue-kept-by-storekeeper",
    }
}

/// The name as it is shown: the office's own, else the program's.
pub(super) fn name_of(entry: &Entry, cx: &Context) -> String {
    listed::name(&cx.texts, entry)
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
            Key::Enter if self.may() => return self.edit(cx),
            Key::Enter => return Step::stay().saying(Toast::warning(cx.t(refusal(self.kind)))),
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
        self.mine.retain(|kind| cx.may(kind.right()));
        if self.mine.is_empty() { Step::go(Go::Pop) } else { Step::stay() }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let changes = matches!(command, CommandId::NewEntry | CommandId::EditEntry | CommandId::SwitchEntry);
        (changes && !self.may()).then(|| refusal(self.kind))
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("catalogue-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let room = usize::from(inner.width);
        frame.render_widget(self.tabs(cx, room), Rect { height: 1, ..inner });
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
                (false, None) if !self.may() => cx.theme.dim,
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
        let keys = if self.may() { cx.t("catalogue-keys") } else { cx.t(refusal(self.kind)) };
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&keys, room), cx.theme.dim), last);
    }
}

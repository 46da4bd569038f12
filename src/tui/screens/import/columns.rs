//! What the columns mean: the file's heading, a few values, our column, how sure the guess is. The first line says what a family is.

use super::Page;
use crate::office::intake::{Grouping, HeadingLine, Headings, Mapping, Sure};
use crate::search::small::Needle;
use crate::text::Sentence;
use crate::tui::app::Context;
use crate::tui::app::message::import::ImportAsk;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below, window};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::marked::marked;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as TextLine, Span};

/// The columns and the cursor over them.
pub(super) struct Columns {
    pub(super) headings: Headings,
    /// What the office knows of them: the guess until a person says otherwise.
    known: Mapping,
    cursor: ListCursor,
    list: Option<List>,
}

/// The open list of meanings, for the line under the cursor.
struct List {
    filter: Line,
    cursor: ListCursor,
}

/// One meaning in the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Grouping(Grouping),
    NotRead,
    Target(&'static str),
}

impl Meaning {
    fn word(self, cx: &Context) -> String {
        match self {
            Self::Grouping(grouping) => cx.t(&format!("import-grouping-{}", grouping.code())),
            Self::NotRead => cx.t("import-target-none"),
            Self::Target(target) => word(cx, target),
        }
    }
}

/// The name of a column of ours.
pub(super) fn word(cx: &Context, target: &str) -> String {
    cx.t(&format!("import-target-{}", target.replace('_', "-")))
}

impl Columns {
    pub(super) fn of(headings: Headings) -> Self {
        Self { known: headings.mapping(), headings, cursor: ListCursor { chosen: 1 }, list: None }
    }

    /// What a person has just said the columns mean: it is remembered at once, since the desk may lock before the file is taken in.
    pub(super) fn said(&mut self) -> Option<ImportAsk> {
        let mapping = self.headings.mapping();
        if mapping == self.known {
            return None;
        }
        self.known.clone_from(&mapping);
        Some(ImportAsk::Remember(Box::new(mapping)))
    }

    /// Headings of the columns that are not read.
    pub(super) fn unread(&self) -> Vec<String> {
        let unread = self.headings.columns.iter().filter(|column| column.target.is_none());
        unread.map(|column| column.heading.clone()).collect()
    }

    /// Closes the list of meanings; whether it was open.
    pub(super) fn close_list(&mut self) -> bool {
        self.list.take().is_some()
    }

    /// Takes the meaning under the cursor of the open list; whether there was one.
    pub(super) fn take_list(&mut self, cx: &Context) -> bool {
        let Some(list) = &self.list else { return false };
        let chosen = self.meanings(list, cx).get(list.cursor.chosen).copied();
        self.list = None;
        match chosen {
            Some(Meaning::Grouping(grouping)) => self.headings.grouping = grouping,
            Some(Meaning::NotRead) => self.headings.choose(self.cursor.chosen.saturating_sub(1), None),
            Some(Meaning::Target(target)) => {
                self.headings.choose(self.cursor.chosen.saturating_sub(1), Some(target));
            }
            None => {}
        }
        true
    }

    /// What the list offers: ways to make families on the first line, else our columns; what is typed filters.
    fn meanings(&self, list: &List, cx: &Context) -> Vec<Meaning> {
        let all: Vec<Meaning> = if self.cursor.chosen == 0 {
            let has = self.headings.has("family");
            Grouping::ALL.into_iter().filter(|way| has || !way.needs_column()).map(Meaning::Grouping).collect()
        } else {
            let targets = self.headings.targets.iter().map(|target| Meaning::Target(target));
            std::iter::once(Meaning::NotRead).chain(targets).collect()
        };
        Needle::of(&list.filter.text()).left_of(all, |meaning| vec![meaning.word(cx)])
    }

    fn open_list(&mut self, cx: &Context) {
        let mut list = List { filter: Line::default(), cursor: ListCursor::default() };
        let now = match self.cursor.chosen.checked_sub(1).and_then(|place| self.headings.columns.get(place)) {
            Some(column) => column.target.map_or(Meaning::NotRead, Meaning::Target),
            None => Meaning::Grouping(self.headings.grouping),
        };
        list.cursor.chosen = self.meanings(&list, cx).iter().position(|meaning| *meaning == now).unwrap_or(0);
        self.list = Some(list);
    }

    pub(super) fn text(&mut self, text: &str, _: &Context) {
        if let Some(list) = &mut self.list {
            list.filter.insert(text);
            list.cursor = ListCursor::default();
        }
    }

    /// A key; what is to be asked after it.
    pub(super) fn key(&mut self, key: Key, page: usize, cx: &Context) -> Option<ImportAsk> {
        if let Some(list) = &self.list {
            let rows = self.meanings(list, cx).len();
            if key == Key::Enter {
                self.take_list(cx);
            } else if let Some(list) = &mut self.list
                && !list.cursor.key(key, rows, page)
                && list.filter.key(key)
            {
                list.cursor = ListCursor::default();
            }
            return None;
        }
        let header = |number: Option<usize>, sheet: usize| Some(ImportAsk::Headings { sheet, header: Some(number?) });
        match key {
            Key::Char('+') => return header(self.headings.below, self.headings.sheet),
            Key::Char('-') => return header(self.headings.above, self.headings.sheet),
            Key::Enter => self.open_list(cx),
            Key::Delete | Key::Char(' ') if self.cursor.chosen > 0 => {
                self.headings.choose(self.cursor.chosen - 1, None);
            }
            key => drop(self.cursor.key(key, self.headings.columns.len() + 1, page)),
        }
        None
    }

    pub(super) fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut page = Page::new(cx, frame, area);
        let about = [
            ("row", self.headings.header.to_string().into()),
            ("rows", cx.tv("import-count-rows", &[("count", self.headings.rows.into())]).into()),
        ];
        page.line(cx.theme.dim, &cx.tv("import-columns", &about));
        let cells = page.cells();
        let (heading_cells, target_cells, sure_cells) = (cells * 26 / 100, cells * 26 / 100, cells * 16 / 100);
        let sample_cells = cells.saturating_sub(heading_cells + target_cells + sure_cells + 5);
        let columns = |heading: &str, samples: &str, target: &str, sure: &str| {
            let (heading, samples) = (fit(heading, heading_cells), fit(samples, sample_cells));
            format!("{heading} {samples} {} {}", fit(target, target_cells), fit(sure, sure_cells))
        };
        let heads = ["heading", "samples", "target", "sure"].map(|of| cx.t(&format!("import-column-{of}")));
        page.line(cx.theme.dim, &format!("  {}", columns(&heads[0], &heads[1], &heads[2], &heads[3])));
        let notes = self.notes(cx, cells);
        let rows = page.left().saturating_sub(notes.len() + 1);
        let total = self.headings.columns.len() + 1;
        let first = self.cursor.first(total, rows);
        for place in (first..total).take(rows) {
            let is_chosen = place == self.cursor.chosen;
            let mark = if is_chosen { "▸" } else { " " };
            let (text, style) = match place.checked_sub(1).and_then(|place| self.headings.columns.get(place)) {
                None => {
                    let way = Meaning::Grouping(self.headings.grouping).word(cx);
                    (format!("{} {way}", fit(&cx.t("import-grouping"), heading_cells)), cx.theme.accent)
                }
                Some(line) => {
                    let target = line.target.map_or_else(|| cx.t("import-target-none"), |target| word(cx, target));
                    let text = columns(&line.heading, &line.samples.join(" · "), &target, &sure(cx, line));
                    (text, if line.target.is_some() { cx.theme.text } else { cx.theme.dim })
                }
            };
            page.line(if is_chosen { cx.theme.selected } else { style }, &format!("{mark} {text}"));
        }
        page.y = page.area.bottom().saturating_sub(u16::try_from(notes.len() + 1).unwrap_or(1));
        for (is_fault, note) in notes {
            page.line(if is_fault { cx.theme.fault } else { cx.theme.warning }, &note);
        }
        page.bottom(&cx.t("import-columns-keys"));
        if let Some(list) = &self.list {
            self.view_list(list, cx, frame, area);
        }
    }

    /// What is missing, what is not read, how keys are made.
    fn notes(&self, cx: &Context, cells: usize) -> Vec<(bool, String)> {
        let mut notes = Vec::new();
        let mut add = |is_fault: bool, text: &str| {
            notes.extend(wrap(text, cells).into_iter().map(|line| (is_fault, line)));
        };
        if let Some(fault) = self.headings.fault() {
            let (id, values) = fault.sentence();
            add(true, &format!("✗ {}", cx.tv(&id, &values)));
        }
        if self.headings.unread() > 0 {
            add(false, &format!("! {}", cx.tv("import-unread", &[("count", self.headings.unread().into())])));
        }
        if self.headings.makes_keys() {
            add(false, &format!("! {}", cx.t("import-makes-keys")));
        }
        notes
    }

    fn view_list(&self, list: &List, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let meanings = self.meanings(list, cx);
        let needle = Needle::of(&list.filter.text());
        let height = u16::try_from(meanings.len() + 3).unwrap_or(u16::MAX).clamp(5, area.height);
        let rect = window(cx, frame, area, 60, height);
        let title = match self.cursor.chosen.checked_sub(1).and_then(|place| self.headings.columns.get(place)) {
            Some(line) => cx.tv("import-target-title", &[("heading", line.heading.as_str().into())]),
            None => cx.t("import-grouping"),
        };
        let inner = frame_with_title(frame, rect, &title, cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        let (text, at) = list.filter.window(cells.saturating_sub(4));
        frame.render_widget(
            Span::styled(format!(" ⌕ {}", fit(&text, cells.saturating_sub(4))), cx.theme.field_focus),
            Rect { height: 1, ..inner },
        );
        frame.set_cursor_position((inner.x + 3 + at, inner.y));
        let page = usize::from(inner.height.saturating_sub(1));
        let first = list.cursor.first(meanings.len(), page);
        for (row, (place, meaning)) in inner.rows().skip(1).zip(meanings.iter().enumerate().skip(first)) {
            let is_chosen = place == list.cursor.chosen;
            let mark = if is_chosen { "▸" } else { " " };
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let mut spans = vec![Span::styled(format!(" {mark} "), style)];
            let room = cells.saturating_sub(3);
            spans.extend(marked(&meaning.word(cx), room, &needle, style, is_chosen, &cx.theme));
            frame.render_widget(TextLine::from(spans), row);
        }
        if meanings.len() > first + page {
            more_below(cx, frame, rect);
        }
    }
}

/// How sure a guess is, in words with a sign.
fn sure(cx: &Context, line: &HeadingLine) -> String {
    let sign = match line.sure {
        Sure::Not => "–",
        Sure::Content | Sure::Alike => "≈",
        Sure::Said | Sure::Remembered | Sure::Chosen => "✓",
    };
    format!("{sign} {}", cx.t(&format!("import-sure-{}", line.sure.code())))
}

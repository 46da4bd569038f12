//! Which file: a path to type with the folder's tables below it, the newest first. What is typed filters; Tab completes; a folder opens.

use super::Page;
use crate::office::files::{Listed, Listing};
use crate::tui::app::Context;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::show_moment;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Where the choice stands.
#[derive(Default)]
pub(in crate::tui::screens) struct Chooser {
    line: Line,
    listing: Option<Listing>,
    cursor: ListCursor,
    is_asked: bool,
}

/// What is chosen.
pub(in crate::tui::screens) enum Chosen {
    Folder(PathBuf),
    File(PathBuf),
    Nothing,
}

const SIZE_CELLS: usize = 10;
const TIME_CELLS: usize = 16;

impl Chooser {
    /// Whether no folder was asked for yet.
    pub(in crate::tui::screens) fn is_new(&self) -> bool {
        self.listing.is_none() && !self.is_asked
    }

    /// A folder was asked for.
    pub(in crate::tui::screens) fn going(&mut self) {
        self.is_asked = true;
    }

    /// The folder asked for cannot be shown: the old one stays.
    pub(in crate::tui::screens) fn stay(&mut self) {
        self.is_asked = false;
    }

    /// The folder that was asked for. What is typed behind the last separator goes on filtering.
    pub(in crate::tui::screens) fn show(&mut self, listing: Listing) {
        let rest = self.rest();
        self.line.set(&rest);
        self.cursor = ListCursor { chosen: usize::from(rest.is_empty() && listing.entries.len() > 1) };
        (self.listing, self.is_asked) = (Some(listing), false);
    }

    /// Empties what is typed; whether there was anything.
    pub(in crate::tui::screens) fn clear(&mut self) -> bool {
        let was = !self.line.is_empty();
        self.line.clear();
        self.cursor = ListCursor::default();
        was
    }

    /// The folder that is shown.
    pub(in crate::tui::screens) fn folder(&self) -> Option<PathBuf> {
        self.listing.as_ref().map(|listing| listing.folder.clone())
    }

    /// What is typed behind the last separator.
    fn rest(&self) -> String {
        let typed = self.line.text();
        typed.rsplit(['/', MAIN_SEPARATOR]).next().unwrap_or_default().to_owned()
    }

    fn shown(&self) -> Vec<&Listed> {
        let filter = self.rest().to_lowercase();
        let entries = self.listing.iter().flat_map(|listing| &listing.entries);
        entries.filter(|entry| entry.name.to_lowercase().contains(&filter)).collect()
    }

    /// What Enter opens: the entry under the cursor, else the typed path as it stands.
    pub(in crate::tui::screens) fn chosen(&self) -> Chosen {
        let Some(listing) = &self.listing else { return Chosen::Nothing };
        match self.shown().get(self.cursor.chosen) {
            Some(entry) if entry.name == ".." => {
                Chosen::Folder(listing.folder.parent().map_or_else(|| listing.folder.clone(), Path::to_owned))
            }
            Some(entry) if entry.is_folder => Chosen::Folder(listing.folder.join(&entry.name)),
            Some(entry) => Chosen::File(listing.folder.join(&entry.name)),
            None if self.line.is_empty() => Chosen::Nothing,
            None => Chosen::File(listing.folder.join(self.line.text().trim())),
        }
    }

    /// A key; the folder that is to be listed after it.
    pub(in crate::tui::screens) fn key(&mut self, key: Key, page: usize) -> Option<PathBuf> {
        let rows = self.shown().len();
        match key {
            Key::Tab => {
                let entry = self.shown().get(self.cursor.chosen).map(|entry| (entry.name.clone(), entry.is_folder));
                match (entry, self.chosen()) {
                    (Some((_, true)), Chosen::Folder(folder)) => {
                        self.line.clear();
                        return Some(folder);
                    }
                    (Some((name, _)), _) => self.line.set(&name),
                    (None, _) => {}
                }
                self.cursor = ListCursor::default();
            }
            Key::Home | Key::End | Key::Left | Key::Right => drop(self.line.key(key)),
            Key::Backspace if self.line.is_empty() => {
                return self.listing.as_ref().and_then(|listing| listing.folder.parent()).map(Path::to_owned);
            }
            key => {
                if !self.cursor.key(key, rows, page) && self.line.key(key) {
                    return self.typed();
                }
            }
        }
        None
    }

    /// A text that arrived at once: a path from elsewhere.
    pub(in crate::tui::screens) fn text(&mut self, text: &str) -> Option<PathBuf> {
        self.line.insert(text.trim().trim_matches('"'));
        self.typed()
    }

    /// Something was typed: a separator opens the folder before it.
    fn typed(&mut self) -> Option<PathBuf> {
        self.cursor = ListCursor::default();
        let typed = self.line.text();
        let at = typed.rfind(['/', MAIN_SEPARATOR])?;
        let folder = typed.get(..=at)?;
        let base = self.listing.as_ref().map(|listing| listing.folder.clone()).unwrap_or_default();
        Some(if folder.starts_with('~') { PathBuf::from(folder) } else { base.join(folder) })
    }

    pub(in crate::tui::screens) fn view(
        &self,
        cx: &Context,
        frame: &mut Frame<'_>,
        area: Rect,
        (about, keys): (&str, &str),
    ) {
        let room = usize::from(area.width).saturating_sub(3);
        let (text, at) = self.line.window(room);
        frame.set_cursor_position((area.x + 2 + at, area.y + 1));
        let mut page = Page::new(cx, frame, area);
        let folder = self.listing.as_ref().map(|listing| listing.folder.display().to_string());
        page.line(cx.theme.dim, &start_cut(&folder.unwrap_or_else(|| cx.t("import-file-loading")), room));
        page.spans(&[(cx.theme.accent, "▸ ".to_owned()), (cx.theme.field_focus, fit(&text, room))]);
        page.line(cx.theme.dim, &cx.t(about));
        let shown = self.shown();
        let rows = page.left().saturating_sub(2);
        let first = self.cursor.first(shown.len(), rows);
        let name_cells = page.cells().saturating_sub(SIZE_CELLS + TIME_CELLS + 4);
        for (place, entry) in shown.iter().enumerate().skip(first).take(rows) {
            let is_chosen = place == self.cursor.chosen;
            let name = if entry.is_folder { format!("{}/", entry.name) } else { entry.name.clone() };
            let size = if entry.is_folder { String::new() } else { size(cx, entry.bytes) };
            let time = entry.changed.filter(|_| !entry.is_folder).map(show_moment).unwrap_or_default();
            let mark = if is_chosen { "▸" } else { " " };
            let size = format!("{size:>SIZE_CELLS$}");
            let line = format!("{mark} {} {size} {}", fit(&name, name_cells), fit(&time, TIME_CELLS));
            page.line(if is_chosen { cx.theme.selected } else { cx.theme.text }, &line);
        }
        if shown.is_empty() && self.listing.is_some() {
            page.paragraph(cx.theme.dim, &cx.t("import-file-empty"));
        }
        page.bottom(&cx.t(keys));
    }
}

/// `1 204 КБ`.
fn size(cx: &Context, bytes: u64) -> String {
    cx.tv("import-file-size", &[("count", bytes.div_ceil(1024).into())])
}

/// A path too long for the line is cut at its beginning: the end says more.
fn start_cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let signs: Vec<char> = text.chars().collect();
    let from = signs.len().saturating_sub(cells.saturating_sub(1));
    cut(&format!("…{}", signs[from..].iter().collect::<String>()), cells)
}

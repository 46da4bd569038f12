//! The windows of saved filters and of named lists: open one, name, make and remove.

use super::act::ActForm;
use super::words;
use crate::domain::date;
use crate::domain::filter::{Filter, State};
use crate::domain::id::DeedId;
use crate::office::{Choices, ListRow, SavedFilter};
use crate::tui::app::message::lists::{ListsAsk, ListsTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const WINDOW_CELLS: u16 = 76;
const NAME_CELLS: usize = 28;

/// What is picked from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Filters,
    Lists,
}

/// The window.
pub(super) struct Picker {
    of: Of,
    filters: Vec<SavedFilter>,
    lists: Vec<ListRow>,
    cursor: ListCursor,
    /// What is asked about or being removed.
    removing: Option<(DeedId, Removed)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Removed {
    Filter(crate::domain::id::SavedFilterId),
    List(crate::domain::id::ListId),
}

impl Picker {
    /// The saved filters.
    pub(super) fn filters(choices: &Choices, _: &Context) -> Self {
        Self::new(Of::Filters, choices)
    }

    /// The named lists.
    pub(super) fn lists(choices: &Choices, _: &Context) -> Self {
        Self::new(Of::Lists, choices)
    }

    fn new(of: Of, choices: &Choices) -> Self {
        let (filters, lists) = (choices.filters.clone(), choices.lists.clone());
        Self { of, filters, lists, cursor: ListCursor::default(), removing: None }
    }

    fn rows(&self) -> usize {
        match self.of {
            Of::Filters => self.filters.len(),
            Of::Lists => self.lists.len(),
        }
    }

    fn open(&self) -> Step {
        let filter = match self.of {
            Of::Filters => self.filters.get(self.cursor.chosen).map(|saved| saved.filter.clone()),
            Of::Lists => self.lists.get(self.cursor.chosen).map(|list| Filter {
                state: State::All,
                list: Some(list.id),
                ..Filter::default()
            }),
        };
        filter.map_or_else(Step::stay, |filter| Step::go(Go::PopWith(Answer::Filter(Box::new(filter)))))
    }

    fn ask_to_remove(&mut self, cx: &mut Context) -> Step {
        let chosen = self.cursor.chosen;
        let (name, what, text) = match self.of {
            Of::Filters => {
                let Some(saved) = self.filters.get(chosen) else { return Step::stay() };
                (saved.name.clone(), Removed::Filter(saved.id), "lists-remove-filter")
            }
            Of::Lists => {
                let Some(list) = self.lists.get(chosen) else { return Step::stay() };
                (list.name.clone(), Removed::List(list.id), "lists-remove-list")
            }
        };
        self.removing = Some((cx.new_deed(), what));
        let buttons = vec![cx.t("lists-leave-alone"), cx.t("lists-remove-do")];
        Step::push(Dialog::ask(cx.t("lists-remove-title"), cx.tv(text, &[("name", name.into())]), buttons))
    }

    fn rename(&self, cx: &mut Context) -> Step {
        match self.lists.get(self.cursor.chosen) {
            Some(list) if self.of == Of::Lists => Step::push(ActForm::rename_list(list, cx)),
            _ => Step::stay(),
        }
    }

    fn line(&self, place: usize, cells: usize, cx: &Context) -> String {
        let (name, rest) = match self.of {
            Of::Filters => match self.filters.get(place) {
                Some(saved) => (saved.name.as_str(), words::of(&saved.filter, &self.lists, cx)),
                None => return String::new(),
            },
            Of::Lists => match self.lists.get(place) {
                Some(list) => {
                    let families = cx.tv("count-families", &[("count", list.families.into())]);
                    let made = cx.tv("lists-made", &[("day", date::show(list.made_on).into())]);
                    let restricted =
                        if list.restricted { format!(" · {}", cx.t("lists-restricted")) } else { String::new() };
                    (list.name.as_str(), format!("{families} · {made}{restricted}"))
                }
                None => return String::new(),
            },
        };
        format!("{} {}", fit(name, NAME_CELLS), cut(&rest, cells.saturating_sub(NAME_CELLS + 1)))
    }
}

impl Screen for Picker {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Lists(ListsAsk::Choices))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::go(Go::PopWith(Answer::Cancelled)),
            Key::Enter => self.open(),
            Key::F(8) | Key::Delete => self.ask_to_remove(cx),
            Key::F(4) => self.rename(cx),
            Key::F(7) if self.of == Of::Lists => Step::push(ActForm::new_list(cx)),
            key => {
                self.cursor.key(key, self.rows(), 10);
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match (self.removing, answer) {
            (Some((deed, what)), Answer::Chosen(1)) => Step::effect(Effect::Lists(match what {
                Removed::Filter(filter) => ListsAsk::RemoveFilter(deed, filter),
                Removed::List(list) => ListsAsk::RemoveList(deed, list),
            })),
            _ => {
                self.removing = None;
                Step::stay()
            }
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lists(ListsTold::Choices(Ok(choices))) => {
                (self.filters, self.lists) = (choices.filters.clone(), choices.lists.clone());
                self.cursor.clamp(self.rows());
                Step::stay()
            }
            Reply::Lists(ListsTold::Kept(deed, done)) if self.removing.is_some_and(|(asked, _)| asked == *deed) => {
                self.removing = None;
                let toast = match done {
                    Ok(()) => Toast::good(cx.t("lists-removed")),
                    Err(fault) => Toast::fault(fault, cx),
                };
                Step::effect(Effect::Lists(ListsAsk::Choices)).saying(toast)
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let rows = u16::try_from(self.rows()).unwrap_or(u16::MAX);
        let rect = window(cx, frame, area, WINDOW_CELLS, rows.saturating_add(4).clamp(8, area.height));
        let (title, keys, empty) = match self.of {
            Of::Filters => ("command-saved-filters", "lists-filters-keys", "lists-no-filters"),
            Of::Lists => ("command-named-lists", "lists-lists-keys", "lists-no-lists"),
        };
        let inner = frame_with_title(frame, rect, &cx.t(title), cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width).saturating_sub(2);
        let bottom = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&format!(" {}", cx.t(keys)), cells + 2), cx.theme.dim), bottom);
        if self.rows() == 0 {
            for (line, row) in wrap(&cx.t(empty), cells.saturating_sub(2)).iter().zip(inner.rows().skip(1)) {
                frame.render_widget(Span::styled(format!("  {line}"), cx.theme.dim), row);
            }
            return;
        }
        let page = usize::from(inner.height.saturating_sub(2));
        let first = self.cursor.first(self.rows(), page);
        for (place, y) in (first..self.rows().min(first + page)).zip(inner.y..) {
            let is_chosen = place == self.cursor.chosen;
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let text = format!("{} {}", if is_chosen { "▸" } else { " " }, self.line(place, cells, cx));
            frame.render_widget(Span::styled(fit(&text, cells + 2), style), Rect { y, height: 1, ..inner });
        }
    }
}

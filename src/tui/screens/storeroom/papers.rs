//! «Друк і файли»: which papers a screen of the storeroom can give, numbered; the chosen one goes on to the window of printing.

use super::distribution::DistributionWindow;
use crate::office::PaperRequest;
use crate::tui::app::{Context, Go, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::print::PrintWindow;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// A paper that can be had.
pub(super) enum Choice {
    /// This one, under this name.
    Paper(String, PaperRequest),
    /// A distribution sheet, of days that are asked for first.
    Distribution(String),
    /// None now, and why.
    Refused(String, String),
}

impl Choice {
    /// Straight to the window of printing, where there is but one paper.
    pub(super) fn open(self) -> Step {
        match self {
            Self::Paper(name, request) => Step::push(PrintWindow::new(request, name)),
            other => PapersWindow::open(vec![other]),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Paper(name, _) | Self::Distribution(name) | Self::Refused(name, _) => name,
        }
    }
}

/// The window.
pub(super) struct PapersWindow {
    choices: Vec<Choice>,
    cursor: ListCursor,
}

impl PapersWindow {
    /// The window of these papers; the cursor stands on the first that can be had.
    pub(super) fn open(choices: Vec<Choice>) -> Step {
        let first = choices.iter().position(|choice| !matches!(choice, Choice::Refused(..)));
        let cursor = ListCursor { chosen: first.unwrap_or(0) };
        Step::push(Self { choices, cursor })
    }

    fn choose(&mut self, place: usize, cx: &Context) -> Step {
        let Some(choice) = self.choices.get(place) else { return Step::stay() };
        self.cursor.chosen = place;
        match choice {
            Choice::Paper(name, request) => {
                Step::go(Go::Replace(Box::new(PrintWindow::new(request.clone(), name.clone()))))
            }
            Choice::Distribution(_) => DistributionWindow::in_place(cx),
            Choice::Refused(_, reason) => Step::stay().saying(Toast::warning(reason.clone())),
        }
    }
}

impl Screen for PapersWindow {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => return self.choose(self.cursor.chosen, cx),
            Key::Char(digit) => {
                let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
                return place.map_or_else(Step::stay, |place| self.choose(place, cx));
            }
            Key::Tab => self.cursor.key(Key::Down, self.choices.len(), 1),
            Key::BackTab => self.cursor.key(Key::Up, self.choices.len(), 1),
            key => self.cursor.key(key, self.choices.len(), self.choices.len()),
        };
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(self.choices.len() + 7).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("command-print-ask"), height);
        sheet.gap();
        for (place, choice) in self.choices.iter().enumerate() {
            let is_refused = matches!(choice, Choice::Refused(..));
            let (mark, style) = match (place == self.cursor.chosen, is_refused) {
                (true, _) => ("▸", cx.theme.selected),
                (false, true) => (" ", cx.theme.dim),
                (false, false) => (" ", cx.theme.text),
            };
            let off = if is_refused { " ✗" } else { "" };
            sheet.line(style, &format!("{mark} {}  {}{off}", place + 1, choice.name()));
        }
        sheet.gap();
        if let Some(Choice::Refused(_, reason)) = self.choices.get(self.cursor.chosen) {
            sheet.line(cx.theme.dim, &format!("✗ {reason}"));
        }
        sheet.bottom(&cx.t("print-keys"));
    }
}

//! Behind a number: the people it counts, or the sessions. A person opens their card, a session its own numbers.

use super::FiguresScreen;
use crate::domain::date;
use crate::domain::event::RegisterOf;
use crate::domain::event::figures::{FigureScope, Which};
use crate::domain::id::{FamilyId, PersonId};
use crate::office::PaperRequest;
use crate::office::events::numbers::{FigurePeople, FigurePerson, FigureSession, FigureSessions};
use crate::tui::app::message::figures::{FiguresAsk, FiguresOf, FiguresTold};
use crate::tui::app::{Context, Effect, EventAt, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::person::PersonScreen;
use crate::tui::screens::print::PrintWindow;
use crate::tui::screens::register::RegisterScreen;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Rows of the frame, the typed line, the sum, what is left out, the heading and the keys around the list.
const AROUND: u16 = 7;

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Behind {
    People,
    Sessions,
}

/// What came.
enum Rows {
    None,
    People(Box<FigurePeople>),
    Sessions(Box<FigureSessions>),
}

/// The list.
pub(super) struct Names {
    of: FiguresOf,
    which: Which,
    behind: Behind,
    /// What the number is of, as the screen below says it.
    title: String,
    /// Heads without names in the number: they are in no list.
    heads: u32,
    /// The number is of a category that never stands on paper.
    is_secret: bool,
    rows: Rows,
    filter: InputLine,
    cursor: ListCursor,
}

impl Names {
    /// What stands behind a number that the screen below calls `title`, and that has so many heads without names in it.
    pub(super) fn new(
        (of, which): (FiguresOf, Which),
        behind: Behind,
        (title, heads): (String, u32),
        cx: &Context,
    ) -> Self {
        let is_secret = matches!(&which, Which::Category(code) if cx.catalogue().sensitive().covers(code));
        let (filter, cursor) = (InputLine::default(), ListCursor::default());
        Self { of, which, behind, title, heads, is_secret, rows: Rows::None, filter, cursor }
    }

    fn ask(&self) -> Step {
        let (of, which) = (self.of.clone(), self.which.clone());
        Step::effect(Effect::Figures(match self.behind {
            Behind::People => FiguresAsk::People(of, which),
            Behind::Sessions => FiguresAsk::Sessions(of, which),
        }))
    }

    /// Whether a text has every typed word.
    fn fits(&self, text: &str) -> bool {
        let typed = self.filter.text().to_lowercase();
        let text = text.to_lowercase();
        typed.split_whitespace().all(|word| text.contains(word))
    }

    fn people(&self) -> Vec<&FigurePerson> {
        match &self.rows {
            Rows::People(people) => people.rows.iter().filter(|row| self.fits(&row.name.full())).collect(),
            _ => Vec::new(),
        }
    }

    fn sessions(&self) -> Vec<&FigureSession> {
        match &self.rows {
            Rows::Sessions(sessions) => {
                let text = |row: &FigureSession| format!("{} {}", date::show(row.held_on), row.title);
                sessions.rows.iter().filter(|row| self.fits(&text(row))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn count(&self) -> usize {
        self.people().len() + self.sessions().len()
    }

    fn person(&self) -> Option<&FigurePerson> {
        self.people().get(self.cursor.chosen).copied()
    }

    fn open_row(&self) -> Step {
        if let Some(person) = self.person() {
            return match person.family {
                Some((family, _)) => Step::push(Card::loading(family)).with(Effect::Card(family)),
                None => PersonScreen::open(person.person),
            };
        }
        let session = self.sessions().get(self.cursor.chosen).map(|row| row.session);
        session.map_or_else(Step::stay, |session| Step::push(FiguresScreen::new(FigureScope::Session(session))))
    }

    fn page(cx: &Context) -> usize {
        usize::from(cx.size.1.saturating_sub(3 + AROUND))
    }

    /// How many, how often, and how many are not listed.
    fn sum(&self, cx: &Context) -> String {
        let mut parts = Vec::new();
        match &self.rows {
            Rows::None => return cx.t("figures-counting"),
            Rows::People(people) => {
                let visits: u32 = people.rows.iter().map(|row| row.visits).sum();
                parts.push(cx.tv("figures-count-people", &[("count", people.rows.len().into())]));
                parts.push(cx.tv("figures-count-visits", &[("count", visits.into())]));
                if self.heads > 0 {
                    parts.push(cx.tv("figures-count-heads", &[("count", self.heads.into())]));
                }
            }
            Rows::Sessions(sessions) => {
                parts.push(cx.tv("figures-count-sessions", &[("count", sessions.rows.len().into())]));
            }
        }
        parts.join(" · ")
    }

    /// What the asker may not know is missing here, and is said to be.
    fn left_out(&self, cx: &Context) -> Option<String> {
        match &self.rows {
            Rows::People(people) if people.left_out_visits > 0 => Some(cx.tv(
                "figures-left-out-people",
                &[("people", people.left_out.into()), ("visits", people.left_out_visits.into())],
            )),
            Rows::Sessions(sessions) if sessions.left_out > 0 => {
                Some(cx.tv("figures-left-out-sessions", &[("count", sessions.left_out.into())]))
            }
            _ => None,
        }
    }

    fn person_line(row: &FigurePerson, cx: &Context, cells: usize) -> String {
        let birth = row.birth.map(date::show_birth).unwrap_or_default();
        let age = row.birth.map(|birth| birth.age_on(row.first_on).to_string()).unwrap_or_default();
        let number = row.family.map_or_else(|| cx.t("home-single"), |(_, number)| number.to_string());
        let days = if row.first_on == row.last_on {
            date::show(row.first_on)
        } else {
            format!("{} – {}", date::show(row.first_on), date::show(row.last_on))
        };
        let new = if row.is_newcomer { "+" } else { " " };
        let visits = crate::text::count(i64::from(row.visits));
        // The age says enough where there is no room for the birth date.
        let birth = if cx.is_wide() { fit(&birth, 11) } else { String::new() };
        let rest = format!("{birth}{age:>3} {} {visits:>5} {new} {}", fit(&number, 8), fit(&days, 23));
        format!("{} {rest}", fit(&row.name.full(), cells.saturating_sub(width(&rest) + 1)))
    }

    fn session_line(row: &FigureSession, cx: &Context, cells: usize) -> String {
        let open = if row.closed { String::new() } else { cx.t("figures-not-closed") };
        let rest = format!("{:>8} {:>10}  {}", row.named, row.heads, fit(&open, 12));
        let start = format!("{} ", date::show(row.held_on));
        format!("{start}{}{rest}", fit(&row.title, cells.saturating_sub(width(&rest) + width(&start))))
    }

    fn heading(&self, cx: &Context, cells: usize) -> String {
        match self.behind {
            Behind::People => {
                let column = |id: &str, cells| fit(&cx.t(id), cells);
                let birth = if cx.is_wide() { column("figures-column-birth", 11) } else { String::new() };
                let rest = format!(
                    "{birth}{} {} {:>5}   {}",
                    column("figures-column-age", 3),
                    column("figures-column-family", 8),
                    cx.t("figures-column-times"),
                    column("figures-column-days", 23),
                );
                format!("{} {rest}", fit(&cx.t("figures-column-name"), cells.saturating_sub(width(&rest) + 1)))
            }
            Behind::Sessions => {
                let rest = format!(
                    "{:>8} {:>10}  {}",
                    cx.t("figures-column-named"),
                    cx.t("figures-column-heads"),
                    " ".repeat(12)
                );
                let start = fit(&cx.t("figures-column-day"), 11);
                format!("{start}{}{rest}", fit(&cx.t("figures-column-title"), cells.saturating_sub(width(&rest) + 11)))
            }
        }
    }
}

impl Screen for Names {
    fn scope(&self) -> Scope {
        Scope::Figures
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        if matches!(self.rows, Rows::None) { self.ask() } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let count = self.count();
        match key {
            Key::Esc if !self.filter.is_empty() => {
                self.filter.clear();
                self.cursor = ListCursor::default();
            }
            Key::Esc => return Step::pop(),
            Key::Enter => return self.open_row(),
            Key::Tab | Key::BackTab => {
                self.cursor.key(if key == Key::Tab { Key::Down } else { Key::Up }, count, 1);
            }
            key if self.cursor.key(key, count, Self::page(cx)) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text.trim());
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Open => self.open_row(),
            CommandId::Attendance => {
                let session = self.event().and_then(|at| at.session);
                session.map_or_else(Step::stay, |session| Step::push(RegisterScreen::new(session)))
            }
            CommandId::FigurePaper => {
                let FiguresOf { scope, days: (from, until) } = self.of.clone();
                let which = self.which.clone();
                let request = match self.behind {
                    Behind::People => PaperRequest::FigurePeople { scope, from, until, which },
                    Behind::Sessions => PaperRequest::FigureSessions { scope, from, until, which },
                };
                Step::push(PrintWindow::new(request, cx.tv("figures-paper", &[("of", self.title.as_str().into())])))
            }
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        match command {
            CommandId::FigurePeriod => Some("figures-period-below"),
            CommandId::FigurePaper if self.is_secret => Some("figures-never-on-paper"),
            _ => None,
        }
    }

    fn opens(&self) -> bool {
        self.count() > 0
    }

    fn event(&self) -> Option<EventAt> {
        let session = self.sessions().get(self.cursor.chosen)?.session;
        Some(EventAt { of: RegisterOf::Session(session), session: Some(session) })
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.person()?.family.map(|(family, _)| family)
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.person().map(|row| row.person)
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let rows = match reply {
            Reply::Figures(FiguresTold::People(of, which, told)) if *of == self.of && *which == self.which => {
                told.as_ref().map(|people| Rows::People(people.clone()))
            }
            Reply::Figures(FiguresTold::Sessions(of, which, told)) if *of == self.of && *which == self.which => {
                told.as_ref().map(|sessions| Rows::Sessions(sessions.clone()))
            }
            _ => return Step::stay(),
        };
        match rows {
            Ok(rows) => {
                self.rows = rows;
                let count = self.count();
                self.cursor.clamp(count);
                Step::stay()
            }
            Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &self.title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let (text, at) = self.filter.window(cells.saturating_sub(3));
        let filter = Line::from(vec![
            Span::styled("⌕ ", cx.theme.dim),
            Span::styled(fit(&text, cells.saturating_sub(3)), cx.theme.field_focus),
        ]);
        frame.render_widget(filter, row(inner.y));
        frame.set_cursor_position((inner.x + 2 + at, inner.y));
        let keys = if self.behind == Behind::People { "figures-names-keys" } else { "figures-sessions-keys" };
        let last = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t(keys), cells), cx.theme.dim), last);
        frame.render_widget(Span::styled(cut(&self.sum(cx), cells), cx.theme.accent), row(inner.y + 1));
        if let Some(left_out) = self.left_out(cx) {
            frame.render_widget(Span::styled(cut(&left_out, cells), cx.theme.warning), row(inner.y + 2));
        }
        if matches!(self.rows, Rows::None) {
            return;
        }
        let lines: Vec<String> = match self.behind {
            Behind::People => self.people().iter().map(|row| Self::person_line(row, cx, cells - 2)).collect(),
            Behind::Sessions => self.sessions().iter().map(|row| Self::session_line(row, cx, cells - 2)).collect(),
        };
        if lines.is_empty() {
            let id = if self.filter.is_empty() { "figures-nobody" } else { "figures-pick-nothing" };
            for (line, y) in wrap(&cx.t(id), cells).into_iter().zip(inner.y + 4..) {
                frame.render_widget(Span::styled(line, cx.theme.dim), row(y));
            }
            return;
        }
        let heading = format!("  {}", self.heading(cx, cells - 2));
        frame.render_widget(Span::styled(cut(&heading, cells), cx.theme.dim), row(inner.y + 3));
        let page = Self::page(cx);
        let first = self.cursor.first(lines.len(), page);
        for ((place, line), y) in lines.iter().enumerate().skip(first).take(page).zip(inner.y + 4..) {
            let is_chosen = place == self.cursor.chosen;
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let sign = if is_chosen { "▸" } else { " " };
            frame.render_widget(Span::styled(fit(&format!("{sign} {line}"), cells), style), row(y));
        }
        if lines.len() > first + page {
            more_below(cx, frame, area);
        }
    }
}

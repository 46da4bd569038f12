//! Events in numbers: of everything, a programme, a series or one session, in a time; visits and different people side by side.
//!
//! Every number is a cell that the arrows reach: what it means stands below it in a sentence, Enter opens the names or the sessions behind
//! it ([`names`]), and a name opens its card. What a row says is in [`words`], how it is drawn in [`view`].

mod days;
mod names;
mod pick;
mod view;
mod words;

use crate::domain::date;
use crate::domain::event::RegisterOf;
use crate::domain::event::figures::{EventFigures, FigureScope, Head, Part, Period, Row, Which};
use crate::domain::staff::Right;
use crate::office::PaperRequest;
use crate::office::events::number_words;
use crate::office::events::numbers::FigureScopes;
use crate::tui::app::message::figures::{FiguresAsk, FiguresOf, FiguresTold};
use crate::tui::app::{Answer, Context, Effect, EventAt, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::print::PrintWindow;
use crate::tui::screens::register::RegisterScreen;
use crate::tui::widgets::list::Walk;
use days::DaysWindow;
use names::{Behind, Names};
use pick::Pick;
use ratatui::Frame;
use ratatui::layout::Rect;

/// A line of the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Line {
    /// Between two parts.
    Gap,
    /// The name of a part.
    Head(Part),
    /// Numbers.
    Row(Row),
    /// Visits for each session.
    Average,
    /// Sessions that nobody has closed.
    Open,
}

/// A column of numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Sessions,
    Visits,
    People,
}

impl Column {
    const ALL: [Self; 3] = [Self::Sessions, Self::Visits, Self::People];
}

impl Line {
    /// Whether the line has a number in this column.
    fn has(&self, column: Column) -> bool {
        match (self, column) {
            (Self::Row(row), Column::Sessions) => row.sessions.is_some(),
            (Self::Row(row), Column::People) => row.people.is_some(),
            (Self::Row(_) | Self::Average, Column::Visits) | (Self::Open, Column::Sessions) => true,
            (Self::Gap | Self::Head(_) | Self::Average | Self::Open, _) => false,
        }
    }

    /// The number of the column that is nearest to the wanted one.
    fn nearest(&self, wanted: Column) -> Column {
        let order = match wanted {
            Column::Sessions => [Column::Sessions, Column::Visits, Column::People],
            Column::Visits => [Column::Visits, Column::People, Column::Sessions],
            Column::People => [Column::People, Column::Visits, Column::Sessions],
        };
        order.into_iter().find(|column| self.has(*column)).unwrap_or(wanted)
    }
}

/// What a window above was opened for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Asking {
    Programme,
    Series,
    Period,
    Days,
}

/// The times that the picker offers, before a time of one's own.
const TIMES: [&str; 5] =
    ["figure-time-month", "figure-time-last-month", "figure-time-year", "figure-time-last-year", "figure-time-always"];

/// The screen.
pub struct FiguresScreen {
    scope: FigureScope,
    /// None until the first look at the day: this year, or all of a series.
    period: Option<Period>,
    figures: Option<Box<EventFigures>>,
    scopes: Option<Box<FigureScopes>>,
    asking: Option<Asking>,
    walk: Walk,
    column: Column,
    /// Somebody has marked on since the numbers were counted.
    is_old: bool,
}

impl FiguresScreen {
    /// The numbers of a scope: of this year, or all that a series or a session ever had.
    pub fn new(scope: FigureScope) -> Self {
        Self {
            scope,
            period: None,
            figures: None,
            scopes: None,
            asking: None,
            walk: Walk::default(),
            column: Column::Visits,
            is_old: false,
        }
    }

    fn period(&self, cx: &Context) -> Period {
        self.period.unwrap_or(match self.scope {
            FigureScope::Session(_) | FigureScope::Series(_) => Period::Always,
            FigureScope::Programme(_) | FigureScope::All => Period::Year(cx.today()),
        })
    }

    fn of(&self, cx: &Context) -> FiguresOf {
        FiguresOf { scope: self.scope.clone(), days: self.period(cx).days() }
    }

    fn ask(&mut self, cx: &Context) -> Step {
        self.is_old = false;
        Step::effect(Effect::Figures(FiguresAsk::Figures(self.of(cx))))
    }

    /// Other numbers: those that stand there are of something else and go.
    fn turn(&mut self, scope: FigureScope, period: Option<Period>, cx: &Context) -> Step {
        if self.scope != scope {
            self.walk = Walk::default();
        }
        (self.scope, self.period, self.figures) = (scope, period, None);
        self.ask(cx)
    }

    fn move_on(&mut self, is_forth: bool, cx: &Context) -> Step {
        let period = self.period(cx);
        let moved = if is_forth { period.next() } else { period.previous() };
        if moved == period || matches!(self.scope, FigureScope::Session(_)) {
            return Step::stay().saying(Toast::warning(cx.t("figures-no-other-time")));
        }
        self.turn(self.scope.clone(), Some(moved), cx)
    }

    /// The lines of the screen, part by part.
    fn lines(&self) -> Vec<Line> {
        let Some(figures) = &self.figures else { return Vec::new() };
        let mut lines = Vec::new();
        let mut last = None;
        for row in &figures.rows {
            if last != Some(row.part) {
                if !matches!(row.part, Part::Whole | Part::Unnamed) {
                    lines.extend([Line::Gap, Line::Head(row.part)]);
                }
                last = Some(row.part);
            }
            lines.push(Line::Row(row.clone()));
            if row.which == Which::All {
                // Of one session it would be the whole again.
                lines.extend(figures.average().filter(|_| row.sessions > Some(1)).map(|_| Line::Average));
                lines.extend((figures.open > 0).then_some(Line::Open));
            }
        }
        lines
    }

    /// Whether nothing was held.
    fn is_empty(&self) -> bool {
        self.figures.as_ref().is_some_and(|figures| figures.whole().sessions == Some(0))
    }

    fn stops(lines: &[Line]) -> Vec<bool> {
        lines.iter().map(|line| !matches!(line, Line::Gap | Line::Head(_))).collect()
    }

    /// The line and the column under the cursor.
    fn chosen(&self, lines: &[Line], page: usize) -> Option<(Line, Column)> {
        let mut walk = self.walk;
        walk.clamp(&Self::stops(lines), page);
        let line = lines.get(walk.row)?.clone();
        let column = line.nearest(self.column);
        line.has(column).then_some((line, column))
    }

    /// The next number to the left or to the right.
    fn aside(&mut self, is_right: bool, page: usize) {
        let lines = self.lines();
        let Some((line, column)) = self.chosen(&lines, page) else { return };
        let there: Vec<Column> = Column::ALL.into_iter().filter(|column| line.has(*column)).collect();
        let place = there.iter().position(|one| *one == column).unwrap_or(0);
        let place = if is_right { (place + 1).min(there.len() - 1) } else { place.saturating_sub(1) };
        self.column = there[place];
    }

    /// The first number of the next part, or of the one before.
    fn part(&mut self, is_next: bool, page: usize) {
        let lines = self.lines();
        self.walk.clamp(&Self::stops(&lines), page);
        let first = |place: &usize| {
            matches!(lines[*place], Line::Row(_)) && (*place == 0 || matches!(lines[*place - 1], Line::Head(_)))
        };
        let mut firsts = (0..lines.len()).filter(first);
        let row = self.walk.row;
        let found = if is_next { firsts.find(|place| *place > row) } else { firsts.rfind(|place| *place < row) };
        let Some(place) = found.or(if is_next { Some(0) } else { (0..lines.len()).rfind(first) }) else { return };
        // The part is read from its name on.
        self.walk.first = place.saturating_sub(2).min(lines.len().saturating_sub(page));
        self.walk.go_to(place, page);
    }

    fn open_number(&self, cx: &Context) -> Step {
        let lines = self.lines();
        let chosen = self.chosen(&lines, view::page(cx)).filter(|_| !self.is_empty());
        let Some((line, column)) = chosen else { return Step::stay() };
        let (which, behind) = match (&line, column) {
            (Line::Open, _) => (Which::Open, Behind::Sessions),
            (Line::Row(row), Column::Sessions) => (row.which.clone(), Behind::Sessions),
            (Line::Row(row), _) if matches!(row.which, Which::Unnamed(_)) => (row.which.clone(), Behind::Sessions),
            (Line::Row(row), _) => (row.which.clone(), Behind::People),
            (Line::Average, _) => (Which::All, Behind::Sessions),
            (Line::Gap | Line::Head(_), _) => return Step::stay(),
        };
        let figures = self.figures.as_deref();
        let name = figures.map(|figures| number_words::row(&which, figures, &cx.texts)).unwrap_or_default();
        let of = format!("{} · {name}", number_words::scope(&self.scope, figures, &cx.texts));
        let heads = match (&line, figures) {
            (Line::Row(row), Some(figures)) if row.which == Which::All => {
                Head::ALL.into_iter().map(|head| head.of(figures.heads)).sum()
            }
            _ => 0,
        };
        Step::push(Names::new((self.of(cx), which), behind, (of, heads), cx))
    }

    fn paper(&self, cx: &Context) -> Step {
        let FiguresOf { scope, days: (from, until) } = self.of(cx);
        let name = number_words::scope(&scope, self.figures.as_deref(), &cx.texts);
        let request = PaperRequest::Figures { scope, from, until };
        Step::push(PrintWindow::new(request, cx.tv("figures-paper", &[("of", name.into())])))
    }

    fn pick(&mut self, asking: Asking, cx: &Context) -> Step {
        let title = match asking {
            Asking::Programme => "figures-pick-programme",
            Asking::Series => "figures-pick-series",
            Asking::Period | Asking::Days => "figures-pick-period",
        };
        let rows: Vec<String> = match (asking, &self.scopes) {
            (Asking::Period, _) => TIMES.into_iter().chain(["figure-time-days"]).map(|id| cx.t(id)).collect(),
            (Asking::Days, _) => {
                let (from, until) = self.shown_days(cx);
                self.asking = Some(asking);
                return Step::push(DaysWindow::new(from, until));
            }
            (_, None) => {
                self.asking = Some(asking);
                return Step::effect(Effect::Figures(FiguresAsk::Scopes));
            }
            (Asking::Programme, Some(scopes)) => {
                scopes.programmes.iter().map(|code| cx.texts.code("programme", code.as_str())).collect()
            }
            (Asking::Series, Some(scopes)) => scopes
                .series
                .iter()
                .map(|(_, title, from, until)| format!("{title} · {} – {}", date::show(*from), date::show(*until)))
                .collect(),
        };
        if rows.is_empty() {
            self.asking = None;
            return Step::stay().saying(Toast::warning(cx.t(&format!("{title}-none"))));
        }
        self.asking = Some(asking);
        Step::push(Pick::new(cx.t(title), rows))
    }

    /// The days that a time of one's own begins with: those that are shown, or this year where no end is.
    fn shown_days(&self, cx: &Context) -> (chrono::NaiveDate, chrono::NaiveDate) {
        match self.period(cx) {
            Period::Always => Period::Year(cx.today()).days(),
            period => period.days(),
        }
    }

    fn picked(&mut self, asking: Asking, place: usize, cx: &Context) -> Step {
        let today = cx.today();
        let scopes = self.scopes.as_deref();
        match asking {
            Asking::Programme => {
                let code = scopes.and_then(|scopes| scopes.programmes.get(place)).cloned();
                let period = self.period.filter(|_| !self.is_of_one());
                code.map_or_else(Step::stay, |code| self.turn(FigureScope::Programme(code), period, cx))
            }
            Asking::Series => {
                let series = scopes.and_then(|scopes| scopes.series.get(place)).map(|(series, ..)| *series);
                series.map_or_else(Step::stay, |series| self.turn(FigureScope::Series(series), None, cx))
            }
            Asking::Period | Asking::Days => {
                let period = match TIMES.get(place).copied() {
                    Some("figure-time-month") => Period::Month(today),
                    Some("figure-time-last-month") => Period::Month(today).previous(),
                    Some("figure-time-year") => Period::Year(today),
                    Some("figure-time-last-year") => Period::Year(today).previous(),
                    Some(_) => Period::Always,
                    None => return self.pick(Asking::Days, cx),
                };
                self.turn(self.scope.clone(), Some(period), cx)
            }
        }
    }

    /// Whether the numbers are of one series or session, whose time is its own.
    fn is_of_one(&self) -> bool {
        matches!(self.scope, FigureScope::Series(_) | FigureScope::Session(_))
    }
}

impl Screen for FiguresScreen {
    fn scope(&self) -> Scope {
        Scope::Figures
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeFigures) {
            return Step::pop();
        }
        if self.figures.is_none() || self.is_old { self.ask(cx) } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let page = view::page(cx);
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => return self.open_number(cx),
            Key::PageUp => return self.move_on(false, cx),
            Key::PageDown => return self.move_on(true, cx),
            Key::Left => self.aside(false, page),
            Key::Right => self.aside(true, page),
            Key::Tab => self.part(true, page),
            Key::BackTab => self.part(false, page),
            Key::Char('1') => {
                let period = self.period.filter(|_| !self.is_of_one());
                return self.turn(FigureScope::All, period, cx);
            }
            Key::Char('2') => return self.pick(Asking::Programme, cx),
            Key::Char('3') => return self.pick(Asking::Series, cx),
            Key::Char('4') => return self.pick_period(cx),
            Key::Char(' ') => return self.ask(cx),
            key => {
                let stops = Self::stops(&self.lines());
                self.walk.key(key, &stops, page);
            }
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Open => self.open_number(cx),
            CommandId::Attendance => {
                let session = self.event().and_then(|at| at.session);
                session.map_or_else(Step::stay, |session| Step::push(RegisterScreen::new(session)))
            }
            CommandId::FigurePeriod => self.pick_period(cx),
            CommandId::FigurePaper => self.paper(cx),
            _ => Step::stay(),
        }
    }

    fn opens(&self) -> bool {
        self.figures.is_some() && !self.is_empty()
    }

    fn event(&self) -> Option<EventAt> {
        let FigureScope::Session(session) = self.scope else { return None };
        Some(EventAt { of: RegisterOf::Session(session), session: Some(session) })
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        let Some(asking) = self.asking.take() else { return Step::stay() };
        match answer {
            Answer::Chosen(place) => self.picked(asking, place, cx),
            Answer::Days(from, until) => self.turn(self.scope.clone(), Some(Period::Days(from, until)), cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Figures(FiguresTold::Figures(of, told)) if *of == self.of(cx) => match told {
                Ok(figures) => {
                    self.figures = Some(figures.clone());
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Figures(FiguresTold::Scopes(told)) if self.scopes.is_none() => match told {
                Ok(scopes) => {
                    self.scopes = Some(scopes.clone());
                    self.asking.map_or_else(Step::stay, |asking| self.pick(asking, cx))
                }
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            // A series is counted in a moment; a year of the whole office is not counted anew with every mark of six desks.
            Reply::Changed if self.is_of_one() => self.ask(cx),
            Reply::Changed => {
                self.is_old = true;
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

impl FiguresScreen {
    fn pick_period(&mut self, cx: &Context) -> Step {
        if matches!(self.scope, FigureScope::Session(_)) {
            return Step::stay().saying(Toast::warning(cx.t("figures-no-other-time")));
        }
        self.pick(Asking::Period, cx)
    }
}

//! The calendar: which days are shown, what is under the cursor, what keys and commands do to it.

use super::ask::{Ask, Named};
use super::details::Details;
use super::file::FileForm;
use super::form::EventForm;
use super::{register, view};
use crate::domain::campaign::Guest;
use crate::domain::event::{EventCatalogue, RegisterOf, SessionStatus};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::domain::staff::{Right, Role};
use crate::office::events::CalendarEntry;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarDeed, CalendarTold};
use crate::tui::app::{Answer, Context, Effect, EventAt, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use ratatui::Frame;
use ratatui::layout::Rect;

/// How much of the calendar is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// One day, two lines a session.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

impl Shown {
    pub(super) const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// Its word in messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    fn turned(self, by: usize) -> Self {
        let place = Self::ALL.iter().position(|shown| *shown == self).unwrap_or(0);
        Self::ALL[(place + by) % Self::ALL.len()]
    }
}

/// What the office said of some days.
struct Held {
    from: NaiveDate,
    until: NaiveDate,
    entries: Vec<CalendarEntry>,
}

/// A form that opens when what it changes is here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ToChange {
    Session(SessionId),
    Series(SeriesId, NaiveDate),
}

/// The calendar.
pub struct Calendar {
    pub(super) shown: Shown,
    /// The day under the cursor.
    pub(super) day: NaiveDate,
    /// The session under the cursor; none: the first of its day.
    at: Option<SessionId>,
    held: Option<Held>,
    /// Days that were asked for and are not here yet.
    asked: Option<(NaiveDate, NaiveDate)>,
    pub(super) only_mine: bool,
    /// Who stands at the desk and is to be marked at a session.
    pub(super) guest: Option<Guest>,
    pub(super) catalogue: Option<Box<EventCatalogue>>,
    /// F7 was pressed before the catalogue came: the form opens with it.
    awaits_form: bool,
    to_change: Option<ToChange>,
    restoring: Option<DeedId>,
    /// A session that a form has just made or moved: it must be seen. Until its day is read again nothing is under the cursor.
    follows: Option<SessionId>,
    /// Enter was pressed on it before it could be seen.
    awaits_opening: bool,
    /// Of which one it is asked whether it alone or its series changes. Another desk may move it away meanwhile.
    asked_about: Option<(SessionId, Option<SeriesId>, NaiveDate)>,
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(back).unwrap_or(day)
}

/// The weeks that a month lies in, from Monday to Sunday.
pub(super) fn weeks_of_month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(day);
    (monday(first), moved(monday(last), 6))
}

/// So many days later, or earlier; the day itself at the ends of time.
pub(super) fn moved(day: NaiveDate, by: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(by)).unwrap_or(day)
}

/// Whether it is held on a day: a campaign may take several.
fn is_on(entry: &CalendarEntry, day: NaiveDate) -> bool {
    entry.held_on <= day && day <= entry.until.unwrap_or(entry.held_on)
}

impl Calendar {
    /// Today, with the next session under the cursor. A trainer sees their own first.
    pub fn new(cx: &Context) -> Self {
        let only_mine = cx.session.as_ref().is_some_and(|session| session.staff.role == Role::Trainer);
        Self {
            shown: Shown::Day,
            day: cx.today(),
            at: None,
            held: None,
            asked: None,
            only_mine,
            guest: None,
            catalogue: None,
            awaits_form: false,
            to_change: None,
            restoring: None,
            follows: None,
            awaits_opening: false,
            asked_about: None,
        }
    }

    /// Today, to choose the session at which somebody is to be marked. Whoever stands at the counter may come to anybody's session.
    pub fn for_guest(guest: Guest, cx: &Context) -> Self {
        Self { guest: Some(guest), only_mine: false, ..Self::new(cx) }
    }

    /// Everything that was told of the days around, also what is not shown.
    pub(super) fn all(&self) -> &[CalendarEntry] {
        self.held.as_ref().map_or(&[], |held| &held.entries)
    }

    /// Whether the days shown are here.
    pub(super) fn is_here(&self) -> bool {
        self.held.as_ref().is_some_and(|held| held.from <= self.day && self.day <= held.until)
    }

    /// What is shown of a day.
    pub(super) fn on(&self, day: NaiveDate) -> Vec<&CalendarEntry> {
        let entries = self.all().iter().filter(|entry| is_on(entry, day));
        entries.filter(|entry| !self.only_mine || entry.mine).collect()
    }

    /// Whether anything of a day is hidden by "mine only".
    pub(super) fn hides(&self, day: NaiveDate) -> usize {
        self.all().iter().filter(|entry| is_on(entry, day) && self.only_mine && !entry.mine).count()
    }

    /// The place of the session under the cursor among those of its day.
    pub(super) fn place(&self) -> usize {
        let entries = self.on(self.day);
        entries.iter().position(|entry| Some(entry.session) == self.at).unwrap_or(0)
    }

    /// The session under the cursor. A month has days under its cursor.
    pub(super) fn chosen(&self) -> Option<&CalendarEntry> {
        if self.shown == Shown::Month {
            return None;
        }
        let entries = self.on(self.day);
        if let Some(followed) = self.follows {
            // Whatever stands there until it is read is not what the hand means.
            return entries.into_iter().find(|entry| entry.session == followed);
        }
        entries.into_iter().nth(self.place())
    }

    fn put(&mut self, day: NaiveDate, at: Option<SessionId>) {
        self.day = day;
        self.at = at;
    }

    /// Asks for the days around the cursor where they are not here.
    fn look(&mut self, is_anew: bool) -> Step {
        let span = weeks_of_month(self.day);
        let is_known = self.held.as_ref().is_some_and(|held| (held.from, held.until) == span);
        if !is_anew && (is_known || self.asked == Some(span)) {
            return Step::stay();
        }
        self.asked = Some(span);
        Step::effect(Effect::Calendar(CalendarAsk::Days(span.0, span.1)))
    }

    /// The session of a day that somebody who opens the calendar now means: the one that is not over yet.
    fn next_of(&self, day: NaiveDate, cx: &Context) -> Option<SessionId> {
        let now = (cx.now.naive_local() - day.and_hms_opt(0, 0, 0)?).num_minutes();
        let planned = self.on(day).into_iter().filter(|entry| entry.status == SessionStatus::Planned);
        let open = planned.filter(|entry| entry.hours.span().is_none_or(|(_, end)| now < end));
        // A campaign is under way all day: who opens the calendar comes for a session.
        open.min_by_key(|entry| entry.is_campaign()).map(|entry| entry.session)
    }

    fn go_to_today(&mut self, cx: &Context) -> Step {
        let today = cx.today();
        self.put(today, None);
        self.at = self.next_of(today, cx);
        self.look(false)
    }

    /// Up or down inside the day; a list of a week goes on in the next day.
    fn step(&mut self, by: i64, cx: &Context) -> Step {
        let entries: Vec<SessionId> = self.on(self.day).iter().map(|entry| entry.session).collect();
        let place = i64::try_from(self.place()).unwrap_or(0) + by;
        match usize::try_from(place).ok().and_then(|place| entries.get(place)) {
            Some(session) => self.at = Some(*session),
            None if self.shown == Shown::Week && !cx.is_wide() => {
                let day = moved(self.day, by);
                let there = self.on(day);
                let end = if by < 0 { there.last() } else { there.first() };
                let at = end.map(|entry| entry.session);
                self.put(day, at);
                return self.look(false);
            }
            None => {}
        }
        Step::stay()
    }

    fn go_by(&mut self, days: i64) -> Step {
        self.put(moved(self.day, days), None);
        self.look(false)
    }

    fn go_by_month(&mut self, is_on: bool) -> Step {
        let month = Months::new(1);
        let day = if is_on { self.day.checked_add_months(month) } else { self.day.checked_sub_months(month) };
        self.put(day.unwrap_or(self.day), None);
        self.look(false)
    }

    fn turn(&mut self, by: usize, cx: &Context) {
        self.shown = self.shown.turned(by);
        if self.at.is_none() {
            self.at = self.next_of(self.day, cx);
        }
    }

    fn open(&mut self, cx: &mut Context) -> Step {
        if self.shown == Shown::Month {
            self.shown = Shown::Day;
            return Step::stay();
        }
        match self.chosen().cloned() {
            Some(entry) => register::open(&entry, self.guest, cx),
            None => {
                self.awaits_opening = self.follows.is_some();
                Step::stay()
            }
        }
    }

    fn change(&mut self, cx: &Context) -> Step {
        let Some(entry) = self.chosen() else { return Step::stay() };
        let (session, title) = (entry.session, super::words::title(entry, cx));
        if entry.series.is_none() {
            return self.ask_to_change(ToChange::Session(session));
        }
        self.asked_about = Some((session, entry.series, entry.held_on));
        let text = cx.tv("calendar-change-question", &[("title", title.into())]);
        Step::push(Dialog::ask(
            cx.t("command-event-change-help"),
            text,
            vec![cx.t("calendar-change-session"), cx.t("calendar-change-series")],
        ))
    }

    fn ask_to_change(&mut self, what: ToChange) -> Step {
        self.to_change = Some(what);
        Step::effect(Effect::Calendar(match what {
            ToChange::Session(id) => CalendarAsk::Session(id),
            ToChange::Series(id, _) => CalendarAsk::Series(id),
        }))
    }

    fn cancel(&mut self, cx: &mut Context) -> Step {
        let Some(entry) = self.chosen().cloned() else { return Step::stay() };
        if entry.status == SessionStatus::Cancelled {
            let deed = cx.new_deed();
            self.restoring = Some(deed);
            return Step::effect(Effect::Calendar(CalendarAsk::Do(deed, CalendarDeed::RestoreSession(entry.session))));
        }
        Step::push(Ask::cancel(&Named::entry(&entry, cx), cx))
    }

    /// The effect of everything that is to be here when the calendar comes up.
    fn ask_all(&mut self) -> Step {
        let step = self.look(true);
        if self.catalogue.is_some() { step } else { step.with(Effect::Calendar(CalendarAsk::Catalogue)) }
    }

    fn take(&mut self, from: NaiveDate, until: NaiveDate, entries: &[CalendarEntry], cx: &mut Context) -> Step {
        if self.asked == Some((from, until)) {
            self.asked = None;
        }
        if weeks_of_month(self.day) != (from, until) {
            return Step::stay();
        }
        let is_first = self.held.is_none();
        self.held = Some(Held { from, until, entries: entries.to_vec() });
        if let Some(session) = self.follows.take() {
            // What one has just made is never hidden, whoever holds it.
            self.only_mine &= entries.iter().find(|entry| entry.session == session).is_none_or(|entry| entry.mine);
        } else if is_first && self.at.is_none() {
            self.at = self.next_of(self.day, cx);
        }
        if std::mem::take(&mut self.awaits_opening) { self.open(cx) } else { Step::stay() }
    }
}

impl Screen for Calendar {
    fn scope(&self) -> Scope {
        Scope::Calendar
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeEvents) {
            return Step::go(Go::Pop);
        }
        self.ask_all()
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        self.awaits_opening = false;
        match (key, self.shown) {
            (Key::Esc, _) => return Step::pop(),
            (Key::Enter, _) => return self.open(cx),
            (Key::Tab, _) => self.turn(1, cx),
            (Key::BackTab, _) => self.turn(Shown::ALL.len() - 1, cx),
            (Key::Home, _) => return self.go_to_today(cx),
            (Key::Char(' ') | Key::Insert, _) => {
                self.only_mine = !self.only_mine;
                self.at = self.chosen().map(|entry| entry.session);
            }
            (Key::Left, _) => return self.go_by(-1),
            (Key::Right, _) => return self.go_by(1),
            (Key::Up, Shown::Month) => return self.go_by(-7),
            (Key::Down, Shown::Month) => return self.go_by(7),
            (Key::Up, _) => return self.step(-1, cx),
            (Key::Down, _) => return self.step(1, cx),
            (Key::PageUp, Shown::Month) => return self.go_by_month(false),
            (Key::PageDown, Shown::Month) => return self.go_by_month(true),
            (Key::PageUp, _) => return self.go_by(-7),
            (Key::PageDown, _) => return self.go_by(7),
            (Key::End, _) => self.at = self.on(self.day).last().map(|entry| entry.session),
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Attendance => self.open(cx),
            CommandId::EventNew => {
                let Some(catalogue) = &self.catalogue else {
                    self.awaits_form = true;
                    return Step::stay();
                };
                Step::push(EventForm::new(self.day, catalogue.as_ref().clone(), cx))
            }
            CommandId::EventDetails => {
                self.chosen().map_or_else(Step::stay, |entry| Step::push(Details::loading(entry.session)))
            }
            CommandId::EventChange => self.change(cx),
            CommandId::EventCancel => self.cancel(cx),
            CommandId::EventMove => match self.chosen().cloned() {
                Some(entry) => Step::push(Ask::moving(&Named::entry(&entry, cx), cx)),
                None => Step::stay(),
            },
            CommandId::EventAddDate => match self.chosen().and_then(|entry| Some((entry.series?, entry.clone()))) {
                Some((series, entry)) => Step::push(Ask::add(series, super::words::title(&entry, cx), entry.hours, cx)),
                None => Step::stay(),
            },
            CommandId::SeriesEnd => match self.chosen().and_then(|entry| Some((entry.series?, entry.clone()))) {
                Some((series, entry)) => Step::push(Ask::end(series, super::words::title(&entry, cx), cx)),
                None => Step::stay(),
            },
            CommandId::CalendarFile => {
                let Some(catalogue) = &self.catalogue else { return Step::stay() };
                Step::push(FileForm::new(self.only_mine, catalogue, cx))
            }
            _ => Step::stay(),
        }
    }

    fn event(&self) -> Option<EventAt> {
        let entry = self.chosen().filter(|entry| entry.frame.is_some() && !entry.is_campaign())?;
        let of = entry.series.map_or(RegisterOf::Session(entry.session), RegisterOf::Series);
        Some(EventAt { of, session: Some(entry.session) })
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let is_on_one = matches!(
            command,
            CommandId::EventDetails
                | CommandId::EventChange
                | CommandId::EventCancel
                | CommandId::EventMove
                | CommandId::EventAddDate
                | CommandId::SeriesEnd
        );
        let is_opening = command == CommandId::Attendance && self.shown != Shown::Month;
        let is_about = matches!(command, CommandId::Enrolment | CommandId::EventFigures | CommandId::EventPapers);
        let is_of_series = matches!(command, CommandId::EventAddDate | CommandId::SeriesEnd);
        match self.chosen() {
            None if self.shown == Shown::Month && is_on_one => Some("calendar-choose-day"),
            None if is_on_one || is_opening => Some("calendar-nothing-chosen"),
            // A campaign has its own list, sums and papers.
            Some(entry) if is_about && entry.is_campaign() => Some("calendar-is-campaign"),
            Some(entry) if is_on_one => match &entry.frame {
                None => Some("calendar-restricted"),
                Some(frame) if frame.kind.is_campaign() => Some("calendar-is-campaign"),
                Some(_) if is_of_series && entry.series.is_none() => Some("calendar-no-series"),
                Some(_) => None,
            },
            _ => None,
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        let Some((session, series, held_on)) = self.asked_about.take() else { return Step::stay() };
        let what = match (answer, series) {
            (Answer::Chosen(0), _) => ToChange::Session(session),
            (Answer::Chosen(1), Some(series)) => ToChange::Series(series, held_on),
            _ => return Step::stay(),
        };
        self.ask_to_change(what)
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Changed => self.look(true),
            Reply::Calendar(told) => self.hear(told, cx),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

impl Calendar {
    fn hear(&mut self, told: &CalendarTold, cx: &mut Context) -> Step {
        match told {
            CalendarTold::Days(from, until, Ok(entries)) => self.take(*from, *until, entries, cx),
            CalendarTold::Days(from, until, Err(fault)) => {
                let nothing = self.take(*from, *until, &[], cx);
                nothing.saying(Toast::fault(fault, cx))
            }
            CalendarTold::Catalogue(Ok(catalogue)) => {
                self.catalogue = Some(catalogue.clone());
                if std::mem::take(&mut self.awaits_form) {
                    return self.command(CommandId::EventNew, cx);
                }
                Step::stay()
            }
            CalendarTold::Catalogue(Err(fault)) => {
                self.awaits_form = false;
                Step::stay().saying(Toast::fault(fault, cx))
            }
            CalendarTold::Session(id, told) if self.to_change == Some(ToChange::Session(*id)) => {
                self.to_change = None;
                match (told, &self.catalogue) {
                    (Ok(view), Some(catalogue)) => {
                        Step::push(EventForm::of_session(*id, view, catalogue.as_ref().clone(), cx))
                    }
                    (Err(fault), _) => Step::stay().saying(Toast::fault(fault, cx)),
                    (Ok(_), None) => Step::stay(),
                }
            }
            CalendarTold::Series(id, told) => {
                let Some(ToChange::Series(asked, from)) = self.to_change else { return Step::stay() };
                if asked != *id {
                    return Step::stay();
                }
                self.to_change = None;
                match (told, &self.catalogue) {
                    (Ok(view), Some(catalogue)) => {
                        Step::push(EventForm::of_series(*id, view, from, catalogue.as_ref().clone(), cx))
                    }
                    (Err(fault), _) => Step::stay().saying(Toast::fault(fault, cx)),
                    (Ok(_), None) => Step::stay(),
                }
            }
            CalendarTold::Done(deed, done) => {
                let said = if self.restoring == Some(*deed) {
                    self.restoring = None;
                    Some(match done {
                        Ok(_) => Toast::good(cx.t("calendar-restored")),
                        Err(fault) => Toast::fault(fault, cx),
                    })
                } else {
                    None
                };
                if let Ok(Some((session, day))) = done {
                    self.follows = Some(*session);
                    self.put(*day, Some(*session));
                }
                Step { toast: said, ..self.look(true) }
            }
            _ => Step::stay(),
        }
    }
}

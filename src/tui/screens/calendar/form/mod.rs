//! The form of what is held: one event, or a series by a rule, in the same few fields.
//!
//! What a usual series needs stands on top and is filled by itself where it can be; what is rarely said waits under one line. While it is
//! typed the form says which days come of it and what they would clash with. A series that is there is changed from a day on.

mod fields;
mod open;
mod read;
mod view;

use super::typed::{self, show_ages, show_hours};
use crate::domain::date;
use crate::domain::event::{
    Clash, EventCatalogue, EventFault, Frame as EventFrame, Nth, RecurrenceFault, RegisterOf, WEEK, Weekdays,
};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::domain::place::CODIFIER;
use crate::office::OfficeError;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarDeed, CalendarTold};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::pick;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use chrono::{Datelike, NaiveDate, Weekday};
use fields::{
    AGES, AUDIENCE, CAPACITY, DAY, EVERY, EXCEPT, FROM, HOURS, KIND, MORE, PARTNER, PLACE, PROGRAMME, Picks, REPEAT,
    RESTRICTED, ROOM, RURAL, Repeat, TITLE, TRAINER, UNTIL, WEEKDAYS,
};
use ratatui::Frame;
use ratatui::layout::Rect;
use read::Read;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the form is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Of {
    /// Something new.
    New,
    /// A session that is there.
    Session(SessionId),
    /// A series that is there.
    Series(SeriesId),
}

impl Of {
    fn is_session(self) -> bool {
        matches!(self, Self::Session(_))
    }

    fn is_series(self) -> bool {
        matches!(self, Self::Series(_))
    }

    /// Its word in messages.
    fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Session(_) => "session",
            Self::Series(_) => "series",
        }
    }
}

/// What of the form stands in no line: to be compared with how it was.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
struct Shape {
    picks: Picks,
    weekdays: Weekdays,
    except: BTreeSet<NaiveDate>,
}

/// The form.
pub(super) struct EventForm {
    of: Of,
    form: Form,
    /// Fields that are not seen now, with what is in them.
    hidden: Vec<Field>,
    catalogue: EventCatalogue,
    picks: Picks,
    weekdays: Weekdays,
    /// The day of the week that the cursor is on.
    weekday_at: usize,
    /// Whether days of the week were chosen: until then they follow the day.
    own_days: bool,
    except: BTreeSet<NaiveDate>,
    /// The first day of a monthly rule that is there, and which day of the month it means.
    ruled: Option<(NaiveDate, Nth, Weekday)>,
    base: Shape,
    /// Sessions of the series itself: it does not clash with them.
    own_sessions: Vec<SessionId>,
    clashes: Vec<Clash>,
    /// What clashes were asked of last.
    asked: Option<(EventFrame, Vec<NaiveDate>)>,
    generation: u64,
    offered: Vec<String>,
    deed: DeedId,
    is_waiting: bool,
}

impl EventForm {
    /// Whether the fields that are rarely said are seen.
    fn is_unfolded(&self) -> bool {
        self.any(MORE).is_some_and(|field| field.picked() == 1)
    }

    /// Days of the week follow the day as long as nobody chose any.
    fn follow_day(&mut self, cx: &Context) {
        if let Some(day) = self.day(cx).filter(|_| !self.own_days) {
            self.weekdays = Weekdays::of([day.weekday()]);
            self.weekday_at = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        }
    }

    /// `[пн]▸вт  [ср] чт …`: the chosen days in brackets.
    fn show_weekdays(&mut self, cx: &Context) {
        let is_here = self.form.focused() == Some(WEEKDAYS);
        let cells = WEEK.iter().enumerate().map(|(place, day)| {
            let name = cx.t(&format!("weekday-short-{}", crate::office::rule_words::weekday_code(*day)));
            let mark = if is_here && place == self.weekday_at { "▸" } else { " " };
            if self.weekdays.has(*day) { format!("{mark}[{name}]") } else { format!("{mark} {name} ") }
        });
        let text: String = cells.collect();
        if let Some(field) = self.any_mut(WEEKDAYS) {
            field.put(text.trim_end());
            field.line.unselect();
        }
    }

    fn show_except(&mut self) {
        let items = self.except.iter().map(|day| day.format("%d.%m").to_string()).collect();
        if let Some(field) = self.any_mut(EXCEPT) {
            field.items = items;
        }
    }

    /// What is picked in the choices, from their places to their codes.
    fn take_picks(&mut self, cx: &Context) {
        let place = |form: &Self, id| form.any(id).map_or(0, Field::picked);
        let open = |offered: Vec<(String, String)>, place: usize| {
            place.checked_sub(1).and_then(|place| offered.into_iter().nth(place)).map(|(code, _)| code)
        };
        let (catalogue, before) = (&self.catalogue, &self.picks);
        let kind = fields::kinds(catalogue, before, cx).into_iter().nth(place(self, KIND));
        let picks = Picks {
            kind: kind.map_or_else(|| before.kind.clone(), |(code, _)| code),
            programme: open(fields::programmes(catalogue, before, cx), place(self, PROGRAMME)),
            room: open(fields::rooms(catalogue, before, cx), place(self, ROOM)),
            partner: open(fields::partners(catalogue, before, cx), place(self, PARTNER)),
            repeat: place(self, REPEAT),
            audience: place(self, AUDIENCE),
            rural: place(self, RURAL),
            restricted: place(self, RESTRICTED),
        };
        // A room stands somewhere: its settlement needs no typing.
        if picks.room != before.room && self.value(PLACE).is_empty() {
            let room =
                picks.room.as_ref().and_then(|code| catalogue.rooms.iter().find(|room| room.listing.code.0 == *code));
            if let Some(place) = room.map(|room| room.settlement.clone()).filter(|place| !place.is_empty()) {
                self.put(PLACE, &place);
            }
        }
        self.picks = picks;
    }

    /// What is read of a field is shown in full when it is left.
    fn settle(&mut self, id: &'static str, cx: &Context) {
        let text = self.value(id);
        if text.is_empty() {
            return;
        }
        let start = self.day(cx).unwrap_or(cx.today());
        let shown = match id {
            DAY | FROM => typed::day(&text, cx.today()).map(date::show),
            HOURS => typed::hours(&text).map(show_hours),
            AGES => typed::ages(&text).map(show_ages),
            UNTIL => match typed::until(&text, start) {
                Some(typed::Until::Day(day)) => Some(date::show(day)),
                Some(typed::Until::Sessions(_)) | None => None,
            },
            PLACE => CODIFIER.settlement_named(&text, cx.community()).map(crate::domain::place::Place::title),
            _ => None,
        };
        if let (Some(shown), Some(field)) = (shown, self.any_mut(id))
            && field.line.text() != shown
        {
            field.line.set(&shown);
        }
    }

    fn suggest(&mut self, cx: &Context) {
        match self.form.focused() {
            Some(PLACE) => {
                let typed = self.value(PLACE);
                let places = pick::settlements(&typed, cx.community());
                let is_begun = places.first().is_some_and(|place| pick::begins(place, &typed));
                self.offered = places.iter().map(|place| place.title()).collect();
                let shown = places.iter().map(|place| place.path(&CODIFIER)).collect();
                // A hamlet that the codifier lacks must not turn into one that merely resembles it because Tab was pressed.
                if is_begun { self.form.suggest(shown) } else { self.form.suggest_loosely(shown) }
            }
            Some(TRAINER) => {
                let typed = self.value(TRAINER).to_lowercase();
                let fits = |name: &&String| {
                    !typed.is_empty() && name.to_lowercase().split(' ').any(|word| word.starts_with(&typed))
                };
                let names = self.catalogue.staff.iter().map(|(_, name)| name);
                self.offered = names.filter(fits).cloned().collect();
                self.form.suggest(self.offered.clone());
            }
            _ => {}
        }
    }

    /// The exceptions of a typed line: one date or several.
    fn add_exceptions(&mut self, text: &str, move_on: bool, cx: &Context) {
        let start = self.day(cx).unwrap_or(cx.today());
        let typed = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
        let days: Option<Vec<NaiveDate>> = typed.map(|part| typed::day_after(part, start)).collect();
        match days {
            Some(days) => {
                self.except.extend(days);
                self.put(EXCEPT, "");
                self.show_except();
                if move_on {
                    self.form.next();
                }
            }
            None => self.note(EXCEPT, cx.t("calendar-fault-day")),
        }
    }

    fn note(&mut self, id: &'static str, text: String) {
        if let Some(field) = self.any_mut(id) {
            field.note = Some(Note { kind: NoteKind::Fault, text });
        }
    }

    /// Unfolds the form where a field is not seen.
    fn see(&mut self, id: &str) {
        if self.form.field(id).is_none() {
            if let Some(more) = self.any_mut(MORE) {
                more.pick(1);
            }
            self.arrange();
        }
    }

    fn fault(&mut self, id: &'static str, text: String) -> Step {
        self.see(id);
        self.note(id, text);
        self.form.focus_on(id);
        Step::stay()
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        let focused = self.form.focused();
        match event {
            Event::Changed => {
                match focused {
                    Some(KIND | ROOM | PROGRAMME | PARTNER | AUDIENCE | RURAL | RESTRICTED) => self.take_picks(cx),
                    Some(REPEAT) => {
                        self.take_picks(cx);
                        self.arrange();
                    }
                    Some(MORE) => self.arrange(),
                    Some(DAY) => {
                        self.follow_day(cx);
                        self.say_repeat(cx);
                    }
                    _ => {}
                }
                self.suggest(cx);
            }
            Event::Left(id) => {
                self.settle(id, cx);
                if *id == PLACE {
                    self.say_choices(cx);
                }
            }
            Event::Picked { field, place } => {
                if let Some(text) = self.offered.get(*place).cloned() {
                    if let Some(field) = self.form.field_mut(field) {
                        field.line.set(&text);
                    }
                    self.say_choices(cx);
                    self.form.next();
                }
            }
            Event::Add { field, text, move_on } if *field == EXCEPT => self.add_exceptions(text, *move_on, cx),
            Event::Remove { field, place } | Event::Reopen { field, place } if *field == EXCEPT => {
                let day = self.except.iter().nth(*place).copied();
                if let Some(day) = day {
                    self.except.remove(&day);
                    self.show_except();
                }
            }
            _ => {}
        }
        self.show_weekdays(cx);
    }

    /// A key on the days of the week. Returns whether it was one of theirs.
    fn weekday_key(&mut self, key: Key, cx: &Context) -> bool {
        let last = WEEK.len() - 1;
        match key {
            Key::Left => self.weekday_at = self.weekday_at.saturating_sub(1),
            Key::Right => self.weekday_at = (self.weekday_at + 1).min(last),
            Key::Home => self.weekday_at = 0,
            Key::End => self.weekday_at = last,
            Key::Char(sign) => {
                let place = match sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) {
                    Some(digit) => digit.checked_sub(1).filter(|place| *place <= last),
                    None => (sign == ' ').then_some(self.weekday_at),
                };
                if let Some(place) = place {
                    self.weekday_at = place;
                    self.weekdays.toggle(WEEK[place]);
                    self.own_days = true;
                }
            }
            Key::Backspace | Key::Delete | Key::Insert => {}
            _ => return false,
        }
        self.show_weekdays(cx);
        true
    }

    /// Asks what it would clash with, where that has changed.
    fn look_for_clashes(&mut self, cx: &Context) -> Step {
        let Ok(mut frame) = self.frame(cx) else { return Step::stay() };
        let days = self.days(cx);
        let has_anything = frame.hours.start.is_some() && (frame.room.is_some() || frame.trainer.is_some());
        if !has_anything || days.is_empty() {
            self.clashes.clear();
            self.asked = None;
            return Step::stay();
        }
        // What else is typed does not change what is at the same time.
        (frame.title, frame.note, frame.settlement) = (String::new(), String::new(), String::new());
        let now = (frame, days);
        if self.asked.as_ref() == Some(&now) {
            return Step::stay();
        }
        self.generation += 1;
        let (frame, days) = now.clone();
        self.asked = Some(now);
        let except = match self.of {
            Of::Session(id) => Some(RegisterOf::Session(id)),
            Of::Series(id) => Some(RegisterOf::Series(id)),
            Of::New => None,
        };
        let ask = CalendarAsk::Clashes { generation: self.generation, frame: Box::new(frame), days, except };
        Step::effect(Effect::Calendar(ask))
    }

    fn save(&mut self, cx: &Context) -> Step {
        self.form.suggest(Vec::new());
        let line = self.value(EXCEPT);
        if !line.is_empty() && self.repeat() != Repeat::Never {
            // An exception that is typed and not taken is meant as well.
            self.add_exceptions(&line, false, cx);
            if !self.value(EXCEPT).is_empty() {
                return self.fault(EXCEPT, cx.t("calendar-fault-day"));
            }
        }
        let what = match (self.read(cx), self.of) {
            (Err((id, text)), _) => return self.fault(id, text),
            (Ok(Read::Session(draft)), Of::Session(id)) => CalendarDeed::ChangeSession(id, Box::new(draft)),
            (Ok(Read::Session(draft)), Of::New) => CalendarDeed::MakeSession(Box::new(draft)),
            (Ok(Read::Series(draft, from)), Of::Series(id)) => CalendarDeed::ChangeSeries(id, Box::new(draft), from),
            (Ok(Read::Series(draft, _)), Of::New) => CalendarDeed::MakeSeries(Box::new(draft)),
            (Ok(Read::Session(_)), Of::Series(_)) => return self.fault(REPEAT, cx.t("event-fault-repeat")),
            (Ok(Read::Series(..)), Of::Session(_)) => return Step::stay(),
        };
        let fault = match &what {
            CalendarDeed::MakeSession(draft) | CalendarDeed::ChangeSession(_, draft) => draft.frame.fault(),
            CalendarDeed::MakeSeries(draft) | CalendarDeed::ChangeSeries(_, draft, _) => draft.fault(),
            _ => None,
        };
        if let Some(fault) = fault {
            return self.refused(&fault.into(), cx);
        }
        self.is_waiting = true;
        Step::effect(Effect::Calendar(CalendarAsk::Do(self.deed, what)))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        let id = match fault {
            OfficeError::Event(EventFault::Title) => TITLE,
            OfficeError::Event(EventFault::EndWithoutStart) => HOURS,
            OfficeError::Event(EventFault::Ages) => AGES,
            OfficeError::Event(EventFault::Capacity) => CAPACITY,
            OfficeError::Event(EventFault::Rule(RecurrenceFault::NoDays)) => WEEKDAYS,
            OfficeError::Event(EventFault::Rule(RecurrenceFault::Every)) => EVERY,
            OfficeError::Event(EventFault::Rule(_)) => UNTIL,
            fault => return Step::stay().saying(Toast::fault(fault, cx)),
        };
        self.fault(id, cx.texts.say(fault))
    }

    fn saved(&self, cx: &Context) -> Toast {
        let title = self.value(TITLE);
        Toast::good(match (self.rule(cx), self.of) {
            (Ok(Some(rule)), Of::New) => {
                let days: Vec<NaiveDate> = rule.days().collect();
                let last = days.last().copied().map(date::show).unwrap_or_default();
                cx.tv(
                    "event-saved-series",
                    &[("title", title.into()), ("count", days.len().into()), ("last", last.into())],
                )
            }
            _ => cx.tv("event-saved", &[("title", title.into())]),
        })
    }
}

impl Screen for EventForm {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if self.catalogue.kinds.is_empty() {
            return Step::effect(Effect::Calendar(CalendarAsk::Catalogue));
        }
        self.look_for_clashes(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        if self.form.focused() == Some(WEEKDAYS) && self.weekday_key(key, cx) {
            return self.look_for_clashes(cx);
        }
        let event = self.form.key(key);
        match (&event, key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus = self.form.fields.len().checked_sub(1);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => {}
        }
        self.hear(&event, cx);
        self.look_for_clashes(cx)
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.is_waiting || self.form.focused() == Some(WEEKDAYS) {
            return Step::stay();
        }
        let event = self.form.text(text);
        self.hear(&event, cx);
        self.look_for_clashes(cx)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Calendar(CalendarTold::Done(deed, done)) if *deed == self.deed && self.is_waiting => {
                self.is_waiting = false;
                match done {
                    Ok(_) => Step::pop().saying(self.saved(cx)),
                    Err(fault) => self.refused(fault, cx),
                }
            }
            Reply::Calendar(CalendarTold::Clashes(generation, Ok(clashes))) if *generation == self.generation => {
                let is_other = |clash: &&Clash| {
                    let (Clash::Room { with } | Clash::Trainer { with }) = clash;
                    !self.own_sessions.contains(&with.session)
                };
                self.clashes = clashes.iter().filter(is_other).cloned().collect();
                Step::stay()
            }
            Reply::Calendar(CalendarTold::Catalogue(Ok(catalogue))) if self.catalogue.kinds.is_empty() => {
                self.catalogue = catalogue.as_ref().clone();
                self.say_choices(cx);
                self.look_for_clashes(cx)
            }
            _ => Step::stay(),
        }
    }

    fn is_dirty(&self) -> bool {
        let hidden = self.hidden.clone();
        self.form.is_typed_in() || Form::column(hidden).is_typed_in() || self.shape() != self.base
    }

    fn has_entry(&self) -> bool {
        self.form.has_entry()
    }

    fn draft(&self) -> Option<DraftLayer> {
        let title = self.value(TITLE);
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Event, subject: None, title };
        Some(DraftLayer { of, state: self.kept()?, is_dirty: self.is_dirty() })
    }

    fn spoken(&mut self, cx: &Context) {
        self.say_choices(cx);
        self.show_weekdays(cx);
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        self.draw(cx, frame, area);
    }
}

//! Small windows over the calendar: call off with a reason, move, add an extra date, end a series.

use super::typed::{self, show_hours};
use super::words;
use crate::domain::date;
use crate::domain::event::Hours;
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::office::events::CalendarEntry;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarDeed, CalendarTold};
use crate::tui::app::{Answer, Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

const DAY: &str = "calendar-day";
const HOURS: &str = "calendar-hours";
const REASON: &str = "calendar-reason";

/// What the window is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Cancel(SessionId),
    Move(SessionId),
    Add(SeriesId),
    End(SeriesId),
}

impl What {
    /// Its word in messages.
    fn code(self) -> &'static str {
        match self {
            Self::Cancel(_) => "cancel",
            Self::Move(_) => "move",
            Self::Add(_) => "add",
            Self::End(_) => "end",
        }
    }
}

/// The window.
pub(super) struct Ask {
    what: What,
    /// Of which session or series, in a line.
    about: String,
    form: Form,
    deed: DeedId,
    is_waiting: bool,
}

/// A session as a window names it.
pub(super) struct Named {
    pub session: SessionId,
    pub title: String,
    pub held_on: NaiveDate,
    pub hours: Hours,
}

impl Named {
    /// An entry of the calendar.
    pub(super) fn entry(entry: &CalendarEntry, cx: &Context) -> Self {
        let title = words::title(entry, cx);
        Self { session: entry.session, title, held_on: entry.held_on, hours: entry.hours }
    }

    /// `11:00–12:30 Підлітковий клуб, субота 28.11.2026`.
    fn say(&self, cx: &Context) -> String {
        let said = [show_hours(self.hours), self.title.clone()];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}, {}", said.join(" "), words::day(self.held_on, cx))
    }
}

impl Ask {
    fn new(what: What, about: String, fields: Vec<Field>, cx: &mut Context) -> Self {
        Self { what, about, form: Form::column(fields).chosen(), deed: cx.new_deed(), is_waiting: false }
    }

    /// Why a session is called off.
    pub(super) fn cancel(named: &Named, cx: &mut Context) -> Self {
        Self::new(What::Cancel(named.session), named.say(cx), vec![Field::text(REASON)], cx)
    }

    /// To which day and hour a session moves, and why.
    pub(super) fn moving(named: &Named, cx: &mut Context) -> Self {
        let mut fields = vec![Field::text(DAY), Field::text(HOURS), Field::text(REASON)];
        fields[0].put(&date::show(named.held_on));
        fields[1].put(&show_hours(named.hours));
        Self::new(What::Move(named.session), named.say(cx), fields, cx)
    }

    /// On which day a series meets besides.
    pub(super) fn add(series: SeriesId, title: String, hours: Hours, cx: &mut Context) -> Self {
        let mut fields = vec![Field::text(DAY), Field::text(HOURS)];
        fields[1].put(&show_hours(hours));
        Self::new(What::Add(series), title, fields, cx)
    }

    /// After which day a series meets no more, and why.
    pub(super) fn end(series: SeriesId, title: String, cx: &mut Context) -> Self {
        let mut fields = vec![Field::text(DAY), Field::text(REASON)];
        fields[0].put(&date::show(cx.today()));
        Self::new(What::End(series), title, fields, cx)
    }

    fn fault(&mut self, id: &'static str, text: String) -> Step {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(id);
        Step::stay()
    }

    fn save(&mut self, cx: &Context) -> Step {
        let has = |id| self.form.field(id).is_some();
        let day = typed::day(&self.form.value(DAY), cx.today());
        if has(DAY) && day.is_none() {
            return self.fault(DAY, cx.t("calendar-fault-day"));
        }
        let Some(hours) = typed::hours(&self.form.value(HOURS)) else {
            return self.fault(HOURS, cx.t("calendar-fault-hours"));
        };
        let reason = self.form.value(REASON);
        if has(REASON) && reason.is_empty() {
            return self.fault(REASON, cx.t("calendar-fault-reason"));
        }
        let day = day.unwrap_or(cx.today());
        self.is_waiting = true;
        let what = match self.what {
            What::Cancel(id) => CalendarDeed::CancelSession(id, reason),
            What::Move(id) => CalendarDeed::MoveSession(id, day, hours, reason),
            What::Add(id) => CalendarDeed::AddSession(id, day, hours),
            What::End(id) => CalendarDeed::EndSeries(id, day, reason),
        };
        Step::effect(Effect::Calendar(CalendarAsk::Do(self.deed, what)))
    }

    /// What was read of a day or of hours is shown in full when the field is left.
    fn settle(&mut self, id: &'static str, cx: &Context) {
        let shown = match id {
            DAY => typed::day(&self.form.value(DAY), cx.today()).map(date::show),
            HOURS => typed::hours(&self.form.value(HOURS)).map(show_hours),
            _ => None,
        };
        if let (Some(shown), Some(field)) = (shown, self.form.field_mut(id)) {
            field.line.set(&shown);
        }
    }
}

impl Screen for Ask {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus = self.form.fields.len().checked_sub(1);
                self.save(cx)
            }
            (Event::PastEnd, _) => {
                self.form.focus = Some(0);
                Step::stay()
            }
            (Event::Left(id), _) => {
                self.settle(id, cx);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if !self.is_waiting {
            self.form.text(text);
        }
        Step::stay()
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
        let Reply::Calendar(CalendarTold::Done(deed, done)) = reply else { return Step::stay() };
        if *deed != self.deed || !self.is_waiting {
            return Step::stay();
        }
        self.is_waiting = false;
        match done {
            Ok(_) => Step::pop().saying(Toast::good(cx.t(&format!("calendar-done-{}", self.what.code())))),
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = cx.t(&format!("calendar-ask-{}", self.what.code()));
        let mut sheet = Sheet::open(cx, frame, area, &title, 12);
        sheet.gap();
        sheet.paragraph(cx.theme.accent, &self.about);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        if self.is_waiting {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else {
            sheet.hint(&self.form);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

//! How the form opens: new, of what is there, of a draft; and how a draft holds it.

use super::super::typed::{show_ages, show_hours};
use super::fields::{AGES, CAPACITY, DAY, EVERY, FROM, HOURS, NOTE, PLACE, Picks, Repeat, TITLE, TRAINER, UNTIL, all};
use super::{EventForm, Of, Shape};
use crate::domain::date;
use crate::domain::event::{Audience, EventCatalogue, Frame, Nth, Pattern, Weekdays};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::domain::staff::Role;
use crate::office::events::{SeriesView, SessionView};
use crate::tui::app::Context;
use crate::tui::widgets::form::{Form, KeptForm};
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The kind that a new event is of until another is chosen.
const USUAL_KIND: &str = "club";

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptEvent {
    of: Of,
    form: KeptForm,
    shape: Shape,
    base: Shape,
    own_days: bool,
    ruled: Option<(NaiveDate, Nth, Weekday)>,
    own_sessions: Vec<SessionId>,
}

impl EventForm {
    fn empty(of: Of, catalogue: EventCatalogue, cx: &mut Context) -> Self {
        let mut form = Self {
            of,
            form: Form::column(all()),
            hidden: Vec::new(),
            catalogue,
            picks: Picks { kind: USUAL_KIND.to_owned(), ..Picks::default() },
            weekdays: Weekdays::default(),
            weekday_at: 0,
            own_days: false,
            except: BTreeSet::new(),
            ruled: None,
            base: Shape::default(),
            own_sessions: Vec::new(),
            clashes: Vec::new(),
            asked: None,
            generation: 0,
            offered: Vec::new(),
            deed: cx.new_deed(),
            is_waiting: false,
        };
        form.show_weekdays(cx);
        form
    }

    /// The form is filled: from here on something can be typed that leaving would lose.
    fn ready(mut self, cx: &Context) -> Self {
        self.say_choices(cx);
        self.follow_day(cx);
        self.show_weekdays(cx);
        self.show_except();
        self.arrange();
        self.form.focus_on(TITLE);
        self.base = self.shape();
        self
    }

    /// A new event on a day. A trainer holds it until somebody else is named.
    pub(in super::super) fn new(day: NaiveDate, catalogue: EventCatalogue, cx: &mut Context) -> Self {
        let mut form = Self::empty(Of::New, catalogue, cx);
        form.put(DAY, &date::show(day.max(cx.today())));
        let me = cx.session.as_ref().map(|session| &session.staff).filter(|staff| staff.role == Role::Trainer);
        if let Some(name) = me.map(|staff| staff.name.clone()) {
            form.put(TRAINER, &name);
        }
        form.ready(cx)
    }

    /// The same form, weekly: it was opened from the list of series.
    pub(in super::super) fn repeating(mut self, cx: &Context) -> Self {
        self.picks.repeat = Repeat::Weekly.place();
        self.ready(cx)
    }

    /// The form of a session that is there.
    pub(in super::super) fn of_session(
        id: SessionId,
        view: &SessionView,
        catalogue: EventCatalogue,
        cx: &mut Context,
    ) -> Self {
        let mut form = Self::empty(Of::Session(id), catalogue, cx);
        form.put(DAY, &date::show(view.draft.held_on));
        form.load(&view.draft.frame);
        form.own_sessions = vec![id];
        form.ready(cx)
    }

    /// The form of a series that is there, to be changed from a day on.
    pub(in super::super) fn of_series(
        id: SeriesId,
        view: &SeriesView,
        from: NaiveDate,
        catalogue: EventCatalogue,
        cx: &mut Context,
    ) -> Self {
        let mut form = Self::empty(Of::Series(id), catalogue, cx);
        let rule = &view.draft.rule;
        form.put(FROM, &date::show(from));
        form.put(DAY, &date::show(rule.starts_on));
        form.put(UNTIL, &date::show(rule.ends_on));
        form.load(&view.draft.frame);
        let (repeat, step) = Repeat::of(&rule.pattern);
        form.picks.repeat = repeat.place();
        if let Some(step) = step {
            form.put(EVERY, &step.to_string());
        }
        match rule.pattern {
            Pattern::Weekly { days, .. } => {
                form.weekdays = days;
                form.own_days = true;
            }
            Pattern::Monthly { nth, day } => form.ruled = Some((rule.starts_on, nth, day)),
            Pattern::Daily { .. } => {}
        }
        form.except.clone_from(&rule.except);
        form.own_sessions = view.sessions.iter().map(|session| session.id).collect();
        form.ready(cx)
    }

    /// The form of a draft as it stood. None when the draft is no such form.
    pub(in super::super) fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptEvent = serde_json::from_value(form).ok()?;
        let mut screen = Self::empty(kept.of, EventCatalogue::default(), cx);
        screen.form.put_back(&kept.form);
        (screen.picks, screen.weekdays, screen.except) = (kept.shape.picks, kept.shape.weekdays, kept.shape.except);
        (screen.own_days, screen.ruled, screen.own_sessions) = (kept.own_days, kept.ruled, kept.own_sessions);
        let focus = screen.form.focused();
        let mut screen = Self { deed, ..screen.ready(cx) };
        screen.base = kept.base;
        if let Some(focus) = focus {
            screen.see(focus);
            screen.form.focus_on(focus);
        }
        Some(screen)
    }

    /// What a session or a series says of itself into the fields.
    fn load(&mut self, frame: &Frame) {
        let trainer = frame.trainer.as_ref().map(|trainer| self.catalogue.trainer(trainer).to_owned());
        self.put(TITLE, &frame.title);
        self.put(HOURS, &show_hours(frame.hours));
        self.put(PLACE, &frame.settlement);
        self.put(TRAINER, &trainer.unwrap_or_default());
        self.put(CAPACITY, &frame.capacity.map(|places| places.to_string()).unwrap_or_default());
        self.put(AGES, &show_ages(frame.ages));
        self.put(NOTE, &frame.note);
        let audience = frame.audience.and_then(|one| Audience::ALL.iter().position(|other| *other == one));
        self.picks = Picks {
            kind: frame.kind.to_string(),
            programme: frame.programme.as_ref().map(ToString::to_string),
            room: frame.room.as_ref().map(ToString::to_string),
            partner: frame.partner.as_ref().map(ToString::to_string),
            repeat: self.picks.repeat,
            audience: audience.map_or(0, |place| place + 1),
            rural: match frame.rural {
                None => 0,
                Some(true) => 1,
                Some(false) => 2,
            },
            restricted: usize::from(frame.restricted),
        };
    }

    pub(super) fn shape(&self) -> Shape {
        Shape { picks: self.picks.clone(), weekdays: self.weekdays, except: self.except.clone() }
    }

    /// Everything that is typed and chosen, for a draft.
    pub(super) fn kept(&self) -> Option<Value> {
        let mut whole = self.form.clone();
        whole.fields.extend(self.hidden.iter().cloned());
        let kept = KeptEvent {
            of: self.of,
            form: whole.kept(),
            shape: self.shape(),
            base: self.base.clone(),
            own_days: self.own_days,
            ruled: self.ruled,
            own_sessions: self.own_sessions.clone(),
        };
        serde_json::to_value(&kept).ok()
    }
}

//! One series: what it is and by which rule, how many are enrolled, and every session of it.

use super::ask::{Ask, Named};
use super::details::{Details, about, detail};
use super::form::EventForm;
use super::register;
use super::typed::show_hours;
use super::words;
use crate::domain::event::{EventCatalogue, RegisterOf, SessionStatus};
use crate::domain::id::{DeedId, SeriesId};
use crate::domain::staff::Right;
use crate::office::events::{SeriesSession, SeriesView};
use crate::office::rule_words::rule_in_words;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarDeed, CalendarTold};
use crate::tui::app::{Context, Effect, EventAt, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Lines above the sessions: the rule, who and where, how many.
const HEAD_LINES: u16 = 4;

/// The card.
pub struct SeriesCard {
    id: SeriesId,
    view: Option<Box<SeriesView>>,
    catalogue: Option<Box<EventCatalogue>>,
    cursor: ListCursor,
    restoring: Option<DeedId>,
}

impl SeriesCard {
    /// The card of a series, which is asked for when it opens.
    pub fn loading(id: SeriesId) -> Self {
        Self { id, view: None, catalogue: None, cursor: ListCursor::default(), restoring: None }
    }

    fn chosen(&self) -> Option<&SeriesSession> {
        self.view.as_ref()?.sessions.get(self.cursor.chosen)
    }

    fn line(session: &SeriesSession, cx: &Context) -> (String, Style) {
        let (sign, style) = match session.status {
            SessionStatus::Held => ("✓", cx.theme.good),
            SessionStatus::Cancelled => ("✗", cx.theme.dim),
            SessionStatus::Planned if session.held_on < cx.today() => ("!", cx.theme.warning),
            SessionStatus::Planned => ("○", cx.theme.text),
        };
        let status = match session.status {
            SessionStatus::Planned if session.held_on < cx.today() => cx.t("calendar-open"),
            status => cx.t(&format!("event-status-{}", status.code())),
        };
        let mut parts = vec![format!("{sign} {status}")];
        if session.status == SessionStatus::Held || session.present > 0 {
            parts.push(cx.tv("series-came", &[("count", session.present.into())]));
        }
        match session.planned_on {
            Some(planned) if planned != session.held_on => {
                let day = planned.format("%d.%m").to_string();
                parts.push(cx.tv("calendar-moved-from", &[("day", day.into())]));
            }
            None => parts.push(cx.t("series-extra")),
            Some(_) => {}
        }
        if !session.reason.is_empty() {
            parts.push(session.reason.clone());
        }
        let day = format!("{} {}", words::weekday_short(session.held_on, cx), session.held_on.format("%d.%m.%Y"));
        (format!("{} {} {}", fit(&day, 13), fit(&show_hours(session.hours), 12), parts.join(" · ")), style)
    }

    fn named(&self) -> Option<Named> {
        let (session, title) = (self.chosen()?, self.view.as_ref()?.draft.frame.title.clone());
        Some(Named { session: session.id, title, held_on: session.held_on, hours: session.hours })
    }

    fn cancel(&mut self, cx: &mut Context) -> Step {
        let Some(session) = self.chosen() else { return Step::stay() };
        if session.status != SessionStatus::Cancelled {
            return self.named().map_or_else(Step::stay, |named| Step::push(Ask::cancel(&named, cx)));
        }
        let (id, deed) = (session.id, cx.new_deed());
        self.restoring = Some(deed);
        Step::effect(Effect::Calendar(CalendarAsk::Do(deed, CalendarDeed::RestoreSession(id))))
    }

    fn ask(&self) -> Step {
        Step::effect(Effect::Calendar(CalendarAsk::Series(self.id)))
    }
}

impl Screen for SeriesCard {
    fn scope(&self) -> Scope {
        Scope::SeriesCard
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeEvents) {
            return Step::go(Go::Pop);
        }
        self.ask().with(Effect::Calendar(CalendarAsk::Catalogue))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.view.as_ref().map_or(0, |view| view.sessions.len());
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.chosen().map_or_else(Step::stay, |session| Step::push(register::screen(session.id))),
            key => {
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(HEAD_LINES + 6)));
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        let Some(view) = &self.view else { return Step::stay() };
        let frame = &view.draft.frame;
        match command {
            CommandId::Attendance => self.key(Key::Enter, cx),
            CommandId::EventCancel => self.cancel(cx),
            CommandId::EventMove => self.named().map_or_else(Step::stay, |named| Step::push(Ask::moving(&named, cx))),
            CommandId::EventDetails => {
                self.chosen().map_or_else(Step::stay, |session| Step::push(Details::loading(session.id)))
            }
            CommandId::EventChange => match &self.catalogue {
                Some(catalogue) => {
                    let (from, catalogue) = (cx.today(), catalogue.as_ref().clone());
                    Step::push(EventForm::of_series(self.id, view, from, catalogue, cx))
                }
                None => Step::stay(),
            },
            CommandId::SeriesEnd => Step::push(Ask::end(self.id, frame.title.clone(), cx)),
            CommandId::EventAddDate => Step::push(Ask::add(self.id, frame.title.clone(), frame.hours, cx)),
            _ => Step::stay(),
        }
    }

    fn event(&self) -> Option<EventAt> {
        Some(EventAt { of: RegisterOf::Series(self.id), session: self.chosen().map(|session| session.id) })
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let ended = self.view.as_ref().is_some_and(|view| view.ended_on.is_some());
        let changes = matches!(command, CommandId::EventChange | CommandId::SeriesEnd | CommandId::EventAddDate);
        match command {
            CommandId::Attendance | CommandId::EventCancel | CommandId::EventMove | CommandId::EventDetails
                if self.chosen().is_none() =>
            {
                Some("calendar-nothing-chosen")
            }
            _ if changes && ended => Some("series-has-ended"),
            _ => None,
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Calendar(CalendarTold::Series(id, Ok(view))) if *id == self.id => {
                if self.view.is_none() {
                    // The next one is what is looked for.
                    let today = cx.today();
                    let next = view.sessions.iter().position(|session| session.held_on >= today);
                    self.cursor.chosen = next.unwrap_or(view.sessions.len().saturating_sub(1));
                }
                // A date that another desk put before it must not push another one under the hand.
                let chosen = self.chosen().map(|session| session.id);
                let place = chosen.and_then(|id| view.sessions.iter().position(|session| session.id == id));
                self.cursor.chosen = place.unwrap_or(self.cursor.chosen);
                self.cursor.clamp(view.sessions.len());
                self.view = Some(view.clone());
                Step::stay()
            }
            Reply::Calendar(CalendarTold::Series(id, Err(fault))) if *id == self.id => {
                Step::pop().saying(Toast::fault(fault, cx))
            }
            Reply::Calendar(CalendarTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = Some(catalogue.clone());
                Step::stay()
            }
            Reply::Calendar(CalendarTold::Done(deed, done)) if self.restoring == Some(*deed) => {
                self.restoring = None;
                self.ask().saying(match done {
                    Ok(_) => Toast::good(cx.t("calendar-restored")),
                    Err(fault) => Toast::fault(fault, cx),
                })
            }
            Reply::Changed | Reply::Calendar(CalendarTold::Done(_, Ok(_))) => self.ask(),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = self.view.as_ref().map_or_else(|| cx.t("series-title"), |view| view.draft.frame.title.clone());
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let room = usize::from(inner.width);
        let (Some(view), Some(catalogue)) = (&self.view, &self.catalogue) else {
            return frame.render_widget(Span::styled(cx.t("calendar-loading"), cx.theme.dim), inner);
        };
        let hours = show_hours(view.draft.frame.hours);
        let rule: Vec<String> =
            [rule_in_words(&cx.texts, &view.draft.rule), hours].into_iter().filter(|part| !part.is_empty()).collect();
        let said = |(name, value): (&str, String)| match name {
            // A bare number would say nothing.
            "ages" | "capacity" => format!("{} {value}", detail(name, cx).to_lowercase()),
            _ => value,
        };
        let known: Vec<String> = about(&view.draft.frame, catalogue, cx).into_iter().map(said).collect();
        let held = view.sessions.iter().filter(|session| session.status == SessionStatus::Held).count();
        let all = view.sessions.iter().filter(|session| session.status != SessionStatus::Cancelled).count();
        let values = [
            ("enrolled", view.enrolled.into()),
            ("waiting", view.waiting.into()),
            ("held", held.into()),
            ("all", all.into()),
        ];
        let mut lines = vec![
            (rule.join(" · "), cx.theme.accent),
            (known.join(" · "), cx.theme.text),
            (cx.tv("series-counts", &values), cx.theme.text),
        ];
        if let Some(day) = view.ended_on {
            let day = day.format("%d.%m.%Y").to_string();
            lines[2] = (cx.tv("series-ended-on", &[("day", day.into())]), cx.theme.warning);
        }
        for (row, (text, style)) in inner.rows().zip(lines) {
            frame.render_widget(Span::styled(cut(&text, room), style), row);
        }
        let list = Rect { y: inner.y + HEAD_LINES, height: inner.height.saturating_sub(HEAD_LINES + 1), ..inner };
        let page = usize::from(list.height);
        let first = self.cursor.first(view.sessions.len(), page);
        for (at, (place, session)) in list.rows().zip(view.sessions.iter().enumerate().skip(first)) {
            let is_chosen = place == self.cursor.chosen;
            let (text, style) = Self::line(session, cx);
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", style) };
            frame.render_widget(Span::styled(fit(&format!("{mark} {text}"), room), style), at);
        }
        if view.sessions.len() > first + page {
            more_below(cx, frame, area);
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("series-card-keys"), room), cx.theme.dim), last);
    }
}

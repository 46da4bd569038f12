//! Which paper of an event: the list of participants, the sheet of a session, the register of a month, the certificates.
//!
//! The list, the register and the card of a series all open it; from a register it offers the sheet and the month of the session under the
//! cursor.

use super::numbered::Numbered;
use crate::domain::date;
use crate::domain::event::SessionStatus;
use crate::domain::id::SessionId;
use crate::domain::staff::Right;
use crate::office::PaperRequest;
use crate::office::events::{EnrolmentView, Standing};
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};
use crate::tui::app::{Answer, Context, Effect, EventAt, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::print::PrintWindow;
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The window.
pub struct EventPapers {
    at: EventAt,
    /// Nothing until the list is read.
    offered: Option<Offered>,
}

struct Offered {
    window: Numbered,
    papers: Vec<(PaperRequest, String)>,
}

impl EventPapers {
    /// The papers of an event; of the session that is meant, else of the next one and the last one held.
    pub fn new(at: EventAt) -> Self {
        Self { at, offered: None }
    }
}

fn offered(list: &EnrolmentView, at: Option<SessionId>, cx: &Context) -> Offered {
    let mut papers = vec![(PaperRequest::Participants(list.of), cx.t("enrol-papers-participants"))];
    for (session, day) in sheets(list, at, cx.today()) {
        let name = cx.tv("enrol-papers-sheet", &[("day", date::show(day).into())]);
        papers.push((PaperRequest::SessionSheet(session), name));
    }
    for month in months(list, at, cx.today()) {
        let values = [("month", month.month().into()), ("year", i64::from(month.year()).into())];
        let name = cx.tv("enrol-papers-month", &[("month", cx.tv("paper-month", &values).into())]);
        papers.push((PaperRequest::RegisterMonth { of: list.of, month }, name));
    }
    let completed = list.people.iter().filter(|one| matches!(one.standing, Standing::Completed { .. })).count();
    if let Some(series) = list.of.series().filter(|_| completed > 0 && cx.may(Right::ManageEvents)) {
        let name = cx.tv("enrol-papers-certificates", &[("count", completed.into())]);
        papers.push((PaperRequest::Certificates { series, people: Vec::new() }, name));
    }
    let rows = papers.iter().map(|(_, name)| (name.clone(), String::new())).collect();
    let window = Numbered::new(cx.t("enrol-papers-title"), rows, (String::new(), cx.t("enrol-papers-keys")));
    Offered { window, papers }
}

/// The sheets that are offered: of the session under the cursor; else of the next one to come and of the last one that was.
fn sheets(list: &EnrolmentView, at: Option<SessionId>, today: NaiveDate) -> Vec<(SessionId, NaiveDate)> {
    let all = || list.sessions.iter();
    if let Some(one) = at.and_then(|at| all().find(|one| one.session == at)) {
        return vec![(one.session, one.held_on)];
    }
    let next = all().find(|one| one.held_on >= today && one.status == SessionStatus::Planned);
    let last = all().rev().find(|one| one.held_on < today);
    next.into_iter().chain(last).map(|one| (one.session, one.held_on)).collect()
}

/// The months that are offered: of the session under the cursor; else the present one and the one before, where anything was held.
fn months(list: &EnrolmentView, at: Option<SessionId>, today: NaiveDate) -> Vec<NaiveDate> {
    let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
    let at = at.and_then(|at| list.sessions.iter().find(|one| one.session == at)).map(|one| first(one.held_on));
    let mut months: Vec<NaiveDate> =
        list.sessions.iter().filter(|one| one.held_on <= today).map(|one| first(one.held_on)).collect();
    months.dedup();
    match at {
        Some(month) => vec![month],
        None => months.into_iter().rev().take(2).collect(),
    }
}

impl Screen for EventPapers {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Enrol(EnrolAsk::Open(self.at.of)))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let Some(offered) = &mut self.offered else {
            return if key == Key::Esc { Step::pop() } else { Step::stay() };
        };
        let step = offered.window.key(key, cx);
        match step.go {
            Go::PopWith(Answer::Chosen(place)) => match offered.papers.get(place) {
                Some((request, name)) => {
                    Step::go(Go::Replace(Box::new(PrintWindow::new(request.clone(), name.clone()))))
                }
                None => Step::stay(),
            },
            _ => step,
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Enrol(EnrolTold::Opened(of, Ok(list))) if *of == self.at.of && self.offered.is_none() => {
                self.offered = Some(offered(list, self.at.session, cx));
                Step::stay()
            }
            Reply::Enrol(EnrolTold::Opened(of, Err(error))) if *of == self.at.of && self.offered.is_none() => {
                Step::pop().saying(Toast::fault(error, cx))
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        if let Some(offered) = &self.offered {
            offered.window.view(cx, frame, area);
        }
    }
}

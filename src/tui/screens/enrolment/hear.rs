//! What the list hears: of its windows, of its own deeds, and what the list is now.

use super::add::{self, Way};
use super::file::FileScreen;
use super::fits::FitsWindow;
use super::{Asked, EnrolmentScreen, Shown, view};
use crate::domain::event::{AgeRange, Audience};
use crate::office::PaperRequest;
use crate::office::events::{Enrolled, NamedPerson};
use crate::search::Tier;
use crate::search::small::Folded;
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};
use crate::tui::app::message::lists::{ListsAsk, ListsTold};
use crate::tui::app::{Answer, Context, Effect, Reply, Step, Toast, ToastKind};
use crate::tui::screens::print::PrintWindow;

/// The last age of a child.
const OLDEST_CHILD: u32 = 17;

impl EnrolmentScreen {
    pub(super) fn answered_by(&mut self, answer: Answer, cx: &mut Context) -> Step {
        let asked = self.asked.take();
        match (asked, answer) {
            (Some(Asked::Add), Answer::Chosen(place)) => match Way::ALL.get(place) {
                Some(Way::LastTime) => {
                    self.asked = Some(Asked::Source(Vec::new()));
                    Step::effect(Effect::Enrol(EnrolAsk::Sources(self.of)))
                }
                Some(Way::Filter) => {
                    self.asked = Some(Asked::Filter(Vec::new()));
                    Step::effect(Effect::Lists(ListsAsk::Choices))
                }
                Some(Way::File) => Step::push(FileScreen::new(self.of)),
                Some(Way::Hand) => {
                    self.say(ToastKind::Good, cx.t("enrol-hand-hint"));
                    Step::stay()
                }
                None => Step::stay(),
            },
            (Some(Asked::Source(sources)), Answer::Chosen(place)) => match sources.get(place) {
                Some(source) => {
                    let deed = cx.new_deed();
                    self.under_way.push((deed, None));
                    Step::effect(Effect::Enrol(EnrolAsk::LikeLastTime { deed, of: self.of, from: source.from }))
                }
                None => Step::stay(),
            },
            (Some(Asked::Filter(mut filters)), Answer::Chosen(place)) if place < filters.len() => {
                let (ages, of) = (self.ages(), self.of);
                Step::push(FitsWindow::new(of, filters.swap_remove(place), ages, cx))
            }
            (Some(Asked::Withdraw(people)), Answer::Words(reason)) => {
                let deed = cx.new_deed();
                let one = people.first().filter(|_| people.len() == 1);
                let listed = one.and_then(|one| self.people().iter().find(|there| there.person == *one));
                let name = listed.map(|one| one.name.short());
                self.under_way.push((deed, name));
                let (of, on) = (self.of, cx.today());
                Step::effect(Effect::Enrol(EnrolAsk::Withdraw { deed, of, people, on, reason }))
            }
            _ => Step::stay(),
        }
    }

    /// The ages that the event is for; an event for children is for children, where nobody said it more exactly.
    fn ages(&self) -> AgeRange {
        let Some(list) = &self.list else { return AgeRange::default() };
        match (list.frame.ages, list.frame.audience) {
            (ages, Some(Audience::Children)) if ages == AgeRange::default() => {
                AgeRange { from: None, to: Some(OLDEST_CHILD) }
            }
            (ages, _) => ages,
        }
    }

    pub(super) fn hear(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Enrol(told) => self.told(told, cx),
            Reply::Lists(ListsTold::Choices(choices)) if matches!(self.asked, Some(Asked::Filter(_))) => {
                match choices {
                    Ok(choices) => {
                        let filters = add::filters(choices, cx);
                        let window = add::by_filter(&filters, choices, cx);
                        self.asked = Some(Asked::Filter(filters));
                        Step::push(window)
                    }
                    Err(fault) => {
                        self.asked = None;
                        self.say(ToastKind::Fault, cx.texts.say(fault));
                        Step::stay()
                    }
                }
            }
            Reply::Changed => Step::effect(self.ask()),
            _ => Step::stay(),
        }
    }

    fn told(&mut self, told: &EnrolTold, cx: &mut Context) -> Step {
        match told {
            EnrolTold::Opened(of, list) if *of == self.of => match list {
                Ok(list) => {
                    let here = self.at_cursor().and_then(|at| self.person_at(at)).map(|(person, _)| person);
                    self.keys = list.people.iter().map(|one| Folded::of(&one.name.full())).collect();
                    self.marked.retain(|person| list.people.iter().any(|one| one.person == *person));
                    self.list = Some(list.clone());
                    let rows = self.rows();
                    let there = rows.iter().position(|at| self.person_at(*at).map(|(person, _)| person) == here);
                    self.cursor.chosen = there.filter(|_| here.is_some()).unwrap_or(self.cursor.chosen);
                    self.cursor.clamp(rows.len());
                    Step::stay()
                }
                Err(fault) if self.list.is_none() => Step::pop().saying(Toast::fault(fault, cx)),
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            EnrolTold::Sources(of, sources) if *of == self.of && matches!(self.asked, Some(Asked::Source(_))) => {
                match sources {
                    Ok(sources) => {
                        let window = add::sources(sources, cx);
                        self.asked = Some(Asked::Source(sources.clone()));
                        Step::push(window)
                    }
                    Err(fault) => {
                        self.asked = None;
                        self.say(ToastKind::Fault, cx.texts.say(fault));
                        Step::stay()
                    }
                }
            }
            EnrolTold::Found(generation, found) if *generation == self.generation => {
                self.answered = *generation;
                self.found = found.as_deref().unwrap_or_default().to_vec();
                let rows = self.rows().len();
                self.cursor.clamp(rows);
                // Of several, a person chooses.
                let is_sure = rows == 1 && self.found.iter().all(|found| found.tier == Tier::Exact);
                if std::mem::take(&mut self.awaits_enter) && is_sure { self.enter(cx) } else { Step::stay() }
            }
            EnrolTold::Enrolled(deed, enrolled) => {
                let place = self.under_way.iter().position(|(mine, _)| mine == deed);
                let name = place.and_then(|place| self.under_way.swap_remove(place).1);
                self.enrolled(enrolled.as_ref().map_err(|fault| cx.texts.say(fault)), name, cx)
            }
            EnrolTold::FromFile(_, Ok(Ok(enrolled))) => self.enrolled(Ok(enrolled), None, cx),
            EnrolTold::Admitted(deed, done) => {
                let name = self.done(*deed).unwrap_or_default();
                match done {
                    Ok(_) => self.say(ToastKind::Good, cx.tv("enrol-admitted", &[("name", name.into())])),
                    Err(fault) => self.say(ToastKind::Fault, cx.texts.say(fault)),
                }
                Step::effect(self.ask())
            }
            EnrolTold::Withdrawn(deed, done) => {
                let name = self.done(*deed);
                self.withdrawn(done.as_ref().map_err(|fault| cx.texts.say(fault)).copied(), name, cx);
                Step::effect(self.ask())
            }
            EnrolTold::Completed(deed, Ok(numbers)) => {
                let Some((_, people)) = self.completing.take_if(|(mine, _)| mine == deed) else { return Step::stay() };
                self.completed(numbers, people, cx)
            }
            _ => Step::stay(),
        }
    }

    /// A deed of this screen is answered: whose it was.
    fn done(&mut self, deed: crate::domain::id::DeedId) -> Option<String> {
        let place = self.under_way.iter().position(|(mine, _)| *mine == deed)?;
        self.under_way.swap_remove(place).1
    }

    fn enrolled(&mut self, enrolled: Result<&Enrolled, String>, name: Option<String>, cx: &Context) -> Step {
        match enrolled {
            Ok(enrolled) => {
                let (kind, text) = said(enrolled, name, cx);
                self.say(kind, text);
                if enrolled.added.is_empty() && !enrolled.waiting.is_empty() {
                    self.shown = Shown::Waiting;
                } else if !enrolled.added.is_empty() {
                    self.shown = Shown::Enrolled;
                }
            }
            Err(fault) => self.say(ToastKind::Fault, fault),
        }
        Step::effect(self.ask())
    }

    fn withdrawn(&mut self, done: Result<usize, String>, name: Option<String>, cx: &Context) {
        let count = match done {
            Ok(count) => count,
            Err(fault) => return self.say(ToastKind::Fault, fault),
        };
        self.marked.clear();
        let gone = match name {
            Some(name) => cx.tv("enrol-withdrawn-one", &[("name", name.into())]),
            None => cx.tv("enrol-withdrawn", &[("count", count.into())]),
        };
        // Whoever waits has a place now; the list as it was tells who is the first.
        let list = self.list.as_ref().filter(|list| list.frame.capacity.is_some());
        let text = match list.and_then(|list| list.first_waiting()) {
            Some(first) => {
                let free = cx.tv("enrol-withdrawn-free", &[("name", first.name.short().into())]);
                format!("{gone} {free}")
            }
            None => gone,
        };
        self.say(ToastKind::Good, text);
    }

    fn completed(&mut self, numbers: &[String], people: Vec<crate::domain::id::PersonId>, cx: &Context) -> Step {
        self.marked.clear();
        self.shown = Shown::Completed;
        let (first, last) = (numbers.first().cloned(), numbers.last().cloned());
        let values = [
            ("count", numbers.len().into()),
            ("first", first.unwrap_or_default().into()),
            ("last", last.unwrap_or_default().into()),
        ];
        self.say(ToastKind::Good, cx.tv("enrol-completed-done", &values));
        let again = self.ask();
        match self.of.series() {
            Some(series) => {
                let name = cx.tv("enrol-print-certificates", &values);
                let request = PaperRequest::Certificates { series, people };
                Step::push(PrintWindow::new(request, name)).with(again)
            }
            None => Step::effect(again),
        }
    }
}

/// What enrolling did, in a sentence or several; calm where all went well.
fn said(enrolled: &Enrolled, name: Option<String>, cx: &Context) -> (ToastKind, String) {
    let names = |people: &[NamedPerson]| view::names(people.iter().map(|one| one.name.short()), cx);
    let mut parts = Vec::new();
    let Enrolled { added, waiting, already, outside_ages, closed } = enrolled;
    match name {
        Some(name) => {
            let id = match (added.is_empty(), waiting.is_empty(), already.is_empty()) {
                (false, ..) => Some("enrol-done-one"),
                (true, false, _) => Some("enrol-done-one-waits"),
                (true, true, false) => Some("enrol-done-one-already"),
                (true, true, true) => None,
            };
            parts.extend(id.map(|id| cx.tv(id, &[("name", name.into())])));
        }
        None => {
            parts.push(cx.tv("enrol-done", &[("added", added.len().into())]));
            if !waiting.is_empty() {
                parts.push(cx.tv("enrol-done-waits", &[("waiting", waiting.len().into())]));
            }
            if !already.is_empty() {
                parts.push(cx.tv("enrol-done-already", &[("already", already.len().into())]));
            }
        }
    }
    if !outside_ages.is_empty() {
        let people: Vec<NamedPerson> = outside_ages.iter().map(|(one, _)| one.clone()).collect();
        let values = [("count", people.len().into()), ("names", names(&people).into())];
        parts.push(cx.tv("enrol-done-outside", &values));
    }
    if !closed.is_empty() {
        let values = [("count", closed.len().into()), ("names", names(closed).into())];
        parts.push(cx.tv("enrol-done-closed", &values));
    }
    let is_calm = waiting.is_empty() && outside_ages.is_empty() && closed.is_empty() && !added.is_empty();
    (if is_calm { ToastKind::Good } else { ToastKind::Warning }, parts.join(" "))
}

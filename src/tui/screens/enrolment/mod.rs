//! Who is enrolled: the list of a series or a one-off event, who waits for a place, who stopped coming, who completed it, who left.
//!
//! One box, as at the table of a campaign: a few letters narrow the list and find whoever is not on it, Enter enrols them. Many come by F7
//! ([`add`], [`fits`], [`file`]); F2 says that the course is completed ([`complete`]), F8 takes off the list with a reason, and when a place is
//! free Space admits whoever waits first. Any screen of events opens this one with [`EnrolmentScreen::new`].

mod add;
mod complete;
mod file;
mod fits;
mod hear;
mod numbered;
mod papers;
mod view;

pub use papers::EventPapers;

use crate::domain::event::RegisterOf;
use crate::domain::filter::Filter;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::office::Found;
use crate::office::events::{EnrolmentFrom, EnrolmentView, ListedPerson, Standing};
use crate::search::small::{Fit, Folded, Grade, Needle};
use crate::search::{Tier, Why};
use crate::tui::app::message::enrol::EnrolAsk;
use crate::tui::app::{Answer, Context, Effect, EventAt, Go, Reply, Screen, Step, ToastKind};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::issue::ReasonWindow;
use crate::tui::screens::person::PersonScreen;
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// How many letters the whole register is asked for.
const LETTERS_TO_SEARCH: usize = 3;

/// Why somebody leaves. The last one wants words.
const WHY: &[&str] = &[
    "enrol-why-moved",
    "enrol-why-stopped",
    "enrol-why-time",
    "enrol-why-ill",
    "enrol-why-age",
    "enrol-why-mistake",
    "enrol-why-other",
];

/// Which list an empty box shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shown {
    Enrolled,
    Waiting,
    Stopped,
    Completed,
    Left,
}

impl Shown {
    const ALL: [Self; 5] = [Self::Enrolled, Self::Waiting, Self::Stopped, Self::Completed, Self::Left];

    fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Waiting => "waiting",
            Self::Stopped => "stopped",
            Self::Completed => "completed",
            Self::Left => "left",
        }
    }

    fn turned(self, by: usize) -> Self {
        let place = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(place + by) % Self::ALL.len()]
    }

    fn has(self, one: &ListedPerson) -> bool {
        match self {
            Self::Enrolled => one.standing == Standing::Enrolled,
            Self::Waiting => matches!(one.standing, Standing::Waiting { .. }),
            Self::Stopped => one.stopped(),
            Self::Completed => matches!(one.standing, Standing::Completed { .. }),
            Self::Left => matches!(one.standing, Standing::Left { .. }),
        }
    }
}

/// A row on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum At {
    /// Of the list.
    Listed(usize),
    /// Of the register, not on the list.
    Stranger(usize),
}

/// What is under way, or asked in a window above.
enum Asked {
    /// How to add.
    Add,
    /// From which former list; none while they are looked for.
    Source(Vec<EnrolmentFrom>),
    /// By which filter, each with its words.
    Filter(Vec<(String, Filter)>),
    /// Why these are taken off.
    Withdraw(Vec<PersonId>),
}

/// The screen.
pub struct EnrolmentScreen {
    of: RegisterOf,
    list: Option<Box<EnrolmentView>>,
    /// Names as they are searched, a row a person of the list.
    keys: Vec<Folded>,
    shown: Shown,
    query: InputLine,
    cursor: ListCursor,
    marked: BTreeSet<PersonId>,
    found: Vec<Found>,
    generation: u64,
    /// The last search that was answered.
    answered: u64,
    /// Enter was pressed before the answer came.
    awaits_enter: bool,
    /// Somebody who merely resembles what is typed, on whom Enter was pressed once.
    doubted: Option<PersonId>,
    asked: Option<Asked>,
    /// Deeds that wait for their answer, with the name of the one person they are for.
    under_way: Vec<(DeedId, Option<String>)>,
    /// People of the completion under way: their certificates are printed from its answer.
    completing: Option<(DeedId, Vec<PersonId>)>,
    /// What happened last here.
    said: Option<(ToastKind, String)>,
}

impl EnrolmentScreen {
    /// The screen of a series or a one-off event, which reads its list when it opens.
    pub fn new(of: RegisterOf) -> Self {
        Self {
            of,
            list: None,
            keys: Vec::new(),
            shown: Shown::Enrolled,
            query: InputLine::default(),
            cursor: ListCursor::default(),
            marked: BTreeSet::new(),
            found: Vec::new(),
            generation: 0,
            answered: 0,
            awaits_enter: false,
            doubted: None,
            asked: None,
            under_way: Vec::new(),
            completing: None,
            said: None,
        }
    }

    fn ask(&self) -> Effect {
        Effect::Enrol(EnrolAsk::Open(self.of))
    }

    fn say(&mut self, kind: ToastKind, text: String) {
        self.said = Some((kind, text));
    }

    fn people(&self) -> &[ListedPerson] {
        self.list.as_ref().map_or(&[], |list| &list.people)
    }

    /// The rows as they stand on the screen.
    fn rows(&self) -> Vec<At> {
        let people = self.people();
        let typed = self.query.text();
        let typed = typed.trim();
        if typed.is_empty() {
            let shown = people.iter().enumerate().filter(|(_, one)| self.shown.has(one));
            return shown.map(|(place, _)| At::Listed(place)).collect();
        }
        let needle = Needle::of(typed);
        let keys = self.keys.iter().enumerate();
        let mut places: Vec<(Fit, usize)> = keys.filter_map(|(place, key)| Some((needle.fit(key)?, place))).collect();
        places.sort_unstable();
        let mut rows: Vec<At> = places.into_iter().map(|(_, place)| At::Listed(place)).collect();
        for (place, found) in self.found.iter().enumerate() {
            // Whom the register finds by a phone or by the family's number may be on the list all the same.
            match people.iter().position(|one| one.person == found.person) {
                Some(listed) if rows.contains(&At::Listed(listed)) => {}
                Some(listed) => rows.push(At::Listed(listed)),
                None => rows.push(At::Stranger(place)),
            }
        }
        rows
    }

    fn at_cursor(&self) -> Option<At> {
        self.rows().get(self.cursor.chosen).copied()
    }

    fn person_at(&self, at: At) -> Option<(PersonId, &PersonName)> {
        match at {
            At::Listed(place) => self.people().get(place).map(|one| (one.person, &one.name)),
            At::Stranger(place) => self.found.get(place).map(|found| (found.person, &found.name)),
        }
    }

    /// Those a deed is for: the marked ones, else whoever is under the cursor, as far as they stand so.
    fn meant(&self, may: impl Fn(&ListedPerson) -> bool) -> Vec<&ListedPerson> {
        let of_list = self.people().iter().filter(|one| may(one));
        if !self.marked.is_empty() {
            return of_list.filter(|one| self.marked.contains(&one.person)).collect();
        }
        let here = match self.at_cursor() {
            Some(At::Listed(place)) => self.people().get(place).map(|one| one.person),
            _ => None,
        };
        of_list.filter(|one| Some(one.person) == here).collect()
    }

    /// The box is empty again.
    fn empty(&mut self) {
        self.query.clear();
        self.found.clear();
        self.doubted = None;
        self.generation += 1;
        self.answered = self.generation;
        self.cursor = ListCursor::default();
    }

    fn typed(&mut self) -> Step {
        self.cursor = ListCursor::default();
        (self.awaits_enter, self.doubted) = (false, None);
        self.generation += 1;
        let text = self.query.text();
        if text.trim().chars().count() < LETTERS_TO_SEARCH {
            self.found.clear();
            self.answered = self.generation;
            return Step::stay();
        }
        Step::effect(Effect::Enrol(EnrolAsk::Search { generation: self.generation, text }))
    }

    /// Enter: the card of somebody on the list; whoever is not on it is enrolled.
    fn enter(&mut self, cx: &mut Context) -> Step {
        match self.at_cursor() {
            // Whom an older text found is nobody whom this one means.
            Some(At::Stranger(_)) | None if self.answered != self.generation => {
                self.awaits_enter = true;
                Step::stay()
            }
            Some(At::Listed(place)) => {
                self.people().get(place).map_or_else(Step::stay, |one| PersonScreen::open(one.person))
            }
            Some(At::Stranger(place)) => self.enrol_stranger(place, cx),
            None => Step::stay(),
        }
    }

    fn enrol_stranger(&mut self, place: usize, cx: &mut Context) -> Step {
        if !cx.may(Right::ManageEvents) {
            let right = cx.t("right-manage-events");
            self.say(ToastKind::Warning, cx.tv("refused-right", &[("right", right.into())]));
            return Step::stay();
        }
        let Some(found) = self.found.get(place) else { return Step::stay() };
        let (person, name) = (found.person, found.name.short());
        if self.is_near(found) && self.doubted.replace(person) != Some(person) {
            self.say(ToastKind::Warning, cx.tv("enrol-near", &[("name", name.into())]));
            return Step::stay();
        }
        let deed = cx.new_deed();
        self.under_way.push((deed, Some(name)));
        self.empty();
        Step::effect(Effect::Enrol(EnrolAsk::Put { deed, of: self.of, people: vec![person] }))
    }

    /// Whether somebody only resembles what is typed. In the other keyboard layout a name is typed as surely as in this one.
    fn is_near(&self, found: &Found) -> bool {
        let needle = Needle::of(&self.query.text());
        let fit = || needle.fit(&Folded::of(&found.name.full()));
        let is_by_layout = || found.why == Why::Layout && fit().is_some_and(|fit| fit.grade < Grade::Near);
        found.tier != Tier::Exact && !is_by_layout()
    }

    fn admit(&mut self, cx: &mut Context) -> Step {
        let Some(first) = self.list.as_ref().and_then(|list| list.first_waiting()) else { return Step::stay() };
        let (deed, name) = (cx.new_deed(), first.name.short());
        self.under_way.push((deed, Some(name)));
        Step::effect(Effect::Enrol(EnrolAsk::Admit(deed, self.of)))
    }

    fn mark(&mut self, at: At) {
        let Some((person, _)) = self.person_at(at).filter(|_| matches!(at, At::Listed(_))) else { return };
        if !self.marked.remove(&person) {
            self.marked.insert(person);
        }
    }

    fn mark_shown(&mut self, key: Key) {
        let shown: Vec<PersonId> =
            self.rows().into_iter().filter_map(|at| self.person_at(at).map(|(person, _)| person)).collect();
        match key {
            Key::Char('+') => self.marked.extend(shown),
            Key::Char('-') => self.marked.retain(|person| !shown.contains(person)),
            _ => shown.into_iter().for_each(|person| {
                if !self.marked.remove(&person) {
                    self.marked.insert(person);
                }
            }),
        }
    }

    /// A digit marks the row of that number.
    fn mark_numbered(&mut self, digit: usize, cx: &Context) {
        let rows = self.rows();
        let page = view::page(cx);
        let place = self.cursor.first(rows.len(), page) + digit - 1;
        if digit <= page
            && let Some(at) = rows.get(place)
        {
            self.cursor.chosen = place;
            self.mark(*at);
        }
    }

    fn withdraw(&mut self, cx: &mut Context) -> Step {
        let may = |one: &ListedPerson| matches!(one.standing, Standing::Enrolled | Standing::Waiting { .. });
        let people = self.meant(may);
        if people.is_empty() {
            self.say(ToastKind::Warning, cx.t("enrol-nobody-chosen"));
            return Step::stay();
        }
        let names = view::names(people.iter().map(|one| one.name.short()), cx);
        let values = [("count", people.len().into()), ("names", names.into())];
        let about = cx.tv("enrol-withdraw-about", &values);
        self.asked = Some(Asked::Withdraw(people.iter().map(|one| one.person).collect()));
        Step::push(ReasonWindow::new(cx.t("enrol-withdraw-title"), about, WHY, cx))
    }

    fn complete(&mut self, cx: &mut Context) -> Step {
        let people: Vec<ListedPerson> =
            self.meant(|one| one.standing == Standing::Enrolled).into_iter().cloned().collect();
        let Some(series) = self.of.series().filter(|_| !people.is_empty()) else {
            self.say(ToastKind::Warning, cx.t("enrol-nobody-chosen"));
            return Step::stay();
        };
        let deed = cx.new_deed();
        self.completing = Some((deed, people.iter().map(|one| one.person).collect()));
        Step::push(complete::CompleteWindow::new(deed, series, people, cx))
    }

    fn is_over(&self) -> bool {
        self.list.as_ref().is_none_or(|list| list.over)
    }
}

impl Screen for EnrolmentScreen {
    fn scope(&self) -> Scope {
        Scope::Enrolment
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeEvents) {
            return Step::go(Go::Pop);
        }
        Step::effect(self.ask())
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.rows().len();
        let is_empty = self.query.is_empty();
        match key {
            Key::Enter => return self.enter(cx),
            Key::Esc if !is_empty => self.empty(),
            Key::Esc => return Step::pop(),
            Key::Tab | Key::BackTab => {
                self.shown = self.shown.turned(if key == Key::Tab { 1 } else { Shown::ALL.len() - 1 });
                self.cursor = ListCursor::default();
            }
            Key::Insert => {
                if let Some(at) = self.at_cursor() {
                    self.mark(at);
                }
                self.cursor.key(Key::Down, rows, 1);
            }
            Key::Char(' ') if is_empty => return Step::go(Go::Run(CommandId::EnrolAdmit)),
            Key::Char('+' | '-' | '*') if is_empty => self.mark_shown(key),
            Key::Char(digit @ '1'..='9') if is_empty => {
                let digit = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or(1);
                self.mark_numbered(digit, cx);
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.key(key, rows, view::page(cx));
            }
            Key::Home | Key::End if is_empty => {
                self.cursor.key(key, rows, view::page(cx));
            }
            key => {
                if self.query.key(key) {
                    return self.typed();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.query.insert(text.trim()) { self.typed() } else { Step::stay() }
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::EnrolAdd => {
                self.asked = Some(Asked::Add);
                Step::push(add::how(cx))
            }
            CommandId::EnrolWithdraw => self.withdraw(cx),
            CommandId::EnrolComplete => self.complete(cx),
            CommandId::EnrolAdmit => self.admit(cx),
            CommandId::Open => self.selected_person().map_or_else(Step::stay, PersonScreen::open),
            _ => Step::stay(),
        }
    }

    fn event(&self) -> Option<EventAt> {
        Some(EventAt { of: self.of, session: None })
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        match command {
            CommandId::EnrolAdd | CommandId::EnrolAdmit if self.is_over() => Some("enrol-is-over"),
            CommandId::EnrolAdmit if self.list.as_ref().is_none_or(|list| list.first_waiting().is_none()) => {
                Some("enrol-nobody-waits")
            }
            CommandId::EnrolComplete if self.of.series().is_none() => Some("enrol-not-a-course"),
            _ => None,
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        self.answered_by(answer, cx)
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        self.hear(reply, cx)
    }

    fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.at_cursor().and_then(|at| self.person_at(at)).map(|(person, _)| person)
    }

    fn selected_family(&self) -> Option<FamilyId> {
        match self.at_cursor()? {
            At::Listed(place) => self.people().get(place)?.family.map(|(family, _)| family),
            At::Stranger(place) => self.found.get(place)?.family,
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

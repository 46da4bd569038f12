//! The family of the row under the cursor, numbered: digits mark its members, Ins all of them. A scanned card or a guest from another
//! screen makes an offer of it: who of the family came is ticked already, Enter marks them.

use super::grid::{Cell, Grid};
use super::{RegisterScreen, words};
use crate::domain::event::{MarkSource, Outcome};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::office::events::FamilyOnSession;
use crate::tui::app::message::register::RegisterAsk;
use crate::tui::app::{Context, Effect, Step};
use crate::tui::keys::Key;

/// More members have no digit.
const DIGITS: usize = 9;

/// What was pressed before the family was known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Held {
    /// All of it.
    All,
    /// One member.
    Digit(usize),
    /// To be offered, with its members ticked who are expected.
    Offer(MarkSource),
}

/// A member.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Member {
    person: PersonId,
    name: PersonName,
    age: Option<u32>,
    is_ticked: bool,
}

/// A family beside the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Household {
    number: Option<FamilyNumber>,
    members: Vec<Member>,
    /// It waits for Enter; how its marks came about.
    offer: Option<MarkSource>,
}

impl Household {
    /// The family of somebody; of several the wanted one, or the first. None where there is none.
    pub(super) fn of(families: &[FamilyOnSession], wanted: Option<FamilyId>) -> Option<Self> {
        let family = families.iter().find(|family| Some(family.family) == wanted).or(families.first())?;
        let members = family.members.iter().take(DIGITS).map(|member| Member {
            person: member.person,
            name: member.name.clone(),
            age: member.age,
            is_ticked: false,
        });
        Some(Self { number: Some(family.number), members: members.collect(), offer: None })
    }

    /// Somebody without a family.
    pub(super) fn alone(person: PersonId, name: PersonName, age: Option<u32>) -> Self {
        Self { number: None, members: vec![Member { person, name, age, is_ticked: true }], offer: None }
    }

    pub(super) fn has(&self, person: PersonId) -> bool {
        self.members.iter().any(|member| member.person == person)
    }

    pub(super) fn is_offered(&self) -> bool {
        self.offer.is_some()
    }

    /// Whether there is anybody to be told apart by digits.
    fn is_worth_a_line(&self) -> bool {
        self.is_offered() || self.members.len() > 1
    }

    pub(super) fn name_of(&self, person: PersonId) -> Option<String> {
        self.members.iter().find(|member| member.person == person).map(|member| member.name.short())
    }

    pub(super) fn member(&self, place: usize) -> Option<PersonId> {
        self.members.get(place).map(|member| member.person)
    }

    /// Who of it is not present yet.
    pub(super) fn absent(&self, grid: Option<&Grid>) -> Vec<PersonId> {
        let people = self.members.iter().map(|member| member.person);
        people.filter(|person| outcome(grid, *person) != Some(Outcome::Present)).collect()
    }

    /// The same, to be confirmed by Enter: ticked are those who are expected and not present; of a family of one, that one.
    pub(super) fn offered(mut self, source: MarkSource, grid: Option<&Grid>) -> Self {
        let is_single = self.members.len() == 1;
        for member in &mut self.members {
            let place = grid.and_then(|grid| grid.place_of(member.person));
            let is_due = grid.zip(place).is_some_and(|(grid, place)| grid.is_due(place, grid.column));
            member.is_ticked = is_due || is_single;
        }
        self.offer = Some(source);
        self
    }

    /// The row of the first of it who is on the list, those ticked before others.
    pub(super) fn first_listed(&self, grid: Option<&Grid>) -> Option<usize> {
        let place = |member: &Member| grid?.place_of(member.person);
        let ticked = self.members.iter().filter(|member| member.is_ticked).find_map(place);
        ticked.or_else(|| self.members.iter().find_map(place))
    }

    /// Whoever is here already is neither ticked nor unticked.
    fn turn(&mut self, place: usize, grid: Option<&Grid>) {
        let is_here = |member: &&mut Member| outcome(grid, member.person) == Some(Outcome::Present);
        if let Some(member) = self.members.get_mut(place).filter(|member| !is_here(member)) {
            member.is_ticked = !member.is_ticked;
        }
    }

    fn ticked(&self) -> Vec<PersonId> {
        self.members.iter().filter(|member| member.is_ticked).map(|member| member.person).collect()
    }

    /// The line below the list: `Родина 482-1737: 1 Ганна 39 · 2 Софія 13 ●`.
    pub(super) fn line(&self, grid: &Grid, cx: &Context) -> Option<String> {
        if !self.is_worth_a_line() {
            return None;
        }
        let member = |(place, member): (usize, &Member)| {
            let is_here = outcome(Some(grid), member.person) == Some(Outcome::Present);
            let sign = match (self.is_offered() && !is_here, member.is_ticked) {
                (false, _) => words::sign(cell(grid, member.person), cx),
                (true, true) => "[x]".to_owned(),
                (true, false) => "[ ]".to_owned(),
            };
            let age = member.age.map(|age| format!(" {age}")).unwrap_or_default();
            let sign = if sign.trim().is_empty() { String::new() } else { format!("{sign} ") };
            format!("{} {sign}{}{age}", place + 1, member.name.given)
        };
        let members: Vec<String> = self.members.iter().enumerate().map(member).collect();
        let surname = self.members.first().map(|member| member.name.surname.clone()).unwrap_or_default();
        let number = self.number.map(|number| format!(" {number}")).unwrap_or_default();
        let values = [("family", format!("{surname}{number}").into()), ("members", members.join(" · ").into())];
        Some(cx.tv(if self.is_offered() { "register-family-offer" } else { "register-family" }, &values))
    }
}

fn outcome(grid: Option<&Grid>, person: PersonId) -> Option<Outcome> {
    let grid = grid?;
    match cell(grid, person) {
        Cell::Marked(outcome) | Cell::Going(Some(outcome)) => Some(outcome),
        _ => None,
    }
}

fn cell(grid: &Grid, person: PersonId) -> Cell {
    match (grid.place_of(person), grid.under_way(person, grid.column)) {
        (Some(place), _) => grid.cell(place, grid.column),
        (None, Some(outcome)) => Cell::Going(outcome),
        (None, None) => Cell::Blank,
    }
}

impl RegisterScreen {
    /// Asks for a family, and does this when it is known.
    pub(super) fn hold(&mut self, family: FamilyId, of: Option<PersonId>, held: Held) -> Step {
        self.held.push((family, held));
        Step::effect(Effect::Attendance(RegisterAsk::Household(family, of)))
    }

    /// Keys while a family is offered: digits tick, Enter marks, Esc leaves it; every other key leaves it and means what it always does.
    pub(super) fn key_on_the_offer(&mut self, key: Key, cx: &mut Context) -> Option<Step> {
        match (key, &mut self.household) {
            (Key::Enter, _) => Some(self.take_offered(cx)),
            (Key::Char(digit @ '1'..='9'), Some(household)) => {
                let place = digit.to_digit(10).and_then(|number| usize::try_from(number).ok()).unwrap_or(1);
                household.turn(place - 1, self.grid.as_ref());
                Some(Step::stay())
            }
            (Key::Esc, _) => {
                self.household = None;
                Some(self.moved())
            }
            _ => {
                self.household = None;
                None
            }
        }
    }

    /// Enter on an offered family: who is ticked is here.
    pub(super) fn take_offered(&mut self, cx: &mut Context) -> Step {
        let Some(household) = &mut self.household else { return Step::stay() };
        let people = household.ticked();
        let Some(source) = household.offer.take() else { return Step::stay() };
        if people.is_empty() {
            household.offer = Some(source);
            self.say(crate::tui::app::ToastKind::Warning, cx.t("register-offer-nobody"));
            return Step::stay();
        }
        self.mark(&people, Some(Outcome::Present), "", source, cx)
    }
}

//! What the keys of the register do to marks and to the session: every one is a deed that is sent at once, in the order of the keys.

use super::family::{Held, Household};
use super::grid::Going;
use super::{Awaited, RegisterScreen, What, words};
use crate::domain::event::{MarkSource, Outcome, SessionStatus};
use crate::domain::id::{DeedId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::office::events::MarkOrder;
use crate::tui::app::message::register::RegisterAsk;
use crate::tui::app::{Context, Effect, Screen, Step, ToastKind};

impl RegisterScreen {
    /// Marks people at the session under the cursor; until the answer comes a hollow sign stands in their cells.
    pub(super) fn mark(
        &mut self,
        people: &[PersonId],
        outcome: Option<Outcome>,
        reason: &str,
        source: MarkSource,
        cx: &mut Context,
    ) -> Step {
        let label = match people {
            [] => return Step::stay(),
            [one] => self.name_of(*one),
            many => cx.tv("register-people", &[("count", many.len().into())]),
        };
        let Some(session) = self.grid.as_ref().and_then(super::Grid::session) else { return Step::stay() };
        let deed = cx.new_deed();
        self.goes(deed, session, people, outcome, label);
        let order = |person: &PersonId| MarkOrder { person: *person, outcome, reason: reason.to_owned(), source };
        let orders = people.iter().map(order).collect();
        Step::effect(Effect::Attendance(RegisterAsk::Mark { deed, session, orders }))
    }

    fn goes(&mut self, deed: DeedId, session: SessionId, people: &[PersonId], outcome: Option<Outcome>, label: String) {
        if let Some(grid) = &mut self.grid {
            let going = people.iter().map(|person| Going { deed, session, person: *person, outcome });
            grid.going.extend(going);
        }
        self.done.push((deed, label.clone()));
        self.under_way.push((deed, What::Marks(label)));
    }

    /// Everybody who is expected and not marked.
    pub(super) fn mark_rest(&mut self, outcome: Outcome, cx: &mut Context) -> Step {
        let Some(grid) = &self.grid else { return Step::stay() };
        let Some(session) = grid.session() else { return Step::stay() };
        let column = grid.column;
        let rest: Vec<PersonId> = (0..grid.register.rows.len())
            .filter(|place| grid.is_due(*place, column))
            .filter_map(|place| grid.row(place).map(|row| row.person))
            .collect();
        if rest.is_empty() {
            self.say(ToastKind::Warning, cx.t("register-nobody-left"));
            return Step::stay();
        }
        let deed = cx.new_deed();
        let label = cx.tv("register-people", &[("count", rest.len().into())]);
        self.goes(deed, session, &rest, Some(outcome), label);
        Step::effect(Effect::Attendance(RegisterAsk::MarkUnmarked { deed, session, outcome }))
    }

    /// Ins: the whole family of the row is here.
    pub(super) fn mark_family(&mut self, cx: &mut Context) -> Step {
        let Some(person) = self.selected() else { return Step::stay() };
        match (&self.household, self.selected_family()) {
            (Some(household), _) if household.has(person) => {
                let people = household.absent(self.grid.as_ref());
                self.mark_family_of(&people, cx)
            }
            (_, Some(family)) => self.hold(family, Some(person), Held::All),
            (_, None) => self.mark_family_of(&[person], cx),
        }
    }

    fn mark_family_of(&mut self, people: &[PersonId], cx: &mut Context) -> Step {
        if people.is_empty() {
            self.say(ToastKind::Warning, cx.t("register-family-is-here"));
            return Step::stay();
        }
        let step = self.mark(people, Some(Outcome::Present), "", MarkSource::Family, cx);
        if !self.query.is_empty() {
            self.empty();
        }
        step
    }

    /// A digit: the member of the family with that number.
    pub(super) fn turn_member(&mut self, digit: char, cx: &mut Context) -> Step {
        let Some(number) = digit.to_digit(10).and_then(|number| usize::try_from(number).ok()).filter(|n| *n > 0) else {
            return Step::stay();
        };
        let Some(person) = self.selected() else { return Step::stay() };
        match (&self.household, self.selected_family()) {
            (Some(household), _) if household.has(person) => match household.member(number - 1) {
                Some(member) => self.turn_one(member, cx),
                None => Step::stay(),
            },
            (None, Some(family)) => self.hold(family, Some(person), Held::Digit(number - 1)),
            _ => Step::stay(),
        }
    }

    fn turn_one(&mut self, person: PersonId, cx: &mut Context) -> Step {
        let Some(grid) = &self.grid else { return Step::stay() };
        let standing = grid.place_of(person).and_then(|place| self.standing(place));
        let going = grid.under_way(person, grid.column).flatten();
        let (outcome, is_expected) = standing.map_or((going, false), |(_, outcome, expected)| (outcome, expected));
        self.mark(&[person], super::keys::next_outcome(outcome, is_expected), "", MarkSource::Family, cx)
    }

    /// What was pressed before the family was known is done once it is.
    pub(super) fn held(&mut self, household: &Household, held: &Held, cx: &mut Context) -> Step {
        match held {
            Held::All => {
                let people = household.absent(self.grid.as_ref());
                self.mark_family_of(&people, cx)
            }
            Held::Digit(place) => household.member(*place).map_or_else(Step::stay, |person| self.turn_one(person, cx)),
            Held::Offer(source) => {
                let offered = household.clone().offered(*source, self.grid.as_ref());
                let first = offered.first_listed(self.grid.as_ref());
                if let Some(place) = first {
                    self.put_cursor_on(place);
                }
                let is_open = self.status() == Some(SessionStatus::Planned);
                let is_somebody_away = !household.absent(self.grid.as_ref()).is_empty();
                // Of a closed session, and of a family that is all here, there is nothing to offer.
                self.household = Some(if is_open && is_somebody_away { offered } else { household.clone() });
                if let Some(text) =
                    first.filter(|_| !is_somebody_away).and_then(|place| self.present_already(place, cx))
                {
                    self.say(ToastKind::Warning, text);
                }
                Step::stay()
            }
        }
    }

    /// A family's card was scanned.
    pub(super) fn scanned(&mut self, number: FamilyNumber, cx: &mut Context) -> Step {
        self.empty();
        (self.said, self.household) = (None, None);
        let Some(grid) = &self.grid else { return Step::stay() };
        let column = grid.column;
        let listed: Vec<usize> = (0..grid.register.rows.len())
            .filter(|place| {
                let family = grid.row(*place).and_then(|row| row.family);
                family.is_some_and(|(_, of_row)| of_row == number)
            })
            .collect();
        let missing = |place: &&usize| grid.outcome(**place, column) != Some(Outcome::Present);
        let due: Vec<usize> = listed.iter().filter(|place| grid.is_due(**place, column)).copied().collect();
        let away: Vec<usize> = listed.iter().filter(missing).copied().collect();
        let family = listed.first().and_then(|place| grid.row(*place)?.family).map(|(family, _)| family);
        match (listed.as_slice(), due.as_slice(), away.as_slice(), family) {
            ([], ..) => {
                self.query.set(&number.to_string());
                let step = self.typed();
                self.awaited = Some(Awaited::Scan);
                step
            }
            ([first, ..], _, [], _) => {
                let text = self.present_already(*first, cx).unwrap_or_default();
                self.put_cursor_on(*first);
                self.say(ToastKind::Warning, text);
                Step::stay()
            }
            (_, [one], ..) | ([_], [], [one], _) => {
                let place = *one;
                self.put_cursor_on(place);
                let person = self.grid.as_ref().and_then(|grid| grid.row(place)).map(|row| row.person);
                let people: Vec<PersonId> = person.into_iter().collect();
                self.mark(&people, Some(Outcome::Present), "", MarkSource::Scan, cx)
            }
            ([first, ..], _, _, Some(family)) => {
                let of = grid.row(*first).map(|row| row.person);
                self.hold(family, of, Held::Offer(MarkSource::Scan))
            }
            _ => Step::stay(),
        }
    }

    /// Puts the cursor on somebody of the list.
    pub(super) fn put_cursor_on(&mut self, place: usize) {
        let person = self.grid.as_ref().and_then(|grid| grid.row(place)).map(|row| row.person);
        self.shown = super::Shown::All;
        if !self.query.is_empty() {
            self.empty();
        }
        self.arrange(person);
    }

    /// Whom the register knows and the form of a newcomer found: marked as if found in the box.
    pub(super) fn take_known(&mut self, person: PersonId, name: &PersonName, cx: &mut Context) -> Step {
        self.empty();
        self.land = Some(person);
        let step = self.mark(&[person], Some(Outcome::Present), "", MarkSource::Search, cx);
        if let (Some((_, label)), Some((_, What::Marks(said)))) = (self.done.last_mut(), self.under_way.last_mut()) {
            *label = name.short();
            *said = name.short();
        }
        step
    }

    /// What somebody hears who is present already: when, by whom, at which desk.
    pub(super) fn present_already(&self, place: usize, cx: &Context) -> Option<String> {
        let grid = self.grid.as_ref()?;
        if grid.outcome(place, grid.column) != Some(Outcome::Present) {
            return None;
        }
        let name = grid.row(place)?.name.short();
        Some(match grid.mark(place, grid.column) {
            Some(mark) => words::already(&name, mark, cx),
            None => cx.tv("register-going", &[("name", name.into())]),
        })
    }

    /// F2: everybody is marked, the session is over.
    pub(super) fn close(&mut self, cx: &mut Context) -> Step {
        let Some(session) = self.grid.as_ref().and_then(super::Grid::session) else { return Step::stay() };
        let deed = cx.new_deed();
        self.under_way.push((deed, What::Close));
        Step::effect(Effect::Attendance(RegisterAsk::Close(deed, session)))
    }

    pub(super) fn reopen(&mut self, session: SessionId, reason: String, cx: &mut Context) -> Step {
        let deed = cx.new_deed();
        self.under_way.push((deed, What::Reopen));
        Step::effect(Effect::Attendance(RegisterAsk::Reopen { deed, session, reason }))
    }

    /// F8: the last mark of this desk is taken back.
    pub(super) fn take_back(&mut self, cx: &mut Context) -> Step {
        let Some((what, label)) = self.done.pop() else { return Step::stay() };
        let deed = cx.new_deed();
        self.under_way.push((deed, What::TakeBack(label)));
        let reason = cx.t("register-take-back-reason");
        Step::effect(Effect::Attendance(RegisterAsk::TakeBack { deed, what, reason }))
    }
}

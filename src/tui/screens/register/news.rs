//! What the register hears: of its own deeds, of its searches, and what the journal is now.
//!
//! Answers come in the order of the questions, so a journal that was read before a mark was made arrives before the answer about that mark,
//! which is still under way then and stays over it ([`super::grid`]).

use super::family::{Held, Household};
use super::grid::Grid;
use super::rows::{At, Names};
use super::{Awaited, RegisterScreen, Shown, What, words};
use crate::domain::campaign::Guest;
use crate::domain::event::{EventFault, MarkSource};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::office::events::{FamilyOnSession, Marked, Register};
use crate::office::{Found, OfficeError};
use crate::tui::app::message::lives::LivesAsk;
use crate::tui::app::message::register::{RegisterAsk, RegisterTold};
use crate::tui::app::{Context, Effect, Screen, Step, Toast, ToastKind};
use crate::tui::widgets::list::ListCursor;

impl RegisterScreen {
    pub(super) fn hear(&mut self, told: &RegisterTold, cx: &mut Context) -> Step {
        match told {
            RegisterTold::Opened(session, register) if *session == self.session => self.opened(register, cx),
            RegisterTold::Marked(deed, answer) => self.marked(*deed, answer, cx),
            RegisterTold::Family(person, Ok(families)) if self.selected() == Some(*person) => {
                if !self.household.as_ref().is_some_and(Household::is_offered) {
                    self.household = Household::of(families, self.selected_family());
                }
                Step::stay()
            }
            RegisterTold::Household(family, families) => self.households(*family, families, cx),
            RegisterTold::Found(generation, found) if *generation == self.generation => {
                self.searched(found.as_deref().unwrap_or_default(), cx)
            }
            RegisterTold::Newcomer(deed, Ok((person, marked))) => {
                self.done.push((*deed, cx.t("register-newcomer-label")));
                self.empty();
                self.land = Some(*person);
                let step = Step::effect(self.ask());
                match words::warnings(marked, |person| self.name_of(person), cx) {
                    Some(text) => step.saying(Toast::warning(text)),
                    None => step,
                }
            }
            RegisterTold::Done(deed, answer) => self.session_done(*deed, answer, cx),
            RegisterTold::TakenBack(deed, answer) => {
                let Some(What::TakeBack(label)) = self.settled(*deed) else { return Step::stay() };
                match answer {
                    Ok(_) => self.say(ToastKind::Good, cx.tv("register-taken-back", &[("who", label.into())])),
                    Err(fault) => return Step::effect(self.ask()).saying(Toast::fault(fault, cx)),
                }
                Step::effect(self.ask())
            }
            _ => Step::stay(),
        }
    }

    /// The deed with this answer is no longer under way.
    fn settled(&mut self, deed: DeedId) -> Option<What> {
        let place = self.under_way.iter().position(|(mine, _)| *mine == deed)?;
        Some(self.under_way.remove(place).1)
    }

    fn opened(&mut self, register: &Result<Box<Register>, OfficeError>, cx: &mut Context) -> Step {
        match register {
            Ok(register) => {
                let person = self.land.take().or_else(|| self.selected());
                self.names = Names::of(register);
                match &mut self.grid {
                    Some(grid) => grid.renew((**register).clone()),
                    None => self.grid = Some(Grid::new((**register).clone())),
                }
                self.arrange(person);
                let welcomed = self.welcome();
                let moved = self.moved();
                super::with_all(welcomed, moved.effects)
            }
            Err(fault) if self.grid.is_none() => Step::pop().saying(Toast::fault(fault, cx)),
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    /// Whoever was brought from another screen gets the cursor, and their family is offered.
    fn welcome(&mut self) -> Step {
        match self.guest.take() {
            Some(Guest::Family(family)) => self.hold(family, None, Held::Offer(MarkSource::Family)),
            Some(Guest::Person(person)) => {
                let row = self.grid.as_ref().and_then(|grid| grid.row(grid.place_of(person)?));
                match (row.and_then(|row| row.family), row.is_some()) {
                    (Some((family, _)), _) => {
                        self.arrange(Some(person));
                        self.hold(family, Some(person), Held::Offer(MarkSource::Family))
                    }
                    (None, true) => {
                        self.arrange(Some(person));
                        Step::stay()
                    }
                    (None, false) => {
                        self.awaits_person = Some(person);
                        Step::effect(Effect::Lives(LivesAsk::Person(person)))
                    }
                }
            }
            None => Step::stay(),
        }
    }

    fn marked(&mut self, deed: DeedId, answer: &Result<Marked, OfficeError>, cx: &mut Context) -> Step {
        let Some(What::Marks(label)) = self.settled(deed) else { return Step::stay() };
        let is_last = self.under_way.is_empty();
        let mut step = Step::stay();
        match answer {
            Ok(marked) => {
                if let Some(grid) = &mut self.grid {
                    grid.answered(deed, &marked.marks);
                }
                if marked.marks.len() == marked.already.len() {
                    // Nothing was changed, so nothing is to be taken back.
                    self.done.retain(|(mine, _)| *mine != deed);
                }
                if let ([(person, mark)], [_]) = (marked.already.as_slice(), marked.marks.as_slice()) {
                    let name = self.name_of(*person);
                    let name = if name.is_empty() { label.clone() } else { name };
                    self.say(ToastKind::Warning, words::already(&name, mark, cx));
                }
                if let Some(text) = words::warnings(marked, |person| self.name_of(person), cx) {
                    step = step.saying(Toast::warning(text));
                }
            }
            Err(fault) => {
                if let Some(grid) = &mut self.grid {
                    grid.refused(deed);
                }
                self.done.retain(|(mine, _)| *mine != deed);
                step = step.saying(Toast::fault(fault, cx));
            }
        }
        let person = self.selected();
        self.arrange(person);
        // Whoever was not on the list is on it now; of a burst of marks the last one asks.
        if is_last { step.with(self.ask()) } else { step }
    }

    fn households(
        &mut self,
        family: FamilyId,
        families: &Result<Vec<FamilyOnSession>, OfficeError>,
        cx: &mut Context,
    ) -> Step {
        let wanted: Vec<Held> = self.held.extract_if(.., |(of, _)| *of == family).map(|(_, held)| held).collect();
        let household = match families {
            Ok(families) => Household::of(families, Some(family)),
            Err(fault) => return Step::stay().saying(Toast::fault(fault, cx)),
        };
        let Some(household) = household else { return Step::stay() };
        if self.selected().is_some_and(|person| household.has(person)) {
            self.household = Some(household.clone());
        }
        wanted.iter().fold(Step::stay(), |step, held| {
            let next = self.held(&household, held, cx);
            super::with_all(step, next.effects)
        })
    }

    /// A guest without a family who is not on the list: offered by themselves.
    pub(super) fn guest_is(&mut self, household: Household) {
        let offered = household.offered(MarkSource::Search, self.grid.as_ref());
        self.household = Some(offered);
    }

    fn searched(&mut self, found: &[Found], cx: &mut Context) -> Step {
        let chosen = self.cursor.chosen;
        let person = self.selected().filter(|_| chosen > 0);
        self.answered = self.generation;
        self.found = found.to_vec();
        self.arrange(person);
        match self.awaited.take() {
            Some(Awaited::Scan) => {
                let typed = self.query.text();
                let of = found.iter().find(|found| found.number.is_some_and(|number| number.to_string() == typed));
                self.empty();
                match of.and_then(|found| Some((found.family?, found.person))) {
                    Some((family, person)) => self.hold(family, Some(person), Held::Offer(MarkSource::Scan)),
                    None => {
                        self.say(ToastKind::Warning, cx.tv("register-card-unknown", &[("number", typed.into())]));
                        Step::stay()
                    }
                }
            }
            // Of several, a person chooses.
            Some(Awaited::Enter) => {
                let sure = self.rows.iter().filter(|row| !row.is_near && row.at != At::Fresh).count();
                if sure <= 1 { self.take(cx) } else { self.moved() }
            }
            None => self.moved(),
        }
    }

    fn session_done(&mut self, deed: DeedId, answer: &Result<(), OfficeError>, cx: &mut Context) -> Step {
        let what = self.settled(deed);
        match (what, answer) {
            (Some(What::Close), Ok(())) => self.say(ToastKind::Good, cx.t("register-closed")),
            (Some(What::Reopen), Ok(())) => self.say(ToastKind::Good, cx.t("register-reopened")),
            (Some(What::Close), Err(fault)) => {
                if matches!(fault, OfficeError::Event(EventFault::Unmarked { .. })) {
                    self.put_cursor_on_the_first_due();
                }
                return Step::effect(self.ask()).saying(Toast::fault(fault, cx));
            }
            (Some(_), Err(fault)) => return Step::effect(self.ask()).saying(Toast::fault(fault, cx)),
            // Heads, counted in a window of this screen.
            (None, _) | (Some(_), Ok(())) => {}
        }
        Step::effect(self.ask())
    }

    fn put_cursor_on_the_first_due(&mut self) {
        let first = self.grid.as_ref().and_then(|grid| grid.first_due(grid.column));
        self.cursor = ListCursor::default();
        self.shown = Shown::All;
        if let Some(place) = first {
            self.put_cursor_on(place);
        }
    }
}

/// How the register is asked for the families of the one under the cursor.
pub(super) fn ask_family(person: PersonId) -> Effect {
    Effect::Attendance(RegisterAsk::Family(person))
}

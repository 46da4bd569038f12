//! How the family form ends: everything typed is taken and checked, written, and what came of it is shown.

use super::conflict::ConflictWindow;
use super::keys::LISTS;
use super::{Mode, Registration, Waiting, person};
use crate::domain::draft::FamilyDraft;
use crate::domain::family::Relation;
use crate::domain::merge::{self, Conflict};
use crate::office::{LikelyFound, OfficeError};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::screens::card::Card;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::Event;

impl Registration {
    /// Takes what is typed and not yet taken, and settles every field.
    pub(super) fn settle_all(&mut self, cx: &mut Context) {
        for id in LISTS {
            let text = self.form.value(id);
            if !text.is_empty() {
                let _ = self.hear(&Event::Add { field: id, text, move_on: false }, cx);
            }
        }
        let ids: Vec<&'static str> = self.form.fields.iter().map(|field| field.id).filter(|id| *id != "sex").collect();
        for id in ids {
            let _ = self.hear(&Event::Left(id), cx);
        }
    }

    /// A member was made the head: they come first, and the head of before is somebody else in the family now, which a person has
    /// to say. None where the head is who it was.
    fn follow_new_head(&mut self, place: usize, cx: &mut Context) -> Option<Step> {
        let new = self.draft.members.get(place).filter(|member| place > 0 && member.relation == Relation::Head)?;
        let new = new.name.given.clone();
        let head = self.draft.members.remove(place);
        self.draft.members.insert(0, head);
        let old = self.draft.members.iter_mut().skip(1).find(|member| member.relation == Relation::Head)?;
        old.relation = Relation::Other;
        let old = old.name.given.clone();
        self.load(cx);
        let said = cx.tv("form-head-changed", &[("new", new.into()), ("old", old.into())]);
        Some(self.look(cx).saying(Toast::warning(said)))
    }

    /// F2: everything typed is taken; what is faulty is shown, otherwise the family goes to be written.
    pub(super) fn save(&mut self, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        // What the office said of a paper last time may be true no longer: it is asked again.
        self.form.note("papers", None);
        let _ = self.take_typed(cx);
        self.settle_all(cx);
        for (id, is_missing) in
            [("surname", self.form.value("surname").is_empty()), ("given", self.form.value("given").is_empty())]
        {
            if is_missing {
                self.form.note(id, Some(person::fault_note(cx.t("fault-name-missing"))));
            }
        }
        let fault = self
            .form
            .first_fault()
            .map(|field| (field.id, field.note.as_ref().map(|note| note.text.clone()).unwrap_or_default()));
        if let Some((id, text)) = fault {
            self.form.focus_on(id);
            return Step::stay().saying(Toast::warning(text));
        }
        self.is_saving = true;
        let mine = Box::new(self.draft.clone());
        Step::effect(match &self.mode {
            Mode::New => {
                let mut draft = mine;
                inherit_consent(&mut draft);
                Effect::Register { deed: self.deed, draft }
            }
            Mode::Correct { family, base, .. } => {
                Effect::Correct { deed: self.deed, family: *family, base: base.clone(), mine }
            }
        })
    }

    /// The family was not written: the form stands as it was left, on what has to be mended.
    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_saving = false;
        match fault {
            OfficeError::PaperTaken { .. } => {
                self.form.note("papers", Some(person::fault_note(cx.texts.say(fault))));
                self.form.focus_on("papers");
            }
            OfficeError::Conflicts { conflicts, by, now } => {
                if let Mode::Correct { base, .. } = &self.mode {
                    let theirs = FamilyDraft::of_card(now);
                    let told = self.disputed(base, &theirs);
                    let by = |disputed: &Conflict| {
                        let same = |told: &Conflict| (told.person, &told.field) == (disputed.person, &disputed.field);
                        conflicts.iter().position(same).and_then(|place| by.get(place).cloned().flatten())
                    };
                    let by: Vec<_> = told.iter().map(|(conflict, _)| by(conflict)).collect();
                    self.conflict = Some(Box::new(theirs));
                    self.waiting = Waiting::Conflict;
                    return Step::push(ConflictWindow::new(&told, &by, cx));
                }
            }
            _ => {}
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    /// What both desks changed, in the order in which sides are told, each with the given name of the one it is about.
    fn disputed(&self, base: &FamilyDraft, theirs: &FamilyDraft) -> Vec<(Conflict, String)> {
        let found = merge::combine(base, &self.draft, theirs).1;
        let people = || self.draft.members.iter().chain(&theirs.members);
        let whose = |conflict: &Conflict| {
            let member = people().find(|member| conflict.person.is_some() && member.person == conflict.person);
            member.map(|member| member.name.given.clone()).unwrap_or_default()
        };
        found.into_iter().map(|conflict| (conflict.clone(), whose(&conflict))).collect()
    }

    /// Whose values stand. The other desk's card becomes what this form corrects only when that is decided: undecided, the form
    /// stays as it is and saving asks again.
    fn settle_conflict(&mut self, answer: &Answer, cx: &mut Context) -> Step {
        let (Some(theirs), Mode::Correct { base, .. }) = (self.conflict.take(), &mut self.mode) else {
            return Step::stay();
        };
        let Answer::Sides(sides) = answer else { return Step::stay() };
        self.draft = merge::settle(base, &self.draft, &theirs, sides);
        *base = theirs;
        self.load(cx);
        self.save(cx)
    }

    /// What the window over the form answered.
    pub(super) fn hear_answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match (std::mem::replace(&mut self.waiting, Waiting::Nothing), answer) {
            (Waiting::Discard, Answer::Chosen(Dialog::DISCARD)) => Step::pop(),
            (Waiting::Member(place), Answer::Member(member)) => {
                if let Some(slot) = self.draft.members.get_mut(place) {
                    *slot = *member;
                }
                if let Some(step) = self.follow_new_head(place, cx) {
                    return step;
                }
                if place == 0 {
                    self.form.note("birth", None);
                    self.load(cx);
                } else {
                    self.show_lists(cx);
                }
                self.look(cx)
            }
            (Waiting::Conflict, answer) => self.settle_conflict(&answer, cx),
            _ => Step::stay(),
        }
    }

    /// What came of looking for likely families, and of saving.
    pub(super) fn hear_reply(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Likely { generation, found: Ok(found) } if *generation == self.generation => {
                // The cursor stays on its family, so that F3 opens the one that was looked at.
                let chosen = self.selected_family();
                let stays = |found: &LikelyFound| chosen.is_some() && found.likely.family == chosen;
                self.likely_chosen = found.iter().position(stays).unwrap_or(0);
                // Who is in the form is no duplicate of themselves.
                let is_here = |found: &LikelyFound| {
                    self.draft.members.iter().any(|member| member.person == Some(found.likely.person))
                };
                let found: Vec<LikelyFound> = found.iter().filter(|found| !is_here(found)).cloned().collect();
                self.likely.clone_from(&found);
                if found.is_empty() && self.form.focus.is_none() {
                    self.form.focus_on("members");
                }
                Step::stay()
            }
            Reply::Registered(deed, result) if *deed == self.deed => match result {
                Ok(registered) => {
                    let name = self.draft.members.first().map(|head| head.name.short()).unwrap_or_default();
                    let number = registered.number.to_string();
                    let said = cx.tv("registered", &[("name", name.into()), ("number", number.into())]);
                    Step::go(Go::Replace(Box::new(Card::loading(registered.family))))
                        .with(Effect::Card(registered.family))
                        .saying(Toast::good(said))
                }
                Err(fault) => self.refused(fault, cx),
            },
            Reply::Corrected(deed, result) if *deed == self.deed => match result {
                Ok(_) => Step::pop().saying(Toast::good(cx.t("corrected"))),
                Err(fault) => self.refused(fault, cx),
            },
            _ => Step::stay(),
        }
    }
}

/// A parent signs for the children: members without a consent of their own have the head's.
fn inherit_consent(draft: &mut FamilyDraft) {
    let head = draft.members.first().and_then(|head| head.consent.clone());
    for member in draft.members.iter_mut().filter(|member| member.consent.is_none()) {
        member.consent.clone_from(&head);
    }
}

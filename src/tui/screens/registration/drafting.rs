//! The family form as a draft: what of it is kept, and how it is opened again as it stood.

use super::member::{KeptMember, MemberWindow};
use super::{Mode, Registration, Waiting};
use crate::domain::draft::FamilyDraft;
use crate::domain::id::{DeedId, FamilyId};
use crate::domain::number::FamilyNumber;
use crate::tui::app::{Context, DraftKind, DraftLayer, DraftOf, Screen};
use crate::tui::widgets::form::KeptForm;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptFamily {
    correct: Option<KeptCorrection>,
    draft: FamilyDraft,
    opened_with: FamilyDraft,
    form: KeptForm,
    /// The member whose window is open.
    member: Option<usize>,
}

/// What a correction started from: with it the fields that another desk changes meanwhile are still told from one's own.
#[derive(Serialize, Deserialize)]
struct KeptCorrection {
    family: FamilyId,
    number: FamilyNumber,
    base: Box<FamilyDraft>,
}

impl Registration {
    /// The form as a draft holds it.
    pub(super) fn kept(&self) -> Option<DraftLayer> {
        let (kind, correct) = match &self.mode {
            Mode::New => (DraftKind::Family, None),
            Mode::Correct { family, number, base } => {
                let correct = KeptCorrection { family: *family, number: *number, base: base.clone() };
                (DraftKind::Correction, Some(correct))
            }
        };
        let name = ["surname", "given"].map(|id| self.form.value(id)).join(" ");
        let title = match &correct {
            Some(correct) => format!("{} {}", correct.number, name.trim()),
            None => name,
        };
        let kept = KeptFamily {
            draft: self.draft.clone(),
            opened_with: self.opened_with.clone(),
            form: self.form.kept(),
            member: match self.waiting {
                Waiting::Member(place) => Some(place),
                Waiting::Nothing | Waiting::Discard | Waiting::Conflict => None,
            },
            correct,
        };
        let subject = kept.correct.as_ref().map(|correct| correct.family.0);
        Some(DraftLayer {
            of: DraftOf::Form { deed: self.deed, kind, subject, title: title.trim().to_owned() },
            state: serde_json::to_value(&kept).ok()?,
            is_dirty: self.is_dirty(),
        })
    }

    /// The form of a draft as it stood, with the window of a member over it where one was open. None when the draft is no such form.
    pub fn go_on(deed: DeedId, form: Value, over: Option<Value>, cx: &mut Context) -> Option<Vec<Box<dyn Screen>>> {
        let kept: KeptFamily = serde_json::from_value(form).ok()?;
        let mode = match kept.correct {
            None => Mode::New,
            Some(KeptCorrection { family, number, base }) => Mode::Correct { family, number, base },
        };
        let mut screen = Self::open(mode, kept.draft, cx);
        screen.deed = deed;
        screen.opened_with = kept.opened_with;
        screen.form.put_back(&kept.form);
        // Chips are words of the language of now.
        screen.show_lists(cx);
        let window = kept.member.filter(|place| *place < screen.draft.members.len()).and_then(|place| {
            let kept: KeptMember = serde_json::from_value(over?).ok()?;
            screen.waiting = Waiting::Member(place);
            Some(MemberWindow::go_on(kept, cx))
        });
        let mut layers: Vec<Box<dyn Screen>> = vec![Box::new(screen)];
        layers.extend(window.map(|window| Box::new(window) as Box<dyn Screen>));
        Some(layers)
    }
}

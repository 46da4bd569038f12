//! The cart as a draft: what of it is kept while it is filled, and how it is opened again.

use super::cart::Basket;
use super::{Focus, IssueScreen};
use crate::domain::aid::{Fresh, Recipient};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::stock::{LocationCode, PartnerCode, ProgrammeCode};
use crate::office::aid_room::Whom;
use crate::tui::app::{Context, DraftKind, DraftLayer, DraftOf, Effect};
use crate::tui::widgets::form::KeptForm;
use crate::tui::widgets::line::{Line, Typed};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// To whom, as the draft says it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum To {
    Family(FamilyId),
    Person(PersonId),
    Fresh(Fresh),
    Organisation(PartnerCode),
}

/// Everything of the screen that is not read anew.
#[derive(Serialize, Deserialize)]
struct KeptIssue {
    to: To,
    basket: Basket,
    entry: Typed,
    hand: KeptForm,
    programme: Option<ProgrammeCode>,
    location: LocationCode,
    on: NaiveDate,
    right_reason: String,
}

impl IssueScreen {
    /// The screen as a draft holds it.
    pub(super) fn kept(&self) -> Option<DraftLayer> {
        let (to, subject) = match &self.recipient {
            Recipient::Family(family) => (To::Family(*family), Some(family.0)),
            Recipient::Person(person) => (To::Person(*person), Some(person.0)),
            Recipient::Fresh(fresh) => (To::Fresh(fresh.clone()), None),
            Recipient::Organisation(partner) => (To::Organisation(partner.clone()), None),
        };
        let mut basket = self.basket.clone();
        if let Some((at, row)) = self.lifted.clone() {
            basket.rows.insert(at.min(basket.rows.len()), row);
        }
        let kept = KeptIssue {
            to,
            basket,
            entry: self.entry.typed(),
            hand: self.hand.kept(),
            programme: self.programme.clone(),
            location: self.location.clone(),
            on: self.on,
            right_reason: self.right_reason.clone(),
        };
        Some(DraftLayer {
            of: DraftOf::Form { deed: self.deed, kind: DraftKind::Issue, subject, title: self.title_name() },
            state: serde_json::to_value(&kept).ok()?,
            is_dirty: !self.basket.rows.is_empty() || !self.entry.is_empty() || self.lifted.is_some(),
        })
    }

    /// The screen of a draft as it stood, and what has to be read for it. None when the draft is no such screen.
    pub fn go_on(deed: DeedId, state: Value, cx: &mut Context) -> Option<(Self, Effect)> {
        let kept: KeptIssue = serde_json::from_value(state).ok()?;
        let recipient = match kept.to {
            To::Family(family) => Recipient::Family(family),
            To::Person(person) => Recipient::Person(person),
            To::Fresh(fresh) => Recipient::Fresh(fresh),
            To::Organisation(partner) => Recipient::Organisation(partner),
        };
        let mut screen = Self::new(recipient, cx);
        screen.deed = deed;
        screen.basket = kept.basket;
        screen.entry = Line::put_back(&kept.entry);
        screen.hand.put_back(&kept.hand);
        screen.hand.focus = None;
        screen.programme = kept.programme;
        screen.location = kept.location;
        screen.on = kept.on.min(cx.today());
        screen.right_reason = kept.right_reason;
        screen.focus = Focus::Entry;
        screen.kept_hand = Some(kept.hand);
        let look = screen.look();
        Some((screen, look))
    }

    /// Who is looked at.
    pub(super) fn whom(&self) -> Whom {
        match &self.recipient {
            Recipient::Family(family) => Whom::Family(*family),
            Recipient::Person(person) => Whom::Person(*person),
            Recipient::Fresh(fresh) => Whom::Nobody(fresh.category.iter().cloned().collect()),
            Recipient::Organisation(partner) => Whom::Organisation(partner.clone()),
        }
    }
}

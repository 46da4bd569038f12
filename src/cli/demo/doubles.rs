//! Families that were registered twice: about one in a hundred, with the slips that hands make, so that there is something to find and to merge.

use super::rng::Rng;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::person::BirthDate;
use chrono::{Datelike, Days, NaiveDate};

/// Of a thousand families so many stand on the register twice.
const TWICE_OF_THOUSAND: u32 = 10;

/// Draws which families came a second time. A sequence of its own: the families themselves are the same with it and without.
pub(super) struct Doubles(Rng);

impl Doubles {
    /// The doubles of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(Rng::new(seed ^ 0x00D0_0B1E))
    }

    /// The same family as it was registered again at another desk, where it was.
    pub(super) fn of(&mut self, family: &FamilyDraft, today: NaiveDate) -> Option<FamilyDraft> {
        if !self.0.permille(TWICE_OF_THOUSAND) || family.closed_on.is_some() {
            return None;
        }
        let mut again = family.clone();
        let later = Days::new(u64::from(self.0.between(20, 500)));
        again.registered_on = family.registered_on.checked_add_days(later).unwrap_or(today).min(today);
        for member in &mut again.members {
            // The papers were not asked for the second time; a paper that is on the register would have told at once.
            member.documents.clear();
            member.note.clear();
        }
        if self.0.percent(30) && again.members.len() > 2 {
            again.members.pop();
        }
        if self.0.percent(40) {
            again.actual.flat.clear();
        }
        let kind = self.0.below(4);
        if let Some(head) = again.members.first_mut() {
            slip(kind, head);
        }
        Some(again)
    }
}

/// What a hurried hand wrote of the head the second time.
fn slip(kind: u32, head: &mut MemberDraft) {
    match kind {
        0 => {
            let mut letters: Vec<char> = head.name.surname.chars().collect();
            if letters.len() > 5 {
                letters.swap(3, 4);
            }
            head.name.surname = letters.into_iter().collect();
        }
        1 => {
            head.birth = head.birth.map(|birth| {
                let day = if birth.date.day() % 10 == 1 { birth.date.day() + 1 } else { birth.date.day() - 1 };
                BirthDate { date: birth.date.with_day(day.max(2)).unwrap_or(birth.date), ..birth }
            });
        }
        2 => head.name.patronymic.clear(),
        _ => head.phones.clear(),
    }
}

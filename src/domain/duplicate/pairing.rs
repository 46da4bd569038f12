//! Who in one entry is who in the other, by likeness. A suggestion: whoever merges may say otherwise.

use super::Couple;
use crate::domain::draft::MemberDraft;
use crate::domain::id::PersonId;
use crate::domain::person::{BirthDate, Precision};
use chrono::Datelike;

/// From so many points on two members are taken for one.
const ENOUGH: i32 = 4;

/// Couples in the order of the left members, then the right ones who are alone.
pub(super) fn pair(left: &[MemberDraft], right: &[MemberDraft], sure: &[(PersonId, PersonId)]) -> Vec<Couple> {
    let mut likes: Vec<(i32, usize, usize)> = Vec::new();
    for (one, left) in left.iter().enumerate() {
        for (other, right) in right.iter().enumerate() {
            let points = points(left, right, sure);
            if points >= ENOUGH {
                likes.push((points, one, other));
            }
        }
    }
    likes.sort_by_key(|(points, one, other)| (-points, *one, *other));
    let mut of_left = vec![None; left.len()];
    let mut taken = vec![false; right.len()];
    for (_, one, other) in likes {
        if of_left[one].is_none() && !taken[other] {
            (of_left[one], taken[other]) = (Some(other), true);
        }
    }
    let together = of_left.into_iter().enumerate().map(|(one, other)| Couple { left: Some(one), right: other });
    let alone = taken.iter().enumerate().filter(|(_, taken)| !**taken);
    together.chain(alone.map(|(other, _)| Couple { left: None, right: Some(other) })).collect()
}

/// The member most like somebody, however little: whom they are compared with when nobody said with whom. None of an empty family.
pub fn most_like(members: &[MemberDraft], person: &MemberDraft) -> Option<usize> {
    (0..members.len()).max_by_key(|place| (points(&members[*place], person, &[]), std::cmp::Reverse(*place)))
}

fn points(left: &MemberDraft, right: &MemberDraft, sure: &[(PersonId, PersonId)]) -> i32 {
    if let (Some(one), Some(other)) = (left.person, right.person) {
        if one == other {
            return 200;
        }
        if sure.contains(&(one, other)) {
            return 100;
        }
    }
    let share_a_paper = left
        .documents
        .iter()
        .any(|paper| right.documents.iter().any(|there| (paper.kind, &paper.number) == (there.kind, &there.number)));
    let share_a_phone = left.phones.iter().any(|phone| right.phones.iter().any(|there| phone.settled == there.settled));
    let sexes_differ = left.sex.is_some() && right.sex.is_some() && left.sex != right.sex;
    8 * i32::from(share_a_paper) + 2 * i32::from(share_a_phone) - 6 * i32::from(sexes_differ)
        + births(left.birth, right.birth)
        // Twins agree in all but the given name.
        + names(&left.name.given, &right.name.given, [3, 1, -6])
        + names(&left.name.patronymic, &right.name.patronymic, [1, 1, -1])
        + names(&left.name.surname, &right.name.surname, [1, 1, 0])
        + i32::from(left.relation == right.relation)
}

fn births(left: Option<BirthDate>, right: Option<BirthDate>) -> i32 {
    let (Some(left), Some(right)) = (left, right) else { return 0 };
    let are_days = left.precision == Precision::Day && right.precision == Precision::Day;
    match (are_days, left.year() == right.year()) {
        (true, _) if left.date == right.date => 5,
        (false, true) => 2,
        // A slip in the day or the month says nothing either way.
        (true, true) if left.date.day() == right.date.day() || left.date.month() == right.date.month() => 0,
        (true, true) => -2,
        (_, false) => -4,
    }
}

/// What two names say: the same, close, different; nothing where one is missing.
fn names(left: &str, right: &str, [same, close, different]: [i32; 3]) -> i32 {
    let letters = |name: &str| -> Vec<char> {
        name.to_lowercase().chars().filter(|sign| sign.is_alphabetic() && !matches!(sign, 'ʼ' | 'ь')).collect()
    };
    let (left, right) = (letters(left), letters(right));
    if left.is_empty() || right.is_empty() {
        0
    } else if left == right {
        same
    } else if left.starts_with(&right) || right.starts_with(&left) || is_one_slip(&left, &right) {
        close
    } else {
        different
    }
}

/// Whether one letter is another, missing, too many or swapped with its neighbour.
fn is_one_slip(left: &[char], right: &[char]) -> bool {
    let same = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    let (left, right) = (&left[same..], &right[same..]);
    match (left, right) {
        ([_, one @ ..], [_, other @ ..]) if one == other || one == right || left == other => true,
        ([a, b, one @ ..], [c, d, other @ ..]) => (a, b) == (d, c) && one == other,
        _ => left.len() + right.len() <= 1,
    }
}

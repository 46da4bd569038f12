//! Phones, papers and categories as sets: what makes two elements one, and how sets differ and merge.

use super::{Change, Conflict, Judge, Side};
use crate::domain::category::Category;
use crate::domain::date::show;
use crate::domain::document::Document;
use crate::domain::id::PersonId;
use crate::domain::phone::Phone;

/// An element of a set on a card.
pub(super) trait Element: Clone + PartialEq {
    /// The field's word.
    const FIELD: &'static str;
    /// Whether the order of the set means something.
    const ORDERED: bool;

    /// Whether both are the same thing, perhaps told differently.
    fn same(&self, other: &Self) -> bool;

    /// Whether one may have been corrected into the other: then history shows one change and not a loss and a gain.
    fn akin(&self, other: &Self) -> bool;

    /// As people read it. Two elements with one text are one to them.
    fn text(&self) -> String;
}

impl Element for Phone {
    const FIELD: &'static str = "phone";
    const ORDERED: bool = true;

    fn same(&self, other: &Self) -> bool {
        self.settled == other.settled
    }

    fn akin(&self, _other: &Self) -> bool {
        true
    }

    fn text(&self) -> String {
        self.show()
    }
}

impl Element for Document {
    const FIELD: &'static str = "document";
    const ORDERED: bool = false;

    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.number == other.number
    }

    fn akin(&self, other: &Self) -> bool {
        self.kind == other.kind
    }

    fn text(&self) -> String {
        let mut text = format!("{} {}", self.kind.code(), self.show());
        for detail in [self.issued_on.map(show).unwrap_or_default(), self.issued_by.clone()] {
            if !detail.is_empty() {
                text.push_str(", ");
                text.push_str(&detail);
            }
        }
        text
    }
}

impl Element for Category {
    const FIELD: &'static str = "category";
    const ORDERED: bool = false;

    fn same(&self, other: &Self) -> bool {
        self.code == other.code && self.since == other.since
    }

    fn akin(&self, other: &Self) -> bool {
        self.code == other.code
    }

    fn text(&self) -> String {
        let mut text = self.code.0.clone();
        let day = |day: Option<chrono::NaiveDate>| day.map(show).unwrap_or_default();
        match (self.since, self.until) {
            (None, None) => {}
            (since, None) => text.push_str(&format!(" {}", day(since))),
            (since, until) => text.push_str(&format!(" {}–{}", day(since), day(until))),
        }
        if !self.basis.is_empty() {
            text.push_str(", ");
            text.push_str(&self.basis);
        }
        text
    }
}

fn find<'a, T: Element>(list: &'a [T], wanted: &T) -> Option<&'a T> {
    list.iter().find(|element| element.same(wanted))
}

fn text_of<T: Element>(element: Option<&T>) -> String {
    element.map(T::text).unwrap_or_default()
}

/// What went, what came, what is told differently.
pub(super) fn changes<T: Element>(person: Option<PersonId>, before: &[T], after: &[T], found: &mut Vec<Change>) {
    let mut push = |before: String, after: String| {
        if before != after {
            found.push(Change { person, field: T::FIELD.to_owned(), before, after });
        }
    };
    let mut came: Vec<&T> = after.iter().filter(|element| find(before, element).is_none()).collect();
    let mut moved = T::ORDERED && came.is_empty() && before.len() == after.len();
    for old in before {
        if let Some(new) = find(after, old) {
            push(old.text(), new.text());
        } else {
            moved = false;
            let corrected = came.iter().position(|new| new.akin(old)).map(|index| came.remove(index));
            push(old.text(), text_of(corrected));
        }
    }
    for new in came {
        push(String::new(), new.text());
    }
    if moved {
        let line = |list: &[T]| list.iter().map(T::text).collect::<Vec<_>>().join(", ");
        push(line(before), line(after));
    }
}

/// Both desks' additions and removals together: my order, then what the other desk added.
pub(super) fn merge<T: Element>(
    person: Option<PersonId>,
    [base, mine, theirs]: [&[T]; 3],
    judge: &mut Judge<'_>,
) -> Vec<T> {
    if mine == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return mine.to_vec();
    }
    let mut decide = |mine: Option<&T>, theirs: Option<&T>| {
        let (mine, theirs) = (text_of(mine), text_of(theirs));
        judge.decide(Conflict { person, field: T::FIELD.to_owned(), mine, theirs })
    };
    let told_alike = |one: &T, other: &T| one.text() == other.text();
    let mut merged: Vec<T> = Vec::new();
    for my in mine {
        match (find(base, my), find(theirs, my)) {
            (None, None) => merged.push(my.clone()),
            (Some(old), None) if told_alike(old, my) => {}
            (Some(_), None) => {
                if decide(Some(my), None) == Side::Mine {
                    merged.push(my.clone());
                }
            }
            (old, Some(their)) => {
                let mut mine_stands = !told_alike(my, their) && old.is_none_or(|old| !told_alike(old, my));
                if mine_stands && old.is_none_or(|old| !told_alike(old, their)) {
                    mine_stands = decide(Some(my), Some(their)) == Side::Mine;
                }
                merged.push(if mine_stands { my.clone() } else { their.clone() });
            }
        }
    }
    for their in theirs.iter().filter(|their| find(mine, their).is_none()) {
        match find(base, their) {
            None => merged.push(their.clone()),
            Some(old) if told_alike(old, their) => {}
            Some(_) => {
                if decide(None, Some(their)) == Side::Theirs {
                    merged.push(their.clone());
                }
            }
        }
    }
    merged
}

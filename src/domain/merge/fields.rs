//! The fields of a family and of a member: their words, their values as people read them, and how one value of three is chosen.

use super::{Change, Conflict, Judge, Side, sets};
use crate::domain::address::{Address, AddressKind};
use crate::domain::date::{show, show_birth};
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::id::PersonId;
use crate::domain::person::{Consent, PersonName, Sizes};

/// A single-valued field as text beside its word.
type Words = Vec<(String, String)>;

/// Collects the changes between two lists of the same fields.
fn compare(person: Option<PersonId>, before: Words, after: Words, found: &mut Vec<Change>) {
    for ((field, before), (_, after)) in before.into_iter().zip(after) {
        if before != after {
            found.push(Change { person, field, before, after });
        }
    }
}

pub(super) fn family_changes(before: &FamilyDraft, after: &FamilyDraft, found: &mut Vec<Change>) {
    compare(None, family_words(before), family_words(after), found);
    for kind in AddressKind::ALL {
        let (old, new) = (Settlement::of(before.address(kind)), Settlement::of(after.address(kind)));
        if old.name == new.name && old.code != new.code {
            found.push(Change {
                person: None,
                field: format!("{}.settlement", kind.code()),
                before: old.with_code(),
                after: new.with_code(),
            });
        }
    }
    sets::changes(None, &before.categories, &after.categories, found);
}

pub(super) fn member_changes(before: &MemberDraft, after: &MemberDraft, found: &mut Vec<Change>) {
    let person = after.person;
    compare(person, member_words(before), member_words(after), found);
    sets::changes(person, &before.phones, &after.phones, found);
    sets::changes(person, &before.documents, &after.documents, found);
    sets::changes(person, &before.categories, &after.categories, found);
}

/// Whether anything that people read differs.
pub(super) fn differ(before: &MemberDraft, after: &MemberDraft) -> bool {
    let mut found = Vec::new();
    member_changes(before, after, &mut found);
    !found.is_empty()
}

fn family_words(family: &FamilyDraft) -> Words {
    let mut words = vec![
        ("key".to_owned(), family.key.clone().unwrap_or_default()),
        ("registered_on".to_owned(), show(family.registered_on)),
        ("closed_on".to_owned(), family.closed_on.map(show).unwrap_or_default()),
    ];
    for kind in AddressKind::ALL {
        let address = family.address(kind);
        let parts = [
            ("settlement", address.settlement.clone()),
            ("district", address.district.clone()),
            ("street", address.street.clone()),
            ("building", address.building.clone()),
            ("flat", address.flat.clone()),
        ];
        words.extend(parts.map(|(part, text)| (format!("{}.{part}", kind.code()), text)));
    }
    words
}

fn member_words(member: &MemberDraft) -> Words {
    [
        ("key", member.key.clone().unwrap_or_default()),
        ("relation", member.relation.code().to_owned()),
        ("surname", member.name.surname.clone()),
        ("given_name", member.name.given.clone()),
        ("patronymic", member.name.patronymic.clone()),
        ("sex", member.sex.map_or("", |sex| sex.code()).to_owned()),
        ("birth_date", member.birth.map(show_birth).unwrap_or_default()),
        ("consent", member.consent.as_ref().map(consent_text).unwrap_or_default()),
        ("note", member.note.clone()),
        ("clothes_size", member.sizes.clothes.clone()),
        ("shoes_size", member.sizes.shoes.clone()),
    ]
    .map(|(field, text)| (field.to_owned(), text))
    .into()
}

/// `12.03.2024`, `12.03.2024, Шевченко Оксана` where somebody else signed, or the code `law`.
fn consent_text(consent: &Consent) -> String {
    match consent {
        Consent::Given { on, by } if by.is_empty() => show(*on),
        Consent::Given { on, by } => format!("{}, {by}", show(*on)),
        Consent::Law => "law".to_owned(),
    }
}

/// A settlement's code and name, which are one field: a code without its name would say another place than the screen.
#[derive(Clone, PartialEq)]
struct Settlement {
    code: Option<String>,
    name: String,
}

impl Settlement {
    fn of(address: &Address) -> Self {
        Self { code: address.settlement_code.clone(), name: address.settlement.clone() }
    }

    /// `с. Ялинка (UA…)`: what tells two settlements of one name apart.
    fn with_code(&self) -> String {
        self.code.as_ref().map_or_else(|| self.name.clone(), |code| format!("{} ({code})", self.name).trim().to_owned())
    }
}

/// Chooses among three values of a field and writes down what cannot be chosen.
struct Chooser<'a, 'b> {
    person: Option<PersonId>,
    judge: &'a mut Judge<'b>,
}

impl Chooser<'_, '_> {
    fn choose<T: Clone + PartialEq>(
        &mut self,
        field: &str,
        [base, mine, theirs]: [&T; 3],
        text: impl Fn(&T) -> String,
    ) -> T {
        if mine == base || mine == theirs {
            return theirs.clone();
        }
        let conflict =
            || Conflict { person: self.person, field: field.to_owned(), mine: text(mine), theirs: text(theirs) };
        if theirs != base && self.judge.decide(conflict()) == Side::Theirs {
            return theirs.clone();
        }
        mine.clone()
    }

    fn address(&mut self, kind: AddressKind, [base, mine, theirs]: [&Address; 3]) -> Address {
        let code = kind.code();
        let [base_place, my_place, their_place] = [base, mine, theirs].map(Settlement::of);
        let one_name = my_place.name == their_place.name;
        let settlement = self.choose(&format!("{code}.settlement"), [&base_place, &my_place, &their_place], |place| {
            if one_name { place.with_code() } else { place.name.clone() }
        });
        let mut part = |word: &str, part: fn(&Address) -> &String| {
            self.choose(&format!("{code}.{word}"), [part(base), part(mine), part(theirs)], String::clone)
        };
        Address {
            settlement_code: settlement.code,
            settlement: settlement.name,
            district: part("district", |address| &address.district),
            street: part("street", |address| &address.street),
            building: part("building", |address| &address.building),
            flat: part("flat", |address| &address.flat),
        }
    }
}

/// The family's own fields; members are left as mine.
pub(super) fn merge_family(
    base: &FamilyDraft,
    mine: &FamilyDraft,
    theirs: &FamilyDraft,
    judge: &mut Judge<'_>,
) -> FamilyDraft {
    let mut chooser = Chooser { person: None, judge };
    let optional = |key: &Option<String>| key.clone().unwrap_or_default();
    let mut merged = FamilyDraft {
        key: chooser.choose("key", [&base.key, &mine.key, &theirs.key], optional),
        registered_on: chooser.choose(
            "registered_on",
            [&base.registered_on, &mine.registered_on, &theirs.registered_on],
            |day| show(*day),
        ),
        closed_on: chooser.choose("closed_on", [&base.closed_on, &mine.closed_on, &theirs.closed_on], |day| {
            day.map(show).unwrap_or_default()
        }),
        actual: chooser.address(AddressKind::Actual, [&base.actual, &mine.actual, &theirs.actual]),
        registered: chooser.address(AddressKind::Registered, [&base.registered, &mine.registered, &theirs.registered]),
        origin: chooser.address(AddressKind::Origin, [&base.origin, &mine.origin, &theirs.origin]),
        categories: Vec::new(),
        members: mine.members.clone(),
    };
    merged.categories = sets::merge(None, [&base.categories, &mine.categories, &theirs.categories], judge);
    merged
}

/// One member, field by field.
pub(super) fn merge_member(
    base: &MemberDraft,
    mine: &MemberDraft,
    theirs: &MemberDraft,
    judge: &mut Judge<'_>,
) -> MemberDraft {
    let person = mine.person;
    let mut chooser = Chooser { person, judge };
    let mut name_part = |word: &str, part: fn(&PersonName) -> &String| {
        chooser.choose(word, [part(&base.name), part(&mine.name), part(&theirs.name)], String::clone)
    };
    let name = PersonName {
        surname: name_part("surname", |name| &name.surname),
        given: name_part("given_name", |name| &name.given),
        patronymic: name_part("patronymic", |name| &name.patronymic),
    };
    let mut size = |word: &str, part: fn(&Sizes) -> &String| {
        chooser.choose(word, [part(&base.sizes), part(&mine.sizes), part(&theirs.sizes)], String::clone)
    };
    let sizes = Sizes { clothes: size("clothes_size", |of| &of.clothes), shoes: size("shoes_size", |of| &of.shoes) };
    let mut merged = MemberDraft {
        person,
        sizes,
        key: chooser.choose("key", [&base.key, &mine.key, &theirs.key], |key| key.clone().unwrap_or_default()),
        relation: chooser.choose("relation", [&base.relation, &mine.relation, &theirs.relation], |relation| {
            relation.code().to_owned()
        }),
        name,
        sex: chooser
            .choose("sex", [&base.sex, &mine.sex, &theirs.sex], |sex| sex.map_or("", |sex| sex.code()).to_owned()),
        birth: chooser.choose("birth_date", [&base.birth, &mine.birth, &theirs.birth], |birth| {
            birth.map(show_birth).unwrap_or_default()
        }),
        consent: chooser.choose("consent", [&base.consent, &mine.consent, &theirs.consent], |consent| {
            consent.as_ref().map(consent_text).unwrap_or_default()
        }),
        note: chooser.choose("note", [&base.note, &mine.note, &theirs.note], String::clone),
        ..MemberDraft::new(mine.relation)
    };
    merged.phones = sets::merge(person, [&base.phones, &mine.phones, &theirs.phones], judge);
    merged.documents = sets::merge(person, [&base.documents, &mine.documents, &theirs.documents], judge);
    merged.categories = sets::merge(person, [&base.categories, &mine.categories, &theirs.categories], judge);
    merged
}

//! Values of a merge as people read them.

use crate::domain::category::Category;
use crate::domain::date;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::duplicate::Field;
use crate::domain::person::Consent;
use crate::tui::app::Context;
use crate::tui::screens::card::{category_line, relation_word};

/// A field of a family.
pub(super) fn of_family(family: &FamilyDraft, field: Field, cx: &Context) -> String {
    match field {
        Field::RegisteredOn => date::show(family.registered_on),
        Field::ClosedOn => family.closed_on.map_or_else(|| cx.t("merge-open"), date::show),
        Field::Address(kind) => {
            let address = family.address(kind);
            if address.district.is_empty() {
                address.line()
            } else {
                format!("{} ({})", address.line(), address.district)
            }
        }
        Field::FamilyCategories => categories(&family.categories, cx),
        _ => String::new(),
    }
}

/// A field of a person.
pub(super) fn of_member(member: &MemberDraft, field: Field, cx: &Context) -> String {
    match field {
        Field::Relation => relation_word(member.relation, member.sex, cx),
        Field::Surname => member.name.surname.clone(),
        Field::Given => member.name.given.clone(),
        Field::Patronymic => member.name.patronymic.clone(),
        Field::Sex => member.sex.map(|sex| cx.t(&format!("sex-{}", sex.code()))).unwrap_or_default(),
        Field::Birth => member.birth.map(date::show_birth).unwrap_or_default(),
        Field::Phones => list(member.phones.iter().map(crate::domain::phone::Phone::show)),
        Field::Papers => list(
            member
                .documents
                .iter()
                .map(|paper| format!("{} {}", cx.texts.code("document", paper.kind.code()), paper.show())),
        ),
        Field::Categories => categories(&member.categories, cx),
        Field::Consent => match &member.consent {
            Some(Consent::Given { on, by }) if by.is_empty() => date::show(*on),
            Some(Consent::Given { on, by }) => format!("{}, {by}", date::show(*on)),
            Some(Consent::Law) => cx.t("card-consent-law"),
            None => String::new(),
        },
        Field::Note => member.note.replace('\n', " / "),
        _ => String::new(),
    }
}

fn categories(all: &[Category], cx: &Context) -> String {
    list(all.iter().map(|category| category_line(category, cx)))
}

fn list(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("; ")
}

use super::*;
use crate::domain::document::DocumentKind;
use std::collections::{BTreeMap, HashSet};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn made() -> ImportBatch {
    batch(5000, 1, today())
}

fn members(batch: &ImportBatch) -> impl Iterator<Item = &MemberDraft> {
    batch.families.iter().flat_map(|family| &family.members)
}

#[test]
fn there_are_exactly_as_many_people_as_asked_for() {
    for people in [1, 13, 14, 100, 5000] {
        let batch = batch(people, 3, today());
        assert_eq!(members(&batch).count() + batch.singles.len(), people);
    }
}

#[test]
fn the_same_seed_makes_the_same_families_and_another_others() {
    let (first, again, other) = (batch(300, 1, today()), batch(300, 1, today()), batch(300, 2, today()));
    assert_eq!((&first.families, &first.singles), (&again.families, &again.singles));
    assert_ne!(first.families, other.families);
}

#[test]
fn every_family_has_one_head_who_is_grown_up() {
    for family in &made().families {
        let heads: Vec<_> = family.members.iter().filter(|member| member.relation == Relation::Head).collect();
        assert_eq!(heads.len(), 1);
        assert!(heads[0].birth.unwrap().age_on(today()) >= 18);
        assert_eq!(family.members[0].relation, Relation::Head);
    }
}

#[test]
fn no_paper_disagrees_with_its_owner_or_is_given_twice() {
    let batch = made();
    let mut seen = HashSet::new();
    for member in members(&batch) {
        for paper in &member.documents {
            assert_eq!(paper.warnings(member.birth, member.sex), [], "{paper:?} {member:?}");
            assert!(seen.insert((paper.kind, paper.number.clone())), "{paper:?}");
        }
    }
    let tax_numbers = seen.iter().filter(|(kind, _)| *kind == DocumentKind::TaxNumber).count();
    assert!(tax_numbers > 2500, "{tax_numbers}");
    assert!(seen.len() > 6000, "{}: a shape is refused", seen.len());
}

#[test]
fn children_bear_their_fathers_name_and_are_younger_than_their_parents() {
    for family in &made().families {
        let father = family.members.iter().find(|member| {
            matches!(member.relation, Relation::Head | Relation::Spouse) && member.sex == Some(Sex::Male)
        });
        let youngest_parent = family
            .members
            .iter()
            .filter(|member| matches!(member.relation, Relation::Head | Relation::Spouse))
            .filter_map(|member| member.birth)
            .max()
            .unwrap();
        for child in &family.members {
            if !matches!(child.relation, Relation::Son | Relation::Daughter) {
                continue;
            }
            assert!(child.birth.unwrap().year() - youngest_parent.year() >= 17);
            if let Some(father) = father {
                assert_eq!(child.name.patronymic, names::patronymic(&father.name.given, child.sex.unwrap()));
            }
        }
    }
}

#[test]
fn the_register_looks_like_one() {
    let batch = made();
    let mut with: BTreeMap<&str, usize> = BTreeMap::new();
    for family in &batch.families {
        let own = family.categories.iter().chain(family.members.iter().flat_map(|member| &member.categories));
        for code in own.map(|category| category.code.0.as_str()).collect::<HashSet<_>>() {
            *with.entry(code).or_default() += 1;
        }
    }
    for code in crate::domain::category::SHIPPED {
        assert!(with.contains_key(code), "nobody is {code}: {with:?}");
    }
    let all = batch.families.len();
    assert!((all / 5..all / 3).contains(&with["displaced"]), "{with:?} of {all}");
    let on = |day| batch.families.iter().filter(|family| family.registered_on == day).count();
    assert!(on(today()) > 0);
    assert!(batch.families.iter().all(|family| family.registered_on <= today()));
    assert!(batch.families.iter().all(|family| family.closed_on.is_none_or(|closed| closed <= today())));
    assert!(batch.families.iter().all(|family| family.actual.settlement.len() > 4));
    assert!(batch.families.iter().filter(|family| !family.origin.is_empty()).count() >= with["displaced"]);
    assert!(members(&batch).filter(|member| !member.phones.is_empty()).count() > 2500);
}

#[test]
fn nothing_on_a_card_lies_in_the_future_except_an_end() {
    let batch = made();
    for family in &batch.families {
        for category in family.categories.iter().chain(family.members.iter().flat_map(|member| &member.categories)) {
            assert!(category.since.unwrap() <= today(), "{category:?}");
            assert!(category.until.is_none_or(|until| category.since.unwrap() <= until), "{category:?}");
        }
        for paper in family.members.iter().flat_map(|member| &member.documents) {
            assert!(paper.issued_on.is_none_or(|issued| issued <= today()), "{paper:?}");
        }
    }
}

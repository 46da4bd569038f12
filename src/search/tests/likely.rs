//! Who on the register may be somebody in the form.

use super::*;

pub(super) fn draft(name: &str) -> FamilyDraft {
    let mut draft = FamilyDraft::new(today());
    let mut member = MemberDraft::new(Relation::Head);
    member.name = record(0, 0, name).name;
    draft.members.push(member);
    draft
}

fn likely(draft: &FamilyDraft) -> Vec<(u128, Likeness, Vec<Reason>)> {
    Index::build(office())
        .likely(draft, None, 10)
        .into_iter()
        .map(|likely| (likely.person.0.as_u128(), likely.likeness, likely.reasons))
        .collect()
}

#[test]
fn the_same_paper_is_certain_whatever_the_name() {
    let mut draft = draft("Мельник Оксана");
    draft.members[0].documents = vec![paper(DocumentKind::Passport, "KC 123456")];
    assert_eq!(likely(&draft), [(1, Likeness::Certain, vec![Reason::SameDocument])]);
}

#[test]
fn a_shared_phone_is_possible_and_with_the_surname_probable() {
    let mut stranger = draft("Мельник Ірина");
    stranger.members[0].phones = vec![phone("0671234567")];
    assert_eq!(likely(&stranger), [(1, Likeness::Possible, vec![Reason::SamePhone])]);
    let mut husband = draft("Шевченко Іван");
    husband.members[0].phones = vec![phone("0671234567")];
    assert_eq!(likely(&husband), [(1, Likeness::Probable, vec![Reason::SamePhone])]);
}

#[test]
fn the_same_name_and_birth_date_is_probable_and_a_slip_possible() {
    let mut same = draft("Шевченко Оксана");
    same.members[0].birth = Some(day("1987-03-12"));
    assert_eq!(likely(&same), [(1, Likeness::Probable, vec![Reason::SameNameAndBirth])]);
    let mut close = draft("Шевчєнка Оксана");
    close.members[0].birth = Some(day("1987-03-12"));
    assert_eq!(likely(&close), [(1, Likeness::Possible, vec![Reason::CloseNameSameBirth])]);
    let mut other = draft("Шевченко Оксана");
    other.members[0].birth = Some(day("1988-03-12"));
    assert!(likely(&other).is_empty());
}

#[test]
fn a_short_name_with_the_same_birth_date_is_close() {
    let mut records = office();
    records[4].birth = Some(day("1980-01-02"));
    let mut draft = draft("Ковальчук Саша");
    draft.members[0].birth = Some(day("1980-01-02"));
    let found = Index::build(records).likely(&draft, None, 5);
    assert_eq!(found[0].reasons, [Reason::CloseNameSameBirth]);
}

#[test]
fn a_namesake_of_unknown_birth_is_possible_unless_the_patronymic_differs() {
    assert_eq!(likely(&draft("Шевченко Оксана")), [(1, Likeness::Possible, vec![Reason::SameName])]);
    assert!(likely(&draft("Шевченко Оксана Богданівна")).is_empty());
}

#[test]
fn the_husband_at_the_same_address_is_seen() {
    let mut husband = draft("Шевченко Іван");
    husband.actual.street = "Кравчука".to_owned();
    husband.actual.building = "19-Г".to_owned();
    husband.actual.settlement = "Луцьк".to_owned();
    assert_eq!(likely(&husband), [(1, Likeness::Possible, vec![Reason::SurnameAndAddress])]);
    husband.actual.settlement = "с. Жидичин".to_owned();
    assert!(likely(&husband).is_empty());
}

#[test]
fn a_family_is_named_once_with_its_strongest_reasons_first() {
    let mut draft = draft("Шевченко Тарас");
    draft.members[0].birth = Some(day("2015-07-01"));
    let mut mother = MemberDraft::new(Relation::Mother);
    mother.name = record(0, 0, "Шевченко Оксана").name;
    mother.birth = Some(day("1987-03-12"));
    mother.documents = vec![paper(DocumentKind::TaxNumber, "3184710691")];
    draft.members.push(mother);
    let found = Index::build(office()).likely(&draft, None, 5);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].member, found[0].likeness), (1, Likeness::Certain));
    assert_eq!(found[0].reasons, [Reason::SameDocument, Reason::SameNameAndBirth]);
}

#[test]
fn the_family_being_corrected_is_not_its_own_double() {
    let index = Index::build(office());
    let draft = draft("Шевченко Оксана");
    assert!(index.likely(&draft, Some(FamilyId(Uuid::from_u128(1))), 5).is_empty());
    assert!(Index::default().likely(&draft, None, 5).is_empty());
    assert!(index.likely(&FamilyDraft::new(today()), None, 5).is_empty());
}

#[test]
fn every_reason_has_its_words_in_both_languages() {
    let why = [
        Why::Name,
        Why::Layout,
        Why::Latin,
        Why::Near(Part::Surname, "Шевченко".into()),
        Why::Phone("4567".into()),
        Why::Document,
        Why::Number,
        Why::Birth,
        Why::Address,
    ];
    let reasons = [
        Reason::SameDocument,
        Reason::SamePhone,
        Reason::SameNameAndBirth,
        Reason::CloseNameSameBirth,
        Reason::FormerName,
        Reason::OtherSurname,
        Reason::SameNameBirthSlip,
        Reason::SameName,
        Reason::SurnameAndAddress,
    ];
    let likeness = [Likeness::Possible, Likeness::Probable, Likeness::Certain];
    let sentences = why.iter().map(|why| why as &dyn Sentence);
    let sentences = sentences.chain(reasons.iter().map(|reason| reason as &dyn Sentence));
    let sentences: Vec<_> = sentences.chain(likeness.iter().map(|likeness| likeness as &dyn Sentence)).collect();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for sentence in &sentences {
            assert!(texts.has(&sentence.sentence().0), "{:?}", sentence.sentence());
        }
    }
    assert_eq!(Texts::new(Lang::Uk).say(&Why::Phone("4567".into())), "телефон …4567");
}

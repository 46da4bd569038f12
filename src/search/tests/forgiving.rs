//! Stories of images, former names and what is forgiven beyond one slip.

use super::*;
use crate::search::image::{ImageFault, ImageWriter, Label};

/// The image of an index in parts of so many bytes.
pub(super) fn image_of(index: &Index, position: i64, part: usize) -> (Label, Vec<Vec<u8>>) {
    let mut writer = ImageWriter::new(position);
    writer.part = part;
    let parts: Vec<Vec<u8>> = std::iter::from_fn(|| writer.next(index)).collect();
    (writer.label(), parts)
}

pub(super) fn index_of(label: &Label, parts: &[Vec<u8>]) -> Result<Index, ImageFault> {
    let mut parts = parts.iter().cloned();
    Index::of_parts(label, &mut || parts.next())
}

proptest! {
    #[test]
    fn an_image_answers_as_the_index_it_was_made_of(
        before in prop::collection::vec(any_record(), 0..20),
        after in prop::collection::vec(any_record(), 0..8),
        part in 1usize..5_000,
    ) {
        let mut index = Index::build(before);
        let people: Vec<PersonId> = after.iter().map(|record| record.person).collect();
        index.update(&people, after.clone());
        let (label, parts) = image_of(&index, 42, part);
        prop_assert_eq!((label.position, label.bytes), (42, index.image_bytes() as u64));
        prop_assert!(parts.iter().rev().skip(1).all(|one| one.len() == part));
        let mut image = index_of(&label, &parts).unwrap();
        prop_assert_eq!(image.len(), index.len());
        for _ in 0..2 {
            for text in QUESTIONS {
                prop_assert_eq!(
                    image.find(text, Sight::Contacts, today(), 5),
                    index.find(text, Sight::Contacts, today(), 5)
                );
            }
            // And goes on as it would have.
            image.update(&people, after.clone());
        }
    }

    #[test]
    fn no_damaged_image_is_believed(place in 0usize..100_000, bit in 0u8..8, cut in 0usize..100_000, part in 100usize..5_000) {
        let (label, whole) = image_of(&Index::build(office()), 7, part);
        let mut changed = whole.clone();
        let damaged = place % whole.len();
        let place = place % changed[damaged].len();
        changed[damaged][place] ^= 1 << bit;
        prop_assert_eq!(index_of(&label, &changed).err(), Some(ImageFault::Damaged));
        let mut cut_off = whole.clone();
        let at = cut % whole.len();
        let shorter = cut % whole[at].len();
        cut_off[at].truncate(shorter);
        prop_assert_eq!(index_of(&label, &cut_off).err(), Some(ImageFault::Damaged));
        cut_off.truncate(at);
        prop_assert_eq!(index_of(&label, &cut_off).err(), Some(ImageFault::Damaged));
        let mut longer = whole;
        longer.push(vec![0]);
        prop_assert_eq!(index_of(&label, &longer).err(), Some(ImageFault::Damaged));
    }
}

#[test]
fn an_image_of_other_rules_is_another_thing_than_a_damaged_one() {
    let (label, parts) = image_of(&Index::build(office()), 7, 1000);
    for other in [Label { rules: label.rules ^ 1, ..label }, Label { format: label.format + 1, ..label }] {
        assert_eq!(index_of(&other, &parts).err(), Some(ImageFault::Other));
    }
    for damaged in [Label { position: 8, ..label }, Label { sum: label.sum ^ 1, ..label }, Label { bytes: 0, ..label }]
    {
        assert_eq!(index_of(&damaged, &parts).err(), Some(ImageFault::Damaged));
    }
    assert_eq!(index_of(&label, &[]).err(), Some(ImageFault::Damaged));
    assert_eq!(index_of(&label, &parts).map(|index| index.len()).ok(), Some(office().len()));
}

#[test]
fn a_former_name_is_found_below_a_present_one_and_says_so() {
    let mut records = office();
    records[7].former = vec![record(0, 0, "Шевченко Ганна Степанівна").name];
    let hits = Index::build(records).find("шевченко", Sight::Contacts, today(), 10);
    let found: Vec<_> = hits.iter().map(|hit| (hit.person.0.as_u128(), hit.tier, hit.why.clone())).collect();
    assert_eq!(found, [(1, Tier::Exact, Why::Name), (8, Tier::Exact, Why::Former("Шевченко".into()))]);
}

#[test]
fn a_number_that_became_one_with_the_family_s_still_leads_to_it() {
    let mut records = office();
    let old = FamilyNumber::from_random(7);
    records[0].also = vec![old];
    let hits = Index::build(records).find(&old.to_string(), Sight::Names, today(), 10);
    assert_eq!(hits.first().map(|hit| hit.person.0.as_u128()), Some(1));
}

#[test]
fn a_number_that_is_the_family_s_no_more_leads_nowhere() {
    let mut records = office();
    let old = FamilyNumber::from_random(7);
    let before = records[0].clone();
    records[0].also = vec![old];
    let mut index = Index::build(records);
    index.update(&[before.person], vec![before]);
    assert_eq!(index.find(&old.to_string(), Sight::Names, today(), 10), []);
}

#[test]
fn a_renamed_street_is_found_by_every_name_and_says_so_below_those_who_have_the_name_as_it_is() {
    let street = Renamed {
        now: "вул. Бандери".into(), was: "вул. Комсомольська / вул. Банна".into()
    };
    let at = |id: u128, name: &str, street: &str| {
        let mut record = record(id, id, name);
        record.street = street.to_owned();
        record
    };
    let mut old = at(1, "Бойко Іван", "вул. Комсомольська");
    let mut new = at(2, "Заїка Олена", "вул. Бандери");
    (old.renamed, new.renamed) = (Some(street.clone()), Some(street.clone()));
    let mut index = Index::default();
    index.add(vec![at(3, "Яценко Ніна", "вул. Бандери")]);
    index.settle();
    let people = [PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2))];
    // Unordered, in order, and out of an image.
    index.update(&people, vec![old.clone(), new.clone()]);
    let (label, parts) = image_of(&index, 1, 1000);
    let image = index_of(&label, &parts).unwrap();
    for index in [image, index, Index::build(vec![at(3, "Яценко Ніна", "вул. Бандери"), old, new])]
    {
        let found = |text: &str| -> Vec<(u128, Why)> {
            let hits = index.find(text, Sight::Contacts, today(), 9);
            hits.into_iter().map(|hit| (hit.person.0.as_u128(), hit.why)).collect()
        };
        let renamed = || Why::Renamed(street.clone());
        assert_eq!(found("бандери"), [(2, Why::Address), (3, Why::Address), (1, renamed())]);
        assert_eq!(found("комсомол"), [(1, Why::Address), (2, renamed())]);
        assert_eq!(found("банна"), [(1, renamed()), (2, renamed())]);
        assert_eq!(index.find("банна", Sight::Names, today(), 9), []);
    }
}

#[test]
fn a_phone_with_one_wrong_digit_is_close() {
    for text in ["0671234568", "067 123 54 67"] {
        assert_eq!(first(text).map(|hit| (hit.0, hit.1)), Some((1, Tier::Close)), "{text}");
    }
}

#[test]
fn two_slips_are_forgiven_only_where_nothing_nearer_is_there() {
    assert_eq!(first("швечанко").map(|hit| (hit.0, hit.1)), Some((1, Tier::Close)));
    assert_eq!(first("шевчанко оскана").map(|hit| (hit.0, hit.1)), Some((1, Tier::Close)));
}

#[test]
fn a_mistyped_surname_brings_surnames_that_may_be_meant() {
    let index = Index::build(office());
    let of = |text: &str| -> Vec<String> {
        index.suggest(text, today(), 3).into_iter().map(|suggestion| suggestion.surname).collect()
    };
    assert_eq!(of("шевчинко").first().map(String::as_str), Some("Шевченко"));
    assert!(of("шевченко").is_empty() && of("шевчинко оксана").is_empty() && of("0671234567").is_empty());
    assert_eq!(of("itdxbyrj").first().map(String::as_str), Some("Шевченко"));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered_or_honestly_not_found(
        digits in "[0-9]{0,40}",
        letter in "[а-яіїєґa-z😀'+./ -]",
        times in 0usize..500,
        mixed in "([а-яіїєґ]{0,6}|[a-z]{0,6}|[0-9]{1,12}|[«»…№%😀]{1,3})( ([а-яіїєґ]{1,6}|[a-z]{1,6}|[0-9]{1,12})){0,14}",
    ) {
        let index = Index::build(office());
        for text in [digits, letter.repeat(times), mixed] {
            for sight in [Sight::Names, Sight::Contacts] {
                let hits = index.find(&text, sight, today(), 4);
                prop_assert!(hits.len() <= 4 && hits.is_sorted_by_key(|hit| hit.tier));
            }
            prop_assert!(index.suggest(&text, today(), 4).len() <= 4);
        }
    }
}

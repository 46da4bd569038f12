//! Stories of images, former names and what is forgiven beyond one slip.

use super::*;

proptest! {
    #[test]
    fn an_image_answers_as_the_index_it_was_made_of(
        before in prop::collection::vec(any_record(), 0..20),
        after in prop::collection::vec(any_record(), 0..8),
    ) {
        let mut index = Index::build(before);
        let people: Vec<PersonId> = after.iter().map(|record| record.person).collect();
        index.update(&people, after.clone());
        let mut image = Index::of_image(&index.image(42)).unwrap();
        prop_assert_eq!((image.position, image.index.len()), (42, index.len()));
        for _ in 0..2 {
            for text in QUESTIONS {
                prop_assert_eq!(
                    image.index.find(text, Sight::Contacts, today(), 5),
                    index.find(text, Sight::Contacts, today(), 5)
                );
            }
            // And goes on as it would have.
            image.index.update(&people, after.clone());
        }
    }

    #[test]
    fn no_damaged_image_is_believed(place in 0usize..100_000, bit in 0u8..8, cut in 0usize..100_000) {
        let whole = Index::build(office()).image(7);
        let mut changed = whole.clone();
        let place = place % whole.len();
        changed[place] ^= 1 << bit;
        prop_assert!(Index::of_image(&changed).is_err());
        prop_assert!(Index::of_image(&whole[..cut % whole.len()]).is_err());
    }
}

#[test]
fn an_image_of_other_rules_is_another_thing_than_a_damaged_one() {
    let mut image = Index::build(office()).image(7);
    image[12] ^= 1;
    assert_eq!(Index::of_image(&image).err(), Some(ImageFault::Other));
    let last = image.len() - 1;
    image[12] ^= 1;
    image[last] ^= 1;
    assert_eq!(Index::of_image(&image).err(), Some(ImageFault::Damaged));
    assert_eq!(Index::of_image(&[]).err(), Some(ImageFault::Damaged));
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
    let image = Index::of_image(&index.image(1)).unwrap().index;
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

//! What stands above what, what the asker's sight takes away, and a search that nobody waits for.

use super::*;
use crate::search::Only;

fn ids(hits: &[Hit]) -> Vec<u128> {
    hits.iter().map(|hit| hit.person.0.as_u128()).collect()
}

#[test]
fn a_closed_entry_and_the_dead_stand_below_equal_matches_and_no_lower() {
    let mut closed = record(1, 1, "Бойко Анна");
    closed.closed = true;
    let mut dead = record(2, 2, "Бойко Богдан");
    dead.died = true;
    let open = record(3, 3, "Бойко Ганна");
    let close = record(4, 4, "Байко Ганна");
    let people: Vec<PersonId> = [3, 4].map(|id| PersonId(Uuid::from_u128(id))).into();
    let fresh = Index::build(vec![closed.clone(), dead.clone(), open.clone(), close.clone()]);
    let mut changed = Index::build(vec![closed, dead]);
    changed.update(&people, vec![open, close]);
    let (label, parts) = forgiving::image_of(&fresh, 0, 1 << 20);
    let image = forgiving::index_of(&label, &parts).unwrap();
    for index in [fresh, changed, image] {
        let hits = index.find("бойко", Sight::Names, today(), 9);
        assert_eq!(ids(&hits), [3, 1, 2, 4]);
        assert_eq!(hits.iter().filter(|hit| hit.tier == Tier::Exact).count(), 3);
        assert_eq!(ids(&index.find("бойко анна", Sight::Names, today(), 1)), [1]);
    }
}

#[test]
fn a_search_that_nobody_waits_for_keeps_what_agrees_as_typed() {
    let records = (1..400u128).map(|id| record(id, id, if id % 2 == 0 { "Шевченко Іван" } else { "Шевчинко Іван" }));
    let index = Index::build(records.collect());
    let whole = index.find_while("шевченко", (Sight::Names, Only::All), today(), 300, &|| true);
    assert!(whole.is_whole && whole.hits.iter().any(|hit| hit.tier == Tier::Close));
    // Asked for the first time when nothing is found yet, and then once more for each stretch of work.
    let mut given_up = 0;
    for patience in 0..4 {
        let asked = std::cell::Cell::new(0);
        let sought = index.find_while("шевченко", (Sight::Names, Only::All), today(), 300, &|| {
            asked.set(asked.get() + 1);
            asked.get() <= patience
        });
        given_up += usize::from(!sought.is_whole);
        assert!(sought.is_whole || sought.hits.iter().all(|hit| hit.tier == Tier::Exact));
        assert!(!sought.is_whole || sought == whole);
    }
    assert!(given_up > 0);
}

#[test]
fn who_is_registered_by_a_former_surname_is_likely_the_same_person() {
    let mut married = record(1, 1, "Бойко Оксана Петрівна");
    married.birth = Some(day("1987-03-12"));
    married.former = vec![record(0, 0, "Нечипоренко Оксана Петрівна").name];
    let mut form = draft("Нечипоренко Оксана Петрівна");
    form.members[0].birth = Some(day("1987-03-12"));
    let likely = Index::build(vec![married]).likely(&form, None, 5);
    let found: Vec<_> =
        likely.iter().map(|likely| (likely.person.0.as_u128(), likely.likeness, &likely.reasons)).collect();
    assert_eq!(found, [(1, Likeness::Probable, &vec![Reason::SameNameAndBirth, Reason::FormerName])]);
}

proptest! {
    /// What may not be seen is as if it were not there: for whoever sees names alone, a register without phones, papers and addresses
    /// answers the same.
    #[test]
    fn what_is_hidden_is_as_if_it_were_not_there(
        records in prop::collection::vec(any_record(), 0..30),
        text in prop::sample::select(QUESTIONS.to_vec()),
    ) {
        let bare = records.iter().cloned().map(|record| Record {
            phones: Vec::new(),
            documents: Vec::new(),
            settlement: String::new(),
            street: String::new(),
            renamed: None,
            building: String::new(),
            flat: String::new(),
            ..record
        });
        let (all, bare) = (Index::build(records.clone()), Index::build(bare.collect()));
        prop_assert_eq!(all.find(text, Sight::Names, today(), 9), bare.find(text, Sight::Names, today(), 9));
        prop_assert_eq!(all.suggest(text, today(), 5), bare.suggest(text, today(), 5));
    }

    /// A record that was taken out answers as one that never was: nothing of it is counted, ranked or suggested.
    #[test]
    fn a_record_taken_out_leaves_nothing_behind(
        records in prop::collection::vec(any_record(), 1..20),
        text in prop::sample::select(QUESTIONS.to_vec()),
    ) {
        let gone = records[0].person;
        let mut taken = Index::build(records.clone());
        taken.update(&[gone], Vec::new());
        let without = Index::build(records.into_iter().filter(|record| record.person != gone).collect());
        for sight in [Sight::Names, Sight::Contacts] {
            prop_assert_eq!(taken.find(text, sight, today(), 9), without.find(text, sight, today(), 9));
        }
        prop_assert_eq!(taken.suggest(text, today(), 5), without.suggest(text, today(), 5));
    }

    /// Scripts, signs and digits of every length in any mixture.
    #[test]
    fn no_mixture_makes_it_fall(
        words in prop::collection::vec(
            prop_oneof!["[а-яіїєґ'’-]{1,12}", "[a-z\\[\\];',.`-]{1,12}", "[0-9]{1,25}", "[0-9./+() -]{1,18}", "\\PC{1,6}", "[ё-ӿ]{1,8}", "(а|щ|о){1,80}", "[😀-🙏]{1,4}"],
            0..20,
        ),
        sight in prop::sample::select(vec![Sight::Names, Sight::Contacts]),
    ) {
        let index = Index::build(office());
        let text = words.join(" ");
        let hits = index.find(&text, sight, today(), 5);
        prop_assert!(hits.len() <= 5 && hits.is_sorted_by_key(|hit| hit.tier));
        prop_assert!(index.suggest(&text, today(), 3).len() <= 3);
    }
}

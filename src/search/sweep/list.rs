//! Who of a list is on the register already, or stands in the list twice: the look over the register, with a list beside it.
//!
//! The people of the list are put behind those of a copy of the index, so that names are as rare and slips as forgivable as everywhere
//! else; only pairs with somebody of the list are weighed. Nobody else ever sees the copy.

use super::super::{Index, Likeness, Record, Resemblance, Resembled};
use super::groups::twin;
use super::score::{Counts, Scored, Shared, score};
use super::{BLOCKS, Block, PEOPLE_OF_A_PHONE, Rows, each_key, rows, standing};
use std::cmp::Reverse;
use std::collections::HashSet;

/// In a big group each of the list is compared with so many on either side, those of like names first.
const WINDOW: usize = 256;
/// People of the list between two words of progress.
const A_STEP: usize = 500;

/// Whom somebody of the list resembles most so far.
type Best = Option<(Likeness, bool, u8, Reverse<u32>, Scored)>;

/// See [`Index::resembled`].
pub(in crate::search) fn resembled(
    mut index: Index,
    list: Vec<Record>,
    going: &mut dyn FnMut(usize) -> bool,
) -> Option<Vec<Resemblance>> {
    let first = u32::try_from(index.rows()).unwrap_or(u32::MAX);
    let count = list.len();
    index.add(list);
    let counts = Counts::of(&index);
    let mut best: Vec<Best> = vec![None; count];
    let mut shared: [HashSet<Rows>; 2] = Default::default();
    let mut done = 0;
    for block in BLOCKS {
        let mut keys = Vec::new();
        each_key(&index, &counts, block, |row, key, like| keys.push((key, like, row)));
        keys.sort_unstable();
        for group in keys.chunk_by(|one, other| one.0 == other.0) {
            if block == Block::Phone && group.len() > PEOPLE_OF_A_PHONE {
                continue;
            }
            for (at, (.., row)) in group.iter().enumerate().filter(|(_, (.., row))| *row >= first) {
                if done % A_STEP == 0 && !going((done / BLOCKS.len()).min(count)) {
                    return None;
                }
                done += 1;
                let around = at.saturating_sub(WINDOW)..(at + WINDOW).min(group.len());
                // Of two of the list the later one resembles the earlier one.
                let others = group.get(around).unwrap_or_default().iter().map(|(.., other)| *other);
                for other in others.filter(|other| other < row) {
                    let pair = rows(*row, other);
                    match block {
                        Block::Paper => drop(shared[0].insert(pair)),
                        Block::Phone => drop(shared[1].insert(pair)),
                        _ => {}
                    }
                    let shared = Shared { paper: shared[0].contains(&pair), phone: shared[1].contains(&pair) };
                    let Some(scored) = score(&index, &counts, shared, other as usize, *row as usize) else { continue };
                    // As likely on the register as in the list: then it is the register that is asked about.
                    let rank = (scored.likeness(), other < first, scored.bits, Reverse(other));
                    let slot = &mut best[(row - first) as usize];
                    if slot.is_none_or(|(likeness, there, bits, place, _)| rank > (likeness, there, bits, place)) {
                        *slot = Some((rank.0, rank.1, rank.2, rank.3, scored));
                    }
                }
            }
        }
    }
    let found = best.into_iter().enumerate().filter_map(|(place, best)| {
        let (likeness, is_there, _, Reverse(other), scored) = best?;
        let with = if is_there {
            let (row, standing) = standing(&index, other);
            Resembled::Record(Box::new(twin(&index, row, standing)))
        } else {
            Resembled::Place((other - first) as usize)
        };
        Some(Resemblance { place, with, likeness, reasons: scored.agreement.reasons() })
    });
    Some(found.collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::With;
    use super::*;
    use crate::search::Reason;
    use crate::search::tests::record as person;

    const OKSANA: &str = "Шевченко Оксана Петрівна";

    fn resembling(register: Vec<Record>, list: Vec<Record>) -> Vec<(usize, Option<u128>, Reason)> {
        let found = Index::build(register).resembled(list, &mut |_| true).unwrap();
        let whom = |found: &Resemblance| match &found.with {
            Resembled::Record(twin) => Some(twin.person.0.as_u128()),
            Resembled::Place(_) => None,
        };
        found.iter().map(|one| (one.place, whom(one), one.reasons[0].clone())).collect()
    }

    #[test]
    fn the_same_name_and_birth_date_is_the_same_person_and_letters_that_people_confuse_are_one() {
        let register =
            || vec![person(901, 901, "Бойко Олег").born("1970-01-01"), person(902, 902, OKSANA).born("1987-03-12")];
        for (name, reason) in [
            (OKSANA, Some(Reason::SameNameAndBirth)),
            ("Шевчєнко Оксана", Some(Reason::SameNameAndBirth)),
            ("Шевченьок Оксана", Some(Reason::CloseNameSameBirth)),
            ("Коваль Оксана", None),
        ] {
            let list = vec![person(1, 1, "Мороз Ігор").born("1970-01-01"), person(2, 2, name).born("1987-03-12")];
            let expected: Vec<_> = reason.into_iter().map(|reason| (1, Some(902), reason)).collect();
            assert_eq!(resembling(register(), list), expected, "{name}");
        }
    }

    #[test]
    fn a_relative_with_the_same_phone_is_another_person() {
        let register = vec![person(901, 901, OKSANA).born("1987-03-12").phone("0671234567")];
        let son = person(1, 1, "Шевченко Петро Іванович").born("2015-03-12").phone("0671234567");
        let herself = person(2, 2, "Шевченко Оксана").phone("0671234567");
        assert_eq!(resembling(register, vec![son, herself]), [(1, Some(901), Reason::SamePhone)]);
    }

    #[test]
    fn a_woman_of_the_list_is_known_by_the_surname_she_had_before() {
        let mut married = person(901, 901, "Бойко Онисія Гордіївна").born("1987-03-12");
        married.former = vec![person(0, 0, "Нечипоренко Онисія Гордіївна").name];
        let list = || vec![person(1, 1, "Нечипоренко Онисія Гордіївна")];
        assert_eq!(resembling(vec![married.clone()], list()), [(0, Some(901), Reason::FormerName)]);
        married.former.clear();
        assert_eq!(resembling(vec![married], list()), []);
    }

    #[test]
    fn a_name_that_many_bear_says_nothing_alone_and_a_rare_one_does() {
        let common = "Мельник Олександр Іванович";
        let mut register: Vec<Record> = (1000..1200).map(|id| person(id, id, common)).collect();
        register.push(person(901, 901, "Небаба Онисія Гордіївна"));
        let list = vec![person(1, 1, common), person(2, 2, "Небаба Онисія Гордіївна")];
        assert_eq!(resembling(register, list), [(1, Some(901), Reason::SameName)]);
    }

    #[test]
    fn in_the_list_the_later_one_resembles_the_earlier_one_and_the_register_goes_before_both() {
        let oksana = |id| person(id, id, OKSANA).born("1987-03-12");
        let list = || vec![oksana(1), person(2, 2, "Бойко Олег").born("1970-01-01"), oksana(3)];
        assert_eq!(resembling(vec![], list()), [(2, None, Reason::SameNameAndBirth)]);
        let found = resembling(vec![oksana(901)], list());
        assert_eq!(found, [(0, Some(901), Reason::SameNameAndBirth), (2, Some(901), Reason::SameNameAndBirth)]);
    }

    #[test]
    fn the_index_itself_knows_nothing_of_the_list_and_the_look_stops_when_it_is_told_to() {
        let index = Index::build(vec![person(901, 901, OKSANA).born("1987-03-12")]);
        let list = || vec![person(1, 1, OKSANA).born("1987-03-12")];
        assert_eq!(index.resembled(list(), &mut |_| true).unwrap().len(), 1);
        assert_eq!(index.len(), 1);
        assert_eq!(index.resembled(list(), &mut |_| false), None);
    }
}

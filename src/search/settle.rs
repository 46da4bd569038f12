//! Putting the rows of an index in order: by names themselves, and by given name, home and person beside.

use super::index::{GONE, Index, UNORDERED_AT_MOST};
use super::pairs::Pairs;

/// Bits of the place of a name in the alphabet.
const RANK_BITS: u32 = 21;

/// So many rows come, at most, before everything is put in order again.
pub(super) const ROOM: usize = UNORDERED_AT_MOST + 1024;

/// Drops the rows that are gone and puts the others in order. See [`Index::settle`]. Hands back the new place of every row, `u32::MAX` of
/// those that are gone.
pub(super) fn settle(index: &mut Index) -> Vec<u32> {
    let order = by_names(index);
    let rows = number(order.len());
    let mut places = vec![u32::MAX; index.people.len()];
    for (new, old) in (0..rows).zip(&order) {
        places[*old as usize] = new;
    }
    index.people = in_order(&index.people, &order);
    index.flags = in_order(&index.flags, &order);
    index.births = in_order(&index.births, &order);
    index.surnames = in_order(&index.surnames, &order);
    index.given = in_order(&index.given, &order);
    index.patronymics = in_order(&index.patronymics, &order);
    index.home = in_order(&index.home, &order);
    drop(order);
    settle_homes(index);
    let place = |row: u32| places.get(row as usize).copied().filter(|place| *place != u32::MAX);
    let (papers, phones) = (&mut index.papers, &mut index.phones);
    let people = &index.people;
    let by_person = std::thread::scope(|scope| {
        let numbers = scope.spawn(|| (papers.settle(place), phones.settle(place)));
        let mut by_person: Vec<u32> = (0..rows).collect();
        by_person.sort_unstable_by_key(|row| (people[*row as usize], *row));
        drop(numbers.join());
        by_person
    });
    index.by_person = by_person;
    index.settled = index.people.len();
    index.ranges = ranges(&index.surnames, index.names.len());
    index.pairs = pairs(index);
    index.roles.resize(index.names.len(), 0);
    index.bearers.resize(index.names.len(), 0);
    places
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn in_order<T: Copy>(column: &[T], order: &[u32]) -> Vec<T> {
    with_room(order.iter().map(|row| column[*row as usize]))
}

/// A column with room for as many rows as come before everything is put in order again: one that grows by itself takes twice its size,
/// and its moving is felt.
pub(super) fn with_room<T>(cells: impl ExactSizeIterator<Item = T>) -> Vec<T> {
    let mut column = Vec::with_capacity(cells.len() + ROOM);
    column.extend(cells);
    column
}

/// Rows that are not gone, in the order of lists.
fn by_names(index: &Index) -> Vec<u32> {
    let names = number(index.names.len());
    let mut texts: Vec<u32> = (0..names).collect();
    texts.sort_unstable_by(|one, other| index.names.order(*one, *other));
    let mut ranks = vec![0u32; texts.len()];
    for (rank, text) in (0u32..).zip(&texts) {
        ranks[*text as usize] = rank;
    }
    // Three names in one number where there are not two million of them; what the numbers leave equal is looked at as it is.
    let rank = |text: u32| u64::from(ranks[text as usize].min((1 << RANK_BITS) - 1));
    let mut order: Vec<(u64, u32)> = Vec::with_capacity(index.flags.len());
    order.extend((0u32..).zip(&index.flags).filter(|(_, flags)| **flags & GONE == 0).map(|(row, _)| {
        let at = row as usize;
        let names = [index.surnames[at], index.given[at], index.patronymics[at]];
        (names.into_iter().fold(0, |all, name| all << RANK_BITS | rank(name)), row)
    }));
    order.sort_unstable_by(|one, other| {
        one.0.cmp(&other.0).then_with(|| {
            let (a, b) = (one.1 as usize, other.1 as usize);
            let names = |at: usize| {
                [&index.surnames, &index.given, &index.patronymics].map(|column| ranks[column[at] as usize])
            };
            let by_names = names(a).cmp(&names(b)).then_with(|| index.births[a].cmp(&index.births[b]));
            let by_person = by_names.then_with(|| index.people[a].cmp(&index.people[b]));
            by_person.then_with(|| index.family(a).cmp(&index.family(b))).then(a.cmp(&b))
        })
    });
    order.into_iter().map(|(_, row)| row).collect()
}

fn settle_homes(index: &mut Index) {
    let mut wanted = vec![false; index.homes.all.len()];
    for home in &index.home {
        wanted[*home as usize] = true;
    }
    let numbers = index.homes.settle(&wanted);
    for home in &mut index.home {
        *home = numbers[*home as usize];
    }
    (index.by_home, index.home_starts) =
        (counted(&index.home, index.homes.all.len()), starts(&index.home, index.homes.all.len()));
}

/// The stretch of equal values of each kind in a column where equal ones stand together.
fn ranges(column: &[u32], kinds: usize) -> Vec<(u32, u32)> {
    let mut ranges = vec![(0, 0); kinds];
    let mut start = 0;
    for part in column.chunk_by(|one, other| one == other) {
        let end = start + number(part.len());
        if let Some(range) = part.first().and_then(|kind| ranges.get_mut(*kind as usize)) {
            *range = (start, end);
        }
        start = end;
    }
    ranges
}

/// Rows by given name, patronymic, then row.
fn pairs(index: &Index) -> Pairs {
    let by_patronymic = counted(&index.patronymics, index.names.len());
    let mut next = starts(&index.given, index.names.len());
    let mut rows = vec![0; by_patronymic.len()];
    for row in by_patronymic {
        let next = &mut next[index.given[row as usize] as usize];
        rows[*next as usize] = row;
        *next += 1;
    }
    Pairs::of(rows, &index.given, &index.patronymics)
}

/// Where the rows of each kind begin when they stand by it, and where the last ones end.
pub(super) fn starts(column: &[u32], kinds: usize) -> Vec<u32> {
    let mut starts = vec![0u32; kinds + 1];
    for kind in column {
        starts[*kind as usize + 1] += 1;
    }
    for kind in 0..kinds {
        starts[kind + 1] += starts[kind];
    }
    starts
}

/// Rows by the values of a column, equal ones by row.
fn counted(column: &[u32], kinds: usize) -> Vec<u32> {
    let mut starts = starts(column, kinds);
    let mut rows = vec![0; column.len()];
    for (row, kind) in (0u32..).zip(column) {
        let next = &mut starts[*kind as usize];
        rows[*next as usize] = row;
        *next += 1;
    }
    rows
}

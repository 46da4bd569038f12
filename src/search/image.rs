//! The index as bytes, so that a desk does not read a million people at every start.
//!
//! An image is believed only when it is whole (a sum), of this format, and made with the very rules of spelling that searches
//! use now: a sum over what those rules make of the alphabet and over the table of short names stands on its label, so a change of
//! either makes old images unreadable by itself. Whatever does not fit is [`ImageFault`], and the index is built anew. The bytes hold
//! names and phones as they are: they belong into the encrypted file and nowhere else.
//!
//! It is written and read in parts: a hundred megabytes in one piece would double the memory of a desk and make somebody wait.

use super::dictionary::{Dictionary, Kind, Words};
use super::homes::Homes;
use super::index::Index;
use super::keys::Keys;
use super::numbers::{Papers, Phones, Shape, building_key};
use super::pairs::Pairs;
use super::settle::{ROOM, starts};
use super::texts::{Texts, hash};
use super::{aliases, fold};
use crate::domain::document::DocumentKind;
use crate::domain::id::PersonId;
use std::ops::Range;

/// Moves whenever the layout below does.
const FORMAT: u32 = 5;

/// Bytes of every part but the last.
const PART: usize = 1 << 20;

/// Why an image cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImageFault {
    /// Of another format, or made with other rules of spelling.
    Other,
    /// Cut or changed.
    Damaged,
}

/// What is to be known of an image before and besides its parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label {
    /// The layout of the bytes.
    pub format: u32,
    /// A sum over the rules of spelling that its keys were made with.
    pub rules: u64,
    /// The last row of the log of changes that is in it.
    pub position: i64,
    /// Its length.
    pub bytes: u64,
    /// A sum over everything.
    pub sum: u64,
}

impl Label {
    /// Whether images of this format and these rules are read by this program at all.
    pub fn is_readable(&self) -> bool {
        (self.format, self.rules) == (FORMAT, rules())
    }
}

/// Writes the image of an index part by part. The index must not change from the first part to the last.
pub struct ImageWriter {
    position: i64,
    /// Bytes of every part but the last.
    pub(super) part: usize,
    at: usize,
    sum: Sum,
}

impl ImageWriter {
    /// Begins the image of an index that knows the log of changes up to `position`.
    pub fn new(position: i64) -> Self {
        Self { position, part: PART, at: 0, sum: Sum::default() }
    }

    /// The next part; none after the last.
    pub fn next(&mut self, index: &Index) -> Option<Vec<u8>> {
        let mut out = Out { from: self.at, end: self.at + self.part, at: 0, bytes: Vec::with_capacity(self.part) };
        index.write(&mut out);
        self.at += out.bytes.len();
        self.sum.add(&out.bytes);
        (!out.bytes.is_empty()).then_some(out.bytes)
    }

    /// What belongs to the parts, after the last of them.
    pub fn label(&self) -> Label {
        let (format, rules) = (FORMAT, rules());
        let bytes = self.at as u64;
        Label {
            format,
            rules,
            position: self.position,
            bytes,
            sum: self.sum.value(&[u64::from(format), rules, self.position.cast_unsigned(), bytes]),
        }
    }
}

impl Index {
    /// How long the image of the index would be.
    pub fn image_bytes(&self) -> usize {
        let mut out = Out { from: 0, end: 0, at: 0, bytes: Vec::new() };
        self.write(&mut out);
        out.at
    }

    fn write(&self, out: &mut Out) {
        out.number(self.settled);
        out.number(self.live);
        out.column(&self.people, |person| *person.bytes());
        out.column(&self.flags, |flags| [*flags]);
        out.column(&self.births, |birth| birth.to_le_bytes());
        for column in self.columns() {
            out.u32s(column);
        }
        out.column(&self.ranges, |(start, end)| (u64::from(*start) << 32 | u64::from(*end)).to_le_bytes());
        out.column(&self.roles, |roles| [*roles]);
        dictionary(out, &self.names);
        homes(out, &self.homes);
        out.u64s(&self.phones.digits);
        out.u32s(&self.phones.rows);
        out.u32s(&self.phones.by_tail);
        papers(out, &self.papers);
    }

    /// The index of an image, from its parts in their order. Everything in it is checked, so that no image whatever can make a search
    /// fail; what it knows of the log of changes is its label's `position`.
    pub fn of_parts(label: &Label, next: &mut dyn FnMut() -> Option<Vec<u8>>) -> Result<Self, ImageFault> {
        if !label.is_readable() {
            return Err(ImageFault::Other);
        }
        let left = usize::try_from(label.bytes).map_err(|_| ImageFault::Damaged)?;
        let rest = &mut In { next, part: Vec::new(), at: 0, left, sum: Sum::default() };
        let mut index = Self::default();
        index.settled = rest.number()?;
        index.live = rest.number()?;
        index.people = rest.column(PersonId::from_bytes)?;
        index.flags = rest.column(|[flags]| flags)?;
        index.births = rest.column(i32::from_le_bytes)?;
        index.home = rest.u32s()?;
        index.surnames = rest.u32s()?;
        index.given = rest.u32s()?;
        index.patronymics = rest.u32s()?;
        let by_given = rest.u32s()?;
        index.by_home = rest.u32s()?;
        index.by_person = rest.u32s()?;
        index.bearers = rest.u32s()?;
        let low = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(0);
        index.ranges = rest.column(|bytes| {
            let range = u64::from_le_bytes(bytes);
            (low(range >> 32), low(range))
        })?;
        index.roles = rest.column(|[roles]| roles)?;
        index.names = read_dictionary(rest, Kind::Names)?;
        index.homes = read_homes(rest)?;
        index.phones = Phones { digits: rest.u64s()?, rows: rest.u32s()?, by_tail: rest.u32s()? };
        index.papers = read_papers(rest)?;
        index.pairs = Pairs::of(by_given, &index.given, &index.patronymics);
        let known = [u64::from(label.format), label.rules, label.position.cast_unsigned(), label.bytes];
        let is_whole = rest.left == 0 && rest.at == rest.part.len() && (rest.next)().is_none();
        if !is_whole || rest.sum.value(&known) != label.sum || !index.holds_together() {
            return Err(ImageFault::Damaged);
        }
        index.home_starts = starts(&index.home[..index.settled], index.homes.all.len());
        Ok(index)
    }

    fn columns(&self) -> [&[u32]; 8] {
        [
            &self.home,
            &self.surnames,
            &self.given,
            &self.patronymics,
            &self.pairs.rows,
            &self.by_home,
            &self.by_person,
            &self.bearers,
        ]
    }

    /// Whether every number points at something.
    fn holds_together(&self) -> bool {
        let (rows, names, homes) = (self.people.len(), self.names.len(), self.homes.all.len());
        let below = |column: &[u32], end: usize| column.iter().max().is_none_or(|most| (*most as usize) < end);
        let [home, surnames, given, patronymics, by_given, by_home, by_person, bearers] = self.columns();
        let lengths = [self.flags.len(), self.births.len(), home.len(), surnames.len(), given.len(), patronymics.len()];
        let orders = [by_given, by_home, by_person];
        self.settled <= rows
            && self.live <= rows
            && lengths == [rows; 6]
            && [surnames, given, patronymics].iter().all(|column| below(column, names))
            && below(home, homes)
            && orders.iter().all(|order| order.len() == self.settled && below(order, self.settled))
            && [bearers.len(), self.roles.len()] == [names; 2]
            && self.ranges.len() <= names
            && self.ranges.iter().all(|(start, end)| start <= end && *end as usize <= self.settled)
            && self.homes.ordered <= homes
            && self.homes.also.iter().all(|(_, home)| (*home as usize) < homes)
            && [&self.homes.by_family, &self.homes.by_number]
                .iter()
                .all(|order| order.len() == self.homes.ordered && below(order, homes))
            && self.homes.all.iter().all(|home| {
                (home.street.max(home.settlement).max(home.now).max(home.was) as usize) < self.homes.places.len()
                    && (home.building.max(home.flat) as usize) < self.homes.buildings.len()
            })
            && self.phones.digits.len() == self.phones.rows.len()
            && self.phones.by_tail.len() <= self.phones.rows.len()
            && below(&self.phones.by_tail, self.phones.by_tail.len())
            && below(&self.phones.rows, rows)
            && self.papers.rows.len() == self.papers.numbers.len()
            && self.papers.ordered <= self.papers.rows.len()
            && below(&self.papers.rows, rows)
    }
}

/// A sum over everything that the keys in an image depend on.
fn rules() -> u64 {
    const ALPHABET: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёўъыэ";
    static RULES: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
        let mut made: Vec<u8> = aliases::TABLE.bytes().collect();
        let letters: Vec<char> = ALPHABET.chars().chain("abcdefghijklmnopqrstuvwxyz0123456789'’-/".chars()).collect();
        for one in &letters {
            for other in &letters {
                let word: String = [*one, *other, 'а'].iter().collect();
                let exact = fold::exact(&word);
                made.extend(fold::folded(&exact));
                made.extend(fold::latin_of_exact(&exact));
                made.extend(fold::paper(&word));
                made.extend(building_key(&word).bytes());
                made.extend(exact);
            }
        }
        let place = super::dictionary::place_key("вул. Лесі Українки, м. Луцьк");
        hash(&made) ^ hash(&place).rotate_left(1)
    });
    *RULES
}

/// Four lanes of multiplying, so that a hundred megabytes take some hundredths of a second. It finds damage, not intent: whoever can
/// write the encrypted file can write anything.
#[derive(Clone)]
struct Sum {
    lanes: [u64; 4],
    /// The last bytes, too few for a step.
    rest: Vec<u8>,
}

impl Default for Sum {
    fn default() -> Self {
        Self { lanes: [1, 2, 3, 4], rest: Vec::with_capacity(Self::STEP) }
    }
}

impl Sum {
    const PRIME: u64 = 0x9E37_79B9_7F4A_7C15;
    const STEP: usize = 32;

    fn add(&mut self, mut bytes: &[u8]) {
        if !self.rest.is_empty() {
            let (first, others) = bytes.split_at(bytes.len().min(Self::STEP - self.rest.len()));
            self.rest.extend_from_slice(first);
            bytes = others;
            if self.rest.len() == Self::STEP {
                let step = std::mem::take(&mut self.rest);
                self.step(&step);
            }
        }
        let mut parts = bytes.chunks_exact(Self::STEP);
        parts.by_ref().for_each(|part| self.step(part));
        self.rest.extend_from_slice(parts.remainder());
    }

    fn step(&mut self, part: &[u8]) {
        for (lane, word) in self.lanes.iter_mut().zip(part.chunks_exact(8)) {
            let word = word.try_into().map_or(0, u64::from_le_bytes);
            *lane = (*lane ^ word).wrapping_mul(Self::PRIME).rotate_left(29);
        }
    }

    /// The sum of what was added and of these numbers, the length among them.
    fn value(&self, numbers: &[u64]) -> u64 {
        let mut last = self.clone();
        last.rest.resize(Self::STEP, 0);
        let rest = std::mem::take(&mut last.rest);
        last.step(&rest);
        let all = last.lanes.iter().chain(numbers);
        all.fold(0, |sum, number| (sum ^ number).wrapping_mul(Self::PRIME).rotate_left(31))
    }
}

/// Where an image is written to: every column with its length before it. Of all that passes by only a window is kept, and what lies
/// outside of it costs nothing: so each part is made alone.
struct Out {
    from: usize,
    end: usize,
    at: usize,
    bytes: Vec<u8>,
}

impl Out {
    /// Which of the next bytes are in the window.
    fn window(&mut self, length: usize) -> Range<usize> {
        let inside = |place: usize| place.saturating_sub(self.at).min(length);
        let window = inside(self.from)..inside(self.end);
        self.at += length;
        window
    }

    fn raw(&mut self, bytes: &[u8]) {
        let window = self.window(bytes.len());
        self.bytes.extend_from_slice(&bytes[window]);
    }

    fn number(&mut self, number: usize) {
        self.raw(&(number as u64).to_le_bytes());
    }

    fn column<T, const N: usize>(&mut self, column: &[T], bytes: impl Fn(&T) -> [u8; N]) {
        self.number(column.len());
        let window = self.window(column.len() * N);
        if window.is_empty() {
            return;
        }
        let (first, last) = (window.start / N, window.end.div_ceil(N));
        let before = self.bytes.len();
        column[first..last].iter().for_each(|cell| self.bytes.extend_from_slice(&bytes(cell)));
        self.bytes.truncate(before + window.end - first * N);
        self.bytes.drain(before..before + window.start - first * N);
    }

    fn u32s(&mut self, column: &[u32]) {
        self.column(column, |number| number.to_le_bytes());
    }

    fn u64s(&mut self, column: &[u64]) {
        self.column(column, |number| number.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.raw(bytes);
    }
}

/// What is left to read of an image.
struct In<'a> {
    next: &'a mut dyn FnMut() -> Option<Vec<u8>>,
    part: Vec<u8>,
    at: usize,
    left: usize,
    sum: Sum,
}

impl In<'_> {
    /// What is there of the next bytes, at least one of them and at most so many.
    fn some(&mut self, most: usize) -> Result<&[u8], ImageFault> {
        if self.at == self.part.len() {
            self.part = (self.next)().filter(|part| !part.is_empty()).ok_or(ImageFault::Damaged)?;
            self.at = 0;
            self.sum.add(&self.part);
        }
        let start = self.at;
        self.at = (start + most).min(self.part.len());
        self.left = self.left.checked_sub(self.at - start).ok_or(ImageFault::Damaged)?;
        Ok(&self.part[start..self.at])
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ImageFault> {
        let mut array = [0; N];
        let mut filled = 0;
        while filled < N {
            let some = self.some(N - filled)?;
            array[filled..filled + some.len()].copy_from_slice(some);
            filled += some.len();
        }
        Ok(array)
    }

    fn number(&mut self) -> Result<usize, ImageFault> {
        usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| ImageFault::Damaged)
    }

    /// How many cells of so many bytes come now: no more than there is of the image, so that damage cannot ask for all memory.
    fn count(&mut self, bytes: usize) -> Result<usize, ImageFault> {
        let count = self.number()?;
        count.checked_mul(bytes).filter(|bytes| *bytes <= self.left).map(|_| count).ok_or(ImageFault::Damaged)
    }

    fn bytes(&mut self) -> Result<Vec<u8>, ImageFault> {
        let count = self.count(1)?;
        let mut bytes = Vec::with_capacity(count);
        while bytes.len() < count {
            bytes.extend_from_slice(self.some(count - bytes.len())?);
        }
        Ok(bytes)
    }

    fn column<T, const N: usize>(&mut self, cell: impl Fn([u8; N]) -> T) -> Result<Vec<T>, ImageFault> {
        let count = self.count(N)?;
        let mut column = Vec::with_capacity(count + ROOM);
        while column.len() < count {
            let here = (self.part.len() - self.at) / N * N;
            if here == 0 {
                // One that lies across two parts, or begins the next one.
                column.push(cell(self.array()?));
                continue;
            }
            let (cells, _) = self.some(here.min((count - column.len()) * N))?.as_chunks::<N>();
            column.extend(cells.iter().map(|bytes| cell(*bytes)));
        }
        Ok(column)
    }

    fn u32s(&mut self) -> Result<Vec<u32>, ImageFault> {
        self.column(u32::from_le_bytes)
    }

    fn u64s(&mut self) -> Result<Vec<u64>, ImageFault> {
        self.column(u64::from_le_bytes)
    }
}

fn texts(out: &mut Out, texts: &Texts) {
    out.bytes(texts.all.as_bytes());
    out.u32s(&texts.ends);
}

fn read_texts(rest: &mut In<'_>) -> Result<Texts, ImageFault> {
    let all = String::from_utf8(rest.bytes()?).map_err(|_| ImageFault::Damaged)?;
    Texts::of(all, rest.u32s()?).ok_or(ImageFault::Damaged)
}

fn keys(out: &mut Out, keys: &Keys) {
    out.bytes(&keys.bytes);
    out.u32s(&keys.ends);
}

fn read_keys(rest: &mut In<'_>) -> Result<Keys, ImageFault> {
    let bytes = rest.bytes()?;
    let ends = rest.u32s()?;
    Keys::of(bytes, ends).ok_or(ImageFault::Damaged)
}

fn dictionary(out: &mut Out, dictionary: &Dictionary) {
    texts(out, &dictionary.texts);
    out.u32s(&dictionary.wholes);
    out.u32s(&dictionary.owners);
    out.column(&dictionary.parts, |part| [u8::from(*part)]);
    out.column(&dictionary.aliases, |alias| alias.to_le_bytes());
    keys(out, &dictionary.exact);
    keys(out, &dictionary.folded);
    keys(out, &dictionary.latin);
}

fn read_dictionary(rest: &mut In<'_>, kind: Kind) -> Result<Dictionary, ImageFault> {
    let texts = read_texts(rest)?;
    let wholes = rest.u32s()?;
    let words = Words {
        owners: rest.u32s()?,
        parts: rest.column(|[part]| part != 0)?,
        aliases: rest.column(u16::from_le_bytes)?,
        exact: read_keys(rest)?,
        folded: read_keys(rest)?,
        latin: read_keys(rest)?,
    };
    Dictionary::of(kind, texts, wholes, words).ok_or(ImageFault::Damaged)
}

fn homes(out: &mut Out, homes: &Homes) {
    out.number(homes.ordered);
    out.column(&homes.all, super::homes::Home::bytes);
    out.u32s(&homes.by_family);
    out.u32s(&homes.by_number);
    out.column(&homes.also, |(number, home)| (u64::from(*number) << 32 | u64::from(*home)).to_le_bytes());
    dictionary(out, &homes.places);
    out.column(&homes.uses, |uses| [*uses]);
    texts(out, &homes.buildings);
}

fn read_homes(rest: &mut In<'_>) -> Result<Homes, ImageFault> {
    let mut homes = Homes::new(Dictionary::new(Kind::Places));
    homes.ordered = rest.number()?;
    homes.all = rest.column(super::homes::Home::from_bytes)?;
    homes.by_family = rest.u32s()?;
    homes.by_number = rest.u32s()?;
    let low = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(0);
    homes.also = rest.column(|bytes| {
        let also = u64::from_le_bytes(bytes);
        (low(also >> 32), low(also))
    })?;
    homes.places = read_dictionary(rest, Kind::Places)?;
    homes.uses = rest.column(|[uses]| uses)?;
    homes.buildings = read_texts(rest)?;
    if homes.ordered > homes.all.len() {
        return Err(ImageFault::Damaged);
    }
    homes.remember();
    Ok(homes)
}

fn papers(out: &mut Out, papers: &Papers) {
    out.number(papers.ordered);
    out.u64s(&papers.numbers);
    out.u32s(&papers.rows);
    out.number(papers.known.len());
    for shape in &papers.known {
        out.bytes(shape.kind.code().as_bytes());
        out.bytes(&shape.key);
    }
}

fn read_papers(rest: &mut In<'_>) -> Result<Papers, ImageFault> {
    let mut papers = Papers::default();
    papers.ordered = rest.number()?;
    papers.numbers = rest.u64s()?;
    papers.rows = rest.u32s()?;
    let known: Range<usize> = 0..rest.number()?;
    for _ in known {
        let code = rest.bytes()?;
        let kind =
            DocumentKind::ALL.into_iter().find(|kind| kind.code().as_bytes() == code).ok_or(ImageFault::Damaged)?;
        papers.learn(Shape { kind, key: rest.bytes()? });
    }
    Ok(papers)
}

//! The index as bytes, so that a desk does not read a million people at every start.
//!
//! An image is believed only when it is whole (a checksum), of this format, and made with the very rules of spelling that searches
//! use now: a sum over what those rules make of the alphabet and over the table of short names stands in its head, so a change of either
//! makes old images unreadable by itself. Whatever does not fit is [`ImageFault`], and the index is built anew. The bytes hold
//! names and phones as they are: they belong into the encrypted file and nowhere else.

use super::dictionary::{Dictionary, Kind, Words};
use super::homes::Homes;
use super::index::Index;
use super::keys::Keys;
use super::numbers::{Papers, Phones, Shape, building_key};
use super::settle::with_room;
use super::texts::{Texts, hash};
use super::{aliases, fold};
use crate::domain::document::DocumentKind;
use crate::domain::id::PersonId;
use std::ops::Range;

/// Moves whenever the layout below does.
const FORMAT: u32 = 2;
const MAGIC: &[u8; 8] = b"stiika-i";

/// Why an image cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImageFault {
    /// Of another format, or made with other rules of spelling.
    Other,
    /// Cut or changed.
    Damaged,
}

/// An index with the place in the log of changes up to which it knows everything.
pub struct Image {
    /// The index.
    pub index: Index,
    /// The last row of the log that is in it.
    pub position: i64,
}

impl Index {
    /// The image of the index, which knows the log of changes up to `position`.
    pub fn image(&self, position: i64) -> Vec<u8> {
        let mut out = Out(Vec::with_capacity(self.rows() * 100 + 4096));
        out.0.extend_from_slice(MAGIC);
        out.0.extend_from_slice(&FORMAT.to_le_bytes());
        out.0.extend_from_slice(&rules().to_le_bytes());
        out.0.extend_from_slice(&position.to_le_bytes());
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
        dictionary(&mut out, &self.names);
        homes(&mut out, &self.homes);
        out.u64s(&self.phones.digits);
        out.u32s(&self.phones.rows);
        out.u32s(&self.phones.by_tail);
        papers(&mut out, &self.papers);
        let sum = checksum(&out.0);
        out.0.extend_from_slice(&sum.to_le_bytes());
        out.0
    }

    /// The index of an image. Everything in it is checked, so that no image whatever can make a search fail.
    pub fn of_image(bytes: &[u8]) -> Result<Image, ImageFault> {
        let mut rest = In(bytes);
        if rest.array()? != *MAGIC
            || u32::from_le_bytes(rest.array()?) != FORMAT
            || u64::from_le_bytes(rest.array()?) != rules()
        {
            return Err(ImageFault::Other);
        }
        let (whole, sum) = bytes.split_last_chunk::<8>().ok_or(ImageFault::Damaged)?;
        if checksum(whole) != u64::from_le_bytes(*sum) {
            return Err(ImageFault::Damaged);
        }
        let position = i64::from_le_bytes(rest.array()?);
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
        index.by_given = rest.u32s()?;
        index.by_home = rest.u32s()?;
        index.by_person = rest.u32s()?;
        index.bearers = rest.u32s()?;
        let low = |number: u64| u32::try_from(number & u64::from(u32::MAX)).unwrap_or(0);
        index.ranges = rest.column(|bytes| {
            let range = u64::from_le_bytes(bytes);
            (low(range >> 32), low(range))
        })?;
        index.roles = rest.column(|[roles]| roles)?;
        index.names = read_dictionary(&mut rest, Kind::Names)?;
        index.homes = read_homes(&mut rest)?;
        index.phones = Phones { digits: rest.u64s()?, rows: rest.u32s()?, by_tail: rest.u32s()? };
        index.papers = read_papers(&mut rest)?;
        if rest.0.len() != 8 || !index.holds_together() {
            return Err(ImageFault::Damaged);
        }
        Ok(Image { index, position })
    }

    fn columns(&self) -> [&[u32]; 8] {
        [
            &self.home,
            &self.surnames,
            &self.given,
            &self.patronymics,
            &self.by_given,
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
fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut lanes = [1u64, 2, 3, 4];
    let mut parts = bytes.chunks_exact(32);
    let mut step = |part: &[u8]| {
        for (lane, word) in lanes.iter_mut().zip(part.chunks_exact(8)) {
            let word = word.try_into().map_or(0, u64::from_le_bytes);
            *lane = (*lane ^ word).wrapping_mul(PRIME).rotate_left(29);
        }
    };
    parts.by_ref().for_each(&mut step);
    let mut last = [0; 32];
    last[..parts.remainder().len()].copy_from_slice(parts.remainder());
    step(&last);
    lanes.iter().fold(bytes.len() as u64, |sum, lane| (sum ^ lane).wrapping_mul(PRIME).rotate_left(31))
}

/// Where an image is written to: every column with its length before it.
struct Out(Vec<u8>);

impl Out {
    fn number(&mut self, number: usize) {
        self.0.extend_from_slice(&(number as u64).to_le_bytes());
    }

    fn column<T, const N: usize>(&mut self, column: &[T], bytes: impl Fn(&T) -> [u8; N]) {
        self.number(column.len());
        column.iter().for_each(|cell| self.0.extend_from_slice(&bytes(cell)));
    }

    fn u32s(&mut self, column: &[u32]) {
        self.column(column, |number| number.to_le_bytes());
    }

    fn u64s(&mut self, column: &[u64]) {
        self.column(column, |number| number.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend_from_slice(bytes);
    }
}

/// What is left to read of an image.
struct In<'a>(&'a [u8]);

impl<'a> In<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ImageFault> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ImageFault::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ImageFault> {
        self.take(N)?.try_into().map_err(|_| ImageFault::Damaged)
    }

    fn number(&mut self) -> Result<usize, ImageFault> {
        usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| ImageFault::Damaged)
    }

    fn bytes(&mut self) -> Result<&'a [u8], ImageFault> {
        let count = self.number()?;
        self.take(count)
    }

    fn column<T, const N: usize>(&mut self, cell: impl Fn([u8; N]) -> T) -> Result<Vec<T>, ImageFault> {
        let count = self.number()?.checked_mul(N).ok_or(ImageFault::Damaged)?;
        let (cells, _) = self.take(count)?.as_chunks::<N>();
        Ok(with_room(cells.iter().map(|bytes| cell(*bytes))))
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
    let all = String::from_utf8(rest.bytes()?.to_vec()).map_err(|_| ImageFault::Damaged)?;
    Texts::of(all, rest.u32s()?).ok_or(ImageFault::Damaged)
}

fn keys(out: &mut Out, keys: &Keys) {
    out.bytes(&keys.bytes);
    out.u32s(&keys.ends);
}

fn read_keys(rest: &mut In<'_>) -> Result<Keys, ImageFault> {
    let bytes = rest.bytes()?;
    let ends = rest.u32s()?;
    Keys::of(bytes.to_vec(), ends).ok_or(ImageFault::Damaged)
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
        papers.learn(Shape { kind, key: rest.bytes()?.to_vec() });
    }
    Ok(papers)
}

//! Certificates drawn: an A4 page on its side a person, in a double frame, everything in the middle, signatures at its foot.
//!
//! Pure geometry as in [`super::layout`]. The words are as long as life makes them: a name is set smaller until it stands in one line, the
//! middle as a whole is set smaller until it stands above the signatures.

use super::face::{Faces, Weight};
use super::layout::{A4, LEADING, Laid, MM, Mark, Words};
use crate::domain::certificate::Certificate;
use crate::domain::sheet::Signatory;

/// Width and height of the page.
const PAGE: (f32, f32) = (A4.1, A4.0);
/// The outer line of the frame: from the edge, and how thick.
const OUTER: (f32, f32) = (10.0 * MM, 2.4);
/// The inner line.
const INNER: (f32, f32) = (13.5 * MM, 0.6);
/// The squares in the corners of the inner line.
const CORNER: f32 = 5.0 * MM;
/// Nothing but the frame stands nearer to the edge.
const MARGIN: f32 = 30.0 * MM;
/// Where the middle begins.
const TOP: f32 = 22.0 * MM;
/// Where a single row of signatures begins.
const FOOT: f32 = PAGE.1 - 52.0 * MM;
/// Height of a row of signatures.
const SIGNED: f32 = 42.0;
/// Between the names of those who sign.
const GUTTER: f32 = 10.0 * MM;
const RULE: f32 = 0.6;
/// The longest line to sign on.
const WIDEST_SIGNATURE: f32 = 75.0 * MM;
/// Those who sign stand side by side, so many to a row.
const SIDE_BY_SIDE: usize = 3;

const TITLE: f32 = 44.0;
const NAME: f32 = 30.0;
const COURSE: f32 = 19.0;
const TEXT: f32 = 13.5;
const SMALL: f32 = 9.0;
/// Smaller than this part of its size nothing in the middle is set.
const SMALLEST: f32 = 0.55;
/// A page is tried so many times, each time smaller.
const STEP: f32 = 0.93;

/// Lays every certificate out on a page of its own.
pub(super) fn laid(certificates: &[Certificate], faces: &mut Faces, words: &Words) -> Laid {
    let pages = certificates.iter().map(|certificate| Page { faces, words, marks: Vec::new() }.drawn(certificate));
    Laid { size: PAGE, pages: pages.collect() }
}

/// A piece of the middle: a text in its size, and the room under it.
struct Piece<'a> {
    text: &'a str,
    size: f32,
    weight: Weight,
    below: f32,
    /// A short rule under the last line.
    is_ruled: bool,
    /// Set smaller by itself rather than broken into lines.
    is_one_line: bool,
}

impl<'a> Piece<'a> {
    fn new(text: &'a str, size: f32, weight: Weight, below: f32) -> Self {
        Self { text, size, weight, below, is_ruled: false, is_one_line: false }
    }

    fn ruled(self) -> Self {
        Self { is_ruled: true, ..self }
    }

    fn in_one_line(self) -> Self {
        Self { is_one_line: true, ..self }
    }
}

/// A piece broken into lines.
struct Set {
    lines: Vec<String>,
    size: f32,
    weight: Weight,
    below: f32,
    is_ruled: bool,
}

impl Set {
    fn height(&self) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let lines = self.lines.len() as f32;
        lines * self.size * LEADING + self.below
    }
}

struct Page<'a> {
    faces: &'a mut Faces,
    words: &'a Words,
    marks: Vec<Mark>,
}

impl Page<'_> {
    fn drawn(mut self, certificate: &Certificate) -> Vec<Mark> {
        self.frame();
        self.middle(certificate);
        self.foot(certificate);
        self.marks
    }

    fn ink(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.marks.push(Mark::Ink { x, y, width, height });
    }

    fn rectangle(&mut self, (from_edge, thick): (f32, f32)) {
        let (right, bottom) = (PAGE.0 - from_edge, PAGE.1 - from_edge);
        let (wide, high) = (right - from_edge, bottom - from_edge);
        self.ink(from_edge, from_edge, wide, thick);
        self.ink(from_edge, bottom - thick, wide, thick);
        self.ink(from_edge, from_edge, thick, high);
        self.ink(right - thick, from_edge, thick, high);
    }

    /// Two lines around the page, a light square with a dark heart in each corner.
    fn frame(&mut self) {
        self.rectangle(OUTER);
        self.rectangle(INNER);
        let heart = CORNER / 3.0;
        for x in [INNER.0, PAGE.0 - INNER.0 - CORNER] {
            for y in [INNER.0, PAGE.1 - INNER.0 - CORNER] {
                self.marks.push(Mark::Ground { x, y, width: CORNER, height: CORNER });
                let middle = (CORNER - heart) / 2.0;
                self.ink(x + middle, y + middle, heart, heart);
            }
        }
    }

    /// A line in the middle of a room.
    fn centred(&mut self, (x, room): (f32, f32), y: f32, size: f32, weight: Weight, text: &str) {
        if text.is_empty() {
            return;
        }
        let free = (room - self.faces.width(text, weight, size)).max(0.0);
        self.marks.push(Mark::Text { x: x + free / 2.0, y: y + size, size, weight, text: text.to_owned() });
    }

    fn middle(&mut self, certificate: &Certificate) {
        let course = format!("«{}»", certificate.course);
        let mut pieces = vec![
            Piece::new(&certificate.office, TEXT, Weight::Plain, 16.0).ruled(),
            Piece::new(&certificate.title, TITLE, Weight::Bold, 0.0).in_one_line(),
            Piece::new(&certificate.subtitle, TEXT + 1.5, Weight::Plain, 2.0),
            Piece::new(&certificate.number, TEXT, Weight::Plain, 16.0),
            Piece::new(&certificate.lead, TEXT, Weight::Plain, 6.0),
            Piece::new(&certificate.name, NAME, Weight::Bold, 12.0).in_one_line().ruled(),
            Piece::new(&certificate.verb, TEXT, Weight::Plain, 4.0),
            Piece::new(&course, COURSE, Weight::Bold, 10.0),
        ];
        pieces.extend(certificate.facts.iter().map(|fact| Piece::new(fact, TEXT, Weight::Plain, 1.0)));
        pieces.retain(|piece| !piece.text.is_empty());
        let mut part = 1.0;
        let mut set = self.set(&pieces, part);
        let foot = foot(certificate);
        while height(&set) > foot - TOP && part > SMALLEST {
            part *= STEP;
            set = self.set(&pieces, part);
        }
        let mut y = TOP + (foot - TOP - height(&set)).max(0.0) / 2.0;
        for piece in &set {
            for line in &piece.lines {
                // What no smallness makes room for is left out rather than written over the signatures.
                if y + piece.size * LEADING > foot {
                    return;
                }
                self.centred((MARGIN, PAGE.0 - 2.0 * MARGIN), y, piece.size, piece.weight, line);
                y += piece.size * LEADING;
            }
            if piece.is_ruled {
                let wide = 60.0 * MM;
                self.ink((PAGE.0 - wide) / 2.0, y + 3.0, wide, RULE);
            }
            y += piece.below;
        }
    }

    fn set(&mut self, pieces: &[Piece<'_>], part: f32) -> Vec<Set> {
        let room = PAGE.0 - 2.0 * MARGIN;
        let mut set = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let mut size = piece.size * part;
            let wide = self.faces.width(piece.text, piece.weight, size);
            if piece.is_one_line && wide > room {
                size *= (room / wide).max(SMALLEST);
            }
            let lines = self.faces.wrap(piece.text, piece.weight, size, room);
            set.push(Set { lines, size, weight: piece.weight, below: piece.below * part, is_ruled: piece.is_ruled });
        }
        set
    }

    /// The day, the seal, and who signs: a line, under it what for, the name and the office held.
    fn foot(&mut self, certificate: &Certificate) {
        let room = PAGE.0 - 2.0 * MARGIN;
        let mut y = foot(certificate) + 14.0;
        for row in rows(certificate) {
            #[allow(clippy::cast_precision_loss, reason = "three at most")]
            let count = row.len() as f32;
            let wide = ((room - GUTTER * (count - 1.0)) / count).min(WIDEST_SIGNATURE);
            // A few stand apart, one in each half; many fill the row.
            let gap = ((room - wide * count) / (count + 1.0)).max(0.0);
            let (mut x, gap) = if gap > GUTTER { (MARGIN + gap, gap) } else { (MARGIN, GUTTER) };
            for signatory in row {
                self.signature((x, wide), y, signatory);
                x += wide + gap;
            }
            y += SIGNED;
        }
        let y = PAGE.1 - INNER.0 - 22.0;
        self.marks.push(Mark::Text {
            x: MARGIN,
            y,
            size: SMALL + 1.5,
            weight: Weight::Plain,
            text: certificate.day.clone(),
        });
        let seal = self.faces.width(&certificate.seal, Weight::Plain, SMALL + 1.5);
        let (x, text) = (PAGE.0 - MARGIN - seal, certificate.seal.clone());
        self.marks.push(Mark::Text { x, y, size: SMALL + 1.5, weight: Weight::Plain, text });
    }

    fn signature(&mut self, (x, wide): (f32, f32), y: f32, signatory: &Signatory) {
        let line = y + 10.0;
        self.ink(x, line, wide, RULE);
        let hint = self.words.signature.clone();
        self.centred((x, wide), line + 1.0, SMALL - 2.0, Weight::Plain, &hint);
        let role = self.faces.wrap(&signatory.role, Weight::Plain, SMALL, wide);
        let name = self.faces.wrap(&signatory.name, Weight::Bold, SMALL, wide);
        let mut y = line + SMALL + 2.0;
        for (lines, weight) in [(name, Weight::Bold), (role, Weight::Plain)] {
            if let Some(text) = lines.first() {
                self.centred((x, wide), y, SMALL, weight, text);
            }
            y += SMALL * LEADING;
        }
    }
}

/// Those who sign, row by row; more than two rows no page has room for.
fn rows(certificate: &Certificate) -> impl Iterator<Item = &[Signatory]> {
    certificate.signatories.chunks(SIDE_BY_SIDE).take(2)
}

/// Where the signatures begin: a second row needs its room.
fn foot(certificate: &Certificate) -> f32 {
    if rows(certificate).count() > 1 { FOOT - SIGNED } else { FOOT }
}

fn height(set: &[Set]) -> f32 {
    set.iter().map(Set::height).sum()
}

//! Where everything of a paper stands: pages of texts, lines and bars in points, from the upper left corner.
//!
//! Pure geometry; nothing here knows how a PDF is written. The heading of a table is repeated on every page, a row is never torn, and the
//! signatures never stand on a page without a row of what is signed.

use super::face::{Faces, Weight};
use super::{barcode, certificate};
use crate::domain::date;
use crate::domain::sheet::{Align, Cell, Lie, Print, Row, RowWeight, Sheet};

/// Points in a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;
pub(super) const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);
/// Room at the left for the binder's holes.
const LEFT: f32 = 20.0 * MM;
const RIGHT: f32 = 10.0 * MM;
const TOP: f32 = 12.0 * MM;
const BOTTOM: f32 = 16.0 * MM;

const TITLE: f32 = 13.0;
const TEXT: f32 = 10.0;
const TABLE: f32 = 9.0;
const SMALL: f32 = 7.5;
/// Height of a line in parts of its letters' size.
pub(super) const LEADING: f32 = 1.28;
/// Room around the text of a cell.
const PAD: f32 = 2.5;
/// Height of a row that is signed: a hand needs eight millimetres.
const SIGNED: f32 = 8.0 * MM;
const RULE: f32 = 0.5;
/// The narrowest bar: what a cheap scanner reads from an office printer.
const MODULE: f32 = 0.5 * MM;
const BARS: f32 = 16.0 * MM;

/// Something drawn.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Mark {
    /// A line of text; `y` is where its letters stand.
    Text { x: f32, y: f32, size: f32, weight: Weight, text: String },
    /// A black rectangle: a rule, a bar.
    Ink { x: f32, y: f32, width: f32, height: f32 },
    /// The light ground of a heading.
    Ground { x: f32, y: f32, width: f32, height: f32 },
}

/// A paper laid out.
pub(super) struct Laid {
    /// Width and height of a page.
    pub(super) size: (f32, f32),
    /// What is drawn on each page.
    pub(super) pages: Vec<Vec<Mark>>,
}

/// Words that stand on papers beside the sheet's own.
pub(super) struct Words {
    /// «копія».
    pub(super) copy: String,
    /// «(підпис)».
    pub(super) signature: String,
    /// «стор. 2 з 5» of the page and of all.
    pub(super) page: Box<dyn Fn(usize, usize) -> String>,
}

/// Lays a paper out.
pub(super) fn laid(sheet: &Sheet, faces: &mut Faces, words: &Words) -> Laid {
    if !sheet.certificates.is_empty() {
        return certificate::laid(&sheet.certificates, faces, words);
    }
    let size = match sheet.lie {
        Lie::Portrait => A4,
        Lie::Landscape => (A4.1, A4.0),
    };
    let mut press = Press { sheet, faces, words, size, pages: vec![Vec::new()], y: TOP, columns: Vec::new() };
    press.columns = press.column_places();
    press.head();
    press.table();
    press.ending();
    press.numbers();
    Laid { size, pages: press.pages }
}

struct Press<'a> {
    sheet: &'a Sheet,
    faces: &'a mut Faces,
    words: &'a Words,
    size: (f32, f32),
    pages: Vec<Vec<Mark>>,
    y: f32,
    /// Left edge and width of each column.
    columns: Vec<(f32, f32)>,
}

/// The lines of a row, cell by cell, and its height.
struct Prepared {
    cells: Vec<Vec<String>>,
    height: f32,
}

impl Press<'_> {
    fn width(&self) -> f32 {
        self.size.0 - LEFT - RIGHT
    }

    fn bottom(&self) -> f32 {
        self.size.1 - BOTTOM
    }

    fn draw(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    fn text(&mut self, x: f32, y: f32, size: f32, weight: Weight, text: &str) {
        if !text.is_empty() {
            self.draw(Mark::Text { x, y, size, weight, text: text.to_owned() });
        }
    }

    /// A line of text under the last one.
    fn line(&mut self, align: Align, size: f32, weight: Weight, text: &str) {
        let room = self.width();
        for line in self.faces.wrap(text, weight, size, room) {
            self.place(LEFT, room, self.y, align, size, weight, &line);
            self.y += size * LEADING;
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a place on paper has that many")]
    fn place(&mut self, x: f32, room: f32, y: f32, align: Align, size: f32, weight: Weight, text: &str) {
        let free = (room - self.faces.width(text, weight, size)).max(0.0);
        let indent = match align {
            Align::Left => 0.0,
            Align::Right => free,
            Align::Centre => free / 2.0,
        };
        self.text(x + indent, y + size, size, weight, text);
    }

    fn column_places(&self) -> Vec<(f32, f32)> {
        let all: u32 = self.sheet.columns.iter().map(|column| u32::from(column.weight.max(1))).sum();
        let mut x = LEFT;
        let shares = self.sheet.columns.iter().map(|column| f32::from(column.weight.max(1)));
        #[allow(clippy::cast_precision_loss, reason = "a sum of a few weights")]
        let widths = shares.map(|share| share * self.width() / all as f32);
        widths
            .map(|width| {
                let place = (x, width);
                x += width;
                place
            })
            .collect()
    }

    /// Everything above the table, on the first page.
    fn head(&mut self) {
        let (sheet, words) = (self.sheet, self.words);
        if sheet.print == Print::Copy {
            let copy = words.copy.to_uppercase();
            let wide = self.faces.width(&copy, Weight::Bold, TEXT) + 4.0 * PAD;
            let x = self.size.0 - RIGHT - wide;
            self.frame(x, self.y, wide, TEXT * LEADING + 2.0 * PAD);
            self.place(x, wide, self.y + PAD, Align::Centre, TEXT, Weight::Bold, &copy);
        }
        if !sheet.office.is_empty() {
            let room = self.width() * 0.75;
            for line in self.faces.wrap(&sheet.office, Weight::Plain, TEXT, room) {
                self.place(LEFT, room, self.y, Align::Left, TEXT, Weight::Plain, &line);
                self.y += TEXT * LEADING;
            }
        }
        self.y += 8.0;
        let number = sheet.number.as_ref().map(|number| format!(" № {number}")).unwrap_or_default();
        self.line(Align::Centre, TITLE, Weight::Bold, &format!("{}{number}", sheet.title));
        if let Some(day) = sheet.date {
            self.line(Align::Centre, TEXT, Weight::Plain, &date::show(day));
        }
        self.y += 6.0;
        self.bars();
        for fact in &sheet.head {
            self.fact(&fact.name, &fact.value);
        }
        self.y += 6.0;
    }

    /// A named fact: its name, then what it says, further lines under that.
    fn fact(&mut self, name: &str, value: &str) {
        let name = format!("{name}: ");
        let indent = self.faces.width(&name, Weight::Plain, TEXT).min(self.width() * 0.5);
        self.text(LEFT, self.y + TEXT, TEXT, Weight::Plain, &name);
        let room = self.width() - indent;
        for line in self.faces.wrap(value, Weight::Bold, TEXT, room) {
            self.place(LEFT + indent, room, self.y, Align::Left, TEXT, Weight::Bold, &line);
            self.y += TEXT * LEADING;
        }
        self.y += 1.5;
    }

    /// The digits as bars, the digits under them.
    fn bars(&mut self) {
        let Some((digits, bars)) =
            self.sheet.barcode.as_ref().and_then(|digits| Some((digits, barcode::bars(digits)?)))
        else {
            return;
        };
        #[allow(clippy::cast_precision_loss, reason = "some hundred modules")]
        let wide = |modules: u32| modules as f32 * MODULE;
        let all = wide(bars.iter().sum::<u32>());
        // Nothing else stands beside the bars: what is white around them is wider than the quiet zone.
        debug_assert!(self.width() - all > 2.0 * wide(barcode::QUIET));
        let mut x = LEFT + (self.width() - all) / 2.0;
        for (place, modules) in bars.into_iter().enumerate() {
            let width = wide(modules);
            if place % 2 == 0 {
                self.draw(Mark::Ink { x, y: self.y, width, height: BARS });
            }
            x += width;
        }
        self.y += BARS + 3.0;
        let room = self.width();
        self.place(LEFT, room, self.y, Align::Centre, TEXT, Weight::Plain, digits);
        self.y += TEXT * LEADING + 8.0;
    }

    fn frame(&mut self, x: f32, y: f32, width: f32, height: f32) {
        for (x, y, width, height) in [
            (x, y, width, RULE),
            (x, y + height - RULE, width, RULE),
            (x, y, RULE, height),
            (x + width - RULE, y, RULE, height),
        ] {
            self.draw(Mark::Ink { x, y, width, height });
        }
    }

    fn break_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
        let sheet = self.sheet;
        let number = sheet.number.as_ref().map(|number| format!(" № {number}")).unwrap_or_default();
        let copy = match sheet.print {
            Print::Copy => format!(" · {}", self.words.copy),
            Print::Original => String::new(),
        };
        self.line(Align::Left, SMALL, Weight::Plain, &format!("{}{number}{copy}", sheet.title));
        self.y += 3.0;
    }

    fn table(&mut self) {
        if self.columns.is_empty() {
            return;
        }
        let sheet = self.sheet;
        self.headings();
        let ending = self.ending_height();
        for (place, row) in sheet.rows.iter().enumerate() {
            let prepared = self.prepared(row);
            let is_last = place + 1 == sheet.rows.len();
            let needed = prepared.height + if is_last { ending } else { 0.0 };
            // The last row goes over with the signatures, unless even a fresh page would not hold them together.
            let fits_a_page = needed < self.bottom() - TOP - 60.0;
            let needed = if fits_a_page { needed } else { prepared.height };
            if self.y + needed > self.bottom() {
                self.break_page();
                self.headings();
            }
            self.row(row, &prepared);
        }
        self.totals();
    }

    fn headings(&mut self) {
        let sheet = self.sheet;
        let cells: Vec<Vec<String>> = sheet
            .columns
            .iter()
            .zip(self.columns.clone())
            .map(|(column, (_, width))| self.faces.wrap(&column.title, Weight::Bold, SMALL, width - 2.0 * PAD))
            .collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let height = tall(lines, SMALL);
        self.draw(Mark::Ground { x: LEFT, y: self.y, width: self.width(), height });
        for (lines, (x, width)) in cells.iter().zip(self.columns.clone()) {
            self.frame(x, self.y, width + RULE, height + RULE);
            self.cell(lines, x, width, Align::Centre, SMALL, Weight::Bold);
        }
        self.y += height;
    }

    fn prepared(&mut self, row: &Row) -> Prepared {
        if row.weight == RowWeight::Heading {
            let text = row.cells.first().map(Cell::shown).unwrap_or_default();
            let room = self.width() - 2.0 * PAD;
            let lines = self.faces.wrap(&text, Weight::Bold, TABLE, room);
            return Prepared { height: tall(lines.len(), TABLE), cells: vec![lines] };
        }
        let most = self.most_lines();
        let cells: Vec<Vec<String>> = (self.columns.clone().into_iter().enumerate())
            .map(|(place, (_, width))| {
                let text = row.cells.get(place).map(Cell::shown).unwrap_or_default();
                let mut lines = self.faces.wrap(&text, Weight::Plain, TABLE, width - 2.0 * PAD);
                lines.truncate(most);
                lines
            })
            .collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let least = if row.cells.contains(&Cell::Signature) { SIGNED } else { 0.0 };
        Prepared { height: tall(lines, TABLE).max(least), cells }
    }

    /// As many lines as a row may have and still stand on a page of its own.
    fn most_lines(&self) -> usize {
        let room = (self.bottom() - TOP - 80.0) / (TABLE * LEADING);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some fifty lines")]
        let most = room as usize;
        most.max(1)
    }

    fn row(&mut self, row: &Row, prepared: &Prepared) {
        let height = prepared.height;
        if row.weight == RowWeight::Heading {
            let width = self.width();
            self.frame(LEFT, self.y, width + RULE, height + RULE);
            if let Some(lines) = prepared.cells.first() {
                self.cell(lines, LEFT, width, Align::Left, TABLE, Weight::Bold);
            }
            self.y += height;
            return;
        }
        let sheet = self.sheet;
        for ((lines, (x, width)), column) in prepared.cells.iter().zip(self.columns.clone()).zip(&sheet.columns) {
            self.frame(x, self.y, width + RULE, height + RULE);
            self.cell(lines, x, width, column.align, TABLE, Weight::Plain);
        }
        self.y += height;
    }

    fn cell(&mut self, lines: &[String], x: f32, width: f32, align: Align, size: f32, weight: Weight) {
        let mut y = self.y + PAD;
        for line in lines {
            self.place(x + PAD, width - 2.0 * PAD, y, align, size, weight, line);
            y += size * LEADING;
        }
    }

    fn totals(&mut self) {
        let sheet = self.sheet;
        for total in &sheet.totals {
            let height = tall(1, TABLE);
            if self.y + height > self.bottom() {
                self.break_page();
                self.headings();
            }
            let first = total.cells.iter().map(|(place, _)| *place).min().unwrap_or(self.columns.len());
            let named: f32 = self.columns.iter().take(first).map(|(_, width)| width).sum();
            self.frame(LEFT, self.y, named.max(RULE) + RULE, height + RULE);
            self.place(LEFT + PAD, named - 2.0 * PAD, self.y + PAD, Align::Left, TABLE, Weight::Bold, &total.name);
            for (place, (x, width)) in self.columns.clone().into_iter().enumerate().skip(first) {
                self.frame(x, self.y, width + RULE, height + RULE);
                let align = sheet.columns.get(place).map_or(Align::Left, |column| column.align);
                if let Some((_, cell)) = total.cells.iter().find(|(at, _)| *at == place) {
                    self.cell(&[cell.shown()], x, width, align, TABLE, Weight::Bold);
                }
            }
            self.y += height;
        }
    }

    /// What the end of the paper needs under its last row.
    fn ending_height(&mut self) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let totals = self.sheet.totals.len() as f32 * tall(1, TABLE);
        totals + self.closing_height()
    }

    fn closing_height(&mut self) -> f32 {
        let (sheet, room) = (self.sheet, self.width());
        let mut lines = |text: &str, size: f32| {
            #[allow(clippy::cast_precision_loss, reason = "a few lines")]
            let count = self.faces.wrap(text, Weight::Plain, size, room).len() as f32;
            count * size * LEADING
        };
        let closing: f32 = sheet.closing.iter().map(|sentence| lines(sentence, TEXT)).sum();
        let legal = if sheet.legal.is_empty() { 0.0 } else { lines(&sheet.legal, SMALL) + 8.0 };
        #[allow(clippy::cast_precision_loss, reason = "a few people")]
        let signed = sheet.signatories.len() as f32 * SIGNATURE;
        8.0 + closing + signed + legal
    }

    /// Sentences, signatures and the law.
    fn ending(&mut self) {
        let sheet = self.sheet;
        let needed = self.closing_height();
        if self.y + needed > self.bottom() {
            self.break_page();
        }
        self.y += 8.0;
        for sentence in &sheet.closing {
            self.line(Align::Left, TEXT, Weight::Plain, sentence);
        }
        for signatory in &sheet.signatories {
            if self.y + SIGNATURE > self.bottom() {
                self.break_page();
            }
            self.signature(&signatory.role, &signatory.name);
        }
        if !sheet.legal.is_empty() {
            self.y += 8.0;
            self.line(Align::Left, SMALL, Weight::Plain, &sheet.legal);
        }
    }

    /// «Видав ____________ Коваленко О. П.», under the line what it is for.
    fn signature(&mut self, role: &str, name: &str) {
        let width = self.width();
        let y = self.y + 10.0;
        let (rule, room) = (LEFT + width * 0.4, width * 0.25);
        let role = self.faces.wrap(role, Weight::Plain, TEXT, width * 0.38);
        for (at, line) in role.iter().take(2).enumerate() {
            #[allow(clippy::cast_precision_loss, reason = "two lines")]
            let y = y + at as f32 * TEXT * LEADING;
            self.place(LEFT, width * 0.38, y, Align::Left, TEXT, Weight::Plain, line);
        }
        let base = y + TEXT + 1.5;
        self.draw(Mark::Ink { x: rule, y: base, width: room, height: RULE });
        let words = self.words;
        self.place(rule, room, base + 1.0, Align::Centre, SMALL, Weight::Plain, &words.signature);
        let x = LEFT + width * 0.68;
        if name.is_empty() {
            self.draw(Mark::Ink { x, y: base, width: width * 0.32, height: RULE });
        } else {
            let lines = self.faces.wrap(name, Weight::Plain, TEXT, width * 0.32);
            for (at, line) in lines.iter().take(2).enumerate() {
                #[allow(clippy::cast_precision_loss, reason = "two lines")]
                let y = y + at as f32 * TEXT * LEADING;
                self.place(x, width * 0.32, y, Align::Left, TEXT, Weight::Plain, line);
            }
        }
        self.y += SIGNATURE;
    }

    /// «стор. 2 з 5» at the foot of every page of a paper that has several.
    fn numbers(&mut self) {
        let all = self.pages.len();
        if all < 2 {
            return;
        }
        let y = self.size.1 - BOTTOM + 10.0;
        for page in 1..=all {
            let text = (self.words.page)(page, all);
            let free = self.width() - self.faces.width(&text, Weight::Plain, SMALL);
            if let Some(marks) = self.pages.get_mut(page - 1) {
                marks.push(Mark::Text { x: LEFT + free, y: y + SMALL, size: SMALL, weight: Weight::Plain, text });
            }
        }
    }
}

/// Height of the place of one signature.
const SIGNATURE: f32 = 34.0;

/// Height of a row of so many lines.
fn tall(lines: usize, size: f32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "some fifty lines")]
    let lines = lines.max(1) as f32;
    lines * size * LEADING + 2.0 * PAD
}

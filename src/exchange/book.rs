//! A file opened through the door to files: what the desk's import stands on. The desk knows only the office's words for it
//! (`office::intake`).

use super::families::{self, Read, Setting};
use super::fault::{Fault, Notice};
use super::guess::{self, TARGETS};
use super::header::{self, Header};
use super::sheet::{Contents, Sheet, SheetError};
use super::{column, tidy};
use crate::office::intake::{
    Book, Checked, FULL_NAME, Going, Grouping, HeadingLine, Headings, IntakeSetting, Mapping, Mark, Preview, Said,
    SheetLine, Sure, Weight,
};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Values of a column that are shown beside its heading.
const SAMPLES: usize = 3;

/// A file that was read.
#[derive(Debug)]
pub struct Opened {
    sheets: Vec<Contents>,
}

impl Opened {
    /// The sheets of a file.
    pub fn of(sheets: Vec<Contents>) -> Self {
        Self { sheets }
    }

    fn sheet(&self, place: usize) -> Result<&Sheet, Said> {
        let contents = self.sheets.get(place).ok_or_else(|| Said::of(&SheetError::Empty))?;
        contents.sheet.as_ref().map_err(|fault| Said::of(fault))
    }

    fn recognised(&self, place: usize, remembered: &[Mapping]) -> usize {
        let header = self.sheet(place).ok().and_then(|sheet| header::find(sheet, None, remembered));
        header.map_or(0, |header| header.recognised)
    }
}

impl Book for Opened {
    fn sheets(&self) -> Vec<SheetLine> {
        let line = |(place, contents): (usize, &Contents)| SheetLine {
            name: contents.name.clone(),
            rows: contents.sheet.as_ref().map_or(0, |sheet| sheet.rows.len()),
            recognised: self.recognised(place, &[]),
            fault: contents.sheet.as_ref().err().map(|fault| Said::of(fault)),
        };
        self.sheets.iter().enumerate().map(line).collect()
    }

    fn offered(&self, remembered: &[Mapping]) -> usize {
        let places = 0..self.sheets.len();
        let first = places.clone().find(|place| self.recognised(*place, remembered) >= 2);
        let is_filled = |place: &usize| self.sheet(*place).is_ok_and(|sheet| !sheet.rows.is_empty());
        first.or_else(|| places.clone().find(is_filled)).unwrap_or(0)
    }

    fn headings(
        &self,
        sheet: usize,
        header: Option<usize>,
        remembered: &[Mapping],
        setting: &IntakeSetting,
    ) -> Result<Headings, Said> {
        let rows = self.sheet(sheet)?;
        let header = header::find(rows, header, remembered).ok_or_else(|| Said::of(&SheetError::Empty))?;
        Ok(headings(sheet, rows, &header, remembered, setting))
    }

    fn check(
        &self,
        headings: &Headings,
        left_out: &BTreeSet<usize>,
        setting: &IntakeSetting,
        going: Going<'_>,
    ) -> Result<Option<Checked>, Said> {
        if let Some(fault) = headings.fault() {
            return Err(fault);
        }
        let sheet = self.sheet(headings.sheet)?;
        Ok(check(sheet, headings, left_out, setting, going))
    }
}

/// What the columns under a heading seem to mean.
fn headings(place: usize, sheet: &Sheet, header: &Header, remembered: &[Mapping], setting: &IntakeSetting) -> Headings {
    let rows = sheet.rows.get(header.first + header.rows..).unwrap_or_default();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(header.headings.len());
    let cells = |place: usize| rows.iter().filter_map(move |row| row.cells.get(place).map(String::as_str));
    let signature = header.signature();
    let known = remembered.iter().find(|mapping| mapping.headings == signature && !signature.is_empty());
    let mut guesses: Vec<Option<(&'static str, Sure)>> = (0..width)
        .map(|place| match known {
            Some(mapping) => {
                let target = mapping.targets.get(place)?;
                TARGETS.iter().find(|known| *known == target).map(|target| (*target, Sure::Remembered))
            }
            None => guess::by_words(header.headings.get(place)?),
        })
        .collect();
    if known.is_none() {
        // A whole name under «Прізвище» is common; the cells know better than the heading.
        let whole = |place: usize| guess::by_content(cells(place), setting.today) == Some(FULL_NAME);
        let has_given = guesses.iter().flatten().any(|(target, _)| *target == "given_name");
        for (place, guess) in guesses.iter_mut().enumerate() {
            if guess.is_some_and(|(target, _)| target == "surname") && !has_given && whole(place) {
                *guess = Some((FULL_NAME, Sure::Content));
            }
        }
        guess::settle(&mut guesses);
        for place in 0..width {
            let heading = header.headings.get(place).map_or("", String::as_str);
            if guesses[place].is_some() || column::is_running_number(heading) {
                continue;
            }
            let names = ["surname", "given_name", FULL_NAME];
            let taken = |target: &str| {
                let is_name = target == FULL_NAME && guesses.iter().flatten().any(|(known, _)| names.contains(known));
                is_name || guesses.iter().flatten().any(|(known, _)| *known == target)
            };
            // A heading that says something else is not overruled by a date below it: «дата видачі».
            let target = guess::by_content(cells(place), setting.today);
            let is_dated = target == Some("birth_date") && !heading.is_empty();
            guesses[place] = target.filter(|target| !taken(target) && !is_dated).map(|target| (target, Sure::Content));
        }
    }
    let titles = titles(&header.headings, width);
    let columns = (0..width).zip(titles).filter_map(|(place, heading)| {
        let samples: Vec<String> = cells(place).map(one_line).filter(|cell| !cell.is_empty()).take(SAMPLES).collect();
        let said = header.headings.get(place).map_or("", String::as_str);
        if (samples.is_empty() && guesses[place].is_none()) || column::is_running_number(said) {
            return None;
        }
        let (target, sure) = guesses[place].map_or((None, Sure::Not), |(target, sure)| (Some(target), sure));
        let sure = if known.is_some() && target.is_none() { Sure::Remembered } else { sure };
        Some(HeadingLine { place, heading, samples, target, sure })
    });
    let mut headings = Headings {
        sheet: place,
        header: sheet.rows.get(header.first).map_or(1, |row| row.number),
        header_rows: header.rows,
        above: header.first.checked_sub(1).and_then(|place| sheet.rows.get(place)).map(|row| row.number),
        below: sheet.rows.get(header.first + 1).map(|row| row.number),
        rows: rows.len(),
        columns: columns.collect(),
        targets: &TARGETS,
        grouping: known.map(|mapping| mapping.grouping).unwrap_or_default(),
        signature,
    };
    if known.is_none() {
        headings.grouping = match (headings.has("family"), headings.has("relation")) {
            (true, _) => Grouping::Column,
            (false, true) => Grouping::Head,
            (false, false) => Grouping::Row,
        };
    }
    headings
}

/// Headings as they are shown: letters where a column has none, letters behind one that is there already.
fn titles(headings: &[String], width: usize) -> Vec<String> {
    let mut titles: Vec<String> = Vec::with_capacity(width);
    let mut seen = BTreeSet::new();
    for place in 0..width {
        let heading = headings.get(place).map_or("", |heading| heading.trim());
        let letters = column::letters(place);
        let title = match heading {
            "" => letters,
            heading if seen.contains(heading) => format!("{heading} ({letters})"),
            heading => heading.to_owned(),
        };
        seen.insert(title.clone());
        titles.push(title);
    }
    titles
}

/// Letters of a sample; the screen has room for less.
const SAMPLE_LETTERS: usize = 40;

fn one_line(cell: &str) -> String {
    let short: String = cell.chars().take(SAMPLE_LETTERS).collect();
    crate::domain::name::clean(&short)
}

fn check(
    sheet: &Sheet,
    headings: &Headings,
    left_out: &BTreeSet<usize>,
    setting: &IntakeSetting,
    going: Going<'_>,
) -> Option<Checked> {
    let first = sheet.rows.iter().position(|row| row.number == headings.header).unwrap_or(0) + headings.header_rows;
    let under = sheet.rows.get(first..).unwrap_or_default();
    let broken: Vec<_> = sheet
        .broken
        .iter()
        .filter(|cell| !left_out.contains(&cell.row) && under.first().is_some_and(|row| cell.row >= row.number))
        .cloned()
        .collect();
    if !going(0, under.len()) {
        return None;
    }
    let tidied = tidy::tidy(under, &broken, headings, left_out, setting);
    let community = setting.community.as_deref();
    let reading = Setting { today: setting.today, categories: &setting.categories, names: &setting.names, community };
    let Read { taken, faults, notices } = families::take(&tidied.layout, &tidied.rows, &tidied.broken, reading, going)?;
    let places: HashMap<&str, usize> =
        headings.columns.iter().map(|column| (column.heading.as_str(), column.place)).collect();
    let at = |row: usize| under.partition_point(|known| known.number < row);
    let of_fault = |fault: &Fault| Mark {
        at: at(fault.row),
        place: places.get(fault.column.as_str()).copied(),
        weight: Weight::Fault,
        said: Said::of(fault),
        heading: fault.column.clone(),
    };
    let of_notice = |notice: &Notice| Mark {
        at: at(notice.row),
        place: places.get(notice.column.as_str()).copied(),
        weight: Weight::Warning,
        said: Said::of(notice),
        heading: notice.column.clone(),
    };
    let mut marks: Vec<Mark> = faults.iter().map(of_fault).chain(notices.iter().map(of_notice)).collect();
    marks.sort_by_key(|mark| (mark.at, mark.weight));
    let columns = headings.columns.iter().filter_map(|column| {
        let target = column.target?;
        Some((column.place, column.heading.clone(), target))
    });
    let rows: Vec<Vec<usize>> = taken.rows().iter().map(|rows| rows.iter().map(|row| at(*row)).collect()).collect();
    let preview = Preview {
        columns: columns.collect(),
        marks,
        families: taken.batch.families.len(),
        singles: taken.batch.singles.len(),
        rows: Arc::new(under.to_vec()),
    };
    Some(Checked { preview, batch: taken.batch, rows })
}

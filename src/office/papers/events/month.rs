//! The register of a month as everybody knows it from school: people down, days across, a sum at the end of each row and column.

use super::super::Paper;
use super::super::words::PaperWords;
use super::About;
use crate::domain::sheet::{Cell, Column, Lie, Row, Sheet, Total};
use chrono::{Datelike, NaiveDate};

/// With more days than these the paper is laid on its side.
const UPRIGHT_DAYS: usize = 10;

/// A mark of the grid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::office::papers) enum GridMark {
    Present,
    Absent,
    Excused,
}

/// A session of the month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::office::papers) struct GridColumn {
    /// Its day.
    pub(in crate::office::papers) held_on: NaiveDate,
    /// When it begins, said where two sessions are on one day.
    pub(in crate::office::papers) begins: String,
    /// How many came without a name.
    pub(in crate::office::papers) heads: u32,
}

/// A person of the register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::office::papers) struct GridRow {
    /// Who.
    pub(in crate::office::papers) name: String,
    /// Their mark by column.
    pub(in crate::office::papers) marks: Vec<Option<GridMark>>,
}

/// The register of a month.
pub(in crate::office::papers) struct Grid {
    pub(in crate::office::papers) about: About,
    /// Any day of the month.
    pub(in crate::office::papers) month: NaiveDate,
    pub(in crate::office::papers) columns: Vec<GridColumn>,
    pub(in crate::office::papers) rows: Vec<GridRow>,
}

impl Grid {
    pub(in crate::office::papers) fn paper(&self, words: &PaperWords<'_>) -> Paper {
        let mut columns =
            vec![Column::numbers(words.t("paper-column-line"), 3), Column::words(words.t("paper-column-name"), 16)];
        columns.extend(self.columns.iter().map(|column| Column::marks(self.heading(column), 3)));
        columns.push(Column::numbers(words.t("paper-column-came-times"), 5));
        let rows = (1_i64..).zip(&self.rows).map(|(place, row)| {
            let marks = (0..self.columns.len()).map(|at| row.marks.get(at).copied().flatten());
            let cells = marks.clone().map(|mark| match mark {
                Some(GridMark::Present) => Cell::Text(words.t("paper-mark-present")),
                Some(GridMark::Absent) => Cell::Text(words.t("paper-mark-absent")),
                Some(GridMark::Excused) => Cell::Text(words.t("paper-mark-excused")),
                None => Cell::Empty,
            });
            let came = marks.filter(|mark| *mark == Some(GridMark::Present)).count();
            let first = [Cell::Count(place), Cell::Text(row.name.clone())];
            Row::of(first.into_iter().chain(cells).chain([count(came)]))
        });
        let last = self.columns.len() + 2;
        let came_at = |at: usize| {
            self.rows.iter().filter(|row| row.marks.get(at).copied().flatten() == Some(GridMark::Present)).count()
        };
        let came: Vec<usize> = (0..self.columns.len()).map(came_at).collect();
        // Under a day that nobody has marked yet there is room to write.
        let is_marked = |at: usize| {
            let has_mark = self.rows.iter().any(|row| row.marks.get(at).copied().flatten().is_some());
            has_mark || self.columns.get(at).is_some_and(|column| column.heads > 0)
        };
        let sum = |name: &str, by_column: Vec<usize>| {
            let whole = by_column.iter().sum::<usize>();
            let cells = by_column.into_iter().enumerate();
            let cells = cells.map(|(at, sum)| (at + 2, if is_marked(at) { count(sum) } else { Cell::Empty }));
            Total { name: words.t(name), cells: cells.chain([(last, count(whole))]).collect() }
        };
        let mut totals = vec![sum("paper-total-came", came.clone())];
        // Whoever came without a name is another number, never added to the names.
        let heads: Vec<usize> =
            self.columns.iter().map(|column| usize::try_from(column.heads).unwrap_or(usize::MAX)).collect();
        if heads.iter().any(|heads| *heads > 0) {
            totals.push(sum("paper-total-heads", heads));
        }
        let different =
            self.rows.iter().filter(|row| row.marks.iter().flatten().any(|mark| *mark == GridMark::Present)).count();
        let values = [
            ("sessions", self.columns.len().into()),
            ("visits", came.iter().sum::<usize>().into()),
            ("people", different.into()),
        ];
        let (year, month) = (self.month.year(), self.month.month());
        let when = words.tv("paper-month", &[("month", month.into()), ("year", i64::from(year).into())]);
        let sheet = Sheet {
            office: words.office.to_owned(),
            title: words.t("paper-title-month"),
            lie: if self.columns.len() > UPRIGHT_DAYS { Lie::Landscape } else { Lie::Portrait },
            head: self.about.facts(&when, words),
            columns,
            rows: rows.collect(),
            totals,
            closing: vec![words.tv("paper-closing-month", &values), words.t("paper-marks-legend")],
            signatories: self.about.signatories(words),
            legal: words.settings.legal_basis.clone(),
            ..Sheet::default()
        };
        Paper { name: words.tv("paper-file-month", &[("month", format!("{year}-{month:02}").into())]), sheet }
    }

    /// The day; where there are two sessions on it, when each begins.
    fn heading(&self, column: &GridColumn) -> String {
        let day = column.held_on.format("%d.%m").to_string();
        let is_shared = self.columns.iter().filter(|other| other.held_on == column.held_on).count() > 1;
        if is_shared && !column.begins.is_empty() { format!("{day} {}", column.begins) } else { day }
    }
}

fn count(count: usize) -> Cell {
    Cell::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

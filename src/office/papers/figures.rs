//! Events in numbers on paper: the numbers with what each of them means, and the people or sessions behind one.

use super::Paper;
use super::words::PaperWords;
use crate::domain::aid::AidCatalogue;
use crate::domain::date;
use crate::domain::event::figures::{EventFigures, FigureScope, Head, Part, Which};
use crate::domain::sheet::{Cell, Column, Fact, Row, Sheet};
use crate::domain::staff::Right;
use crate::office::events::number_words;
use crate::office::events::numbers::{FigurePeople, FigureSessions};
use crate::office::{Office, OfficeError};
use crate::store::events;
use crate::store::stock::catalogue;
use crate::text::Texts;
use chrono::NaiveDate;

/// First and last day.
type Days = (NaiveDate, NaiveDate);

impl Office {
    pub(super) fn figures_paper(
        &mut self,
        scope: &FigureScope,
        days: Days,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let figures = self.event_figures(scope, days.0, days.1)?;
        let (texts, catalogue) = self.named_programmes(texts)?;
        Ok(numbers(&figures, scope, &self.words(&texts, &catalogue)))
    }

    /// Who stands behind a number. Errors: `NotAllowed(SeeSensitive)` for a category that never stands on paper, whoever prints it.
    pub(super) fn figure_people_paper(
        &mut self,
        scope: &FigureScope,
        days: Days,
        which: &Which,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        self.may_be_printed(which)?;
        let figures = self.event_figures(scope, days.0, days.1)?;
        let people = self.figure_people(scope, days, which)?;
        let (texts, catalogue) = self.named_programmes(texts)?;
        Ok(names(&people, &figures, (scope, which), &self.words(&texts, &catalogue)))
    }

    /// The sessions behind a number. Errors: as [`Office::figure_people_paper`].
    pub(super) fn figure_sessions_paper(
        &mut self,
        scope: &FigureScope,
        days: Days,
        which: &Which,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        self.may_be_printed(which)?;
        let figures = self.event_figures(scope, days.0, days.1)?;
        let sessions = self.figure_sessions(scope, days, which)?;
        let (texts, catalogue) = self.named_programmes(texts)?;
        Ok(held(&sessions, &figures, (scope, which), &self.words(&texts, &catalogue)))
    }

    fn may_be_printed(&self, which: &Which) -> Result<(), OfficeError> {
        match which {
            Which::Category(code) if self.sensitive.covers(code) => Err(OfficeError::NotAllowed(Right::SeeSensitive)),
            _ => Ok(()),
        }
    }

    /// Texts that say the office's own programmes and kinds of events too.
    fn named_programmes(&mut self, texts: &Texts) -> Result<(Texts, AidCatalogue), OfficeError> {
        let (catalogue, events) = self.store.read(|tx| Ok((catalogue::read(tx)?, events::catalogue(tx)?)))?;
        let categories = self.catalogue().clone();
        let programmes = catalogue.programmes.iter().map(|own| ("programme", own.code.as_str(), own.name.as_str()));
        let kinds = events.kinds.iter().map(|own| ("event_kind", own.code.as_str(), own.name.as_str()));
        let names = programmes.chain(kinds).filter(|(_, _, name)| !name.is_empty());
        let names = names.chain(categories.category_names(false).map(|(code, own)| ("category", code, own)));
        Ok((texts.with_names(names), catalogue))
    }
}

/// The head of every one of these papers: of what, of which days.
fn head(figures: &EventFigures, scope: &FigureScope, words: &PaperWords<'_>) -> Vec<Fact> {
    let (from, until) = (date::show(figures.from), date::show(figures.until));
    let days = match scope {
        FigureScope::Session(_) => from,
        _ if figures.is_always() => words.t("figure-time-always"),
        _ => format!("{from} – {until}"),
    };
    let of = number_words::scope(scope, Some(figures), words.texts);
    [words.fact("paper-fact-figures", of), words.fact("paper-fact-period", days)].into_iter().flatten().collect()
}

/// The name of a file: nothing of a person is in it.
fn file(id: &str, figures: &EventFigures, words: &PaperWords<'_>) -> String {
    let (from, until) = if figures.is_always() {
        (words.t("figure-time-always"), String::new())
    } else {
        (figures.from.to_string(), figures.until.to_string())
    };
    words.tv(id, &[("from", from.into()), ("until", until.into())]).trim_end().to_owned()
}

fn count(number: u32) -> Cell {
    Cell::Count(i64::from(number))
}

fn maybe(number: Option<u32>) -> Cell {
    number.map_or(Cell::Empty, count)
}

fn numbers(figures: &EventFigures, scope: &FigureScope, words: &PaperWords<'_>) -> Paper {
    let mut rows = Vec::new();
    let mut last = None;
    let on_paper = figures.rows.iter().filter(|row| match &row.which {
        Which::Category(code) => !words.hidden.covers(code),
        _ => true,
    });
    for row in on_paper {
        if last != Some(row.part) && !matches!(row.part, Part::Whole | Part::Unnamed) {
            rows.push(Row::heading(words.t(&format!("figure-part-{}", row.part.code()))));
        }
        last = Some(row.part);
        let name = Cell::Text(number_words::row(&row.which, figures, words.texts));
        rows.push(Row::of([name, maybe(row.sessions), count(row.visits), maybe(row.people)]));
        if let (Which::All, Some(average)) = (&row.which, figures.average()) {
            let average = Cell::Text(number_words::tenths(average, words.texts));
            rows.push(Row::of([Cell::Text(words.t("figure-average")), Cell::Empty, average, Cell::Empty]));
        }
    }
    // What the numbers mean goes with them: whoever reads the paper has no screen to ask.
    let mut why = vec!["figure-why-sessions", "figure-why-visits", "figure-why-people", "figure-why-children"];
    let has = |part| figures.rows.iter().any(|row| row.part == part);
    why.extend(has(Part::Age).then_some("figure-why-age"));
    why.extend(has(Part::Category).then_some("figure-why-category"));
    let mut closing: Vec<String> = why.into_iter().map(|id| words.t(id)).collect();
    if figures.open > 0 {
        closing.push(words.tv("paper-figures-open", &[("count", figures.open.into())]));
    }
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.t("paper-title-figures"),
        head: head(figures, scope, words),
        columns: vec![
            Column::words(words.t("paper-column-figure"), 10),
            Column::numbers(words.t("figures-column-sessions"), 4),
            Column::numbers(words.t("figures-column-visits"), 5),
            Column::numbers(words.t("figures-column-people"), 4),
        ],
        rows,
        closing,
        signatories: words.also_sign(),
        ..Sheet::default()
    };
    Paper { name: file("paper-file-figures", figures, words), sheet }
}

fn names(
    people: &FigurePeople,
    figures: &EventFigures,
    (scope, which): (&FigureScope, &Which),
    words: &PaperWords<'_>,
) -> Paper {
    let rows = (1_i64..).zip(&people.rows).map(|(place, row)| {
        Row::of([
            Cell::Count(place),
            Cell::Text(row.name.full()),
            Cell::text(row.birth.map(date::show_birth).unwrap_or_default()),
            Cell::text(row.family.map(|(_, number)| number.to_string()).unwrap_or_default()),
            count(row.visits),
            Cell::Day(row.first_on),
            Cell::Day(row.last_on),
        ])
    });
    let rows: Vec<Row> = rows.collect();
    let visits: u32 = people.rows.iter().map(|row| row.visits).sum();
    let mut closing =
        vec![words.tv("paper-figures-people", &[("people", people.rows.len().into()), ("visits", visits.into())])];
    if *which == Which::All {
        let heads: u32 = Head::ALL.into_iter().map(|head| head.of(figures.heads)).sum();
        closing.extend((heads > 0).then(|| words.tv("paper-figures-heads", &[("count", heads.into())])));
    }
    if people.left_out_visits > 0 {
        let values = [("people", people.left_out.into()), ("visits", people.left_out_visits.into())];
        closing.push(words.tv("paper-figures-left-out", &values));
    }
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.t("paper-title-figure-people"),
        head: of_row(figures, scope, which, words),
        columns: vec![
            Column::numbers(words.t("paper-column-line"), 2),
            Column::words(words.t("figures-column-name"), 10),
            Column::marks(words.t("figures-column-birth"), 4),
            Column::marks(words.t("figures-column-family"), 4),
            Column::numbers(words.t("figures-column-times"), 3),
            Column::marks(words.t("paper-column-first"), 4),
            Column::marks(words.t("paper-column-last"), 4),
        ],
        rows,
        closing,
        signatories: words.also_sign(),
        ..Sheet::default()
    };
    Paper { name: file("paper-file-figure-people", figures, words), sheet }
}

fn held(
    sessions: &FigureSessions,
    figures: &EventFigures,
    (scope, which): (&FigureScope, &Which),
    words: &PaperWords<'_>,
) -> Paper {
    let rows = (1_i64..).zip(&sessions.rows).map(|(place, row)| {
        let title = Cell::text(row.title.as_str());
        Row::of([Cell::Count(place), Cell::Day(row.held_on), title, count(row.named), count(row.heads)])
    });
    let rows: Vec<Row> = rows.collect();
    let mut closing = vec![words.tv("paper-figures-sessions", &[("count", sessions.rows.len().into())])];
    if sessions.left_out > 0 {
        closing.push(words.tv("paper-figures-left-out-sessions", &[("count", sessions.left_out.into())]));
    }
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.t("paper-title-figure-sessions"),
        head: of_row(figures, scope, which, words),
        columns: vec![
            Column::numbers(words.t("paper-column-line"), 2),
            Column::marks(words.t("figures-column-day"), 4),
            Column::words(words.t("figures-column-title"), 12),
            Column::numbers(words.t("figures-column-named"), 4),
            Column::numbers(words.t("figures-column-heads"), 4),
        ],
        rows,
        closing,
        signatories: words.also_sign(),
        ..Sheet::default()
    };
    Paper { name: file("paper-file-figure-sessions", figures, words), sheet }
}

/// The head of a list: which number it is of.
fn of_row(figures: &EventFigures, scope: &FigureScope, which: &Which, words: &PaperWords<'_>) -> Vec<Fact> {
    let mut head = head(figures, scope, words);
    let row = figures.rows.iter().find(|row| row.which == *which);
    let part = row.filter(|row| !matches!(row.part, Part::Whole)).map(|row| row.part);
    let name = number_words::row(which, figures, words.texts);
    let name = match part {
        Some(part) => format!("{}: {name}", words.t(&format!("figure-part-{}", part.code()))),
        None => name,
    };
    head.extend(words.fact("paper-fact-figure", name));
    head
}

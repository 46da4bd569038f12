//! Events in numbers: how many sessions were held, how often people came, and how many different people that were.
//!
//! Both truths stand side by side in every row, visits and people, because an office that keeps one of them cannot answer for the other.
//! A row is one number with what it is of ([`Which`]), and the same word opens the names or the sessions behind it, so that a sum and its list
//! cannot disagree: both are made by [`Facts`] from the same facts. Pure: facts come in, rows come out.
//!
//! The rules, each a sentence on the screen (`figure-why-…`):
//! * a visit is a named person present at a session, or a head that was counted without a name; heads are never people;
//! * what was cancelled counts nowhere; a session counts once it is closed, or once anybody came to it;
//! * a person has one age in a period, that of the first day they came; whoever was under eighteen then is a child of that period;
//! * a newcomer came for the first time ever in the scope;
//! * a category counts on the days on which it was in force, be it the person's own, their family's or that of any member of it.

mod count;
mod facts;
mod period;

pub use facts::{Behind, Facts, Held, PersonFacts, SessionFacts};
pub use period::{Period, Step, spans};

use super::{EventKindCode, Heads};
use crate::domain::category::CategoryCode;
use crate::domain::filter::Area;
use crate::domain::id::{SeriesId, SessionId};
use crate::domain::person::Sex;
use crate::domain::stock::ProgrammeCode;
use chrono::NaiveDate;

/// Of what the numbers are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FigureScope {
    /// One session.
    Session(SessionId),
    /// A club, a course, a group.
    Series(SeriesId),
    /// Everything under a programme.
    Programme(ProgrammeCode),
    /// Everything the office holds.
    All,
}

/// What a number is of, and what it opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Which {
    /// Everything.
    All,
    /// Those under eighteen.
    Children,
    /// Those who came for the first time.
    Newcomers,
    /// Heads without names: they open the sessions at which they were counted.
    Unnamed(Head),
    /// By sex; none: not said.
    Sex(Option<Sex>),
    /// By age.
    Age(AgeBand),
    /// By a category in force on the day.
    Category(CategoryCode),
    /// By the place; none: nobody wrote where.
    Area(Option<Area>),
    /// By the kind of event.
    Kind(EventKindCode),
    /// Between two days, both counted.
    Days(NaiveDate, NaiveDate),
    /// One session.
    Session(SessionId),
    /// Sessions that somebody came to and nobody has closed.
    Open,
}

/// Whose heads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Head {
    /// Women.
    Women,
    /// Men.
    Men,
    /// Children.
    Children,
}

impl Head {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Women, Self::Men, Self::Children];

    /// The word in message ids (`figure-head-women`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
            Self::Children => "children",
        }
    }

    /// How many of them there are.
    pub fn of(self, heads: Heads) -> u32 {
        match self {
            Self::Women => heads.women,
            Self::Men => heads.men,
            Self::Children => heads.children,
        }
    }
}

/// Ages that belong together: nursery, kindergarten, junior and middle school, teenagers; young people as the law has them (to 35), adults,
/// the elderly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AgeBand {
    /// 0–2.
    Infant,
    /// 3–5.
    Preschool,
    /// 6–10.
    Junior,
    /// 11–14.
    Middle,
    /// 15–17.
    Teen,
    /// 18–35.
    Young,
    /// 36–59.
    Adult,
    /// 60 and more.
    Elderly,
    /// Nobody knows.
    Unknown,
}

impl AgeBand {
    /// Every band, the youngest first.
    pub const ALL: [Self; 9] = [
        Self::Infant,
        Self::Preschool,
        Self::Junior,
        Self::Middle,
        Self::Teen,
        Self::Young,
        Self::Adult,
        Self::Elderly,
        Self::Unknown,
    ];

    /// The band of an age in whole years.
    pub fn of(age: Option<u32>) -> Self {
        match age {
            None => Self::Unknown,
            Some(0..=2) => Self::Infant,
            Some(3..=5) => Self::Preschool,
            Some(6..=10) => Self::Junior,
            Some(11..=14) => Self::Middle,
            Some(15..=17) => Self::Teen,
            Some(18..=35) => Self::Young,
            Some(36..=59) => Self::Adult,
            Some(_) => Self::Elderly,
        }
    }

    /// `0–2`, `60+`; nothing where nobody knows the age.
    pub fn years(self) -> &'static str {
        match self {
            Self::Infant => "0–2",
            Self::Preschool => "3–5",
            Self::Junior => "6–10",
            Self::Middle => "11–14",
            Self::Teen => "15–17",
            Self::Young => "18–35",
            Self::Adult => "36–59",
            Self::Elderly => "60+",
            Self::Unknown => "",
        }
    }

    /// Whether they are children.
    pub fn is_of_children(self) -> bool {
        self <= Self::Teen
    }
}

/// A group of rows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// The whole and its main numbers.
    Whole,
    /// Those who were counted without a name.
    Unnamed,
    /// Over time.
    Time,
    /// By sex.
    Sex,
    /// By age.
    Age,
    /// By category.
    Category,
    /// By place.
    Area,
    /// By kind of event.
    Kind,
}

impl Part {
    /// The part's word in message ids (`figure-part-age`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Unnamed => "unnamed",
            Self::Time => "time",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Category => "category",
            Self::Area => "area",
            Self::Kind => "kind",
        }
    }
}

/// One line of numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Where it stands.
    pub part: Part,
    /// What it is of.
    pub which: Which,
    /// How many sessions; none where that says nothing (a sex has no sessions).
    pub sessions: Option<u32>,
    /// How often somebody came.
    pub visits: u32,
    /// How many different people; none for heads without names.
    pub people: Option<u32>,
}

/// The numbers of a scope in a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventFigures {
    /// What a series or a session is called; empty for what is more than one of them.
    pub title: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// How the rows over time are cut.
    pub step: Step,
    /// Heads without names: among the visits, never among the people.
    pub heads: Heads,
    /// Sessions among all that nobody has closed yet.
    pub open: u32,
    /// Every line, part by part.
    pub rows: Vec<Row>,
    /// What the rows of [`Which::Session`] are called: the day and the title; none: not for the asker's eyes.
    pub sessions: Vec<(SessionId, NaiveDate, Option<String>)>,
}

impl EventFigures {
    /// The line of a number; nothing but zeros where there is none.
    pub fn row(&self, which: &Which) -> Row {
        let none = || Row { part: Part::Whole, which: which.clone(), sessions: None, visits: 0, people: None };
        self.rows.iter().find(|row| row.which == *which).cloned().unwrap_or_else(none)
    }

    /// The whole.
    pub fn whole(&self) -> Row {
        self.row(&Which::All)
    }

    /// Whether the days are no days that anybody asked for, but all there are.
    pub fn is_always(&self) -> bool {
        (self.from, self.until) == Period::Always.days()
    }

    /// Visits for each session.
    pub fn average(&self) -> Option<Tenths> {
        let whole = self.whole();
        Tenths::of(whole.visits, whole.sessions.unwrap_or(0))
    }
}

/// A number with one decimal, kept whole: an average on paper must be the same one as on the screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tenths(pub u64);

impl Tenths {
    /// One number divided by another, halves upwards; none for nothing.
    pub fn of(sum: u32, by: u32) -> Option<Self> {
        let (sum, by) = (u64::from(sum), u64::from(by));
        (by > 0).then(|| Self((sum * 20 + by) / (by * 2)))
    }

    /// The whole part and the decimal.
    pub fn parts(self) -> (u64, u64) {
        (self.0 / 10, self.0 % 10)
    }
}

#[cfg(test)]
mod tests;

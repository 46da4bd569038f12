//! What the screen of those who are enrolled asks of the office and hears from it.

use crate::domain::event::{AgeRange, RegisterOf};
use crate::domain::filter::Filter;
use crate::domain::id::{DeedId, PersonId, SeriesId};
use crate::office::events::{Enrolled, EnrolmentFrom, EnrolmentView, FilterFits};
use crate::office::intake::Said;
use crate::office::{Found, OfficeError};
use chrono::NaiveDate;
use std::path::PathBuf;

/// What the office shall do.
pub enum EnrolAsk {
    /// The list.
    Open(RegisterOf),
    /// Former lists to take people from.
    Sources(RegisterOf),
    /// Look for somebody in the register; only the newest generation matters.
    Search {
        /// Counts up with every change of the text.
        generation: u64,
        /// What is typed.
        text: String,
    },
    /// Whom a filter and an age would bring; only the newest generation matters.
    Fits {
        /// Counts up with every change of the age.
        generation: u64,
        /// Of what.
        of: RegisterOf,
        /// By which filter.
        filter: Box<Filter>,
        /// Of which age.
        ages: AgeRange,
    },
    /// Enrol these.
    Put {
        /// The deed.
        deed: DeedId,
        /// In what.
        of: RegisterOf,
        /// Whom.
        people: Vec<PersonId>,
    },
    /// Enrol those of a former list.
    LikeLastTime {
        /// The deed.
        deed: DeedId,
        /// In what.
        of: RegisterOf,
        /// Of which list.
        from: RegisterOf,
    },
    /// Enrol whom a filter and an age bring.
    ByFilter {
        /// The deed.
        deed: DeedId,
        /// In what.
        of: RegisterOf,
        /// By which filter.
        filter: Box<Filter>,
        /// Of which age.
        ages: AgeRange,
    },
    /// Enrol whom a file means.
    FromFile {
        /// The deed.
        deed: DeedId,
        /// In what.
        of: RegisterOf,
        /// Which file.
        path: PathBuf,
    },
    /// Give a free place to whoever waits first.
    Admit(DeedId, RegisterOf),
    /// Take people off the list.
    Withdraw {
        /// The deed.
        deed: DeedId,
        /// Off which.
        of: RegisterOf,
        /// Whom.
        people: Vec<PersonId>,
        /// From which day on.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// They completed the course.
    Complete {
        /// The deed.
        deed: DeedId,
        /// Which course.
        series: SeriesId,
        /// Who.
        people: Vec<PersonId>,
        /// On which day.
        on: NaiveDate,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum EnrolTold {
    /// The list.
    Opened(RegisterOf, Result<Box<EnrolmentView>, OfficeError>),
    /// Former lists.
    Sources(RegisterOf, Result<Vec<EnrolmentFrom>, OfficeError>),
    /// Who was found in the register.
    Found(u64, Result<Vec<Found>, OfficeError>),
    /// Whom a filter and an age would bring.
    Fits(u64, Result<FilterFits, OfficeError>),
    /// Enrolled, or why not.
    Enrolled(DeedId, Result<Enrolled, OfficeError>),
    /// Enrolled from a file; or every line of it that means nobody; or why it was not read.
    FromFile(DeedId, Result<Result<Enrolled, Vec<Said>>, Said>),
    /// Who was admitted, or why nobody.
    Admitted(DeedId, Result<PersonId, OfficeError>),
    /// So many were taken off, or why nobody.
    Withdrawn(DeedId, Result<usize, OfficeError>),
    /// The numbers of their certificates, in the order of the people; or why none.
    Completed(DeedId, Result<Vec<String>, OfficeError>),
}

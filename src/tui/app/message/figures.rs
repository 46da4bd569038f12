//! What the screens of numbers ask of the office and hear from it.

use crate::domain::event::figures::{EventFigures, FigureScope, Which};
use crate::office::OfficeError;
use crate::office::events::numbers::{FigurePeople, FigureScopes, FigureSessions};
use chrono::NaiveDate;

/// Whose numbers, and of which days: first and last.
#[derive(Clone, PartialEq, Debug)]
pub struct FiguresOf {
    /// Of what.
    pub scope: FigureScope,
    /// First and last day.
    pub days: (NaiveDate, NaiveDate),
}

/// What the office shall count.
pub enum FiguresAsk {
    /// Of what numbers can be asked.
    Scopes,
    /// The numbers.
    Figures(FiguresOf),
    /// Who stands behind one of them.
    People(FiguresOf, Which),
    /// The sessions behind one of them.
    Sessions(FiguresOf, Which),
}

/// What came of it. Answers name what they are of: whoever has gone on to another year hears the old one's numbers too, and lets them pass.
#[derive(Clone, PartialEq, Debug)]
pub enum FiguresTold {
    /// Of what numbers can be asked.
    Scopes(Result<Box<FigureScopes>, OfficeError>),
    /// The numbers.
    Figures(FiguresOf, Result<Box<EventFigures>, OfficeError>),
    /// Who stands behind one of them.
    People(FiguresOf, Which, Result<Box<FigurePeople>, OfficeError>),
    /// The sessions behind one of them.
    Sessions(FiguresOf, Which, Result<Box<FigureSessions>, OfficeError>),
}

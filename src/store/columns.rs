//! How the words of the field lie in columns: days as `YYYY-MM-DD`, kinds as their codes.
//!
//! A value that no code stands for is a damaged file, never a guess.

use chrono::NaiveDate;
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use crate::domain::address::AddressKind;
use crate::domain::aid::{CollectorKind, LocationKind, PartnerRole, RecipientKind};
use crate::domain::clock::Moment;
use crate::domain::document::DocumentKind;
use crate::domain::family::Relation;
use crate::domain::limit::{Measure, Per};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{Precision, Sex};
use crate::domain::staff::Role;
use crate::domain::stock::{ActKind, Flow, Unit};

/// A day in a column.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        read_day(value.as_bytes()?).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%Y-%m-%d").to_string().into())
    }
}

/// A day that may be unknown, as a column takes it.
pub(super) fn day(date: Option<NaiveDate>) -> Option<Day> {
    date.map(Day)
}

/// By hand, because a hundred thousand birth dates are read at every sign-in.
fn read_day(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(**digit - b'0')))
    };
    NaiveDate::from_ymd_opt(i32::try_from(number(&[y1, y2, y3, y4])?).ok()?, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A moment in a column, with the desk's own offset, so that its first ten characters are the day at the desk.
pub(super) fn moment(at: Moment) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, false)
}

/// Reads a moment back.
pub(super) fn read_moment(text: &str) -> rusqlite::Result<Moment> {
    Moment::parse_from_rfc3339(text).map_err(|_| FromSqlError::InvalidType.into())
}

/// A kind that lies in a column as its code.
pub(super) trait Coded: Copy {
    fn to_code(self) -> &'static str;
    fn of_code(code: &str) -> Option<Self>;
}

/// A kind in a column.
#[derive(Clone, Copy)]
pub(super) struct Code<T>(pub(super) T);

impl<T: Coded> FromSql for Code<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        T::of_code(value.as_str()?).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

impl<T: Coded> ToSql for Code<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_code().into())
    }
}

macro_rules! coded {
    ($($name:ty),*) => {$(
        impl Coded for $name {
            fn to_code(self) -> &'static str {
                self.code()
            }

            fn of_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    )*};
}

coded!(Relation, AddressKind, DocumentKind, Role);
coded!(ActKind, Flow, Unit, Measure, Per, RecipientKind, CollectorKind, PartnerRole, LocationKind);

impl Coded for Sex {
    fn to_code(self) -> &'static str {
        self.code()
    }

    fn of_code(code: &str) -> Option<Self> {
        match code {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }
}

impl Coded for Precision {
    fn to_code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Year => "year",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        match code {
            "day" => Some(Self::Day),
            "year" => Some(Self::Year),
            _ => None,
        }
    }
}

/// A count or a place in a list; SQLite has signed integers only.
#[derive(Clone, Copy)]
pub(super) struct Count(pub(super) usize);

impl FromSql for Count {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        usize::try_from(value.as_i64()?).map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

impl ToSql for Count {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::try_from(self.0).unwrap_or(i64::MAX).into())
    }
}

/// A 16-byte id in a column, of whatever kind.
pub(super) fn id<T>(row: &rusqlite::Row<'_>, at: usize, of: impl Fn([u8; 16]) -> T) -> rusqlite::Result<T> {
    row.get(at).map(of)
}

/// As [`id`], where there may be none.
pub(super) fn id_maybe<T>(
    row: &rusqlite::Row<'_>,
    at: usize,
    of: impl Fn([u8; 16]) -> T,
) -> rusqlite::Result<Option<T>> {
    row.get::<_, Option<[u8; 16]>>(at).map(|bytes| bytes.map(of))
}

/// A family's number in a column.
pub(super) struct Number(pub(super) FamilyNumber);

impl FromSql for Number {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = u32::column_result(value)?;
        FamilyNumber::from_value(number).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_was_written_and_nothing_else_is_a_day() {
        assert_eq!(read_day(b"2026-11-21"), NaiveDate::from_ymd_opt(2026, 11, 21));
        for wrong in ["2026-11-31", "2026-1-21", "21.11.2026", "", "2026-11-2x"] {
            assert_eq!(read_day(wrong.as_bytes()), None, "{wrong}");
        }
    }
}

//! What a thing to be held would clash with: another in the same room, or of the same trainer, at the same time.

use super::is_session_open;
use crate::domain::event::{Clash, Frame, Occupied, RegisterOf, SessionStatus, Trainer, overlap};
use crate::domain::staff::Right;
use crate::office::{Office, OfficeError};
use crate::store::events::sessions::{self, SessionRow};
use chrono::{Days, NaiveDate};

impl Office {
    /// What something would clash with on these days; `except` is the session or the series that is being changed. Of a restricted session only the day
    /// and the hours are told.
    ///
    /// Errors: `NotAllowed(SeeEvents)`.
    pub fn clashes(
        &mut self,
        frame: &Frame,
        on: &[NaiveDate],
        except: Option<RegisterOf>,
    ) -> Result<Vec<Clash>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let me = self.staff.clone();
        let nearby = self.store.read(|tx| {
            let mut found = Vec::with_capacity(on.len());
            for day in on {
                found.push((*day, around(tx, *day)?));
            }
            Ok(found)
        })?;
        let mut clashes = Vec::new();
        for (day, rows) in nearby {
            for row in rows.iter().filter(|row| is_there(row) && !except.is_some_and(|of| is_of(row, of))) {
                if !overlap((day, frame.hours), (row.held_on, row.frame.hours)) {
                    continue;
                }
                let title = is_session_open(row, &me).then(|| row.frame.title.clone());
                let with = Occupied { session: row.id, title, held_on: row.held_on, hours: row.frame.hours };
                if same_room(frame, &row.frame) {
                    clashes.push(Clash::Room { with: with.clone() });
                }
                if same_trainer(frame, &row.frame) {
                    clashes.push(Clash::Trainer { with });
                }
            }
        }
        Ok(clashes)
    }
}

/// What is held on a day, the evening before and the morning after: a night may reach over.
fn around(tx: &crate::store::Tx, day: NaiveDate) -> Result<Vec<SessionRow>, crate::store::StoreError> {
    let before = day.checked_sub_days(Days::new(1)).unwrap_or(day);
    sessions::between(tx, before, day.checked_add_days(Days::new(1)).unwrap_or(day))
}

/// Whether a session is the one that is meant, or one of the series.
fn is_of(row: &SessionRow, of: RegisterOf) -> bool {
    match of {
        RegisterOf::Session(session) => row.id == session,
        RegisterOf::Series(series) => row.series == Some(series),
    }
}

fn is_there(row: &SessionRow) -> bool {
    row.status != SessionStatus::Cancelled
}

fn same_room(one: &Frame, other: &Frame) -> bool {
    one.room.is_some() && one.room == other.room
}

fn same_trainer(one: &Frame, other: &Frame) -> bool {
    match (&one.trainer, &other.trainer) {
        (Some(Trainer::Named(one)), Some(Trainer::Named(other))) => one.to_lowercase() == other.to_lowercase(),
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// Whether two sessions clash.
pub(super) fn clash(one: &SessionRow, other: &SessionRow) -> bool {
    is_there(one)
        && is_there(other)
        && (same_room(&one.frame, &other.frame) || same_trainer(&one.frame, &other.frame))
        && overlap((one.held_on, one.frame.hours), (other.held_on, other.frame.hours))
}

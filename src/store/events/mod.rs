//! Events in the file: series and their sessions, who is expected, who came. Campaigns are sessions too, with rows of their own
//! (`store::campaigns`); here they are only seen by the calendar.

pub mod attendance;
pub mod attended;
pub mod enrolment;
pub mod figures;
pub mod people;
pub mod series;
pub mod sessions;
pub mod visits;

use chrono::NaiveTime;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};

use super::columns::{Code, Coded, Day, id_maybe};
use super::{StoreError, Tx};
use crate::domain::event::{
    AgeRange, Audience, EnrolmentSource, EventCatalogue, EventKindCode, Frame, Hours, Listing, MarkSource, Outcome,
    Room, RoomCode, SessionStatus, Trainer,
};
use crate::domain::id::StaffId;
use crate::domain::stock::{PartnerCode, ProgrammeCode};

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

coded!(Audience, SessionStatus, Outcome, MarkSource, EnrolmentSource);

/// A time of the wall clock in a column: `HH:MM`.
#[derive(Clone, Copy)]
struct Wall(NaiveTime);

impl FromSql for Wall {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        NaiveTime::parse_from_str(value.as_str()?, "%H:%M").map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

impl ToSql for Wall {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%H:%M").to_string().into())
    }
}

/// The columns of a frame, of table `{t}`; read by [`frame_of`], written by [`Framed`].
macro_rules! frame_columns {
    ($t:literal) => {
        concat!(
            $t,
            ".kind, ",
            $t,
            ".title, ",
            $t,
            ".start_time, ",
            $t,
            ".end_time, ",
            $t,
            ".programme, ",
            $t,
            ".settlement, ",
            $t,
            ".rural, ",
            $t,
            ".room, ",
            $t,
            ".partner, ",
            $t,
            ".trainer, ",
            $t,
            ".trainer_name, ",
            $t,
            ".audience, ",
            $t,
            ".age_from, ",
            $t,
            ".age_to, ",
            $t,
            ".capacity, ",
            $t,
            ".restricted, ",
            $t,
            ".note"
        )
    };
}
use frame_columns;

/// How many columns a frame has.
const FRAME: usize = 17;

fn frame_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Frame> {
    let named: String = row.get(at + 10)?;
    let trainer = match id_maybe(row, at + 9, StaffId::from_bytes)? {
        Some(staff) => Some(Trainer::Staff(staff)),
        None => (!named.is_empty()).then_some(Trainer::Named(named)),
    };
    Ok(Frame {
        kind: EventKindCode(row.get(at)?),
        title: row.get(at + 1)?,
        hours: hours_of(row, at + 2)?,
        programme: row.get::<_, Option<String>>(at + 4)?.map(ProgrammeCode),
        settlement: row.get(at + 5)?,
        rural: row.get(at + 6)?,
        room: row.get::<_, Option<String>>(at + 7)?.map(RoomCode),
        partner: row.get::<_, Option<String>>(at + 8)?.map(PartnerCode),
        trainer,
        audience: row.get::<_, Option<Code<Audience>>>(at + 11)?.map(|code| code.0),
        ages: AgeRange { from: row.get(at + 12)?, to: row.get(at + 13)? },
        capacity: row.get(at + 14)?,
        restricted: row.get(at + 15)?,
        note: row.get(at + 16)?,
    })
}

fn hours_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Hours> {
    let time = |at| Ok::<_, rusqlite::Error>(row.get::<_, Option<Wall>>(at)?.map(|wall| wall.0));
    Ok(Hours { start: time(at)?, end: time(at + 1)? })
}

/// A frame as columns take it.
struct Framed<'a> {
    frame: &'a Frame,
    trainer: Option<[u8; 16]>,
    trainer_name: &'a str,
}

impl<'a> Framed<'a> {
    fn of(frame: &'a Frame) -> Self {
        let (trainer, trainer_name) = match &frame.trainer {
            Some(Trainer::Staff(staff)) => (Some(*staff.bytes()), ""),
            Some(Trainer::Named(name)) => (None, name.as_str()),
            None => (None, ""),
        };
        Self { frame, trainer, trainer_name }
    }

    /// The values in the order of [`frame_columns`].
    fn values(&self) -> [Box<dyn ToSql + '_>; FRAME] {
        let frame = self.frame;
        [
            Box::new(frame.kind.as_str()),
            Box::new(frame.title.as_str()),
            Box::new(frame.hours.start.map(Wall)),
            Box::new(frame.hours.end.map(Wall)),
            Box::new(frame.programme.as_ref().map(ProgrammeCode::as_str)),
            Box::new(frame.settlement.as_str()),
            Box::new(frame.rural),
            Box::new(frame.room.as_ref().map(RoomCode::as_str)),
            Box::new(frame.partner.as_ref().map(PartnerCode::as_str)),
            Box::new(self.trainer),
            Box::new(self.trainer_name),
            Box::new(frame.audience.map(Code)),
            Box::new(frame.ages.from),
            Box::new(frame.ages.to),
            Box::new(frame.capacity),
            Box::new(frame.restricted),
            Box::new(frame.note.as_str()),
        ]
    }
}

/// `kind = ?2, title = ?3, …`: a frame written over a row whose other values begin at `?1`.
fn frame_sets(first: usize) -> String {
    let names = [
        "kind",
        "title",
        "start_time",
        "end_time",
        "programme",
        "settlement",
        "rural",
        "room",
        "partner",
        "trainer",
        "trainer_name",
        "audience",
        "age_from",
        "age_to",
        "capacity",
        "restricted",
        "note",
    ];
    let sets: Vec<String> = names.iter().enumerate().map(|(at, name)| format!("{name} = ?{}", first + at)).collect();
    sets.join(", ")
}

/// Everything that forms of events offer.
pub fn catalogue(tx: &Tx) -> Result<EventCatalogue, StoreError> {
    fn listings<C>(tx: &Tx, table: &str, of: impl Fn(String) -> C) -> Result<Vec<Listing<C>>, StoreError> {
        let sql = format!("SELECT code, name, name_en, off_since FROM {table} ORDER BY position, code");
        let mut statement = tx.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Listing {
                code: of(row.get(0)?),
                name: row.get(1)?,
                name_en: row.get(2)?,
                off_since: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
    let mut rooms = Vec::new();
    for listing in listings(tx, "room", RoomCode)? {
        let settlement = tx
            .prepare_cached("SELECT settlement FROM room WHERE code = ?1")?
            .query_row([listing.code.as_str()], |row| row.get(0))?;
        rooms.push(Room { listing, settlement });
    }
    let mut staff = tx.prepare_cached("SELECT id, name FROM staff ORDER BY disabled_on IS NOT NULL, name, id")?;
    let staff = staff.query_map([], |row| Ok((StaffId::from_bytes(row.get(0)?), row.get(1)?)))?;
    Ok(EventCatalogue {
        kinds: listings(tx, "event_kind", EventKindCode)?,
        rooms,
        programmes: listings(tx, "programme", ProgrammeCode)?,
        partners: listings(tx, "partner", PartnerCode)?,
        staff: staff.collect::<Result<_, _>>()?,
    })
}

/// Whether a catalogue has a code. The tables are the program's own words.
pub fn has_code(tx: &Tx, table: &'static str, code: &str) -> Result<bool, StoreError> {
    Ok(tx.prepare_cached(&format!("SELECT 1 FROM {table} WHERE code = ?1"))?.exists([code])?)
}

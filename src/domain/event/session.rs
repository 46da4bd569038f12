//! A session: what is held, when, where and for whom.

use super::fault::EventFault;
use super::{EventKindCode, RoomCode};
use crate::domain::id::StaffId;
use crate::domain::person::BirthDate;
use crate::domain::stock::{PartnerCode, ProgrammeCode};
use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

/// Longest title, in characters: it must fit a list.
pub const TITLE_CHARACTERS: usize = 80;
/// An age beyond which a range is a slip of the finger.
const OLDEST: u32 = 120;

/// For whom it is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Families.
    Families,
    /// Children.
    Children,
    /// Those who work with families.
    Professionals,
    /// Everybody.
    Public,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 4] = [Self::Families, Self::Children, Self::Professionals, Self::Public];

    /// The word in the store, in files and in message ids (`event-audience-families`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Families => "families",
            Self::Children => "children",
            Self::Professionals => "professionals",
            Self::Public => "public",
        }
    }
}

/// Who holds it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trainer {
    /// Somebody who works here.
    Staff(StaffId),
    /// Somebody from elsewhere, by name.
    Named(String),
}

/// For which ages, in whole years on the day; open where nothing is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct AgeRange {
    /// From this age.
    pub from: Option<u32>,
    /// To this age, inclusive.
    pub to: Option<u32>,
}

impl AgeRange {
    /// Whether an age fits.
    pub fn fits(self, age: u32) -> bool {
        self.from.is_none_or(|from| from <= age) && self.to.is_none_or(|to| age <= to)
    }

    /// The age of somebody on a day, where it does not fit. An unknown birth fits.
    pub fn misfit(self, birth: Option<BirthDate>, day: NaiveDate) -> Option<u32> {
        birth.map(|birth| birth.age_on(day)).filter(|age| !self.fits(*age))
    }
}

/// From when until when, as the wall clock says it. An end that is not after the start lies past midnight.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct Hours {
    /// Start.
    pub start: Option<NaiveTime>,
    /// End.
    pub end: Option<NaiveTime>,
}

impl Hours {
    /// The minutes from the start of its day that it takes; nothing where no start is said. What has no end takes its first minute.
    pub fn span(self) -> Option<(i64, i64)> {
        let minute = |time: NaiveTime| i64::from(time.num_seconds_from_midnight() / 60);
        let start = minute(self.start?);
        let end = self.end.map_or(start + 1, |end| {
            let end = minute(end);
            if end > start { end } else { end + TimeDelta::days(1).num_minutes() }
        });
        Some((start, end))
    }
}

/// What a series and a session have in common.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Frame {
    /// What it is.
    pub kind: EventKindCode,
    /// Title.
    pub title: String,
    /// From when until when.
    pub hours: Hours,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Where, as written.
    pub settlement: String,
    /// Whether that is rural; nothing: as the settlement says.
    pub rural: Option<bool>,
    /// In which room.
    pub room: Option<RoomCode>,
    /// With whom together.
    pub partner: Option<PartnerCode>,
    /// Who holds it.
    pub trainer: Option<Trainer>,
    /// For whom.
    pub audience: Option<Audience>,
    /// For which ages.
    pub ages: AgeRange,
    /// How many places there are.
    pub capacity: Option<u32>,
    /// Whether only its trainer and those who may see what is sensitive see what it is and who comes.
    pub restricted: bool,
    /// Note.
    pub note: String,
}

impl Frame {
    /// A frame of which only the kind and the title are said.
    pub fn new(kind: EventKindCode, title: &str) -> Self {
        Self {
            kind,
            title: title.to_owned(),
            hours: Hours::default(),
            programme: None,
            settlement: String::new(),
            rural: None,
            room: None,
            partner: None,
            trainer: None,
            audience: None,
            ages: AgeRange::default(),
            capacity: None,
            restricted: false,
            note: String::new(),
        }
    }

    /// What it lacks: the first fault.
    pub fn fault(&self) -> Option<EventFault> {
        let title = self.title.trim();
        if title.is_empty() || title.chars().count() > TITLE_CHARACTERS {
            return Some(EventFault::Title);
        }
        if self.kind.is_campaign() {
            return Some(EventFault::IsCampaign);
        }
        if self.hours.start.is_none() && self.hours.end.is_some() {
            return Some(EventFault::EndWithoutStart);
        }
        let AgeRange { from, to } = self.ages;
        let is_turned = matches!((from, to), (Some(from), Some(to)) if to < from);
        if is_turned || from.into_iter().chain(to).any(|age| age > OLDEST) {
            return Some(EventFault::Ages);
        }
        if self.capacity == Some(0) {
            return Some(EventFault::Capacity);
        }
        None
    }
}

/// What a form of a session says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SessionDraft {
    /// What it has in common with a series.
    pub frame: Frame,
    /// Its day.
    pub held_on: NaiveDate,
}

/// Where a session stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStatus {
    /// It will be held, or is being marked.
    Planned,
    /// It is closed: everybody is marked.
    Held,
    /// It was called off.
    Cancelled,
}

impl SessionStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Cancelled];

    /// The word in the store, in files and in message ids (`event-status-held`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What two catalogues of events have in common: a code with names, in an order, perhaps switched off. Names of what is shipped are texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listing<C> {
    /// Code.
    pub code: C,
    /// Name; empty for what is shipped.
    pub name: String,
    /// English name; may be empty.
    pub name_en: String,
    /// Since when it is switched off.
    pub off_since: Option<NaiveDate>,
}

impl<C> Listing<C> {
    /// Whether it is offered on a day.
    pub fn is_offered(&self, day: NaiveDate) -> bool {
        self.off_since.is_none_or(|since| day < since)
    }
}

/// A kind of events.
pub type EventKind = Listing<EventKindCode>;

/// A room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room {
    /// Code and names.
    pub listing: Listing<RoomCode>,
    /// Where it is.
    pub settlement: String,
}

/// Everything that a form of an event offers, in the order of lists; what is switched off too.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct EventCatalogue {
    /// Kinds, the campaign among them.
    pub kinds: Vec<EventKind>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Programmes.
    pub programmes: Vec<Listing<ProgrammeCode>>,
    /// Partners.
    pub partners: Vec<Listing<PartnerCode>>,
    /// Those who work here and may hold an event, by name; who left too, for old sessions.
    pub staff: Vec<(StaffId, String)>,
}

impl EventCatalogue {
    /// A kind.
    pub fn kind(&self, code: &EventKindCode) -> Option<&EventKind> {
        self.kinds.iter().find(|kind| kind.code == *code)
    }

    /// A room.
    pub fn room(&self, code: &RoomCode) -> Option<&Room> {
        self.rooms.iter().find(|room| room.listing.code == *code)
    }

    /// A trainer's name.
    pub fn trainer<'a>(&'a self, trainer: &'a Trainer) -> &'a str {
        match trainer {
            Trainer::Named(name) => name,
            Trainer::Staff(id) => self.staff.iter().find(|(staff, _)| staff == id).map_or("", |(_, name)| name),
        }
    }
}

//! What numbers are made of: the sessions of a time, who came to each, and what is known of them; and which of it stands behind a number.

use super::{AgeBand, Head, Which};
use crate::domain::category::CategoryCode;
use crate::domain::event::{EventKindCode, Heads};
use crate::domain::filter::Area;
use crate::domain::id::{PersonId, SessionId, StaffId};
use crate::domain::person::{BirthDate, Sex};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A session that was not cancelled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionFacts {
    /// Identity.
    pub id: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: EventKindCode,
    /// Where: in the country or in a city; none: not written.
    pub area: Option<Area>,
    /// Whether everybody is marked and it was closed.
    pub closed: bool,
    /// Whom nobody named.
    pub heads: Heads,
    /// Whether only its own trainer and those who see what is sensitive may know who came.
    pub restricted: bool,
    /// Who holds it and who holds its series, where they are members of staff.
    pub trainers: [Option<StaffId>; 2],
    /// A charity action: its people are on acts. Without anybody marked it is no session of these numbers.
    pub by_acts: bool,
}

/// A category that somebody had from a day until a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// Its place in [`Facts::codes`].
    pub code: usize,
    /// First day; none: ever.
    pub since: Option<NaiveDate>,
    /// Last day; none: still.
    pub until: Option<NaiveDate>,
}

impl Held {
    /// Whether it is in force on that day.
    pub fn is_in_force_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Somebody who came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonFacts {
    /// Who.
    pub id: PersonId,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth, where known.
    pub birth: Option<BirthDate>,
    /// Whether they came to something of the scope before the time.
    pub came_before: bool,
    /// Categories, their own and their families'.
    pub held: Vec<Held>,
}

/// Everything that the numbers of a scope in a time are made of.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Facts {
    /// Sessions, in the order of their days.
    pub(super) sessions: Vec<SessionFacts>,
    /// People who came.
    pub(super) people: Vec<PersonFacts>,
    /// Categories that anybody had.
    pub(super) codes: Vec<CategoryCode>,
    /// Who came to what, as places in the two lists, session by session.
    pub(super) present: Vec<(u32, u32)>,
    /// The band of each person's age on the first day they came.
    pub(super) bands: Vec<AgeBand>,
}

/// Somebody behind a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Behind {
    /// Who.
    pub person: PersonId,
    /// How often they came.
    pub visits: u32,
    /// When first, in the time.
    pub first_on: NaiveDate,
    /// When last.
    pub last_on: NaiveDate,
    /// Whether that was their first time ever in the scope.
    pub is_newcomer: bool,
}

impl Facts {
    /// Facts that were gathered: sessions in any order, and who came to what as places in the lists. Somebody twice at one session came once;
    /// a session that nobody closed and nobody came to was not held (yet).
    pub fn new(
        sessions: Vec<SessionFacts>,
        people: Vec<PersonFacts>,
        codes: Vec<CategoryCode>,
        present: impl IntoIterator<Item = (u32, u32)>,
    ) -> Self {
        let mut order: Vec<usize> = (0..sessions.len()).collect();
        order.sort_by_key(|place| sessions[*place].held_on);
        let mut came = vec![false; sessions.len()];
        let mut new_place = vec![0_u32; sessions.len()];
        for (place, was) in (0_u32..).zip(&order) {
            new_place[*was] = place;
        }
        let mut present: Vec<(u32, u32)> = present
            .into_iter()
            .map(|(session, person)| {
                came[at(session)] = true;
                (new_place[at(session)], person)
            })
            .collect();
        present.sort_unstable();
        present.dedup();
        let mut sessions: Vec<Option<(SessionFacts, bool)>> = sessions.into_iter().zip(came).map(Some).collect();
        let sessions = order.into_iter().filter_map(|place| sessions[place].take());
        let mut kept = Vec::new();
        let mut places = Vec::new();
        for (session, somebody_came) in sessions {
            let somebody = somebody_came || session.heads.total() > 0;
            let counts = somebody || (session.closed && !session.by_acts);
            places.push(u32::try_from(kept.len()).unwrap_or(u32::MAX));
            if counts {
                kept.push(session);
            }
        }
        for (session, _) in &mut present {
            *session = places[at(*session)];
        }
        let mut facts = Self { sessions: kept, people, codes, present, bands: Vec::new() };
        facts.bands = facts.bands();
        facts
    }

    /// Who is of the people that came on the first day they did.
    fn bands(&self) -> Vec<AgeBand> {
        let mut bands: Vec<Option<AgeBand>> = vec![None; self.people.len()];
        for (session, person) in &self.present {
            bands[at(*person)].get_or_insert_with(|| {
                let day = self.sessions[at(*session)].held_on;
                AgeBand::of(self.people[at(*person)].birth.map(|birth| birth.age_on(day)))
            });
        }
        bands.into_iter().map(|band| band.unwrap_or(AgeBand::Unknown)).collect()
    }

    /// The sessions that count, in the order of their days.
    pub fn sessions(&self) -> &[SessionFacts] {
        &self.sessions
    }

    /// The same facts with only those sessions that pass, and how many were left out.
    #[must_use]
    pub fn only(&self, passes: impl Fn(&SessionFacts) -> bool) -> (Self, usize) {
        let keeps: Vec<bool> = self.sessions.iter().map(passes).collect();
        let mut places = Vec::new();
        let mut next = 0_u32;
        for keep in &keeps {
            places.push(next);
            next += u32::from(*keep);
        }
        let sessions: Vec<SessionFacts> =
            self.sessions.iter().zip(&keeps).filter(|(_, keep)| **keep).map(|(session, _)| session.clone()).collect();
        let kept = self.present.iter().filter(|(session, _)| keeps[at(*session)]);
        let present = kept.map(|(session, person)| (places[at(*session)], *person)).collect();
        let left_out = self.sessions.len() - sessions.len();
        // The bands stay those of everything: whoever is a child in the sum is a child in the list.
        let facts = Self {
            sessions,
            people: self.people.clone(),
            codes: self.codes.clone(),
            present,
            bands: self.bands.clone(),
        };
        (facts, left_out)
    }

    /// Whether a visit belongs to a number.
    fn takes(&self, which: &Which, session: u32, person: u32) -> bool {
        let (place, somebody) = (&self.sessions[at(session)], &self.people[at(person)]);
        match which {
            Which::All => true,
            Which::Children => self.bands[at(person)].is_of_children(),
            Which::Newcomers => !somebody.came_before,
            Which::Sex(sex) => somebody.sex == *sex,
            Which::Age(band) => self.bands[at(person)] == *band,
            Which::Category(code) => {
                somebody.held.iter().any(|held| self.codes[held.code] == *code && held.is_in_force_on(place.held_on))
            }
            Which::Unnamed(_) => false,
            which => is_of(which, place),
        }
    }

    /// Who stands behind a number, in no order.
    pub fn people_of(&self, which: &Which) -> Vec<Behind> {
        let mut found: HashMap<u32, Behind> = HashMap::new();
        for (session, person) in &self.present {
            if !self.takes(which, *session, *person) {
                continue;
            }
            let day = self.sessions[at(*session)].held_on;
            let somebody = &self.people[at(*person)];
            let behind = found.entry(*person).or_insert(Behind {
                person: somebody.id,
                visits: 0,
                first_on: day,
                last_on: day,
                is_newcomer: !somebody.came_before,
            });
            behind.visits += 1;
            behind.last_on = day;
        }
        found.into_values().collect()
    }

    /// The sessions behind a number with how many named people of it came to each, in the order of their days. For heads and for what is of
    /// sessions alone it is every session of the kind; for what is of people, those to which anybody of them came.
    pub fn sessions_of(&self, which: &Which) -> Vec<(&SessionFacts, u32)> {
        let mut named = vec![0_u32; self.sessions.len()];
        for (session, person) in &self.present {
            named[at(*session)] += u32::from(self.takes(which, *session, *person));
        }
        let of_sessions =
            !matches!(which, Which::Children | Which::Newcomers | Which::Sex(_) | Which::Age(_) | Which::Category(_));
        let all = self.sessions.iter().zip(named);
        all.filter(|(session, named)| *named > 0 || (of_sessions && is_of(which, session))).collect()
    }
}

/// Whether a session belongs to a number that is of sessions.
fn is_of(which: &Which, session: &SessionFacts) -> bool {
    match which {
        Which::Area(area) => session.area == *area,
        Which::Kind(kind) => session.kind == *kind,
        Which::Days(from, until) => (*from..=*until).contains(&session.held_on),
        Which::Session(id) => session.id == *id,
        Which::Open => !session.closed,
        Which::Unnamed(head) => Head::of(*head, session.heads) > 0,
        _ => true,
    }
}

/// A place in a list.
pub(super) fn at(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

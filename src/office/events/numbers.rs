//! Events in numbers, and who stands behind each of them.
//!
//! A sum counts everybody. A list leaves out the people of restricted sessions for those who may not know of them, and says how many it
//! left out; a category that the asker may not see is in no row at all.

use super::{opened, opened_series};
use crate::domain::category::CategoryCode;
use crate::domain::event::figures::{Behind, EventFigures, Facts, FigureScope, SessionFacts, Step, Which};
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{FamilyId, PersonId, SeriesId, SessionId, StaffId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::domain::stock::ProgrammeCode;
use crate::office::{Office, OfficeError};
use crate::store::events::figures::{self, Asked, HeadRow};
use chrono::NaiveDate;

/// Somebody behind a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigurePerson {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Their family.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// How often they came.
    pub visits: u32,
    /// When first, in the time.
    pub first_on: NaiveDate,
    /// When last.
    pub last_on: NaiveDate,
    /// Whether that was their first time ever in the scope.
    pub is_newcomer: bool,
}

/// Everybody behind a number.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FigurePeople {
    /// By name, in the order of the alphabet.
    pub rows: Vec<FigurePerson>,
    /// How many more there are whom the asker may not know: they came to restricted sessions only.
    pub left_out: usize,
    /// How many visits more there are of which the asker may not know, theirs and of those who are listed.
    pub left_out_visits: u32,
}

/// A session behind a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureSession {
    /// Which.
    pub session: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its title.
    pub title: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Named people of the number who came.
    pub named: u32,
    /// Heads without names.
    pub heads: u32,
}

/// The sessions behind a number.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FigureSessions {
    /// In the order of their days.
    pub rows: Vec<FigureSession>,
    /// How many more there are that the asker may not know.
    pub left_out: usize,
}

/// Of what numbers can be asked.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FigureScopes {
    /// Programmes under which anything was held.
    pub programmes: Vec<ProgrammeCode>,
    /// Series that the asker may know: title, first and last day; the latest first.
    pub series: Vec<(SeriesId, String, NaiveDate, NaiveDate)>,
}

/// Who asks, as far as restricted sessions go.
#[derive(Clone, Copy)]
struct Asker {
    me: StaffId,
    sees_everything: bool,
}

impl Asker {
    fn may_know(self, head: &HeadRow) -> bool {
        !head.restricted || self.sees_everything || head.trainer == Some(self.me)
    }

    fn may_see(self, session: &SessionFacts) -> bool {
        !session.restricted || self.sees_everything || session.trainers.contains(&Some(self.me))
    }
}

/// Facts with what they are of.
struct Counted {
    facts: Facts,
    title: String,
    from: NaiveDate,
    until: NaiveDate,
    asker: Asker,
}

impl Office {
    /// The numbers of a scope between two days, both counted; a session's are those of its own day, whatever days are asked for.
    ///
    /// Errors: `NotAllowed(SeeFigures)`; `Event` with `NoSuchSession`, `NoSuchSeries`, or `Restricted` for a session or series that the
    /// asker may not open.
    pub fn event_figures(
        &mut self,
        scope: &FigureScope,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<EventFigures, OfficeError> {
        let Counted { facts, title, from, until, asker } = self.figure_facts(scope, from, until)?;
        let step = match scope {
            FigureScope::Session(_) => Step::Whole,
            FigureScope::Series(_) => Step::Session,
            FigureScope::Programme(_) | FigureScope::All => Step::of(from, until),
        };
        let mut figures = facts.count(from, until, step);
        figures.title = title;
        if step == Step::Session {
            let named = |session: &SessionFacts| asker.may_see(session).then(|| session.title.clone());
            figures.sessions =
                facts.sessions().iter().map(|session| (session.id, session.held_on, named(session))).collect();
        }
        Ok(figures)
    }

    /// Who stands behind a number.
    ///
    /// Errors: as [`Office::event_figures`]; `NotAllowed(SeeSensitive)` for a category that the asker may not see.
    pub fn figure_people(
        &mut self,
        scope: &FigureScope,
        (from, until): (NaiveDate, NaiveDate),
        which: &Which,
    ) -> Result<FigurePeople, OfficeError> {
        let Counted { facts, asker, .. } = self.figure_facts(scope, from, until)?;
        self.may_open(which)?;
        let all = facts.people_of(which);
        let (open, _) = facts.only(|session| asker.may_see(session));
        let mut behind = open.people_of(which);
        // By id first, so that people of one name stand in one order every time.
        behind.sort_by_key(|one| one.person);
        let names = self.store.read(|tx| figures::named(tx, behind.iter().map(|one| one.person)))?;
        let left_out = all.len() - behind.len();
        let visits = |list: &[Behind]| list.iter().map(|one| one.visits).sum::<u32>();
        let left_out_visits = visits(&all) - visits(&behind);
        let mut rows: Vec<FigurePerson> = behind
            .into_iter()
            .zip(names)
            .filter_map(|(behind, named)| {
                let named = named?;
                let Behind { person, visits, first_on, last_on, is_newcomer } = behind;
                let (name, birth, family) = (named.name, named.birth, named.family);
                Some(FigurePerson { person, name, birth, family, visits, first_on, last_on, is_newcomer })
            })
            .collect();
        rows.sort_by_cached_key(|row| ukrainian_key(&row.name.full()));
        Ok(FigurePeople { rows, left_out, left_out_visits })
    }

    /// The sessions behind a number.
    ///
    /// Errors: as [`Office::figure_people`].
    pub fn figure_sessions(
        &mut self,
        scope: &FigureScope,
        (from, until): (NaiveDate, NaiveDate),
        which: &Which,
    ) -> Result<FigureSessions, OfficeError> {
        let Counted { facts, asker, .. } = self.figure_facts(scope, from, until)?;
        self.may_open(which)?;
        let all = facts.sessions_of(which);
        let seen: Vec<_> = all.iter().filter(|(session, _)| asker.may_see(session)).collect();
        let left_out = all.len() - seen.len();
        let row = |(session, named): &(&SessionFacts, u32)| FigureSession {
            session: session.id,
            held_on: session.held_on,
            title: session.title.clone(),
            closed: session.closed,
            named: *named,
            heads: session.heads.total(),
        };
        Ok(FigureSessions { rows: seen.into_iter().map(row).collect(), left_out })
    }

    /// Of what numbers can be asked, for the pickers.
    ///
    /// Errors: `NotAllowed(SeeFigures)`.
    pub fn figure_scopes(&mut self) -> Result<FigureScopes, OfficeError> {
        self.require_now(Right::SeeFigures)?;
        let asker = self.asker();
        let (programmes, series) = self.store.read(|tx| Ok((figures::programmes(tx)?, figures::series(tx)?)))?;
        let series = series.into_iter().filter(|(_, _, _, head)| asker.may_know(head));
        let series = series.map(|(id, from, until, head)| (id, head.title, from, until)).collect();
        Ok(FigureScopes { programmes, series })
    }

    fn asker(&self) -> Asker {
        Asker { me: self.staff.id, sees_everything: self.sight().sensitive }
    }

    /// A row that is not there for the asker does not open either.
    fn may_open(&self, which: &Which) -> Result<(), OfficeError> {
        match which {
            Which::Category(code) if !self.sight().sees(code) => Err(OfficeError::NotAllowed(Right::SeeSensitive)),
            _ => Ok(()),
        }
    }

    fn figure_facts(&mut self, scope: &FigureScope, from: NaiveDate, until: NaiveDate) -> Result<Counted, OfficeError> {
        self.require_now(Right::SeeFigures)?;
        let (me, sight, asker) = (self.staff.clone(), self.sight(), self.asker());
        let community = self.profile().community.clone();
        self.looked(|tx| {
            let (mut from, mut until) = (from.min(until), from.max(until));
            let title = match scope {
                FigureScope::Session(session) => {
                    let row = opened(tx, *session, &me)?;
                    (from, until) = (row.held_on, row.held_on);
                    row.frame.title
                }
                FigureScope::Series(series) => opened_series(tx, *series, &me)?.draft.frame.title,
                FigureScope::Programme(_) | FigureScope::All => String::new(),
            };
            let asked = Asked { scope, from, until, community: community.as_deref() };
            let facts = figures::facts(tx, asked, |code: &CategoryCode| sight.sees(code))?;
            Ok(Counted { facts, title, from, until, asker })
        })
    }
}

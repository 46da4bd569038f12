//! The counting itself: one pass over the visits.

use super::facts::at;
use super::{AgeBand, EventFigures, Facts, Head, Part, PersonFacts, Row, SessionFacts, Step, Which, spans};
use crate::domain::event::Heads;
use crate::domain::filter::Area;
use crate::domain::person::Sex;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What is being counted of one row.
#[derive(Clone, Copy, Default)]
struct Sum {
    sessions: u32,
    visits: u32,
    people: u32,
}

/// Sums by what they are of, each person once in each; in the order in which they came up.
struct Sums {
    sums: Vec<(Which, Sum)>,
    /// A bit for everybody in every sum: hashing a hundred thousand visits five times over would take longer than reading them.
    seen: Vec<u64>,
    people: usize,
}

impl Sums {
    fn new(facts: &Facts, of: impl IntoIterator<Item = Which>) -> Self {
        let sums = of.into_iter().map(|which| (which, Sum::default())).collect();
        Self { sums, seen: Vec::new(), people: facts.people.len() }
    }

    fn place(&mut self, which: &Which) -> usize {
        match self.sums.iter().position(|(known, _)| known == which) {
            Some(place) => place,
            None => {
                self.sums.push((which.clone(), Sum::default()));
                self.sums.len() - 1
            }
        }
    }

    fn session(&mut self, place: usize, session: &SessionFacts) {
        let sum = &mut self.sums[place].1;
        sum.sessions += 1;
        sum.visits += session.heads.total();
    }

    fn visit(&mut self, place: usize, person: u32) {
        let bit = place * self.people + at(person);
        if self.seen.len() <= bit / 64 {
            self.seen.resize(bit / 64 + 1, 0);
        }
        let word = &mut self.seen[bit / 64];
        let is_first = *word & (1 << (bit % 64)) == 0;
        *word |= 1 << (bit % 64);
        let sum = &mut self.sums[place].1;
        sum.visits += 1;
        sum.people += u32::from(is_first);
    }

    fn rows(self, part: Part, with_sessions: bool) -> Vec<Row> {
        self.sums.into_iter().map(|(which, sum)| row(part, which, sum, with_sessions)).collect()
    }
}

impl Facts {
    /// The numbers between two days, cut over time by `step`.
    pub fn count(&self, from: NaiveDate, until: NaiveDate, step: Step) -> EventFigures {
        let mut rows = self.whole();
        rows.extend(self.time(from, until, step));
        rows.extend(self.of_people());
        rows.extend(self.of_categories());
        rows.extend(self.of_sessions());
        let open = self.sessions.iter().filter(|session| !session.closed).count();
        EventFigures {
            title: String::new(),
            from,
            until,
            step,
            heads: self.heads(),
            open: u32::try_from(open).unwrap_or(u32::MAX),
            rows,
            sessions: Vec::new(),
        }
    }

    fn heads(&self) -> Heads {
        self.sessions.iter().fold(Heads::default(), |sum, session| Heads {
            women: sum.women + session.heads.women,
            men: sum.men + session.heads.men,
            children: sum.children + session.heads.children,
        })
    }

    /// The whole, children, newcomers, and heads without names.
    fn whole(&self) -> Vec<Row> {
        let heads = self.heads();
        let mut sums = [Sum::default(); 3];
        let mut seen = vec![false; self.people.len()];
        for (_, person) in &self.present {
            let is_first = !std::mem::replace(&mut seen[at(*person)], true);
            let is_of = [true, self.bands[at(*person)].is_of_children(), !self.people[at(*person)].came_before];
            for (sum, _) in sums.iter_mut().zip(is_of).filter(|(_, is_of)| *is_of) {
                sum.visits += 1;
                sum.people += u32::from(is_first);
            }
        }
        sums[0].sessions = u32::try_from(self.sessions.len()).unwrap_or(u32::MAX);
        sums[0].visits += heads.total();
        let [all, children, newcomers] = sums;
        let mut rows = vec![
            row(Part::Whole, Which::All, all, true),
            row(Part::Whole, Which::Children, children, false),
            row(Part::Whole, Which::Newcomers, newcomers, false),
        ];
        for head in Head::ALL.into_iter().filter(|head| head.of(heads) > 0) {
            let sum = Sum { visits: head.of(heads), ..Sum::default() };
            rows.push(Row { people: None, ..row(Part::Unnamed, Which::Unnamed(head), sum, false) });
        }
        rows
    }

    /// A row a piece of the time, or a row a session.
    fn time(&self, from: NaiveDate, until: NaiveDate, step: Step) -> Vec<Row> {
        let (Some(first), Some(last)) = (self.sessions.first(), self.sessions.last()) else { return Vec::new() };
        let pieces: Vec<Which> = match step {
            Step::Whole => return Vec::new(),
            Step::Session => self.sessions.iter().map(|session| Which::Session(session.id)).collect(),
            Step::Day | Step::Month | Step::Year => {
                // A time without end is as long as what was held in it.
                let ends = if step == Step::Year { (first.held_on, last.held_on) } else { (from, until) };
                spans(ends.0, ends.1, step).into_iter().map(|(from, until)| Which::Days(from, until)).collect()
            }
        };
        let mut sums = Sums::new(self, pieces);
        // Sessions stand in the order of their days, and so do the pieces: one walk along both.
        let mut piece = 0;
        let mut places = Vec::with_capacity(self.sessions.len());
        for (place, session) in self.sessions.iter().enumerate() {
            while let Some((Which::Days(_, last), _)) = sums.sums.get(piece)
                && *last < session.held_on
            {
                piece += 1;
            }
            let place = if step == Step::Session { place } else { piece.min(sums.sums.len() - 1) };
            sums.session(place, session);
            places.push(place);
        }
        for (session, person) in &self.present {
            sums.visit(places[at(*session)], *person);
        }
        sums.rows(Part::Time, true)
    }

    /// By sex and by age: what a person is for the whole time.
    fn of_people(&self) -> Vec<Row> {
        let mut sexes = Sums::new(self, [Some(Sex::Female), Some(Sex::Male), None].map(Which::Sex));
        let mut ages = Sums::new(self, AgeBand::ALL.map(Which::Age));
        let place = |person: &PersonFacts, band: &AgeBand| {
            let sex = person.sex.map_or(2, |sex| usize::from(sex == Sex::Male));
            (sex, AgeBand::ALL.iter().position(|one| one == band).unwrap_or(0))
        };
        let places: Vec<_> = self.people.iter().zip(&self.bands).map(|(person, band)| place(person, band)).collect();
        for (_, person) in &self.present {
            let (sex, age) = places[at(*person)];
            sexes.visit(sex, *person);
            ages.visit(age, *person);
        }
        let mut rows = sexes.rows(Part::Sex, false);
        rows.extend(ages.rows(Part::Age, false));
        rows.retain(|row| row.visits > 0);
        rows
    }

    /// By category, each as it was in force on the day of the visit; that of most people first.
    fn of_categories(&self) -> Vec<Row> {
        let mut sums = Sums::new(self, self.codes.iter().cloned().map(Which::Category));
        // The visit that last counted for a category: two grounds of it on one day are one visit.
        let mut last = vec![usize::MAX; self.codes.len()];
        for (visit, (session, person)) in self.present.iter().enumerate() {
            let day = self.sessions[at(*session)].held_on;
            for held in self.people[at(*person)].held.iter().filter(|held| held.is_in_force_on(day)) {
                if std::mem::replace(&mut last[held.code], visit) != visit {
                    sums.visit(held.code, *person);
                }
            }
        }
        let mut rows = sums.rows(Part::Category, false);
        rows.retain(|row| row.visits > 0);
        rows.sort_by(|one, other| other.people.cmp(&one.people).then(other.visits.cmp(&one.visits)));
        rows
    }

    /// By place and by kind: what a session is.
    fn of_sessions(&self) -> Vec<Row> {
        let mut areas = Sums::new(self, [Some(Area::Urban), Some(Area::Rural), None].map(Which::Area));
        let mut kinds = Sums::new(self, []);
        let mut places = Vec::with_capacity(self.sessions.len());
        for session in &self.sessions {
            let area = areas.place(&Which::Area(session.area));
            let kind = kinds.place(&Which::Kind(session.kind.clone()));
            areas.session(area, session);
            kinds.session(kind, session);
            places.push((area, kind));
        }
        for (session, person) in &self.present {
            let (area, kind) = places[at(*session)];
            areas.visit(area, *person);
            kinds.visit(kind, *person);
        }
        let mut rows = areas.rows(Part::Area, true);
        rows.retain(|row| row.sessions != Some(0));
        // Of one kind alone it is the whole again.
        if kinds.sums.len() > 1 {
            kinds.sums.sort_by_key(|(_, sum)| Reverse(sum.sessions));
            rows.extend(kinds.rows(Part::Kind, true));
        }
        rows
    }
}

fn row(part: Part, which: Which, sum: Sum, with_sessions: bool) -> Row {
    let sessions = with_sessions.then_some(sum.sessions);
    Row { part, which, sessions, visits: sum.visits, people: Some(sum.people) }
}

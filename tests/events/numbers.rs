//! Events in numbers: what the file says equals a recount by hand over random small offices, for every number and every list behind one.
#![allow(clippy::unwrap_used, reason = "small numbers of a story fit everywhere")]

use crate::common::{an_office, day};
use crate::fixture::store;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use stiika::domain::category::CategoryCode;
use stiika::domain::event::figures::{AgeBand, FigureScope, Head, Part, Which};
use stiika::domain::event::{EventKindCode, Heads};
use stiika::domain::filter::Area;
use stiika::domain::id::{PersonId, SeriesId, SessionId, StaffId};
use stiika::domain::number::FamilyNumber;
use stiika::domain::person::{BirthDate, Precision, Sex};
use stiika::domain::staff::{Right, Role};
use stiika::office::{Office, OfficeError};
use stiika::store::StoreError;
use uuid::Uuid;

/// Small numbers from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn is(&mut self, one_of: u64) -> bool {
        self.roll(one_of) == 0
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        let at = self.roll(u64::try_from(list.len()).unwrap());
        list[usize::try_from(at).unwrap()].clone()
    }

    fn day(&mut self, from: &str, span: u64) -> NaiveDate {
        day(from) + Days::new(self.roll(span))
    }

    fn day_or_none(&mut self, from: &str, span: u64) -> Option<NaiveDate> {
        if self.is(3) { None } else { Some(self.day(from, span)) }
    }
}

struct Person {
    sex: Option<Sex>,
    birth: Option<BirthDate>,
    merged_into: Option<usize>,
    voided: bool,
    family: Option<(usize, NaiveDate, Option<NaiveDate>)>,
}

struct Session {
    held_on: NaiveDate,
    status: &'static str,
    voided: bool,
    kind: &'static str,
    programme: Option<&'static str>,
    series: Option<usize>,
    rural: Option<bool>,
    settlement: &'static str,
    heads: Heads,
    restricted: bool,
    mine: bool,
}

struct Category {
    code: &'static str,
    owner: Result<usize, usize>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    voided: bool,
}

/// An office as a list of rows.
struct Small {
    people: Vec<Person>,
    sessions: Vec<Session>,
    categories: Vec<Category>,
    /// Session, person, outcome, voided.
    marks: Vec<(usize, usize, &'static str, bool)>,
}

const PROGRAMMES: [&str; 2] = ["women_hub", "guardianship"];
const CODES: [&str; 4] = ["displaced", "military", "orphan", "violence_survivor"];
const PLACES: [&str; 4] = ["м. Луцьк", "с. Жидичин", "", "Десь-не-знати-де"];

/// What the file keeps of a rule.
const RULE: &str = r#"{"pattern":{"daily":{"every":7}},"starts_on":"2025-01-01","ends_on":"2025-12-31"}"#;

fn small(seed: u64) -> Small {
    let dice = &mut Dice(seed);
    let people = (0..9)
        .map(|place| Person {
            sex: dice.of(&[Some(Sex::Female), Some(Sex::Male), None]),
            birth: match dice.roll(4) {
                0 => None,
                1 => Some(BirthDate {
                    date: dice.of(&[day("2007-01-01"), day("1960-01-01")]),
                    precision: Precision::Year,
                }),
                // Eighteen within the time, some on the very day of a session.
                2 => Some(BirthDate { date: dice.day("2007-03-01", 40), precision: Precision::Day }),
                _ => Some(BirthDate { date: dice.day("1950-01-01", 27_000), precision: Precision::Day }),
            },
            merged_into: (place > 6 && dice.is(2)).then(|| usize::try_from(dice.roll(6)).unwrap()),
            voided: dice.is(9),
            family: (!dice.is(4)).then(|| {
                let from = dice.day("2024-06-01", 400);
                (usize::try_from(dice.roll(3)).unwrap(), from, dice.is(3).then(|| from + Days::new(dice.roll(300))))
            }),
        })
        .collect();
    let sessions: Vec<Session> = (0..14)
        .map(|_| {
            let restricted = dice.is(4);
            Session {
                held_on: dice.day("2025-01-15", 90),
                status: dice.of(&["held", "held", "held", "planned", "cancelled"]),
                voided: dice.is(12),
                kind: dice.of(&["club", "training", "campaign"]),
                programme: dice.of(&[None, Some(PROGRAMMES[0]), Some(PROGRAMMES[1])]),
                series: dice.is(2).then(|| usize::try_from(dice.roll(2)).unwrap()),
                rural: dice.of(&[None, None, Some(true), Some(false)]),
                settlement: dice.of(&PLACES),
                heads: if dice.is(3) {
                    Heads { women: 3, men: u32::try_from(dice.roll(2)).unwrap(), children: 2 }
                } else {
                    Heads::default()
                },
                restricted,
                mine: restricted && dice.is(2),
            }
        })
        .collect();
    let categories = (0..8)
        .map(|_| Category {
            code: dice.of(&CODES),
            owner: if dice.is(2) {
                Ok(usize::try_from(dice.roll(9)).unwrap())
            } else {
                Err(usize::try_from(dice.roll(3)).unwrap())
            },
            since: dice.day_or_none("2024-12-01", 120),
            until: dice.day_or_none("2025-01-10", 120),
            voided: dice.is(6),
        })
        .collect();
    let mut marks = Vec::new();
    for session in 0..sessions.len() {
        for person in 0..9 {
            if dice.is(2) {
                let outcome = dice.of(&["present", "present", "present", "absent", "excused"]);
                marks.push((session, person, outcome, dice.is(9)));
            }
        }
    }
    Small { people, sessions, categories, marks }
}

fn key(kind: u8, place: usize) -> Uuid {
    Uuid::from_u128((u128::from(kind) << 64) | (u128::try_from(place).unwrap() + 1))
}

fn hex(kind: u8, place: usize) -> String {
    format!("x'{}'", key(kind, place).simple())
}

fn text(day: Option<NaiveDate>) -> String {
    day.map_or("NULL".to_owned(), |day| format!("'{day}'"))
}

impl Small {
    /// The rows as SQL; `me` trains whatever is `mine`.
    fn sql(&self, me: StaffId) -> String {
        let me = format!("x'{}'", me.0.simple());
        let mut sql = String::from(
            "DELETE FROM attendance; DELETE FROM session; DELETE FROM series; DELETE FROM category; DELETE FROM membership;
             DELETE FROM person; DELETE FROM family;",
        );
        let numbers = (1_000_000..).filter(|number| FamilyNumber::from_value(*number).is_some());
        for (place, number) in numbers.take(3).enumerate() {
            let id = hex(1, place);
            write!(sql, "INSERT INTO family (id, number, registered_on) VALUES ({id}, {number}, '2024-01-01');")
                .unwrap();
        }
        for (place, person) in self.people.iter().enumerate() {
            let (birth, precision) = person.birth.map_or(("NULL".to_owned(), "NULL"), |birth| {
                (format!("'{}'", birth.date), if birth.precision == Precision::Year { "'year'" } else { "'day'" })
            });
            let sex = person.sex.map_or("NULL".to_owned(), |sex| format!("'{}'", sex.code()));
            let merged = person.merged_into.map_or("NULL".to_owned(), |into| hex(2, into));
            let voided = if person.voided { "'2025-01-01'" } else { "NULL" };
            write!(
                sql,
                "INSERT INTO person (id, surname, given_name, patronymic, sex, birth_date, birth_precision, merged_into, voided_on)
                 VALUES ({}, 'Людина', 'Ім''я{place}', '', {sex}, {birth}, {precision}, {merged}, {voided});",
                hex(2, place)
            )
            .unwrap();
            if let Some((family, from, until)) = person.family {
                write!(
                    sql,
                    "INSERT INTO membership (id, family, person, relation, position, from_on, until_on)
                     VALUES ({}, {}, {}, 'other', 0, '{from}', {});",
                    hex(3, place),
                    hex(1, family),
                    hex(2, place),
                    text(until)
                )
                .unwrap();
            }
        }
        for place in 0..2 {
            write!(
                sql,
                "INSERT INTO series (id, kind, title, rule, starts_on, ends_on)
                 VALUES ({}, 'club', 'Гурток', '{RULE}', '2025-01-01', '2025-12-31');",
                hex(4, place)
            )
            .unwrap();
        }
        for (place, session) in self.sessions.iter().enumerate() {
            write!(
                sql,
                "INSERT INTO session (id, kind, title, held_on, programme, settlement, status, series, rural, restricted, trainer,
                     unnamed_women, unnamed_men, unnamed_children, voided)
                 VALUES ({}, '{}', 'Захід', '{}', {}, '{}', '{}', {}, {}, {}, {}, {}, {}, {}, {});",
                hex(5, place),
                session.kind,
                session.held_on,
                session.programme.map_or("NULL".to_owned(), |code| format!("'{code}'")),
                session.settlement,
                session.status,
                session.series.map_or("NULL".to_owned(), |series| hex(4, series)),
                session.rural.map_or("NULL", |rural| if rural { "1" } else { "0" }),
                u8::from(session.restricted),
                if session.mine { me.as_str() } else { "NULL" },
                session.heads.women,
                session.heads.men,
                session.heads.children,
                u8::from(session.voided),
            )
            .unwrap();
        }
        for (place, category) in self.categories.iter().enumerate() {
            let (person, family) = match category.owner {
                Ok(person) => (hex(2, person), "NULL".to_owned()),
                Err(family) => ("NULL".to_owned(), hex(1, family)),
            };
            write!(
                sql,
                "INSERT INTO category (id, family, person, code, since, until, voided) VALUES ({}, {family}, {person}, '{}', {}, {}, {});",
                hex(6, place),
                category.code,
                text(category.since),
                text(category.until),
                u8::from(category.voided)
            )
            .unwrap();
        }
        for (place, (session, person, outcome, voided)) in self.marks.iter().enumerate() {
            write!(
                sql,
                "INSERT INTO attendance (id, session, person, expected, outcome, source, marked_at, marked_by, desk, voided)
                 VALUES ({}, {}, {}, 1, '{outcome}', 'list', '2025-05-01T10:00:00.000+02:00', {me}, 'desk', {});",
                hex(7, place),
                hex(5, *session),
                hex(2, *person),
                u8::from(*voided)
            )
            .unwrap();
        }
        sql
    }

    fn kept(&self, person: usize) -> usize {
        self.people[person].merged_into.map_or(person, |into| self.kept(into))
    }

    /// Whoever was there, each once a session.
    fn present(&self) -> BTreeSet<(usize, usize)> {
        let present = self.marks.iter().filter(|(session, _, outcome, voided)| {
            *outcome == "present"
                && !voided
                && self.sessions[*session].status != "cancelled"
                && !self.sessions[*session].voided
        });
        let present = present.map(|(session, person, ..)| (*session, self.kept(*person)));
        present.filter(|(_, person)| !self.people[*person].voided).collect()
    }

    fn has(&self, person: usize, code: &str, on: NaiveDate) -> bool {
        let stands = |person: usize, family: usize| {
            matches!(self.people[person].family, Some((mine, from, until))
                if mine == family && from <= on && until.is_none_or(|until| on < until))
        };
        self.categories.iter().filter(|category| category.code == code && !category.voided).any(|category| {
            let in_force =
                category.since.is_none_or(|since| since <= on) && category.until.is_none_or(|until| on <= until);
            let reaches = match category.owner {
                Ok(owner) if owner == person => true,
                Ok(owner) => (0..3).any(|family| stands(owner, family) && stands(person, family)),
                Err(family) => stands(person, family),
            };
            in_force && reaches
        })
    }

    fn area(&self, session: usize) -> Option<Area> {
        let session = &self.sessions[session];
        match (session.rural, session.settlement) {
            (Some(true), _) | (None, "с. Жидичин") => Some(Area::Rural),
            (Some(false), _) | (None, "м. Луцьк") => Some(Area::Urban),
            _ => None,
        }
    }
}

/// What a recount says of a number.
#[derive(PartialEq, Eq, Debug, Default)]
struct Recount {
    sessions: usize,
    visits: u32,
    /// By person how often.
    people: BTreeMap<usize, u32>,
    /// Those whom the asker may know, by how often as far as they may know.
    open: BTreeMap<usize, u32>,
}

fn is_in(scope: &FigureScope, small: &Small, session: usize) -> bool {
    let row = &small.sessions[session];
    match scope {
        FigureScope::All => true,
        FigureScope::Programme(code) => row.programme == Some(code.as_str()),
        FigureScope::Series(series) => row.series.is_some_and(|place| SeriesId(key(4, place)) == *series),
        FigureScope::Session(id) => SessionId(key(5, session)) == *id,
    }
}

fn recount(small: &Small, scope: &FigureScope, (from, until): (NaiveDate, NaiveDate), which: &Which) -> Recount {
    let held_on = |session: usize| small.sessions[session].held_on;
    let in_time = |session: usize| is_in(scope, small, session) && (from..=until).contains(&held_on(session));
    let all = small.present();
    let present: BTreeSet<(usize, usize)> = all.iter().copied().filter(|(session, _)| in_time(*session)).collect();
    let first =
        |person: usize| present.iter().filter(|(_, one)| *one == person).map(|(session, _)| held_on(*session)).min();
    let band = |person: usize| {
        let age = small.people[person].birth.zip(first(person)).map(|(birth, day)| birth.age_on(day));
        AgeBand::of(age)
    };
    let wider = match scope {
        FigureScope::Session(id) => (0..small.sessions.len())
            .find(|place| SessionId(key(5, *place)) == *id)
            .and_then(|place| small.sessions[place].series)
            .map_or(FigureScope::All, |series| FigureScope::Series(SeriesId(key(4, series)))),
        scope => scope.clone(),
    };
    let before = |person: usize| {
        all.iter().any(|(session, one)| *one == person && held_on(*session) < from && is_in(&wider, small, *session))
    };
    let of_session = |session: usize| match which {
        Which::Area(area) => small.area(session) == *area,
        Which::Kind(kind) => small.sessions[session].kind == kind.as_str(),
        Which::Days(from, until) => (*from..=*until).contains(&held_on(session)),
        Which::Session(id) => SessionId(key(5, session)) == *id,
        _ => true,
    };
    let takes = |session: usize, person: usize| match which {
        Which::Children => band(person).is_of_children(),
        Which::Newcomers => !before(person),
        Which::Sex(sex) => small.people[person].sex == *sex,
        Which::Age(one) => band(person) == *one,
        Which::Category(code) => small.has(person, &code.0, held_on(session)),
        Which::Unnamed(_) => false,
        _ => of_session(session),
    };
    let mut found = Recount::default();
    for (session, person) in present.iter().filter(|(session, person)| takes(*session, *person)) {
        found.visits += 1;
        *found.people.entry(*person).or_default() += 1;
        let row = &small.sessions[*session];
        if !row.restricted || row.mine {
            *found.open.entry(*person).or_default() += 1;
        }
    }
    for (place, session) in small.sessions.iter().enumerate() {
        let somebody = present.iter().any(|(one, _)| *one == place) || session.heads.total() > 0;
        let counts = somebody || (session.status == "held" && session.kind != "campaign");
        if in_time(place) && session.status != "cancelled" && !session.voided && counts && of_session(place) {
            found.sessions += 1;
            found.visits += match which {
                Which::All | Which::Area(_) | Which::Kind(_) | Which::Days(..) | Which::Session(_) => {
                    session.heads.total()
                }
                Which::Unnamed(head) => head.of(session.heads),
                _ => 0,
            };
        }
    }
    found
}

fn every_which(small: &Small) -> Vec<Which> {
    let mut all = vec![Which::All, Which::Children, Which::Newcomers];
    all.extend(Head::ALL.map(Which::Unnamed));
    all.extend([Some(Sex::Female), Some(Sex::Male), None].map(Which::Sex));
    all.extend(AgeBand::ALL.map(Which::Age));
    all.extend(CODES.map(|code| Which::Category(CategoryCode(code.to_owned()))));
    all.extend([Some(Area::Rural), Some(Area::Urban), None].map(Which::Area));
    all.extend(["club", "training", "campaign"].map(|kind| Which::Kind(EventKindCode::from(kind))));
    all.extend((0..small.sessions.len()).map(|place| Which::Session(SessionId(key(5, place)))));
    all
}

/// Every number of a scope as it is and as the recount has it.
fn agree(
    small: &Small,
    trainer: &mut Office,
    scope: &FigureScope,
    days: (NaiveDate, NaiveDate),
) -> Result<(), TestCaseError> {
    let figures = match trainer.event_figures(scope, days.0, days.1) {
        Ok(figures) => figures,
        // A restricted session of somebody else, a campaign, a session that was taken back: refused, and rightly.
        Err(OfficeError::Event(_)) => {
            let FigureScope::Session(id) = scope else { panic!("refused: {scope:?}") };
            let session = small.sessions.iter().enumerate().find(|(place, _)| SessionId(key(5, *place)) == *id);
            let (_, session) = session.expect("there");
            prop_assert!(session.voided || session.kind == "campaign" || (session.restricted && !session.mine));
            return Ok(());
        }
        Err(other) => panic!("{other:?}"),
    };
    let days = if matches!(scope, FigureScope::Session(_)) { (figures.from, figures.until) } else { days };
    let spans = figures.rows.iter().filter(|row| row.part == Part::Time).map(|row| row.which.clone());
    for which in every_which(small).into_iter().chain(spans) {
        let counted = recount(small, scope, days, &which);
        let row = figures.row(&which);
        let people: u32 = counted.people.len().try_into().unwrap();
        // A trainer knows nothing of the sensitive category, in no row and through no door.
        if which == Which::Category(CategoryCode("violence_survivor".to_owned())) {
            prop_assert!(figures.rows.iter().all(|row| row.which != which));
            prop_assert_eq!(
                trainer.figure_people(scope, days, &which),
                Err(OfficeError::NotAllowed(Right::SeeSensitive))
            );
            continue;
        }
        let has_row = figures.rows.iter().any(|row| row.which == which);
        let is_of_sessions = matches!(which, Which::Kind(_) | Which::Session(_));
        prop_assert!(
            has_row || is_of_sessions || (counted.visits == 0 && counted.sessions == 0) || !shows(&which),
            "{which:?}"
        );
        if has_row {
            prop_assert_eq!(row.visits, counted.visits, "visits of {:?} in {:?}", which, scope);
            if !matches!(which, Which::Unnamed(_)) {
                prop_assert_eq!(row.people, Some(people), "people of {:?} in {:?}", which, scope);
            }
            if let Some(sessions) = row.sessions {
                prop_assert_eq!(
                    usize::try_from(sessions).unwrap(),
                    counted.sessions,
                    "sessions of {:?} in {:?}",
                    which,
                    scope
                );
            }
        }
        // The list behind the number is the number.
        let behind = trainer.figure_people(scope, days, &which).expect("people");
        let listed: BTreeMap<PersonId, u32> = behind.rows.iter().map(|row| (row.person, row.visits)).collect();
        let known: BTreeMap<PersonId, u32> =
            counted.open.iter().map(|(person, visits)| (PersonId(key(2, *person)), *visits)).collect();
        prop_assert_eq!(listed, known, "list of {:?} in {:?}", which, scope);
        prop_assert_eq!(behind.left_out, counted.people.len() - counted.open.len());
        let (all, open): (u32, u32) = (counted.people.values().sum(), counted.open.values().sum());
        prop_assert_eq!(behind.left_out_visits, all - open);
    }
    Ok(())
}

/// Whether a number of nothing but sessions has a row of its own.
fn shows(which: &Which) -> bool {
    matches!(which, Which::All | Which::Children | Which::Newcomers | Which::Area(_))
}

#[test]
fn every_number_and_every_list_is_what_a_recount_by_hand_says() {
    let mut main = an_office();
    let trainer = RefCell::new(main.desk_of(Role::Trainer));
    let me = trainer.borrow().staff().id;
    let file = RefCell::new(store(&main.path()));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&any::<u64>(), |seed| {
            let small = small(seed);
            let trainer = &mut *trainer.borrow_mut();
            file.borrow_mut().transact(|tx| tx.execute_batch(&small.sql(me)).map_err(StoreError::from)).expect("rows");
            let mut scopes = vec![FigureScope::All];
            scopes.extend(PROGRAMMES.map(|code| FigureScope::Programme(code.into())));
            scopes.extend([0, 1].map(|place| FigureScope::Series(SeriesId(key(4, place)))));
            scopes.extend((0..3).map(|place| FigureScope::Session(SessionId(key(5, place)))));
            for scope in &scopes {
                agree(&small, trainer, scope, (day("2025-03-01"), day("2025-03-31")))?;
            }
            agree(&small, trainer, &FigureScope::All, (day("2025-01-01"), day("2025-12-31")))
        })
        .expect("the same numbers");
}

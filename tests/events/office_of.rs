//! An office of full size, written straight into the file: 100 000 people, 20 000 sessions of 500 clubs, 1 000 000 marks of ten years.

use crate::common::{AnOffice, a_family_of, an_office};
use crate::fixture::store;
use stiika::domain::id::{SeriesId, SessionId};
use stiika::office::{ImportBatch, Run};
use uuid::Uuid;

/// Sessions of a club.
pub const SESSIONS: u128 = 40;
/// Clubs.
pub const CLUBS: u128 = 500;
const SERIES: u128 = 1_000_000;
const SESSION: u128 = 5_000_000;

/// A club: number 0 has 30 people, the others 50.
pub fn club(number: u128) -> SeriesId {
    SeriesId(Uuid::from_u128(SERIES + number))
}

/// A session of a club.
pub fn session(club: u128, number: u128) -> SessionId {
    SessionId(Uuid::from_u128(SESSION + club * SESSIONS + number))
}

/// Club `n` begins in the n-th week after 4 June 2016 and lasts 40 Saturdays; it belongs to the (n mod 17)-th programme. Every 50th is
/// restricted. Seven of ten marks are present, two absent, one excused.
const YEARS: &str = "
    CREATE TEMP TABLE per AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM person;
    CREATE UNIQUE INDEX temp.per_n ON per (n);
    CREATE TEMP TABLE prog AS SELECT row_number() OVER (ORDER BY position) - 1 AS n, code FROM programme;
    CREATE TEMP TABLE place AS WITH RECURSIVE p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n < 499) SELECT n FROM p;
    INSERT INTO series (id, kind, title, programme, settlement, audience, restricted, rule, starts_on, ends_on, start_time, end_time)
    SELECT unhex(printf('%032x', 1000000 + s.n)), 'club', 'Гурток ' || s.n, (SELECT code FROM prog WHERE prog.n = s.n % 17),
        iif(s.n % 3 = 0, 'с. Жидичин', 'м. Луцьк'), 'children', s.n % 50 = 7,
        json_object('pattern', json_object('weekly', json_object('every', 1, 'days', json_array('Sat'))),
            'starts_on', date('2016-06-04', (s.n * 7) || ' days'), 'ends_on', date('2016-06-04', (s.n * 7 + 273) || ' days')),
        date('2016-06-04', (s.n * 7) || ' days'), date('2016-06-04', (s.n * 7 + 273) || ' days'), '11:00', '12:30'
    FROM place s;
    INSERT INTO session (id, kind, title, held_on, programme, settlement, status, series, planned_on, start_time, end_time, audience, restricted)
    SELECT unhex(printf('%032x', 5000000 + s.n * 40 + k.n)), 'club', 'Гурток ' || s.n, date('2016-06-04', ((s.n + k.n) * 7) || ' days'),
        (SELECT code FROM prog WHERE prog.n = s.n % 17), iif(s.n % 3 = 0, 'с. Жидичин', 'м. Луцьк'), iif(k.n < 39, 'held', 'planned'),
        unhex(printf('%032x', 1000000 + s.n)), date('2016-06-04', ((s.n + k.n) * 7) || ' days'), '11:00', '12:30', 'children', s.n % 50 = 7
    FROM place s CROSS JOIN place k WHERE k.n < 40;
    INSERT INTO enrolment (id, series, person, from_on, source, added_at, added_by)
    SELECT unhex(printf('%032x', 7000000 + s.n * 50 + p.n)), unhex(printf('%032x', 1000000 + s.n)),
        (SELECT id FROM per WHERE per.n = (s.n * 37 + p.n * 1009) % (SELECT count(*) FROM per)),
        date('2016-06-04', (s.n * 7) || ' days'), 'hand', '2016-06-04T10:00:00.000+03:00', (SELECT id FROM staff)
    FROM place s CROSS JOIN place p WHERE p.n < iif(s.n = 0, 30, 50);
    INSERT INTO attendance (id, session, person, expected, outcome, source, marked_at, marked_by, desk)
    SELECT unhex(printf('%032x', 10000000 + (s.n * 40 + k.n) * 50 + p.n)), unhex(printf('%032x', 5000000 + s.n * 40 + k.n)),
        (SELECT id FROM per WHERE per.n = (s.n * 37 + p.n * 1009) % (SELECT count(*) FROM per)), 1,
        CASE WHEN (s.n + k.n * 7 + p.n * 3) % 10 < 7 THEN 'present' WHEN (s.n + k.n * 7 + p.n * 3) % 10 < 9 THEN 'absent' ELSE 'excused' END,
        'list', date('2016-06-04', ((s.n + k.n) * 7) || ' days') || 'T11:05:00.000+03:00', (SELECT id FROM staff), 'desk'
    FROM place s CROSS JOIN place k CROSS JOIN place p WHERE k.n < 40 AND p.n < iif(s.n = 0, 30, 50);";

/// The office, with the desk that made it.
pub fn ten_years() -> AnOffice {
    let mut main = an_office();
    let family = |place: usize| {
        let head = format!("Шевченко{place} Оксана Петрівна");
        let family = a_family_of(&head).with_child(4 + i32::try_from(place % 13).expect("small")).with_child(9);
        let family = if place.is_multiple_of(2) { family.displaced() } else { family };
        family.with_key(&format!("С-{place}")).draft()
    };
    let batch = ImportBatch { families: (0..33_334).map(family).collect(), ..ImportBatch::default() };
    main.office.import(&batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
    store(&main.path()).transact(|tx| tx.execute_batch(YEARS).map_err(stiika::store::StoreError::from)).expect("years");
    main
}

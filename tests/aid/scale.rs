//! What the counter costs at full size: 100 000 people, 1 000 000 entries of the ledger. Not part of every run:
//! `cargo test --release --test aid -- --ignored --nocapture scale`.

use crate::common::{LOGIN, PASSWORD, a_family_of, day};
use crate::fixture::{TODAY, a_storeroom, cart, issue, receive, store, storeroom, view};
use std::time::Instant;
use stiika::office::aid_room::Whom;
use stiika::office::{ImportBatch, Office, Run};

/// Ten years: 100 lots of each item, half a million issues of two lines to every family in turn.
const YEARS: &str = "
    CREATE TEMP TABLE fam AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM family;
    CREATE UNIQUE INDEX temp.fam_n ON fam (n);
    CREATE TEMP TABLE thing AS SELECT row_number() OVER (ORDER BY position) - 1 AS n, code FROM item;
    CREATE UNIQUE INDEX temp.thing_n ON thing (n);
    INSERT INTO act (id, deed, site, year, number, kind, happened_on, made_at, desk, staff, location, partner)
    WITH RECURSIVE p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n < 99)
    SELECT unhex(printf('%032x', 1000 + n)), unhex(printf('%032x', 1000 + n)), zeroblob(16), 1900, n + 1, 'receipt',
        date('2016-11-01', (n * 36) || ' days'), '2016-11-01T10:00:00.000+02:00', 'desk', (SELECT id FROM staff), 'storeroom', 'karitas' FROM p;
    INSERT INTO lot (id, item, act, donor, received_on)
    SELECT unhex(printf('%032x', 100000 + CAST(a.number - 1 AS INTEGER) * 19 + t.n)), t.code, a.id, 'karitas', a.happened_on
    FROM act a CROSS JOIN thing t WHERE a.kind = 'receipt' AND a.year = 1900;
    INSERT INTO act_line (act, line, item, flow, quantity)
    SELECT a.id, t.n, t.code, 'in', 100000 FROM act a CROSS JOIN thing t WHERE a.kind = 'receipt' AND a.year = 1900;
    INSERT INTO ledger (act, entry, line, kind, item, lot, location, quantity, happened_on)
    SELECT l.act, t.n, t.n, 'receipt', t.code, l.id, 'storeroom', 100000, l.received_on FROM lot l JOIN thing t ON t.code = l.item
    JOIN act a ON a.id = l.act WHERE a.year = 1900 ORDER BY l.received_on;
    INSERT INTO act (id, deed, site, year, number, kind, happened_on, made_at, desk, staff, location, programme)
    WITH RECURSIVE p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n < 499999)
    SELECT unhex(printf('%032x', 10000000 + n)), unhex(printf('%032x', 10000000 + n)), zeroblob(16), 2000 + n / 50000, n % 50000 + 1, 'issue',
        date('2016-11-05', (n * 3640 / 500000) || ' days'), '2016-11-05T10:00:00.000+02:00', 'desk', (SELECT id FROM staff),
        'storeroom', 'emergency_room' FROM p;
    INSERT INTO act_recipient (act, kind, family, adults, children, collector_kind)
    SELECT a.id, 'family', f.id, 1, 2, 'unknown' FROM act a
    JOIN fam f ON f.n = ((a.year - 2000) * 50000 + a.number) * 7919 % (SELECT count(*) FROM fam) WHERE a.kind = 'issue';
    INSERT INTO act_line (act, line, item, flow, quantity)
    SELECT a.id, k.n, t.code, 'out', 1 + a.number % 3 FROM act a CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) k
    JOIN thing t ON t.n = (a.number + k.n * 3) % 19 WHERE a.kind = 'issue' AND a.year >= 2000;
    INSERT INTO ledger (act, entry, line, kind, item, lot, location, quantity, happened_on)
    SELECT a.id, k.n, k.n, 'issue', t.code,
        unhex(printf('%032x', 100000 + min(99, ((a.year - 2000) * 50000 + a.number) / 5050) * 19 + t.n)),
        'storeroom', -(1 + a.number % 3), a.happened_on
    FROM act a CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) k JOIN thing t ON t.n = (a.number + k.n * 3) % 19
    WHERE a.kind = 'issue' AND a.year >= 2000 ORDER BY a.happened_on, a.id;";

fn timed<T>(what: &str, times: u32, mut work: impl FnMut(u32) -> T) -> T {
    let begun = Instant::now();
    let mut last = work(0);
    for time in 1..times {
        last = work(time);
    }
    println!("{what}: {:.2} ms", begun.elapsed().as_secs_f64() * 1000.0 / f64::from(times));
    last
}

#[test]
#[ignore = "measures, takes minutes"]
fn the_counter_at_a_million_entries() {
    let mut main = a_storeroom();
    let family = |place: usize| {
        let head = format!("Шевченко{place} Оксана Петрівна");
        a_family_of(&head).with_child(4).with_child(9).displaced().with_key(&format!("С-{place}")).draft()
    };
    let batch = ImportBatch { families: (0..33_334).map(family).collect(), ..ImportBatch::default() };
    main.office.import(&batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
    let (path, surroundings) = (main.path(), main.surroundings());
    drop(main.office);
    timed("ten years of the storeroom", 1, |_| {
        store(&path).transact(|tx| tx.execute_batch(YEARS).map_err(stiika::store::StoreError::from)).expect("years");
    });
    let entries: i64 =
        store(&path).read(|tx| Ok(tx.query_row("SELECT count(*) FROM ledger", [], |row| row.get(0))?)).expect("count");
    let mut desk = Office::sign_in(&path, LOGIN, PASSWORD, surroundings).expect("desk");
    println!("{entries} entries");
    let families: Vec<_> = desk.find("Шевченко", 100).expect("found").iter().filter_map(|one| one.family).collect();
    timed("aid_view, first look", 40, |time| view(&mut desk, families[time as usize]));
    timed("aid_view again", 40, |time| view(&mut desk, families[time as usize]));
    timed("issue, durable", 40, |time| {
        let mut mine = cart(families[time as usize], &[("clothes", 4_200), ("food_kit", 1)]);
        mine.lines.iter_mut().for_each(|line| line.override_reason = "так треба".to_owned());
        issue(&mut desk, &mine).expect("issued")
    });
    timed("receive, durable", 20, |_| receive(&mut desk, "toys", 5_000));
    timed("balances", 40, |_| desk.balances(Some(&storeroom())).expect("balances").rows.len());
    timed("balances everywhere", 40, |_| desk.balances(None).expect("balances").rows.len());
    let first = timed("movements, first page", 40, |_| {
        desk.movements(&"clothes".into(), Some(&storeroom()), None).expect("page")
    });
    let next = first.next.expect("more");
    timed("movements, next page", 40, |_| {
        desk.movements(&"clothes".into(), Some(&storeroom()), Some(&next)).expect("page")
    });
    timed("acts of a family", 40, |time| desk.acts_of(&Whom::Family(families[time as usize])).expect("acts").len());
    timed("overrides of a month", 20, |_| desk.overrides(day("2026-11-01"), day(TODAY)).expect("overrides").len());
    timed("donor of a month", 5, |_| {
        desk.donor(&"karitas".into(), day("2026-10-01"), day(TODAY)).expect("page").families
    });
    timed("acts of a day", 5, |_| desk.acts_between(day("2026-10-20"), day("2026-10-20")).expect("acts").len());
}

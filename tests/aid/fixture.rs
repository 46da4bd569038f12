//! A storeroom with a donor, goods in a line, a cart in a line, and the invariants of the ledger.

use crate::common::{AnOffice, LOGIN, PASSWORD, an_office, day};
use stiika::domain::aid::{Cart, CartLine, Collector, Recipient};
use stiika::domain::id::FamilyId;
use stiika::domain::stock::{LocationCode, ProgrammeCode, Quantity};
use stiika::office::aid_room::{AidView, IssuedAct, Whom};
use stiika::office::storeroom::{MadeAct, Receipt, ReceiptLine, Removal, RemovalLine};
use stiika::office::{Office, OfficeError};
use stiika::store::Store;
use stiika::store::keys::SlotsFile;

/// The day of the standing clock.
pub const TODAY: &str = "2026-11-21";

pub fn store(path: &std::path::Path) -> Store {
    let slots = SlotsFile::load(path).expect("slots").slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).expect("key");
    Store::open(path, &key).expect("file")
}

/// An office whose catalogue has a donor, a car and a campaign.
pub fn a_storeroom() -> AnOffice {
    let main = an_office();
    let sql = "INSERT INTO partner (code, name, role) VALUES ('karitas', 'Карітас', 'donor'), ('hromada', 'Громада', 'recipient');
               INSERT INTO location (code, name, kind) VALUES ('bus', 'Бус', 'car');
               INSERT INTO session (id, kind, title, held_on)
               VALUES (x'00000000000000000000000000000001', 'campaign', 'До школи', '2026-11-20');
               UPDATE programme SET starts_on = '2026-01-01' WHERE code = 'emergency_room';";
    store(&main.path())
        .transact(|tx| tx.execute_batch(sql).map_err(stiika::store::StoreError::from))
        .expect("catalogue");
    main
}

/// What a food kit holds from a day on.
pub fn compose(path: &std::path::Path, from_on: &str, parts: &[(&str, i64)]) {
    let version = format!("food_kit/{from_on}");
    let mut sql =
        format!("INSERT INTO kit_version (key, item, from_on) VALUES ('{version}', 'food_kit', '{from_on}');");
    for (item, quantity) in parts {
        sql.push_str(&format!(
            "INSERT INTO kit_part (key, version, item, quantity, position) VALUES ('{version}/{item}', '{version}', '{item}', {quantity}, 1);"
        ));
    }
    store(path).transact(|tx| tx.execute_batch(&sql).map_err(stiika::store::StoreError::from)).expect("composed");
}

pub fn storeroom() -> LocationCode {
    LocationCode::storeroom()
}

pub fn receive_on(
    office: &mut Office,
    on: &str,
    item: &str,
    quantity: i64,
    expires_on: Option<&str>,
) -> Result<MadeAct, OfficeError> {
    let deed = office.new_deed();
    let line =
        ReceiptLine { item: item.into(), quantity: Quantity(quantity), weight: None, expires_on: expires_on.map(day) };
    let receipt = Receipt {
        on: day(on),
        location: storeroom(),
        partner: Some("karitas".into()),
        document: "накладна 7".to_owned(),
        lines: vec![line],
        note: String::new(),
    };
    office.receive(deed, &receipt)
}

pub fn receive(office: &mut Office, item: &str, quantity: i64) -> MadeAct {
    let expires = (["food_kit", "baby_food"].contains(&item)).then_some("2027-05-01");
    receive_on(office, TODAY, item, quantity, expires).expect("received")
}

pub fn removal(on: &str, item: &str, quantity: i64) -> Removal {
    Removal {
        on: day(on),
        location: storeroom(),
        lines: vec![RemovalLine { item: item.into(), quantity: Quantity(quantity), lot: None }],
        reason: "зіпсовано".to_owned(),
        note: String::new(),
    }
}

pub fn line(item: &str, quantity: i64) -> CartLine {
    CartLine::new(item.into(), Quantity(quantity))
}

pub fn cart(family: FamilyId, lines: &[(&str, i64)]) -> Cart {
    Cart {
        recipient: Recipient::Family(family),
        on: day(TODAY),
        location: storeroom(),
        programme: Some(ProgrammeCode::from("emergency_room")),
        right_reason: String::new(),
        campaign: None,
        lines: lines.iter().map(|(item, quantity)| line(item, *quantity)).collect(),
        collector: Collector::Other { name: "Сусідка".to_owned(), paper: "КС 654321".to_owned() },
        note: String::new(),
        seen: None,
    }
}

pub fn issue(office: &mut Office, cart: &Cart) -> Result<IssuedAct, OfficeError> {
    let deed = office.new_deed();
    office.issue(deed, cart)
}

pub fn view(office: &mut Office, family: FamilyId) -> AidView {
    office.aid_view(&Whom::Family(family), day(TODAY), &storeroom()).expect("view")
}

/// How much lies of an item in the storeroom.
pub fn lies(office: &mut Office, item: &str) -> i64 {
    let rows = office.balances(Some(&storeroom())).expect("balances").rows;
    rows.iter().find(|row| row.item.as_str() == item).map_or(0, |row| row.quantity.0)
}

/// Whatever was done: the balance is the ledger, nothing is below zero on any day, every act moved what its lines say, and numbers have no holes.
pub fn adds_up(path: &std::path::Path) {
    let none = [
        ("balance is not the ledger",
         "SELECT count(*) FROM (SELECT location, item, lot, sum(quantity) AS q FROM ledger GROUP BY location, item, lot) g
          FULL JOIN balance b USING (location, item, lot) WHERE g.q IS NOT b.quantity"),
        ("below zero on some day",
         "SELECT count(*) FROM (SELECT sum(sum(quantity)) OVER (PARTITION BY location, lot ORDER BY happened_on) AS after
          FROM ledger GROUP BY location, lot, happened_on) WHERE after < 0"),
        ("an act is not its lines",
         "SELECT count(*) FROM (SELECT a.id, l.line, iif(l.flow = 'in', 1, -1) * l.quantity AS said,
              (SELECT sum(g.quantity) FROM ledger g WHERE g.act = a.id AND g.line = l.line AND g.location = a.location) AS moved
          FROM act a JOIN act_line l ON l.act = a.id) WHERE said IS NOT moved"),
        ("a transfer did not arrive",
         "SELECT count(*) FROM (SELECT sum(g.quantity) AS q FROM ledger g JOIN act a ON a.id = g.act
          WHERE a.location_to IS NOT NULL GROUP BY a.id) WHERE q <> 0"),
        ("a line without entries, or an entry without a line",
         "SELECT count(*) FROM ledger g WHERE NOT EXISTS (SELECT 1 FROM act_line l WHERE l.act = g.act AND l.line = g.line AND l.item = g.item)"),
        ("numbers with holes",
         "SELECT count(*) FROM (SELECT max(number) <> count(*) AS hole FROM act GROUP BY site, year) WHERE hole"),
        ("a reversed act is in force",
         "SELECT count(*) FROM act a JOIN act_recipient r ON r.act = a.id WHERE (a.reversed_by IS NULL) <> r.in_force"),
        ("the pace is not the ledger",
         "SELECT count(*) FROM (SELECT g.location, g.item, -sum(g.quantity) AS q FROM ledger g JOIN act a ON a.id = g.act
              LEFT JOIN act o ON o.id = a.reverses
              WHERE coalesce(o.kind, a.kind) = 'issue' GROUP BY g.location, g.item) l
          JOIN (SELECT location, item, sum(quantity) AS q FROM outgoing GROUP BY location, item) p USING (location, item)
          WHERE l.q <> p.q AND NOT EXISTS (SELECT 1 FROM act WHERE kind = 'assembly')"),
    ];
    let store = store(path);
    for (what, sql) in none {
        let found: i64 = store.read(|tx| Ok(tx.query_row(sql, [], |row| row.get(0))?)).expect(what);
        assert_eq!(found, 0, "{what}");
    }
}

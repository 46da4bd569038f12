//! A storeroom with goods in it: partners, a car, kits and what they hold, receipts in a line each.

use super::{AnOffice, day};
use stiika::domain::catalogue::{About, Kind, aid::Composition};
use stiika::domain::stock::{ItemCode, KitPart, LocationCode, PartnerCode, Quantity};
use stiika::office::Office;
use stiika::office::storeroom::{Balances, MadeAct, Receipt, ReceiptLine, Removal, RemovalLine};

pub fn item(code: &str) -> ItemCode {
    ItemCode(code.to_owned())
}

pub fn storeroom() -> LocationCode {
    LocationCode::storeroom()
}

pub fn car() -> LocationCode {
    LocationCode("car_1".to_owned())
}

/// A line of a receipt: of what, how much, until when it keeps.
pub fn came(code: &str, quantity: i64, until: Option<&str>) -> ReceiptLine {
    ReceiptLine { item: item(code), quantity: Quantity(quantity), weight: None, expires_on: until.map(day) }
}

pub fn receive(office: &mut Office, partner: &str, on: &str, lines: Vec<ReceiptLine>) -> MadeAct {
    let deed = office.new_deed();
    let receipt = Receipt {
        on: day(on),
        location: storeroom(),
        partner: Some(PartnerCode(partner.to_owned())),
        document: "накладна 7".to_owned(),
        lines,
        note: String::new(),
    };
    office.receive(deed, &receipt).expect("received")
}

/// Goods from somebody who gives for the first time.
pub fn receive_first(office: &mut Office, name: &str, on: &str, lines: Vec<ReceiptLine>) -> MadeAct {
    let deed = office.new_deed();
    let receipt = Receipt {
        on: day(on),
        location: storeroom(),
        partner: None,
        document: "накладна 7".to_owned(),
        lines,
        note: String::new(),
    };
    office.receive_from(deed, name, &receipt).expect("received")
}

pub fn gone(code: &str, quantity: i64) -> RemovalLine {
    RemovalLine { item: item(code), quantity: Quantity(quantity), lot: None }
}

pub fn removal(from: LocationCode, lines: Vec<RemovalLine>) -> Removal {
    Removal {
        on: day("2026-11-21"), location: from, lines, reason: "зіпсувалося".to_owned(), note: String::new()
    }
}

/// What a food kit holds.
pub fn kit_of(office: &mut Office, parts: &[(&str, i64)]) {
    let parts = parts.iter().map(|(code, quantity)| KitPart { item: item(code), quantity: Quantity(*quantity) });
    let held = Composition { since: day("2026-01-01"), parts: parts.collect() };
    // The names were written past the office.
    office.refresh().expect("what was changed");
    let base = office.catalogue().get(Kind::Item, "food_kit").expect("the kit").clone();
    let mut mine = base.clone();
    let About::Item(kit) = &mut mine.about else { panic!("an item") };
    kit.compositions = vec![held];
    let deed = office.new_deed();
    office.change_entry(deed, &base, &mine).expect("composition");
}

/// How much of an item lies at a place.
pub fn there(office: &mut Office, place: &LocationCode, code: &str) -> i64 {
    let balances: Balances = office.balances(Some(place)).expect("balances");
    balances.rows.iter().find(|row| row.item == item(code)).map_or(0, |row| row.quantity.0)
}

/// Names of its own, so that no test hangs on what the program calls its items; goods that kits are made of; a brigade's car.
const CATALOGUE: [&str; 11] = [
    "UPDATE item SET low_level = NULL WHERE code IN ('baby_food', 'nappies')",
    "UPDATE item SET name = 'Продуктовий набір', name_en = 'Food kit' WHERE code = 'food_kit'",
    "UPDATE item SET name = 'Гігієнічний набір', name_en = 'Hygiene kit' WHERE code = 'hygiene_kit'",
    "UPDATE item SET name = 'Одяг вживаний', name_en = 'Used clothes' WHERE code = 'clothes'",
    "INSERT INTO item (code, name, name_en, item_group, unit, tracks_expiry, position)
     VALUES ('rice', 'Крупа рисова', 'Rice', 'food', 'kg', 1, 20)",
    "INSERT INTO item (code, name, name_en, item_group, unit, standard_weight, position)
     VALUES ('oil', 'Олія соняшникова', 'Sunflower oil', 'food', 'pc', 900, 21)",
    "UPDATE item SET item_group = 'харчі' WHERE code IN ('food_kit', 'rice', 'oil')",
    "UPDATE item SET item_group = 'гігієна' WHERE code = 'hygiene_kit'",
    "UPDATE item SET item_group = 'речі' WHERE code = 'clothes'",
    "UPDATE location SET name = 'Головний склад', name_en = 'Main storeroom' WHERE code = 'storeroom'",
    "INSERT INTO location (code, name, name_en, kind, position)
     VALUES ('car_1', 'Машина бригади', 'Team car', 'car', 2)",
];

impl AnOffice {
    /// A catalogue that the stories of the storeroom are told with.
    pub fn with_goods_to_name(&self) {
        let slots = stiika::store::keys::SlotsFile::load(&self.path()).expect("slots").slots;
        let (key, _) = slots.unlock(super::LOGIN, super::PASSWORD).expect("key");
        let mut store = stiika::store::Store::open(&self.path(), &key).expect("file");
        let write = |tx: &stiika::store::Tx| {
            for sql in CATALOGUE {
                tx.execute(sql, []).map_err(stiika::store::StoreError::from)?;
            }
            Ok::<_, stiika::store::StoreError>(())
        };
        store.transact(write).expect("written");
    }

    /// Food and hygiene kits, clothes by weight, rice and oil, from two donors.
    pub fn with_goods(&mut self) {
        self.with_goods_to_name();
        let office = &mut self.office;
        let food = came("food_kit", 120, Some("2027-03-31"));
        receive_first(office, "Карітас Луцьк", "2026-10-01", vec![food, came("hygiene_kit", 25, None)]);
        let old = came("food_kit", 20, Some("2026-11-30"));
        receive_first(office, "Червоний Хрест", "2026-11-02", vec![old, came("clothes", 812_500, None)]);
        receive_first(
            office,
            "Карітас Луцьк",
            "2026-11-10",
            vec![came("rice", 25_000, Some("2027-06-30")), came("oil", 40, None)],
        );
    }
}

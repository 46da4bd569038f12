//! A year of the demo office's storeroom: who gave, what came, what families got by their season, what was put together, moved, counted.
//!
//! It goes in by the import of old years, as a real office's would: what is given out is planned first, and what comes is planned to be
//! enough for it. The same seed on the same day makes the same year.

use super::rng::Rng;
use crate::cli::failure::Failure;
use crate::domain::aid::{AidFault, LocationKind, PartnerRole};
use crate::domain::catalogue::aid::{Composition, Item, Location, Partner};
use crate::domain::catalogue::{About, Entry};
use crate::domain::category::CategoryCode;
use crate::domain::draft::FamilyDraft;
use crate::domain::stock::{Grams, ItemCode, KitPart, LocationCode, PartnerCode, Quantity, Unit};
use crate::office::goods::{AidLine, AidTo, GoodsFault, GoodsWrong, StockLine};
use crate::office::storeroom::{KitWork, Removal, RemovalLine};
use crate::office::{ImportBatch, Office, OfficeError, Run};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// Most acts that a demo writes: enough for every screen, few enough to open at once.
const MOST_ACTS: usize = 3_000;

/// Who gives what: code, Ukrainian and English name, whom a letter of thanks is for.
const PARTNERS: [(&str, &str, &str, PartnerRole); 5] = [
    ("food_bank", "Волинський продовольчий банк", "Volyn food bank", PartnerRole::Donor),
    ("child_mission", "Дитяча місія", "Child mission", PartnerRole::Donor),
    ("parish", "Парафія святого Миколая", "Saint Nicholas parish", PartnerRole::Donor),
    ("unicef", "ЮНІСЕФ", "UNICEF", PartnerRole::Donor),
    ("zhydychyn", "Жидичинський старостинський округ", "Zhydychyn starosta district", PartnerRole::Recipient),
];

/// The grounds on which the emergency help room helps.
const GROUNDS: [&str; 8] =
    ["hardship", "displaced", "military", "fallen", "guardianship", "child_disability", "large_family", "low_income"];

const KIT: &str = "first_grader_kit";
const CAR: &str = "car";

/// Fills the storeroom for the families that were imported.
pub(super) fn fill(office: &mut Office, batch: &ImportBatch, seed: u64) -> Result<(), Failure> {
    let today = office.clock().today();
    let Some(begin) = today.checked_sub_months(Months::new(12)) else { return Ok(()) };
    list(office, begin)?;
    let mut rng = Rng::new(seed ^ 0x5704);
    let aid = issues(&mut rng, batch, begin, today);
    let stock = receipts(&mut rng, &aid, begin, today);
    taken(office.import_stock(&stock, Run::Real, &mut |_, _| {})?)?;
    taken(office.import_aid(&aid, Run::Real, &mut |_, _| {})?)?;
    work(office, begin, today)
}

/// What would be refused here is a mistake of the plan.
fn taken<T>(outcome: Result<T, Vec<GoodsFault>>) -> Result<(), Failure> {
    match outcome.map_err(|faults| faults.into_iter().next()) {
        Err(Some(GoodsFault { what: GoodsWrong::Refused(fault), .. })) => Err((*fault).into()),
        Err(Some(_)) => Err(OfficeError::from(AidFault::Empty).into()),
        Ok(_) | Err(None) => Ok(()),
    }
}

/// Partners, the car, and a kit that is put together here.
fn list(office: &mut Office, since: NaiveDate) -> Result<(), OfficeError> {
    let entry = |code: &str, name: &str, name_en: &str, position: u32, about: About| Entry {
        code: code.to_owned(),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        position,
        off_since: None,
        about,
    };
    let mut entries = Vec::new();
    for (place, (code, name, name_en, role)) in (1..).zip(PARTNERS) {
        entries.push(entry(code, name, name_en, place, About::Partner(Partner { role, ..Partner::new() })));
    }
    entries.push(entry(CAR, "Авто бригади", "Brigade's car", 2, About::Location(Location { kind: LocationKind::Car })));
    let thing = |unit: Unit, weight: i64, compositions: Vec<Composition>| {
        About::Item(Item {
            group: "school".to_owned(),
            unit,
            weight: Some(Grams(weight)),
            expires: false,
            low: None,
            compositions,
        })
    };
    entries.push(entry("notebook", "Зошит", "Notebook", 30, thing(Unit::Piece, 60, Vec::new())));
    entries.push(entry("pencils", "Олівці кольорові", "Colour pencils", 31, thing(Unit::Piece, 150, Vec::new())));
    let parts = [("notebook", 10), ("pencils", 1)]
        .map(|(item, quantity)| KitPart { item: item.into(), quantity: Quantity(quantity) });
    let compositions = vec![Composition { since, parts: parts.into() }];
    entries.push(entry(KIT, "Набір першокласника", "First-grader's kit", 32, thing(Unit::Kit, 750, compositions)));
    for entry in entries {
        let deed = office.new_deed();
        office.add_entry(deed, &entry)?;
    }
    Ok(())
}

/// What families got: those with a ground, in months of their season.
fn issues(rng: &mut Rng, batch: &ImportBatch, begin: NaiveDate, today: NaiveDate) -> Vec<AidLine> {
    let mut lines = Vec::new();
    let mut acts = 0;
    for family in batch.families.iter().filter(|family| has_ground(family)) {
        let Some(key) = &family.key else { continue };
        let children =
            family.members.iter().filter(|member| member.birth.is_some_and(|birth| birth.is_child_on(today)));
        let children = i64::try_from(children.count()).unwrap_or(0);
        for month in 0..13 {
            let Some(on) = day_in(rng, begin, month).filter(|on| is_open(family, *on, begin, today)) else { continue };
            // Colder months bring more people, and August those with schoolchildren.
            let chance = match on.month() {
                11 | 12 | 1 | 2 => 34,
                8 => 30,
                _ => 17,
            };
            if !rng.percent(chance) || acts >= MOST_ACTS {
                continue;
            }
            acts += 1;
            let collected_by = family.members.first().map(|head| head.name.full()).unwrap_or_default();
            for (item, quantity) in basket(rng, on, children) {
                lines.push(AidLine {
                    act: format!("demo-{acts}"),
                    on,
                    to: AidTo::Family(key.clone()),
                    collected_by: collected_by.clone(),
                    item: item.into(),
                    quantity: Quantity(quantity),
                    weight: None,
                    programme: Some("emergency_room".into()),
                    campaign: String::new(),
                    partner: None,
                    note: String::new(),
                });
            }
        }
    }
    lines
}

fn has_ground(family: &FamilyDraft) -> bool {
    let own = family.categories.iter().chain(family.members.iter().flat_map(|member| &member.categories));
    own.map(|category| &category.code).any(|CategoryCode(code)| GROUNDS.contains(&code.as_str()))
}

fn is_open(family: &FamilyDraft, on: NaiveDate, begin: NaiveDate, today: NaiveDate) -> bool {
    // The first month is for goods to come in.
    begin + Days::new(31) < on
        && on <= today
        && family.registered_on <= on
        && family.closed_on.is_none_or(|closed| on < closed)
}

/// A working day of that month after the beginning.
fn day_in(rng: &mut Rng, begin: NaiveDate, month: u32) -> Option<NaiveDate> {
    let day = begin.checked_add_months(Months::new(month))? + Days::new(u64::from(rng.below(28)));
    Some(match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    })
}

/// What one visit comes to, in pieces and grams.
fn basket(rng: &mut Rng, on: NaiveDate, children: i64) -> Vec<(&'static str, i64)> {
    let cold = matches!(on.month(), 10..=12 | 1..=3);
    let mut basket = Vec::new();
    let grams = |rng: &mut Rng, low: u32, high: u32| i64::from(rng.between(low, high)) * 100;
    if rng.percent(if cold { 70 } else { 45 }) {
        basket.push(("clothes", grams(rng, 15, 95)));
    }
    if rng.percent(55) {
        basket.push(("food_kit", 1));
    }
    if rng.percent(40) {
        basket.push(("hygiene_kit", 1));
    }
    if rng.percent(20) {
        basket.push(("shoes", grams(rng, 6, 30)));
    }
    if cold && rng.percent(18) {
        basket.push(("bedding", grams(rng, 20, 60)));
    }
    if children > 0 && rng.percent(15) {
        basket.push(("toys", grams(rng, 3, 20)));
    }
    if children > 0 && on.month() == 8 && rng.percent(80) {
        basket.push(("school_set", children.min(3)));
    }
    if basket.is_empty() {
        basket.push(("clothes", grams(rng, 15, 60)));
    }
    basket
}

/// What came, month by month before it was needed, and what had to be written off.
fn receipts(rng: &mut Rng, aid: &[AidLine], begin: NaiveDate, today: NaiveDate) -> Vec<StockLine> {
    let mut needed: BTreeMap<(ItemCode, u32), i64> = BTreeMap::new();
    for line in aid {
        let month = u32::try_from((line.on - begin).num_days() / 28).unwrap_or(0);
        *needed.entry((line.item.clone(), month)).or_default() += line.quantity.0;
    }
    let mut lines: Vec<StockLine> = Vec::new();
    let mut add = |item: ItemCode, on: NaiveDate, quantity: i64, partner: Option<&str>, document: String| {
        let expires_on = (item.as_str() == "food_kit" && quantity > 0).then(|| on + Days::new(270));
        lines.push(StockLine {
            key: format!("demo-stock-{}", lines.len() + 1),
            on,
            item,
            quantity: Quantity(quantity),
            weight: None,
            partner: partner.map(PartnerCode::from),
            document,
            expires_on,
        });
    };
    for ((item, month), quantity) in needed {
        // A period before it is needed, with something to spare; whole bags and boxes.
        let on = begin + Days::new(u64::from(month.saturating_sub(1)) * 28 + u64::from(rng.below(5)));
        let box_of = if quantity >= 1000 { 5_000 } else { 5 };
        let spare = quantity + quantity * i64::from(rng.between(10, 35)) / 100;
        // What is written off below was brought too.
        let worn = if item.as_str() == "clothes" { 2_000 } else { 0 };
        let came = ((spare + worn) / box_of + 1) * box_of;
        let partner = match item.as_str() {
            "food_kit" => *rng.pick(&["food_bank", "unicef"]),
            "hygiene_kit" | "school_set" => *rng.pick(&["unicef", "child_mission"]),
            "toys" => "child_mission",
            _ => *rng.pick(&["parish", "child_mission"]),
        };
        let document = format!("Накладна № {}", rng.between(10, 990));
        add(item.clone(), on.min(today), came, Some(partner), document);
        // Second-hand clothes that nobody can wear any more.
        if item.as_str() == "clothes" && rng.percent(50) {
            let on = (on + Days::new(3)).min(today);
            add(item, on, -(i64::from(rng.between(5, 20)) * 100), None, "непридатне до носіння".to_owned());
        }
    }
    let school = begin + Days::new(20);
    add("notebook".into(), school, 400, Some("child_mission"), "Накладна № 7".to_owned());
    add("pencils".into(), school, 40, Some("child_mission"), "Накладна № 7".to_owned());
    add("baby_food".into(), today - Days::new(40), 60, Some("unicef"), "Накладна № 991".to_owned());
    lines
}

/// Kits put together, the car loaded, a count that waits for somebody else's word.
fn work(office: &mut Office, begin: NaiveDate, today: NaiveDate) -> Result<(), Failure> {
    let location = LocationCode::storeroom();
    let kits = KitWork {
        on: begin + Days::new(30),
        location: location.clone(),
        kit: KIT.into(),
        quantity: Quantity(20),
        note: String::new(),
    };
    let deed = office.new_deed();
    office.assemble(deed, &kits)?;
    let loaded = Removal {
        on: today - Days::new(2),
        location: location.clone(),
        lines: vec![RemovalLine { item: KIT.into(), quantity: Quantity(6), lot: None }],
        reason: String::new(),
        note: String::new(),
    };
    let deed = office.new_deed();
    office.transfer(deed, &loaded, &LocationCode(CAR.to_owned()))?;
    let deed = office.new_deed();
    let count = office.count_begin(deed, &location)?;
    // Two notebooks less than the book says, as every count finds something.
    let counted: Vec<(ItemCode, Quantity)> = count
        .lines
        .iter()
        .map(|line| {
            let missing = if line.item.as_str() == "notebook" { 2 } else { 0 };
            (line.item.clone(), line.expected - Quantity(missing))
        })
        .collect();
    let deed = office.new_deed();
    office.count_enter(deed, count.id, &counted, "")?;
    Ok(())
}

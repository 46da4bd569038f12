//! Stories of goods and papers: files of old years that come in and go out again, and papers that leave the office.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::flow::{Flow, a_desk};
use common::{AnOffice, a_family, a_family_of, an_office, day};
use stiika::domain::catalogue::aid::Partner;
use stiika::domain::catalogue::{About, Entry};
use stiika::domain::event::RegisterOf;
use stiika::domain::id::DeedId;
use stiika::domain::sheet::{self, Print};
use stiika::domain::stock::{ItemCode, Quantity};
use stiika::exchange::export::Format;
use stiika::exchange::goods::{self, write_aid, write_stock};
use stiika::exchange::{Fault, FilesOfDisk, Sheet, paper};
use stiika::office::calendar_file::CalendarFile;
use stiika::office::events::Enrolled;
use stiika::office::files::{Files, Listing};
use stiika::office::goods::GoodsOutcome;
use stiika::office::intake::{Book, Going, Said};
use stiika::office::storeroom::KitWork;
use stiika::office::{Office, PaperForm, PaperRequest, Run, Selection};
use stiika::text::{Lang, Texts};
use stiika::tui::screens::print::PrintWindow;

fn partner(office: &mut Office, code: &str, name: &str) {
    let entry = Entry {
        code: code.to_owned(),
        name: name.to_owned(),
        name_en: String::new(),
        position: 1,
        off_since: None,
        about: About::Partner(Partner::new()),
    };
    let deed = office.new_deed();
    office.add_entry(deed, &entry).expect("partner");
}

/// An office with a donor and two families of keys `С-1` and `С-2`.
fn with_families() -> AnOffice {
    let mut desk = an_office();
    partner(&mut desk.office, "mission", "Дитяча місія");
    let mut first = a_family().with_child(5).displaced().with_key("С-1").draft();
    first.registered_on = day("2024-01-10");
    let mut second = a_family_of("Бондар Марія Іванівна").with_child(3).with_key("С-2").draft();
    second.registered_on = day("2024-01-10");
    desk.register(&first);
    desk.register(&second);
    desk
}

type Came = Result<GoodsOutcome, Vec<Fault>>;

fn stock(office: &mut Office, text: &str, run: Run) -> Came {
    let sheet = Sheet::of_bytes(text.as_bytes(), None).expect("a table");
    let taken = goods::stock(&sheet, &office.goods_setting().expect("setting"))?;
    let came = office.import_stock(&taken.lines, run, &mut |_, _| {}).expect("imported");
    came.map_err(|faults| faults.iter().map(|fault| taken.fault(fault)).collect())
}

fn aid(office: &mut Office, text: &str, run: Run) -> Came {
    let sheet = Sheet::of_bytes(text.as_bytes(), None).expect("a table");
    let taken = goods::aid(&sheet, &office.goods_setting().expect("setting"))?;
    let came = office.import_aid(&taken.lines, run, &mut |_, _| {}).expect("imported");
    came.map_err(|faults| faults.iter().map(|fault| taken.fault(fault)).collect())
}

fn said(came: Came) -> Vec<String> {
    let texts = Texts::new(Lang::En);
    came.expect_err("faults").iter().map(|fault| texts.say(fault)).collect()
}

fn left(office: &mut Office, item: &str) -> i64 {
    let balances = office.balances(None).expect("balances");
    balances.rows.iter().find(|row| row.item == ItemCode::from(item)).map_or(0, |row| row.quantity.0)
}

const STOCK: &str = "key,date,item,quantity,unit,weight_kg,partner,document,expires_on\n\
    s3,2025-03-05,clothes,-1.5,kg,,,непридатне,\n\
    s1,05.01.2025,food_kit,10,kit,,mission,Накладна 1,2025-12-31\n\
    s2,2025-01-06,Clothes,100.5,кг,,Дитяча місія,,\n";

const AID: &str = "act,date,family,person,organisation,collected_by,item,quantity,weight_kg,programme,campaign,partner,note\n\
    a1,2025-02-01,С-1,,,Шевченко О. П.,food_kit,1,,emergency_room,,mission,\n\
    a1,2025-02-01,С-1,,,Шевченко О. П.,clothes,\"4,2\",,emergency_room,,,\n\
    a2,2025-02-03,С-2,,,,food_kit,2,,,,,\n\
    a3,2025-02-04,,С-2/1,,,clothes,0.8,,,,,\n\
    a4,2025-02-05,,,mission,,clothes,10,,,,,\n";

#[test]
fn old_years_come_in_once_and_add_up() {
    let mut desk = with_families();
    let office = &mut desk.office;
    assert_eq!(stock(office, STOCK, Run::Dry), Ok(GoodsOutcome { added: 3, unchanged: 0 }));
    assert_eq!(left(office, "food_kit"), 0, "a dry run writes nothing");
    assert_eq!(stock(office, STOCK, Run::Real), Ok(GoodsOutcome { added: 3, unchanged: 0 }));
    assert_eq!(aid(office, AID, Run::Real), Ok(GoodsOutcome { added: 4, unchanged: 0 }));
    assert_eq!((left(office, "food_kit"), left(office, "clothes")), (7, 100_500 - 1_500 - 4_200 - 800 - 10_000));
    assert_eq!(stock(office, STOCK, Run::Real), Ok(GoodsOutcome { added: 0, unchanged: 3 }));
    assert_eq!(aid(office, AID, Run::Real), Ok(GoodsOutcome { added: 0, unchanged: 4 }));
    assert_eq!(left(office, "food_kit"), 7);
}

#[test]
fn files_of_stock_and_of_aid_count_their_rows_from_1_each() {
    let mut desk = with_families();
    let office = &mut desk.office;
    let of_stock = "key,date,item,quantity\n1,2025-01-05,clothes,10\n2,2025-01-06,clothes,-1\n";
    let of_aid = "act,date,family,item,quantity\n1,2025-01-20,С-1,clothes,1\n2,2025-01-21,С-2,clothes,2\n";
    for (added, unchanged) in [(2, 0), (0, 2)] {
        assert_eq!(stock(office, of_stock, Run::Real), Ok(GoodsOutcome { added, unchanged }));
        assert_eq!(aid(office, of_aid, Run::Real), Ok(GoodsOutcome { added, unchanged }));
    }
    assert_eq!(left(office, "clothes"), 6_000);
}

#[test]
fn an_act_of_kits_of_two_lots_comes_in_once() {
    let mut desk = with_families();
    let composed =
        "INSERT INTO kit_version (key, item, from_on) VALUES ('food_kit/2025-02-01', 'food_kit', '2025-02-01');
        INSERT INTO kit_part (key, version, item, quantity, position)
        VALUES ('food_kit/2025-02-01/nappies', 'food_kit/2025-02-01', 'nappies', 3, 1);
        INSERT INTO kit_version (key, item, from_on) VALUES ('food_kit/2025-01-01', 'food_kit', '2025-01-01');
        INSERT INTO kit_part (key, version, item, quantity, position)
        VALUES ('food_kit/2025-01-01/nappies', 'food_kit/2025-01-01', 'nappies', 2, 1);";
    let slots = stiika::store::keys::SlotsFile::load(&desk.path()).expect("slots").slots;
    let (key, _) = slots.unlock(common::LOGIN, common::PASSWORD).expect("key");
    let mut file = stiika::store::Store::open(&desk.path(), &key).expect("file");
    file.transact(|tx| tx.execute_batch(composed).map_err(stiika::store::StoreError::from)).expect("composed");
    let office = &mut desk.office;
    let of_stock =
        "key,date,item,quantity,expires_on\n1,2025-01-05,food_kit,1,2025-12-01\n2,2025-02-06,food_kit,9,2026-01-01\n";
    assert_eq!(stock(office, of_stock, Run::Real), Ok(GoodsOutcome { added: 2, unchanged: 0 }));
    let two = "act,date,family,item,quantity\n3,2025-02-22,С-1,food_kit,2\n";
    assert_eq!(aid(office, two, Run::Real), Ok(GoodsOutcome { added: 1, unchanged: 0 }));
    let act = office.acts_between(day("2025-02-22"), day("2025-02-22")).expect("acts").remove(0);
    assert_eq!(act.lines.len(), 2, "one of each composition");
    assert_eq!(aid(office, two, Run::Real), Ok(GoodsOutcome { added: 0, unchanged: 1 }));
}

#[test]
fn every_fault_of_a_stock_file_names_its_row_and_nothing_is_written() {
    let mut desk = with_families();
    let file = "key,date,item,quantity,unit,partner,expires_on\n\
        s1,2025-01-05,food_kit,10,kit,mission,\n\
        s1,2025-01-05,food_kit,1,,,\n\
        s2,2027-01-05,food_kit,1,,,\n\
        s3,2025-02-30,food_kit,1,,,\n\
        s4,2025-01-05,tanks,1,,,\n\
        s5,2025-01-05,food_kit,1.5,,,\n\
        s6,2025-01-05,clothes,abc,,,\n\
        s7,2025-01-05,clothes,5,pc,,\n\
        s8,2025-01-05,clothes,5,kg,nobody,\n\
        ,2025-01-05,clothes,,,,\n\
        s9,2025-01-05,clothes,0,,,скоро\n";
    let said = said(stock(&mut desk.office, file, Run::Real));
    let expected = [
        "Row 3, column key: “s1” — this key is in row 2 already",
        "Row 4, column date",
        "Row 5, column date",
        "Row 6, column item: “tanks” — expected a code or name of the catalogue of items, such as food_kit; a new one is added first: stiika catalogue add item CODE NAME",
        "Row 7, column quantity: “1.5” — expected a whole number",
        "Row 8, column quantity: “abc” — expected kilograms",
        "Row 9, column unit: “pc” — this item is counted otherwise: expected kg",
        "Row 10, column partner: “nobody”",
        "Row 11, column key: empty",
        "Row 11, column quantity: empty",
        "Row 12, column quantity: “0”",
        "Row 12, column expires_on: “скоро”",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (there, expected) in said.iter().zip(expected) {
        assert!(
            there.replace(['\u{201c}', '\u{201d}', '«', '»'], "\"").starts_with(&expected.replace(['“', '”'], "\"")),
            "{there} / {expected}"
        );
    }
    assert_eq!(left(&mut desk.office, "food_kit"), 0);
}

#[test]
fn what_was_not_there_on_its_day_names_its_row_and_what_could_be_taken() {
    let mut desk = with_families();
    let office = &mut desk.office;
    let early = "key,date,item,quantity\nw1,2025-01-01,food_kit,-1\ns1,2025-01-05,food_kit,10\n";
    let told = said(stock(office, early, Run::Real));
    assert!(
        told.len() == 1 && told[0].starts_with("Row 2, column quantity") && told[0].ends_with("at most 0 kits"),
        "{told:?}"
    );
    stock(office, STOCK, Run::Real).expect("taken");
    aid(office, AID, Run::Real).expect("taken");
    // Seven are left today; a backdated act of eight would leave a later day without.
    let late = "act,date,family,item,quantity\nb1,2025-01-20,С-1,food_kit,8\nb2,2025-01-21,С-1,clothes,1\n";
    let told = said(aid(office, late, Run::Real));
    assert!(
        told.len() == 1 && told[0].starts_with("Row 2, column quantity") && told[0].ends_with("at most 7 kits"),
        "{told:?}"
    );
    assert_eq!(left(office, "food_kit"), 7);
}

#[test]
fn every_fault_of_an_aid_file_names_its_row() {
    let mut desk = with_families();
    let office = &mut desk.office;
    stock(office, STOCK, Run::Real).expect("taken");
    let head = "act,date,family,person,organisation,item,quantity,programme,campaign\n";
    let of_file = format!(
        "{head}a1,2025-02-01,С-1,С-1/0,,food_kit,1,,\na2,2025-02-01,,,,food_kit,1,,\na3,2025-02-01,С-1,,,food_kit,-1,,\n\
         a4,2025-02-01,С-1,,,food_kit,1,moon,\na5,2025-02-01,С-1,,,food_kit,1,,\na5,2025-02-02,С-2,,,food_kit,1,,\n"
    );
    let told = said(aid(office, &of_file, Run::Real));
    let starts = [
        "Row 2, column family",
        "Row 3, column family",
        "Row 4, column quantity",
        "Row 5, column programme",
        "Row 7, column date",
        "Row 7, column family",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
    let of_office = format!(
        "{head}a1,2025-02-01,С-9,,,food_kit,1,,\na2,2025-02-01,,С-9/9,,food_kit,1,,\na3,2025-02-01,С-1,,,food_kit,1,,winter\n"
    );
    let told = said(aid(office, &of_office, Run::Real));
    let starts = ["Row 2, column family", "Row 3, column person", "Row 4, column campaign"];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
    assert_eq!(left(office, "food_kit"), 10);
}

#[test]
fn an_act_of_several_rows_says_who_carried_it_away_once_or_the_same() {
    let mut desk = with_families();
    let office = &mut desk.office;
    stock(office, STOCK, Run::Real).expect("taken");
    let head = "act,date,family,collected_by,item,quantity,note\n";
    let two = format!("{head}a1,2025-02-01,С-1,Шевченко О. П.,food_kit,1,\na1,2025-02-01,С-1,Бойко О. І.,clothes,1,\n");
    let told = said(aid(office, &two, Run::Real));
    assert!(told.len() == 1 && told[0].starts_with("Row 3, column collected_by"), "{told:?}");
    let once =
        format!("{head}a1,2025-02-01,С-1,,food_kit,1,\na1,2025-02-01,С-1,Бойко О. І.,clothes,1,за довіреністю\n");
    assert_eq!(aid(office, &once, Run::Real), Ok(GoodsOutcome { added: 1, unchanged: 0 }));
    let act = office.acts_between(day("2025-02-01"), day("2025-02-01")).expect("acts")[0].act;
    let card = office.act(act).expect("act");
    assert_eq!(card.recipient.expect("a recipient").collector_name, "Бойко О. І.");
    assert_eq!(card.act.head.note, "за довіреністю");
    // The same key for somebody else is no repetition.
    let told = said(aid(office, &once.replace("С-1", "С-2"), Run::Real));
    assert!(told.len() == 1 && told[0].starts_with("Row 2, column act"), "{told:?}");
}

#[test]
fn a_key_that_says_something_else_now_is_a_fault() {
    let mut desk = with_families();
    stock(&mut desk.office, STOCK, Run::Real).expect("taken");
    let told = said(stock(&mut desk.office, &STOCK.replace("food_kit,10", "food_kit,11"), Run::Real));
    assert!(told.len() == 1 && told[0].starts_with("Row 3, column key"), "{told:?}");
}

#[test]
fn ukrainian_headings_names_and_numbers_are_read() {
    let mut desk = with_families();
    let file = "Ключ;Дата;Найменування;Кількість;Одиниця;Благодійник\nн1;05.01.2025;clothes;100,5;кг;Дитяча місія\n";
    assert_eq!(stock(&mut desk.office, file, Run::Real), Ok(GoodsOutcome { added: 1, unchanged: 0 }));
    assert_eq!(left(&mut desk.office, "clothes"), 100_500);
}

/// What an office says of its goods in files.
fn out(office: &mut Office, format: Format) -> [Vec<u8>; 2] {
    let (mut stock, mut aid) = (Vec::new(), Vec::new());
    write_stock(office, format, &mut stock).expect("stock");
    write_aid(office, format, &mut aid).expect("aid");
    [stock, aid]
}

#[test]
fn what_goes_out_comes_into_an_empty_office_the_same() {
    let mut desk = with_families();
    stock(&mut desk.office, STOCK, Run::Real).expect("taken");
    aid(&mut desk.office, AID, Run::Real).expect("taken");
    // What was taken back is in no file, neither itself nor its reversal.
    let wrong = "act,date,family,item,quantity\nz1,2025-04-01,С-1,food_kit,2\n";
    aid(&mut desk.office, wrong, Run::Real).expect("taken");
    let newest = desk.office.acts_between(day("2025-04-01"), day("2025-04-01")).expect("acts")[0].act;
    let deed = desk.office.new_deed();
    desk.office.reverse(deed, newest, "не та сім’я").expect("reversed");
    for format in [Format::Csv, Format::Xlsx] {
        let files = out(&mut desk.office, format);
        let mut empty = with_families();
        let read = |bytes: &[u8]| Sheet::of_bytes(bytes, None).expect("a table");
        let setting = empty.office.goods_setting().expect("setting");
        let lines = goods::stock(&read(&files[0]), &setting).expect("no faults").lines;
        empty.office.import_stock(&lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        let lines = goods::aid(&read(&files[1]), &setting).expect("no faults").lines;
        empty.office.import_aid(&lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        assert_eq!(out(&mut empty.office, Format::Csv), out(&mut desk.office, Format::Csv), "{format:?}");
        for item in ["food_kit", "clothes"] {
            assert_eq!(left(&mut empty.office, item), left(&mut desk.office, item));
        }
        // And back into the office they came from they change nothing.
        let again = desk.office.import_aid(&lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        assert_eq!(again, GoodsOutcome { added: 0, unchanged: 4 });
    }
}

#[test]
fn kits_counts_transfers_and_the_car_go_out_and_come_in_with_the_same_totals() {
    let mut desk = an_office();
    desk.with_goods();
    let office = &mut desk.office;
    common::storeroom::kit_of(office, &[("rice", 1000), ("oil", 1)]);
    let (storeroom, car) = (common::storeroom::storeroom(), common::storeroom::car());
    let work = KitWork {
        on: day("2026-11-20"),
        location: storeroom.clone(),
        kit: "food_kit".into(),
        quantity: Quantity(5),
        note: String::new(),
    };
    let deed = office.new_deed();
    office.assemble(deed, &work).expect("assembled");
    let deed = office.new_deed();
    office.disassemble(deed, &KitWork { quantity: Quantity(2), ..work }).expect("taken apart");
    let deed = office.new_deed();
    let lines = vec![common::storeroom::gone("food_kit", 7)];
    office.transfer(deed, &common::storeroom::removal(storeroom.clone(), lines), &car).expect("moved");
    let deed = office.new_deed();
    let lines = vec![common::storeroom::gone("food_kit", 2)];
    office.write_off(deed, &common::storeroom::removal(car, lines)).expect("written off");
    let files = out(office, Format::Csv);
    let mut empty = an_office();
    empty.with_goods_to_name();
    // Both offices draw ids from the same seed; those of the one are not to be met in the other.
    for _ in 0..1_000 {
        empty.office.new_deed();
    }
    for known in office.aid_catalogue().expect("catalogue").partners {
        partner(&mut empty.office, known.code.as_str(), &known.name);
    }
    let setting = empty.office.goods_setting().expect("setting");
    let read = Sheet::of_bytes(&files[0], None).expect("a table");
    let lines = goods::stock(&read, &setting).expect("no faults").lines;
    empty.office.import_stock(&lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
    // Of one day what came is written first, so rows of a day may stand in another order; they are the same rows.
    let rows = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
        rows.sort();
        rows
    };
    assert_eq!(rows(&out(&mut empty.office, Format::Csv)[0]), rows(&files[0]));
    for item in ["food_kit", "rice", "oil", "clothes", "hygiene_kit"] {
        assert_eq!(left(&mut empty.office, item), left(office, item), "{item}");
    }
}

#[test]
fn an_act_is_printed_once_as_the_original_and_then_as_a_copy_of_the_same_number() {
    let mut desk = with_families();
    let office = &mut desk.office;
    stock(office, STOCK, Run::Real).expect("taken");
    aid(office, AID, Run::Real).expect("taken");
    let act = office.acts_between(day("2025-02-01"), day("2025-02-01")).expect("acts")[0].act;
    let request = PaperRequest::Act(act);
    let first = office.paper(&request).expect("paper").sheet;
    // A table is no paper that is signed; a print that failed is none at all.
    office.paper_given(&request, PaperForm::Xlsx).expect("given");
    assert_eq!(office.paper(&request).expect("paper").sheet.print, Print::Original);
    office.paper_given(&request, PaperForm::Printer).expect("given");
    let second = office.paper(&request).expect("paper").sheet;
    assert_eq!((first.print, second.print), (Print::Original, Print::Copy));
    assert_eq!(first.number, second.number);
    // What F8 takes back is still the last act, not its printing.
    assert!(office.last_deed().is_ok());
}

#[test]
fn every_paper_of_a_storeroom_is_made() {
    let mut desk = with_families();
    let office = &mut desk.office;
    stock(office, STOCK, Run::Real).expect("taken");
    aid(office, AID, Run::Real).expect("taken");
    let (from, until) = (day("2025-01-01"), day("2025-12-31"));
    let deed = office.new_deed();
    let count = office.count_begin(deed, &stiika::domain::stock::LocationCode::storeroom()).expect("count").id;
    let requests = [
        (PaperRequest::Distribution { from, until, location: None, programme: None }, 4),
        (PaperRequest::Distribution { from, until, location: None, programme: Some("emergency_room".into()) }, 1),
        (PaperRequest::Distribution { from, until, location: Some("car".into()), programme: None }, 0),
        (PaperRequest::Thanks { partner: "mission".into(), from, until }, 0),
        (PaperRequest::CountSheet(count), 2),
        (PaperRequest::Movements { item: "clothes".into(), location: None }, 5),
        (PaperRequest::Donor { partner: "mission".into(), from, until }, 2),
    ];
    for (request, rows) in requests {
        let paper = office.paper(&request).expect("paper");
        assert_eq!(paper.sheet.rows.len(), rows, "{request:?}");
        assert!(!paper.name.contains("Шевченко"), "{}", paper.name);
    }
    assert!(!office.paper(&PaperRequest::Balances { location: None }).expect("paper").sheet.rows.is_empty());
    assert_eq!(left(office, "food_kit"), Quantity(7).0);
}

#[test]
fn printing_a_card_is_no_contact_with_the_family() {
    let mut desk = with_families();
    let office = &mut desk.office;
    let last = |office: &mut Office| {
        let filter = stiika::domain::filter::Filter::default();
        office.listed(&filter, stiika::domain::filter::Order::Name, 0, 9).expect("listed").rows[0].last_contact
    };
    let before = last(office);
    desk.clock.move_on(chrono::Duration::days(40));
    let office = &mut desk.office;
    let family = office.find("Бондар", 1).expect("found")[0].family.expect("family");
    office.paper_given(&PaperRequest::FamilyCard(family), PaperForm::Printer).expect("given");
    assert_eq!(last(office), before);
}

#[test]
fn who_was_served_by_a_campaign_s_file_gets_nothing_more_at_its_table() {
    let mut desk = with_families();
    let sql = "INSERT INTO session (id, key, kind, title, held_on)
        VALUES (x'00000000000000000000000000000001', 'winter', 'campaign', 'Зима', '2025-02-21')";
    let slots = stiika::store::keys::SlotsFile::load(&desk.path()).expect("slots").slots;
    let (key, _) = slots.unlock(common::LOGIN, common::PASSWORD).expect("key");
    let mut file = stiika::store::Store::open(&desk.path(), &key).expect("file");
    file.transact(|tx| tx.execute_batch(sql).map_err(stiika::store::StoreError::from)).expect("a campaign");
    let office = &mut desk.office;
    stock(office, STOCK, Run::Real).expect("taken");
    // A file may have somebody twice: it is what was.
    let twice = "act,date,family,item,quantity,campaign\n1,2025-02-21,С-1,clothes,1,winter\n2,2025-02-21,С-1,clothes,1,winter\n";
    assert_eq!(aid(office, twice, Run::Real), Ok(GoodsOutcome { added: 2, unchanged: 0 }));
    let family = office.find("Шевченко", 1).expect("found")[0].family.expect("family");
    let cart = stiika::domain::aid::Cart {
        recipient: stiika::domain::aid::Recipient::Family(family),
        on: day("2026-11-21"),
        location: stiika::domain::stock::LocationCode::storeroom(),
        programme: None,
        right_reason: String::new(),
        campaign: Some(stiika::domain::id::SessionId(uuid::Uuid::from_u128(1))),
        lines: vec![stiika::domain::aid::CartLine::new("clothes".into(), Quantity(1_000))],
        collector: stiika::domain::aid::Collector::Unknown,
        note: String::new(),
        seen: None,
    };
    let deed = office.new_deed();
    let refused = office.issue(deed, &cart);
    assert!(
        matches!(refused, Err(stiika::office::OfficeError::Aid(stiika::domain::aid::AidFault::Served { .. }))),
        "{refused:?}"
    );
}

/// This computer's files with a folder of documents of its own.
struct FilesIn(PathBuf);

impl Files for FilesIn {
    fn list(&self, folder: Option<&Path>) -> Result<Listing, Said> {
        FilesOfDisk.list(folder)
    }

    fn open(&self, path: &Path, going: Going<'_>) -> Result<Option<Box<dyn Book>>, Said> {
        FilesOfDisk.open(path, going)
    }

    fn save(&self, path: &Path, text: &str) -> Result<(), Said> {
        FilesOfDisk.save(path, text)
    }

    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, PathBuf), Said> {
        FilesOfDisk.export(office, selection, typed)
    }

    fn enrol(
        &self,
        office: &mut Office,
        deed: (DeedId, RegisterOf),
        path: &Path,
    ) -> Result<Result<Enrolled, Vec<Said>>, Said> {
        FilesOfDisk.enrol(office, deed, path)
    }

    fn print(&self, _: &sheet::Sheet) -> Result<(), Said> {
        Err(Said::of(&paper::PaperError::Refused("lp: no default destination".to_owned())))
    }

    fn save_paper(&self, sheet: &sheet::Sheet, name: &str, form: PaperForm) -> Result<PathBuf, Said> {
        paper::save(sheet, &self.0.join(name), form).map_err(|fault| Said::of(&fault))
    }

    fn save_calendar(&self, calendar: &CalendarFile) -> Result<PathBuf, Said> {
        FilesOfDisk.save_calendar(calendar)
    }

    fn show(&self, path: &Path) -> Result<(), Said> {
        FilesOfDisk.show(path)
    }
}

#[test]
fn every_form_of_a_paper_becomes_a_file_and_a_refused_print_leaves_an_original() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut flow = a_desk();
    flow.desk = flow.desk.with_files(Arc::new(FilesIn(folder.path().to_owned())));
    flow.office.with_goods();
    flow.looks_around();
    let act = flow.office.office.acts_between(day("2026-01-01"), day("2026-12-31")).expect("acts")[0].act;
    let request = PaperRequest::Act(act);
    flow.model.layers.push(Box::new(PrintWindow::new(request.clone(), "Акт".to_owned())));
    flow.keys("1").shows("Принтер не прийняв паперу (lp: no default destination)").shows("натисніть 1 ще раз");
    assert_eq!(flow.office.office.paper(&request).expect("paper").sheet.print, Print::Original);
    flow.keys("2").shows("Записано:").keys("3").shows("xlsx").keys("4").shows("csv").keys("2").shows("(2).pdf");
    flow.keys("<Esc>");
    let thanks = PaperRequest::Thanks { partner: "mission".into(), from: day("2026-01-01"), until: day("2026-11-21") };
    partner(&mut flow.office.office, "mission", "Дитяча місія");
    flow.model.layers.push(Box::new(PrintWindow::new(thanks, "Лист".to_owned())));
    flow.keys("3").shows("txt");
    let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name().into_string().expect("a name"), std::fs::read(entry.path()).expect("a file")))
        .collect();
    found.sort();
    let begins: Vec<(&str, &[u8])> =
        found.iter().map(|(name, bytes)| (name.rsplit('.').next().expect("an ending"), &bytes[..4])).collect();
    assert_eq!(begins.len(), 5, "{begins:?}");
    for (ending, first) in begins {
        match ending {
            "pdf" => assert_eq!(first, b"%PDF"),
            "xlsx" => assert_eq!(&first[..2], b"PK"),
            "csv" => assert_eq!(&first[..3], [0xEF, 0xBB, 0xBF]),
            "txt" => {}
            other => panic!("{other}"),
        }
    }
    let letter = found.iter().find(|(name, _)| name.ends_with("txt")).map(|(_, bytes)| bytes).expect("the letter");
    let letter = String::from_utf8(letter.clone()).expect("text");
    assert!(letter.contains("Дитяча місія") && letter.contains("Щиро дякуємо"), "{letter}");
    assert_eq!(flow.office.office.paper(&request).expect("paper").sheet.print, Print::Copy);
}

/// The print window over a desk.
fn printing(flow: &mut Flow) {
    let registered = flow.office.register(&a_family().with_child(5).draft());
    let window = PrintWindow::new(PaperRequest::FamilyCard(registered.family), "Картка сім’ї".to_owned());
    flow.model.layers.push(Box::new(window));
}

#[test]
fn one_digit_writes_a_paper_into_a_file_and_says_where() {
    let mut flow = a_desk();
    printing(&mut flow);
    flow.shows("1  на принтер").shows("2  файл PDF").shows("4  таблиця CSV");
    // What cannot be chosen yet does nothing.
    flow.keys("59").shows("Файл ляже у ваші документи");
    flow.keys("<Esc>").hides("файл PDF");
}

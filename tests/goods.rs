//! Stories of goods and papers: files of old years that come in and go out again, and papers that leave the office.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk};
use common::{AnOffice, a_family, a_family_of, an_office, day};
use stiika::domain::catalogue::aid::Partner;
use stiika::domain::catalogue::{About, Entry};
use stiika::domain::sheet::Print;
use stiika::domain::stock::{ItemCode, Quantity};
use stiika::exchange::export::Format;
use stiika::exchange::goods::{self, write_aid, write_stock};
use stiika::exchange::{Fault, Sheet};
use stiika::office::goods::GoodsOutcome;
use stiika::office::{Office, PaperForm, PaperRequest, Run};
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
        "Row 6, column item: “tanks”",
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
        (PaperRequest::Distribution { from, until, location: None }, 4),
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

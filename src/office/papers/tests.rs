//! What stands on papers, and what never does.

use super::words::PaperWords;
use super::{act, distribution, donor, shelf};
use crate::domain::aid::{AidCatalogue, CollectorKind, Ground, Partner, PartnerRole, RecipientKind};
use crate::domain::catalogue::Sensitive;
use crate::domain::category::CategoryCode;
use crate::domain::clock::Moment;
use crate::domain::id::{ActId, CountId, FamilyId};
use crate::domain::number::FamilyNumber;
use crate::domain::settings::OfficeSettings;
use crate::domain::sheet::{Cell, Print, Sheet};
use crate::domain::stock::{
    Act, ActHead, ActKind, ActLine, ActNumber, Flow, Grams, Item, ItemCode, KitPart, LocationCode, Quantity, Unit,
};
use crate::office::aid_room::{ActCard, ActRecipient};
use crate::office::storeroom::{Count, CountLine, CountStep, DonorItem, DonorPage};
use crate::text::{Lang, Texts};
use chrono::NaiveDate;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment() -> Moment {
    chrono::DateTime::parse_from_rfc3339("2026-11-21T10:42:00+02:00").unwrap()
}

fn item(code: &str, name: &str, unit: Unit) -> Item {
    Item {
        code: code.into(),
        name: name.to_owned(),
        name_en: String::new(),
        group: "food".into(),
        unit,
        standard_weight: None,
        tracks_expiry: false,
        low_level: None,
        position: 1,
        off_since: None,
    }
}

fn catalogue() -> AidCatalogue {
    AidCatalogue {
        items: vec![
            item("clothes", "Одяг б/в", Unit::Kilogram),
            item("food_kit", "Продуктовий набір", Unit::Kit),
            item("shoes", "Дитяче взуття", Unit::Pair),
            item("rice", "Рис", Unit::Kilogram),
        ],
        partners: vec![Partner {
            code: "mission".into(),
            name: "Дитяча місія".to_owned(),
            name_en: String::new(),
            role: PartnerRole::Donor,
            edrpou: "12345678".to_owned(),
            contact: String::new(),
            for_thanks: String::new(),
            position: 1,
            off_since: None,
        }],
        ..AidCatalogue::default()
    }
}

fn line(item: &str, quantity: i64, weight: Option<i64>) -> ActLine {
    ActLine {
        item: item.into(),
        flow: Flow::Out,
        quantity: Quantity(quantity),
        weight: weight.map(Grams),
        composition: Vec::new(),
        limit_rule: None,
        override_reason: "виняток, про який не пишуть".to_owned(),
    }
}

fn issue() -> ActCard {
    let kit = KitPart { item: "rice".into(), quantity: Quantity(1_000) };
    ActCard {
        act: Act {
            head: ActHead {
                id: ActId(Uuid::from_u128(1)),
                number: ActNumber { year: 2026, number: 123 },
                kind: ActKind::Issue,
                happened_on: day("2026-11-21"),
                made_at: moment(),
                desk: "стіл".to_owned(),
                staff: "Коваленко О. П.".to_owned(),
                location: LocationCode::storeroom(),
                location_to: None,
                partner: None,
                document: String::new(),
                programme: Some("emergency_room".into()),
                key: None,
                reason: String::new(),
                note: "нотатка не для друку".to_owned(),
                reverses: None,
                reversed_by: None,
            },
            lines: vec![
                line("clothes", 4_200, Some(4_200)),
                ActLine { composition: vec![kit], ..line("food_kit", 1, Some(12_000)) },
                line("shoes", 2, Some(600)),
            ],
        },
        recipient: Some(ActRecipient {
            kind: RecipientKind::Family,
            family: Some((FamilyId(Uuid::from_u128(2)), FamilyNumber::parse("482-1737").unwrap())),
            person: None,
            partner: None,
            name: "Шевченко Мар’яна Їжаківна".to_owned(),
            household: (2, 3),
            categories: vec![code("displaced"), code("violence_survivor")],
            ground: Ground::Category(code("displaced")),
            right_reason: "причина не для друку".to_owned(),
            campaign: None,
            collector_kind: CollectorKind::Member,
            collector_name: "Шевченко Тарас Петрович".to_owned(),
            collector_paper: "паспорт КС 123456".to_owned(),
        }),
        reversed_kind: None,
        catalogue: catalogue(),
    }
}

fn issued(card: &ActCard) -> distribution::Issued {
    distribution::Issued { act: card.act.clone(), recipient: card.recipient.clone() }
}

/// Everything that was issued from a day to the twenty-first.
fn asked(from: &str) -> distribution::Asked<'static> {
    distribution::Asked { from: day(from), until: day("2026-11-21"), location: None, programme: None }
}

fn code(code: &str) -> CategoryCode {
    CategoryCode(code.to_owned())
}

/// Does something with the words of an office with these settings.
fn with<T>(settings: &OfficeSettings, work: impl FnOnce(&PaperWords<'_>) -> T) -> T {
    let (texts, catalogue, hidden) = (Texts::new(Lang::Uk), catalogue(), Sensitive::default());
    let office = "Луцький центр соціальних служб";
    work(&PaperWords { texts: &texts, catalogue: &catalogue, office, settings, hidden: &hidden })
}

fn of_act(card: &ActCard, print: Print) -> Sheet {
    with(&OfficeSettings::default(), |words| act::paper(card, print, words).sheet)
}

/// Everything that a sheet says, in one text.
fn said(sheet: &Sheet) -> String {
    let facts = sheet.head.iter().map(|fact| format!("{}: {}", fact.name, fact.value));
    let rows = sheet.rows.iter().map(|row| row.cells.iter().map(Cell::shown).collect::<Vec<_>>().join(" | "));
    let totals = sheet.totals.iter().map(|total| {
        format!("{} {}", total.name, total.cells.iter().map(|(_, cell)| cell.shown()).collect::<Vec<_>>().join(" "))
    });
    let signs = sheet.signatories.iter().map(|signer| format!("{} ____ {}", signer.role, signer.name));
    let first = format!("{} № {}", sheet.title, sheet.number.clone().unwrap_or_default());
    let lines = std::iter::once(first).chain(facts).chain(rows).chain(totals);
    lines.chain(sheet.closing.iter().cloned()).chain(signs).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_handover_act_says_who_what_how_much_and_the_whole_in_words() {
    let expected = "\
Акт приймання-передачі № 2026/00123
Передав: Луцький центр соціальних служб, склад
Отримувач: Шевченко Мар’яна Їжаківна
Номер сім’ї: 482-1737
Склад сім’ї: 2 дор., 3 діт.
Підстава: внутрішньо переміщені
Отримав(-ла): Шевченко Тарас Петрович, паспорт КС 123456
Програма: emergency_room
1 | Одяг б/в | кг | 4,2 | 4,2
2 | Продуктовий набір (до набору: Рис 1,0 кг) | набір | 1 | 12,0
3 | Дитяче взуття | пара | 2 | 0,6
Разом 16,8
Усього найменувань: 3 (три).
Наборів: 1 (один).
Пар: 2 (дві).
Загальна вага: 16,8 кг (шістнадцять цілих вісім десятих кілограма).
Видав(-ла) ____ Коваленко О. П.
Отримав(-ла) ____ Шевченко Тарас Петрович";
    let there = said(&of_act(&issue(), Print::Original));
    let (there, expected) = (stable(&there), stable(expected));
    assert_eq!(there, expected);
}

/// The lines whose words belong to catalogues of names are left to those.
fn stable(text: &str) -> Vec<String> {
    let is_named = |line: &&str| !line.starts_with("Підстава") && !line.starts_with("Програма");
    text.lines().filter(is_named).map(str::to_owned).collect()
}

#[test]
fn neither_notes_nor_reasons_nor_sensitive_categories_are_ever_printed() {
    let mut card = issue();
    if let Some(recipient) = &mut card.recipient {
        recipient.ground = Ground::Category(code("violence_survivor"));
    }
    let texts = Texts::new(Lang::Uk);
    let hidden = texts.code("category", "violence_survivor");
    let settings = OfficeSettings {
        paper_columns: "категорія; документ".to_owned(), ..OfficeSettings::default()
    };
    let lists = with(&settings, |words| distribution::paper(&[issued(&card)], &asked("2026-11-21"), words).sheet);
    for sheet in [of_act(&card, Print::Original), lists] {
        let said = said(&sheet);
        for never in ["не для друку", "не пишуть", hidden.as_str()] {
            assert!(!said.contains(never), "«{never}» stands on:\n{said}");
        }
    }
    assert!(said(&of_act(&card, Print::Original)).contains("Підстава: право перевірено"));
}

#[test]
fn a_copy_keeps_its_number() {
    let (first, copy) = (of_act(&issue(), Print::Original), of_act(&issue(), Print::Copy));
    assert_eq!((first.number.clone(), first.print), (Some("2026/00123".to_owned()), Print::Original));
    assert_eq!((copy.number, copy.print), (first.number, Print::Copy));
}

#[test]
fn an_office_sets_titles_signers_and_the_law() {
    let settings = OfficeSettings {
        paper_titles: "Акт видачі допомоги; ; Прибутковий акт".to_owned(),
        paper_signers: "Директор: Іваненко І. І.; Бухгалтер".to_owned(),
        paper_legal: "Наказ № 7".to_owned(),
        ..OfficeSettings::default()
    };
    let sheet = with(&settings, |words| act::paper(&issue(), Print::Original, words).sheet);
    assert_eq!((sheet.title.as_str(), sheet.legal.as_str()), ("Акт видачі допомоги", "Наказ № 7"));
    let signers: Vec<_> = sheet.signatories.iter().map(|s| (s.role.as_str(), s.name.as_str())).skip(2).collect();
    assert_eq!(signers, [("Директор", "Іваненко І. І."), ("Бухгалтер", "")]);
    let lists = with(&settings, |words| distribution::paper(&[], &asked("2026-11-21"), words).sheet);
    assert_eq!(lists.title, "Відомість видачі");
}

#[test]
fn a_distribution_sheet_has_the_columns_that_the_office_picks_and_totals_that_are_its_lines() {
    let settings = OfficeSettings {
        paper_columns: "склад сім'ї; Вага; примітка; дата".to_owned(),
        ..OfficeSettings::default()
    };
    let second = ActCard { act: Act { lines: vec![line("clothes", 800, Some(800))], ..issue().act }, ..issue() };
    let paper =
        with(&settings, |words| distribution::paper(&[issued(&issue()), issued(&second)], &asked("2026-11-20"), words));
    let titles: Vec<&str> = paper.sheet.columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(titles, ["№", "Отримувач", "Склад сім’ї", "Вага, кг", "примітка", "Дата", "Видано", "Підпис"]);
    let said = said(&paper.sheet);
    for expected in [
        "1 | Шевченко Мар’яна Їжаківна, 482-1737 | 2 дор., 3 діт. | 16,8 |  | 21.11.2026 | Одяг б/в 4,2 кг; Продуктовий набір 1 набір; Дитяче взуття 2 пари",
        "Разом 17,6",
        "Отримувачів: 2 (два).",
        "Одяг б/в: 5,0 кг.",
        "Загальна вага: 17,6 кг (сімнадцять цілих шість десятих кілограма).",
    ] {
        assert!(said.contains(expected), "«{expected}» is not in:\n{said}");
    }
    assert!(paper.sheet.rows.iter().all(|row| row.cells.last() == Some(&Cell::Signature)));
    assert_eq!(paper.name, "Відомість 2026-11-20 — 2026-11-21");
}

#[test]
fn a_receipt_names_the_donor_with_its_number_and_its_paper() {
    let mut card = issue();
    card.recipient = None;
    card.act.head.kind = ActKind::Receipt;
    card.act.head.partner = Some("mission".into());
    card.act.head.document = "Накладна 17".to_owned();
    card.act.lines = vec![ActLine { flow: Flow::In, ..line("clothes", 100_000, Some(100_000)) }];
    let said = said(&of_act(&card, Print::Original));
    assert!(said.starts_with("Акт надходження № 2026/00123\nПередав: Дитяча місія, код ЄДРПОУ 12345678\n"), "{said}");
    assert!(
        said.contains("Документ: Накладна 17") && said.contains("Загальна вага: 100,0 кг (сто кілограмів)."),
        "{said}"
    );
}

#[test]
fn what_goes_both_ways_stands_in_two_columns() {
    let mut card = issue();
    (card.act.head.kind, card.recipient) = (ActKind::Assembly, None);
    card.act.lines = vec![ActLine { flow: Flow::In, ..line("food_kit", 5, None) }, line("rice", 5_000, Some(5_000))];
    let sheet = of_act(&card, Print::Original);
    assert_eq!(sheet.columns.len(), 6);
    let said = said(&sheet);
    assert!(said.contains("1 | Продуктовий набір | набір | 5 |  | \n2 | Рис | кг |  | 5,0 | 5,0"), "{said}");
}

#[test]
fn a_count_sheet_has_room_to_write_until_it_is_entered() {
    let counted =
        |counted| CountLine { item: ItemCode::from("shoes"), expected: Quantity(37), counted, moved: Quantity::ZERO };
    let count = |step, entered: Option<(NaiveDate, String)>, line| Count {
        id: CountId(Uuid::from_u128(3)),
        location: LocationCode::storeroom(),
        step,
        begun: (day("2026-11-20"), "Коваленко О. П.".to_owned()),
        entered,
        approved: None,
        act: None,
        is_mine: false,
        lines: vec![line],
        note: String::new(),
        catalogue: catalogue(),
    };
    let blank = count(CountStep::Sheet, None, counted(None));
    let entered =
        count(CountStep::Entered, Some((day("2026-11-21"), "Бойко Т. І.".to_owned())), counted(Some(Quantity(35))));
    let of = |count: &Count| with(&OfficeSettings::default(), |words| shelf::count(count, words).sheet);
    assert_eq!(of(&blank).rows[0].cells[4], Cell::Signature);
    let said = said(&of(&entered));
    assert!(said.contains("1 | Дитяче взуття | пара | 37 | 35 | −2 | "), "{said}");
    assert!(said.contains("Порахував(-ла) ____ Бойко Т. І."), "{said}");
}

/// What became of a donor's clothes.
fn given() -> DonorPage {
    DonorPage {
        partner: "mission".into(),
        from: day("2026-01-01"),
        until: day("2026-11-21"),
        receipts: Vec::new(),
        items: vec![DonorItem {
            item: "clothes".into(),
            came: Quantity(100_000),
            given: Quantity(60_500),
            in_kits: Quantity::ZERO,
            written_off: Quantity(1_000),
            left: Quantity(38_500),
        }],
        families: 12,
        children: 20,
        people: 41,
        organisations: 1,
        categories: vec![(code("displaced"), 7), (code("violence_survivor"), 1)],
        weight: Grams(100_000),
        catalogue: catalogue(),
    }
}

#[test]
fn a_donor_hears_of_families_but_not_of_sensitive_categories() {
    let page = given();
    let paper = with(&OfficeSettings::default(), |words| donor::report(&page, words));
    let said = said(&paper.sheet);
    assert!(said.contains("Одяг б/в | кг | 100,0 | 60,5 | 0,0 | 1,0 | 38,5"), "{said}");
    assert!(said.contains("отримали сімей: 12, дітей у них: 20, людей разом: 41, організацій: 1."), "{said}");
    assert_eq!(paper.sheet.closing.len(), 3, "{said}");
}

#[test]
fn a_letter_of_thanks_says_what_came_and_whom_it_reached_and_nothing_sensitive() {
    let page = DonorPage { categories: vec![(code("displaced"), 7), (code("violence_survivor"), 1)], ..given() };
    let paper = with(&OfficeSettings::default(), |words| donor::thanks(&page, day("2026-11-21"), words));
    let said = said(&paper.sheet);
    for expected in
        ["Одяг б/в — 100,0 кг", "12 сімей", "20 дітей", "1 організація", "Загальна вага отриманого: 100,0 кг."]
    {
        assert!(said.contains(expected), "«{expected}» is not in:\n{said}");
    }
    let hidden = Texts::new(Lang::Uk).code("category", "violence_survivor");
    assert!(!said.contains(&hidden), "{said}");
    assert!(paper.sheet.columns.is_empty() && !paper.name.contains("Місія"), "{}", paper.name);
}

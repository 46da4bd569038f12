//! What stands on the papers of events, from values made by hand.

use super::*;
use crate::domain::aid::AidCatalogue;
use crate::domain::catalogue::Sensitive;
use crate::domain::person::{PersonName, Precision, Sex};
use crate::domain::settings::OfficeSettings;
use crate::domain::sheet::{Cell, Lie, Sheet};
use crate::text::{Lang, Texts};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn name(full: &str) -> PersonName {
    let mut words = full.split(' ').map(str::to_owned);
    let mut next = || words.next().unwrap_or_default();
    PersonName { surname: next(), given: next(), patronymic: next() }
}

fn born(text: &str) -> Option<BirthDate> {
    Some(BirthDate { date: day(text), precision: Precision::Day })
}

fn about() -> About {
    About {
        title: "Підлітковий клуб".to_owned(),
        kind: "заняття гуртка".to_owned(),
        place: "м. Луцьк, кімната 5".to_owned(),
        trainer: "Коваль О. П.".to_owned(),
        ..About::default()
    }
}

fn on_paper<T>(of: impl FnOnce(&PaperWords<'_>) -> T) -> T {
    let settings = OfficeSettings {
        paper_signers: "Директор: Іваненко І. І.".to_owned(),
        legal_basis: "Закон України «Про соціальні послуги»".to_owned(),
        ..OfficeSettings::default()
    };
    let (texts, catalogue, hidden) = (Texts::new(Lang::Uk), AidCatalogue::default(), Sensitive::default());
    of(&PaperWords {
        texts: &texts,
        catalogue: &catalogue,
        office: "Луцький центр",
        settings: &settings,
        hidden: &hidden,
    })
}

/// A row of a paper, its cells as they are read.
fn row(sheet: &Sheet, at: usize) -> Vec<String> {
    sheet.rows[at].cells.iter().map(Cell::shown).collect()
}

fn headings(sheet: &Sheet) -> Vec<&str> {
    sheet.columns.iter().map(|column| column.title.as_str()).collect()
}

#[test]
fn a_session_sheet_has_a_line_each_and_empty_ones_for_others() {
    let signer = |full: &str, birth| Signer { name: name(full), birth, phone: "+380671112233".to_owned() };
    let mut session = SessionSheet {
        about: about(),
        held_on: day("2026-11-21"),
        hours: "11:00–12:30".to_owned(),
        people: vec![signer("Бондар Андрій Іванович", born("2013-03-12")), signer("Гнатюк Софія", None)],
        with_phones: false,
        heads: None,
    };
    let sheet = on_paper(|words| session.paper(words).sheet);
    assert_eq!(headings(&sheet), ["№", "Прізвище, ім’я, по батькові", "Рік (вік)", "Підпис"]);
    assert_eq!(row(&sheet, 0), ["1", "Бондар Андрій Іванович", "2013 (13)", ""]);
    assert_eq!(row(&sheet, 1), ["2", "Гнатюк Софія", "", ""]);
    assert_eq!(
        (sheet.rows.len(), row(&sheet, 6)),
        (7, vec!["7".to_owned(), String::new(), String::new(), String::new()])
    );
    assert_eq!(sheet.closing[1], "Понад список, без імен: жінок ______, чоловіків ______, дітей ______.");
    let facts: Vec<String> = sheet.head.iter().map(|fact| format!("{}: {}", fact.name, fact.value)).collect();
    assert_eq!(facts[2], "Коли: 21.11.2026, 11:00–12:30");
    assert_eq!(sheet.signatories[0].role, "Заняття веде");
    assert_eq!((sheet.signatories[0].name.as_str(), sheet.signatories[1].role.as_str()), ("Коваль О. П.", "Директор"));
    assert_eq!(sheet.legal, "Закон України «Про соціальні послуги»");
    // Phones are a column for those who may see them, and for nobody else not even an empty one.
    session.with_phones = true;
    session.heads = Some([3, 0, 2]);
    let sheet = on_paper(|words| session.paper(words).sheet);
    assert_eq!((headings(&sheet)[3], row(&sheet, 0)[3].as_str()), ("Телефон", "+380671112233"));
    assert_eq!(sheet.closing[1], "Понад список, без імен: жінок 3, чоловіків 0, дітей 2.");
}

fn grid(days: u32) -> Grid {
    use GridMark::{Absent, Excused, Present};
    let column = |day: u32| GridColumn {
        held_on: NaiveDate::from_ymd_opt(2026, 11, day).unwrap(),
        begins: "11:00".to_owned(),
        heads: u32::from(day == 1) * 4,
    };
    Grid {
        about: about(),
        month: day("2026-11-15"),
        columns: (1..=days).map(column).collect(),
        rows: vec![
            GridRow {
                name: "Бондар Андрій".to_owned(), marks: vec![Some(Present), Some(Absent), Some(Present)]
            },
            GridRow { name: "Гнатюк Софія".to_owned(), marks: vec![Some(Present), Some(Excused)] },
            GridRow { name: "Савчук Іван".to_owned(), marks: vec![None, Some(Absent), None] },
        ],
    }
}

#[test]
fn a_register_of_a_month_sums_both_ways_and_keeps_the_unnamed_apart() {
    let sheet = on_paper(|words| grid(3).paper(words).sheet);
    assert_eq!(headings(&sheet), ["№", "Прізвище, ім’я, по батькові", "01.11", "02.11", "03.11", "Був(-ла)"]);
    assert_eq!(row(&sheet, 0), ["1", "Бондар Андрій", "+", "н", "+", "2"]);
    assert_eq!(row(&sheet, 1), ["2", "Гнатюк Софія", "+", "п", "", "1"]);
    assert_eq!(row(&sheet, 2), ["3", "Савчук Іван", "", "н", "", "0"]);
    let totals: Vec<(&str, Vec<String>)> = (sheet.totals.iter())
        .map(|total| {
            (total.name.as_str(), total.cells.iter().map(|(at, cell)| format!("{at}:{}", cell.shown())).collect())
        })
        .collect();
    assert_eq!(totals[0], ("Було за списком", vec!["2:2".into(), "3:0".into(), "4:1".into(), "5:3".into()]));
    assert_eq!(totals[1], ("Ще без імен", vec!["2:4".into(), "3:0".into(), "4:0".into(), "5:4".into()]));
    // A day that nobody has marked yet has room for its sums.
    let later = on_paper(|words| grid(4).paper(words).sheet);
    assert_eq!(later.totals[0].cells[3].1, Cell::Empty);
    assert_eq!(sheet.closing[0], "Занять: 3. Відвідувань: 3. Різних людей: 2.");
    assert_eq!(sheet.head[2].value, "листопад 2026 року");
    assert_eq!(sheet.lie, Lie::Portrait);
}

#[test]
fn many_days_lie_on_their_side_and_two_sessions_of_a_day_say_their_hour() {
    let mut grid = grid(11);
    assert_eq!(on_paper(|words| grid.paper(words).sheet).lie, Lie::Landscape);
    grid.columns[1].held_on = grid.columns[0].held_on;
    grid.columns[1].begins = "15:30".to_owned();
    let sheet = on_paper(|words| grid.paper(words).sheet);
    assert_eq!(headings(&sheet)[2..5], ["01.11 11:00", "01.11 15:30", "03.11"]);
}

#[test]
fn participants_stand_apart_from_those_who_wait_or_have_completed() {
    let one = |full: &str, note: &str| Participant {
        name: name(full),
        birth: born("2012-01-05"),
        number: "482-1737".to_owned(),
        phone: String::new(),
        since: Some(day("2026-09-05")),
        came: (9, 11),
        note: note.to_owned(),
    };
    let list = Participants {
        about: about(),
        on: day("2026-11-21"),
        days: (day("2026-09-05"), day("2027-05-29")),
        capacity: Some(12),
        with_phones: false,
        enrolled: vec![one("Бондар Андрій", ""), one("Гнатюк Софія", "")],
        completed: Vec::new(),
        waiting: vec![Participant { came: (0, 0), ..one("Савчук Іван", "чекає місця") }],
    };
    let sheet = on_paper(|words| list.paper(words).sheet);
    assert_eq!(row(&sheet, 0), ["Записані: 2"]);
    assert_eq!(row(&sheet, 1), ["1", "Бондар Андрій", "2012 (14)", "482-1737", "05.09.2026", "9/11", ""]);
    assert_eq!(row(&sheet, 3), ["Чекають місця: 1"]);
    assert_eq!(row(&sheet, 4), ["1", "Савчук Іван", "2012 (14)", "482-1737", "05.09.2026", "", "чекає місця"]);
    assert_eq!(sheet.closing, ["Записаних: 2.", "Місць: 12."]);
    let alone = Participants { waiting: Vec::new(), ..list };
    assert_eq!(row(&on_paper(|words| alone.paper(words).sheet), 0)[1], "Бондар Андрій");
}

#[test]
fn a_certificate_says_what_who_and_how_long() {
    let one = |full: &str, sex, came, minutes| Completed {
        name: name(full),
        sex,
        number: "2026-007".to_owned(),
        on: day("2026-11-21"),
        came,
        minutes,
    };
    let course = Certificates {
        about: About { title: "Домедична допомога".to_owned(), ..about() },
        days: Some((day("2026-09-05"), day("2026-11-21"))),
        people: vec![
            one("Шевченко Оксана Петрівна", Some(Sex::Female), 12, Some(12 * 120)),
            one("Бойко Олег", Some(Sex::Male), 1, None),
            one("Савчук Саша", None, 0, Some(0)),
        ],
    };
    let paper = on_paper(|words| course.paper(words));
    let pages = &paper.sheet.certificates;
    assert_eq!(pages.len(), 3);
    let first = &pages[0];
    assert_eq!((first.name.as_str(), first.verb.as_str()), ("Шевченко Оксана Петрівна", "успішно завершила"));
    assert_eq!((first.course.as_str(), first.number.as_str()), ("Домедична допомога", "№ 2026-007"));
    assert_eq!(first.facts, ["5 вересня 2026 року – 21 листопада 2026 року", "відвідано 12 занять, 24 години"]);
    assert_eq!(first.day, "21 листопада 2026 року");
    let signs: Vec<&str> = first.signatories.iter().map(|one| one.role.as_str()).collect();
    assert_eq!(signs, ["Директор", "Тренер(-ка)"]);
    assert_eq!((pages[1].verb.as_str(), pages[1].facts[1].as_str()), ("успішно завершив", "відвідано 1 заняття"));
    assert_eq!((pages[2].verb.as_str(), pages[2].facts.len()), ("успішно завершив(-ла)", 1));
    // Nothing of a person stands in the name of the file.
    assert_eq!(paper.name, "Сертифікати, 3 шт");
    assert!(!paper.name.contains("Шевченко"));
}

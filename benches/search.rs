//! How fast the search answers in an office of 100 000 people: `cargo bench --bench search`.
//!
//! The people are made up from syllables, with common surnames as common as they are in life (one in three people has one of
//! a hundred surnames). Percentiles are printed first, since the slowest keystroke is what a person feels.

use chrono::NaiveDate;
use divan::Bencher;
use std::sync::LazyLock;
use std::time::Instant;
use stiika::domain::document::{Document, DocumentKind};
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::{FamilyId, PersonId};
use stiika::domain::number::FamilyNumber;
use stiika::domain::person::{BirthDate, PersonName, Precision};
use stiika::domain::phone::Phone;
use stiika::search::{Index, Record, Sight};
use uuid::Uuid;

const PEOPLE: u64 = 100_000;
const LIMIT: usize = 50;

const GIVEN: [&str; 40] = [
    "Олександр",
    "Оксана",
    "Андрій",
    "Наталія",
    "Сергій",
    "Ірина",
    "Микола",
    "Тетяна",
    "Іван",
    "Марія",
    "Володимир",
    "Олена",
    "Юрій",
    "Ганна",
    "Василь",
    "Людмила",
    "Тарас",
    "Світлана",
    "Дмитро",
    "Юлія",
    "Богдан",
    "Катерина",
    "Петро",
    "Надія",
    "Роман",
    "Вікторія",
    "Ігор",
    "Галина",
    "Максим",
    "Ольга",
    "Артем",
    "Софія",
    "Назар",
    "Дарина",
    "Павло",
    "Анастасія",
    "Олег",
    "Соломія",
    "Віталій",
    "Лариса",
];
const PATRONYMICS: [&str; 12] = [
    "Іванович",
    "Петрівна",
    "Миколайович",
    "Миколаївна",
    "Олександрович",
    "Олександрівна",
    "Васильович",
    "Василівна",
    "Сергійович",
    "Сергіївна",
    "Андрійович",
    "Володимирівна",
];
const FIRST: [&str; 24] = [
    "Шев", "Ко", "Бон", "Мель", "Кра", "Тка", "Пав", "Лев", "Гри", "Сав", "Мар", "Поно", "Руд", "Лит", "Мо", "Дани",
    "Семе", "Кли", "Вой", "Ше", "Жу", "Яре", "Заї", "Гна",
];
const MIDDLE: [&str; 30] = [
    "вал", "рен", "ниц", "лич", "мар", "дан", "тен", "роз", "ган", "бул", "сен", "кор", "лин", "пол", "нов", "жен",
    "хом", "цен", "бор", "дер", "зел", "міл", "тур", "рев", "січ", "лов", "кон", "вер", "гор", "щер",
];
const LAST: [&str; 20] = [
    "енко",
    "чук",
    "ук",
    "юк",
    "ський",
    "ська",
    "ич",
    "як",
    "ко",
    "ак",
    "ець",
    "ів",
    "ишин",
    "ник",
    "ук",
    "ар",
    "унь",
    "ій",
    "ова",
    "ин",
];

/// A small generator of numbers: the same people every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[usize::try_from(self.next(all.len() as u64)).unwrap_or(0)]
    }
}

fn surname(numbers: &mut Numbers) -> String {
    // Every third one has a surname of the hundred commonest, and these are made by the same rule from a small seed.
    let mut seed =
        if numbers.next(3) == 0 { Numbers(numbers.next(100)) } else { Numbers(numbers.next(40_000) + 1_000) };
    seed.next(2);
    let (first, middle, last) = (seed.pick(&FIRST), seed.pick(&MIDDLE), seed.pick(&LAST));
    if seed.next(3) == 0 { format!("{first}{last}") } else { format!("{first}{middle}{last}") }
}

fn records(people: u64) -> Vec<Record> {
    let mut numbers = Numbers(7);
    let mut of_family = String::new();
    (0..people)
        .map(|id| {
            let family = id / 3;
            if id % 3 == 0 {
                of_family = surname(&mut numbers);
            }
            let digits = |numbers: &mut Numbers| format!("067{:07}", numbers.next(10_000_000));
            let day = i32::try_from(numbers.next(29_000)).unwrap_or(0);
            Record {
                person: PersonId(Uuid::from_u128(u128::from(id) + 1)),
                family: Some(FamilyId(Uuid::from_u128(u128::from(family) + 1))),
                number: Some(FamilyNumber::from_random(family * 7919)),
                name: PersonName {
                    surname: of_family.clone(),
                    given: numbers.pick(&GIVEN).to_owned(),
                    patronymic: numbers.pick(&PATRONYMICS).to_owned(),
                },
                sex: None,
                birth: NaiveDate::from_num_days_from_ce_opt(710_000 + day)
                    .map(|date| BirthDate { date, precision: Precision::Day }),
                phones: Phone::parse(&digits(&mut numbers)).into_iter().collect(),
                documents: Document::parse(DocumentKind::Passport, &format!("КС{:06}", id * 7 % 1_000_000))
                    .into_iter()
                    .collect(),
                settlement: format!("с. {}івка", MIDDLE[usize::try_from(family % 30).unwrap_or(0)]),
                renamed: None,
                street: format!("вул. {}а", surname(&mut Numbers(family % 900))),
                building: numbers.next(120).to_string(),
                flat: numbers.next(90).to_string(),
                closed: false,
                is_head: false,
                former: Vec::new(),
                also: Vec::new(),
            }
        })
        .collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

static PEOPLE_OF_OFFICE: LazyLock<Vec<Record>> = LazyLock::new(|| records(PEOPLE));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::build(PEOPLE_OF_OFFICE.clone()));

const CLASSES: [&str; 12] = [
    "one letter",
    "two letters",
    "surname",
    "surname and given",
    "full name",
    "phone tail",
    "phone",
    "typo",
    "wrong layout",
    "latin",
    "address",
    "three letters apart",
];

fn layout(text: &str) -> String {
    let letters = "йцукенгшщзхїфівапролджєячсмитьбю ";
    let keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,. ";
    text.to_lowercase()
        .chars()
        .filter_map(|sign| letters.chars().zip(keys.chars()).find(|(letter, _)| *letter == sign).map(|(_, key)| key))
        .collect()
}

/// Questions of a class about some of the people.
fn questions(class: &str) -> Vec<String> {
    let start = |text: &str, count: usize| text.chars().take(count).collect::<String>();
    PEOPLE_OF_OFFICE
        .iter()
        .step_by(487)
        .map(|record| {
            let name = &record.name;
            let phone = record.phones.first().map_or("", |phone| phone.settled.as_str());
            match class {
                "one letter" => start(&name.surname, 1),
                "two letters" => start(&name.given, 2),
                "surname" => name.surname.clone(),
                "surname and given" => format!("{} {}", name.surname, name.given),
                "full name" => name.full(),
                "phone tail" => phone.chars().skip(9).collect(),
                "phone" => phone.to_owned(),
                "typo" => {
                    let mut letters: Vec<char> = name.surname.chars().collect();
                    letters.swap(1, 2);
                    letters.into_iter().chain(" ".chars()).chain(name.given.chars()).collect()
                }
                "wrong layout" => layout(&format!("{} {}", name.surname, name.given)),
                "latin" => "Shevchenko Oksana".to_owned(),
                "address" => format!("{} {}", record.street, record.building),
                _ => format!("{} {} {}", start(&name.surname, 1), start(&name.given, 1), start(&name.patronymic, 1)),
            }
        })
        .collect()
}

fn milliseconds(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a list of some hundreds"
    )]
    let place = ((times.len() - 1) as f64 * share).round() as usize;
    times[place]
}

fn measure(name: &str, mut runs: impl FnMut() -> Vec<f64>) {
    let mut times = runs();
    let (p50, p99, most) =
        (milliseconds(&mut times, 0.5), milliseconds(&mut times, 0.99), milliseconds(&mut times, 1.0));
    println!("{name:<22} p50 {p50:7.3} ms  p99 {p99:7.3} ms  max {most:7.3} ms");
}

/// The best of three: on a shared machine the scheduler's slice of 4 ms would be measured instead.
fn best_of_three(mut work: impl FnMut()) -> f64 {
    (0..3).map(|_| timed(&mut work)).fold(f64::INFINITY, f64::min)
}

fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1000.0
}

/// Resident memory of this process in megabytes, where the system tells it.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

fn form() -> FamilyDraft {
    let mut form = FamilyDraft::new(today());
    for record in PEOPLE_OF_OFFICE.iter().take(3) {
        let mut member = MemberDraft::new(Relation::Other);
        member.name = record.name.clone();
        member.birth = record.birth;
        member.phones.clone_from(&record.phones);
        member.documents.clone_from(&record.documents);
        form.members.push(member);
        form.actual.street.clone_from(&record.street);
        form.actual.building.clone_from(&record.building);
    }
    form
}

/// One slice of the look for duplicates, as the desk's worker takes it.
const SLICE: usize = 25_000;

/// The look over the whole register, with every hundredth family registered a second time.
fn sweep() {
    let mut records = PEOPLE_OF_OFFICE.clone();
    let again = |record: &Record| {
        let (person, family) = (record.person.0.as_u128(), record.family.map_or(0, |family| family.0.as_u128()));
        Record {
            person: PersonId(Uuid::from_u128(person + 1_000_000)),
            family: Some(FamilyId(Uuid::from_u128(family + 1_000_000))),
            documents: Vec::new(),
            ..record.clone()
        }
    };
    let planted: Vec<Record> = PEOPLE_OF_OFFICE.chunks(3).step_by(100).flatten().map(again).collect();
    let families = planted.len() / 3;
    records.extend(planted);
    let mut index = Index::build(records);
    let mut slices = Vec::new();
    let whole = timed(|| {
        let mut more = true;
        while more {
            slices.push(timed(|| more = index.sweep(SLICE)));
        }
    });
    let mut found = 0;
    let listing = timed(|| found = index.doubles(Sight::Contacts, 2_000, &|_, _| false).total);
    println!("duplicates: {families} planted, {found} pairs found in {whole:.0} ms; list {listing:.1} ms");
    measure("a slice of the look", || slices.clone());
}

fn main() {
    // Records come in by small parts, so that what grows is the index alone.
    let before = resident();
    let mut grown = Index::default();
    let mut part = Vec::new();
    let mut all = PEOPLE_OF_OFFICE.iter();
    let with_people = resident();
    loop {
        part.extend(all.by_ref().take(1000).cloned());
        if part.is_empty() {
            break;
        }
        grown.update(&[], std::mem::take(&mut part));
    }
    if let (Some(before), Some(with), Some(after)) = (before, with_people, resident()) {
        println!("{} people: records {:.0} MB, index {:.1} MB", grown.len(), with - before, after - with);
    }
    measure("build", || {
        (0..5).map(|_| PEOPLE_OF_OFFICE.clone()).map(|all| timed(|| drop(Index::build(all)))).collect()
    });
    for class in CLASSES {
        let questions = questions(class);
        measure(class, || {
            questions
                .iter()
                .map(|text| best_of_three(|| drop(divan::black_box(INDEX.find(text, Sight::Contacts, today(), LIMIT)))))
                .collect()
        });
    }
    let form = form();
    measure("likely", || {
        (0..100).map(|_| best_of_three(|| drop(divan::black_box(INDEX.likely(&form, None, 5))))).collect()
    });
    sweep();
    let one = PEOPLE_OF_OFFICE[0].clone();
    measure("update of one", || {
        (0..100).map(|_| best_of_three(|| grown.update(&[one.person], vec![one.clone()]))).collect()
    });
    divan::main();
}

#[divan::bench(args = CLASSES)]
fn find(bencher: Bencher<'_, '_>, class: &str) {
    let questions = questions(class);
    let mut next = questions.iter().cycle();
    bencher.bench_local(|| next.next().map(|text| INDEX.find(text, Sight::Contacts, today(), LIMIT)));
}

#[divan::bench]
fn likely(bencher: Bencher<'_, '_>) {
    let form = form();
    bencher.bench_local(|| INDEX.likely(&form, None, 5));
}

#[divan::bench(sample_count = 10)]
fn build(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| PEOPLE_OF_OFFICE.clone()).bench_local_values(Index::build);
}

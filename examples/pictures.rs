//! The pictures of the README: frames of the real desk over an invented office, as SVG. `cargo run --example pictures`.
//!
//! The office stands on a day of its own, so the same program draws the same pictures: a change in a picture is a change in the desk.
//! A frame becomes rectangles for what is behind, paths for the lines of frames and one text a run of letters, each as wide as its
//! cells, so that it stands aligned in whatever fixed-width font the reader has.

use anyhow::{Context as _, Result, ensure};
use chrono::{Duration, Months, NaiveDate, NaiveTime};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use stiika::domain::address::{Address, AddressKind};
use stiika::domain::catalogue::aid::Partner;
use stiika::domain::catalogue::{About, Entry};
use stiika::domain::category::{CategoryCode, SHIPPED};
use stiika::domain::clock::{Clock, Moment};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::event::{Audience, Hours, Outcome};
use stiika::domain::life::{CollectorDraft, LeaveReason, LifeEvent};
use stiika::domain::person::BirthDate;
use stiika::domain::staff::Role;
use stiika::domain::stock::{LocationCode, Quantity};
use stiika::exchange::{FilesOfDisk, Setting, Sheet, families};
use stiika::office::event_files::{MarkBatch, MarkLine, SessionLine};
use stiika::office::goods::{AidLine, AidTo, StockLine};
use stiika::office::storeroom::{Receipt, ReceiptLine};
use stiika::office::{Entropy, Founding, ImportBatch, Office, Run, Surroundings};
use stiika::store::keys::KdfCost;
use stiika::text::{Lang, Texts};
use stiika::tui::app::{Context, Effect, Input, Model, Msg, Screen, begin, update};
use stiika::tui::commands::{self, CommandId, Scope};
use stiika::tui::keys::Key;
use stiika::tui::perform::Desk;
use stiika::tui::screens::home::Home;
use stiika::tui::theme::ThemeName;
use stiika::tui::widgets::chrome;
use stiika::tui::widgets::text::width;

/// Where the pictures lie.
const FOLDER: &str = "docs/pictures";

/// Width of the pictures in cells; the smallest terminal and those on which the desk shows more at once.
const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (110, 30);
const TALL: (u16, u16) = (120, 36);

/// A cell in units of the picture, and how far under its top the letters stand.
const CELL: (u16, u16) = (9, 19);
const BASELINE: u16 = 14;

/// The password of everybody in an office that is gone when the pictures are drawn.
const PASSWORD: &str = "сім груш біля мосту";

/// Lutsk in the national codifier.
const COMMUNITY: &str = "UA07080170000013585";

/// Everybody in the pictures is invented.
const PEOPLE: &str = include_str!("pictures.csv");

/// A list as an office kept it before, with headings of its own.
const LIST: &str = "№ справи;ПІБ;Дата нар.;Моб. тел.;Адреса;Пільга;Розмір взуття\n\
    214/1;Гаврилюк Надія Степанівна;14.05.1984;067 301 22 45;Луцьк, Кравчука 11 кв 40;багатодітна;38\n\
    214/2;Романюк Іван Петрович;02.11.1979;0503012246;Луцьк, просп. Волі 5 кв 12;ВПО;43\n\
    215/1;Мазур Олена Ігорівна;30.07.1991;0933012247;с. Жидичин, Лісова 9;;36\n";

/// A picture: its name, size, the keys that lead to it and what must stand on top then.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    keys: Vec<Key>,
    scope: Scope,
}

fn pictures(list: &Path) -> Vec<Picture> {
    let menu = |id| [vec![Key::F(9)], typed(&title_of(id)), vec![Key::Enter]].concat();
    let registration = [
        typed("дорошенко тарас петрович 12031987 0501239876"),
        vec![Key::F(7)],
        typed("луц"),
        vec![Key::Enter],
        typed("Кравчука 19г кв 5"),
        vec![Key::PageDown],
        typed("впо 24022022 довідка 0710-1234"),
        vec![Key::Enter, Key::PageDown],
        typed("др Оксана Іванівна 30071990"),
        vec![Key::Enter],
        typed("син Петро 12032015"),
    ];
    let card = [typed("0501112233"), vec![Key::Enter]];
    let issue = [typed("0501112233"), vec![Key::F(5)], typed("1"), typed("одяг 4,7-0,5"), vec![Key::Enter]].concat();
    let life = [card.concat(), vec![Key::Down, Key::Down, Key::Enter]];
    let merge = [
        typed("0687005566"),
        vec![Key::Enter],
        menu(CommandId::MergeWith),
        typed("0937005577"),
        vec![Key::Enter, Key::Down, Key::Down],
    ];
    let lists =
        [menu(CommandId::Lists), vec![Key::Tab; 4], typed("впо"), vec![Key::Enter, Key::Esc, Key::Esc, Key::Insert]];
    let storeroom = [menu(CommandId::Storeroom), vec![Key::Down]].concat();
    let register = [typed("підлітковий клуб"), vec![Key::Down, Key::Enter]].concat();
    let import = [menu(CommandId::Import), typed(&list.to_string_lossy()), vec![Key::Enter]];
    vec![
        Picture { name: "search", size: WIDE, keys: typed("шевч окс"), scope: Scope::Home },
        Picture { name: "registration", size: WIDE, keys: registration.concat(), scope: Scope::Registration },
        Picture { name: "card", size: TALL, keys: card.concat(), scope: Scope::Card },
        Picture { name: "life", size: WIDE, keys: life.concat(), scope: Scope::Window },
        Picture { name: "issue", size: WIDE, keys: issue, scope: Scope::Issue },
        Picture { name: "storeroom", size: WIDE, keys: storeroom, scope: Scope::Storeroom },
        Picture { name: "register", size: WIDE, keys: register, scope: Scope::Register },
        Picture { name: "merge", size: WIDE, keys: merge.concat(), scope: Scope::Merge },
        Picture { name: "lists", size: TALL, keys: lists.concat(), scope: Scope::Lists },
        Picture { name: "import", size: WIDE, keys: import.concat(), scope: Scope::ImportColumns },
        Picture { name: "staff", size: SMALL, keys: menu(CommandId::Staff), scope: Scope::Staff },
    ]
}

/// The word by which the menu finds a command.
fn title_of(id: CommandId) -> String {
    commands::row(id).map(|row| Texts::new(Lang::Uk).get(row.title)).unwrap_or_default()
}

fn typed(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).collect()
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let clock = StandingClock::new()?;
    let surroundings = Surroundings { clock: Arc::new(clock.clone()), entropy: Entropy::Seeded(7) };
    let path = folder.path().join("office.stiika");
    drop(office(&path, &surroundings, &clock)?);
    let list = folder.path().canonicalize()?.join("облік.csv");
    std::fs::write(&list, LIST)?;
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    std::fs::create_dir_all(&target)?;
    let mut missed = Vec::new();
    for picture in pictures(&list) {
        let office = Office::sign_in(&path, "olena", PASSWORD, surroundings.clone()).context("sign-in")?;
        let mut desk = Desk::signed_in(path.clone(), surroundings.clone(), KdfCost::FLOOR, office)
            .with_files(Arc::new(FilesOfDisk));
        let mut cx = Context::new(Lang::Uk, ThemeName::Dark, picture.size, clock.now());
        cx.session = desk.session();
        let mut model = Model::new(cx, Box::new(Home::new()));
        let first = begin(&mut model);
        run(&mut model, &mut desk, first);
        for key in &picture.keys {
            let effects = update(&mut model, Msg::Input(Input::Key(*key)));
            run(&mut model, &mut desk, effects);
        }
        if model.top().map(Screen::scope) != Some(picture.scope) {
            missed.push(picture.name);
            continue;
        }
        let file = target.join(format!("{}-{}.svg", picture.name, Lang::Uk.code()));
        std::fs::write(&file, svg_of(&model)?)?;
        println!("{}", file.display());
    }
    ensure!(missed.is_empty(), "the keys lead elsewhere, no picture of: {}", missed.join(", "));
    Ok(())
}

/// The office: its families came in from a list a while ago, its staff were added, one left.
fn office(path: &Path, surroundings: &Surroundings, clock: &StandingClock) -> Result<Office> {
    let week_ago = clock.today() - Duration::days(7);
    clock.back_by(Duration::days(30));
    let founding = Founding {
        office: "Луцький центр".to_owned(),
        community: Some(COMMUNITY.to_owned()),
        login: "olena".to_owned(),
        name: "Олена К.".to_owned(),
        password: PASSWORD.to_owned(),
        cost: KdfCost::FLOOR,
    };
    let (mut office, _) = Office::found(path, &founding, surroundings.clone())?;
    let (old, new): (Vec<_>, Vec<_>) = listed()?.into_iter().partition(|family| family.registered_on < week_ago);
    take_in(&mut office, old)?;
    let colleagues = [
        ("iryna.b", "Ірина Бойко", Role::Reception),
        ("natalia", "Наталія Кравець", Role::CaseWorker),
        ("vasyl", "Василь Ткачук", Role::Storekeeper),
        ("sofia", "Софія Мельник", Role::Trainer),
        ("director", "Галина Савчук", Role::Director),
        ("petro", "Петро Лисенко", Role::Reception),
    ];
    for (login, name, role) in colleagues {
        let deed = office.new_deed();
        let staff = office.add_staff(deed, login, name, role, PASSWORD)?;
        if login == "petro" {
            let deed = office.new_deed();
            office.disable_staff(deed, staff)?;
        }
    }
    clock.back_by(Duration::days(-30));
    take_in(&mut office, new)?;
    years_pass(&mut office)?;
    goods_come(&mut office, clock.today())?;
    goods_went(&mut office, clock.today())?;
    club_meets(&mut office, clock.today())?;
    Ok(office)
}

/// Three months of what came and was given out again: as much went as came, to the families behind the first.
fn goods_went(office: &mut Office, today: NaiveDate) -> Result<()> {
    let families: Vec<String> = listed()?.into_iter().skip(1).filter_map(|family| family.key).collect();
    let weekly = [("food_kit", [9, 12, 10, 14, 11, 16]), ("hygiene_kit", [3, 2, 4, 4, 6, 5])];
    let clothes = [21_500, 18_000, 26_300, 31_000, 34_200, 41_700];
    let goods = weekly.into_iter().chain([("clothes", clothes)]);
    let (mut came, mut given) = (Vec::new(), Vec::new());
    for (item, amounts) in goods {
        came.push(StockLine {
            key: item.to_owned(),
            on: today - Duration::weeks(14),
            item: item.into(),
            quantity: Quantity(amounts.iter().sum::<i64>() * 2),
            weight: None,
            partner: Some("karitas".into()),
            document: "накладна 12".to_owned(),
            expires_on: None,
        });
        for (week, amount) in (0_i32..).zip(amounts.into_iter().chain(amounts)) {
            let family = usize::try_from(week).ok().and_then(|week| families.get(week % families.len().max(1)));
            given.push(AidLine {
                act: format!("{item}-{week}"),
                on: today - Duration::weeks(12) + Duration::weeks(week.into()),
                to: AidTo::Family(family.context("a family")?.clone()),
                collected_by: String::new(),
                item: item.into(),
                quantity: Quantity(amount),
                weight: None,
                programme: None,
                campaign: String::new(),
                partner: None,
                note: String::new(),
            });
        }
    }
    let stock = office.import_stock(&came, Run::Real, &mut |_, _| {})?;
    let aid = office.import_aid(&given, Run::Real, &mut |_, _| {})?;
    ensure!(stock.is_ok() && aid.is_ok(), "the goods of the pictures: {stock:?} {aid:?}");
    Ok(())
}

/// A club that meets every week: who came to the last ones, and today's is half marked.
fn club_meets(office: &mut Office, today: NaiveDate) -> Result<()> {
    let session = |week: i64| SessionLine {
        key: format!("клуб {week}"),
        series: "клуб".to_owned(),
        kind: "club".into(),
        title: "Підлітковий клуб".to_owned(),
        on: today + Duration::weeks(week),
        hours: Hours { start: NaiveTime::from_hms_opt(11, 0, 0), end: NaiveTime::from_hms_opt(13, 0, 0) },
        programme: Some("space_for_children".into()),
        settlement: "м. Луцьк".to_owned(),
        rural: None,
        audience: Some(Audience::Children),
        partner: None,
        trainer: "Софія Мельник".to_owned(),
        heads: [None; 3],
        status: None,
        restricted: None,
    };
    let (before, after) = (7, 3);
    let sessions: Vec<SessionLine> = (-before..=after).map(session).collect();
    let members = listed()?.into_iter().flat_map(|family| family.members);
    let is_young = |birth: &BirthDate| birth.age_on(today) < 18 && birth.age_on(today) > 4;
    let children = members.filter(|member| member.birth.as_ref().is_some_and(is_young));
    let people: Vec<String> = children.filter_map(|member| member.key).collect();
    let marked = |weeks: std::ops::Range<u32>, step: usize| MarkBatch {
        sessions: sessions.iter().map(|session| session.key.clone()).collect(),
        people: people.clone(),
        lines: weeks
            .flat_map(|session| {
                (0_u32..).zip(&people).step_by(step).map(move |(person, _)| MarkLine {
                    session,
                    person,
                    expected: Some(true),
                    outcome: match (session * 5 + person * 7) % 11 {
                        0 | 4 => Outcome::Absent,
                        8 => Outcome::Excused,
                        _ => Outcome::Present,
                    },
                })
            })
            .collect(),
    };
    let made = office.import_events(&sessions, Run::Real, &mut |_, _| {})?;
    let came = office.import_attendance(&marked(0..7, 1), Run::Real, &mut |_, _| {})?;
    let comes = office.import_attendance(&marked(7..8, 2), Run::Real, &mut |_, _| {})?;
    ensure!(made.is_ok() && came.is_ok() && comes.is_ok(), "the club of the pictures: {made:?} {came:?} {comes:?}");
    Ok(())
}

/// What happened to the first family since: it moved, the grandmother went to live apart, a neighbour may collect for it.
fn years_pass(office: &mut Office) -> Result<()> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).context("a day");
    let family = office.find("0501112233", 1)?.first().and_then(|found| found.family).context("the first family")?;
    let card = office.card(family)?;
    let grandmother = card.members.last().context("members")?.person;
    let lived = card.addresses.iter().find(|(kind, _)| *kind == AddressKind::Actual).context("an address")?.1.clone();
    let home =
        Address {
            street: "вул. Кравчука".to_owned(), building: "19г".to_owned(), flat: "5".to_owned(), ..lived
        };
    let neighbour = CollectorDraft::Named {
        name: "Мельничук Ніна Андріївна".to_owned(),
        document: "КС445566".to_owned(),
        phone: "0997771122".to_owned(),
    };
    let (note, reason) = (String::new(), LeaveReason::GrownUp);
    for event in [
        LifeEvent::MovedHouse { kind: AddressKind::Actual, address: home, on: day(2025, 9, 1)? },
        LifeEvent::MemberLeft { person: grandmother, on: day(2026, 6, 15)?, reason, next_head: None },
        LifeEvent::CollectorAllowed { who: neighbour, on: day(2026, 11, 2)?, until: None, note },
    ] {
        let deed = office.new_deed();
        office.live(deed, family, &event)?;
    }
    Ok(())
}

/// What lies on the shelves.
fn goods_come(office: &mut Office, on: NaiveDate) -> Result<()> {
    let line = |item: &str, quantity, expires_on| ReceiptLine {
        item: item.into(),
        quantity: Quantity(quantity),
        weight: None,
        expires_on,
    };
    let deed = office.new_deed();
    let donor = Entry {
        code: "karitas".to_owned(),
        name: "Карітас".to_owned(),
        name_en: String::new(),
        position: 1,
        off_since: None,
        about: About::Partner(Partner::new()),
    };
    office.add_entry(deed, &donor)?;
    let receipt = Receipt {
        on,
        location: LocationCode::storeroom(),
        partner: Some("karitas".into()),
        document: "накладна 41".to_owned(),
        lines: vec![
            line("food_kit", 144, on.checked_add_months(Months::new(8))),
            line("hygiene_kit", 37, None),
            line("clothes", 816_700, None),
        ],
        note: String::new(),
    };
    let deed = office.new_deed();
    office.receive(deed, &receipt)?;
    Ok(())
}

/// The families of the list. A list says categories of a person; at the counter these are said of the family.
fn listed() -> Result<Vec<FamilyDraft>> {
    let sheet = Sheet::of_bytes(PEOPLE.as_bytes(), None)?;
    let categories: Vec<CategoryCode> = SHIPPED.iter().map(|code| CategoryCode((*code).to_owned())).collect();
    let today = StandingClock::new()?.today();
    let setting = Setting { today, categories: &categories, names: &[], community: Some(COMMUNITY) };
    let mut families = match families::read(&sheet, setting) {
        Ok(taken) => taken.batch.families,
        Err(faults) => anyhow::bail!("examples/pictures.csv: {faults:?}"),
    };
    for family in &mut families {
        if let Some(head) = family.members.first_mut() {
            family.categories = std::mem::take(&mut head.categories);
        }
    }
    Ok(families)
}

fn take_in(office: &mut Office, families: Vec<FamilyDraft>) -> Result<()> {
    let batch = ImportBatch { families, ..ImportBatch::default() };
    if let Err(faults) = office.import(&batch, Run::Real, &mut |_, _| {})? {
        anyhow::bail!("examples/pictures.csv: {faults:?}");
    }
    Ok(())
}

/// Does what follows from a key, to its end.
fn run(model: &mut Model, desk: &mut Desk, effects: Vec<Effect>) {
    let mut queue: VecDeque<Effect> = effects.into();
    while let Some(effect) = queue.pop_front() {
        if let Some(reply) = desk.perform(effect) {
            queue.extend(update(model, Msg::Reply(Box::new(reply))));
        }
    }
}

/// Saturday, 21.11.2026, 10:42 in Lutsk.
#[derive(Clone)]
struct StandingClock(Arc<Mutex<Moment>>);

impl StandingClock {
    fn new() -> Result<Self> {
        Ok(Self(Arc::new(Mutex::new(Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00")?))))
    }

    fn back_by(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) -= by;
    }
}

impl Clock for StandingClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The frame that the desk would draw, as a picture.
fn svg_of(model: &Model) -> Result<String> {
    let (columns, rows) = model.cx.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows))?;
    terminal.draw(|frame| chrome::draw(model, frame))?;
    let backend = terminal.backend();
    let cursor = backend.cursor_visible().then(|| backend.cursor_position());
    let buffer = backend.buffer();
    let (back, _) = colours(&buffer[(0, 0)]);
    let (wide, high) = (columns * CELL.0, rows * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-9 -9 {} {}\" font-size=\"15\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\">\n\
         <rect x=\"-9\" y=\"-9\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{back}\"/>\n",
        wide + 18,
        high + 18,
        wide + 18,
        high + 18,
    );
    let mut letters = String::new();
    let mut lines: BTreeMap<String, Drawn> = BTreeMap::new();
    for y in 0..rows {
        for run in runs(buffer, y, columns) {
            let (x, top, cells) = (run.from * CELL.0, y * CELL.1, run.cells * CELL.0);
            if run.back != back {
                let fill = &run.back;
                writeln!(svg, "<rect x=\"{x}\" y=\"{top}\" width=\"{cells}\" height=\"{}\" fill=\"{fill}\"/>", CELL.1)?;
            }
            write_run(&run, y, &mut letters, &mut lines)?;
        }
    }
    for (colour, Drawn { path, .. }) in lines {
        writeln!(svg, "<path stroke=\"{colour}\" fill=\"none\" d=\"{path}\"/>")?;
    }
    svg.push_str(&letters);
    if let Some(Position { x, y }) = cursor {
        let (x, y) = (x * CELL.0, y * CELL.1);
        writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"#ffffff\"/>", CELL.1)?;
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// Neighbouring cells that look alike.
struct Stretch {
    from: u16,
    cells: u16,
    text: String,
    back: String,
    front: String,
    is_bold: bool,
}

fn runs(buffer: &Buffer, y: u16, columns: u16) -> Vec<Stretch> {
    let mut runs: Vec<Stretch> = Vec::new();
    for x in 0..columns {
        let cell = &buffer[(x, y)];
        let (back, front) = colours(cell);
        let is_bold = cell.modifier.contains(Modifier::BOLD);
        match runs.last_mut() {
            Some(last) if (&last.back, &last.front, last.is_bold) == (&back, &front, is_bold) => {
                last.cells += 1;
                last.text.push_str(cell.symbol());
            }
            _ => runs.push(Stretch { from: x, cells: 1, text: cell.symbol().to_owned(), back, front, is_bold }),
        }
    }
    runs
}

/// Words of a run become texts, lines of frames become paths. Two spaces part texts, so that none begins or ends with one.
fn write_run(
    run: &Stretch,
    y: u16,
    letters: &mut String,
    lines: &mut BTreeMap<String, Drawn>,
) -> Result<(), std::fmt::Error> {
    let mut word = String::new();
    let mut at = run.from;
    let flush = |word: &mut String, end: u16, letters: &mut String| {
        let text = word.trim_end();
        let cells = u16::try_from(width(text)).unwrap_or(0);
        if cells > 0 {
            let begin = end - u16::try_from(width(word)).unwrap_or(0);
            let (x, baseline, length) = (begin * CELL.0, y * CELL.1 + BASELINE, cells * CELL.0);
            let bold = if run.is_bold { " font-weight=\"bold\"" } else { "" };
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            let fill = &run.front;
            writeln!(
                letters,
                "<text x=\"{x}\" y=\"{baseline}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\"{bold}>{text}</text>"
            )?;
        }
        word.clear();
        Ok::<(), std::fmt::Error>(())
    };
    for sign in run.text.chars() {
        if let Some(arms) = arms(sign) {
            flush(&mut word, at, letters)?;
            stroke(at, y, arms, lines.entry(run.front.clone()).or_default())?;
        } else if sign == ' ' && (word.is_empty() || word.ends_with(' ')) {
            flush(&mut word, at, letters)?;
        } else {
            word.push(sign);
        }
        at += 1;
    }
    flush(&mut word, at, letters)
}

/// Which ways the line of a frame goes from the middle of its cell: up, right, down, left.
fn arms(sign: char) -> Option<[bool; 4]> {
    Some(match sign {
        '─' => [false, true, false, true],
        '│' => [true, false, true, false],
        '╭' | '┌' => [false, true, true, false],
        '╮' | '┐' => [false, false, true, true],
        '╰' | '└' => [true, true, false, false],
        '╯' | '┘' => [true, false, false, true],
        '├' => [true, true, true, false],
        '┤' => [true, false, true, true],
        '┬' => [false, true, true, true],
        '┴' => [true, true, false, true],
        '┼' => [true; 4],
        _ => return None,
    })
}

/// Lines of one colour, and where the last of them ends if it is a level one: what comes there goes on with it.
#[derive(Default)]
struct Drawn {
    path: String,
    end: Option<(u16, u16)>,
}

fn stroke(x: u16, y: u16, arms: [bool; 4], drawn: &mut Drawn) -> std::fmt::Result {
    let (left, top) = (x * CELL.0, y * CELL.1);
    let (middle, centre) = (left + CELL.0 / 2, top + CELL.1 / 2);
    let (right, bottom) = (left + CELL.0, top + CELL.1);
    let path = &mut drawn.path;
    let level_before = drawn.end.take();
    // A corner is one bent line, everything else is straight ones.
    match arms {
        [false, true, true, false] => write!(path, "M{middle} {bottom}Q{middle} {centre} {right} {centre}"),
        [false, false, true, true] => write!(path, "M{middle} {bottom}Q{middle} {centre} {left} {centre}"),
        [true, true, false, false] => write!(path, "M{middle} {top}Q{middle} {centre} {right} {centre}"),
        [true, false, false, true] => write!(path, "M{middle} {top}Q{middle} {centre} {left} {centre}"),
        [false, true, false, true] => {
            drawn.end = Some((right, centre));
            if level_before == Some((left, centre)) {
                let kept = path.rfind('H').unwrap_or(path.len());
                path.truncate(kept);
                write!(path, "H{right}")
            } else {
                write!(path, "M{left} {centre}H{right}")
            }
        }
        [up, to_right, down, to_left] => {
            if up || down {
                let (from, to) = (if up { top } else { centre }, if down { bottom } else { centre });
                write!(path, "M{middle} {from}V{to}")?;
            }
            if to_right || to_left {
                let (from, to) = (if to_left { left } else { middle }, if to_right { right } else { middle });
                write!(path, "M{from} {centre}H{to}")?;
            }
            Ok(())
        }
    }
}

/// Behind and in front, as a browser names colours.
fn colours(cell: &Cell) -> (String, String) {
    let (back, front) = (hex(cell.bg, "#1c1c1c"), hex(cell.fg, "#d0d0d0"));
    if cell.modifier.contains(Modifier::REVERSED) { (front, back) } else { (back, front) }
}

/// The 256 colours of a terminal: the dark theme uses no others.
fn hex(colour: Color, otherwise: &str) -> String {
    let Color::Indexed(index) = colour else { return otherwise.to_owned() };
    match index {
        16..=231 => {
            let step = |place: u8| [0, 95, 135, 175, 215, 255][usize::from(place % 6)];
            let cube = index - 16;
            let (red, green, blue): (u8, u8, u8) = (step(cube / 36), step(cube / 6), step(cube));
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
        _ => otherwise.to_owned(),
    }
}

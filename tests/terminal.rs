//! The real program on a real terminal: what a person sees from the first start to the last key.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

#[path = "common/terminal.rs"]
mod terminal;

#[path = "terminal/session.rs"]
mod session;

use rust_xlsxwriter::{Format, Workbook};
use rustix::process::{Pid, Signal, kill_process};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use stiika::text::{Lang, Texts};
use tempfile::TempDir;
use terminal::{Terminal, begins, program, program_without_terminal, said};

/// A computer with an invented office in it.
struct Computer {
    home: TempDir,
}

impl Computer {
    /// A computer on which the program was never started.
    fn new() -> Self {
        Self { home: tempfile::tempdir().expect("a folder") }
    }

    /// A computer with an invented office of some twenty families.
    fn with_an_office() -> Self {
        let computer = Self::new();
        let made = program_without_terminal(computer.home.path())
            .args(["demo", "--people", "60", "--no-open", "--db"])
            .arg(computer.office())
            .output()
            .expect("the program starts");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        computer
    }

    fn office(&self) -> PathBuf {
        self.home.path().join("office.stiika")
    }

    /// The desk of the office on a terminal.
    fn desk(&self) -> Terminal {
        let mut command = program(self.home.path());
        command.arg("--db");
        command.arg(self.office());
        Terminal::start(command)
    }

    /// The desk with somebody signed in.
    fn signed_in(&self) -> Terminal {
        let mut desk = self.desk();
        desk.shows(&said("sign-in-title"));
        desk.types("demo").press("Enter").types("demo").press("Enter").shows(&begins("home-empty"));
        desk
    }
}

fn signal(desk: &Terminal, signal: Signal) {
    let process = Pid::from_raw(desk.process().try_into().expect("an id")).expect("an id");
    kill_process(process, signal).expect("sent");
}

fn leave(desk: &mut Terminal) {
    desk.press("F10").shows(&said("leave-question"));
    desk.press("Enter");
    assert_eq!(desk.ends(), 0);
    desk.is_restored();
}

/// The line of the paper key with this number, as the screen shows it.
fn paper_line(screen: &str, number: &str) -> String {
    screen
        .lines()
        .map(|line| line.trim_matches(|sign: char| sign.is_whitespace() || "│┃║".contains(sign)))
        .find_map(|line| line.strip_prefix(number)?.strip_prefix("   "))
        .unwrap_or_else(|| panic!("no line {number} on:\n{screen}"))
        .trim()
        .to_owned()
}

/// The number of the line of the paper key that is asked back.
fn asked_number(screen: &str) -> String {
    let words = |text: &str| text.split([' ', '\n', '│']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let screen = words(screen);
    (1..=8_usize)
        .find(|number| {
            let question = Texts::new(Lang::Uk).format("setup-key-back-text", &[("line", (*number).into())]);
            screen.contains(&words(&question))
        })
        .unwrap_or_else(|| panic!("no line is asked for:\n{screen}"))
        .to_string()
}

#[test]
fn from_nothing_to_an_office_that_waits_for_its_first_family() {
    let computer = Computer::new();
    let mut desk = computer.desk();
    desk.shows(&said("setup-title-language")).shows("Українська");
    desk.press("Enter").shows(&said("setup-title-office"));
    desk.types("Луцький центр").press("Enter").shows(&said("setup-title-community"));
    desk.types("луцьк").shows("Луцька громада · Волинська область");
    desk.press("Enter").press("Enter").shows(&said("setup-title-administrator"));
    desk.types("Олена Ґалаґан").press("Enter").types("olena").press("Enter");
    desk.types("сім груш за мостом").press("Enter").types("сім груш за мостом").press("Enter");
    desk.shows(&said("setup-title-summary")).shows("Луцька громада");
    desk.press("Enter").shows(&said("setup-title-key"));
    let paper = desk.text();
    desk.press("Enter").shows(&said("setup-title-key-back"));
    let number = asked_number(&desk.text());
    desk.types(&paper_line(&paper, &number))
        .press("Enter")
        .shows(&begins("setup-done"))
        .shows("Луцький центр")
        .shows(&begins("home-empty"));
    leave(&mut desk);

    let mut desk = computer.desk();
    desk.shows(&said("sign-in-title"));
    desk.types("olena").press("Enter").types("сім груш за мостом").press("Enter").shows("Олена Ґалаґан");
    leave(&mut desk);
}

#[test]
fn a_family_registered_with_cyrillic_keys_is_found_again() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    desk.types("Ґжицька Їванна").press("F7").shows(&said("form-new-family"));
    desk.types("12031987").press("PgDn").press("PgDn").press("PgDn").types("син Єлисей 12032015").press("Enter");
    desk.shows("Єлисей");
    desk.press("F2").shows("Збережено: Ґжицька Ї");
    leave(&mut desk);

    let mut desk = computer.signed_in();
    desk.types("гжицька").shows("Ґжицька Їванна");
    leave(&mut desk);
}

/// How many of the offered item lie there: the number of «на складі 143 наб.».
fn kits_there(desk: &Terminal) -> u32 {
    let screen = desk.text();
    let (_, behind) = screen.split_once("на складі ").unwrap_or_else(|| panic!("no stock on:\n{screen}"));
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("no number on:\n{screen}"))
}

#[test]
fn a_kit_is_issued_at_the_counter_and_the_balance_falls_by_it() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    desk.types("Ґжицька Їванна").press("F7").shows(&said("form-new-family"));
    desk.types("12031987").press("F2").shows("Збережено: Ґжицька Ї").shows("Члени сім’ї");
    // The card of the new family is open.
    desk.press("F5").shows("Видача · Ґжицька").shows("права немає");
    desk.types("прод").shows("на складі ");
    let before = kits_there(&desk);
    assert!(before > 0, "{}", desk.text());
    desk.press("Enter").shows(&format!("лишиться {} наб.", before - 1));
    desk.press("F4").shows(&said("issue-why-title"));
    desk.types("3").shows("попри обмеження: екстрена потреба");
    desk.press("F2").shows("Видано: Ґжицька Їванна");
    desk.types("гжицька").press("F5").shows("Видача · Ґжицька");
    desk.types("прод").shows(&format!("на складі {} наб.", before - 1));
    desk.press("Esc").press("Esc").hides("Видача · ");
    leave(&mut desk);
}

#[test]
fn a_terminal_that_closes_is_left_in_order() {
    let computer = Computer::with_an_office();
    for request in [Signal::HUP, Signal::TERM, Signal::INT] {
        let mut desk = computer.signed_in();
        signal(&desk, request);
        assert_eq!(desk.ends(), 0, "{request:?}");
        desk.is_restored();
    }
}

#[test]
fn a_desk_is_left_in_order_at_the_door_too() {
    let computer = Computer::with_an_office();
    let mut desk = computer.desk();
    desk.shows(&said("sign-in-title"));
    signal(&desk, Signal::HUP);
    assert_eq!(desk.ends(), 0);
    desk.is_restored();
}

/// Signs in, whatever stands on the search then.
fn sign_in(desk: &mut Terminal) {
    desk.shows(&said("sign-in-title"));
    desk.types("demo").press("Enter").types("demo").press("Enter").shows(&said("cli-demo-name"));
}

/// Waits until the office's log is another than it was: something was written.
fn wait_for_a_write(log: &Path, before: &[u8]) {
    let until = Instant::now() + Duration::from_secs(60);
    while std::fs::read(log).unwrap_or_default() == before {
        assert!(Instant::now() < until, "nothing was written to {}", log.display());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn what_was_being_typed_when_the_process_was_killed_is_offered_at_the_next_sign_in() {
    let computer = Computer::with_an_office();
    let log = computer.home.path().join("office.stiika-wal");
    let mut desk = computer.desk();
    sign_in(&mut desk);
    desk.press("F7").shows(&said("form-new-family"));
    let before = std::fs::read(&log).expect("a log");
    // At once, so that whatever is kept is the whole of it.
    desk.sends("\u{1b}[200~Ґжищинська\u{1b}[201~").shows("Ґжищинська");
    wait_for_a_write(&log, &before);
    signal(&desk, Signal::KILL);
    desk.ends();
    for file in files_below(computer.home.path()) {
        let bytes = std::fs::read(&file).expect("a file");
        let is_plain = bytes.windows("Ґжищинська".len()).any(|window| window == "Ґжищинська".as_bytes());
        assert!(!is_plain, "the name can be read in {}", file.display());
    }

    let mut desk = computer.desk();
    sign_in(&mut desk);
    desk.shows("нова сім’я · Ґжищинська");
    desk.press("Enter").shows(&said("form-new-family")).shows("Ґжищинська");
    desk.press("Tab").types("Ївга").press("F2").shows("Збережено: Ґжищинська Ї");
    leave(&mut desk);

    let mut desk = computer.signed_in();
    leave(&mut desk);
}

#[test]
fn what_was_being_typed_when_the_terminal_closed_is_offered_at_the_next_sign_in() {
    let computer = Computer::with_an_office();
    for request in [Signal::HUP, Signal::TERM] {
        let mut desk = computer.desk();
        sign_in(&mut desk);
        desk.press("F7").shows(&said("form-new-family"));
        // On the screen first: a signal may overtake keys that the terminal still holds.
        desk.types("Ґжи").shows("Ґжи");
        signal(&desk, request);
        assert_eq!(desk.ends(), 0, "{request:?}");
        desk.is_restored();
        let mut desk = computer.desk();
        sign_in(&mut desk);
        desk.shows("нова сім’я · Ґжи");
        desk.press("F8").shows(&begins("discard-question"));
        desk.press("Tab").press("Enter").shows(&begins("home-empty"));
        leave(&mut desk);
    }
}

#[test]
fn a_locked_desk_shows_its_door_and_opens_where_it_stood() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    desk.press("F7").shows(&said("form-new-family"));
    desk.types("Ґжищинська").press("F9").shows(&begins("command-lock-help"));
    desk.press("F9").shows("набране лишилося чернеткою").hides("Ґжищинська").hides(&said("cli-demo-name"));
    desk.types("demo").press("Enter").shows("Ґжищинська").shows(&said("form-new-family"));
    desk.press("F10").shows(&begins("leave-unsaved"));
    desk.press("Tab").press("Enter");
    assert_eq!(desk.ends(), 0);
    desk.is_restored();
}

#[test]
fn a_window_made_too_small_says_so_and_loses_nothing() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    desk.types("Ґж");
    desk.resize((60, 15)).shows(&begins("terminal-too-small")).shows("60×15");
    desk.resize((80, 24)).hides(&begins("terminal-too-small")).shows("Ґж");
    // Only so wide has the first line room for the role: the new size is drawn. (crossterm may hold back a key that comes in the
    // very moment of a resize until the next one; a person's hands are not there.)
    desk.resize((140, 40)).shows(&said("role-administrator")).shows("Ґж");
    leave(&mut desk);
}

#[test]
fn what_one_desk_registers_appears_at_the_other_by_itself() {
    let computer = Computer::with_an_office();
    let mut reception = computer.signed_in();
    let mut second = computer.signed_in();
    second.types("Щупаківська").shows(&begins("home-nothing-found"));
    reception.types("Щупаківська Оксана").press("F7").shows(&said("form-new-family"));
    reception.press("F2").shows("Збережено: Щупаківська О");
    second.shows("Щупаківська Оксана");
    leave(&mut reception);
    leave(&mut second);
}

#[test]
fn a_paste_with_lines_goes_into_the_field_and_submits_nothing() {
    let computer = Computer::with_an_office();
    let mut desk = computer.desk();
    desk.shows(&said("sign-in-title"));
    desk.sends("\u{1b}[200~Ґжицька\nЇванна\n\u{1b}[201~").shows("Ґжицька Їванна");
    // The login is still being typed: a submitted field would have moved on.
    desk.types("!").shows("Ґжицька Їванна!");
    leave(&mut desk);
}

#[test]
fn a_scanned_number_goes_into_the_field_and_its_enter_submits_nothing() {
    let computer = Computer::with_an_office();
    let mut desk = computer.desk();
    desk.shows(&said("sign-in-title"));
    desk.sends("4820000000123\r").shows("4820000000123");
    desk.types("!").shows("4820000000123!");
    leave(&mut desk);
}

#[test]
fn keys_typed_ahead_of_the_screen_arrive_in_their_order() {
    let computer = Computer::with_an_office();
    let mut desk = computer.desk();
    desk.shows(&said("sign-in-title"));
    desk.sends("demo\tdemo\r").shows(&begins("home-empty"));
    leave(&mut desk);
}

#[test]
fn a_function_key_torn_by_the_line_is_that_key() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    for _ in 0..5 {
        desk.sends("\u{1b}").sends("[20~").shows(&begins("command-help-help"));
        desk.press("Esc").hides(&begins("command-help-help"));
    }
    leave(&mut desk);
}

#[test]
fn colours_and_language_chosen_once_are_there_at_the_next_start() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    desk.press("F9").shows(&begins("command-help-help"));
    desk.types("English").press("Enter").shows("Exit");
    desk.press("F10").shows("Leave");
    desk.press("Enter");
    assert_eq!(desk.ends(), 0);
    let desk = computer.desk();
    desk.shows("Sign-in");
}

/// Last year's list as an office keeps it: a sheet of notes first, a title, a heading of two rows with merged cells, days as numbers,
/// phones as floats, headings of its own, and one date that no calendar has.
fn untidy_list(path: &Path) {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Список склала Олена").expect("written");
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    sheet.set_name("Облік 2025").expect("named");
    sheet.merge_range(0, 0, 0, 4, "Список сімей центру", &bold).expect("merged");
    for (column, title) in [(0, "П.І.Б."), (1, "Дата нар."), (2, "Моб. тел.")] {
        sheet.merge_range(1, column, 2, column, title, &bold).expect("merged");
    }
    sheet.merge_range(1, 3, 1, 4, "Адреса", &bold).expect("merged");
    sheet.write(2, 3, "Місто").and_then(|sheet| sheet.write(2, 4, "Вулиця")).expect("written");
    let people = [("Ґжицька Їванна Петрівна", 31_848.0), ("Єлисейчук Ївга Іванівна", 33_000.0)];
    for (row, (name, day)) in (4_u32..).zip(people) {
        sheet.write(row, 0, name).and_then(|sheet| sheet.write(row, 1, day)).expect("written");
        sheet.write(row, 2, 380_671_234_567.0 + f64::from(row)).expect("written");
        sheet.write(row, 3, "Луцьк").and_then(|sheet| sheet.write(row, 4, "вул. Лісова")).expect("written");
    }
    sheet.write(8, 0, "Ґалаґан Остап Ігорович").and_then(|sheet| sheet.write(8, 1, "30.02.1990")).expect("written");
    book.save(path).expect("saved");
}

#[test]
fn last_years_untidy_list_comes_in_and_the_next_one_is_known() {
    let computer = Computer::with_an_office();
    let list = computer.home.path().join("список.xlsx");
    untidy_list(&list);
    let mut desk = computer.signed_in();
    let to_columns = |desk: &mut Terminal| {
        desk.press("F9").shows(&said("command-import-help"));
        desk.types("список").press("Enter").shows(&said("import-file-keys"));
        desk.shows("../");
        desk.types("список.x").shows("▸ список.xlsx");
        desk.press("Enter").shows("▸ Облік 2025");
        desk.press("F2").shows("Дата нар.");
    };
    to_columns(&mut desk);
    desk.shows(&format!("≈ {}", said("import-sure-alike"))).shows("Адреса Вулиця");
    desk.press("F2").shows("1 помилка").shows("✗30.02.1990").shows("такого дня немає");
    desk.press("F2").shows("Ще 1 рядок з помилкою");
    desk.sends("-").shows("пропущено 1 рядок");
    desk.press("F2").shows(&said("import-write-keys"));
    desk.press("F2").shows(&format!("{}: 2", said("import-report-families-added")));
    desk.press("F2").shows(&said("import-report-saved"));
    desk.press("Esc").shows(&begins("home-empty"));

    to_columns(&mut desk);
    desk.shows(&format!("✓ {}", said("import-sure-remembered"))).hides(&format!("≈ {}", said("import-sure-alike")));
    desk.press("F2").shows("1 помилка");
    desk.sends("-").shows("пропущено 1 рядок");
    desk.press("F2").shows(&said("import-write-keys"));
    desk.press("F2").shows(&format!("{}: 2", said("import-report-families-unchanged")));
    desk.press("Esc").shows(&begins("home-empty"));
    desk.types("Ґжицька").shows("12.03.1987");
    leave(&mut desk);
}

/// A printing of its own on the path: it keeps what it was called with and what it got, and refuses until it is told to work.
fn a_printer(home: &Path) -> PathBuf {
    let bin = home.join("bin");
    std::fs::create_dir(&bin).expect("a folder");
    let script = "#!/bin/sh\nprintf '%s ' \"$@\" > \"$HOME/lp-called\"\ncat > \"$HOME/lp-got\"\n\
                  test -e \"$HOME/lp-works\" && exit 0\necho 'lp: no default destination' >&2\nexit 1\n";
    std::fs::write(bin.join("lp"), script).expect("written");
    std::fs::set_permissions(bin.join("lp"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("allowed");
    bin
}

#[test]
fn a_printer_that_refuses_says_why_and_prints_at_the_second_try_and_leaves_nothing_lying_about() {
    let computer = Computer::with_an_office();
    let home = computer.home.path();
    let (bin, temporary) = (a_printer(home), home.join("temporary"));
    std::fs::create_dir(&temporary).expect("a folder");
    let mut command = program(home);
    command.arg("--db");
    command.arg(computer.office());
    command.env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
    command.env("TMPDIR", &temporary);
    let mut desk = Terminal::start(command);
    desk.shows(&said("sign-in-title"));
    desk.types("demo").press("Enter").types("demo").press("Enter").shows(&begins("home-empty"));
    desk.press("F9").types("склад").press("Enter").shows(&said("storeroom-column-balance"));
    // The movements of the first thing, its last act, its paper.
    desk.press("F3").shows(&said("movements-column-change"));
    desk.press("Enter").shows(&said("act-on"));
    desk.press("F9").types("друк").press("Enter").shows(&said("print-hint"));
    desk.types("1").shows("no default destination");
    assert_eq!(std::fs::read_to_string(home.join("lp-called")).expect("called"), "-t stiika - ");
    std::fs::write(home.join("lp-works"), "").expect("written");
    desk.types("1").shows("Надруковано: Акт 2026/");
    assert!(std::fs::read(home.join("lp-got")).expect("printed").starts_with(b"%PDF"));
    // Printed it is a copy from now on; as a file it lies among the person's own.
    desk.press("F9").types("друк").press("Enter").shows(&said("print-hint"));
    desk.types("2").shows(&said("print-show"));
    let is_pdf = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "pdf");
    let files = files_below(home);
    assert_eq!(files.iter().filter(is_pdf).count(), 1, "{files:?}");
    assert!(files_below(&temporary).is_empty(), "{:?}", files_below(&temporary));
}

//! What an office decides and lists for itself, from the command line; the completions and the manual of the commands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::{AnOffice, PASSWORD, an_office};
use rstest::rstest;
use stiika::domain::category::CategoryCode;
use stiika::domain::staff::Role;
use stiika::office::Office;

/// What a run of the program said: its status, its output, its error output.
fn stiika(there: &AnOffice, arguments: &[&str]) -> (i32, String, String) {
    let mut command = assert_cmd::Command::cargo_bin("stiika").unwrap();
    command.arg("--db").arg(there.path()).args(arguments);
    command.env("STIIKA_PASSWORD", PASSWORD).env("STIIKA_NEW_PASSWORD", "новий замок 9").env_remove("STIIKA_DB");
    let said = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (said.status.code().unwrap(), text(said.stdout), text(said.stderr))
}

/// Done, with this in the output.
fn done(there: &AnOffice, arguments: &[&str], words: &str) {
    let (status, out, err) = stiika(there, arguments);
    assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
    assert!(out.contains(words), "{arguments:?}: {out}");
}

/// Refused in one line, with nothing on the output.
fn refused(there: &AnOffice, arguments: &[&str], status: i32, words: &str) {
    let (actual, out, err) = stiika(there, arguments);
    assert_eq!((actual, out.as_str(), err.lines().count()), (status, "", 1), "{arguments:?}: {err}");
    assert!(err.contains(words), "{arguments:?}: {err}");
}

#[test]
fn catalogues_are_kept_from_the_command_line() {
    let there = an_office();
    let run = |arguments: &[&str], words: &str| {
        let all: Vec<&str> = ["catalogue", "--staff", "olena"].iter().chain(arguments).copied().collect();
        done(&there, &all, words);
    };
    run(&["add", "category", "burned", "Погорільці", "--sensitive"], "Додано burned (Погорільці).");
    run(&["add", "street", "bandery", "вул. Комсомольська", "--settlement", "м. Луцьк"], "Додано bandery");
    run(&["rename", "street", "bandery", "вул. Бандери", "--on", "19.02.2016"], "тепер зветься вул. Бандери");
    run(&["add", "district", "zhydychyn", "Жидичинський", "--settlement", "UA07080170130099900"], "Додано");
    run(&["disable", "category", "orphan"], "orphan вимкнено");
    run(&["list"], "раніше вул. Комсомольська");
    run(&["list", "category"], "вимкнено з");
    run(&["list", "category"], "прихована");
    run(&["enable", "category", "orphan"], "знову пропонується");
    let (_, list, _) = stiika(&there, &["catalogue", "list", "district", "--staff", "olena"]);
    assert!(list.contains("с. Жидичин") && !list.contains("bandery"), "{list}");
}

#[test]
fn a_wrong_entry_is_refused_in_one_line() {
    let there = an_office();
    let refuse = |arguments: &[&str], status: i32, words: &str| {
        let all: Vec<&str> = ["catalogue"].iter().chain(arguments).chain(&["--staff", "olena"]).copied().collect();
        refused(&there, &all, status, words);
    };
    refuse(&["add", "category", "Burned", "Погорільці"], 1, "Код «Burned» не годиться");
    refuse(&["add", "category", "orphan", "Сироти"], 1, "уже є");
    refuse(&["add", "street", "bandery", "вул. Бандери"], 1, "Вулиця лежить у населеному пункті");
    refuse(&["add", "street", "x", "вул. Бандери", "--settlement", "Атлантида"], 1, "Атлантида");
    refuse(&["add", "street", "x", "вул. Бандери", "--sensitive"], 2, "--sensitive");
    refuse(&["rename", "category", "nothing", "Щось"], 1, "nothing");
    refuse(&["rename", "street", "x", "y", "--on", "учора"], 1, "x");
    refuse(&["add", "planet", "x", "y"], 2, "category, district, street");
    refuse(&["disable", "street"], 2, "Бракує");
}

#[test]
fn an_added_category_comes_in_from_a_file() {
    let there = an_office();
    let file = there.folder.path().join("families.csv");
    std::fs::write(&file, "family,person,relation,surname,given_name,categories\nс1,л1,голова,Бойко,Олег,burned\n")
        .unwrap();
    let import = ["import", "families", file.to_str().unwrap(), "--staff", "olena"];
    let (status, _, err) = stiika(&there, &import);
    assert_eq!(status, 1, "{err}");
    done(&there, &["catalogue", "add", "category", "burned", "Погорільці", "--staff", "olena"], "Додано");
    assert_eq!(stiika(&there, &import).0, 0);
    let found = there.another_desk().find("бойко", 1).unwrap().remove(0);
    assert_eq!(found.categories, [CategoryCode("burned".to_owned())]);
}

#[test]
fn staff_are_let_in_again_and_a_paper_key_made_from_the_command_line() {
    let mut there = an_office();
    drop(there.desk_of(Role::Trainer));
    done(&there, &["staff", "disable", "trainer-x", "--staff", "olena"], "більше не може");
    done(&there, &["staff", "enable", "trainer-x", "--staff", "olena"], "знову може входити");
    assert!(there.sign_in("trainer-x", "новий замок 9").is_ok());
    let (status, lines, told) = stiika(&there, &["staff", "paper-key", "--staff", "olena"]);
    assert_eq!((status, lines.lines().count(), told.lines().count()), (0, 8, 1), "{told}");
    let opened = Office::recover(&there.path(), &lines, "olena", "зовсім інший 8", there.surroundings());
    assert!(opened.is_ok());
}

#[rstest]
#[case("bash", "complete -F _stiika")]
#[case("zsh", "#compdef stiika")]
#[case("fish", "complete -c stiika")]
#[case("powershell", "Register-ArgumentCompleter")]
#[case("elvish", "edit:completion")]
fn every_shell_gets_its_completions(#[case] shell: &str, #[case] sign: &str) {
    let there = an_office();
    for word in [sign, "paper-key", "catalogue"] {
        done(&there, &["completions", shell], word);
    }
    refused(&there, &["completions", "cmd"], 2, "bash");
}

#[test]
fn the_manual_speaks_the_language_of_the_run() {
    let there = an_office();
    done(&there, &["man"], ".SH ПАРАМЕТРИ");
    done(&there, &["man", "--lang", "en"], ".SH EXIT STATUS");
}

#[test]
fn the_emergency_help_room_is_kept_from_the_command_line() {
    let there = an_office();
    let run = |arguments: &[&str], words: &str| {
        let all: Vec<&str> = ["catalogue", "--staff", "olena"].iter().chain(arguments).copied().collect();
        done(&there, &all, words);
    };
    let refuse = |arguments: &[&str], status: i32, words: &str| {
        let all: Vec<&str> = ["catalogue"].iter().chain(arguments).chain(&["--staff", "olena"]).copied().collect();
        refused(&there, &all, status, words);
    };
    run(&["add", "item", "soap", "Мило"], "Додано soap (Мило).");
    run(&["add", "item", "rice", "Рис", "--unit", "kg", "--group", "food", "--low", "25"], "Додано rice");
    let parts = ["--unit", "kit", "--part", "rice=1,5", "--part", "soap=2", "--weight", "1,7", "--since", "2026-01-01"];
    run(&[["add", "item", "small_kit", "Малий набір"].as_slice(), &parts].concat(), "Додано small_kit");
    run(&["list", "item"], "Рис 1,5 кг, Мило 2 шт.");
    run(
        &[
            "add",
            "programme",
            "winter",
            "Зима",
            "--category",
            "displaced",
            "--part",
            "small_kit",
            "--until",
            "2027-03-01",
        ],
        "winter",
    );
    run(&["list", "programme"], "Малий набір 1 набір");
    run(&["add", "partner", "dobro", "Фонд «Добро»", "--edrpou", "14360570", "--role", "both"], "Додано dobro");
    run(&["add", "location", "car_1", "Машина", "--car"], "Додано car_1");
    run(
        &[
            "add",
            "limit",
            "rice_rule",
            "",
            "--item",
            "rice",
            "--measure",
            "grams",
            "--amount",
            "5",
            "--period",
            "30days",
        ],
        "rice_rule",
    );
    run(&["list", "limit"], "Рис: 5 кг на 30 днів, на сім’ю");
    run(&["disable", "item", "soap"], "soap вимкнено");
    refuse(&["add", "item", "box", "Ящик", "--unit", "kit", "--part", "small_kit=1"], 1, "набір складається з речей");
    refuse(&["add", "item", "box", "Ящик", "--unit", "kit", "--part", "gold=1"], 1, "gold");
    refuse(&["add", "item", "box", "Ящик", "--unit", "box"], 2, "--unit");
    refuse(&["add", "limit", "x", "", "--amount", "1"], 1, "Ліміт — на річ або на групу");
    refuse(&["add", "limit", "x", "", "--item", "soap", "--amount", "0"], 1, "більше за нуль");
    refuse(&["add", "partner", "x", "Хтось", "--edrpou", "123"], 1, "8 цифр");
    refuse(&["add", "partner", "x", "Хтось", "--part", "rice=1"], 2, "--part");
}

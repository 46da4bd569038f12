//! The command line as scripts see it: forms, exit statuses, one line on the error output, JSON, passwords from variables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// What a run said.
struct Said {
    status: i32,
    out: String,
    err: String,
}

impl Said {
    /// Refused with one clear line and nothing on the output.
    fn is_refused_with(&self, status: i32, words: &str) {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        assert_eq!(self.out, "");
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        assert!(self.err.contains(words), "{}", self.err);
    }

    fn is_done(&self) -> &Self {
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self
    }
}

struct Desk {
    folder: TempDir,
    variables: Vec<(&'static str, String)>,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), variables: vec![] }
    }

    /// A copy of a small demo office that was made once.
    fn with_demo() -> Self {
        let mut desk = Self::new();
        for ending in ["", ".keys"] {
            let name = format!("office.stiika{ending}");
            std::fs::copy(template().join(&name), desk.path(&name)).unwrap();
        }
        desk.set("STIIKA_PASSWORD", "demo");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn database(&self) -> PathBuf {
        self.path("office.stiika")
    }

    fn write(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    fn set(&mut self, name: &'static str, value: &str) {
        self.variables.retain(|(set, _)| *set != name);
        self.variables.push((name, value.to_owned()));
    }

    fn run(&self, line: &str) -> Said {
        self.run_with_input(line, "")
    }

    /// Words of the line are arguments; `~` is a space inside one.
    fn run_with_input(&self, line: &str, input: &str) -> Said {
        let mut command = Command::cargo_bin("stiika").unwrap();
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("STIIKA_")) {
            command.env_remove(name);
        }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.folder.path().join("data"));
        command.env("STIIKA_DB", self.database()).envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.args(line.split(' ').filter(|word| !word.is_empty()).map(|word| word.replace('~', " ")));
        let output = command.write_stdin(input.to_owned()).output().unwrap();
        Said {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn export(&self) -> String {
        self.run("export families --staff demo").is_done().out.clone()
    }
}

fn template() -> &'static Path {
    static TEMPLATE: OnceLock<TempDir> = OnceLock::new();
    TEMPLATE
        .get_or_init(|| {
            let desk = Desk::new();
            let line = format!("demo --people 60 --no-open --db {}", desk.database().display());
            desk.run(&line).is_done();
            desk.folder
        })
        .path()
}

/// A column of an exported table, by its heading.
fn column(table: &str, heading: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let place = reader.headers().unwrap().iter().position(|name| name == heading).unwrap();
    reader.records().map(|row| row.unwrap()[place].to_owned()).collect()
}

#[test]
fn a_wrong_usage_is_two_and_says_what_there_is() {
    let desk = Desk::new();
    desk.run("import services a.csv").is_refused_with(2, "families");
    desk.run("frobnicate").is_refused_with(2, "demo, init");
    desk.run("find x --limit many").is_refused_with(2, "many");
    desk.run("find --stdin").is_refused_with(2, "--json");
    desk.run("--lang en staff role olena king").is_refused_with(2, "administrator");
}

#[test]
fn help_speaks_both_languages() {
    let desk = Desk::new();
    let ukrainian = desk.run("--help");
    assert!(ukrainian.is_done().out.contains("Команди:"), "{}", ukrainian.out);
    for english in ["Usage", "Commands", "Options", "Print", "default"] {
        assert!(!ukrainian.out.contains(english), "{english}: {}", ukrainian.out);
    }
    let english = desk.run("--lang en import --help");
    assert!(english.is_done().out.contains("Usage:") && english.out.contains("registered_on"), "{}", english.out);
    assert!(!english.out.contains("exchange-expected"), "{}", english.out);
}

#[test]
fn nothing_but_a_sentence_comes_where_there_is_no_terminal_for_the_desk() {
    Desk::new().run("").is_refused_with(1, "термінал");
}

#[test]
fn an_office_is_founded_by_a_script_and_its_paper_key_opens_it_again() {
    let mut desk = Desk::new();
    let init = "init --office Центр~соціальних~служб --community UA07080170000013585 --staff olena --name Олена~К.";
    desk.set("STIIKA_PASSWORD", "short");
    desk.run(init).is_refused_with(1, "");
    assert!(!desk.database().exists());
    desk.set("STIIKA_PASSWORD", "три слони на балконі");
    desk.run("init --staff olena --community Атлантида").is_refused_with(1, "Атлантида");

    let said = desk.run(init);
    assert_eq!(said.is_done().out.lines().count(), 8, "the recovery key and nothing else");
    assert!(said.err.contains("office.stiika"), "{}", said.err);
    let before = std::fs::read(desk.database()).unwrap();
    desk.run(init).is_refused_with(1, "office.stiika");
    assert_eq!(std::fs::read(desk.database()).unwrap(), before);
    assert!(desk.run("doctor").is_done().out.contains('✓'));

    let paper = desk.write("paper", &said.out);
    desk.set("STIIKA_RECOVERY_KEY_FILE", &paper);
    desk.set("STIIKA_NEW_PASSWORD", "чотири слони на балконі");
    desk.run("recover --staff olena").is_done();
    desk.run("staff list --staff olena").is_refused_with(1, "");
    desk.set("STIIKA_PASSWORD", "чотири слони на балконі");
    assert!(desk.run("staff list --staff olena").is_done().out.contains("Олена К."));
}

#[test]
fn staff_come_change_and_go() {
    let mut desk = Desk::with_demo();
    desk.set("STIIKA_NEW_PASSWORD", "слабкий");
    desk.run("staff add ihor --role reception --staff demo").is_refused_with(1, "");
    let file = desk.write("new-password", "п'ять зелених кавунів\n");
    desk.set("STIIKA_NEW_PASSWORD_FILE", &file);
    desk.run("staff add ihor --role reception --name Ігор --staff demo").is_done();
    let administrators = std::mem::replace(&mut desk.variables, vec![("STIIKA_PASSWORD_FILE", file.clone())]);
    desk.run("export families --staff ihor").is_refused_with(1, "");
    desk.variables = administrators;
    desk.run("staff role ihor director --staff demo").is_done();
    let list = desk.run("staff list --staff demo").is_done().out.clone();
    assert!(list.lines().any(|line| line.starts_with("ihor") && line.contains("director")), "{list}");
    desk.run("staff disable demo --staff demo").is_refused_with(1, "");

    let mut his = Desk { folder: desk.folder, variables: vec![("STIIKA_PASSWORD_FILE", file)] };
    his.run("staff disable demo --staff ihor").is_refused_with(1, "");
    his.run("import families nothing.csv --staff ihor").is_refused_with(1, "");
    his.variables = vec![("STIIKA_PASSWORD", "demo".to_owned())];
    his.run("staff disable ihor --staff demo").is_done();
    his.variables = vec![("STIIKA_PASSWORD", "п'ять зелених кавунів".to_owned())];
    his.run("find x --staff ihor").is_refused_with(1, "");
}

#[test]
fn the_same_seed_makes_the_same_office() {
    let made = |seed: u32| {
        let mut desk = Desk::new();
        desk.set("STIIKA_PASSWORD", "demo");
        let line = format!("demo --people 40 --seed {seed} --no-open --db {}", desk.database().display());
        desk.run(&line).is_done();
        desk.export()
    };
    let first = made(7);
    assert_eq!(first, made(7));
    assert_ne!(first, made(8));
    assert_eq!(column(&first, "person").len(), 40);
}

#[test]
fn a_demo_office_is_not_made_over_another() {
    let desk = Desk::with_demo();
    let before = std::fs::read(desk.database()).unwrap();
    desk.run(&format!("demo --no-open --db {}", desk.database().display())).is_refused_with(1, "office.stiika");
    assert_eq!(std::fs::read(desk.database()).unwrap(), before);
}

#[test]
fn a_demo_office_in_the_place_of_a_database_that_was_moved_away_deletes_nothing() {
    let desk = Desk::new();
    for (ending, content) in [("-wal", "committed"), (".keys", "keys"), (".keys.old", "older")] {
        desk.write(&format!("office.stiika{ending}"), content);
    }
    desk.run(&format!("demo --no-open --db {}", desk.database().display())).is_refused_with(1, "office.stiika-wal");
    for (ending, content) in [("-wal", "committed"), (".keys", "keys"), (".keys.old", "older")] {
        assert_eq!(std::fs::read_to_string(desk.path(&format!("office.stiika{ending}"))).unwrap(), content);
    }
}

#[test]
fn what_is_found_has_the_fields_of_the_contract_in_their_order() {
    let desk = Desk::with_demo();
    let table = desk.export();
    let (surname, given) = (&column(&table, "surname")[0], &column(&table, "given_name")[0]);
    let said = desk.run(&format!("find {surname} {given} --json --staff demo"));
    let found: serde_json::Value = serde_json::from_str(&said.is_done().out).unwrap();
    let first = found[0].as_object().unwrap();
    for field in ["person", "family", "number", "key", "name", "birth_date", "phone", "why", "tier"] {
        assert!(first.contains_key(field), "{field}: {found}");
    }
    assert_eq!(first.len(), 9);
    assert!(said.out.starts_with("[{\"person\":"), "{}", said.out);
    assert!(first["name"].as_str().unwrap().starts_with(&format!("{surname} {given}")));
    assert_eq!(first["key"], column(&table, "person")[0]);
    assert_eq!(first["birth_date"], column(&table, "birth_date")[0]);
    assert_eq!(first["tier"], "exact");
    assert!(first["why"].as_str().unwrap().len() > 3 && !first["why"].as_str().unwrap().starts_with("why-"));

    let human = desk.run(&format!("find {surname} --limit 1 --staff demo"));
    assert_eq!(human.is_done().out.lines().count(), 1);
    assert!(human.out.contains(surname.as_str()), "{}", human.out);
    assert!(!desk.run("find щщщщщщ --staff demo").is_done().err.is_empty());

    let lines = desk.run_with_input("find --stdin --json --limit 2 --staff demo", &format!("{surname}\n\nщщщщщщ\n"));
    let answers: Vec<Vec<serde_json::Value>> =
        lines.is_done().out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert!((1..=2).contains(&answers[0].len()));
    assert!(answers[1].is_empty() && answers[2].is_empty());
}

#[test]
fn a_file_is_taken_in_whole_or_not_at_all() {
    let desk = Desk::with_demo();
    let before = desk.export();
    let heading = "family;person;relation;surname;given_name;sex;birth_date;registered_on\n";
    let good = desk.write("good.csv", &format!("{heading}Ф1;Ф1-1;head;Тестова;Зоряна;f;12.03.1987;2024-05-06\n"));
    let bad = desk
        .write("bad.csv", &format!("{heading}Ф2;Ф2-1;head;Тестова;Ніна;f;30.02.1987;\nФ3;Ф3-1;head;;Ніна;x;1987;\n"));

    let refused = desk.run(&format!("import families {bad} --staff demo"));
    assert_eq!((refused.status, refused.out.as_str()), (1, ""));
    assert_eq!(refused.err.lines().count(), 4, "{}", refused.err);
    assert!(refused.err.contains("30.02.1987") && refused.err.contains("birth_date"), "{}", refused.err);
    desk.run(&format!("import families {good} --dry-run --staff demo")).is_done();
    assert_eq!(desk.export(), before);

    let done = desk.run(&format!("--lang en import families {good} --staff demo"));
    assert!(done.is_done().out.contains("Added: 1 family"), "{}", done.out);
    let after = desk.export();
    assert_eq!(after.lines().count(), before.lines().count() + 1);
    let again = desk.run(&format!("--lang en import families {good} --staff demo"));
    assert!(again.is_done().out.starts_with("Nothing changed"), "{}", again.out);
    assert_eq!(desk.export(), after);
    desk.run("import families nowhere.csv --staff demo").is_refused_with(1, "");
}

#[test]
fn what_went_out_comes_back_and_changes_nothing() {
    let desk = Desk::with_demo();
    for file in ["all.csv", "all.xlsx"] {
        let path = desk.path(file).display().to_string();
        desk.run(&format!("export families -o {path} --staff demo")).is_done();
        let again = desk.run(&format!("--lang en import families {path} --staff demo"));
        assert!(again.is_done().out.starts_with("Nothing changed"), "{file}: {}", again.out);
    }
}

#[test]
fn a_wrong_password_is_one_line() {
    let mut desk = Desk::with_demo();
    desk.set("STIIKA_PASSWORD", "Demo");
    let wrong = desk.run("find x --staff demo");
    wrong.is_refused_with(1, "");
    let nobody = desk.run("find x --staff nobody");
    assert_eq!(nobody.err, wrong.err, "the same answer whoever exists");
    desk.set("STIIKA_PASSWORD_FILE", "/nowhere/password");
    desk.run("find x --staff demo").is_refused_with(1, "STIIKA_PASSWORD_FILE");
}

#[test]
fn an_office_that_cannot_be_opened_is_said_in_one_sentence_and_left_alone() {
    let is_left_alone = |desk: &Desk| {
        let files = ["office.stiika", "office.stiika.keys"].map(|name| desk.path(name));
        let before = files.each_ref().map(|file| std::fs::read(file).ok());
        desk.run("find x --staff demo").is_refused_with(1, "");
        assert_eq!(desk.run("doctor").status, 1);
        assert_eq!(files.each_ref().map(|file| std::fs::read(file).ok()), before);
    };
    let none = Desk::new();
    is_left_alone(&none);

    let noise = Desk::with_demo();
    std::fs::write(noise.database(), b"not a database at all".repeat(500)).unwrap();
    noise.run("find x --staff demo").is_refused_with(1, "");

    let short = Desk::with_demo();
    std::fs::write(short.database(), b"half").unwrap();
    is_left_alone(&short);

    let plain = Desk::with_demo();
    std::fs::write(plain.database(), b"SQLite format 3\0".repeat(512)).unwrap();
    is_left_alone(&plain);

    let keyless = Desk::with_demo();
    std::fs::remove_file(keyless.path("office.stiika.keys")).unwrap();
    is_left_alone(&keyless);

    let newer = Desk::with_demo();
    let keys = std::fs::read_to_string(newer.path("office.stiika.keys")).unwrap();
    newer.write("office.stiika.keys", &keys.replace("\"format\": 1", "\"format\": 99"));
    is_left_alone(&newer);
}

#[test]
fn the_doctor_finds_what_is_wrong_and_reads_the_journal_when_signed_in() {
    let desk = Desk::with_demo();
    let sound = desk.run("--lang en doctor --staff demo");
    assert!(sound.is_done().out.contains("journal is whole"), "{}", sound.out);
    assert!(sound.out.contains("storeroom adds up"), "{}", sound.out);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(desk.database(), std::fs::Permissions::from_mode(0o664)).unwrap();
        let open = desk.run("--lang en doctor");
        assert_eq!(open.status, 1);
        assert!(open.out.contains("✗") && open.out.contains("chmod"), "{}", open.out);
        assert_eq!(open.err.lines().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    let desk = Desk::with_demo();
    let program = assert_cmd::cargo::cargo_bin("stiika");
    let script = "\"$0\" export families --staff demo | head -c 10; echo \"${PIPESTATUS[0]}\"";
    let output = std::process::Command::new("bash")
        .args(["-c", script])
        .arg(program)
        .env("STIIKA_DB", desk.database())
        .env("STIIKA_PASSWORD", "demo")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("0\n"), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("pipe"), "{output:?}");
}

#[cfg(unix)]
#[test]
fn a_demo_office_that_cannot_be_finished_leaves_nothing_behind() {
    let desk = Desk::new();
    let program = assert_cmd::cargo::cargo_bin("stiika");
    let status = std::process::Command::new("bash")
        .args(["-c", "ulimit -f 600; exec \"$0\" demo --people 2000 --no-open --db \"$1\" 2> /dev/null"])
        .arg(program)
        .arg(desk.database())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1), "a limit of file size is a fault like any other, not the end of the program");
    assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

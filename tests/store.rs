//! The office file in daily life: made, opened, written by several desks, brought up to date.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

use std::path::{Path, PathBuf};
use std::process::Command;

use stiika::domain::id::StaffId;
use stiika::store::keys::{DataKey, KdfCost, RecoveryKey, SlotsFile};
use stiika::store::{Store, StoreError};
use tempfile::TempDir;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("office.db");
    (folder, path)
}

fn office() -> (TempDir, PathBuf, DataKey, Store) {
    let (folder, path) = folder();
    let key = DataKey::generate().expect("a key");
    let store = Store::create(&path, &key).expect("a new file");
    (folder, path, key, store)
}

fn counter(store: &mut Store) {
    store
        .write(|deed| {
            deed.execute_batch("CREATE TABLE counter (value INTEGER NOT NULL CHECK (value >= 0)) STRICT")?;
            deed.execute("INSERT INTO counter VALUES (0)", [])?;
            Ok(())
        })
        .expect("a counter");
}

fn add_one(store: &mut Store) -> Result<(), StoreError> {
    store.write(|deed| {
        let value: i64 = deed.query_row("SELECT value FROM counter", [], |row| row.get(0))?;
        deed.execute("UPDATE counter SET value = ?1", [value + 1])?;
        Ok(())
    })
}

fn counted(store: &Store) -> i64 {
    store.read(|file| Ok(file.query_row("SELECT value FROM counter", [], |row| row.get(0))?)).expect("a value")
}

#[test]
fn the_engine_is_new_enough_not_to_lose_commits() {
    assert!(rusqlite::version_number() >= stiika::store::open::OLDEST_ENGINE, "{}", rusqlite::version());
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let (_folder, path, key, mut store) = office();
    counter(&mut store);
    add_one(&mut store).expect("a write");
    drop(store);
    let store = Store::open(&path, &key).expect("opens");
    assert_eq!(counted(&store), 1);
    assert!(store.checksums_hold().expect("readable"));
    assert_eq!(store.path(), path);
}

#[test]
fn the_protective_settings_hold_on_every_connection() {
    let (_folder, path, key, store) = office();
    drop(store);
    let store = Store::open(&path, &key).expect("opens");
    let asked = |name: &str| {
        let sql = format!("PRAGMA {name}");
        store
            .read(|file| Ok(file.query_row(&sql, [], |row| row.get::<_, rusqlite::types::Value>(0))?))
            .expect("a setting")
    };
    use rusqlite::types::Value::{Integer, Text};
    assert_eq!(asked("journal_mode"), Text("wal".into()));
    for (name, value) in
        [("synchronous", 2), ("busy_timeout", 5000), ("foreign_keys", 1), ("trusted_schema", 0), ("temp_store", 2)]
    {
        assert_eq!(asked(name), Integer(value), "{name}");
    }
    let extension = store.read(|file| Ok(file.query_row("SELECT load_extension('nothing')", [], |_| Ok(()))?));
    assert!(extension.is_err(), "no code is loaded from SQL");
    let schema = store.read(|file| Ok(file.execute_batch("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")?));
    assert!(schema.is_err(), "the tables' own description cannot be written");
}

#[test]
fn a_deed_that_fails_or_panics_leaves_nothing() {
    let (_folder, _path, _key, mut store) = office();
    counter(&mut store);
    let failed = store.write(|deed| {
        deed.execute("UPDATE counter SET value = 5", [])?;
        deed.execute("UPDATE counter SET value = -1", [])?;
        Ok(())
    });
    assert!(matches!(failed, Err(StoreError::Constraint { .. })));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|deed| -> Result<(), StoreError> {
            deed.execute("UPDATE counter SET value = 7", [])?;
            panic!("in the middle of a deed")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(counted(&store), 0);
    add_one(&mut store).expect("the desk goes on");
}

#[test]
fn a_refused_rule_is_named_without_the_value() {
    let (_folder, _path, _key, mut store) = office();
    let refused = |store: &mut Store, sql: &str| match store.write(|deed| Ok(deed.execute_batch(sql)?)) {
        Err(StoreError::Constraint { name, .. }) => name,
        other => panic!("{other:?}"),
    };
    store
        .write(|deed| {
            Ok(deed.execute_batch(
                "CREATE TABLE sample (phone TEXT UNIQUE, born INTEGER NOT NULL, parent TEXT REFERENCES sample (phone)) STRICT;
                 INSERT INTO sample VALUES ('Шевченко', 1, NULL);
                 CREATE TRIGGER keep BEFORE DELETE ON sample BEGIN SELECT RAISE(ABORT, 'person_is_kept'); END;
                 CREATE TRIGGER leak BEFORE UPDATE ON sample BEGIN SELECT RAISE(ABORT, 'Шевченко is kept'); END;",
            )?)
        })
        .expect("tables");
    assert_eq!(refused(&mut store, "INSERT INTO sample VALUES ('Шевченко', 2, NULL)"), "sample.phone");
    assert_eq!(refused(&mut store, "INSERT INTO sample VALUES ('Бойко', NULL, NULL)"), "sample.born");
    assert_eq!(refused(&mut store, "INSERT INTO sample VALUES ('Бойко', 'Шевченко', NULL)"), "sample.born");
    assert_eq!(refused(&mut store, "INSERT INTO sample VALUES ('Бойко', 3, 'Шевчук')"), "");
    assert_eq!(refused(&mut store, "DELETE FROM sample"), "person_is_kept");
    assert_eq!(refused(&mut store, "UPDATE sample SET born = 5"), "");
    let mistake = store.write(|deed| Ok(deed.execute_batch("SELECT 'Шевченко' FROM nowhere")?)).unwrap_err();
    assert!(!format!("{mistake} {mistake:?}").contains("Шевченко"));
}

#[test]
fn several_questions_see_one_state_and_may_be_nested() {
    let (_folder, path, key, mut store) = office();
    counter(&mut store);
    let mut other = Store::open(&path, &key).expect("a second desk");
    let seen = store.read(|_| {
        let before = counted(&store);
        add_one(&mut other)?;
        Ok((before, counted(&store)))
    });
    assert_eq!(seen, Ok((0, 0)));
    assert_eq!(counted(&store), 1);
}

#[test]
fn another_desks_write_is_noticed_and_ones_own_is_not() {
    let (_folder, path, key, mut store) = office();
    counter(&mut store);
    let mut other = Store::open(&path, &key).expect("a second desk");
    let before = store.data_version().expect("a number");
    add_one(&mut store).expect("a write");
    assert_eq!(store.data_version(), Ok(before));
    add_one(&mut other).expect("a write");
    assert_ne!(store.data_version(), Ok(before));
}

#[test]
fn a_new_file_takes_nobodys_place_and_no_stranger_may_read_it() {
    let (_folder, path, key, store) = office();
    assert_eq!(Store::create(&path, &key).unwrap_err(), StoreError::Exists { path: path.clone() });
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for ending in ["", "-wal", "-shm"] {
            let companion = stiika::store::beside(&path, ending);
            assert_eq!(companion.metadata().expect("a file").permissions().mode() & 0o007, 0, "{ending}");
        }
    }
    drop(store);
}

#[test]
fn desks_on_threads_lose_no_write() {
    let (_folder, path, key, mut store) = office();
    counter(&mut store);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            let mut desk = Store::open(&path, &key).expect("a desk");
            scope.spawn(move || (0..30).for_each(|_| add_one(&mut desk).expect("a write")));
        }
    });
    assert_eq!(counted(&store), 90);
}

const RACE: &str = "STIIKA_TEST_RACE";

/// Not a story by itself: what each process of the next one does.
#[test]
fn one_desk_of_the_race() {
    let Some(path) = std::env::var_os(RACE).map(PathBuf::from) else { return };
    let mut store = Store::open(&path, &race_key(&path)).expect("a desk");
    (0..40).for_each(|_| add_one(&mut store).expect("a write"));
}

fn race_key(path: &Path) -> DataKey {
    SlotsFile::load(path).expect("keys").slots.unlock("desk", "desk").expect("the password").0
}

#[test]
fn desks_in_processes_lose_no_write() {
    let (_folder, path) = folder();
    let (mut slots, key) =
        SlotsFile::create(StaffId(uuid::Uuid::from_u128(1)), "desk", "desk", KdfCost::FLOOR).expect("keys");
    slots.save(&path).expect("saved");
    let mut store = Store::create(&path, &key).expect("a new file");
    counter(&mut store);
    let program = std::env::current_exe().expect("this program");
    let start = || {
        Command::new(&program).args(["--exact", "one_desk_of_the_race"]).env(RACE, &path).spawn().expect("a process")
    };
    let desks: Vec<_> = (0..3).map(|_| start()).collect();
    for mut desk in desks {
        assert!(desk.wait().expect("an end").success());
    }
    assert_eq!(counted(&store), 120);
}

#[test]
fn no_plain_word_is_left_on_the_disk() {
    const CANARY: &str = "Канарейченко";
    let (folder, path) = folder();
    let (mut slots, key) =
        SlotsFile::create(StaffId(uuid::Uuid::from_u128(1)), "kanarka", CANARY, KdfCost::FLOOR).expect("keys");
    let recovery: RecoveryKey = slots.put_paper(&key).expect("a paper key");
    slots.save(&path).expect("saved");
    slots.save(&path).expect("saved again");
    let mut store = Store::create(&path, &key).expect("a new file");
    store
        .write(|deed| {
            deed.execute_batch("CREATE TABLE sample (name TEXT NOT NULL) STRICT")?;
            (0..500).try_for_each(|_| deed.execute("INSERT INTO sample VALUES (?1)", [CANARY]).map(drop))?;
            Ok(())
        })
        .expect("written");
    let look = || {
        let mut files = 0;
        for entry in std::fs::read_dir(folder.path()).expect("a folder") {
            let path = entry.expect("a file").path();
            let content = std::fs::read(&path).expect("readable");
            files += 1;
            for word in [CANARY, "CREATE TABLE", "kanarka", "SQLite format 3", recovery.lines()[0].as_str()] {
                let found = content.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!found, "{word} in {}", path.display());
            }
        }
        files
    };
    assert!(look() >= 5, "the file, its log, its shared memory, the keys and the older keys");
    drop(store);
    assert!(look() >= 3);
}

#[test]
fn the_engine_carries_the_session_extension_from_the_first_day() {
    // Two offices' files will be merged with it; without the flags of `.cargo/config.toml` it would be missing silently.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let (_, key) =
        SlotsFile::create(StaffId(uuid::Uuid::from_u128(1)), "olena", "коза на горі 7", KdfCost::FLOOR).unwrap();
    let store = Store::create(&path, &key).unwrap();
    let has = |option: &str| {
        store
            .read(|connection| {
                Ok(connection
                    .query_row("SELECT sqlite_compileoption_used(?1)", [option], |row| row.get::<_, bool>(0))?)
            })
            .unwrap()
    };
    assert!(has("ENABLE_SESSION"));
    assert!(has("ENABLE_PREUPDATE_HOOK"));
}

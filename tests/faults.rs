//! What may happen to the office file, and what the program promises then: detected and said, never shown as true.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

use std::path::{Path, PathBuf};
use std::process::Command;

use stiika::store::keys::DataKey;
use stiika::store::{Store, StoreError};
use tempfile::TempDir;

/// A closed office file with rows that spread over some dozens of pages.
fn closed_office() -> (TempDir, PathBuf, DataKey) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("office.db");
    let key = DataKey::generate().expect("a key");
    let mut store = Store::create(&path, &key).expect("a new file");
    store
        .write(|deed| {
            deed.execute_batch("CREATE TABLE sample (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")?;
            for id in 0..400 {
                deed.execute("INSERT INTO sample VALUES (?1, ?2)", (id, format!("Шевченко {id} {}", "о".repeat(100))))?;
            }
            Ok(())
        })
        .expect("written");
    drop(store);
    (folder, path, key)
}

fn rows(store: &Store) -> Result<Vec<(i64, String)>, StoreError> {
    store.read(|file| {
        let mut question = file.prepare("SELECT id, name FROM sample ORDER BY id")?;
        let rows = question.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    })
}

fn remove_log(path: &Path) {
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(stiika::store::beside(path, ending));
    }
}

/// The same trials on every run.
fn trials() -> impl FnMut(usize) -> usize {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).expect("small")).expect("small")
    }
}

#[test]
fn a_flipped_bit_is_never_shown_as_true_data() {
    let (_folder, path, key) = closed_office();
    let whole = std::fs::read(&path).expect("readable");
    let truth = rows(&Store::open(&path, &key).expect("opens")).expect("readable");
    let mut random = trials();
    for _ in 0..200 {
        let place = random(whole.len());
        let mut broken = whole.clone();
        broken[place] ^= 1 << random(8);
        remove_log(&path);
        std::fs::write(&path, &broken).expect("written");
        match Store::open(&path, &key) {
            Ok(store) => {
                match rows(&store) {
                    Ok(read) => assert_eq!(read, truth, "byte {place}"),
                    Err(error) => assert_eq!(error, StoreError::Damaged, "byte {place}"),
                }
                assert_ne!(store.checksums_hold(), Ok(true), "byte {place} was not noticed");
            }
            Err(StoreError::NotOurs { .. } | StoreError::Damaged) => {}
            Err(other) => panic!("byte {place}: {other:?}"),
        }
    }
}

#[test]
fn a_truncated_file_is_noticed() {
    let (_folder, path, key) = closed_office();
    let whole = std::fs::read(&path).expect("readable");
    let truth = rows(&Store::open(&path, &key).expect("opens")).expect("readable");
    let mut random = trials();
    for length in (0..20).map(|_| random(whole.len())).chain([0, 1, 15, 16, 4096, whole.len() - 1, whole.len() - 4096])
    {
        remove_log(&path);
        std::fs::write(&path, &whole[..length]).expect("written");
        let Ok(store) = Store::open(&path, &key) else { continue };
        assert!(
            rows(&store).is_err_and(|error| error == StoreError::Damaged) || store.checksums_hold() != Ok(true),
            "{length}"
        );
        assert!(rows(&store).map_or(true, |read| read == truth), "{length}");
    }
}

#[test]
fn another_key_garbage_and_plain_files_are_refused_and_untouched() {
    let (folder, path, key) = closed_office();
    let before = std::fs::read(&path).expect("readable");
    let other = DataKey::generate().expect("a key");
    assert_eq!(Store::open(&path, &other).unwrap_err(), StoreError::NotOurs { path: path.clone() });
    assert_eq!(std::fs::read(&path).expect("readable"), before);

    let mut random = trials();
    for length in [0, 5, 100, 4096, 20_000] {
        let garbage: Vec<u8> = (0..length).map(|_| u8::try_from(random(256)).expect("a byte")).collect();
        let path = folder.path().join(format!("garbage-{length}"));
        std::fs::write(&path, &garbage).expect("written");
        assert_eq!(Store::open(&path, &key).unwrap_err(), StoreError::NotOurs { path: path.clone() }, "{length}");
        assert_eq!(std::fs::read(&path).expect("readable"), garbage);
    }

    let plain = folder.path().join("plain.db");
    rusqlite::Connection::open(&plain).and_then(|file| file.execute_batch("CREATE TABLE t (a)")).expect("a plain file");
    assert_eq!(Store::open(&plain, &key).unwrap_err(), StoreError::NotEncrypted { path: plain });
    let missing = folder.path().join("missing.db");
    assert_eq!(Store::open(&missing, &key).unwrap_err(), StoreError::NoFile { path: missing.clone() });
    assert!(!missing.exists());
}

#[test]
fn a_file_of_another_program_is_refused() {
    let (_folder, path, key) = closed_office();
    let mut store = Store::open(&path, &key).expect("opens");
    store.write(|deed| Ok(deed.execute_batch("PRAGMA application_id = 7")?)).expect("written");
    drop(store);
    assert!(matches!(Store::open(&path, &key), Err(StoreError::NotOurs { .. })));
}

#[test]
fn a_newer_file_is_refused_and_not_a_byte_of_it_changes() {
    let (_folder, path, key) = closed_office();
    let mut store = Store::open(&path, &key).expect("opens");
    let supported = store.schema_version().expect("a version");
    store.write(|deed| Ok(deed.execute_batch("PRAGMA user_version = 9000")?)).expect("written");
    let log = stiika::store::beside(&path, "-wal");
    let (before, log_before) = (std::fs::read(&path).expect("readable"), std::fs::read(&log).expect("readable"));
    assert!(!log_before.is_empty());
    // A desk that was killed: its log stays beside the file.
    std::mem::forget(store);
    for _ in 0..2 {
        assert_eq!(Store::open(&path, &key).unwrap_err(), StoreError::Newer { found: 9000, supported });
        assert_eq!(std::fs::read(&path).expect("readable"), before);
        assert_eq!(std::fs::read(&log).expect("readable"), log_before);
    }
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let (_folder, path, key) = closed_office();
    let mut store = Store::open(&path, &key).expect("opens");
    let before = rows(&store).expect("readable");
    // The engine's own limit answers as a full disk does.
    store.read(|file| Ok(file.execute_batch("PRAGMA max_page_count = 1")?)).expect("a limit");
    let full = store.write(|deed| {
        for id in 1000..9000 {
            deed.execute("INSERT INTO sample VALUES (?1, ?2)", (id, "Бойко"))?;
        }
        Ok(())
    });
    assert_eq!(full, Err(StoreError::NoSpace));
    assert_eq!(rows(&store), Ok(before.clone()));
    drop(store);
    assert_eq!(rows(&Store::open(&path, &key).expect("opens")), Ok(before));
}

#[test]
fn a_desk_that_waited_in_vain_is_told_so_and_has_written_nothing() {
    let (_folder, path, key) = closed_office();
    let mut slow = Store::open(&path, &key).expect("opens");
    let mut other = Store::open(&path, &key).expect("opens");
    other.read(|file| Ok(file.execute_batch("PRAGMA busy_timeout = 0")?)).expect("no patience, for the test's sake");
    let before = rows(&slow).expect("readable");
    let told = slow.write(|_| Ok(other.write(|deed| Ok(deed.execute("DELETE FROM sample", [])?))));
    assert_eq!(told, Ok(Err(StoreError::Busy)));
    assert_eq!(rows(&other), Ok(before));
}

#[test]
fn a_log_of_a_lost_file_is_not_played_into_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("office.db");
    std::fs::write(folder.path().join("office.db-wal"), "left over").expect("written");
    let key = DataKey::generate().expect("a key");
    assert!(matches!(Store::create(&path, &key), Err(StoreError::Exists { .. })));
    assert!(!path.exists());
}

const READ_ONLY: &str = "STIIKA_TEST_READ_ONLY";

/// Not a story by itself: the part of the next one that must not run as root.
#[test]
fn the_desk_in_a_read_only_folder() {
    let Some(folder) = std::env::var_os(READ_ONLY).map(PathBuf::from) else { return };
    let key = DataKey::generate().expect("a key");
    let refused = StoreError::ReadOnly { path: folder.clone() };
    assert_eq!(Store::create(&folder.join("new.db"), &key).unwrap_err(), refused);
    assert_eq!(Store::open(&folder.join("office.db"), &key).unwrap_err(), refused);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_refused_by_name() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let (outer, path, _key) = closed_office();
    let folder = outer.path().join("folder");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::copy(&path, folder.join("office.db")).expect("copied");
    let program = outer.path().join("program");
    std::fs::copy(std::env::current_exe().expect("this program"), &program).expect("copied");
    for (path, mode) in [(outer.path(), 0o755), (&folder, 0o555), (&program, 0o755), (&folder.join("office.db"), 0o666)]
    {
        set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
    }
    // Root writes anywhere: the check would prove nothing, so the desk runs as nobody.
    let mut desk = if rustix::process::geteuid().is_root() {
        let mut desk = Command::new("setpriv");
        desk.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        desk
    } else {
        Command::new(&program)
    };
    let ended = desk.args(["--exact", "the_desk_in_a_read_only_folder"]).env(READ_ONLY, &folder).status();
    set_permissions(&folder, Permissions::from_mode(0o755)).expect("a mode");
    match ended {
        Ok(status) => assert!(status.success()),
        Err(error) => eprintln!("not proven here: root and no setpriv ({})", error.kind()),
    }
}

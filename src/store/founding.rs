//! Making a new office's files: the key file and the database stand at their names together, or neither does.
//!
//! The database is filled under the name `<db>.founding` and gets its own name as the very last step, so that a file at that name always
//! has an administrator in it. A power cut before that leaves a key file without a database. The next founding sets such a key file
//! aside by renaming it (`<db>.keys.aside-1`): it opens nothing that is here, but it may open a database that somebody moved away.

use std::path::{Path, PathBuf};

use super::keys::slots::{KEYS_ENDING, OLDER_ENDING};
use super::keys::{DataKey, SlotsFile};
use super::{Store, StoreError, Tx, beside, filesystem};

/// Ending of the database's name until everything is in it.
const UNFINISHED_ENDING: &str = ".founding";

/// A database and what the engine keeps beside it.
const ENGINE_ENDINGS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Saves the slots, makes the database with what `fill` writes into it, and opens it.
///
/// Errors: `Exists` when there is a database, or the log of one, which is left as it is; those of [`Store::create`] and of `fill`.
/// After an error nothing of the new office is left behind.
pub fn found<E: From<StoreError>>(
    path: &Path,
    slots: &mut SlotsFile,
    key: &DataKey,
    fill: impl FnOnce(&Tx) -> Result<(), E>,
) -> Result<Store, E> {
    let folder = filesystem::folder_of(path);
    filesystem::check_local(&folder)?;
    filesystem::check_writable(&folder)?;
    // Two set-ups at once would mix their files: the second waits here, and then finds a database.
    let lock = filesystem::lock_folder(&folder)?;
    for ending in ENGINE_ENDINGS {
        let there = beside(path, ending);
        if is_there(&there) {
            return Err(StoreError::Exists { path: there }.into());
        }
    }
    set_aside(path)?;
    slots.save_under(&lock, path)?;
    let made = make(path, key, fill);
    if made.is_err() {
        // Everything at these names was made above, under the lock.
        let unfinished = beside(path, UNFINISHED_ENDING);
        remove(path);
        remove(&unfinished);
        let _ = std::fs::remove_file(beside(path, KEYS_ENDING));
    }
    made
}

fn make<E: From<StoreError>>(path: &Path, key: &DataKey, fill: impl FnOnce(&Tx) -> Result<(), E>) -> Result<Store, E> {
    let unfinished = beside(path, UNFINISHED_ENDING);
    // Left by a power cut: nobody has entered anything there.
    remove(&unfinished);
    let mut store = Store::create(&unfinished, key)?;
    store.transact(fill)?;
    store.fold_log()?;
    drop(store);
    let moved = std::fs::File::open(&unfinished)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(&unfinished, path));
    moved.map_err(|error| StoreError::io(&error, path))?;
    filesystem::sync_folder(&filesystem::folder_of(path))?;
    Ok(Store::open(path, key)?)
}

fn remove(database: &Path) {
    for ending in ENGINE_ENDINGS {
        let _ = std::fs::remove_file(beside(database, ending));
    }
}

/// Gives the key files of no database another name; nothing that might open something is ever deleted or written over.
fn set_aside(path: &Path) -> Result<(), StoreError> {
    for ending in [KEYS_ENDING, OLDER_ENDING] {
        let left = beside(path, ending);
        if is_there(&left) {
            std::fs::rename(&left, free_name(&left)).map_err(|error| StoreError::io(&error, &left))?;
        }
    }
    Ok(())
}

fn free_name(left: &Path) -> PathBuf {
    let mut number = 1u32;
    loop {
        let name = beside(left, &format!(".aside-{number}"));
        if !is_there(&name) {
            return name;
        }
        number += 1;
    }
}

/// Whether anything has this name: a link that leads nowhere too.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::StaffId;
    use crate::store::keys::KdfCost;
    use tempfile::TempDir;
    use uuid::Uuid;

    const OLENA: StaffId = StaffId(Uuid::from_u128(1));

    fn place() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        (folder, path)
    }

    fn new_office(path: &Path) -> Result<Store, StoreError> {
        let (mut slots, key) = SlotsFile::create(OLENA, "olena", "правильний кінь", KdfCost::FLOOR)?;
        found(path, &mut slots, &key, |tx| Ok(tx.execute_batch("CREATE TABLE filled (id INTEGER) STRICT")?))
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let mut names: Vec<String> =
            folder.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_office_is_two_files_that_fit_each_other() {
        let (folder, path) = place();
        drop(new_office(&path).unwrap());
        assert_eq!(names(&folder), ["office.db", "office.db.keys"]);
        let (key, _) = SlotsFile::load(&path).unwrap().slots.unlock("olena", "правильний кінь").unwrap();
        let store = Store::open(&path, &key).unwrap();
        assert!(store.read(|tx| Ok(tx.prepare("SELECT id FROM filled")?.exists([])?)).is_ok());
    }

    #[test]
    fn keys_left_without_a_database_are_set_aside_and_founding_goes_on() {
        let (folder, path) = place();
        for round in 1..=2 {
            let left = format!("left by power cut {round}");
            std::fs::write(beside(&path, KEYS_ENDING), &left).unwrap();
            std::fs::write(beside(&path, OLDER_ENDING), &left).unwrap();
            drop(new_office(&path).unwrap());
            for ending in [KEYS_ENDING, OLDER_ENDING] {
                let aside = beside(&path, &format!("{ending}.aside-{round}"));
                assert_eq!(std::fs::read_to_string(aside).unwrap(), left);
            }
            std::fs::remove_file(&path).unwrap();
            std::fs::remove_file(beside(&path, KEYS_ENDING)).unwrap();
        }
        assert_eq!(names(&folder).len(), 4);
    }

    #[test]
    fn a_database_cut_off_while_it_was_filled_is_begun_again() {
        let (folder, path) = place();
        std::fs::write(beside(&path, KEYS_ENDING), "left").unwrap();
        std::fs::write(beside(&path, UNFINISHED_ENDING), "half").unwrap();
        std::fs::write(beside(&path, ".founding-wal"), "half").unwrap();
        drop(new_office(&path).unwrap());
        assert_eq!(names(&folder), ["office.db", "office.db.keys", "office.db.keys.aside-1"]);
    }

    #[test]
    fn the_log_of_a_database_that_was_moved_away_and_its_keys_are_left_alone() {
        let (folder, path) = place();
        for (ending, content) in [("-wal", "committed"), (KEYS_ENDING, "keys"), (OLDER_ENDING, "older")] {
            std::fs::write(beside(&path, ending), content).unwrap();
        }
        let log = beside(&path, "-wal");
        assert_eq!(new_office(&path).unwrap_err(), StoreError::Exists { path: log.clone() });
        assert_eq!(names(&folder), ["office.db-wal", "office.db.keys", "office.db.keys.old"]);
        assert_eq!(std::fs::read_to_string(log).unwrap(), "committed");
    }

    #[test]
    fn founding_over_an_office_touches_nothing_of_it() {
        let (_folder, path) = place();
        drop(new_office(&path).unwrap());
        let before = [std::fs::read(&path).unwrap(), std::fs::read(beside(&path, KEYS_ENDING)).unwrap()];
        assert!(matches!(new_office(&path), Err(StoreError::Exists { .. })));
        assert_eq!([std::fs::read(&path).unwrap(), std::fs::read(beside(&path, KEYS_ENDING)).unwrap()], before);
    }

    #[test]
    fn an_office_that_could_not_be_filled_leaves_nothing_behind() {
        let (folder, path) = place();
        let (mut slots, key) = SlotsFile::create(OLENA, "olena", "правильний кінь", KdfCost::FLOOR).unwrap();
        let failed = found(&path, &mut slots, &key, |_| Err(StoreError::NoSpace));
        assert_eq!(failed.unwrap_err(), StoreError::NoSpace);
        assert_eq!(names(&folder), Vec::<String>::new());
    }
}

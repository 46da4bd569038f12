//! Brings a file up to this program's version, one numbered step after another, each wholly or not at all.
//!
//! The file's version is `PRAGMA user_version`, the number of its last step. A step is never edited after release.
//! Before an existing file is changed, the whole of it is kept beside it as `<db>.before-N` (N: the first step applied).

use std::path::Path;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::keys::DataKey;
use super::{StoreError, beside, filesystem, open};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The file's version after this step: 1 for the first, then one more each.
    pub version: u32,
    /// A word or two for logs and for `doctor`.
    pub name: &'static str,
    /// The statements. Whatever they say happens in one transaction with foreign keys checked at its end.
    pub sql: &'static str,
}

/// Every step, oldest first.
pub const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "register", sql: include_str!("../../assets/migrations/0001_register.sql") },
    Migration { version: 2, name: "lives", sql: include_str!("../../assets/migrations/0002_lives.sql") },
    Migration { version: 3, name: "lists", sql: include_str!("../../assets/migrations/0003_lists.sql") },
    Migration { version: 4, name: "catalogue", sql: include_str!("../../assets/migrations/0004_catalogue.sql") },
    Migration { version: 5, name: "drafts", sql: include_str!("../../assets/migrations/0005_drafts.sql") },
    Migration { version: 6, name: "search image", sql: include_str!("../../assets/migrations/0006_search_image.sql") },
    Migration { version: 7, name: "aid", sql: include_str!("../../assets/migrations/0007_aid.sql") },
    Migration { version: 8, name: "campaign", sql: include_str!("../../assets/migrations/0008_campaign.sql") },
    Migration { version: 9, name: "sizes", sql: include_str!("../../assets/migrations/0009_sizes.sql") },
    Migration { version: 10, name: "events", sql: include_str!("../../assets/migrations/0010_events.sql") },
];

/// The version of a file that has had all these steps.
pub(in crate::store) fn last_version(migrations: &[Migration]) -> u32 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// The version of an open file.
pub(in crate::store) fn version_of(connection: &Connection) -> Result<u32, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::Damaged)
}

/// Refuses a file of a newer program, naming both versions.
pub(in crate::store) fn refuse_newer(connection: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let (found, supported) = (version_of(connection)?, last_version(migrations));
    if found > supported { Err(StoreError::Newer { found, supported }) } else { Ok(()) }
}

/// Applies the steps the file has not had. Two desks starting together apply each step once.
///
/// Errors: `Migration` names the step that failed (the file stays at the one before it); `Newer`; `NoSpace` when the copy did not fit.
pub(in crate::store) fn migrate(
    connection: &mut Connection,
    database: &Path,
    key: &DataKey,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    refuse_newer(connection, migrations)?;
    let found = version_of(connection)?;
    let Some(first) = migrations.iter().find(|migration| migration.version > found) else { return Ok(()) };
    if found > 0 {
        keep_copy(connection, database, key, (found, first.version))?;
    }
    // A step may rebuild a table that others point to; SQLite allows that only with the checks off, so they are made at the end instead.
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    let applied = migrations.iter().try_for_each(|migration| apply(connection, migration));
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    applied
}

fn apply(connection: &mut Connection, migration: &Migration) -> Result<(), StoreError> {
    let failed = |error: StoreError| match error {
        StoreError::Sql { .. } | StoreError::Constraint { .. } => StoreError::Migration { version: migration.version },
        other => other,
    };
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version_of(&transaction)? >= migration.version {
        return Ok(());
    }
    transaction.execute_batch(migration.sql).map_err(|error| failed(error.into()))?;
    let orphans = transaction.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if orphans {
        return Err(StoreError::Migration { version: migration.version });
    }
    transaction.pragma_update(None, "user_version", migration.version)?;
    transaction.commit()?;
    Ok(())
}

/// Keeps the whole file of version `found` as it is before step `next`. The copy is encrypted with the same key and is opened and
/// checked before it gets its name; a copy of an earlier failed attempt is replaced.
fn keep_copy(
    connection: &Connection,
    database: &Path,
    key: &DataKey,
    (found, next): (u32, u32),
) -> Result<(), StoreError> {
    let kept = beside(database, &format!(".before-{next}"));
    let folder = filesystem::folder_of(database);
    let unfinished = empty_neighbour(&folder)?;
    let Some(target) = unfinished.to_str() else {
        return Err(StoreError::Io { kind: std::io::ErrorKind::InvalidFilename });
    };
    connection.execute("VACUUM INTO ?1", [target])?;
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let copy = Connection::open_with_flags(&unfinished, flags)?;
        open::apply_key(&copy, key)?;
        if version_of(&copy)? != found {
            // Another desk has just migrated the file, and has kept the copy from before.
            return Ok(());
        }
        if !open::checksums_hold(&copy)? {
            return Err(StoreError::Damaged);
        }
    }
    std::fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(|error| StoreError::io(&error, &kept))?;
    unfinished.persist(&kept).map_err(|error| StoreError::io(&error.error, &kept))?;
    filesystem::sync_folder(&folder)
}

/// An empty file that removes itself unless it gets a name, open to the office's group like the file it will be a copy of.
fn empty_neighbour(folder: &Path) -> Result<tempfile::TempPath, StoreError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".stiika-copy-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(filesystem::FILE_MODE));
    }
    let file = builder.tempfile_in(folder).map_err(|error| StoreError::io(&error, folder))?;
    Ok(file.into_temp_path())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use std::path::PathBuf;
    use tempfile::TempDir;

    const ONE: Migration = Migration {
        version: 1,
        name: "families",
        sql: "CREATE TABLE family (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
              CREATE TABLE person (family INTEGER NOT NULL REFERENCES family (id)) STRICT;
              INSERT INTO family VALUES (1, 'Шевченко');
              INSERT INTO person VALUES (1);",
    };
    /// Rebuilds the table that `person` points to, as SQLite's own documentation tells to.
    const TWO: Migration = Migration {
        version: 2,
        name: "numbers",
        sql: "CREATE TABLE family_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, number TEXT) STRICT;
              INSERT INTO family_new (id, name) SELECT id, name FROM family;
              DROP TABLE family;
              ALTER TABLE family_new RENAME TO family;",
    };
    const BROKEN: Migration =
        Migration { version: 3, name: "broken", sql: "DROP TABLE person; CREATE TABLE family (id INTEGER) STRICT;" };
    const ORPHANS: Migration = Migration { version: 3, name: "orphans", sql: "DELETE FROM family;" };

    fn office(migrations: &[Migration]) -> (TempDir, PathBuf, DataKey, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        let key = DataKey::generate().unwrap();
        let store = Store::create_with(&path, &key, migrations).unwrap();
        (folder, path, key, store)
    }

    fn count(store: &Store, sql: &str) -> i64 {
        store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn the_steps_are_numbered_one_by_one() {
        for (migration, number) in MIGRATIONS.iter().zip(1..) {
            assert_eq!(migration.version, number, "{}", migration.name);
            assert!(migration.sql.starts_with("--"), "{} says why it is there", migration.name);
        }
    }

    #[test]
    fn an_empty_file_gets_every_step_and_opening_again_changes_nothing() {
        let (_folder, path, key, store) = office(MIGRATIONS);
        assert_eq!(store.schema_version(), Ok(last_version(MIGRATIONS)));
        drop(store);
        let before = std::fs::read(&path).unwrap();
        for _ in 0..3 {
            drop(Store::open(&path, &key).unwrap());
        }
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1, "no copy of what did not change");
    }

    #[test]
    fn an_older_file_is_brought_up_to_date_and_kept_as_it_was() {
        let (_folder, path, key, store) = office(&[ONE]);
        drop(store);
        let store = Store::open_with(&path, &key, &[ONE, TWO]).unwrap();
        assert_eq!(store.schema_version(), Ok(2));
        assert_eq!(count(&store, "SELECT count(*) FROM family WHERE number IS NULL"), 1);
        assert_eq!(count(&store, "SELECT count(*) FROM person JOIN family ON family.id = person.family"), 1);
        assert_eq!(count(&store, "PRAGMA foreign_keys"), 1);
        let kept = beside(&path, ".before-2");
        assert_eq!(Store::open_with(&kept, &key, &[ONE]).unwrap().schema_version(), Ok(1));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(kept.metadata().unwrap().permissions().mode() & 0o007, 0);
        }
    }

    #[test]
    fn a_failing_step_leaves_the_file_at_the_one_before_and_is_named() {
        for failing in [BROKEN, ORPHANS] {
            let (_folder, path, key, store) = office(&[ONE]);
            drop(store);
            for _ in 0..2 {
                let failed = Store::open_with(&path, &key, &[ONE, TWO, failing]).unwrap_err();
                assert_eq!(failed, StoreError::Migration { version: 3 }, "{}", failing.name);
            }
            let store = Store::open_with(&path, &key, &[ONE, TWO]).unwrap();
            assert_eq!(count(&store, "SELECT count(*) FROM person JOIN family ON family.id = person.family"), 1);
        }
    }

    #[test]
    fn a_new_file_that_cannot_be_made_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        let failed = Store::create_with(&path, &DataKey::generate().unwrap(), &[ONE, TWO, BROKEN]).unwrap_err();
        assert_eq!(failed, StoreError::Migration { version: 3 });
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn desks_started_together_apply_each_step_once() {
        let (_folder, path, key, store) = office(&[ONE]);
        drop(store);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let store = Store::open_with(&path, &key, &[ONE, TWO]).unwrap();
                    assert_eq!(store.schema_version(), Ok(2));
                });
            }
        });
        let kept = Store::open_with(&beside(&path, ".before-2"), &key, &[ONE]).unwrap();
        assert_eq!(kept.schema_version(), Ok(1), "the copy is of the file before");
    }

    #[test]
    fn a_newer_file_names_both_versions() {
        let (_folder, path, key, store) = office(&[ONE, TWO]);
        drop(store);
        let refused = Store::open_with(&path, &key, &[ONE]).unwrap_err();
        assert_eq!(refused, StoreError::Newer { found: 2, supported: 1 });
    }

    #[test]
    fn an_office_without_a_storeroom_gets_one_and_keeps_its_register() {
        let (_folder, path, key, store) = office(&MIGRATIONS[..5]);
        store
            .connection
            .execute_batch(
                "INSERT INTO category_kind (code, name_uk, name_en, position) VALUES ('own', 'Своя', '', 90);
                 INSERT INTO family (id, number, registered_on) VALUES (randomblob(16), 1, '2024-02-29');
                 INSERT INTO person (id, surname, given_name, patronymic) VALUES (randomblob(16), 'Шевченко', 'Оксана', '');
                 INSERT INTO membership (id, family, person, relation, position, from_on)
                     SELECT randomblob(16), f.id, p.id, 'head', 0, '2024-02-29' FROM family f, person p;",
            )
            .unwrap();
        drop(store);
        let store = Store::open(&path, &key).unwrap();
        assert_eq!(store.schema_version(), Ok(last_version(MIGRATIONS)));
        for (sql, expected) in [
            ("SELECT count(*) FROM membership WHERE until_on IS NULL", 1),
            ("SELECT count(*) FROM item WHERE code IN ('food_kit', 'clothes', 'printer')", 3),
            ("SELECT count(*) FROM location WHERE code = 'storeroom'", 1),
            ("SELECT count(*) FROM programme_ground WHERE category = 'own'", 0),
            ("SELECT count(*) FROM programme_ground WHERE category = 'hardship'", 1),
            // What the migration itself wrote is no deed of anybody.
            ("SELECT count(*) FROM row_change", 0),
            ("SELECT count(*) FROM pragma_foreign_key_check", 0),
            (
                "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
                0,
            ),
        ] {
            assert_eq!(count(&store, sql), expected, "{sql}");
        }
    }

    #[test]
    fn a_register_of_the_first_version_keeps_everything_and_gets_its_closures() {
        let (_folder, path, key, store) = office(&MIGRATIONS[..1]);
        store
            .connection
            .execute_batch(
                "INSERT INTO family (id, number, registered_on, closed_on) VALUES
                     (randomblob(16), 1, '2024-01-01', NULL), (randomblob(16), 2, '2024-01-01', '2025-05-05');
                 INSERT INTO person (id, surname, given_name, patronymic) VALUES (randomblob(16), 'Шевченко', 'Оксана', '');
                 INSERT INTO membership (id, family, person, relation, position, from_on)
                     SELECT randomblob(16), f.id, p.id, 'head', 0, '2024-01-01' FROM family f, person p;
                 INSERT INTO phone (person, id, position, settled, raw)
                     SELECT id, randomblob(16), 0, '+380671234567', '0671234567' FROM person;
                 INSERT INTO journal (site, seq, at, desk, action, prev, hash)
                     VALUES (randomblob(16), 1, '2024-01-01T10:00:00+02:00', '', 'x', zeroblob(32), zeroblob(32));",
            )
            .unwrap();
        drop(store);
        let store = Store::open(&path, &key).unwrap();
        assert_eq!(store.schema_version(), Ok(last_version(MIGRATIONS)));
        for (sql, expected) in [
            ("SELECT count(*) FROM membership WHERE until_on IS NULL AND reason IS NULL", 2),
            ("SELECT count(*) FROM phone WHERE from_on IS NULL AND until_on IS NULL", 1),
            ("SELECT count(*) FROM person WHERE coalesce(died_on, merged_into, voided_on) IS NULL", 1),
            (
                "SELECT count(*) FROM closure c JOIN family f ON f.id = c.family WHERE c.from_on = '2025-05-05' AND f.number = 2",
                1,
            ),
            ("SELECT count(*) FROM closure", 1),
            ("SELECT count(*) FROM journal", 1),
            // What the migration itself wrote is no deed of anybody.
            ("SELECT count(*) FROM row_change", 0),
        ] {
            assert_eq!(count(&store, sql), expected, "{sql}");
        }
    }
}

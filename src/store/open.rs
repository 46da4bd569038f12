//! Making and opening the office file: the key, the settings that protect it, the checks before anybody trusts it.
//!
//! Order and reasons come from measurements: WAL with `synchronous=FULL` lost nothing in 400 simulated power cuts, NORMAL did in 305;
//! a write that does not begin IMMEDIATE fails under two desks in a way no waiting cures. Every setting is read back, and a file
//! whose settings did not take is not opened.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use super::keys::DataKey;
use super::migrate::{self, MIGRATIONS, Migration};
use super::{StoreError, beside, engine, filesystem};

/// "Stik" in the file's header (encrypted like the rest): this is an office file and not another program's.
const APPLICATION_ID: i64 = 0x5374_696B;

/// How every plain SQLite file begins. An encrypted one begins with random bytes.
const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// How long a write waits for another desk's, milliseconds.
const BUSY_TIMEOUT_MS: i64 = 5000;

/// Page cache in KiB. Decrypting is the cost of reading, so the cache is larger than SQLite's own; the whole program stays under 150 MB.
const CACHE_KIB: i64 = 32 * 1024;

/// The settings of a connection: name, value to set, value to read back.
/// `recursive_triggers` because `INSERT OR REPLACE` would otherwise slip past the triggers that keep ledger and journal append-only.
const SETTINGS: [(&str, &str, i64); 7] = [
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "FAST", 2),
    ("temp_store", "MEMORY", 2),
    ("recursive_triggers", "ON", 1),
];

/// The oldest engine allowed: older ones can lose commits when two connections write (the WAL-reset bug, fixed in 3.51.3).
pub const OLDEST_ENGINE: i32 = 3_051_003;

/// The open office file. One a process.
#[derive(Debug)]
pub struct Store {
    pub(in crate::store) connection: Connection,
    path: PathBuf,
    // After the connection, so that the path is given back only when the engine has closed the file.
    _held: Held,
}

impl Store {
    /// Makes a new office file, readable to the owner and the office's group only, with all tables.
    ///
    /// Errors: `Exists`, `NetworkFileSystem`, `ReadOnly`, `NoSpace`, `NoFile` when the folder is not there. After an error nothing is left behind.
    pub fn create(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Self::create_with(path, key, MIGRATIONS)
    }

    /// Opens an office file and brings it up to date.
    ///
    /// Errors: `NoFile`, `NotEncrypted`, `NotOurs`, `Newer` (nothing touched), `NetworkFileSystem`, `ReadOnly`, `Damaged`, `SettingRefused`,
    /// `Migration`, `Busy`.
    pub fn open(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Self::open_with(path, key, MIGRATIONS)
    }

    pub(in crate::store) fn create_with(
        path: &Path,
        key: &DataKey,
        migrations: &[Migration],
    ) -> Result<Self, StoreError> {
        let folder = filesystem::folder_of(path);
        filesystem::check_local(&folder)?;
        filesystem::check_writable(&folder)?;
        // A log left by a file that is no more would be played into the new one.
        for ending in ["", "-wal", "-shm", "-journal"] {
            let stray = beside(path, ending);
            if stray.exists() {
                return Err(StoreError::Exists { path: stray });
            }
        }
        drop(filesystem::create_private(path)?);
        let made = Self::fill_new(path, key, migrations).and_then(|store| {
            filesystem::sync_folder(&folder)?;
            Ok(store)
        });
        if made.is_err() {
            for ending in ["", "-wal", "-shm", "-journal"] {
                let _ = std::fs::remove_file(beside(path, ending));
            }
        }
        made
    }

    fn fill_new(path: &Path, key: &DataKey, migrations: &[Migration]) -> Result<Self, StoreError> {
        let held = Held::take(path)?;
        let mut connection = connect(path)?;
        apply_key(&connection, key)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(|error| named(error.into(), path))?;
        apply_settings(&connection).map_err(|error| named(error, path))?;
        migrate::migrate(&mut connection, path, key, migrations).map_err(|error| named(error, path))?;
        Ok(Self { connection, path: path.to_owned(), _held: held })
    }

    pub(in crate::store) fn open_with(
        path: &Path,
        key: &DataKey,
        migrations: &[Migration],
    ) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::NoFile { path: path.to_owned() });
        }
        let folder = filesystem::folder_of(path);
        filesystem::check_local(&folder)?;
        filesystem::check_writable(&folder)?;
        filesystem::check_writable(path)?;
        let held = Held::take(path)?;
        let mut connection = connect(path)?;
        // Until the file is known to be ours and not newer, closing must not fold the log into it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        apply_key(&connection, key)?;
        let not_ours = |error: rusqlite::Error| match StoreError::from(error) {
            StoreError::Damaged => StoreError::NotOurs { path: path.to_owned() },
            other => named(other, path),
        };
        let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(not_ours)?;
        if application != APPLICATION_ID {
            return Err(StoreError::NotOurs { path: path.to_owned() });
        }
        migrate::refuse_newer(&connection, migrations)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        apply_settings(&connection).map_err(|error| named(error, path))?;
        migrate::migrate(&mut connection, path, key, migrations).map_err(|error| named(error, path))?;
        Ok(Self { connection, path: path.to_owned(), _held: held })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does a deed's writes: all of them, or none when `deed` fails, panics or the power does. Holds the only write lock from its first moment.
    ///
    /// Errors: those of `deed`; `Busy` when another desk wrote for five seconds; `NoSpace`, `ReadOnly`, `Damaged`.
    pub fn write<T>(&mut self, deed: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let run = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = deed(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        };
        run().map_err(|error| named(error, &self.path))
    }

    /// Reads at one moment of the file: several questions inside see the same state. Answers are owned values, so that no read stays open
    /// while a person thinks (an open read keeps the log from shrinking). Inside another read it joins that one.
    pub fn read<T>(&self, question: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if !self.connection.is_autocommit() {
            return question(&self.connection);
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        let answer = question(&transaction)?;
        transaction.finish()?;
        Ok(answer)
    }

    /// Moves everything from the log into the file itself, so that the file alone is whole. Errors: `Busy` when somebody else has it open.
    pub(in crate::store) fn fold_log(&self) -> Result<(), StoreError> {
        let busy: bool = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(StoreError::Busy) } else { Ok(()) }
    }

    /// A number that changes when another desk has written and not when this one has. Costs microseconds: poll it, re-read the screen on a change.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// The version of the file: the number of its last migration.
    pub fn schema_version(&self) -> Result<u32, StoreError> {
        migrate::version_of(&self.connection)
    }

    /// Whether every page of the file fits its checksum (HMAC): sees each flipped bit, ten times cheaper than `integrity_check`.
    pub fn checksums_hold(&self) -> Result<bool, StoreError> {
        checksums_hold(&self.connection)
    }
}

/// The engine's fault with the path it has no way to know.
pub(in crate::store) fn named(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::ReadOnly { path: unknown } if unknown.as_os_str().is_empty() => {
            StoreError::ReadOnly { path: path.to_owned() }
        }
        other => other,
    }
}

/// Opens an existing file without making one, and without reading the path as a URI.
fn connect(path: &Path) -> Result<Connection, StoreError> {
    engine::wake();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Gives the connection its key. Before it, the cipher's own log is silenced (it writes to stderr and would tear the screen);
/// after it, the cipher must answer, or the engine is one without encryption and would write plain text.
pub(in crate::store) fn apply_key(connection: &Connection, key: &DataKey) -> Result<(), StoreError> {
    const REFUSED: StoreError = StoreError::SettingRefused { name: "key" };
    connection.execute_batch("PRAGMA cipher_log_level = NONE").map_err(|_| REFUSED)?;
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key.bytes() {
        for digit in [byte >> 4, byte & 15] {
            statement.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    statement.push_str("'\"");
    connection.execute_batch(&statement).map_err(|_| REFUSED)?;
    let cipher: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).map_err(|_| REFUSED)?;
    if cipher.is_empty() { Err(REFUSED) } else { Ok(()) }
}

fn apply_settings(connection: &Connection) -> Result<(), StoreError> {
    // First of all patience: turning WAL on needs the lock for a moment, and another desk may be starting too.
    set(connection, "busy_timeout", BUSY_TIMEOUT_MS)?;
    let journal: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        return Err(StoreError::SettingRefused { name: "journal_mode" });
    }
    for (name, value, expected) in SETTINGS {
        connection.execute_batch(&format!("PRAGMA {name} = {value}"))?;
        confirm(connection, name, expected)?;
    }
    set(connection, "cache_size", -CACHE_KIB)?;
    if !connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)? {
        return Err(StoreError::SettingRefused { name: "defensive" });
    }
    Ok(())
}

fn set(connection: &Connection, name: &'static str, value: i64) -> Result<(), StoreError> {
    connection.execute_batch(&format!("PRAGMA {name} = {value}"))?;
    confirm(connection, name, value)
}

fn confirm(connection: &Connection, name: &'static str, expected: i64) -> Result<(), StoreError> {
    let actual: i64 = connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
    if actual == expected { Ok(()) } else { Err(StoreError::SettingRefused { name }) }
}

/// Whether every page of an open file fits its checksum.
pub(in crate::store) fn checksums_hold(connection: &Connection) -> Result<bool, StoreError> {
    Ok(!connection.prepare("PRAGMA cipher_integrity_check")?.exists([])?)
}

/// How many times this process has each file open. POSIX gives back all locks a process has on a file as soon as it closes *any*
/// descriptor of it, so the header may be read by hand only while the engine does not have the file.
static OPEN_FILES: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

/// This process's claim on a file, given back on drop.
#[derive(Debug)]
struct Held {
    path: PathBuf,
}

impl Held {
    /// Looks at the header, unless this process already has the file open (then it was looked at), and claims the file.
    ///
    /// Errors: `NotEncrypted` for the header of a plain SQLite file.
    fn take(path: &Path) -> Result<Self, StoreError> {
        let canonical = path.canonicalize().map_err(|error| StoreError::io(&error, path))?;
        let mut open_files = lock_open_files();
        if !open_files.contains_key(&canonical) {
            let mut header = Vec::with_capacity(PLAIN_HEADER.len());
            std::fs::File::open(&canonical)
                .and_then(|file| file.take(16).read_to_end(&mut header))
                .map_err(|error| StoreError::io(&error, path))?;
            if header == PLAIN_HEADER {
                return Err(StoreError::NotEncrypted { path: path.to_owned() });
            }
        }
        *open_files.entry(canonical.clone()).or_default() += 1;
        Ok(Self { path: canonical })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut open_files = lock_open_files();
        if let Some(times) = open_files.get_mut(&self.path) {
            *times -= 1;
            if *times == 0 {
                open_files.remove(&self.path);
            }
        }
    }
}

fn lock_open_files() -> MutexGuard<'static, BTreeMap<PathBuf, usize>> {
    OPEN_FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

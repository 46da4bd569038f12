//! What can go wrong with the file, in the words a sentence needs.
//!
//! No variant ever carries a bound value, a record or a message of the engine: a fault may be logged and shown to anybody.
//! The sentences live in `assets/locales/*/store.ftl`, found by [`StoreError::message_id`].

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ffi;
use thiserror::Error;

/// Why the store refused or failed. The text here is for logs; a person reads the Fluent message.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum StoreError {
    /// There is no database at this path.
    #[error("no file at {}", path.display())]
    NoFile {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new database was to be made where something already is.
    #[error("{} exists already", path.display())]
    Exists {
        /// What is in the way.
        path: PathBuf,
    },
    /// Not a Stiika file, or another key, or damaged at its very beginning: the engine cannot tell these apart.
    #[error("{} is not a Stiika file, or has another key", path.display())]
    NotOurs {
        /// The file that did not open.
        path: PathBuf,
    },
    /// A readable SQLite file where an encrypted one must be: somebody put it there, it is never opened.
    #[error("{} is not encrypted", path.display())]
    NotEncrypted {
        /// The file that was refused.
        path: PathBuf,
    },
    /// The file was written by a newer program. Nothing in it was touched.
    #[error("file version {found}, this program knows up to {supported}")]
    Newer {
        /// Version of the file.
        found: u32,
        /// The last version this program knows.
        supported: u32,
    },
    /// The key file is not beside the database, nor is its older generation.
    #[error("no key file at {}", path.display())]
    NoSlots {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The key file cannot be read, and no older generation of it can.
    #[error("key file {} is broken", path.display())]
    BrokenSlots {
        /// The key file.
        path: PathBuf,
    },
    /// A slot asks for a key derivation weaker than the floor: somebody rewrote the key file.
    #[error("a slot of the key file {} is weaker than allowed", path.display())]
    WeakSlot {
        /// The key file.
        path: PathBuf,
    },
    /// Another desk changed the key file between reading and writing it.
    #[error("the key file was changed by another desk")]
    SlotsChanged,
    /// This key does not open this office's file, so no slot may be made from it.
    #[error("the data key belongs to another file")]
    ForeignKey,
    /// The login is already somebody else's.
    #[error("the login is taken")]
    LoginTaken,
    /// There is no such slot (the member of staff has no password here).
    #[error("no such slot")]
    NoSlot,
    /// The last password cannot be taken away: nobody could sign in any more.
    #[error("the last password slot stays")]
    LastPassword,
    /// Login and password do not fit together. Deliberately silent about which of them is wrong.
    #[error("wrong login or password")]
    WrongPassword,
    /// The recovery key is well written but is not this office's.
    #[error("the recovery key is not of this file")]
    WrongRecoveryKey,
    /// A line of the recovery key does not fit its own checksum.
    #[error("line {line} of the recovery key is mistyped")]
    MistypedRecoveryLine {
        /// The line, counted from 1.
        line: u8,
    },
    /// Too many wrong passwords in a row.
    #[error("wait {seconds} s")]
    Wait {
        /// Seconds until the next try is heard.
        seconds: u32,
    },
    /// The folder is on another machine, where the engine's locks do not hold.
    #[error("network file system: {kind}")]
    NetworkFileSystem {
        /// The file system's usual name (`NFS`, `SMB`, `FUSE`).
        kind: &'static str,
    },
    /// The folder, or the file in it, cannot be written to.
    #[error("{} cannot be written to", path.display())]
    ReadOnly {
        /// The folder or file.
        path: PathBuf,
    },
    /// The disk is full; what was saved before stays.
    #[error("no space left")]
    NoSpace,
    /// Another desk was writing for longer than five seconds.
    #[error("the file is busy")]
    Busy,
    /// The checksums of the file do not hold: it must be restored from a copy.
    #[error("the file is damaged")]
    Damaged,
    /// The engine did not take a protective setting, so the file was not opened.
    #[error("setting {name} was not taken")]
    SettingRefused {
        /// The setting's name.
        name: &'static str,
    },
    /// A step of bringing the file up to date failed; the file stays as it was.
    #[error("migration {version} failed")]
    Migration {
        /// The step that failed.
        version: u32,
    },
    /// A rule of the tables refused the write.
    #[error("constraint {name} ({code})")]
    Constraint {
        /// Extended result code of SQLite (2067 for UNIQUE).
        code: i32,
        /// The rule's name or its columns, never a value.
        name: String,
    },
    /// The record is not there.
    #[error("no such record")]
    NoRow,
    /// The system gave no random bytes: no key can be made.
    #[error("no random bytes")]
    NoRandomness,
    /// A file could not be read or written.
    #[error("input or output: {kind}")]
    Io {
        /// What kind of failure it was.
        kind: io::ErrorKind,
    },
    /// Any other failure of the engine: a mistake of the program.
    #[error("engine: {code}")]
    Sql {
        /// Extended result code of SQLite, or 0 when the failure is on our side of it.
        code: i32,
    },
}

/// A value for a Fluent variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Detail {
    /// Words or a path.
    Text(String),
    /// A number that may need a plural form.
    Number(u32),
}

impl StoreError {
    /// The id of the Fluent message that says this to a person.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NoFile { .. } => "store-no-file",
            Self::Exists { .. } => "store-exists",
            Self::NotOurs { .. } => "store-not-ours",
            Self::NotEncrypted { .. } => "store-not-encrypted",
            Self::Newer { .. } => "store-newer",
            Self::NoSlots { .. } => "store-no-slots",
            Self::BrokenSlots { .. } => "store-broken-slots",
            Self::WeakSlot { .. } => "store-weak-slot",
            Self::SlotsChanged => "store-slots-changed",
            Self::ForeignKey => "store-foreign-key",
            Self::LoginTaken => "store-login-taken",
            Self::NoSlot => "store-no-slot",
            Self::LastPassword => "store-last-password",
            Self::WrongPassword => "store-wrong-password",
            Self::WrongRecoveryKey => "store-wrong-recovery-key",
            Self::MistypedRecoveryLine { .. } => "store-mistyped-recovery-line",
            Self::Wait { .. } => "store-wait",
            Self::NetworkFileSystem { .. } => "store-network-file-system",
            Self::ReadOnly { .. } => "store-read-only",
            Self::NoSpace => "store-no-space",
            Self::Busy => "store-busy",
            Self::Damaged => "store-damaged",
            Self::SettingRefused { .. } => "store-setting-refused",
            Self::Migration { .. } => "store-migration",
            Self::Constraint { .. } => "store-constraint",
            Self::NoRow => "store-no-row",
            Self::NoRandomness => "store-no-randomness",
            Self::Io { .. } => "store-io",
            Self::Sql { .. } => "store-sql",
        }
    }

    /// The values of the message's variables.
    pub fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            Self::NoFile { path }
            | Self::Exists { path }
            | Self::NotOurs { path }
            | Self::NotEncrypted { path }
            | Self::NoSlots { path }
            | Self::BrokenSlots { path }
            | Self::WeakSlot { path }
            | Self::ReadOnly { path } => vec![("path", Detail::Text(path.display().to_string()))],
            Self::Newer { found, supported } => {
                vec![("found", Detail::Number(*found)), ("supported", Detail::Number(*supported))]
            }
            Self::MistypedRecoveryLine { line } => vec![("line", Detail::Number(u32::from(*line)))],
            Self::Wait { seconds } => vec![("seconds", Detail::Number(*seconds))],
            Self::NetworkFileSystem { kind } => vec![("kind", Detail::Text((*kind).to_owned()))],
            Self::SettingRefused { name } => vec![("name", Detail::Text((*name).to_owned()))],
            Self::Migration { version } => vec![("version", Detail::Number(*version))],
            Self::Constraint { name, .. } => vec![("name", Detail::Text(name.clone()))],
            Self::Io { kind } => vec![("kind", Detail::Text(kind.to_string()))],
            Self::Sql { code } => vec![("code", Detail::Text(code.to_string()))],
            Self::SlotsChanged
            | Self::ForeignKey
            | Self::LoginTaken
            | Self::NoSlot
            | Self::LastPassword
            | Self::WrongPassword
            | Self::WrongRecoveryKey
            | Self::NoSpace
            | Self::Busy
            | Self::Damaged
            | Self::NoRow
            | Self::NoRandomness => Vec::new(),
        }
    }

    /// The same fault seen while working with the file at `path`, so that the sentence can name it.
    pub(in crate::store) fn io(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NoFile { path: path.to_owned() },
            io::ErrorKind::AlreadyExists => Self::Exists { path: path.to_owned() },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path: path.to_owned() }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::NoSpace,
            kind => Self::Io { kind },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, message) => engine(failure, message.as_deref()),
            rusqlite::Error::SqlInputError { error, .. } => engine(error, None),
            rusqlite::Error::QueryReturnedNoRows => Self::NoRow,
            _ => Self::Sql { code: 0 },
        }
    }
}

fn engine(failure: ffi::Error, message: Option<&str>) -> StoreError {
    use rusqlite::ErrorCode;
    let code = failure.extended_code;
    match failure.code {
        ErrorCode::DiskFull => StoreError::NoSpace,
        ErrorCode::ReadOnly => StoreError::ReadOnly { path: PathBuf::new() },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged,
        ErrorCode::ConstraintViolation => StoreError::Constraint { code, name: constraint_name(code, message) },
        ErrorCode::SystemIoFailure => StoreError::Io { kind: io::ErrorKind::Other },
        ErrorCode::PermissionDenied | ErrorCode::CannotOpen => StoreError::Io { kind: io::ErrorKind::PermissionDenied },
        ErrorCode::OutOfMemory => StoreError::Io { kind: io::ErrorKind::OutOfMemory },
        _ => StoreError::Sql { code },
    }
}

/// The rule's name out of the engine's message. Only what the schema itself says may pass: a trigger's text is kept when it is
/// a plain name such as `journal_is_append_only`, since a trigger could have woven values into anything longer.
fn constraint_name(code: i32, message: Option<&str>) -> String {
    let message = message.unwrap_or_default();
    let name = match code {
        ffi::SQLITE_CONSTRAINT_TRIGGER => message,
        ffi::SQLITE_CONSTRAINT_DATATYPE => message.rsplit(' ').next().unwrap_or_default(),
        _ => message.split_once("constraint failed: ").map_or("", |(_, name)| name),
    };
    let plain = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let schema = |letter: char| letter.is_ascii_alphanumeric() || "_., '()<>=!+-*".contains(letter);
    let kept = if code == ffi::SQLITE_CONSTRAINT_TRIGGER { name.chars().all(plain) } else { name.chars().all(schema) };
    if kept { name.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

    const TEXTS: [(&str, &str); 2] = [
        ("uk", include_str!("../../assets/locales/uk/store.ftl")),
        ("en", include_str!("../../assets/locales/en/store.ftl")),
    ];

    fn every_fault() -> Vec<StoreError> {
        let path = PathBuf::from("/srv/office.db");
        vec![
            StoreError::NoFile { path: path.clone() },
            StoreError::Exists { path: path.clone() },
            StoreError::NotOurs { path: path.clone() },
            StoreError::NotEncrypted { path: path.clone() },
            StoreError::Newer { found: 9, supported: 3 },
            StoreError::NoSlots { path: path.clone() },
            StoreError::BrokenSlots { path: path.clone() },
            StoreError::WeakSlot { path: path.clone() },
            StoreError::SlotsChanged,
            StoreError::ForeignKey,
            StoreError::LoginTaken,
            StoreError::NoSlot,
            StoreError::LastPassword,
            StoreError::WrongPassword,
            StoreError::WrongRecoveryKey,
            StoreError::MistypedRecoveryLine { line: 4 },
            StoreError::Wait { seconds: 32 },
            StoreError::NetworkFileSystem { kind: "NFS" },
            StoreError::ReadOnly { path },
            StoreError::NoSpace,
            StoreError::Busy,
            StoreError::Damaged,
            StoreError::SettingRefused { name: "key" },
            StoreError::Migration { version: 2 },
            StoreError::Constraint { code: 2067, name: "family.number".into() },
            StoreError::NoRow,
            StoreError::NoRandomness,
            StoreError::Io { kind: io::ErrorKind::Other },
            StoreError::Sql { code: 1 },
        ]
    }

    fn said(language: &str, text: &str, fault: &StoreError) -> String {
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        bundle.set_use_isolating(false);
        let mut details = FluentArgs::new();
        for (name, detail) in fault.details() {
            match detail {
                Detail::Text(text) => details.set(name, text),
                Detail::Number(number) => details.set(name, number),
            }
        }
        let pattern = bundle.get_message(fault.message_id()).and_then(|message| message.value());
        let mut mistakes = Vec::new();
        let said = bundle
            .format_pattern(pattern.unwrap_or_else(|| panic!("{}", fault.message_id())), Some(&details), &mut mistakes)
            .into_owned();
        assert!(mistakes.is_empty(), "{} {mistakes:?}", fault.message_id());
        said
    }

    #[test]
    fn every_fault_is_said_in_both_languages_with_all_it_carries() {
        for (language, text) in TEXTS {
            for fault in every_fault() {
                let said = said(language, text, &fault);
                for (_, detail) in fault.details() {
                    let shown = match detail {
                        Detail::Text(text) => text,
                        Detail::Number(number) => number.to_string(),
                    };
                    assert!(said.contains(&shown), "{language} {}: {said}", fault.message_id());
                }
            }
            let ids = text.lines().filter(|line| line.starts_with("store-")).count();
            assert_eq!(ids, every_fault().len(), "{language} has a text that no fault uses");
        }
    }

    #[test]
    fn seconds_are_counted_in_ukrainian() {
        let wait = |seconds| said("uk", TEXTS[0].1, &StoreError::Wait { seconds });
        assert!(
            wait(1).contains("1 секунду ") && wait(2).contains("2 секунди ") && wait(1800).contains("1800 секунд ")
        );
    }

    #[test]
    fn the_disks_own_answers_become_sentences() {
        let path = Path::new("/srv/office.db");
        let said = |kind| StoreError::io(&io::Error::from(kind), path);
        assert_eq!(said(io::ErrorKind::StorageFull), StoreError::NoSpace);
        assert_eq!(said(io::ErrorKind::PermissionDenied), StoreError::ReadOnly { path: path.to_owned() });
        assert_eq!(said(io::ErrorKind::NotFound), StoreError::NoFile { path: path.to_owned() });
        let engine =
            |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("Шевченко".into())));
        assert_eq!(engine(ffi::SQLITE_FULL), StoreError::NoSpace);
        assert_eq!(engine(ffi::SQLITE_BUSY_SNAPSHOT), StoreError::Busy);
        assert_eq!(engine(ffi::SQLITE_CORRUPT), StoreError::Damaged);
        assert_eq!(engine(ffi::SQLITE_NOTADB), StoreError::Damaged);
        assert_eq!(engine(ffi::SQLITE_CONSTRAINT_UNIQUE), StoreError::Constraint { code: 2067, name: String::new() });
        assert_eq!(engine(ffi::SQLITE_ERROR), StoreError::Sql { code: 1 });
    }
}

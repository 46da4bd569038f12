//! Which engine is inside: what the doctor shows and checks.

use std::sync::Once;

use super::open::OLDEST_ENGINE;

/// The versions of the engine that this program carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Engine {
    /// SQLite, such as `3.53.4`.
    pub sqlite: String,
    /// SQLCipher, such as `4.19.0 community`; none where the build has no encryption, which must never be.
    pub cipher: Option<String>,
    /// Whether SQLite is at least the oldest one allowed.
    pub is_new_enough: bool,
}

/// Makes the engine ready, once a process, before anything is opened with it.
///
/// It does so by itself inside the first open, but calls itself ready a moment before its cipher is: a second thread that opens in that
/// moment finds an engine that refuses every key. Who comes second waits here instead.
pub(super) fn wake() {
    static AWAKE: Once = Once::new();
    // An engine that cannot be made ready says so to whoever opens a file next.
    AWAKE.call_once(|| drop(rusqlite::Connection::open_in_memory()));
}

/// Asks the engine who it is. Opens no file.
pub fn engine() -> Engine {
    wake();
    let cipher = rusqlite::Connection::open_in_memory()
        .and_then(|connection| connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)))
        .ok();
    Engine {
        sqlite: rusqlite::version().to_owned(),
        cipher,
        is_new_enough: rusqlite::version_number() >= OLDEST_ENGINE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engine_inside_encrypts_and_is_new_enough() {
        let engine = engine();
        assert!(engine.is_new_enough, "{engine:?}");
        assert!(engine.cipher.is_some_and(|version| version.starts_with('4')));
    }
}

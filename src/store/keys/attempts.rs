//! The growing wait after wrong passwords, kept in `<db>.attempts`.
//!
//! A courtesy against a curious colleague at the desk: the file lies in the open, whoever can delete it forgets the waits. What protects
//! the key is the cost of deriving it. Therefore nothing here ever stops a person from signing in for good: an unwritable or
//! broken file means no wait, and a clock that was set back costs one wait at most.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::clock::Moment;
use crate::store::{StoreError, beside, filesystem};

/// Ending of the file's name.
pub const ATTEMPTS_ENDING: &str = ".attempts";
/// Wrong tries in a row that cost nothing: people mistype, and forget which layout is on.
pub const FREE_TRIES: u32 = 3;
/// The longest wait, seconds.
pub const LONGEST_WAIT_SECONDS: u32 = 1800;
/// Logins remembered; the longest untouched are forgotten first, so that guessing logins does not fill the disk.
const REMEMBERED: usize = 500;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Wrong {
    in_a_row: u32,
    last: Moment,
}

/// Wrong tries in a row by login tag (see [`super::SlotsFile::login_tag`]), for logins that exist and that do not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempts {
    path: PathBuf,
    wrong: BTreeMap<String, Wrong>,
}

impl Attempts {
    /// Reads the tries beside a database; a missing or broken file is an empty one.
    pub fn load(database: &Path) -> Self {
        let path = beside(database, ATTEMPTS_ENDING);
        let wrong = std::fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        Self { path, wrong }
    }

    /// Whether this login may be tried now. Errors: `Wait` with the seconds left.
    pub fn check(&mut self, tag: &str, now: Moment) -> Result<(), StoreError> {
        let Some(wrong) = self.wrong.get_mut(tag) else { return Ok(()) };
        let wait = wait_after(wrong.in_a_row);
        if wrong.last > now {
            // The clock was set back. The wait starts again from the new time; if even that cannot be remembered, there is none.
            wrong.last = now;
            if !self.save() {
                return Ok(());
            }
            return if wait == 0 { Ok(()) } else { Err(StoreError::Wait { seconds: wait }) };
        }
        let passed = u32::try_from((now - wrong.last).num_seconds()).unwrap_or(u32::MAX);
        match wait.saturating_sub(passed) {
            0 => Ok(()),
            seconds => Err(StoreError::Wait { seconds }),
        }
    }

    /// Remembers a wrong try.
    pub fn failed(&mut self, tag: &str, now: Moment) {
        let wrong = self.wrong.entry(tag.to_owned()).or_insert(Wrong { in_a_row: 0, last: now });
        wrong.in_a_row = wrong.in_a_row.saturating_add(1);
        wrong.last = now;
        while self.wrong.len() > REMEMBERED {
            let oldest = self.wrong.iter().min_by_key(|(_, wrong)| wrong.last).map(|(tag, _)| tag.clone());
            oldest.map(|tag| self.wrong.remove(&tag));
        }
        self.save();
    }

    /// Forgets the wrong tries of a login that signed in.
    pub fn succeeded(&mut self, tag: &str) {
        if self.wrong.remove(tag).is_some() {
            self.save();
        }
    }

    /// Writes the tries; `false` when that was not possible, which is not a fault.
    fn save(&self) -> bool {
        let Ok(content) = serde_json::to_vec(&self.wrong) else { return false };
        let part = format!(".{}.part", std::process::id());
        filesystem::replace(&self.path, &part, &content).is_ok()
    }
}

/// Seconds to wait after so many wrong tries in a row: none after three, then 1, 2, 4 … up to half an hour.
fn wait_after(in_a_row: u32) -> u32 {
    match in_a_row.checked_sub(FREE_TRIES) {
        None => 0,
        Some(over) => 1u32.checked_shl(over).unwrap_or(LONGEST_WAIT_SECONDS).min(LONGEST_WAIT_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};
    use tempfile::TempDir;

    fn noon() -> Moment {
        DateTime::parse_from_rfc3339("2026-11-21T12:00:00+02:00").unwrap()
    }

    fn after(seconds: i64) -> Moment {
        noon() + TimeDelta::seconds(seconds)
    }

    fn office() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("office.db");
        (folder, database)
    }

    fn failed(database: &Path, times: u32) -> Attempts {
        for _ in 0..times {
            Attempts::load(database).failed("her", noon());
        }
        Attempts::load(database)
    }

    #[test]
    fn two_slips_cost_nothing_then_the_wait_doubles_up_to_half_an_hour() {
        let waits: Vec<u32> = (0..16).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT_SECONDS);
    }

    #[test]
    fn the_wait_runs_down_and_ends() {
        let (_folder, database) = office();
        let mut attempts = failed(&database, 6);
        assert_eq!(attempts.check("her", after(0)), Err(StoreError::Wait { seconds: 8 }));
        assert_eq!(attempts.check("her", after(5)), Err(StoreError::Wait { seconds: 3 }));
        assert_eq!(attempts.check("her", after(8)), Ok(()));
        assert_eq!(attempts.check("him", after(0)), Ok(()), "a colleague is not made to wait");
    }

    #[test]
    fn success_forgets_the_wrong_tries() {
        let (_folder, database) = office();
        failed(&database, 9).succeeded("her");
        assert_eq!(Attempts::load(&database).check("her", noon()), Ok(()));
    }

    #[test]
    fn a_clock_set_back_by_a_year_costs_one_wait() {
        let (_folder, database) = office();
        failed(&database, 6);
        let year_ago = noon() - TimeDelta::days(365);
        assert_eq!(Attempts::load(&database).check("her", year_ago), Err(StoreError::Wait { seconds: 8 }));
        let nine_later = year_ago + TimeDelta::seconds(9);
        assert_eq!(Attempts::load(&database).check("her", nine_later), Ok(()));
    }

    #[test]
    fn a_file_that_cannot_be_kept_or_read_stops_nobody() {
        let (folder, database) = office();
        std::fs::write(beside(&database, ATTEMPTS_ENDING), "{broken").unwrap();
        assert_eq!(Attempts::load(&database).check("her", noon()), Ok(()));
        let mut nowhere = Attempts::load(&folder.path().join("no such folder/office.db"));
        for _ in 0..9 {
            nowhere.failed("her", after(1000));
        }
        assert_eq!(nowhere.check("her", noon()), Ok(()));
    }

    #[test]
    fn guessing_logins_does_not_fill_the_disk() {
        let (_folder, database) = office();
        let mut attempts = Attempts::load(&database);
        let wrong = |place: i64| Wrong { in_a_row: 1, last: after(place) };
        attempts.wrong = (0..600).map(|place| (place.to_string(), wrong(place))).collect();
        attempts.failed("her", after(1000));
        assert_eq!(attempts.wrong.len(), REMEMBERED);
        assert!(attempts.wrong.contains_key("her") && !attempts.wrong.contains_key("0"));
    }
}

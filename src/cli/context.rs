//! What every command has in hand: the language, where the office file lies, how to sign in.

use super::failure::Failure;
use super::secret::{PASSWORD, Terminal};
use crate::office::{Entropy, Office, Surroundings, SystemClock};
use crate::store::StoreError;
use crate::text::{Lang, Texts, Value};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The variable that names the office file where `--db` does not.
pub(super) const DATABASE_VARIABLE: &str = "STIIKA_DB";

/// Name of the office file in the data folder.
const FILE_NAME: &str = "office.stiika";

/// What a command has in hand.
pub(super) struct Context {
    /// The language.
    pub(super) texts: Texts,
    /// The language that `--lang` asked for: it goes before the one the desk remembers.
    pub(super) asked_lang: Option<Lang>,
    /// The file that `--db` named.
    pub(super) named: Option<PathBuf>,
}

impl Context {
    /// Where the office file lies: `--db`, else `STIIKA_DB`, else the data folder of this user (`~/.local/share/stiika/office.stiika`).
    pub(super) fn database(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.named {
            return Ok(path.clone());
        }
        if let Some(path) = env::var_os(DATABASE_VARIABLE).filter(|path| !path.is_empty()) {
            return Ok(PathBuf::from(path));
        }
        let folders = directories::ProjectDirs::from("", "", "stiika").ok_or(Failure::NoHome)?;
        Ok(folders.data_dir().join(FILE_NAME))
    }

    /// The office file, which must be there: asking for a password first would be rude.
    pub(super) fn existing_database(&self) -> Result<PathBuf, Failure> {
        let path = self.database()?;
        if path.exists() { Ok(path) } else { Err(StoreError::NoFile { path }.into()) }
    }

    /// The place for a new office file: nothing is there, and its folder is.
    pub(super) fn new_database(&self) -> Result<PathBuf, Failure> {
        let path = self.database()?;
        refuse_existing(&path)?;
        let folder = crate::store::filesystem::folder_of(&path);
        // Only the program's own folder is made; a mistyped `--db` is answered by the store instead.
        if self.named.is_none() && !folder.exists() {
            std::fs::create_dir_all(&folder).map_err(|_| Failure::Folder { path: folder })?;
        }
        Ok(path)
    }

    /// Opens the office as this member of staff; who and the password are asked where they are not given.
    pub(super) fn sign_in(&self, staff: Option<&str>) -> Result<Office, Failure> {
        let path = self.existing_database()?;
        let login = self.login(staff)?;
        let password = PASSWORD.get(&self.say("cli-ask-password", &[("login", login.as_str().into())]))?;
        Ok(Office::sign_in(&path, &login, &password, surroundings(Entropy::System))?)
    }

    /// The same in the words of an office: its own names of categories.
    pub(super) fn of_office(&self, office: &Office) -> Self {
        let catalogue = office.catalogue();
        let named = catalogue.category_names(self.texts.lang() == Lang::En);
        let texts =
            self.texts.with_names(named.flat_map(|(code, own)| [("category", code, own), ("short", code, own)]));
        Self { texts, asked_lang: self.asked_lang, named: self.named.clone() }
    }

    /// The login of `--staff`, else asked.
    pub(super) fn login(&self, staff: Option<&str>) -> Result<String, Failure> {
        match staff {
            Some(login) => Ok(login.to_owned()),
            None => Terminal::open().ok_or(Failure::NoLogin)?.ask(&self.texts.get("cli-ask-login")),
        }
    }

    /// A text with values.
    pub(super) fn say(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        self.texts.format(id, values)
    }
}

/// Refuses a path where something already is.
pub(super) fn refuse_existing(path: &Path) -> Result<(), Failure> {
    if path.exists() { Err(StoreError::Exists { path: path.to_owned() }.into()) } else { Ok(()) }
}

/// The real clock, and this randomness.
pub(super) fn surroundings(entropy: Entropy) -> Surroundings {
    Surroundings { clock: Arc::new(SystemClock), entropy }
}

//! What this user of the machine chose: language and colours. A small file beside other programs' settings, nothing of the office.
//!
//! It is never worth a fault: an unreadable file is as good as none, and a disk that cannot be written only forgets.

use crate::text::Lang;
use crate::tui::theme::ThemeName;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Name of the file in the folder of settings.
const FILE_NAME: &str = "desk.toml";

/// What was chosen.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Preferences {
    /// Language.
    pub(super) lang: Option<Lang>,
    /// Colours.
    pub(super) theme: Option<ThemeName>,
}

/// Where it lies; none for a user without a home folder.
pub(super) fn file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "stiika").map(|folders| folders.config_dir().join(FILE_NAME))
}

impl Preferences {
    /// Reads the file; what cannot be understood was not chosen.
    pub(super) fn read(file: &Path) -> Self {
        std::fs::read_to_string(file).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    /// Writes the file whole or not at all.
    pub(super) fn write(self, file: &Path) {
        let _ = self.try_write(file);
    }

    fn try_write(self, file: &Path) -> io::Result<()> {
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        let text = toml::to_string(&self).map_err(io::Error::other)?;
        std::fs::create_dir_all(folder)?;
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        draft.write_all(text.as_bytes())?;
        draft.persist(file)?;
        Ok(())
    }
}

/// The colours where none were asked for: none at all under `NO_COLOR`, else the remembered, else what the terminal can show.
pub(super) fn theme(remembered: Option<ThemeName>, variable: &dyn Fn(&str) -> Option<String>) -> ThemeName {
    let value = |name: &str| variable(name).unwrap_or_default();
    if !value("NO_COLOR").is_empty() {
        return ThemeName::Plain;
    }
    if let Some(theme) = remembered {
        return theme;
    }
    let terminal = value("TERM");
    match terminal.as_str() {
        "dumb" => ThemeName::Plain,
        // The Linux console has sixteen, whatever the session's variables say.
        "linux" => ThemeName::Sixteen,
        _ if !value("COLORTERM").is_empty() || terminal.contains("256color") => ThemeName::Dark,
        // Windows consoles set neither and show 256.
        "" if cfg!(windows) => ThemeName::Dark,
        _ if KNOWN_256.iter().any(|name| terminal.starts_with(name)) => ThemeName::Dark,
        _ => ThemeName::Sixteen,
    }
}

/// Terminals with 256 colours whose name does not say so.
const KNOWN_256: [&str; 6] = ["xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "konsole"];

#[cfg(test)]
mod tests {
    use super::*;

    fn theme_with(variables: &[(&str, &str)], remembered: Option<ThemeName>) -> ThemeName {
        theme(remembered, &|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn no_color_goes_before_what_was_chosen_and_that_before_the_terminal() {
        assert_eq!(theme_with(&[("NO_COLOR", "1")], Some(ThemeName::Light)), ThemeName::Plain);
        assert_eq!(theme_with(&[("NO_COLOR", ""), ("TERM", "linux")], Some(ThemeName::Light)), ThemeName::Light);
    }

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        for (variables, expected) in [
            (&[("TERM", "linux"), ("COLORTERM", "truecolor")][..], ThemeName::Sixteen),
            (&[("TERM", "xterm-256color")], ThemeName::Dark),
            (&[("TERM", "xterm"), ("COLORTERM", "truecolor")], ThemeName::Dark),
            (&[("TERM", "xterm-kitty")], ThemeName::Dark),
            (&[("TERM", "xterm")], ThemeName::Sixteen),
            (&[("TERM", "vt220")], ThemeName::Sixteen),
            (&[("TERM", "dumb")], ThemeName::Plain),
        ] {
            assert_eq!(theme_with(variables, None), expected, "{variables:?}");
        }
    }

    #[test]
    fn what_was_chosen_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("stiika").join("desk.toml");
        assert_eq!(Preferences::read(&file), Preferences::default());
        let chosen = Preferences { lang: Some(Lang::En), theme: Some(ThemeName::Sixteen) };
        chosen.write(&file);
        assert_eq!(Preferences::read(&file), chosen);
        assert_eq!(std::fs::read_dir(file.parent().expect("a folder")).expect("readable").count(), 1);
    }

    #[test]
    fn a_spoilt_file_only_forgets() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("desk.toml");
        std::fs::write(&file, b"lang = \"klingon\"\xff").expect("written");
        assert_eq!(Preferences::read(&file), Preferences::default());
        Preferences { lang: Some(Lang::Uk), theme: None }.write(&file);
        assert_eq!(Preferences::read(&file).lang, Some(Lang::Uk));
        // A place that cannot be written is no fault either.
        Preferences::default().write(&file.join("beneath a file"));
    }
}

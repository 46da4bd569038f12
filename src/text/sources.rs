//! The list of text files, one a room of the program, in each language.

use super::Lang;

macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        const UK: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../assets/locales/uk/", $name, ".ftl")))),*];
        const EN: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../assets/locales/en/", $name, ".ftl")))),*];
    };
}

sources![
    "acts",
    "aid-catalogue",
    "box",
    "calendar",
    "campaign",
    "catalogue",
    "cli",
    "desk",
    "doors",
    "drafts",
    "duplicates",
    "enrol",
    "event-files",
    "events",
    "exchange",
    "import-desk",
    "indexing",
    "issue",
    "life-desk",
    "lists",
    "lives",
    "numbers",
    "office",
    "papers",
    "register",
    "search",
    "settings",
    "shell",
    "store",
    "storeroom",
    "terminal",
    "words"
];

/// The text files of a language: name and content.
pub(super) fn of(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Uk => UK,
        Lang::En => EN,
    }
}

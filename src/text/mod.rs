//! Every sentence a person reads: Fluent texts in Ukrainian and English, plural forms, numbers.
//!
//! The texts lie in `assets/locales/{uk,en}`, one file a room of the program, and are part of the binary. Knows nothing of the
//! rest of the program: an error becomes a sentence through [`Sentence`], which each layer implements for its own errors.

mod sources;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// Languages of the desk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Українська, the default.
    #[default]
    Uk,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Uk, Self::En];

    /// `uk` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::En => "en",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

/// A value put into a sentence.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Text as it is.
    Text(String),
    /// A count: shown with the language's grouping, chooses the plural form.
    Count(i64),
    /// A code of a catalogue (its prefix, the code): shown by its name, as [`Texts::code`] says it.
    Code(&'static str, String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// What can be said to a person: a message id and its values.
pub trait Sentence {
    /// The id of the message and its variables.
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>);
}

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
    /// What an office calls its own codes: `PREFIX-CODE` → its name.
    names: HashMap<String, String>,
}

impl Texts {
    /// Loads the texts of a language. They are part of the binary, so a broken file is a broken build (held by a test).
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(show_number));
        for (_, source) in sources::of(lang) {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle: Arc::new(bundle), names: HashMap::new() }
    }

    /// The same texts with an office's own names of codes: prefix, code, name. They go before the program's.
    pub fn with_names<'n>(&self, names: impl IntoIterator<Item = (&'n str, &'n str, &'n str)>) -> Self {
        let names = names.into_iter().map(|(prefix, code, name)| (code_id(prefix, code), name.to_owned())).collect();
        Self { lang: self.lang, bundle: Arc::clone(&self.bundle), names }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message with this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The text of a message without variables; the id itself where there is none, so that a gap is seen and nothing falls.
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text of a message with its variables.
    pub fn format(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, text.clone()),
                Value::Count(count) => arguments.set(*name, *count),
                Value::Code(prefix, code) => arguments.set(*name, self.code(prefix, code)),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }

    /// What an error or a result says in this language.
    pub fn say(&self, what: &dyn Sentence) -> String {
        let (id, values) = what.sentence();
        self.format(&id, &values)
    }

    /// The text of a code that an office may have added itself: its own name, else the message `PREFIX-CODE`, else the code.
    pub fn code(&self, prefix: &str, code: &str) -> String {
        let id = code_id(prefix, code);
        if let Some(name) = self.names.get(&id) {
            return name.clone();
        }
        if self.has(&id) { self.get(&id) } else { code.to_owned() }
    }
}

/// The message of a code.
fn code_id(prefix: &str, code: &str) -> String {
    format!("{prefix}-{code}").replace('_', "-")
}

/// `1 025` with a no-break space, as both languages of the desk write counts.
pub fn count(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        // Four digits stay together: it is also how years and short sums are read.
        if place > 0 && digits.len() > 4 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

fn show_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "counts come in as whole numbers and are far below 2^53")]
        FluentValue::Number(number) => Some(count(number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Messages of a source: id → the variables in it.
    fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = None;
        for line in source.lines() {
            if line.starts_with('#') {
                continue;
            }
            if let Some((id, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                current = Some(id.trim().to_owned());
                found.entry(id.trim().to_owned()).or_default();
            }
            if let Some(id) = &current {
                for piece in line.split("{ $").chain(line.split("{$")).skip(1) {
                    let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    if line.contains(&format!("${name}")) && !name.is_empty() {
                        found.entry(id.clone()).or_default().insert(name);
                    }
                }
            }
        }
        found
    }

    #[test]
    fn every_source_is_well_formed() {
        for lang in Lang::ALL {
            for (name, source) in sources::of(lang) {
                let parsed = FluentResource::try_new((*source).to_owned());
                assert!(parsed.is_ok(), "{lang:?}/{name}: {:?}", parsed.err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_variables() {
        let of = |lang| -> BTreeMap<String, BTreeSet<String>> {
            sources::of(lang).iter().flat_map(|(_, source)| messages(source)).collect()
        };
        let (uk, en) = (of(Lang::Uk), of(Lang::En));
        let missing: Vec<_> =
            uk.keys().filter(|id| !en.contains_key(*id)).chain(en.keys().filter(|id| !uk.contains_key(*id))).collect();
        assert!(missing.is_empty(), "in one language only: {missing:?}");
        for (id, variables) in &uk {
            assert_eq!(Some(variables), en.get(id), "variables of {id}");
        }
    }

    #[test]
    fn no_message_is_defined_twice() {
        for lang in Lang::ALL {
            let mut seen = BTreeSet::new();
            for (name, source) in sources::of(lang) {
                for id in messages(source).into_keys() {
                    assert!(seen.insert(id.clone()), "{lang:?}: {id} again in {name}");
                }
            }
        }
    }

    #[test]
    fn counts_are_grouped_by_thousands() {
        assert_eq!(count(1025), "1025");
        assert_eq!(count(27_000), "27\u{a0}000");
        assert_eq!(count(1_000_000), "1\u{a0}000\u{a0}000");
        assert_eq!(count(-3), "−3");
    }

    #[test]
    fn ukrainian_plurals_follow_the_number() {
        let texts = Texts::new(Lang::Uk);
        let say = |n: usize| texts.format("count-members", &[("count", n.into())]);
        assert_eq!(
            [say(1), say(2), say(5), say(11), say(21), say(22)].join(", "),
            "1 особа, 2 особи, 5 осіб, 11 осіб, 21 особа, 22 особи"
        );
    }
}

//! Commands by what somebody types: their words in both languages, and the sentences that say what they do.

use super::{Command, CommandId, TABLE};
use crate::search::small::{Fit, Folded, Grade, Needle};
use crate::text::{Lang, Texts};
use std::sync::LazyLock;

/// A shorter text agrees with some word of every other sentence.
const SHORTEST_IN_SENTENCE: usize = 4;

/// What a command is found by.
struct Words {
    id: CommandId,
    titles: [Folded; 2],
    sentences: [Folded; 2],
}

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let languages = Lang::ALL.map(Texts::new);
    let folded = |id: &str| [0, 1].map(|place: usize| Folded::of(&languages[place].get(id)));
    TABLE
        .iter()
        .map(|command| Words {
            id: command.id,
            titles: folded(command.title),
            sentences: folded(&format!("{}-help", command.title)),
        })
        .collect()
});

/// The commands that a typed text may mean, the best first: by their titles, then by whole words of their sentences.
pub fn found(typed: &str, among: impl Fn(&Command) -> bool) -> Vec<(Fit, CommandId)> {
    let needle = Needle::of(typed);
    let among: Vec<&Words> =
        WORDS.iter().zip(TABLE).filter(|(_, command)| among(command)).map(|(words, _)| words).collect();
    let titled = needle.best(&among.iter().copied(), |words| words.titles.iter().collect());
    let mut found: Vec<(Fit, CommandId)> = titled.into_iter().map(|(fit, words)| (fit, words.id)).collect();
    if typed.trim().chars().count() >= SHORTEST_IN_SENTENCE {
        let said = needle.best(&among.iter().copied(), |words| words.sentences.iter().collect());
        let whole = said.into_iter().filter(|(fit, _)| fit.grade <= Grade::Words);
        let first = found.len();
        found.extend(whole.map(|(fit, words)| (fit, words.id)));
        // What begins with the typed text goes before sentences that have it, and these before titles that merely resemble it.
        found.sort_by_key(|(fit, _)| fit.grade > Grade::Holds);
        let mut seen = Vec::with_capacity(first);
        found.retain(|(_, id)| {
            !seen.contains(id) && {
                seen.push(*id);
                true
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::commands::Scope;
    use rstest::rstest;

    fn first(typed: &str) -> Option<CommandId> {
        found(typed, |command| command.scopes.contains(&Scope::Home)).first().map(|(_, id)| *id)
    }

    #[rstest]
    #[case::title("списки", CommandId::Lists)]
    #[case::begun("дубл", CommandId::Duplicates)]
    #[case::wrong_layout("cgbcrb", CommandId::Lists)]
    #[case::english("settings", CommandId::Settings)]
    #[case::english_in_the_other_layout("іуеештпі", CommandId::Settings)]
    #[case::swapped("дублкіати", CommandId::Duplicates)]
    #[case::substituted("імпурт", CommandId::Import)]
    fn a_command_is_found_by_what_is_typed(#[case] typed: &str, #[case] command: CommandId) {
        assert_eq!(first(typed), Some(command), "{typed}");
    }

    #[test]
    fn no_command_is_found_twice_and_none_for_nothing() {
        let of = |typed: &str| found(typed, |_| true);
        for typed in ["нова", "family", "сім"] {
            let mut ids: Vec<CommandId> = of(typed).into_iter().map(|(_, id)| id).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{typed}");
        }
        assert!(of("").is_empty() && of("😀").is_empty());
    }
}

//! The thread that owns the open office: does effects one after another and looks whether another desk changed anything.

use super::preferences::Preferences;
use crate::office::Preparing;
use crate::tui::app::message::lists::ListsAsk;
use crate::tui::app::message::lives::LivesAsk;
use crate::tui::app::message::register::RegisterAsk;
use crate::tui::app::{Effect, Reply};
use crate::tui::perform::{Desk, Waiting};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often the register is looked at for other desks' changes. Design: what another desk did appears within half a second.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// The pause after each slice of the look for duplicates, about as long as the slice: an old laptop with one core stays quick at the keys.
const BREATH: Duration = Duration::from_millis(2);

/// The pause before the next slice of the search index: somebody who presses a key is served between two of them.
const INDEX_BREATH: Duration = Duration::from_micros(200);

/// The pause while the index has to be waited for.
const INDEX_PAUSE: Duration = Duration::from_millis(5);

/// Nobody has asked for anything for so long: a quiet moment, in which the image of the index may be written.
const QUIET: Duration = Duration::from_secs(4);
/// How long a search may take before what agrees as typed is shown alone: a person does not feel it.
const AT_EASE: Duration = Duration::from_millis(12);

/// Starts the worker. It finishes what was asked of it and closes the office when nobody can ask any more.
///
/// Errors: no thread could be started.
pub(super) fn start(
    desk: Desk,
    effects: Receiver<Effect>,
    replies: Sender<Reply>,
    preferences: Option<PathBuf>,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new()
        .name("office".to_owned())
        .spawn(move || work(desk.telling(replies.clone()).in_background(), &effects, &replies, preferences.as_deref()))
}

fn work(mut desk: Desk, effects: &Receiver<Effect>, replies: &Sender<Reply>, preferences: Option<&Path>) {
    let mut queue = VecDeque::new();
    let mut looked = Instant::now();
    // Whether the register may have people on it twice whom nobody has looked for yet.
    let mut unswept = true;
    let mut asked = Instant::now();
    let mut preparing = Preparing::More;
    loop {
        if queue.is_empty() {
            let until_look = LOOK_EVERY.saturating_sub(looked.elapsed());
            let is_keeping = asked.elapsed() >= QUIET && desk.owes_image();
            let pause = match preparing {
                Preparing::More => INDEX_BREATH,
                Preparing::Waiting => INDEX_PAUSE,
                Preparing::Done if unswept || is_keeping => BREATH,
                Preparing::Done => until_look,
            };
            match effects.recv_timeout(pause.min(until_look)) {
                Ok(effect) => queue.push_back(effect),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return desk.leave(),
            }
        }
        queue.extend(effects.try_iter());
        drop_outdated(&mut queue);
        // An answer that nobody waits for any more is no reason to leave the next deed undone.
        match queue.pop_front() {
            Some(Effect::Remember { lang, theme }) => {
                if let Some(file) = preferences {
                    Preferences { lang: Some(lang), theme: Some(theme) }.write(file);
                }
            }
            Some(Effect::Search { generation, text, only }) => {
                asked = Instant::now();
                preparing = Preparing::More;
                let (started, queue) = (Instant::now(), RefCell::new(&mut queue));
                let waiting = Waiting {
                    still: &|| {
                        let mut queue = queue.borrow_mut();
                        queue.extend(effects.try_iter());
                        !queue.iter().any(|effect| matches!(effect, Effect::Search { .. }))
                    },
                    at_ease: &|| started.elapsed() < AT_EASE,
                };
                if let Some(reply) = desk.search(generation, (&text, only), &waiting) {
                    let _ = replies.send(reply);
                }
            }
            Some(effect) => {
                asked = Instant::now();
                // Of the index something may be to do again: after a sign-in, after other names of streets.
                preparing = Preparing::More;
                if let Some(reply) = desk.perform(effect) {
                    let _ = replies.send(reply);
                }
            }
            None if preparing != Preparing::Done => {
                let (how, told) = desk.prepare();
                preparing = how;
                if let Some(reply) = told {
                    let _ = replies.send(reply);
                }
            }
            None if asked.elapsed() >= QUIET && desk.owes_image() => {
                desk.keep_image();
                // It may have to be made first.
                preparing = Preparing::More;
            }
            None if unswept => unswept = desk.look_for_duplicates(),
            None => {}
        }
        if looked.elapsed() >= LOOK_EVERY {
            if let Some(reply) = desk.look() {
                let _ = replies.send(reply);
            }
            if let Some(reply) = desk.tell_duplicates() {
                let _ = replies.send(reply);
            }
            unswept = true;
            preparing = Preparing::More;
            looked = Instant::now();
        }
    }
}

/// Leaves only the newest search, likeness, glance and page of a list: the answers to older ones would be thrown away unseen.
fn drop_outdated(queue: &mut VecDeque<Effect>) {
    let mut newer: Vec<(Discriminant<Effect>, u8)> = Vec::new();
    let keep: Vec<bool> = queue.iter().rev().map(|effect| !is_outdated(effect, &mut newer)).collect();
    let mut keep = keep.into_iter().rev();
    queue.retain(|_| keep.next().unwrap_or(true));
}

fn is_outdated(effect: &Effect, newer: &mut Vec<(Discriminant<Effect>, u8)>) -> bool {
    // Of one screen's asks several may be told apart.
    let which = match effect {
        Effect::Attendance(RegisterAsk::Family(_)) => 1,
        Effect::Attendance(RegisterAsk::Likely { .. }) => 2,
        _ => 0,
    };
    if !matches!(
        effect,
        Effect::Search { .. }
            | Effect::Likely { .. }
            | Effect::Glance(_)
            | Effect::Lists(ListsAsk::Page { .. })
            | Effect::Lives(LivesAsk::Search { .. })
            | Effect::Attendance(RegisterAsk::Family(_) | RegisterAsk::Search { .. } | RegisterAsk::Likely { .. })
    ) {
        return false;
    }
    let kind = (discriminant(effect), which);
    if newer.contains(&kind) {
        return true;
    }
    newer.push(kind);
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::FamilyId;
    use crate::office::Only;
    use uuid::Uuid;

    fn search(generation: u64) -> Effect {
        Effect::Search { generation, text: String::new(), only: Only::All }
    }

    fn glance(family: u128) -> Effect {
        Effect::Glance(FamilyId(Uuid::from_u128(family)))
    }

    fn shown(queue: &VecDeque<Effect>) -> Vec<String> {
        queue
            .iter()
            .map(|effect| match effect {
                Effect::Search { generation, .. } => format!("search {generation}"),
                Effect::Glance(family) => format!("glance {}", family.0.as_u128()),
                Effect::Today => "today".to_owned(),
                Effect::StaffList => "staff".to_owned(),
                _ => "other".to_owned(),
            })
            .collect()
    }

    #[test]
    fn of_waiting_searches_and_glances_only_the_newest_is_done() {
        let mut queue =
            VecDeque::from([search(1), glance(1), Effect::Today, search(2), Effect::StaffList, glance(2), search(3)]);
        drop_outdated(&mut queue);
        assert_eq!(shown(&queue), ["today", "staff", "glance 2", "search 3"]);
    }

    #[test]
    fn deeds_are_never_dropped_and_keep_their_order() {
        let mut queue =
            VecDeque::from([Effect::Today, Effect::StaffList, Effect::Today, Effect::SignOut, Effect::Today]);
        drop_outdated(&mut queue);
        assert_eq!(shown(&queue), ["today", "staff", "today", "other", "today"]);
    }
}

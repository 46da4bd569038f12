//! Two halves of a list at once: the oldest laptop of an office has two cores, and a person waits for the file.

use std::panic::resume_unwind;
use std::thread;

/// Does both halves at the same time, the first on this thread.
pub(super) fn in_two<'i, T: Sync, R: Send>(
    items: &'i [T],
    first: impl FnOnce(&'i [T]) -> R,
    second: impl FnOnce(&'i [T]) -> R + Send,
) -> (R, R) {
    let (upper, lower) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        let lower = scope.spawn(|| second(lower));
        (first(upper), lower.join().unwrap_or_else(|mistake| resume_unwind(mistake)))
    })
}

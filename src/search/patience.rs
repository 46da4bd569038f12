//! Whether anybody still waits for a search: asked now and then, so that the answer to a text that is typed on already costs nobody time.

use std::cell::Cell;

/// Rows looked at between two questions: some tens of microseconds.
const ROWS_AT_A_TIME: usize = 8192;

/// How long a search goes on.
pub(super) struct Patience<'a> {
    is_wanted: &'a dyn Fn() -> bool,
    /// Rows until it is asked again.
    left: Cell<usize>,
    is_over: Cell<bool>,
}

impl<'a> Patience<'a> {
    /// For as long as somebody says so.
    pub(super) fn new(is_wanted: &'a dyn Fn() -> bool) -> Self {
        Self { is_wanted, left: Cell::new(ROWS_AT_A_TIME), is_over: Cell::new(false) }
    }

    /// Whether nobody waits any more.
    pub(super) fn is_over(&self) -> bool {
        self.is_over.get()
    }

    /// Asks at once whether nobody waits any more: before what may take long.
    pub(super) fn is_over_now(&self) -> bool {
        self.left.set(0);
        self.is_over_after(1)
    }

    /// Counts rows that are looked at; whether nobody waits any more.
    pub(super) fn is_over_after(&self, rows: usize) -> bool {
        match self.left.get().checked_sub(rows) {
            Some(left) => self.left.set(left),
            None if !self.is_over.get() => {
                self.left.set(ROWS_AT_A_TIME);
                self.is_over.set(!(self.is_wanted)());
            }
            None => {}
        }
        self.is_over.get()
    }
}

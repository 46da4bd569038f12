//! Стійка: the terminal desk of a Ukrainian social services office. The house on one page.
//!
//! One program over one encrypted file. Whoever stands at the counter types, finds a family or registers it, and writes down what
//! happens to it; what is saved is saved durably, under the name of who saved it, can be taken back, and is unreadable to a thief. Each room below knows only the rooms under it:
//!
//! ```text
//! main ─ cli ─┬──────────────┐
//!             tui            │        the desk: screens, keys, widgets          the only place with a terminal
//!             │              │
//!         exchange           │        files in and out
//!             │              │
//!             └─ office ─────┘        what staff can do: a deed = right + transaction + journal
//!                │      │
//!             search    store         the index in memory; the file             store: the only place with SQL
//!                └──┬───┘
//!                 domain              words and rules: no SQL, no screen, no clock, no files
//! ```
//!
//! - [`domain`]: what a family, a person, a paper, a category or a right *is*, and what makes it valid.
//! - [`text`]: every sentence a person reads, in Ukrainian and English; knows nothing of the rest, everybody may speak through it.
//! - [`search`]: finds people by whatever was typed, in honest tiers, and says why each was found; finds who is on the register twice.
//! - [`store`]: the encrypted file, its keys, its migrations, its journal, the log of rows that taking back reads; nothing outside
//!   touches it but `office`.
//! - [`office`]: the deeds: register, correct, find, the events of a family's life, take back, merge, lists, import, drafts, catalogues,
//!   staff. Each asks for a right and leaves an entry in the journal.
//! - [`exchange`]: tables that people keep in spreadsheets become families, headings of their own included, and the register becomes a
//!   table.
//! - [`tui`]: the desk itself: screens, keys, widgets, what is not saved yet, the lock, and the one loop that owns the terminal.
//! - [`cli`]: the command line, a file a command, and the demo office.
//!
//! Time and chance come in from outside (`office::Surroundings`), so that a test can stand on any day.

pub mod cli;
pub mod domain;
pub mod exchange;
pub mod office;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;

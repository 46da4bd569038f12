//! A deed's transaction with the deed's own faults, and what table functions read and write through.

use rusqlite::TransactionBehavior;

use super::{Store, StoreError, open};

/// What the table functions work through: a connection, which an open transaction is too.
pub type Tx = rusqlite::Connection;

/// Statements kept ready. A card reads with seven of them, a registration writes with twenty.
const STATEMENTS_KEPT: usize = 128;

impl Store {
    /// Keeps the statements of all deeds ready between them. Call once after opening.
    pub fn keep_statements(&self) {
        self.connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    }

    /// As [`Store::write`], for work with faults of its own: all of it, or nothing when it fails. The write lock is held from the
    /// first moment, so what the work reads stays true until it is done.
    pub fn transact<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&Tx) -> Result<T, E>) -> Result<T, E> {
        let path = self.path().to_owned();
        let fault = |error: rusqlite::Error| open::named(error.into(), &path);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        let answer = work(&transaction)?;
        transaction.commit().map_err(fault)?;
        Ok(answer)
    }
}

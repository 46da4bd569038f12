//! Building the index from the tables: rows are read here in slices, and a thread makes the index of them at the same time.

use super::Slice;
use crate::search::{Index, Record};
use crate::store::images::{self, Age};
use crate::store::records::Everybody;
use crate::store::{Store, StoreError, changes};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{Builder, JoinHandle};

/// Rows of a slice: some milliseconds.
const ROWS: usize = 2048;
/// Heaps of records that may wait for the thread.
const HEAPS_WAITING: usize = 8;
/// So few people are put in order faster than anybody presses a key.
const FEW_RECORDS: usize = 20_000;

/// What the thread is handed.
enum Heap {
    Records(Vec<Record>),
    /// These were all. Without it the desk has been left, and nobody wants the index.
    End,
}

/// An index on its way into memory.
pub(super) struct Building {
    everybody: Everybody,
    /// The last row of the log of changes before the first slice.
    position: i64,
    age: Age,
    records: usize,
    /// What the thread had no room for.
    in_hand: VecDeque<Heap>,
    sender: Option<SyncSender<Heap>>,
    builder: Option<JoinHandle<Option<Index>>>,
    is_settling: Arc<AtomicBool>,
}

impl Building {
    /// Begins.
    ///
    /// Errors: those of reading; no thread could be started.
    pub(super) fn begin(store: &Store) -> Result<Self, StoreError> {
        let (everybody, position, age) =
            store.read(|tx| Ok((Everybody::begin(tx)?, changes::head(tx)?, images::age(tx)?)))?;
        let (sender, heaps) = sync_channel(HEAPS_WAITING);
        let is_settling = Arc::new(AtomicBool::new(false));
        let tell = Arc::clone(&is_settling);
        let builder = Builder::new()
            .name("index".to_owned())
            .spawn(move || build(&heaps, &tell))
            .map_err(|error| StoreError::Io { kind: error.kind() })?;
        Ok(Self {
            everybody,
            position,
            age,
            records: 0,
            in_hand: VecDeque::new(),
            sender: Some(sender),
            builder: Some(builder),
            is_settling,
        })
    }

    /// How much is built, of a hundred: the reading takes three quarters of the time, putting in order the rest.
    pub(super) fn percent(&self) -> i64 {
        if self.is_settling.load(Ordering::Relaxed) {
            return 85;
        }
        i64::try_from(self.everybody.percent() * 3 / 4).unwrap_or(0)
    }

    /// Whether waiting for the thread is a matter of a moment.
    pub(super) fn is_small(&self) -> bool {
        self.records <= FEW_RECORDS
    }

    /// Reads some rows.
    pub(super) fn slice(&mut self, store: &Store, is_waiting: bool) -> Result<Slice, StoreError> {
        let Some(sender) = &self.sender else { return Ok(self.end(is_waiting)) };
        if self.in_hand.is_empty() {
            let mut records = Vec::with_capacity(ROWS);
            let everybody = &mut self.everybody;
            let more = store.read(|tx| everybody.step(tx, ROWS, &mut |record| records.push(record)))?;
            self.records += records.len();
            if !records.is_empty() {
                self.in_hand.push_back(Heap::Records(records));
            }
            if !more {
                self.in_hand.push_back(Heap::End);
            }
        }
        while let Some(heap) = self.in_hand.pop_front() {
            let is_end = matches!(heap, Heap::End);
            if is_waiting {
                if sender.send(heap).is_err() {
                    return Ok(Slice::Broken);
                }
            } else {
                match sender.try_send(heap) {
                    Ok(()) => {}
                    Err(TrySendError::Full(heap)) => {
                        self.in_hand.push_front(heap);
                        return Ok(Slice::Waiting);
                    }
                    Err(TrySendError::Disconnected(_)) => return Ok(Slice::Broken),
                }
            }
            if is_end {
                self.sender = None;
                break;
            }
        }
        Ok(Slice::More)
    }

    /// What came of it.
    fn end(&mut self, is_waiting: bool) -> Slice {
        if !is_waiting && self.builder.as_ref().is_some_and(|builder| !builder.is_finished()) {
            return Slice::Waiting;
        }
        match self.builder.take().map(JoinHandle::join) {
            Some(Ok(Some(index))) => Slice::Ready(Box::new(index), self.position, self.age),
            _ => Slice::Broken,
        }
    }
}

fn build(heaps: &Receiver<Heap>, is_settling: &AtomicBool) -> Option<Index> {
    let mut index = Index::default();
    while let Heap::Records(records) = heaps.recv().ok()? {
        index.add(records);
    }
    is_settling.store(true, Ordering::Relaxed);
    index.settle();
    Some(index)
}

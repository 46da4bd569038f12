//! Loading the image: its parts are read and deciphered here, and a thread makes columns of them at the same time.

use super::{Slice, label};
use crate::search::{ImageFault, Index};
use crate::store::images::{self, Image};
use crate::store::{Store, StoreError};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::{Builder, JoinHandle};

/// Parts that may wait for the thread.
const PARTS_WAITING: usize = 8;

/// An image of so few parts is made into an index faster than anybody presses a key.
const FEW_PARTS: i64 = 12;

/// An image on its way into memory.
pub(super) struct Loading {
    image: Image,
    next: i64,
    /// A part that the thread had no room for.
    in_hand: Option<Vec<u8>>,
    sender: Option<SyncSender<Vec<u8>>>,
    reader: Option<JoinHandle<Result<Index, ImageFault>>>,
}

impl Loading {
    /// Begins.
    ///
    /// Errors: no thread could be started.
    pub(super) fn begin(image: Image) -> Result<Self, StoreError> {
        let (sender, parts) = sync_channel::<Vec<u8>>(PARTS_WAITING);
        let reader = Builder::new()
            .name("index".to_owned())
            .spawn(move || Index::of_parts(&label(&image), &mut || parts.recv().ok()))
            .map_err(|error| StoreError::Io { kind: error.kind() })?;
        Ok(Self { image, next: 0, in_hand: None, sender: Some(sender), reader: Some(reader) })
    }

    /// How much is loaded, of a hundred.
    pub(super) fn percent(&self) -> i64 {
        (self.next * 95).checked_div(self.image.parts).unwrap_or(0)
    }

    /// Whether waiting for the thread is a matter of a moment.
    pub(super) fn is_small(&self) -> bool {
        self.image.parts <= FEW_PARTS
    }

    /// Reads a part.
    pub(super) fn slice(&mut self, store: &Store, is_waiting: bool) -> Result<Slice, StoreError> {
        let Some(sender) = &self.sender else { return Ok(self.end(is_waiting)) };
        let part = match self.in_hand.take() {
            Some(part) => part,
            None if self.next == self.image.parts => {
                self.sender = None;
                return Ok(Slice::More);
            }
            None => {
                let (generation, next) = (self.image.generation, self.next);
                // Another desk may have switched to a newer one.
                let Some(part) = store.read(|tx| images::part(tx, generation, next))? else {
                    return Ok(Slice::Broken);
                };
                self.next += 1;
                part
            }
        };
        if is_waiting {
            return Ok(sender.send(part).map_or(Slice::Broken, |()| Slice::More));
        }
        Ok(match sender.try_send(part) {
            Ok(()) => Slice::More,
            Err(TrySendError::Full(part)) => {
                self.in_hand = Some(part);
                Slice::Waiting
            }
            Err(TrySendError::Disconnected(_)) => Slice::Broken,
        })
    }

    /// What came of it.
    fn end(&mut self, is_waiting: bool) -> Slice {
        if !is_waiting && self.reader.as_ref().is_some_and(|reader| !reader.is_finished()) {
            return Slice::Waiting;
        }
        match self.reader.take().map(JoinHandle::join) {
            Some(Ok(Ok(index))) => Slice::Ready(Box::new(index), self.image.position, self.image.age),
            _ => Slice::Broken,
        }
    }
}

//! Keeping the image of the index in the file, so that the next desk does not build it.
//!
//! Written part by part when nobody is at the keys, and at leaving where it is a matter of a moment: a part is a transaction of some
//! milliseconds, and the one that makes the new image count is a row. When: reading two thousand changes in addition to an image takes
//! about as long as loading one of a hundred thousand people, so an image older than that is replaced. One that still has somebody who
//! left the register is replaced at the next quiet moment, by an index made of the tables: a changed index finds them no more, but keeps
//! what they were called among its texts. Nothing depends on an image, so nothing that goes wrong here is told.

use super::super::Office;
use super::Work;
use crate::search::ImageWriter;
use crate::store::StoreError;
use crate::store::images::{self, Age, Image};

/// Changes after which a new image is worth a quiet moment of a desk.
const ENOUGH_CHANGES: i64 = 2_000;
/// Changes after which it is worth a moment at leaving.
const ENOUGH_AT_LEAVING: i64 = 200;
/// At leaving nobody waits for more than this: a tenth of a second.
const BYTES_AT_LEAVING: usize = 12 << 20;
/// After another desk was found writing.
const SECONDS_TO_NEXT_TRY: i64 = 60;
/// In a large office somebody leaves the register every hour, and making the index takes seconds of a processor.
const SECONDS_BETWEEN_MAKINGS: i64 = 1800;
/// An index of so many bytes is made of the tables in a moment.
const BYTES_MADE_AT_LEAVING: usize = 1 << 20;

/// What this desk does about the image.
#[derive(Default)]
pub(super) struct Keeping {
    turn: Option<Turn>,
    /// Another desk writes: not before this second of the clock.
    not_before: i64,
    /// An index without those who left the register is not made before this second.
    not_made_before: i64,
    /// Something went wrong: not again at this sign-in.
    has_given_up: bool,
}

/// An image that is being written.
struct Turn {
    generation: i64,
    part: i64,
    writer: ImageWriter,
    /// Of which index.
    stamp: u64,
    age: Age,
    /// It counts already; what it replaced is to be cleared.
    is_switched: bool,
}

impl Office {
    /// Whether a quiet moment is to be used for a new image. Asks nobody.
    pub fn owes_image(&self) -> bool {
        self.owes(ENOUGH_CHANGES) || self.indexing.keeping.turn.is_some()
    }

    fn owes(&self, enough: i64) -> bool {
        let indexing = &self.indexing;
        let is_old = |image: Image| {
            let retired = if self.may_be_made() { indexing.retired } else { indexing.age.retired };
            self.seen.change - image.position >= enough || image.age.retired < retired
        };
        indexing.is_usable
            && matches!(indexing.work, Work::Done)
            && !indexing.keeping.has_given_up
            && !self.index.is_empty()
            && self.second() >= indexing.keeping.not_before
            && indexing.kept.is_none_or(is_old)
    }

    /// Whether it is long enough since the index was made without those who left the register.
    fn may_be_made(&self) -> bool {
        self.second() >= self.indexing.keeping.not_made_before
    }

    /// Writes a part of the image. Whether there is more to write.
    pub fn keep_image(&mut self) -> bool {
        let kept = match &self.indexing.keeping.turn {
            Some(_) => self.go_on(),
            None if self.owes(ENOUGH_AT_LEAVING) => self.begin(),
            None => Ok(false),
        };
        kept.unwrap_or_else(|_| {
            self.indexing.keeping = Keeping { has_given_up: true, ..Keeping::default() };
            false
        })
    }

    /// Writes the image whole, where it is owed.
    pub fn keep_whole_image(&mut self) {
        while self.owes_image() && !self.indexing.keeping.has_given_up {
            while self.keep_image() {}
            if self.prepare_wholly().is_err() {
                return;
            }
        }
    }

    /// The desk is being left or locked: what was begun is finished, and an image written, where that is a matter of a moment. A large
    /// office's was written in a quiet one.
    pub fn leave(&mut self) {
        let bytes = self.index.image_bytes();
        if bytes <= BYTES_MADE_AT_LEAVING {
            self.keep_whole_image();
        }
        if bytes <= BYTES_AT_LEAVING && (self.owes(ENOUGH_AT_LEAVING) || self.owes_image()) {
            while self.keep_image() {}
        }
        if self.indexing.keeping.turn.take().is_some() {
            let writer = self.sitting;
            // Whoever comes next clears what was written.
            let _ = self.store.transact(|tx| images::end(tx, writer));
        }
    }

    /// The index was made of the tables and its image is kept now: what is loaded from it takes its place, and a third of the memory is
    /// given back. Whoever waits for each answer has no quiet moment to load it in.
    fn become_compact(&mut self) {
        if self.indexing.in_background && std::mem::take(&mut self.indexing.is_loose) {
            self.indexing.make_anew();
        }
    }

    fn second(&self) -> i64 {
        self.clock().now().timestamp()
    }

    fn begin(&mut self) -> Result<bool, StoreError> {
        let (writer, now) = (self.sitting, self.second());
        let indexing = &mut self.indexing;
        if indexing.age.retired != indexing.retired && now >= indexing.keeping.not_made_before {
            indexing.keeping.not_made_before = now + SECONDS_BETWEEN_MAKINGS;
            indexing.wants_tables = true;
            indexing.make_anew();
            return Ok(false);
        }
        let Some(generation) = self.store.transact(|tx| images::begin(tx, writer, now))? else {
            self.indexing.keeping.not_before = now + SECONDS_TO_NEXT_TRY;
            return Ok(false);
        };
        self.indexing.keeping.turn = Some(Turn {
            generation,
            part: 0,
            writer: ImageWriter::new(self.seen.change),
            stamp: self.indexing.stamp,
            age: self.indexing.age,
            is_switched: false,
        });
        Ok(true)
    }

    fn go_on(&mut self) -> Result<bool, StoreError> {
        let Some(mut turn) = self.indexing.keeping.turn.take() else { return Ok(false) };
        let (writer, now, generation) = (self.sitting, self.second(), turn.generation);
        if self.store.transact(|tx| images::clear(tx, generation))? {
            self.indexing.keeping.turn = Some(turn);
            return Ok(true);
        }
        if turn.is_switched || turn.stamp != self.indexing.stamp {
            // Done, or somebody was changed meanwhile: the next quiet moment begins anew.
            self.store.transact(|tx| images::end(tx, writer))?;
            if turn.is_switched {
                self.become_compact();
            }
            return Ok(false);
        }
        let goes_on = match turn.writer.next(&self.index) {
            Some(content) => {
                let place = (generation, turn.part);
                turn.part += 1;
                self.store.transact(|tx| images::put(tx, writer, place, &content, now))?
            }
            None => {
                let label = turn.writer.label();
                let image = Image {
                    generation,
                    parts: turn.part,
                    bytes: label.bytes,
                    format: label.format,
                    rules: label.rules,
                    position: label.position,
                    sum: label.sum,
                    age: turn.age,
                };
                let counts = self.store.transact(|tx| images::switch(tx, writer, &image, now))?;
                if counts {
                    self.indexing.kept = Some(image);
                }
                turn.is_switched = counts;
                counts
            }
        };
        if goes_on {
            self.indexing.keeping.turn = Some(turn);
        } else {
            // Another desk took the turn over, or a name was erased meanwhile.
            self.indexing.keeping.not_before = now + SECONDS_TO_NEXT_TRY;
            self.store.transact(|tx| images::end(tx, writer))?;
        }
        Ok(goes_on)
    }
}

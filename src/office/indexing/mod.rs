//! The search index of a desk: loaded from the image in the file, or built from the tables, and kept true to what everybody changes.
//!
//! A desk that answers somebody prepares its index in slices between the answers: rows and parts are read here, on the one connection,
//! and a thread that never sees the file makes the index of them. Until it stands, searches are answered by the beginnings of surnames,
//! phones, papers and numbers ([`meanwhile`]). Who has nobody to answer meanwhile (the command line) waits for it whole. The image is
//! written in the same slices when nobody is at the keys ([`keeping`]). What is not as it should be is never told as an error: the
//! index is built anew, and nothing is lost but a second.

mod building;
mod following;
mod keeping;
mod loading;
mod meanwhile;

use super::{Office, OfficeError};
use crate::search::{Index, Label};
use crate::store::images::{self, Age, Image};
use crate::store::{StoreError, Tx, changes};
use building::Building;
use keeping::Keeping;
use loading::Loading;
pub(super) use meanwhile::Wanted;

/// Slices after which a search that came first is answered without an index: so many are read in the twentieth of a second in which
/// nobody notices, and suffice for an office of tens of thousands.
const SLICES_OF_GRACE: usize = 12;

/// The state of a desk's index.
#[derive(Default)]
pub(super) struct Indexing {
    work: Work,
    /// Searches do not wait for the index.
    in_background: bool,
    /// There is an index that searches may use.
    is_usable: bool,
    /// The index was made of the tables: half as much memory again as one loaded from its image.
    is_loose: bool,
    /// A search waited a moment for the index already.
    has_waited: bool,
    /// What was so of the file when the index, or the image it was loaded from, was made of the tables.
    age: Age,
    /// How many have left the register by now. An index forgets them, but texts of theirs lie in it until it is made of the tables again.
    retired: i64,
    /// The next index is to be made of the tables, whatever image there is.
    wants_tables: bool,
    /// Counts up with every change of the index.
    stamp: u64,
    /// The image in the file that this program would use, as last seen.
    kept: Option<Image>,
    /// The number of one that looked right and was not.
    broken: Option<i64>,
    keeping: Keeping,
}

/// How far the index is.
#[derive(Default)]
enum Work {
    /// To be begun.
    #[default]
    Due,
    Loading(Box<Loading>),
    Building(Box<Building>),
    Done,
}

/// What a slice of work came to.
enum Slice {
    /// The next one can be done.
    More,
    /// The thread has enough to do with what was handed to it.
    Waiting,
    /// An index that knows the log of changes up to a row.
    Ready(Box<Index>, i64, Age),
    /// What was begun comes to nothing.
    Broken,
}

/// How the preparing of the index goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preparing {
    /// There is more to do at once.
    More,
    /// There is more to do in a moment.
    Waiting,
    /// The index stands.
    Done,
}

/// The image of the index in the file, as `doctor` tells of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImageState {
    /// It will be used.
    Fresh {
        /// Its megabytes.
        megabytes: u64,
        /// Changes that have come since, which a desk reads in addition.
        changes: u64,
    },
    /// There is none: a desk makes one.
    Missing,
    /// It is of another program, or too much has changed since: a desk makes a new one.
    Outdated,
}

impl Indexing {
    /// Something that is in the index and not in the log of changes is different now: a new one is made, and the old one serves until
    /// it stands.
    pub(super) fn make_anew(&mut self) {
        self.work = Work::Due;
    }

    /// Notes the image that is in the file. One that came to nothing is not tried twice.
    fn know(&mut self, image: Option<Image>) {
        self.kept = image.filter(|image| self.broken != Some(image.generation));
    }
}

impl Office {
    /// From now on searches never wait for the index: until it stands they are answered without it, and somebody calls
    /// [`Office::prepare`] again and again.
    pub fn prepare_in_background(&mut self) {
        self.indexing.in_background = true;
    }

    /// Works on at the index for some milliseconds.
    ///
    /// Errors: those of reading; the work is begun anew at the next call.
    pub fn prepare(&mut self) -> Result<Preparing, OfficeError> {
        if matches!(self.indexing.work, Work::Done) {
            return Ok(Preparing::Done);
        }
        let slice = self.slice(false);
        self.take_slice(slice)
    }

    /// How much of the index is made, of a hundred; none once searches use it.
    pub fn preparing(&self) -> Option<u8> {
        if self.indexing.is_usable {
            return None;
        }
        let percent = match &self.indexing.work {
            Work::Due => 0,
            Work::Loading(loading) => loading.percent(),
            Work::Building(building) => building.percent(),
            Work::Done => 100,
        };
        Some(u8::try_from(percent).unwrap_or(100))
    }

    /// The image of the index in the file.
    ///
    /// Errors: those of reading.
    pub fn image_state(&self) -> Result<ImageState, OfficeError> {
        let (any, usable, head) =
            self.store.read(|tx| Ok((images::image(tx)?, usable_image(tx)?, changes::head(tx)?)))?;
        Ok(match (any, usable) {
            (None, _) => ImageState::Missing,
            (Some(_), None) => ImageState::Outdated,
            (Some(_), Some(image)) => ImageState::Fresh {
                megabytes: image.bytes.div_ceil(1 << 20),
                changes: u64::try_from(head - image.position).unwrap_or(0),
            },
        })
    }

    /// Prepares the index to its end.
    fn prepare_wholly(&mut self) -> Result<(), OfficeError> {
        while !matches!(self.indexing.work, Work::Done) {
            let slice = self.slice(true);
            self.take_slice(slice)?;
        }
        Ok(())
    }

    /// Waits for an index that knows everything, however long it takes, where somebody must be told of everybody or of nobody. Whether
    /// `going` let it.
    pub(super) fn wait_for_index(&mut self, going: &mut dyn FnMut() -> bool) -> Result<bool, OfficeError> {
        loop {
            self.follow()?;
            if self.indexing.is_usable {
                return Ok(true);
            }
            while !matches!(self.indexing.work, Work::Done) {
                if !going() {
                    return Ok(false);
                }
                let slice = self.slice(true);
                self.take_slice(slice)?;
            }
        }
    }

    /// Waits a moment for the index, once: before the first search of a desk that has just been opened. Most offices have it then.
    ///
    /// Errors: those of reading.
    pub fn wait_a_moment(&mut self) -> Result<(), OfficeError> {
        if self.indexing.is_usable || std::mem::replace(&mut self.indexing.has_waited, true) {
            return Ok(());
        }
        for _ in 0..SLICES_OF_GRACE {
            let slice = self.slice(self.is_nearly_ready());
            if self.take_slice(slice)? == Preparing::Done {
                break;
            }
        }
        Ok(())
    }

    /// Whether the thread has nothing big to do any more.
    fn is_nearly_ready(&self) -> bool {
        match &self.indexing.work {
            Work::Loading(loading) => loading.is_small(),
            Work::Building(building) => building.is_small(),
            Work::Due | Work::Done => false,
        }
    }

    /// A slice of work. Who has nothing else to do waits for the thread.
    fn slice(&mut self, is_waiting: bool) -> Result<Slice, StoreError> {
        match &mut self.indexing.work {
            Work::Due => {
                let image = self.store.read(usable_image)?;
                self.indexing.know(image);
                let wants_tables = std::mem::take(&mut self.indexing.wants_tables);
                self.indexing.work = match self.indexing.kept.filter(|_| !wants_tables) {
                    Some(image) => Work::Loading(Box::new(Loading::begin(image)?)),
                    None => Work::Building(Box::new(Building::begin(&self.store)?)),
                };
                Ok(Slice::More)
            }
            Work::Loading(loading) => loading.slice(&self.store, is_waiting),
            Work::Building(building) => building.slice(&self.store, is_waiting),
            Work::Done => Ok(Slice::More),
        }
    }

    fn take_slice(&mut self, slice: Result<Slice, StoreError>) -> Result<Preparing, OfficeError> {
        let slice = slice.inspect_err(|_| self.indexing.work = Work::Due)?;
        match slice {
            Slice::More => Ok(Preparing::More),
            Slice::Waiting => Ok(Preparing::Waiting),
            Slice::Ready(index, position, age) => self.take_index(*index, position, age),
            Slice::Broken if matches!(self.indexing.work, Work::Building(_)) => {
                // A mistake of the program in the thread: trying for ever would hang whoever waits.
                self.indexing.work = Work::Due;
                Err(StoreError::Sql { code: 0 }.into())
            }
            Slice::Broken => {
                self.indexing.broken = self.indexing.kept.take().map(|image| image.generation);
                self.indexing.work = Work::Building(Box::new(Building::begin(&self.store)?));
                Ok(Preparing::More)
            }
        }
    }

    /// Takes a new index, unless it is an old one already.
    fn take_index(&mut self, index: Index, position: i64, age: Age) -> Result<Preparing, OfficeError> {
        let (now, is_followed) = self.store.read(|tx| Ok((images::age(tx)?, changes::reach(tx, position)?)))?;
        if now.epoch != age.epoch || !is_followed {
            self.indexing.work = Work::Due;
            return Ok(Preparing::More);
        }
        self.index = index;
        self.indexing.is_loose = matches!(self.indexing.work, Work::Building(_));
        self.indexing.work = Work::Done;
        self.indexing.age = age;
        self.indexing.retired = now.retired;
        self.indexing.is_usable = true;
        self.indexing.stamp += 1;
        (self.seen.change, self.seen.wrote) = (position, true);
        Ok(Preparing::Done)
    }
}

/// The image that an index can be made of: one that this program reads, and that nothing but the log of changes has left behind.
fn usable_image(tx: &Tx) -> Result<Option<Image>, StoreError> {
    let Some(image) = images::image(tx)?.filter(|image| label(image).is_readable()) else { return Ok(None) };
    let is_followed = image.age.epoch == images::age(tx)?.epoch && changes::reach(tx, image.position)?;
    Ok(Some(image).filter(|_| is_followed))
}

fn label(image: &Image) -> Label {
    Label { format: image.format, rules: image.rules, position: image.position, bytes: image.bytes, sum: image.sum }
}

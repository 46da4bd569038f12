//! The search index of a desk whose office has just been opened: made between the answers, told of where it takes long.

use super::Desk;
use crate::office::{Office, OfficeError, Preparing};
use crate::tui::app::Reply;
use crate::tui::app::message::IndexTold;

/// Slices after which the making is told of: what is over sooner would only flicker.
const SILENT_SLICES: usize = 30;

/// How far the index is, as the desk has told it.
#[derive(Default)]
pub(super) struct Making {
    slices: usize,
    told: Option<u8>,
}

impl Desk {
    /// Works on at the search index for some milliseconds. How it goes, and what the screens are to know of it.
    pub fn prepare(&mut self) -> (Preparing, Option<Reply>) {
        let Some(office) = &mut self.office else { return (Preparing::Done, None) };
        // An index that cannot be made now (another desk holds the file) is begun anew by the next look.
        let how = office.prepare().unwrap_or(Preparing::Done);
        self.making.slices += usize::from(how == Preparing::More);
        let told = match office.preparing() {
            None => self.making.told.take().map(|_| IndexTold::Ready),
            Some(_) if self.making.told.is_none() && self.making.slices < SILENT_SLICES => None,
            Some(percent) => self.making.tell(percent),
        };
        (how, told.map(Reply::Index))
    }

    /// What a search found; none where nobody is signed in. Where it could look at the beginnings only, the screens are told that first.
    pub(super) fn found<T>(
        &mut self,
        search: impl FnOnce(&mut Office) -> Result<T, OfficeError>,
    ) -> Option<Result<T, OfficeError>> {
        let office = self.office.as_mut()?;
        let found = office.wait_a_moment().and_then(|()| search(office));
        if let Some(told) = office.preparing().and_then(|percent| self.making.tell(percent)) {
            self.outside.tell(Reply::Index(told));
        }
        Some(found)
    }

    /// Whether a quiet moment is to be used for keeping the image of the index.
    pub fn owes_image(&self) -> bool {
        self.office.as_ref().is_some_and(Office::owes_image)
    }

    /// Keeps a part of the image of the index.
    pub fn keep_image(&mut self) {
        if let Some(office) = &mut self.office {
            office.keep_image();
        }
    }

    /// The desk is being left.
    pub fn leave(&mut self) {
        if let Some(office) = &mut self.office {
            office.leave();
        }
    }
}

impl Making {
    /// Tells it, unless it is told already.
    fn tell(&mut self, percent: u8) -> Option<IndexTold> {
        (self.told.replace(percent) != Some(percent)).then_some(IndexTold::Preparing(percent))
    }
}

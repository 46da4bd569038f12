//! What the desk asks of the office about forms that are not saved yet, and what it hears.

use crate::domain::id::DeedId;
use crate::office::{Continued, Draft, Kept, Offer, OfficeError};

/// What shall be done with a draft.
pub enum DraftsAsk {
    /// Keep a form as it stands.
    Keep(Box<Draft>),
    /// The forms of this desk are open still.
    Alive,
    /// The form was closed or thrown away on purpose.
    Forget(DeedId),
    /// The forms that can be gone on with.
    List,
    /// Go on with a form at this desk.
    Continue(DeedId),
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum DraftsTold {
    /// A form is kept, or not.
    Kept(DeedId, Result<Kept, OfficeError>),
    /// A form is thrown away, or not.
    Forgotten(DeedId, Result<(), OfficeError>),
    /// The forms that can be gone on with.
    Listed(Result<Vec<Offer>, OfficeError>),
    /// A form comes to this desk, or not.
    Continued(DeedId, Result<Continued, OfficeError>),
}

//! What cards ask the office about attendance, and what they hear.

use crate::office::OfficeError;
use crate::office::events::{Attended, Attendee};

/// At what somebody was.
pub struct AttendedAsk(pub Attendee);

/// The answer.
#[derive(Clone, PartialEq, Debug)]
pub struct AttendedTold(pub Attendee, pub Result<Attended, OfficeError>);

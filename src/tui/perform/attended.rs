//! At what somebody was.

use crate::office::Office;
use crate::tui::app::Reply;
use crate::tui::app::message::attended::{AttendedAsk, AttendedTold};

pub(super) fn perform(office: &mut Office, AttendedAsk(of): AttendedAsk) -> Reply {
    Reply::Attended(AttendedTold(of, office.attended(of)))
}

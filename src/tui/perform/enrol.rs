//! Effects of the list of those who are enrolled: one arm an effect.

use super::Desk;
use crate::domain::event::EnrolmentSource;
use crate::tui::app::Reply;
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};

/// How many people of the register a search lists.
const FOUND_IN_REGISTER: usize = 20;

impl Desk {
    /// Does what the screen asks.
    pub(super) fn enrol(&mut self, ask: EnrolAsk) -> Option<Reply> {
        let Self { office, outside, .. } = self;
        let office = office.as_mut()?;
        Some(Reply::Enrol(match ask {
            EnrolAsk::Open(of) => EnrolTold::Opened(of, office.enrolment(of).map(Box::new)),
            EnrolAsk::Sources(of) => EnrolTold::Sources(of, office.enrolment_sources(of)),
            EnrolAsk::Search { generation, text } => {
                EnrolTold::Found(generation, office.find(&text, FOUND_IN_REGISTER))
            }
            EnrolAsk::Fits { generation, of, filter, ages } => {
                EnrolTold::Fits(generation, office.enrolment_fits(of, &filter, ages))
            }
            EnrolAsk::Put { deed, of, people } => {
                EnrolTold::Enrolled(deed, office.enrol(deed, of, &people, EnrolmentSource::Hand))
            }
            EnrolAsk::LikeLastTime { deed, of, from } => {
                EnrolTold::Enrolled(deed, office.enrol_like_last_time(deed, of, from))
            }
            EnrolAsk::ByFilter { deed, of, filter, ages } => {
                EnrolTold::Enrolled(deed, office.enrol_by_filter(deed, of, &filter, ages))
            }
            EnrolAsk::FromFile { deed, of, path } => {
                EnrolTold::FromFile(deed, outside.files().and_then(|files| files.enrol(office, (deed, of), &path)))
            }
            EnrolAsk::Admit(deed, of) => EnrolTold::Admitted(deed, office.admit(deed, of, None)),
            EnrolAsk::Withdraw { deed, of, people, on, reason } => {
                let count = people.len();
                EnrolTold::Withdrawn(deed, office.withdraw(deed, of, &people, on, &reason).map(|()| count))
            }
            EnrolAsk::Complete { deed, series, people, on } => {
                EnrolTold::Completed(deed, office.complete(deed, series, &people, on))
            }
        }))
    }
}

//! A series: a club, a course, a group, with the rule by which its days come.

use super::fault::EventFault;
use super::{Frame, Recurrence};
use serde::{Deserialize, Serialize};

/// What a form of a series says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeriesDraft {
    /// What its sessions have in common.
    pub frame: Frame,
    /// On which days.
    pub rule: Recurrence,
}

impl SeriesDraft {
    /// What it lacks: the first fault.
    pub fn fault(&self) -> Option<EventFault> {
        self.frame.fault().or_else(|| self.rule.fault().map(EventFault::Rule))
    }
}

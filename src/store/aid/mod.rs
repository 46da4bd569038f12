//! Aid: to whom acts went, what somebody was given, campaigns, and where rules were bent.

pub mod given;
pub mod overrides;
pub mod recipients;
pub mod sessions;

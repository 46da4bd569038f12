//! Campaigns: the list, the day at two desks and more, the end; and the screens that its people use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

#[path = "campaign/day.rs"]
mod day;
#[path = "campaign/desk.rs"]
mod desk;
#[path = "aid/fixture.rs"]
#[allow(dead_code, reason = "the help room's stories use the rest")]
mod fixture;

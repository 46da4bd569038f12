//! Who is enrolled: the list and its waiting list, completion with numbers, papers of events; and the screen on which all of it is done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

#[path = "enrol/deeds.rs"]
mod deeds;
#[path = "enrol/desk.rs"]
mod desk;
#[path = "events/fixture.rs"]
mod fixture;
#[path = "enrol/papers.rs"]
mod papers;

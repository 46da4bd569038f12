//! Events and attendance: stories of the calendar and the register, races and kills, and what it all costs at full size.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

#[path = "../common/mod.rs"]
mod common;

mod calendar;
mod files;
mod fixture;
mod home;
mod numbers;
mod numbers_scale;
mod office_of;
mod race;
mod register;
mod restricted;
mod scale;
mod uniting;

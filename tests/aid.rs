//! The emergency help room and its storeroom: stories at the counter, the ledger under any order of work, races and kills.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

#[path = "aid/copied.rs"]
mod copied;
#[path = "aid/counter.rs"]
mod counter;
#[path = "aid/fixture.rs"]
mod fixture;
#[path = "aid/ledger.rs"]
mod ledger;
#[path = "aid/race.rs"]
mod race;
#[path = "aid/scale.rs"]
mod scale;
#[path = "aid/shelf.rs"]
mod shelf;

//! The desk: screens, keys and widgets. The only room that knows a terminal.
//!
//! `app` is pure: a model, messages, and `update` that answers with effects as data. `run` alone owns the terminal and threads,
//! `perform` turns an effect into a call of `office`. A key travels reader thread → message → update → effect → worker →
//! message → one redraw.

pub mod aid_words;
pub mod app;
pub mod commands;
pub mod happening;
pub mod keys;
pub mod listed;
pub mod perform;
pub mod pick;
pub mod run;
pub mod screens;
pub mod theme;
pub mod widgets;

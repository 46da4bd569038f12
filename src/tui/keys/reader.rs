//! The reader of the keyboard: what the terminal sent becomes what the person did.
//!
//! Terminals tear function keys apart (an Esc, and the rest a moment later), scanners and pastes come as showers of letters with an
//! Enter among them. [`Assembler`] puts this right and is pure: events and their arrival times come in, [`Heard`] comes out. Times
//! are taken where the events arrive, not in the desk's loop, so that a slow frame does not look like a fast scanner.
//! [`listen`] is the thread around it. Nothing here knows screens; nothing is ever written down.

mod sequence;

use crate::tui::app::Input;
use crate::tui::keys::Key;
use crossbeam_channel::Sender;
use ratatui::crossterm::event::{self, Event};
use sequence::Progress;
use std::io;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A burst has at least this many printable characters. Cards have seven digits or more.
pub const BURST_CHARACTERS: usize = 6;

/// The longest pause inside a burst. Auto-repeat pauses about 30 ms, a fast typist 60; emulated scanners were measured at 0.01–5.
pub const BURST_GAP: Duration = Duration::from_millis(15);

/// How long a lone digit waits for a second one: it may begin a scanned card, which has digits only.
pub const DIGIT_HOLD: Duration = Duration::from_millis(8);

/// How long any other lone character waits where it may be the rest of a torn key, or on Windows a paste, whose characters come
/// together. A frame has 16 ms in all.
pub const LETTER_HOLD: Duration = Duration::from_millis(2);

/// An Enter or Tab this soon after a burst is the scanner's own ending, not a person's.
pub const AFTER_BURST: Duration = Duration::from_millis(30);

/// How long a lone Esc waits for the rest of a function key.
pub const ESCAPE_HOLD: Duration = Duration::from_millis(30);

/// How long a begun sequence waits for its next sign; nobody types `[` within [`ESCAPE_HOLD`] of Esc.
pub const SEQUENCE_HOLD: Duration = Duration::from_millis(100);

/// A tail of a function key that comes this late after its Esc was delivered is still known as a tail.
const LATE_TAIL: Duration = Duration::from_millis(500);

/// What was heard from the terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Heard {
    /// A person did something.
    Input(Input),
    /// The terminal has another size now: columns and rows.
    Resize(u16, u16),
}

/// Puts events together. Times are counted from any fixed moment and never run back.
#[derive(Default)]
pub struct Assembler {
    /// Keys that may turn out to be a burst, with the arrival of the last one.
    held: Vec<Key>,
    held_at: Duration,
    /// An Esc and what came after it, with the arrival of the last sign.
    escape: Option<(String, Duration)>,
    /// The start of a paste was announced, its end was not: what is held is text however short.
    pasting: bool,
    /// When a burst ended.
    burst_at: Option<Duration>,
    /// When a lone Esc was delivered, if nothing was since.
    escape_delivered_at: Option<Duration>,
}

impl Assembler {
    /// Takes an event that arrived at that time. What is heard by it is put into `heard`, oldest first.
    pub fn feed(&mut self, event: Event, at: Duration, heard: &mut Vec<Heard>) {
        self.tick(at, heard);
        match event {
            Event::Key(event) => {
                if let Some(key) = Key::of(&event) {
                    self.key(key, at, heard);
                }
            }
            Event::Paste(text) => {
                self.settle(at, heard);
                self.say_text(&text, at, heard);
            }
            Event::Resize(width, height) => heard.push(Heard::Resize(width, height)),
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
        }
    }

    /// Time passed: what waited long enough is delivered.
    pub fn tick(&mut self, at: Duration, heard: &mut Vec<Heard>) {
        if self.deadline().is_some_and(|deadline| deadline <= at) {
            self.settle(at, heard);
        }
    }

    /// When [`Assembler::tick`] must be called at the latest; none while nothing waits.
    pub fn deadline(&self) -> Option<Duration> {
        if let Some((tail, at)) = &self.escape {
            return Some(*at + if tail.is_empty() { ESCAPE_HOLD } else { SEQUENCE_HOLD });
        }
        let hold = match self.held.as_slice() {
            [] => return None,
            [Key::Char(sign)] if !self.pasting => {
                if sign.is_ascii_digit() {
                    DIGIT_HOLD
                } else {
                    LETTER_HOLD
                }
            }
            _ => BURST_GAP,
        };
        Some(self.held_at + hold)
    }

    fn key(&mut self, key: Key, at: Duration, heard: &mut Vec<Heard>) {
        if let Some((tail, _)) = self.escape.take() {
            if let Some(key) = self.continue_escape(tail, key, at, heard) {
                self.key(key, at, heard);
            }
            return;
        }
        if self.pasting && self.held.is_empty() && at.saturating_sub(self.held_at) > SEQUENCE_HOLD {
            self.pasting = false;
        }
        match key {
            Key::Esc => {
                self.settle(at, heard);
                self.escape = Some((String::new(), at));
            }
            Key::Char(sign) if self.may_go_on(sign) => self.hold(key, at),
            _ if is_break(key) && (self.pasting || !self.held.is_empty()) => self.hold(key, at),
            _ if is_break(key) && self.burst_at.is_some_and(|end| at.saturating_sub(end) <= AFTER_BURST) => {}
            _ => {
                self.settle(at, heard);
                self.say(key, at, heard);
            }
        }
    }

    /// Whether a sign may be the beginning or the middle of something that comes at once: a scanned card, the rest of a torn key or
    /// a paste, on Windows any paste. Every other sign is a typist's and goes on its way without waiting.
    fn may_go_on(&self, sign: char) -> bool {
        cfg!(windows)
            || sign.is_ascii_digit()
            || self.pasting
            || !self.held.is_empty()
            || self.escape_delivered_at.is_some()
    }

    fn hold(&mut self, key: Key, at: Duration) {
        self.held.push(key);
        self.held_at = at;
    }

    /// What an Esc becomes with the key after it. Gives the key back where it is none of the sequence.
    fn continue_escape(&mut self, mut tail: String, key: Key, at: Duration, heard: &mut Vec<Heard>) -> Option<Key> {
        let Key::Char(sign) = key else {
            self.break_escape(&tail, at, heard);
            return Some(key);
        };
        tail.push(sign);
        match sequence::read(&tail) {
            Progress::More => self.escape = Some((tail, at)),
            Progress::Key(key) => self.say(key, at, heard),
            Progress::PasteBegins => {
                self.pasting = true;
                self.held_at = at;
            }
            Progress::Nothing => {}
            Progress::Foreign => {
                tail.pop();
                self.break_escape(&tail, at, heard);
                return Some(key);
            }
        }
        None
    }

    /// Nothing more comes of the sequence: a lone Esc is the person's, and so is a capital O; the rest was never typed.
    fn break_escape(&mut self, tail: &str, at: Duration, heard: &mut Vec<Heard>) {
        if tail.is_empty() || tail == "O" {
            self.say(Key::Esc, at, heard);
        }
        if tail == "O" {
            self.say(Key::Char('O'), at, heard);
        }
    }

    /// Delivers everything that waits.
    fn settle(&mut self, at: Duration, heard: &mut Vec<Heard>) {
        if let Some((tail, _)) = self.escape.take() {
            self.break_escape(&tail, at, heard);
        }
        let held = std::mem::take(&mut self.held);
        let pasting = std::mem::take(&mut self.pasting);
        if held.is_empty() {
            return;
        }
        if pasting || is_scan(&held) || (cfg!(windows) && is_burst(&held)) {
            let text: String = held.iter().map(|key| if let Key::Char(sign) = key { *sign } else { '\n' }).collect();
            self.say_text(&text, self.held_at, heard);
        } else if !self.is_late_tail(&held) {
            for key in held {
                self.say(key, at, heard);
            }
        }
    }

    /// Whether this is the rest of a function key whose Esc had to be delivered alone: it must not be typed into a field.
    fn is_late_tail(&self, held: &[Key]) -> bool {
        let soon = self.escape_delivered_at.is_some_and(|escape| self.held_at.saturating_sub(escape) <= LATE_TAIL);
        soon && {
            let tail: String =
                held.iter().filter_map(|key| if let Key::Char(c) = key { Some(*c) } else { None }).collect();
            matches!(sequence::read(&tail), Progress::Key(_) | Progress::Nothing | Progress::PasteBegins)
        }
    }

    fn say(&mut self, key: Key, at: Duration, heard: &mut Vec<Heard>) {
        self.escape_delivered_at = (key == Key::Esc).then_some(at);
        // Whoever pressed another key since the burst is a person, and so is the Enter that follows.
        self.burst_at = None;
        heard.push(Heard::Input(Input::Key(key)));
    }

    fn say_text(&mut self, text: &str, at: Duration, heard: &mut Vec<Heard>) {
        self.escape_delivered_at = None;
        self.burst_at = Some(at);
        let line = on_one_line(text);
        if !line.is_empty() {
            heard.push(Heard::Input(Input::Text(line)));
        }
    }
}

/// So many signs at once that no person typed them one by one. Only where pastes come unannounced (Windows) is that a paste:
/// elsewhere it is a person's typing that a slow line held up and let go together, and every Tab and Enter in it is meant.
fn is_burst(held: &[Key]) -> bool {
    held.iter().filter(|key| matches!(key, Key::Char(_))).count() >= BURST_CHARACTERS
}

/// A scanner's shower: digits only, with its Enter or without.
fn is_scan(held: &[Key]) -> bool {
    is_burst(held) && held.iter().all(|key| matches!(key, Key::Char('0'..='9') | Key::Enter | Key::Ctrl('j')))
}

/// Keys that would submit a form or leave a field; a line feed without bracketed paste comes as Ctrl+J.
fn is_break(key: Key) -> bool {
    matches!(key, Key::Enter | Key::Tab | Key::Ctrl('j'))
}

/// Line feeds and tabs become single spaces, those at the end nothing; other control characters go.
fn on_one_line(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_end_matches(['\r', '\n', '\t']);
    text.chars()
        .map(|sign| if matches!(sign, '\r' | '\n' | '\t') { ' ' } else { sign })
        .filter(|sign| !sign.is_control())
        .collect()
}

/// Starts the thread that owns the keyboard. It ends when nobody listens any more or the terminal is gone.
///
/// Errors: no thread could be started.
pub fn listen(heard: Sender<Heard>) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
        // The one thing to be said of a terminal that cannot be read is that nothing comes any more: the channel closes.
        let _ = read_on(&heard);
    })
}

fn read_on(heard: &Sender<Heard>) -> io::Result<()> {
    let start = Instant::now();
    let mut assembler = Assembler::default();
    let mut news = Vec::new();
    loop {
        let has_event = match assembler.deadline() {
            Some(deadline) => event::poll(deadline.saturating_sub(start.elapsed()))?,
            None => true,
        };
        if has_event {
            let event = event::read()?;
            assembler.feed(event, start.elapsed(), &mut news);
        } else {
            assembler.tick(start.elapsed(), &mut news);
        }
        for one in news.drain(..) {
            if heard.send(one).is_err() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests;

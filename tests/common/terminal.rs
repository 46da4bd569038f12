//! A real terminal in a test: the real program on a pseudo-terminal, its screen read as a person would read it.
//!
//! Stories wait for what a person would wait for, with a deadline, and never sleep. Nothing here answers questions of the program:
//! a desk that asks its terminal something would hang, and the story would say so.
#![allow(dead_code, reason = "each test file and bench uses its own part of the harness")]
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use stiika::text::{Lang, Texts};
use vt100::{Parser, Screen};

/// How long a story waits before it fails. Generous: machines that test are busy.
const DEADLINE: Duration = Duration::from_secs(60);

/// Columns and rows of a terminal that nobody resized.
pub const SIZE: (u16, u16) = (100, 30);

/// A program on a terminal.
pub struct Terminal {
    shared: Arc<Shared>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
}

struct Shared {
    seen: Mutex<Seen>,
    news: Condvar,
}

struct Seen {
    parser: Parser,
    is_closed: bool,
}

/// Everything the screen says, with the place of the cursor.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    text: String,
    cursor: (u16, u16),
}

impl Picture {
    /// What this screen shows.
    pub fn of(screen: &Screen) -> Self {
        Self { text: screen.contents(), cursor: screen.cursor_position() }
    }
}

/// A text of the program as it stands in its files, so that a better word breaks no story.
pub fn said(id: &str) -> String {
    Texts::new(Lang::Uk).get(id)
}

/// How a longer text begins: where it is cut into lines is the screen's business.
pub fn begins(id: &str) -> String {
    said(id).split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

/// The program with a home of its own in `home`, so that no settings of the machine come in.
pub fn program(home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_stiika"));
    for (name, value) in settings(home) {
        command.env(name, value);
    }
    for name in FOREIGN {
        command.env_remove(name);
    }
    command.cwd(home);
    command
}

/// The same program without a terminal.
pub fn program_without_terminal(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stiika"));
    command.envs(settings(home)).current_dir(home);
    for name in FOREIGN {
        command.env_remove(name);
    }
    command
}

const FOREIGN: [&str; 8] = [
    "NO_COLOR",
    "COLORTERM",
    "LC_ALL",
    "LC_MESSAGES",
    "STIIKA_DB",
    "STIIKA_PASSWORD",
    "STIIKA_PASSWORD_FILE",
    "COLUMNS",
];

fn settings(home: &Path) -> [(&'static str, String); 6] {
    let under = |folder: &str| home.join(folder).display().to_string();
    [
        ("HOME", home.display().to_string()),
        ("XDG_CONFIG_HOME", under("config")),
        ("XDG_DATA_HOME", under("data")),
        ("XDG_STATE_HOME", under("state")),
        ("TERM", "xterm-256color".to_owned()),
        ("LANG", "uk_UA.UTF-8".to_owned()),
    ]
}

impl Terminal {
    /// Starts a program on a terminal of the usual size.
    pub fn start(command: CommandBuilder) -> Self {
        Self::start_sized(command, SIZE)
    }

    /// Starts a program on a terminal of this many columns and rows.
    pub fn start_sized(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        // With our own end kept open the terminal would never be seen to close.
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().expect("output");
        let keyboard = pair.master.take_writer().expect("keyboard");
        let parser = Parser::new(cells(rows), cells(columns), 0);
        let shared = Arc::new(Shared { seen: Mutex::new(Seen { parser, is_closed: false }), news: Condvar::new() });
        let screen = Arc::clone(&shared);
        thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            loop {
                let count = output.read(&mut bytes).unwrap_or(0);
                let mut seen = screen.seen.lock().unwrap_or_else(PoisonError::into_inner);
                if count == 0 {
                    seen.is_closed = true;
                } else {
                    seen.parser.process(&bytes[..count]);
                }
                screen.news.notify_all();
                if count == 0 {
                    return;
                }
            }
        });
        Self { shared, keyboard, master: pair.master, child }
    }

    /// The id of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Waits until what is seen is as wanted, or fails with what was seen instead. Returns when it was seen.
    pub fn wait_until(&self, wanted: &str, is_so: impl Fn(&Screen) -> bool) -> Instant {
        let until = Instant::now() + DEADLINE;
        let mut seen = self.lock();
        loop {
            if is_so(seen.parser.screen()) {
                return Instant::now();
            }
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !seen.is_closed,
                "expected {wanted}; {}:\n{}",
                if seen.is_closed { "the program ended" } else { "the screen was" },
                seen.parser.screen().contents()
            );
            seen = self.shared.news.wait_timeout(seen, left).expect("screen").0;
        }
    }

    /// Waits until what is seen is so, but not longer than this. When it was seen, if it was.
    pub fn wait_at_most(&self, longest: Duration, is_so: impl Fn(&Screen) -> bool) -> Option<Instant> {
        let until = Instant::now() + longest;
        let mut seen = self.lock();
        loop {
            if is_so(seen.parser.screen()) {
                return Some(Instant::now());
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            seen = self.shared.news.wait_timeout(seen, left).expect("screen").0;
        }
    }

    /// Waits until the screen shows this.
    pub fn shows(&self, text: &str) -> &Self {
        self.wait_until(&format!("«{text}»"), |screen| screen.contents().contains(text));
        self
    }

    /// Waits until the screen no longer shows this.
    pub fn hides(&self, text: &str) -> &Self {
        self.wait_until(&format!("no «{text}»"), |screen| !screen.contents().contains(text));
        self
    }

    /// What the screen says now.
    pub fn text(&self) -> String {
        self.lock().parser.screen().contents()
    }

    /// The screen now.
    pub fn picture(&self) -> Picture {
        Picture::of(self.lock().parser.screen())
    }

    /// Types letter by letter, each as soon as the one before is on the screen, as no scanner would.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let before = self.picture();
            self.sends(&letter.to_string());
            self.wait_until(&format!("the letter {letter} of «{text}»"), |screen| Picture::of(screen) != before);
        }
        self
    }

    /// Presses a key by its name: `F1` … `F12`, `Enter`, `Esc`, `Tab`, `Up`, `Down`, `PgDn`.
    pub fn press(&mut self, key: &str) -> &mut Self {
        let before = self.picture();
        self.sends(sequence(key));
        if key == "Esc" {
            // The next key's own Esc, read together with this one, would swallow it.
            self.wait_until("something after Esc", |screen| Picture::of(screen) != before);
        }
        self
    }

    /// Sends bytes as they are.
    pub fn sends(&mut self, bytes: &str) -> &mut Self {
        self.keyboard.write_all(bytes.as_bytes()).and_then(|()| self.keyboard.flush()).expect("the keyboard works");
        self
    }

    /// Makes the window larger or smaller.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) -> &mut Self {
        self.lock().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).expect("resized");
        self
    }

    /// Waits for the end of the program; its exit status.
    pub fn ends(&mut self) -> u32 {
        let until = Instant::now() + DEADLINE;
        let mut seen = self.lock();
        while !seen.is_closed {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "expected the end; the screen was:\n{}", seen.parser.screen().contents());
            seen = self.shared.news.wait_timeout(seen, left).expect("screen").0;
        }
        drop(seen);
        self.child.wait().expect("an exit status").exit_code()
    }

    /// Holds the promise that the terminal is as it was: the ordinary screen with nothing of the desk on it, lines and echo on.
    pub fn is_restored(&self) -> &Self {
        let seen = self.lock();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen(), "still the alternate screen");
        assert!(!screen.bracketed_paste(), "still bracketed paste");
        assert!(!screen.hide_cursor(), "still no cursor");
        assert!(!screen.contents().contains("Стійка ·"), "still on the screen:\n{}", screen.contents());
        drop(seen);
        #[cfg(unix)]
        if let Some(modes) = self.master.get_termios() {
            let modes = format!("{:?}", modes.local_flags);
            assert!(modes.contains("ICANON") && modes.contains("ECHO"), "still raw: {modes}");
        }
        self
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.shared.seen.lock().expect("screen")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Only the program that was started here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

/// What a terminal sends for a key.
fn sequence(key: &str) -> &'static str {
    match key {
        "F1" => "\u{1b}OP",
        "F2" => "\u{1b}OQ",
        "F5" => "\u{1b}[15~",
        "F3" => "\u{1b}OR",
        "F4" => "\u{1b}OS",
        "F6" => "\u{1b}[17~",
        "Home" => "\u{1b}[H",
        "F7" => "\u{1b}[18~",
        "F8" => "\u{1b}[19~",
        "F9" => "\u{1b}[20~",
        "F10" => "\u{1b}[21~",
        "Enter" => "\r",
        "Esc" => "\u{1b}",
        "Tab" => "\t",
        "Backspace" => "\u{7f}",
        "Up" => "\u{1b}[A",
        "Down" => "\u{1b}[B",
        "PgDn" => "\u{1b}[6~",
        other => panic!("no key is called {other}"),
    }
}

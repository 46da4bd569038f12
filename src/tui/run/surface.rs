//! The terminal: taken over, drawn on, given back as it was, whatever happens.
//!
//! Nothing here asks the terminal anything and no keyboard protocol is switched on: an answer that does not come would hang the desk,
//! and with the kitty flags a Cyrillic layout loses its Control chords.

use crate::text::Texts;
use crate::tui::app::Model;
use crate::tui::widgets::chrome;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{MoveTo, Show};
#[cfg(unix)]
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A whole frame of a large terminal goes out in one write.
const FRAME_BYTES: usize = 64 * 1024;

/// Whether the terminal is ours now.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// A mistake on another thread: said when the terminal is given back, so that two threads never write to it at once.
static MISTAKE: Mutex<Option<String>> = Mutex::new(None);

/// The terminal while it is ours; given back when dropped.
pub(super) struct Surface {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Surface {
    /// Takes the terminal over. Errors: it refuses.
    pub(super) fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        IS_OURS.store(true, Ordering::SeqCst);
        let taken = enter().and_then(|()| {
            let output = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
            Terminal::new(CrosstermBackend::new(output))
        });
        match taken {
            Ok(terminal) => Ok(Self { terminal }),
            Err(refused) => {
                leave();
                Err(refused)
            }
        }
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    /// Draws what changed.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.terminal.draw(|frame| chrome::draw(model, frame)).map(|_| ())
    }

    /// Takes everything off the screen and out of what the terminal can be scrolled back to: the desk was locked or left.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        // An empty frame rather than the library's own clearing, which asks the terminal where its cursor is.
        self.terminal.draw(|_| {})?;
        execute!(io::stdout(), Clear(ClearType::Purge))
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> io::Result<()> {
    let mut output = io::stdout();
    queue!(output, EnterAlternateScreen, Clear(ClearType::All))?;
    // Windows has no bracketed paste, and asking for it there spoils Enter.
    #[cfg(unix)]
    queue!(output, EnableBracketedPaste)?;
    output.flush()
}

/// Gives the terminal back, once. Faults are ignored: it may be gone.
fn leave() {
    if !IS_OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut output = io::stdout();
    #[cfg(unix)]
    let _ = execute!(output, DisableBracketedPaste);
    // Names must stay neither on the screen nor in what can be scrolled back to, even where there is no alternate screen.
    let _ = execute!(
        output,
        ResetColor,
        Clear(ClearType::All),
        Clear(ClearType::Purge),
        MoveTo(0, 0),
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// Whether the terminal was closed behind our back: a desk whose hang-up signal was switched off (`nohup`) must still go.
pub(super) fn is_gone() -> bool {
    #[cfg(unix)]
    {
        rustix::termios::tcgetwinsize(io::stdout()).is_err()
    }
    #[cfg(not(unix))]
    {
        false
    }
}

type Hook = Box<dyn Fn(&panic::PanicHookInfo<'_>) + Sync + Send + 'static>;

/// Puts the former hook back when dropped.
pub(super) struct FormerHook(Option<Hook>);

impl Drop for FormerHook {
    fn drop(&mut self) {
        // The hook cannot be changed by a thread that is falling; the process ends then anyway.
        if let Some(former) = self.0.take().filter(|_| !thread::panicking()) {
            panic::set_hook(former);
        }
    }
}

/// From here on a mistake of the program gives the terminal back first and then says, in one sentence, where in the source it
/// happened. Never what the values were: they are people's.
pub(super) fn restore_on_panic(texts: Texts) -> FormerHook {
    let owner = thread::current().id();
    let former = panic::take_hook();
    panic::set_hook(Box::new(move |mistake| {
        let place = mistake.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let sentence = texts.format("terminal-mistake", &[("place", place.into())]);
        if thread::current().id() == owner {
            leave();
            let _ = writeln!(io::stderr(), "{sentence}");
        } else {
            *MISTAKE.lock().unwrap_or_else(PoisonError::into_inner) = Some(sentence);
        }
    }));
    FormerHook(Some(former))
}

/// What a fallen thread left to say.
pub(super) fn take_mistake() -> Option<String> {
    MISTAKE.lock().unwrap_or_else(PoisonError::into_inner).take()
}

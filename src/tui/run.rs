//! The desk on a real terminal: threads, channels and the loop that waits, changes the model and draws.
//!
//! Owns nothing that decides: a key becomes a message, `update` says what follows, the worker does it, and what came of it is drawn.
//! Rooms: `surface` the terminal and its restoration, `worker` the thread that owns the office, `preferences` what this user of the
//! machine chose, `signals` the system's request to leave. The loop never waits for the office and never polls.

mod preferences;
mod signals;
mod surface;
mod worker;

use crate::domain::clock::{Clock, Moment};
use crate::office::files::Files;
use crate::office::intake::Stop;
use crate::office::{Office, Surroundings};
use crate::store::keys::KdfCost;
use crate::text::{Lang, Sentence, Texts, Value};
use crate::tui::app::message::import::ImportAsk;
use crate::tui::app::{Context, Effect, Model, Msg, Reply, Screen, begin, update};
use crate::tui::keys::reader::{self, Heard};
use crate::tui::perform::Desk;
use crate::tui::screens::home::Home;
use crate::tui::screens::setup::Setup;
use crate::tui::screens::sign_in::SignIn;
use crate::tui::theme::ThemeName;
use crossbeam_channel::{Receiver, Sender, select_biased, tick, unbounded};
use preferences::Preferences;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use surface::Surface;
use thiserror::Error;

/// How often the time on the screen is looked at.
const SECOND: Duration = Duration::from_secs(1);

/// How many messages are taken in before a frame is drawn all the same.
const MESSAGES_A_FRAME: usize = 256;

/// How the desk is started.
pub struct Start {
    /// The office file.
    pub path: PathBuf,
    /// The language asked for on the command line; it goes before the remembered one.
    pub lang: Option<Lang>,
    /// The language of the machine, where none was asked for or remembered.
    pub machine_lang: Lang,
    /// The colours asked for; they go before `NO_COLOR` and the remembered ones.
    pub theme: Option<ThemeName>,
    /// Time and randomness.
    pub surroundings: Surroundings,
    /// What guessing a password of a new office shall cost.
    pub cost: KdfCost,
    /// The door to the files of this computer, which the desk itself does not know how to read.
    pub files: Arc<dyn Files>,
    /// What the desk opens on.
    pub first: FirstScreen,
}

/// What the desk opens on.
pub enum FirstScreen {
    /// There is no office yet.
    Setup,
    /// Somebody signs in.
    SignIn,
    /// Somebody is signed in already (the demo office).
    Home(Box<Office>),
}

/// Why the desk could not stand, or fell.
#[derive(Error, Debug)]
pub enum DeskError {
    /// Input or output is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal refuses.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
    /// A mistake of the program. Its place in the source is on the error output already.
    #[error("the desk fell")]
    Fell,
}

impl Sentence for DeskError {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        match self {
            Self::NoTerminal => ("terminal-needed".into(), vec![]),
            Self::Terminal(reason) => ("terminal-fault".into(), vec![("reason", reason.to_string().into())]),
            Self::Fell => ("terminal-fell".into(), vec![]),
        }
    }
}

/// Refuses where input or output is no terminal.
///
/// Errors: `NoTerminal`.
pub fn needs_terminal() -> Result<(), DeskError> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() { Ok(()) } else { Err(DeskError::NoTerminal) }
}

/// Stands the desk up and serves until somebody leaves or the terminal closes. The terminal is as it was when this returns.
///
/// Errors: there is no terminal, it refuses, or the program made a mistake.
pub fn run(start: Start) -> Result<(), DeskError> {
    needs_terminal()?;
    let file = preferences::file();
    let remembered = file.as_deref().map(Preferences::read).unwrap_or_default();
    let lang = start.lang.or(remembered.lang).unwrap_or(start.machine_lang);
    let theme = start.theme.unwrap_or_else(|| preferences::theme(remembered.theme, &|name| std::env::var(name).ok()));
    let _hook = surface::restore_on_panic(Texts::new(lang));

    let clock = start.surroundings.clock.clone();
    let path = start.path.clone();
    let (mut desk, screen) = first_screen(start);
    let (heard_sender, heard) = unbounded();
    let (hangup_sender, hangup) = unbounded();
    let (effects, effects_receiver) = unbounded();
    let (replies_sender, replies) = unbounded();
    let mut surface = Surface::open()?;
    let mut cx = Context::new(lang, theme, surface.size()?, clock.now()).on(&path);
    cx.set_session(desk.session());
    let mut model = Model::new(cx, screen);
    let _signals = signals::watch(hangup_sender)?;
    let worker = worker::start(desk, effects_receiver, replies_sender, file)?;
    let first = begin(&mut model);
    reader::listen(heard_sender)?;

    let mut shell = Shell { model, heard, replies, hangup, seconds: tick(SECOND), effects, clock, job: None };
    let served = shell.send(first).and_then(|()| shell.serve(&mut surface));
    // The screen goes before the office is closed: whoever left sees no names while the last deed is written.
    drop(surface);
    shell.stop();
    drop(shell);
    let finished = worker.join();
    match surface::take_mistake() {
        Some(mistake) => {
            // Nobody may be there to read it any more.
            let _ = writeln!(io::stderr(), "{mistake}");
            Err(DeskError::Fell)
        }
        None => served.and(finished.map_err(|_| DeskError::Fell)),
    }
}

fn first_screen(start: Start) -> (Desk, Box<dyn Screen>) {
    let Start { path, surroundings, cost, files, first, .. } = start;
    let (desk, screen): (Desk, Box<dyn Screen>) = match first {
        FirstScreen::Setup => (Desk::new(path.clone(), surroundings, cost), Box::new(Setup::new(path))),
        FirstScreen::SignIn => (Desk::new(path.clone(), surroundings, cost), Box::new(SignIn::new(path))),
        FirstScreen::Home(office) => (Desk::signed_in(path, surroundings, cost, *office), Box::new(Home::new())),
    };
    (desk.with_files(files), screen)
}

/// What the loop has in hand.
struct Shell {
    model: Model,
    heard: Receiver<Heard>,
    replies: Receiver<Reply>,
    hangup: Receiver<()>,
    seconds: Receiver<Instant>,
    effects: Sender<Effect>,
    clock: Arc<dyn Clock>,
    /// The long job that was begun last: who leaves does not wait for it.
    job: Option<Stop>,
}

/// What comes in.
enum News {
    Heard(Heard),
    Reply(Box<Reply>),
    Second,
    /// The terminal closes or is gone.
    Hangup,
    /// The worker is gone.
    Fell,
}

impl Shell {
    /// Waits, changes the model, draws; until the model says that it is over.
    fn serve(&mut self, surface: &mut Surface) -> Result<(), DeskError> {
        surface.draw(&self.model)?;
        while !self.model.quit {
            let was_open = self.model.cx.session.is_some();
            let mut is_changed = self.take(self.wait())?;
            for _ in 0..MESSAGES_A_FRAME {
                let Some(news) = self.queued() else { break };
                is_changed |= self.take(news)?;
            }
            if was_open && self.model.cx.session.is_none() {
                surface.wipe()?;
            }
            if is_changed && !self.model.quit {
                surface.draw(&self.model)?;
            }
        }
        Ok(())
    }

    /// The next news. What a person did goes before what came of earlier deeds: it was meant for what is on the screen now.
    fn wait(&self) -> News {
        select_biased! {
            recv(self.hangup) -> _ => News::Hangup,
            recv(self.heard) -> heard => heard.map_or(News::Hangup, News::Heard),
            recv(self.replies) -> reply => reply.map_or(News::Fell, |reply| News::Reply(Box::new(reply))),
            recv(self.seconds) -> _ => News::Second,
        }
    }

    /// News that wait already.
    fn queued(&self) -> Option<News> {
        let heard = self.heard.try_recv().ok().map(News::Heard);
        heard.or_else(|| self.replies.try_recv().ok().map(|reply| News::Reply(Box::new(reply))))
    }

    /// Takes news in; whether anything on the screen may be different now.
    fn take(&mut self, news: News) -> Result<bool, DeskError> {
        let msg = match news {
            News::Heard(Heard::Input(input)) => Msg::Input(input),
            News::Heard(Heard::Resize(width, height)) => Msg::Resize(width, height),
            News::Reply(reply) => Msg::Reply(reply),
            News::Second => return self.second(),
            News::Hangup => Msg::Hangup,
            News::Fell => return Err(DeskError::Fell),
        };
        let effects = update(&mut self.model, msg);
        self.send(effects)?;
        Ok(true)
    }

    fn second(&mut self) -> Result<bool, DeskError> {
        if surface::is_gone() {
            let effects = update(&mut self.model, Msg::Hangup);
            self.send(effects)?;
            return Ok(false);
        }
        let now = self.clock.now();
        let minute = |moment: Moment| moment.timestamp().div_euclid(60);
        let before = (minute(self.model.cx.now), self.model.toast.is_some(), self.model.layers.len());
        let effects = update(&mut self.model, Msg::Tick(now));
        self.send(effects)?;
        // Before the sign-in the seconds themselves may be on the screen: how long to wait after wrong passwords.
        let after = (minute(now), self.model.toast.is_some(), self.model.layers.len());
        Ok(before != after || self.model.cx.session.is_none())
    }

    fn send(&mut self, effects: Vec<Effect>) -> Result<(), DeskError> {
        effects.into_iter().try_for_each(|effect| {
            match &effect {
                // A request to stop cannot wait behind the job it is about.
                Effect::Import(ImportAsk::Stop(stop)) => stop.now(),
                Effect::Import(
                    ImportAsk::Open { stop, .. }
                    | ImportAsk::Check { stop, .. }
                    | ImportAsk::Alike { stop }
                    | ImportAsk::TakeIn { stop, .. },
                ) => self.job = Some(stop.clone()),
                _ => {}
            }
            self.effects.send(effect).map_err(|_| DeskError::Fell)
        })
    }

    /// Stops a long job where it stands: what it had not finished is not written.
    fn stop(&self) {
        if let Some(job) = &self.job {
            job.now();
        }
    }
}

//! The desk without a terminal: keys go in as `<F7>Шевченко<Tab>Тарас<F2>`, effects run on a real office, the screen comes out as text.
#![allow(dead_code, reason = "each test file uses its own part of the desk")]

use super::{AnOffice, PASSWORD, an_office};
use chrono::Duration;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::collections::VecDeque;
use std::sync::Arc;
use stiika::domain::clock::Clock;
use stiika::domain::staff::Role;
use stiika::exchange::FilesOfDisk;
use stiika::office::Office;
use stiika::store::keys::KdfCost;
use stiika::text::Lang;
use stiika::tui::app::{Context, Effect, Input, Model, Msg, Reply, update};
use stiika::tui::keys::Key;
use stiika::tui::perform::Desk;
use stiika::tui::screens::home::Home;
use stiika::tui::screens::sign_in::SignIn;
use stiika::tui::theme::ThemeName;
use stiika::tui::widgets::chrome;

/// A desk with somebody signed in, standing on the search.
pub struct Flow {
    pub model: Model,
    pub desk: Desk,
    /// The folder, the clock and the administrator's own hand on the file: a second desk.
    pub office: AnOffice,
}

/// A desk of the administrator in Ukrainian at 80×24.
pub fn a_desk() -> Flow {
    let office = an_office();
    let at_desk = office.another_desk();
    Flow::of(office, at_desk, Lang::Uk)
}

/// A desk of a colleague with this role.
pub fn a_desk_of(role: Role) -> Flow {
    let mut office = an_office();
    let at_desk = office.desk_of(role);
    Flow::of(office, at_desk, Lang::Uk)
}

impl Flow {
    /// A desk on an office.
    pub fn of(office: AnOffice, at_desk: Office, lang: Lang) -> Self {
        let mut desk = Desk::signed_in(office.path(), office.surroundings(), KdfCost::FLOOR, at_desk)
            .with_files(Arc::new(FilesOfDisk));
        let mut cx = Context::new(lang, ThemeName::Plain, (80, 24), office.clock.now()).on(&office.path());
        cx.set_session(desk.session());
        let mut flow = Self { model: Model::new(cx, Box::new(Home::new())), desk, office };
        flow.run(vec![Effect::Today]);
        flow
    }

    /// The same desk in English.
    pub fn in_english(mut self) -> Self {
        self.model.cx.set_lang(Lang::En);
        self
    }

    /// The same desk on a larger terminal.
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        let effects = update(&mut self.model, Msg::Resize(width, height));
        self.run(effects);
        self
    }

    /// Presses keys; effects run to their end after each.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        for key in keys(typed) {
            let effects = update(&mut self.model, Msg::Input(Input::Key(key)));
            self.run(effects);
        }
        self
    }

    /// A text that arrives at once: a paste or a scanner.
    pub fn burst(&mut self, text: &str) -> &mut Self {
        let effects = update(&mut self.model, Msg::Input(Input::Text(text.to_owned())));
        self.run(effects);
        self
    }

    /// What other desks did is looked at, as the worker does three times a second.
    pub fn looks_around(&mut self) -> &mut Self {
        if let Some(reply) = self.desk.look() {
            self.hear(reply);
        }
        self
    }

    /// The register is looked through for duplicates, as the worker does when nobody waits for anything.
    pub fn looks_for_duplicates(&mut self) -> &mut Self {
        while self.desk.look_for_duplicates() {}
        if let Some(reply) = self.desk.tell_duplicates() {
            self.hear(reply);
        }
        self
    }

    /// A reply that no effect asked for.
    pub fn hear(&mut self, reply: Reply) {
        let effects = update(&mut self.model, Msg::Reply(Box::new(reply)));
        self.run(effects);
    }

    /// Does what a story held back.
    pub fn performs(&mut self, effects: Vec<Effect>) {
        self.run(effects);
    }

    fn run(&mut self, effects: Vec<Effect>) {
        let mut queue: VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            if let Some(reply) = self.desk.perform(effect) {
                queue.extend(update(&mut self.model, Msg::Reply(Box::new(reply))));
            }
        }
    }

    /// So many seconds pass, each with its tick.
    pub fn seconds(&mut self, count: i64) -> &mut Self {
        for _ in 0..count {
            self.leaps(Duration::seconds(1));
        }
        self
    }

    /// The clock leaps between two ticks, as when the computer slept.
    pub fn leaps(&mut self, by: Duration) -> &mut Self {
        self.office.clock.move_on(by);
        let effects = update(&mut self.model, Msg::Tick(self.office.clock.now()));
        self.run(effects);
        self
    }

    /// The process is killed, and some minutes later the desk is started again: it stands at the door.
    pub fn is_killed(&mut self) -> &mut Self {
        self.office.clock.move_on(Duration::minutes(3));
        let file = self.office.path();
        self.desk = Desk::new(file.clone(), self.office.surroundings(), KdfCost::FLOOR);
        let before = &self.model.cx;
        let cx = Context::new(before.texts.lang(), ThemeName::Plain, before.size, self.office.clock.now()).on(&file);
        self.model = Model::new(cx, Box::new(SignIn::new(file)));
        self
    }

    /// The terminal closes, and the desk is started again.
    pub fn is_hung_up(&mut self) -> &mut Self {
        let effects = update(&mut self.model, Msg::Hangup);
        self.run(effects);
        self.is_killed()
    }

    /// Somebody signs in at the door, whatever login stands there.
    pub fn signs_in(&mut self, login: &str) -> &mut Self {
        self.keys("<Up><Up>");
        self.keys(login);
        self.keys("<Tab>").keys(PASSWORD).keys("<Enter>")
    }

    /// The screen as text, a line a row, without trailing spaces.
    pub fn screen(&self) -> String {
        screen_of(&self.model)
    }

    /// The screen has this text.
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "«{text}» is not on the screen:\n{screen}");
        self
    }

    /// The screen does not have this text.
    pub fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "«{text}» is on the screen:\n{screen}");
        self
    }
}

/// The screen of a model as text.
pub fn screen_of(model: &Model) -> String {
    let (width, height) = model.cx.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("terminal");
    terminal.draw(|frame| chrome::draw(model, frame)).expect("drawn");
    let buffer = terminal.backend().buffer();
    let rows: Vec<String> = (0..height)
        .map(|y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned())
        .collect();
    rows.join("\n")
}

/// Keys of a text: `<F7>`, `<Enter>`, `<Tab>` …, everything else is typed.
pub fn keys(typed: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = typed;
    while let Some(first) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|inside| inside.split_once('>')) {
            found.push(key_named(name));
            rest = after;
        } else {
            found.push(Key::Char(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

fn key_named(name: &str) -> Key {
    match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Backspace" => Key::Backspace,
        "Del" => Key::Delete,
        "Ins" => Key::Insert,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        other => {
            if let Some(number) = other.strip_prefix('F').and_then(|number| number.parse().ok()) {
                return Key::F(number);
            }
            let letter = other.strip_prefix("Ctrl+").and_then(|letter| letter.chars().next());
            Key::Ctrl(letter.unwrap_or_else(|| panic!("no key is called {other}")))
        }
    }
}

//! From which file people are enrolled, and what is wrong with it: all of it comes in, or nobody does and every row says why.

use crate::domain::event::RegisterOf;
use crate::domain::id::DeedId;
use crate::domain::staff::Right;
use crate::office::intake::Said;
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};
use crate::tui::app::message::import::{ImportAsk, ImportTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::import::{Chooser, Chosen};
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::scrolled;
use crate::tui::widgets::text::{cut, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use std::path::PathBuf;

/// The screen.
pub(super) struct FileScreen {
    of: RegisterOf,
    chooser: Chooser,
    /// The deed that reads a file now.
    reading: Option<DeedId>,
    faults: Vec<Said>,
    first: usize,
}

impl FileScreen {
    pub(super) fn new(of: RegisterOf) -> Self {
        Self { of, chooser: Chooser::default(), reading: None, faults: Vec::new(), first: 0 }
    }

    fn list(&mut self, folder: Option<PathBuf>) -> Step {
        self.chooser.going();
        Step::effect(Effect::Import(ImportAsk::List(folder)))
    }

    fn choose(&mut self, cx: &mut Context) -> Step {
        match self.chooser.chosen() {
            Chosen::Folder(folder) => {
                self.chooser.clear();
                self.list(Some(folder))
            }
            Chosen::File(path) => {
                let deed = cx.new_deed();
                self.reading = Some(deed);
                Step::effect(Effect::Enrol(EnrolAsk::FromFile { deed, of: self.of, path }))
            }
            Chosen::Nothing => Step::stay().saying(Toast::warning(cx.t("import-file-none"))),
        }
    }

    fn said(&self, cx: &Context, room: usize) -> Vec<String> {
        self.faults.iter().flat_map(|fault| wrap(&cx.texts.say(fault), room)).collect()
    }
}

/// Rows of the screen that are seen.
fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(8))
}

impl Screen for FileScreen {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_busy(&self) -> bool {
        self.reading.is_some()
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::ManageEvents) {
            return Step::pop();
        }
        if self.chooser.is_new() { self.list(None) } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.reading.is_some() {
            return Step::stay();
        }
        if !self.faults.is_empty() {
            match key {
                Key::Esc | Key::Enter => (self.faults, self.first) = (Vec::new(), 0),
                key => {
                    let room = usize::from(cx.size.0.saturating_sub(6));
                    self.first = scrolled(self.first, key, self.said(cx, room).len(), page(cx).saturating_sub(4));
                }
            }
            return Step::stay();
        }
        match key {
            Key::Esc if self.chooser.clear() => Step::stay(),
            Key::Esc => Step::pop(),
            Key::Enter => self.choose(cx),
            key => match self.chooser.key(key, page(cx)) {
                Some(folder) => self.list(Some(folder)),
                None => Step::stay(),
            },
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        match self.chooser.text(text) {
            Some(folder) => self.list(Some(folder)),
            None => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Import(ImportTold::Listing(Ok(listing))) => self.chooser.show(listing.clone()),
            Reply::Import(ImportTold::Listing(Err(fault))) => {
                self.chooser.stay();
                return Step::stay().saying(Toast::fault(fault, cx));
            }
            Reply::Enrol(EnrolTold::FromFile(deed, told)) if self.reading == Some(*deed) => {
                self.reading = None;
                match told {
                    // The screen below says what came of it.
                    Ok(Ok(_)) => return Step::pop(),
                    Ok(Err(faults)) => (self.faults, self.first) = (faults.clone(), 0),
                    Err(fault) => return Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            _ => {}
        }
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = cx.t("enrol-file-title");
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        if self.faults.is_empty() {
            self.chooser.view(cx, frame, inner, ("enrol-file-about", "enrol-file-keys"));
            return;
        }
        let room = usize::from(inner.width);
        let heads = wrap(&cx.t("enrol-file-faults"), room);
        for (row, line) in inner.rows().zip(&heads) {
            frame.render_widget(Span::styled(line.as_str(), cx.theme.warning), row);
        }
        let above = u16::try_from(heads.len() + 1).unwrap_or(0);
        let list = Rect { y: inner.y + above, height: inner.height.saturating_sub(above + 2), ..inner };
        let said = self.said(cx, room);
        for (row, line) in list.rows().zip(said.iter().skip(self.first)) {
            frame.render_widget(Span::styled(cut(line, room), cx.theme.text), row);
        }
        if said.len() > self.first + usize::from(list.height) {
            more_below(cx, frame, area);
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("enrol-file-faults-keys"), room), cx.theme.dim), last);
    }
}

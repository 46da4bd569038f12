//! Whom a filter brings: how many of which age, before anybody is enrolled.

use crate::domain::event::{AgeRange, RegisterOf};
use crate::domain::filter::{Filter, Span};
use crate::domain::id::DeedId;
use crate::office::events::FilterFits;
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::lists::{read_span, span};
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use ratatui::Frame;
use ratatui::layout::Rect;

const AGES: &str = "enrol-ages";

/// The window.
pub(super) struct FitsWindow {
    of: RegisterOf,
    name: String,
    filter: Filter,
    form: Form,
    deed: DeedId,
    generation: u64,
    fits: Option<FilterFits>,
    is_waiting: bool,
}

impl FitsWindow {
    /// The window for a filter, with the ages that the event is for.
    pub(super) fn new(of: RegisterOf, (name, filter): (String, Filter), ages: AgeRange, cx: &mut Context) -> Self {
        let mut field = Field::text(AGES);
        field.put(&span(Span { from: ages.from, to: ages.to }));
        let form = Form::column(vec![field]).chosen();
        Self { of, name, filter, form, deed: cx.new_deed(), generation: 0, fits: None, is_waiting: false }
    }

    /// The ages as they are typed; none where they are no ages.
    fn ages(&self) -> Option<AgeRange> {
        read_span(&self.form.value(AGES)).map(|read| AgeRange { from: read.from, to: read.to })
    }

    /// Counts anew.
    fn count(&mut self, cx: &Context) -> Step {
        self.generation += 1;
        self.fits = None;
        let Some(ages) = self.ages() else {
            let text = cx.t("form-enrol-ages-odd");
            self.form.note(AGES, Some(Note { text, kind: NoteKind::Fault }));
            return Step::stay();
        };
        self.form.note(AGES, None);
        let (generation, of, filter) = (self.generation, self.of, Box::new(self.filter.clone()));
        Step::effect(Effect::Enrol(EnrolAsk::Fits { generation, of, filter, ages }))
    }

    fn enrol(&mut self) -> Step {
        let Some(ages) = self.ages().filter(|_| !self.is_waiting) else { return Step::stay() };
        if self.fits.is_none_or(|fits| fits.people == 0) {
            return Step::stay();
        }
        self.is_waiting = true;
        let filter = Box::new(self.filter.clone());
        Step::effect(Effect::Enrol(EnrolAsk::ByFilter { deed: self.deed, of: self.of, filter, ages }))
    }
}

impl Screen for FitsWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.is_waiting
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        self.count(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc if !self.is_waiting => Step::pop(),
            Key::Enter => self.enrol(),
            key => match self.form.key(key) {
                Event::Changed => self.count(cx),
                _ => Step::stay(),
            },
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        self.form.text(text);
        self.count(cx)
    }

    fn command(&mut self, command: CommandId, _: &mut Context) -> Step {
        if command == CommandId::Save { self.enrol() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Enrol(EnrolTold::Fits(generation, fits)) if *generation == self.generation => match fits {
                Ok(fits) => self.fits = Some(*fits),
                Err(fault) => {
                    let text = cx.texts.say(fault);
                    self.form.note(AGES, Some(Note { text, kind: NoteKind::Fault }));
                }
            },
            // The screen below says what came of it.
            Reply::Enrol(EnrolTold::Enrolled(deed, _)) if *deed == self.deed => return Step::pop(),
            _ => {}
        }
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("enrol-fits-title"), 14);
        sheet.gap();
        sheet.line(cx.theme.dim, &format!("{}: {}", cx.t("enrol-fits-filter"), self.name));
        sheet.gap();
        sheet.form(&self.form);
        sheet.hint(&self.form);
        sheet.gap();
        match self.fits {
            Some(fits) => {
                sheet.paragraph(cx.theme.accent, &cx.tv("enrol-fits", &[("count", fits.people.into())]));
                if let Some(free) = fits.free.filter(|free| *free < fits.people) {
                    sheet.paragraph(cx.theme.warning, &cx.tv("enrol-fits-places", &[("free", free.into())]));
                }
            }
            None if self.ages().is_some() => sheet.line(cx.theme.dim, &cx.t("enrol-fits-counting")),
            None => {}
        }
        sheet.bottom(&cx.t("enrol-fits-keys"));
    }
}

//! «Курс завершено»: who, on which day; who came to less than half of it is named before their number is given.

use super::view;
use crate::domain::date;
use crate::domain::id::{DeedId, PersonId, SeriesId};
use crate::office::events::ListedPerson;
use crate::tui::app::message::enrol::{EnrolAsk, EnrolTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use ratatui::Frame;
use ratatui::layout::Rect;

const DAY: &str = "enrol-day";

/// The window.
pub(super) struct CompleteWindow {
    deed: DeedId,
    series: SeriesId,
    people: Vec<ListedPerson>,
    form: Form,
    is_waiting: bool,
}

impl CompleteWindow {
    /// The window for these people, today.
    pub(super) fn new(deed: DeedId, series: SeriesId, people: Vec<ListedPerson>, cx: &Context) -> Self {
        let mut field = Field::text(DAY);
        field.put(&date::show(cx.today()));
        Self { deed, series, people, form: Form::column(vec![field]).chosen(), is_waiting: false }
    }

    fn save(&mut self, cx: &Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        let Ok(on) = date::parse(&self.form.value(DAY), cx.today()) else {
            self.form.note(DAY, Some(Note { text: cx.t("form-enrol-day-odd"), kind: NoteKind::Fault }));
            return Step::stay();
        };
        self.is_waiting = true;
        let people: Vec<PersonId> = self.people.iter().map(|one| one.person).collect();
        Step::effect(Effect::Enrol(EnrolAsk::Complete { deed: self.deed, series: self.series, people, on }))
    }
}

impl Screen for CompleteWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.is_waiting
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc if !self.is_waiting => Step::pop(),
            Key::Enter => self.save(cx),
            key => {
                if self.form.key(key) == Event::Changed {
                    self.form.note(DAY, None);
                }
                Step::stay()
            }
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.save(cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Enrol(EnrolTold::Completed(deed, told)) = reply else { return Step::stay() };
        if *deed != self.deed {
            return Step::stay();
        }
        self.is_waiting = false;
        match told {
            // The screen below says the numbers and offers to print.
            Ok(_) => Step::pop(),
            Err(fault) => {
                self.form.note(DAY, Some(Note { text: cx.texts.say(fault), kind: NoteKind::Fault }));
                Step::stay()
            }
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("enrol-complete-title"), 15);
        sheet.gap();
        let names = view::names(self.people.iter().map(|one| one.name.short()), cx);
        let values = [("count", self.people.len().into()), ("names", names.into())];
        sheet.paragraph(cx.theme.text, &cx.tv("enrol-complete-about", &values));
        sheet.gap();
        sheet.form(&self.form);
        sheet.hint(&self.form);
        let few = self.people.iter().filter(|one| one.held > 0 && one.came * 2 < one.held);
        let few = view::names(few.map(|one| one.name.short()), cx);
        if !few.is_empty() {
            sheet.gap();
            sheet.paragraph(cx.theme.warning, &cx.tv("enrol-complete-few", &[("names", few.into())]));
        }
        sheet.bottom(&cx.t("enrol-complete-keys"));
    }
}

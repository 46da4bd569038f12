//! A time of one's own: from a day to a day.

use crate::domain::date;
use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::registration::fault_note;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

const FROM: &str = "sheet-from";
const UNTIL: &str = "sheet-until";

/// The window.
pub(super) struct DaysWindow {
    form: Form,
}

impl DaysWindow {
    /// The window with these days in it, to be typed over.
    pub(super) fn new(from: NaiveDate, until: NaiveDate) -> Self {
        let day = |id, day| {
            let mut field = Field::text(id);
            field.put(&date::show(day));
            field
        };
        Self { form: Form::column(vec![day(FROM, from), day(UNTIL, until)]).chosen() }
    }

    fn go(&mut self, cx: &Context) -> Step {
        let day = |form: &Form, id| date::parse(&form.value(id), cx.today()).ok();
        let (from, until) = (day(&self.form, FROM), day(&self.form, UNTIL));
        for (id, day) in [(FROM, from), (UNTIL, until)] {
            let note = day.is_none().then(|| fault_note(cx.t("goods-day-odd")));
            self.form.note(id, note);
        }
        let (Some(from), Some(until)) = (from, until) else {
            self.form.focus_on(if from.is_none() { FROM } else { UNTIL });
            return Step::stay();
        };
        if until < from {
            self.form.note(UNTIL, Some(fault_note(cx.t("sheet-days-turned"))));
            self.form.focus_on(UNTIL);
            return Step::stay();
        }
        Step::go(Go::PopWith(Answer::Days(from, until)))
    }
}

impl Screen for DaysWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) => return Step::go(Go::PopWith(Answer::Cancelled)),
            (Event::PastEnd, Key::Enter) => return self.go(cx),
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.go(cx) } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("figures-pick-period"), 9);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        sheet.hint(&self.form);
        sheet.bottom(&cx.t("figures-days-keys"));
    }
}

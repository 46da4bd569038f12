//! The window that writes a calendar into a file for a phone.

use super::typed;
use crate::domain::date;
use crate::domain::event::EventCatalogue;
use crate::domain::id::{DeedId, StaffId};
use crate::office::calendar_file::FileOf;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use chrono::{Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;

const WHOSE: &str = "calendar-file-whose";
const FROM: &str = "calendar-file-from";
const UNTIL: &str = "calendar-file-until";
/// How far ahead a file goes when nothing else is said.
const MONTHS_AHEAD: u32 = 12;

/// The window.
pub(super) struct FileForm {
    form: Form,
    trainers: Vec<(StaffId, String)>,
    deed: DeedId,
    is_waiting: bool,
}

fn options(trainers: &[(StaffId, String)], cx: &Context) -> Vec<String> {
    let fixed = [cx.t("calendar-file-mine"), cx.t("calendar-file-all")];
    fixed.into_iter().chain(trainers.iter().map(|(_, name)| name.clone())).collect()
}

impl FileForm {
    /// One's own sessions or all, as the calendar shows them, from today on.
    pub(super) fn new(only_mine: bool, catalogue: &EventCatalogue, cx: &mut Context) -> Self {
        let me = cx.session.as_ref().map(|session| session.staff.id);
        let trainers: Vec<_> = catalogue.staff.iter().filter(|(id, _)| Some(*id) != me).cloned().collect();
        let fields = vec![Field::choice(WHOSE, options(&trainers, cx)), Field::text(FROM), Field::text(UNTIL)];
        let mut form = Form::column(fields);
        let today = cx.today();
        let until = today.checked_add_months(Months::new(MONTHS_AHEAD)).unwrap_or(today);
        form.set(FROM, &date::show(today));
        form.set(UNTIL, &date::show(until));
        if let Some(field) = form.field_mut(WHOSE) {
            field.pick(usize::from(!only_mine));
        }
        Self { form, trainers, deed: cx.new_deed(), is_waiting: false }
    }

    fn fault(&mut self, id: &'static str, cx: &Context) -> Step {
        let text = cx.t("calendar-fault-day");
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(id);
        Step::stay()
    }

    fn day(&self, id: &str, cx: &Context) -> Option<NaiveDate> {
        typed::day(&self.form.value(id), cx.today())
    }

    fn save(&mut self, cx: &Context) -> Step {
        let Some(from) = self.day(FROM, cx) else { return self.fault(FROM, cx) };
        let until = typed::day_after(&self.form.value(UNTIL), from).filter(|until| *until >= from);
        let Some(until) = until else { return self.fault(UNTIL, cx) };
        let of = match self.form.field(WHOSE).map_or(0, Field::picked) {
            0 => FileOf::Mine,
            1 => FileOf::All,
            place => self.trainers.get(place - 2).map_or(FileOf::All, |(id, _)| FileOf::Trainer(*id)),
        };
        self.is_waiting = true;
        let lang = cx.texts.lang();
        Step::effect(Effect::Calendar(CalendarAsk::File { deed: self.deed, of, from, until, lang }))
    }
}

impl Screen for FileForm {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) => Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(UNTIL);
                self.save(cx)
            }
            (Event::PastEnd, _) => {
                self.form.focus = Some(0);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if !self.is_waiting {
            self.form.text(text);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Calendar(CalendarTold::File(deed, written)) = reply else { return Step::stay() };
        if *deed != self.deed || !self.is_waiting {
            return Step::stay();
        }
        self.is_waiting = false;
        match written {
            Ok((count, path)) => {
                let values = [("count", (*count).into()), ("path", path.display().to_string().into())];
                Step::pop().saying(Toast::good(cx.tv("calendar-file-written", &values)))
            }
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn spoken(&mut self, cx: &Context) {
        let words = options(&self.trainers, cx);
        if let Some(field) = self.form.field_mut(WHOSE) {
            field.say(words);
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("command-calendar-file-help"), 13);
        sheet.gap();
        sheet.paragraph(cx.theme.dim, &cx.t("calendar-file-explained"));
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        if self.is_waiting {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else {
            sheet.hint(&self.form);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

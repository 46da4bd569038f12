//! Which distribution sheet: from which day to which, where, under which programme. It is what was issued, a line and a signature each.

use crate::domain::aid::AidCatalogue;
use crate::domain::date;
use crate::domain::stock::{LocationCode, ProgrammeCode};
use crate::office::PaperRequest;
use crate::tui::aid_words;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::print::PrintWindow;
use crate::tui::screens::registration::fault_note;
use crate::tui::screens::sheet::Sheet;
use crate::tui::screens::storeroom::stock;
use crate::tui::widgets::form::{Event, Field, Form};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

const FROM: &str = "sheet-from";
const UNTIL: &str = "sheet-until";
const PLACE: &str = "sheet-place";
const PROGRAMME: &str = "sheet-programme";

/// The window.
pub struct DistributionWindow {
    form: Form,
    /// What the choices stand for, behind «everywhere» and «any»; none while the catalogue is being read.
    places: Vec<LocationCode>,
    programmes: Vec<ProgrammeCode>,
}

impl DistributionWindow {
    /// The window over a screen: today, everywhere, any programme.
    pub fn open(cx: &Context) -> Step {
        Step::push(Self::new(cx)).with(Effect::Aid(AidAsk::Catalogue))
    }

    /// The same in the place of a window.
    pub(super) fn in_place(cx: &Context) -> Step {
        Step::go(Go::Replace(Box::new(Self::new(cx)))).with(Effect::Aid(AidAsk::Catalogue))
    }

    fn new(cx: &Context) -> Self {
        let day = |id| {
            let mut field = Field::text(id);
            field.put(&date::show(cx.today()));
            field
        };
        let place = Field::choice(PLACE, vec![cx.t("storeroom-everywhere")]);
        let programme = Field::choice(PROGRAMME, vec![cx.t("sheet-any-programme")]);
        let form = Form::column(vec![day(FROM), day(UNTIL), place, programme]).chosen();
        Self { form, places: Vec::new(), programmes: Vec::new() }
    }

    fn show(&mut self, catalogue: &AidCatalogue, cx: &Context) {
        let places = stock::places(catalogue, cx);
        let words = std::iter::once(cx.t("storeroom-everywhere")).chain(places.iter().map(|place| place.name.clone()));
        self.say(PLACE, words.collect());
        self.places = places.into_iter().map(|place| place.code).collect();
        let names = catalogue.programmes.iter().map(|programme| aid_words::programme(&programme.code, catalogue, cx));
        let words = std::iter::once(cx.t("sheet-any-programme")).chain(names);
        self.say(PROGRAMME, words.collect());
        self.programmes = catalogue.programmes.iter().map(|programme| programme.code.clone()).collect();
    }

    fn say(&mut self, id: &'static str, words: Vec<String>) {
        if let Some(field) = self.form.field_mut(id) {
            field.say(words);
        }
    }

    fn picked<T: Clone>(&self, id: &str, of: &[T]) -> Option<T> {
        let place = self.form.field(id).map_or(0, Field::picked);
        place.checked_sub(1).and_then(|place| of.get(place).cloned())
    }

    fn day(&self, id: &str, cx: &Context) -> Option<NaiveDate> {
        date::parse(&self.form.value(id), cx.today()).ok()
    }

    fn go(&mut self, cx: &Context) -> Step {
        let (from, until) = (self.day(FROM, cx), self.day(UNTIL, cx));
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
        let request = PaperRequest::Distribution {
            from,
            until,
            location: self.picked(PLACE, &self.places),
            programme: self.picked(PROGRAMME, &self.programmes),
        };
        let days =
            if from == until { date::show(from) } else { format!("{} – {}", date::show(from), date::show(until)) };
        let name = cx.tv("sheet-name", &[("days", days.into())]);
        Step::go(Go::Replace(Box::new(PrintWindow::new(request, name))))
    }
}

impl Screen for DistributionWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let before = self.form.value(FROM);
        let event = self.form.key(key);
        match (event, key) {
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => return self.go(cx),
            (Event::PastEnd, _) => self.form.focus = Some(0),
            // One day is what is mostly wanted: the last follows the first until it is typed by itself.
            (Event::Changed, _) if self.form.focused() == Some(FROM) && self.form.value(UNTIL) == before => {
                let from = self.form.value(FROM);
                self.form.set(UNTIL, &from);
            }
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

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Aid(AidTold::Catalogue(Ok(catalogue))) => {
                self.show(catalogue, cx);
                Step::stay()
            }
            Reply::Aid(AidTold::Catalogue(Err(fault))) => Step::stay().saying(Toast::fault(fault, cx)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("sheet-title"), 11);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        sheet.hint(&self.form);
        sheet.bottom(&cx.t("sheet-keys"));
    }
}

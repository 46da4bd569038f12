//! Somebody who stands there and is nowhere on the register of people: a name and a year (or an age) are enough, the rest is completed at
//! reception. Whoever they may be already is shown below while it is typed: an arrow down and Enter take that one instead.

use crate::domain::date;
use crate::domain::id::{DeedId, SessionId};
use crate::domain::name;
use crate::domain::person::{BirthDate, PersonName, Precision};
use crate::domain::typed;
use crate::office::LikelyFound;
use crate::office::events::Newcomer;
use crate::tui::app::message::register::{RegisterAsk, RegisterTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::registration::fault_note;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;

const NAME: &str = "newcomer-name";
const BIRTH: &str = "newcomer-birth";

/// Nobody is older, so such a number is an age and not a year.
const OLDEST: i32 = 120;

/// The window.
pub(super) struct NewcomerWindow {
    session: SessionId,
    deed: DeedId,
    form: Form,
    generation: u64,
    /// The last look for duplicates that was answered.
    answered: u64,
    likely: Vec<LikelyFound>,
    /// One of those below the form.
    chosen: Option<usize>,
    /// They were seen, and it is nobody of them.
    is_told: bool,
    /// F2 or Enter waits for the look.
    is_awaited: bool,
    is_saving: bool,
}

impl NewcomerWindow {
    /// The step that opens it with what was typed in the box.
    pub(super) fn open(session: SessionId, typed: &str, cx: &mut Context) -> Step {
        let parts = typed::split(typed, cx.today());
        let mut form = Form::column(vec![Field::text(NAME), Field::text(BIRTH)]);
        form.set(NAME, &parts.name.full());
        if let Some(birth) = parts.birth {
            form.set(BIRTH, &date::show_birth(birth));
        }
        if is_named(&parts.name) {
            form.jump_to(BIRTH);
        }
        let mut window = Self {
            session,
            deed: cx.new_deed(),
            form,
            generation: 0,
            answered: 0,
            likely: Vec::new(),
            chosen: None,
            is_told: false,
            is_awaited: false,
            is_saving: false,
        };
        let looked = window.look(cx);
        let effects = looked.effects;
        super::with_all(Step::push(window), effects)
    }

    fn name(&self, cx: &Context) -> PersonName {
        let parts = typed::split(&self.form.value(NAME), cx.today());
        let settle = |part: &str| name::settle(part);
        PersonName {
            surname: settle(&parts.name.surname),
            given: settle(&parts.name.given),
            patronymic: settle(&parts.name.patronymic),
        }
    }

    fn newcomer(&self, birth: BirthDate, cx: &Context) -> Newcomer {
        let name = self.name(cx);
        Newcomer { sex: name::sex_of_patronymic(&name.patronymic), name, birth }
    }

    /// Looks for whom they may be, as soon as there is a whole name.
    fn look(&mut self, cx: &Context) -> Step {
        self.generation += 1;
        (self.is_told, self.chosen) = (false, None);
        if !is_named(&self.name(cx)) {
            self.likely.clear();
            self.answered = self.generation;
            return Step::stay();
        }
        // Without a year somebody is looked for by the name alone.
        let birth = read_birth(&self.form.value(BIRTH), cx.today());
        let day = |year| NaiveDate::from_yo_opt(year, 1).unwrap_or_default();
        let any = BirthDate { date: day(cx.today().year()), precision: Precision::Year };
        let newcomer = Box::new(self.newcomer(birth.unwrap_or(any), cx));
        let knows_birth = birth.is_some();
        let ask = RegisterAsk::Likely { generation: self.generation, newcomer, knows_birth };
        Step::effect(Effect::Attendance(ask))
    }

    fn save(&mut self, cx: &Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if let Some(step) = self.take_likely() {
            return step;
        }
        if !is_named(&self.name(cx)) {
            return self.fault(NAME, cx.t("newcomer-fault-name"));
        }
        let Some(birth) = read_birth(&self.form.value(BIRTH), cx.today()) else {
            return self.fault(BIRTH, cx.t("newcomer-fault-birth"));
        };
        if self.answered != self.generation {
            self.is_awaited = true;
            return Step::stay();
        }
        if !self.likely.is_empty() && !self.is_told {
            self.is_told = true;
            return Step::stay().saying(Toast::warning(cx.t("newcomer-likely-first")));
        }
        self.is_saving = true;
        let newcomer = Box::new(self.newcomer(birth, cx));
        Step::effect(Effect::Attendance(RegisterAsk::Newcomer { deed: self.deed, session: self.session, newcomer }))
    }

    fn fault(&mut self, id: &'static str, text: String) -> Step {
        self.form.note(id, Some(fault_note(text.clone())));
        self.form.focus_on(id);
        Step::stay().saying(Toast::warning(text))
    }

    /// The one under the cursor below the form: it is them.
    fn take_likely(&self) -> Option<Step> {
        let found = self.likely.get(self.chosen?)?;
        Some(Step::go(Go::PopWith(Answer::Somebody(found.likely.person, found.name.clone()))))
    }

    fn key_below(&mut self, key: Key) {
        let last = self.likely.len().saturating_sub(1);
        match (key, self.chosen) {
            (Key::Down, Some(place)) => self.chosen = Some((place + 1).min(last)),
            (Key::Up, Some(place)) if place > 0 => self.chosen = Some(place - 1),
            (Key::Up | Key::Tab | Key::BackTab | Key::Esc, Some(_)) => {
                self.chosen = None;
                self.form.focus_on(BIRTH);
            }
            _ => {}
        }
    }
}

fn is_named(name: &PersonName) -> bool {
    !name.surname.is_empty() && !name.given.is_empty()
}

/// A day, a year, or an age: the trainer knows how old a child is, not when it was born.
fn read_birth(text: &str, today: NaiveDate) -> Option<BirthDate> {
    let text = text.trim();
    match text.parse::<i32>() {
        Ok(age) if (0..=OLDEST).contains(&age) && text.len() <= 3 => {
            let date = NaiveDate::from_yo_opt(today.year() - age, 1)?;
            Some(BirthDate { date, precision: Precision::Year })
        }
        _ => date::parse_birth(text, today).ok(),
    }
}

impl Screen for NewcomerWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.chosen.is_some() {
            if key == Key::Enter {
                return self.save(cx);
            }
            self.key_below(key);
            return Step::stay();
        }
        if key == Key::Esc {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        if key == Key::Down && self.form.focused() == Some(BIRTH) && !self.likely.is_empty() {
            self.chosen = Some(0);
            return Step::stay();
        }
        let focused = self.form.focused();
        match (self.form.key(key), key) {
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(BIRTH);
                self.save(cx)
            }
            (Event::PastEnd, _) => {
                self.form.focus_on(NAME);
                Step::stay()
            }
            (Event::Changed, _) => {
                if let Some(id) = focused {
                    self.form.note(id, None);
                }
                self.look(cx)
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        self.form.text(text);
        self.look(cx)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.save(cx) } else { Step::stay() }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Attendance(RegisterTold::Likely(generation, found)) if *generation == self.generation => {
                self.answered = *generation;
                self.likely = found.as_deref().unwrap_or_default().to_vec();
                if std::mem::take(&mut self.is_awaited) { self.save(cx) } else { Step::stay() }
            }
            Reply::Attendance(RegisterTold::Newcomer(deed, answer)) if *deed == self.deed => match answer {
                Ok(_) => {
                    let name = self.name(cx).short();
                    Step::pop().saying(Toast::good(cx.tv("newcomer-added", &[("name", name.into())])))
                }
                Err(fault) => {
                    self.is_saving = false;
                    Step::stay().saying(Toast::fault(fault, cx))
                }
            },
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("newcomer-title"), 17);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        if self.likely.is_empty() {
            sheet.hint(&self.form);
            sheet.gap();
            sheet.paragraph(cx.theme.dim, &cx.t("newcomer-explain"));
        } else {
            sheet.line(cx.theme.warning, &cx.t("newcomer-likely"));
            for (place, found) in self.likely.iter().enumerate() {
                let is_chosen = self.chosen == Some(place);
                let birth = found.birth.map(date::show_birth).unwrap_or_default();
                let number = found.number.map(|number| number.to_string()).unwrap_or_default();
                let text = format!("{} {}  {birth}  {number}", if is_chosen { "▸" } else { " " }, found.name.full());
                sheet.line(if is_chosen { cx.theme.selected } else { cx.theme.text }, &text);
            }
        }
        let keys = match (self.chosen.is_some(), self.likely.is_empty()) {
            (true, _) => "newcomer-keys-likely",
            (false, false) => "newcomer-keys-down",
            (false, true) => "small-form-keys",
        };
        sheet.bottom(&cx.t(keys));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_as_good_as_a_year() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let year = |text: &str| read_birth(text, today).map(|birth| (birth.year(), birth.precision));
        assert_eq!(year("13"), Some((2013, Precision::Year)));
        assert_eq!(year("2012"), Some((2012, Precision::Year)));
        assert_eq!(year("12.03.2015"), Some((2015, Precision::Day)));
        assert_eq!(year("999"), None);
        assert_eq!(year(""), None);
    }
}

//! To whom, where nobody on the register is meant: somebody written down on the spot by name and category, or an organisation.

use super::IssueScreen;
use crate::domain::aid::{Fresh, Partner, Recipient};
use crate::domain::category::CategoryCode;
use crate::domain::name;
use crate::domain::person::PersonName;
use crate::domain::typed;
use crate::search::small::Grade;
use crate::tui::aid_words;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::issue::entry;
use crate::tui::screens::registration::{fault_note, offered_categories};
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;

const NAME: &str = "spot-name";
const CATEGORY: &str = "spot-category";

/// Somebody who is not on the register: a name and a category, and the cart opens.
pub struct SpotWindow {
    form: Form,
    category: Option<CategoryCode>,
}

impl SpotWindow {
    /// The window with what was typed in the search as the name.
    pub fn new(typed: &str, cx: &Context) -> Self {
        let parts = typed::split(typed, cx.today());
        let mut form = Form::column(vec![Field::text(NAME), Field::suggest(CATEGORY)]);
        let known = settled(&parts.name).full();
        form.set(NAME, &known);
        if !known.is_empty() {
            form.jump_to(CATEGORY);
        }
        let mut window = Self { form, category: None };
        window.offer(cx);
        window
    }

    fn offer(&mut self, cx: &Context) {
        if self.form.focused() == Some(CATEGORY) {
            let offered = offered_categories(&self.form.value(CATEGORY), cx);
            self.form.suggest(offered.iter().map(|code| cx.texts.code("category", &code.0)).collect());
        }
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed if self.form.focused() == Some(CATEGORY) => {
                self.category = None;
                self.offer(cx);
            }
            Event::Picked { place, .. } => {
                let typed = self.form.value(CATEGORY);
                self.category = offered_categories(&typed, cx).get(*place).cloned();
                if let Some(code) = &self.category {
                    let words = cx.texts.code("category", &code.0);
                    self.form.set(CATEGORY, &words);
                }
            }
            _ => {}
        }
    }

    /// The cart opens for who is typed here.
    fn go(&mut self, cx: &mut Context) -> Step {
        if !self.form.value(CATEGORY).is_empty()
            && let Some(event) = self.form.take_suggestion()
        {
            self.hear(&event, cx);
        }
        let name = settled(&typed::split(&self.form.value(NAME), cx.today()).name);
        if name.surname.is_empty() || name.given.is_empty() {
            let text = cx.t("spot-fault-name");
            self.form.note(NAME, Some(fault_note(text.clone())));
            self.form.focus_on(NAME);
            return Step::stay().saying(Toast::warning(text));
        }
        if self.category.is_none() && !self.form.value(CATEGORY).is_empty() {
            let text = cx.t("spot-fault-category");
            self.form.note(CATEGORY, Some(fault_note(text.clone())));
            self.form.focus_on(CATEGORY);
            return Step::stay().saying(Toast::warning(text));
        }
        IssueScreen::instead(Recipient::Fresh(Fresh { name, category: self.category.clone() }), cx)
    }
}

fn settled(typed: &PersonName) -> PersonName {
    PersonName {
        surname: name::settle(&typed.surname),
        given: name::settle(&typed.given),
        patronymic: name::settle(&typed.patronymic),
    }
}

impl Screen for SpotWindow {
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
        if key == Key::Esc && (!self.form.is_suggesting() || self.form.value(CATEGORY).is_empty()) {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        let event = self.form.key(key);
        if event == Event::PastEnd && key == Key::Enter {
            self.form.focus_on(CATEGORY);
            return self.go(cx);
        }
        self.hear(&event, cx);
        if matches!(event, Event::Left(_)) {
            self.offer(cx);
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        let event = self.form.text(text);
        self.hear(&event, cx);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.go(cx) } else { Step::stay() }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("spot-title"), 14);
        sheet.gap();
        sheet.paragraph(cx.theme.dim, &cx.t("spot-explain"));
        sheet.gap();
        sheet.form(&self.form);
        if !self.form.is_suggesting() {
            sheet.gap();
            sheet.hint(&self.form);
            sheet.bottom(&cx.t("small-form-keys"));
        }
    }
}

const FIND: &str = "partner-find";

/// Rows of the list of organisations.
const ROWS: usize = 9;

/// Which organisation gets aid.
pub struct PartnerPicker {
    form: Form,
    all: Option<Vec<Partner>>,
    cursor: ListCursor,
}

impl PartnerPicker {
    /// The step that opens the list.
    pub fn open() -> Step {
        let form = Form::column(vec![Field::text(FIND)]);
        Step::push(Self { form, all: None, cursor: ListCursor::default() }).with(Effect::Aid(AidAsk::Catalogue))
    }

    fn shown(&self, cx: &Context) -> Vec<&Partner> {
        let typed = self.form.value(FIND);
        let all = self.all.iter().flatten();
        let mut found: Vec<((Grade, i64), &Partner)> = all
            .filter_map(|partner| {
                let name = aid_words::partner_name(partner, cx);
                Some((entry::rank(&typed, &[&name, partner.code.as_str(), &partner.edrpou])?, partner))
            })
            .collect();
        found.sort_by_key(|(rank, partner)| (*rank, partner.position));
        found.into_iter().map(|(_, partner)| partner).collect()
    }
}

impl Screen for PartnerPicker {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.shown(cx).len();
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter | Key::F(2) => {
                let chosen = self.shown(cx).get(self.cursor.chosen).map(|partner| partner.code.clone());
                return chosen.map_or_else(Step::stay, |code| IssueScreen::instead(Recipient::Organisation(code), cx));
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.key(key, rows, ROWS);
            }
            key => {
                if self.form.key(key) == Event::Changed {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Aid(AidTold::Catalogue(result)) = reply else { return Step::stay() };
        match result {
            Ok(catalogue) => {
                let today = cx.today();
                let gets = |partner: &&Partner| partner.gets() && partner.off_since.is_none_or(|since| today < since);
                self.all = Some(catalogue.partners.iter().filter(gets).cloned().collect());
                Step::stay()
            }
            Err(fault) => Step::go(Go::Pop).saying(Toast::fault(fault, cx)),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("partner-title"), 16);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        let shown = self.shown(cx);
        if self.all.is_some() && shown.is_empty() {
            sheet.paragraph(cx.theme.dim, &cx.t("partner-none"));
        }
        let first = self.cursor.first(shown.len(), ROWS);
        let cells = sheet.cells();
        for (place, partner) in shown.iter().enumerate().skip(first).take(ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let sign = if is_chosen { "▸" } else { " " };
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let text = format!("{sign} {} {}", aid_words::partner_name(partner, cx), partner.edrpou);
            sheet.line(style, &fit(&text, cells));
        }
        sheet.bottom(&cx.t("happen-find-keys"));
    }
}

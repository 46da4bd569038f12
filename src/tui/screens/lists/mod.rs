//! Lists of the register: conditions above, what they find below, counted at once; marked families, and deeds for all of them.
//!
//! Rooms: `conditions` the form and the filter it says, `words` a filter in one line, `act` the small forms of deeds over many,
//! `pick` the windows of saved filters and named lists, `view` the picture. Only the rows around the cursor are ever here.

mod act;
mod conditions;
mod pick;
mod view;
mod words;

pub(in crate::tui::screens) use words::{is_plain, of as filter_in_words, read_span, span};

use crate::domain::aid::Recipient;
use crate::domain::filter::{Filter, Order};
use crate::domain::id::{DeedId, FamilyId};
use crate::domain::staff::Right;
use crate::office::{Choices, Listed, ListedFamily, Selection, Which};
use crate::tui::app::message::lists::{Act, ListsAsk, ListsTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::campaign::Gather;
use crate::tui::screens::card::Card;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::issue::IssueScreen;
use crate::tui::widgets::list::ListCursor;
use act::ActForm;
use conditions::{Conditions, Heard};
use pick::Picker;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// Rows asked for at a time: some screens above the cursor and below it.
const ROWS_ASKED: usize = 160;

/// How near the cursor may come to an end of the rows that are here before others are asked for.
const ROWS_AHEAD: usize = 40;

/// The screen of lists.
pub struct Lists {
    conditions: Conditions,
    /// Whether keys go to the rows rather than to the conditions.
    on_rows: bool,
    order: Order,
    choices: Choices,
    generation: u64,
    /// The filter of the newest question.
    asked: Filter,
    page: Option<Listed>,
    answered: u64,
    cursor: ListCursor,
    marked: BTreeSet<FamilyId>,
    /// Whether any family was marked while a sensitive category was asked for.
    marked_by_sensitive: bool,
    /// What waits for the whole list.
    marking: Option<Marking>,
    question: Option<Question>,
}

/// What numpad keys do with all that is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Marking {
    All,
    Invert,
}

/// What a dialog over this screen asks.
enum Question {
    /// Whether to leave although families are marked.
    Leave,
    /// Whether to take these out of the list.
    TakeOut(DeedId, Box<Selection>, Act),
    /// It is being done.
    Taking(DeedId),
}

impl Lists {
    /// All open families; nothing is asked before the screen is entered.
    pub fn new(cx: &Context) -> Self {
        Self {
            conditions: Conditions::new(cx),
            on_rows: true,
            order: Order::default(),
            choices: Choices::default(),
            generation: 0,
            asked: Filter::default(),
            page: None,
            answered: 0,
            cursor: ListCursor::default(),
            marked: BTreeSet::new(),
            marked_by_sensitive: false,
            marking: None,
            question: None,
        }
    }

    /// The families that a filter finds.
    pub fn of(filter: Filter, cx: &Context) -> Self {
        let mut lists = Self::new(cx);
        lists.conditions.load(filter, &lists.choices, cx);
        lists.conditions.form.focus = None;
        lists
    }

    fn found(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.totals.families)
    }

    fn row(&self, place: usize) -> Option<&ListedFamily> {
        let page = self.page.as_ref()?;
        page.rows.get(place.checked_sub(page.from)?)
    }

    fn chosen(&self) -> Option<&ListedFamily> {
        self.row(self.cursor.chosen)
    }

    /// Asks for the rows around the cursor.
    fn ask(&mut self) -> Step {
        self.generation += 1;
        self.asked = self.conditions.filter.clone();
        Step::effect(Effect::Lists(ListsAsk::Page {
            generation: self.generation,
            filter: Box::new(self.asked.clone()),
            order: self.order,
            from: self.cursor.chosen.saturating_sub(ROWS_ASKED / 2),
            rows: ROWS_ASKED,
        }))
    }

    /// Asks anew where the conditions say something else than the newest question.
    fn ask_if_changed(&mut self) -> Step {
        if self.conditions.filter == self.asked {
            return Step::stay();
        }
        self.cursor.chosen = 0;
        self.marking = None;
        self.ask()
    }

    /// Asks for other rows where the cursor comes near the end of those that are here.
    fn ask_ahead(&mut self) -> Step {
        let Some(page) = &self.page else { return Step::stay() };
        let (first, last) = (page.from, page.from + page.rows.len());
        let chosen = self.cursor.chosen;
        let is_near =
            (first > 0 && chosen < first + ROWS_AHEAD) || (last < self.found() && chosen + ROWS_AHEAD >= last);
        if is_near { self.ask() } else { Step::stay() }
    }

    fn is_answered(&self) -> bool {
        self.page.is_some() && self.asked == self.conditions.filter && self.answered == self.generation
    }

    fn open(&self) -> Step {
        match self.chosen() {
            Some(row) => Step::push(Card::loading(row.family)).with(Effect::Card(row.family)),
            None => Step::stay(),
        }
    }

    fn mark(&mut self, move_on: bool, cx: &Context) -> Step {
        let Some(family) = self.chosen().map(|row| row.family) else { return Step::stay() };
        if !self.marked.remove(&family) {
            self.marked.insert(family);
            self.marked_by_sensitive |= is_sensitive(&self.asked, cx);
        }
        if move_on {
            self.cursor.key(Key::Down, self.found(), view::page(self, cx));
        }
        self.ask_ahead()
    }

    fn mark_found(&mut self, marking: Marking) -> Step {
        self.marking = Some(marking);
        let filter = Box::new(self.asked.clone());
        Step::effect(Effect::Lists(ListsAsk::All { generation: self.generation, filter }))
    }

    fn marked_found(&mut self, families: &[FamilyId], cx: &Context) {
        match self.marking.take() {
            Some(Marking::All) => self.marked.extend(families),
            Some(Marking::Invert) => {
                for family in families {
                    if !self.marked.remove(family) {
                        self.marked.insert(*family);
                    }
                }
            }
            None => return,
        }
        self.marked_by_sensitive =
            (self.marked_by_sensitive || is_sensitive(&self.asked, cx)) && !self.marked.is_empty();
    }

    /// What a deed over many would be for: the marked, or all that are found.
    fn selection(&self) -> Option<Selection> {
        if self.marked.is_empty() && (self.found() == 0 || !self.is_answered()) {
            return None;
        }
        let which = if self.marked.is_empty() {
            Which::Found(self.found())
        } else {
            Which::Marked(self.marked.iter().copied().collect())
        };
        let sensitive = self.marked_by_sensitive && !self.marked.is_empty();
        // What was marked under another filter than this one must not be judged by this one's conditions alone.
        Some(Selection { filter: self.asked.clone(), which, sensitive })
    }

    fn act(&mut self, command: CommandId, cx: &mut Context) -> Step {
        let Some(selection) = self.selection() else {
            let id = if self.is_answered() { "lists-nothing-chosen" } else { "lists-still-counting" };
            return Step::stay().saying(Toast::warning(cx.t(id)));
        };
        match command {
            CommandId::TakeOut => self.ask_to_take_out(selection, cx),
            CommandId::ManyCategory => Step::push(ActForm::category(selection, cx)),
            CommandId::ManyNote => Step::push(ActForm::note(selection, cx)),
            CommandId::ManyPut => Step::push(ActForm::put(selection, &self.choices, cx)),
            CommandId::ManyCampaign => Step::push(Gather::new(selection, cx)),
            CommandId::ManyExport => Step::push(ActForm::export(selection, cx)),
            _ => Step::stay(),
        }
    }

    fn ask_to_take_out(&mut self, selection: Selection, cx: &mut Context) -> Step {
        let shown = self.asked.list.and_then(|id| self.choices.lists.iter().find(|list| list.id == id));
        let Some(list) = shown.cloned() else {
            return Step::stay().saying(Toast::warning(cx.t("lists-no-list-shown")));
        };
        let count = act::count(&selection);
        let text = cx.tv("lists-take-out-question", &[("count", count.into()), ("list", list.name.into())]);
        self.question = Some(Question::TakeOut(cx.new_deed(), Box::new(selection), Act::TakeOut(list.id)));
        let buttons = vec![cx.t("lists-leave-alone"), cx.t("lists-take-out-do")];
        Step::push(Dialog::ask(cx.t("lists-take-out-title"), text, buttons))
    }

    fn turn_to_conditions(&mut self, cx: &Context) -> Step {
        self.on_rows = false;
        self.conditions.enter(&self.choices, cx);
        Step::stay()
    }

    fn turn_to_rows(&mut self, cx: &Context) -> Step {
        self.conditions.leave(&self.choices, cx);
        self.on_rows = true;
        self.ask_if_changed()
    }

    fn load(&mut self, filter: Filter, cx: &Context) -> Step {
        self.conditions.load(filter, &self.choices, cx);
        self.conditions.form.focus = None;
        self.on_rows = true;
        self.ask_if_changed()
    }

    fn key_in_rows(&mut self, key: Key, cx: &mut Context) -> Step {
        let page = view::page(self, cx);
        match key {
            Key::Enter => self.open(),
            Key::Esc if !self.marked.is_empty() => {
                self.question = Some(Question::Leave);
                let text = cx.tv("lists-leave-question", &[("count", self.marked.len().into())]);
                let buttons = vec![cx.t("leave-stay"), cx.t("leave-leave")];
                Step::push(Dialog::ask(cx.t("command-lists"), text, buttons))
            }
            Key::Esc => Step::pop(),
            Key::Tab | Key::BackTab => self.turn_to_conditions(cx),
            Key::Insert => self.mark(true, cx),
            Key::Char(' ') => self.mark(false, cx),
            Key::Char('+') => self.mark_found(Marking::All),
            Key::Char('*') => self.mark_found(Marking::Invert),
            Key::Char('-') => {
                self.marked.clear();
                self.marked_by_sensitive = false;
                Step::stay()
            }
            Key::Left => self.turn(-1),
            Key::Right => self.turn(1),
            key if self.cursor.key(key, self.found(), page) => self.ask_ahead(),
            _ => Step::stay(),
        }
    }

    fn turn(&mut self, steps: isize) -> Step {
        self.order = self.order.turned(steps);
        self.cursor.chosen = 0;
        self.ask()
    }

    /// Takes a page in; the family under the cursor stays under it where it is still there.
    fn show(&mut self, page: &Listed) {
        let family = self.chosen().map(|row| row.family).filter(|_| self.cursor.chosen > 0);
        self.page = Some(page.clone());
        self.answered = self.generation;
        let there = family.and_then(|family| page.rows.iter().position(|row| row.family == family));
        self.cursor.chosen = there.map_or(self.cursor.chosen, |place| page.from + place);
        self.cursor.clamp(page.totals.families);
    }

    fn hear(&mut self, told: &ListsTold, cx: &mut Context) -> Step {
        match told {
            ListsTold::Page { generation, page } if *generation == self.generation => match page {
                Ok(page) => self.show(page),
                Err(fault) => {
                    self.answered = self.generation;
                    self.page = Some(Listed { totals: Default::default(), from: 0, rows: Vec::new() });
                    return Step::stay().saying(Toast::fault(fault, cx));
                }
            },
            ListsTold::All { generation, families } if *generation == self.generation => match families {
                Ok(families) => self.marked_found(families, cx),
                Err(fault) => return Step::stay().saying(Toast::fault(fault, cx)),
            },
            ListsTold::Choices(Ok(choices)) => {
                self.choices = (**choices).clone();
                self.conditions.speak(&self.choices, cx);
            }
            ListsTold::Choices(Err(fault)) => return Step::stay().saying(Toast::fault(fault, cx)),
            ListsTold::Acted(deed, done) if matches!(&self.question, Some(Question::Taking(taking)) if taking == deed) =>
            {
                self.question = None;
                let toast = match done {
                    Ok(acted) => {
                        self.marked.clear();
                        Toast::good(cx.tv("lists-taken-out", &[("count", acted.families.into())]))
                    }
                    Err(fault) => Toast::fault(fault, cx),
                };
                return self.ask().with(Effect::Lists(ListsAsk::Choices)).saying(toast);
            }
            _ => {}
        }
        Step::stay()
    }
}

/// Conditions that somebody does not meet, in words.
pub fn conditions_in_words(unmet: &[Filter], cx: &Context) -> String {
    unmet.iter().map(|part| words::condition(part, &[], cx)).collect::<Vec<_>>().join("; ")
}

fn is_sensitive(filter: &Filter, cx: &Context) -> bool {
    filter.needs(&cx.catalogue().sensitive()).contains(&Right::SeeSensitive)
}

impl Screen for Lists {
    fn scope(&self) -> Scope {
        Scope::Lists
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        // Whose role lost the lists meanwhile has nothing to do here any more.
        if !cx.may(Right::SeeLists) {
            return Step::go(Go::Pop);
        }
        self.ask().with(Effect::Lists(ListsAsk::Choices))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.on_rows {
            return self.key_in_rows(key, cx);
        }
        match self.conditions.key(key, &self.choices, cx) {
            Heard::Taken => self.ask_if_changed(),
            Heard::PastEnd => self.turn_to_rows(cx),
            Heard::Ignored if matches!(key, Key::Esc | Key::PageDown) => self.turn_to_rows(cx),
            Heard::Ignored => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.on_rows {
            return Step::stay();
        }
        self.conditions.text(text, &self.choices, cx);
        self.ask_if_changed()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if !self.on_rows && command != CommandId::Conditions {
            self.conditions.leave(&self.choices, cx);
            self.on_rows = true;
        }
        let asked = self.ask_if_changed();
        let mut step = match command {
            CommandId::Open => self.open(),
            CommandId::Issue => match self.chosen().map(|row| row.family) {
                Some(family) => IssueScreen::open(Recipient::Family(family), cx),
                None => Step::stay(),
            },
            CommandId::Conditions if self.on_rows => self.turn_to_conditions(cx),
            CommandId::Conditions => self.turn_to_rows(cx),
            CommandId::SaveFilter => Step::push(ActForm::save_filter(self.conditions.filter.clone(), cx)),
            CommandId::SavedFilters => Step::push(Picker::filters(&self.choices, cx)),
            CommandId::NamedLists => Step::push(Picker::lists(&self.choices, cx)),
            CommandId::ListOrder => self.turn(1),
            CommandId::ClearConditions => self.load(Filter::default(), cx),
            other => self.act(other, cx),
        };
        step.effects.splice(0..0, asked.effects);
        step
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lists(told) => self.hear(told, cx),
            // What another desk did appears by itself; marks stay, and so does the row under the cursor.
            Reply::Changed => self.ask().with(Effect::Lists(ListsAsk::Choices)),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match (self.question.take(), answer) {
            (_, Answer::Filter(filter)) => self.load(*filter, cx),
            (Some(Question::Leave), Answer::Chosen(1)) => Step::pop(),
            (Some(Question::TakeOut(deed, selection, act)), Answer::Chosen(1)) => {
                self.question = Some(Question::Taking(deed));
                Step::effect(Effect::Lists(ListsAsk::Act { deed, selection, act }))
            }
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        (command == CommandId::Issue && self.chosen().is_none()).then_some("refused-no-family")
    }

    fn spoken(&mut self, cx: &Context) {
        self.conditions.speak(&self.choices, cx);
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.chosen().map(|row| row.family)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

//! The family form: a new family from what was typed in the search, or the correction of one. A good typist fills it without looking.
//!
//! The head's fields stand first, members are one typed line each, everything else about a person is in their window (F4). While
//! typing, families that may be the same one stand beside the form; F3 opens the match instead. Here is the form's state and what the
//! events of its fields change; `keys` moves in it, `saving` ends it, `drafting` keeps it while it is not saved, `view` draws it.

mod conflict;
mod drafting;
mod home_fields;
mod keys;
mod member;
mod person;
mod quick;
mod saving;
mod single;
mod view;

pub use home_fields::{pick_line, settle_line, suggest_line};
pub use person::{date_fault, fault_note, offered_categories};
pub use single::SingleForm;

use crate::domain::category::Category;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::{FamilyCard, PersonCard, Relation};
use crate::domain::id::{DeedId, FamilyId};
use crate::domain::name;
use crate::domain::number::FamilyNumber;
use crate::domain::staff::Right;
use crate::domain::typed;
use crate::domain::{date, person::PersonName};
use crate::office::LikelyFound;
use crate::tui::app::{Answer, Context, DraftLayer, Effect, Reply, Screen, Step};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::widgets::form::{Event, Field, Form, Row};
use member::MemberWindow;
use ratatui::Frame;
use ratatui::layout::Rect;

/// What the form makes.
enum Mode {
    /// A new family.
    New,
    /// A correction.
    Correct { family: FamilyId, number: FamilyNumber, base: Box<FamilyDraft> },
}

/// Which window is open over the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Waiting {
    /// None.
    Nothing,
    /// The window of the member at this position.
    Member(usize),
    /// The question whether to throw the typed text away.
    Discard,
    /// The question whose values stand.
    Conflict,
}

/// The form screen.
pub struct Registration {
    mode: Mode,
    deed: DeedId,
    draft: FamilyDraft,
    opened_with: FamilyDraft,
    form: Form,
    waiting: Waiting,
    is_saving: bool,
    /// What another desk saved meanwhile, while the question is open whose values stand.
    conflict: Option<Box<FamilyDraft>>,
    likely: Vec<LikelyFound>,
    likely_chosen: usize,
    generation: u64,
    asked: Option<FamilyDraft>,
}

impl Registration {
    /// A new family whose head is made of the typed text.
    pub fn new(typed_text: &str, cx: &mut Context) -> Self {
        let parts = typed::split(typed_text, cx.today());
        let mut head = MemberDraft::new(Relation::Head);
        head.sex = name::sex_of_patronymic(&parts.name.patronymic);
        head.name = parts.name;
        head.birth = parts.birth;
        head.phones.extend(parts.phone);
        head.documents.extend(parts.document);
        let draft = FamilyDraft { members: vec![head], ..FamilyDraft::new(cx.today()) };
        // What was typed in the search still stands there: leaving an untouched form loses nothing.
        let mut form = Self::open(Mode::New, draft, cx);
        let empty = ["surname", "given", "birth"].into_iter().find(|id| form.form.value(id).is_empty());
        form.form.focus_on(empty.unwrap_or("settlement"));
        form
    }

    /// A new family whose head is somebody who has been on the register without one: the same person, not another of the same name.
    pub fn of_person(card: &PersonCard, cx: &mut Context) -> Self {
        let head = MemberDraft { person: Some(card.id), relation: Relation::Head, ..card.single.person.clone() };
        let actual = card.single.address.clone();
        let draft = FamilyDraft { members: vec![head], actual, ..FamilyDraft::new(cx.today()) };
        let mut form = Self::open(Mode::New, draft, cx);
        form.form.focus_on(if form.form.value("settlement").is_empty() { "settlement" } else { "family-categories" });
        form
    }

    /// The correction of a family.
    pub fn correct(card: &FamilyCard, cx: &mut Context) -> Self {
        let mut draft = FamilyDraft::of_card(card);
        // The head's fields are the first of the form, wherever the card lists them.
        if let Some(place) = draft.members.iter().position(|member| member.relation == Relation::Head) {
            let head = draft.members.remove(place);
            draft.members.insert(0, head);
        }
        Self::open(Mode::Correct { family: card.id, number: card.number, base: Box::new(draft.clone()) }, draft, cx)
    }

    fn open(mode: Mode, draft: FamilyDraft, cx: &mut Context) -> Self {
        let deed = cx.new_deed();
        let mut fields = person::name_fields(cx);
        fields.extend(home_fields::fields());
        fields.push(Field::list("family-categories"));
        fields.push(Field::text("consent"));
        fields.push(Field::text("registered-on"));
        let mut last = vec![("consent", 5), ("registered-on", 4)];
        if cx.may(Right::SeeNotes) {
            fields.push(Field::text("note"));
            last.push(("note", 4));
        }
        fields.push(Field::rows("members"));
        let rows = vec![
            Row::Fields(vec![("surname", 4), ("given", 3), ("patronymic", 5)]),
            Row::Fields(vec![("birth", 5), ("sex", 3), ("phones", 7)]),
            Row::Fields(vec![("papers", 1)]),
            Row::Gap,
            Row::Fields(vec![("settlement", 3), ("district", 2)]),
            Row::Fields(vec![("street", 5), ("building", 2), ("flat", 2)]),
            Row::Fields(vec![("origin", 1), ("registered", 1)]),
            Row::Gap,
            Row::Fields(vec![("family-categories", 1)]),
            Row::Fields(last),
        ];
        let mut screen = Self {
            mode,
            deed,
            opened_with: draft.clone(),
            draft,
            form: Form::new(fields, rows),
            waiting: Waiting::Nothing,
            is_saving: false,
            conflict: None,
            likely: Vec::new(),
            likely_chosen: 0,
            generation: 0,
            asked: None,
        };
        screen.load(cx);
        screen
    }

    /// Puts the draft into the fields.
    fn load(&mut self, cx: &Context) {
        if let Some(head) = self.draft.members.first() {
            person::load(&mut self.form, head, cx);
        }
        home_fields::load(&mut self.form, &self.draft);
        self.form.set("registered-on", &date::show(self.draft.registered_on));
        self.show_lists(cx);
    }

    fn show_lists(&mut self, cx: &Context) {
        let categories: Vec<String> = self.draft.categories.iter().map(|category| person::chip(category, cx)).collect();
        if let Some(field) = self.form.field_mut("family-categories") {
            field.items = categories;
        }
        let members: Vec<String> = self.draft.members.iter().skip(1).map(|member| member.name.full()).collect();
        if let Some(field) = self.form.field_mut("members") {
            field.items = members;
        }
    }

    /// The family as it would be if the focus left every field now: what duplicates are looked for with.
    fn live(&self) -> FamilyDraft {
        let mut draft = self.draft.clone();
        if let Some(head) = draft.members.first_mut() {
            head.name = PersonName {
                surname: name::settle(&self.form.value("surname")),
                given: name::settle(&self.form.value("given")),
                patronymic: name::settle(&self.form.value("patronymic")),
            };
        }
        draft
    }

    fn hear(&mut self, event: &Event, cx: &mut Context) -> Step {
        if let Some(head) = self.draft.members.first_mut()
            && person::list_event(&mut self.form, head, event, cx)
        {
            return self.look(cx);
        }
        let mut categories: Vec<Category> = std::mem::take(&mut self.draft.categories);
        let heard = person::category_event(&mut self.form, "family-categories", &mut categories, event, cx);
        self.draft.categories = categories;
        if heard || home_fields::event(&mut self.form, &mut self.draft, event, cx) {
            return self.look(cx);
        }
        match event {
            Event::Left("registered-on") => self.settle_registered_on(cx),
            Event::Left(id) => {
                home_fields::settle(&mut self.form, &mut self.draft, id, cx);
                if let Some(head) = self.draft.members.first_mut() {
                    person::settle(&mut self.form, head, id, cx);
                }
            }
            Event::Changed if self.form.focused() == Some("sex") => {
                if let Some(head) = self.draft.members.first_mut() {
                    person::settle(&mut self.form, head, "sex", cx);
                }
            }
            Event::Add { field: "members", text, move_on } => self.add_member(text, *move_on, cx),
            Event::Remove { field: "members", place } => self.remove_member(place + 1, cx),
            Event::Reopen { field: "members", place } => return self.open_member(place + 1, cx),
            _ => {}
        }
        self.look(cx)
    }

    fn settle_registered_on(&mut self, cx: &Context) {
        let text = self.form.value("registered-on");
        match date::parse(&text, cx.today()) {
            Ok(day) if day <= cx.today() => {
                self.draft.registered_on = day;
                self.form.set("registered-on", &date::show(day));
                self.form.note("registered-on", None);
            }
            Ok(_) => {
                let text = date_fault(date::DateFault::InFuture, cx);
                self.form.note("registered-on", Some(fault_note(text)));
            }
            Err(fault) => self.form.note("registered-on", Some(fault_note(date_fault(fault, cx)))),
        }
    }

    fn add_member(&mut self, text: &str, move_on: bool, cx: &Context) {
        let surname = name::settle(&self.form.value("surname"));
        match quick::member(text, &surname, cx.today()) {
            Some(mut member) => {
                for part in [&mut member.name.surname, &mut member.name.given, &mut member.name.patronymic] {
                    *part = name::settle(part);
                }
                self.draft.members.push(member);
                person::taken(&mut self.form, "members", move_on);
            }
            None => self.form.note("members", Some(fault_note(cx.t("fault-member")))),
        }
        self.show_lists(cx);
    }

    fn remove_member(&mut self, place: usize, cx: &Context) {
        if place > 0 && place < self.draft.members.len() {
            self.draft.members.remove(place);
        }
        self.show_lists(cx);
    }

    fn open_member(&mut self, place: usize, cx: &mut Context) -> Step {
        // The window opens with what the form says of the head now.
        self.settle_all(cx);
        match self.draft.members.get(place) {
            Some(member) => {
                self.waiting = Waiting::Member(place);
                Step::push(MemberWindow::of(member, cx))
            }
            None => Step::stay(),
        }
    }

    /// Looks for probable duplicates when the family changed and there is enough to go by.
    fn look(&mut self, _: &Context) -> Step {
        let live = self.live();
        let is_telling = live.members.iter().any(|member| {
            !member.phones.is_empty() || !member.documents.is_empty() || member.name.surname.chars().count() > 2
        });
        if !is_telling || self.asked.as_ref() == Some(&live) {
            return Step::stay();
        }
        self.generation += 1;
        self.asked = Some(live.clone());
        let except = match &self.mode {
            Mode::New => None,
            Mode::Correct { family, .. } => Some(*family),
        };
        Step::effect(Effect::Likely { generation: self.generation, draft: Box::new(live), except })
    }
}

impl Screen for Registration {
    fn scope(&self) -> Scope {
        Scope::Registration
    }

    fn is_dirty(&self) -> bool {
        self.draft != self.opened_with || self.form.is_typed_in()
    }

    fn draft(&self) -> Option<DraftLayer> {
        self.kept()
    }

    fn has_entry(&self) -> bool {
        self.form.has_entry()
    }

    fn spoken(&mut self, cx: &Context) {
        person::say_sexes(&mut self.form, cx);
        self.show_lists(cx);
        if let Some(head) = self.draft.members.first() {
            person::check(&mut self.form, head, cx);
        }
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        self.look(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_saving { Step::stay() } else { self.press(key, cx) }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        let event = self.form.text(text);
        self.hear(&event, cx)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            // The family is being written as it stands: nothing may be changed or opened over it until that is done.
            _ if self.is_saving => Step::stay(),
            CommandId::Save => self.save(cx),
            CommandId::Open => match self.selected_family() {
                Some(family) => Step::push(Card::loading(family)).with(Effect::Card(family)),
                None => Step::stay(),
            },
            CommandId::EditMember => {
                let chosen = self.form.field("members").and_then(|field| field.chosen);
                let place = match (self.form.focused(), chosen) {
                    (Some("members"), Some(chosen)) => chosen + 1,
                    (Some("members"), None) => self.draft.members.len().saturating_sub(1),
                    _ => 0,
                };
                self.open_member(place, cx)
            }
            CommandId::RemoveEntry => {
                let event = self.form.key(Key::Delete);
                self.hear(&event, cx)
            }
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        self.hear_answer(answer, cx)
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        self.hear_reply(reply, cx)
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.likely.get(self.likely_chosen).and_then(|found| found.likely.family)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

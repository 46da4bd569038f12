//! The form of a person without a family: a single visitor, a professional at a training; or the correction of anybody's own fields.
//!
//! The fields are those of a member (`person`), with an address of the person's own; who may be the same one stands beside them.

use super::conflict::ConflictWindow;
use super::home_fields;
use super::person;
use super::view::Likely;
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::{PersonCard, Relation};
use crate::domain::id::{DeedId, PersonId};
use crate::domain::merge::{self, Conflict, Side};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::domain::typed;
use crate::office::{Changer, LikelyFound, OfficeError};
use crate::tui::app::message::lives::{LivesAsk, LivesTold};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::person::PersonScreen;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Row};
use crate::tui::widgets::text::wrap;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::{Deserialize, Serialize};
use serde_json::Value;

const ADDRESS: &str = "single-address";
const LISTS: [&str; 3] = ["phones", "papers", "categories"];

/// Rows of likely duplicates under the form.
const LIKELY_ROWS: u16 = 4;

/// What the form makes.
enum Mode {
    /// A new person.
    New,
    /// A correction.
    Correct { person: PersonId, base: Box<SingleDraft> },
}

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptSingle {
    /// Who is corrected, and what the correction started from.
    correct: Option<(PersonId, Box<SingleDraft>)>,
    draft: SingleDraft,
    opened_with: SingleDraft,
    form: KeptForm,
}

/// The form.
pub struct SingleForm {
    mode: Mode,
    deed: DeedId,
    draft: SingleDraft,
    opened_with: SingleDraft,
    form: Form,
    is_saving: bool,
    /// Who changed the same at another desk, while what they saved is read.
    changer: Option<Changer>,
    /// What another desk saved meanwhile, while the question is open whose values stand.
    theirs: Option<Box<SingleDraft>>,
    likely: Vec<LikelyFound>,
    generation: u64,
    asked: Option<SingleDraft>,
}

impl SingleForm {
    /// A new person made of the typed text.
    pub fn new(typed_text: &str, cx: &mut Context) -> Self {
        let parts = typed::split(typed_text, cx.today());
        let mut person = MemberDraft::new(Relation::Other);
        person.sex = name::sex_of_patronymic(&parts.name.patronymic);
        person.name = parts.name;
        person.birth = parts.birth;
        person.phones.extend(parts.phone);
        person.documents.extend(parts.document);
        let draft = SingleDraft { person, address: crate::domain::address::Address::default() };
        let mut form = Self::open(Mode::New, draft, cx);
        let empty = ["surname", "given", "birth"].into_iter().find(|id| form.form.value(id).is_empty());
        form.form.focus_on(empty.unwrap_or(ADDRESS));
        form
    }

    /// The correction of a person's own fields.
    pub fn correct(card: &PersonCard, cx: &mut Context) -> Self {
        let base = Box::new(card.single.clone());
        Self::open(Mode::Correct { person: card.id, base }, card.single.clone(), cx)
    }

    fn open(mode: Mode, draft: SingleDraft, cx: &mut Context) -> Self {
        let mut fields = person::name_fields(cx);
        fields.extend([Field::suggest(ADDRESS), Field::list("categories"), Field::text("consent")]);
        fields.extend([Field::text(person::CLOTHES), Field::text(person::SHOES)]);
        let mut last = vec![("consent", 1)];
        if cx.may(Right::SeeNotes) {
            fields.push(Field::text("note"));
            last.push(("note", 1));
        }
        let rows = vec![
            Row::Fields(vec![("surname", 4), ("given", 3), ("patronymic", 5)]),
            Row::Fields(vec![("birth", 5), ("sex", 3), ("phones", 7)]),
            Row::Fields(vec![("papers", 1)]),
            Row::Gap,
            Row::Fields(vec![(ADDRESS, 1)]),
            Row::Gap,
            Row::Fields(vec![("categories", 1)]),
            Row::Fields(last),
            Row::Fields(vec![(person::CLOTHES, 1), (person::SHOES, 1)]),
        ];
        let mut screen = Self {
            mode,
            deed: cx.new_deed(),
            opened_with: draft.clone(),
            draft,
            form: Form::new(fields, rows),
            is_saving: false,
            changer: None,
            theirs: None,
            likely: Vec::new(),
            generation: 0,
            asked: None,
        };
        screen.load(cx);
        screen
    }

    /// The form as a draft holds it.
    fn kept(&self) -> Option<DraftLayer> {
        let (kind, correct) = match &self.mode {
            Mode::New => (DraftKind::Person, None),
            Mode::Correct { person, base } => (DraftKind::PersonCorrection, Some((*person, base.clone()))),
        };
        let title = ["surname", "given"].map(|id| self.form.value(id)).join(" ").trim().to_owned();
        let subject = correct.as_ref().map(|(person, _)| person.0);
        let kept = KeptSingle {
            correct,
            draft: self.draft.clone(),
            opened_with: self.opened_with.clone(),
            form: self.form.kept(),
        };
        Some(DraftLayer {
            of: DraftOf::Form { deed: self.deed, kind, subject, title },
            state: serde_json::to_value(&kept).ok()?,
            is_dirty: self.is_dirty(),
        })
    }

    /// The form of a draft as it stood. None when the draft is no such form.
    pub fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptSingle = serde_json::from_value(form).ok()?;
        let mode = kept.correct.map_or(Mode::New, |(person, base)| Mode::Correct { person, base });
        let mut screen = Self::open(mode, kept.draft, cx);
        screen.deed = deed;
        screen.opened_with = kept.opened_with;
        screen.form.put_back(&kept.form);
        // Chips are words of the language of now.
        person::show_lists(&mut screen.form, &screen.draft.person, cx);
        Some(screen)
    }

    fn load(&mut self, cx: &Context) {
        person::load(&mut self.form, &self.draft.person, cx);
        self.form.set(ADDRESS, &self.draft.address.line());
    }

    fn hear(&mut self, event: &Event, cx: &Context) -> Step {
        if person::list_event(&mut self.form, &mut self.draft.person, event, cx) {
            return self.look(cx);
        }
        let mut categories = std::mem::take(&mut self.draft.person.categories);
        let heard = person::category_event(&mut self.form, "categories", &mut categories, event, cx);
        self.draft.person.categories = categories;
        if heard {
            return Step::stay();
        }
        match event {
            Event::Changed if self.form.focused() == Some(ADDRESS) => {
                home_fields::suggest_line(&mut self.form, cx.community());
            }
            Event::Picked { field: ADDRESS, place } => {
                home_fields::pick_line(&mut self.form, &mut self.draft.address, ADDRESS, *place, cx.community());
            }
            Event::Changed if self.form.focused() == Some("sex") => {
                person::settle(&mut self.form, &mut self.draft.person, "sex", cx);
            }
            Event::Left(id) => self.settle(id, cx),
            Event::PastEnd => self.form.focus = Some(0),
            _ => {}
        }
        self.look(cx)
    }

    fn settle(&mut self, id: &'static str, cx: &Context) {
        if id == ADDRESS {
            home_fields::settle_line(&mut self.form, &mut self.draft.address, ADDRESS, cx);
        } else {
            person::settle(&mut self.form, &mut self.draft.person, id, cx);
        }
    }

    /// Looks for who may be the same one, when the person changed and there is enough to go by.
    fn look(&mut self, _: &Context) -> Step {
        let mut live = self.draft.clone();
        live.person.name.surname = name::settle(&self.form.value("surname"));
        live.person.name.given = name::settle(&self.form.value("given"));
        live.person.name.patronymic = name::settle(&self.form.value("patronymic"));
        let person = &live.person;
        let is_telling =
            !person.phones.is_empty() || !person.documents.is_empty() || person.name.surname.chars().count() > 2;
        // A correction is of somebody who is known already.
        if !is_telling || !matches!(self.mode, Mode::New) || self.asked.as_ref() == Some(&live) {
            return Step::stay();
        }
        self.generation += 1;
        self.asked = Some(live.clone());
        Step::effect(Effect::Lives(LivesAsk::Likely { generation: self.generation, draft: Box::new(live) }))
    }

    /// F2: everything typed is taken; what is faulty is shown, otherwise the person goes to be written.
    fn save(&mut self, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        self.form.note("papers", None);
        if let Some(event) = self.form.take_suggestion() {
            let _ = self.hear(&event, cx);
        }
        for id in LISTS {
            let text = self.form.value(id);
            if !text.is_empty() {
                let _ = self.hear(&Event::Add { field: id, text, move_on: false }, cx);
            }
        }
        let ids: Vec<&'static str> = self.form.fields.iter().map(|field| field.id).filter(|id| *id != "sex").collect();
        for id in ids {
            self.settle(id, cx);
        }
        for id in ["given", "surname"] {
            if self.form.value(id).is_empty() {
                self.form.note(id, Some(person::fault_note(cx.t("fault-name-missing"))));
            }
        }
        let fault = self.form.first_fault();
        let fault = fault.map(|field| (field.id, field.note.as_ref().map(|note| note.text.clone())));
        if let Some((id, text)) = fault {
            self.form.focus_on(id);
            return Step::stay().saying(Toast::warning(text.unwrap_or_default()));
        }
        self.is_saving = true;
        let mine = Box::new(self.draft.clone());
        let deed = self.deed;
        Step::effect(Effect::Lives(match &self.mode {
            Mode::New => LivesAsk::Register { deed, draft: mine },
            Mode::Correct { person, base } => LivesAsk::Correct { deed, person: *person, base: base.clone(), mine },
        }))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_saving = false;
        match (fault, &self.mode) {
            (OfficeError::PaperTaken { .. }, _) => {
                self.form.note("papers", Some(person::fault_note(cx.texts.say(fault))));
                self.form.focus_on("papers");
            }
            // What the other desk saved is read first; then it is asked whose values stand.
            (OfficeError::ChangedMeanwhile { by, at, .. }, Mode::Correct { person, .. }) => {
                self.changer = Some(Changer { staff: by.clone(), at: *at });
                return Step::effect(Effect::Lives(LivesAsk::Person(*person)));
            }
            _ => {}
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    fn ask_whose(&mut self, theirs: &SingleDraft, changer: &Changer, cx: &Context) -> Step {
        let Mode::Correct { base, .. } = &self.mode else { return Step::stay() };
        let (base, mine) = (alone(base, cx), alone(&self.draft, cx));
        let found = merge::combine(&base, &mine, &alone(theirs, cx)).1;
        let told: Vec<(Conflict, String)> = found.into_iter().map(|conflict| (conflict, String::new())).collect();
        let by = vec![Some(changer.clone()); told.len()];
        self.theirs = Some(Box::new(theirs.clone()));
        Step::push(ConflictWindow::new(&told, &by, cx))
    }

    /// Whose values stand; undecided, the form stays as it is and saving asks again.
    fn settle_conflict(&mut self, sides: &[Side], cx: &mut Context) -> Step {
        let (Some(theirs), Mode::Correct { base, .. }) = (self.theirs.take(), &mut self.mode) else {
            return Step::stay();
        };
        let settled = merge::settle(&alone(base, cx), &alone(&self.draft, cx), &alone(&theirs, cx), sides);
        if let Some(person) = settled.members.into_iter().next() {
            self.draft = SingleDraft { person, address: settled.actual };
        }
        *base = theirs;
        self.load(cx);
        self.save(cx)
    }
}

/// A person as a family of one, for whom the same words and rules hold.
fn alone(single: &SingleDraft, cx: &Context) -> FamilyDraft {
    let members = vec![single.person.clone()];
    FamilyDraft { actual: single.address.clone(), members, ..FamilyDraft::new(cx.today()) }
}

impl Screen for SingleForm {
    fn scope(&self) -> Scope {
        Scope::Single
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
        person::show_lists(&mut self.form, &self.draft.person, cx);
        person::check(&mut self.form, &self.draft.person, cx);
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        self.look(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if key == Key::Esc && !self.form.is_suggesting() {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        let event = self.form.key(key);
        self.hear(&event, cx)
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
            CommandId::Save => self.save(cx),
            CommandId::RemoveEntry if !self.is_saving => {
                let event = self.form.key(Key::Delete);
                self.hear(&event, cx)
            }
            CommandId::Open => match self.likely.first() {
                Some(found) => PersonScreen::open(found.likely.person),
                None => Step::stay(),
            },
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Lives(told) = reply else { return Step::stay() };
        match told {
            LivesTold::Likely(generation, Ok(found)) if *generation == self.generation => {
                self.likely.clone_from(found);
                Step::stay()
            }
            LivesTold::Registered(deed, result) if *deed == self.deed => match result {
                Ok(person) => {
                    let name = self.draft.person.name.short();
                    Step::go(Go::Replace(Box::new(PersonScreen::loading(*person))))
                        .with(Effect::Lives(LivesAsk::Person(*person)))
                        .saying(Toast::good(cx.tv("single-registered", &[("name", name.into())])))
                }
                Err(fault) => self.refused(fault, cx),
            },
            LivesTold::Person(_, Ok(card)) => match self.changer.take() {
                Some(changer) => self.ask_whose(&card.single, &changer, cx),
                None => Step::stay(),
            },
            LivesTold::Corrected(deed, result) if *deed == self.deed => match result {
                Ok(_) => Step::pop().saying(Toast::good(cx.t("corrected"))),
                Err(fault) => self.refused(fault, cx),
            },
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match answer {
            Answer::Chosen(Dialog::DISCARD) => Step::pop(),
            Answer::Sides(sides) => self.settle_conflict(&sides, cx),
            _ => Step::stay(),
        }
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.likely.first().map(|found| found.likely.person)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match &self.mode {
            Mode::New => cx.t("single-new"),
            Mode::Correct { base, .. } => format!("{} · {}", cx.t("form-correct-family"), base.person.name.full()),
        };
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let below = if self.likely.is_empty() { 0 } else { LIKELY_ROWS };
        let [fields, likely, hint] =
            Layout::vertical([Constraint::Min(8), Constraint::Length(below), Constraint::Length(2)]).areas(inner);
        let found = Likely { found: &self.likely, chosen: 0, has_focus: false, title: "likely-title-person" };
        found.draw(cx, frame, likely);
        let (style, text) = if self.is_saving { (cx.theme.dim, cx.t("form-saving")) } else { self.form.hint(cx) };
        let lines = wrap(&text, usize::from(hint.width)).into_iter().map(|line| Line::from(Span::styled(line, style)));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), hint);
        self.form.view(cx, frame, fields);
    }
}

//! The window of one change of life: who else is meant, the fields, and saving.

use super::ask::{self, Subject};
use super::event::{self, Typed};
use super::ticks::{TICK_ROWS, Ticks};
use crate::domain::address::Address;
use crate::domain::date;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::life::check::check;
use crate::domain::name;
use crate::domain::person::PersonName;
use crate::office::{Lived, OfficeError};
use crate::tui::app::message::lives::{LivesAsk, LivesTold};
use crate::tui::app::{Answer, Context, DraftLayer, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::happening::Happening;
use crate::tui::keys::Key;
use crate::tui::screens::card::{PastCard, category_line};
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::picker::{Hunt, PICKER_ROWS, Picked, Picker, Wanted, Whom};
use crate::tui::screens::registration::{
    date_fault, fault_note, offered_categories, pick_line, settle_line, suggest_line,
};
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Which step of the window is shown.
enum Stage {
    /// Somebody else is looked for.
    Pick(Picker),
    /// Those who go together are ticked.
    Tick(Ticks),
    /// The fields.
    Fields,
}

/// The window.
pub struct LifeWindow {
    pub(super) what: Happening,
    pub(super) subject: Subject,
    stage: Stage,
    pub(super) picked: Option<Whom>,
    pub(super) ticked: Vec<PersonId>,
    pub(super) form: Form,
    pub(super) address: Address,
    there: Option<(FamilyId, Vec<(PersonId, PersonName)>)>,
    pub(super) deed: DeedId,
    is_saving: bool,
}

impl LifeWindow {
    /// The window of what happened.
    pub fn new(what: Happening, subject: Subject, cx: &mut Context) -> Self {
        let members = || subject.card.members.iter().map(|member| member.person).collect();
        let stage = match what {
            Happening::Moved => Stage::Pick(Picker::new(Wanted::Family(Some(subject.card.id)))),
            Happening::Joined => Stage::Pick(Picker::new(Wanted::Person(members()))),
            Happening::CollectorAllowed => Stage::Pick(Picker::new(Wanted::Anybody(members()))),
            Happening::SplitOff => Stage::Tick(Ticks::of(&subject.card, subject.on.person(), cx)),
            _ => Stage::Fields,
        };
        let fields = ask::fields(what, &subject, None, &[], cx);
        Self {
            what,
            subject,
            stage,
            picked: None,
            ticked: Vec::new(),
            form: Form::column(fields).chosen(),
            address: Address::default(),
            there: None,
            deed: cx.new_deed(),
            is_saving: false,
        }
    }

    /// Somebody of the register joins this family.
    pub fn joining(whom: Whom, subject: Subject, cx: &mut Context) -> Self {
        let mut window = Self::new(Happening::Joined, subject, cx);
        window.picked = Some(whom);
        window.go_on(cx);
        window
    }

    fn typed(&self) -> Typed<'_> {
        Typed {
            what: self.what,
            subject: &self.subject,
            form: &self.form,
            picked: self.picked.as_ref(),
            ticked: &self.ticked,
            address: &self.address,
            there: self.there.as_ref(),
        }
    }

    /// The first step is done: its fields follow.
    pub(super) fn go_on(&mut self, cx: &Context) {
        self.stage = Stage::Fields;
        self.form =
            Form::column(ask::fields(self.what, &self.subject, self.picked.as_ref(), &self.ticked, cx)).chosen();
    }

    fn hunted(&mut self, hunt: Hunt, cx: &Context) -> Step {
        match hunt {
            Hunt::Goes => Step::stay(),
            Hunt::Look(effect) => Step::effect(effect),
            Hunt::Is(Picked::Found(found)) => {
                self.picked = Some(found);
                self.go_on(cx);
                Step::stay()
            }
            Hunt::Is(Picked::Typed(text)) => {
                self.picked = None;
                self.go_on(cx);
                let words: Vec<String> = text.split_whitespace().map(name::settle).collect();
                // Typed by the person, if in the search: leaving the window would lose it.
                if let Some(field) = self.form.field_mut(ask::WHO) {
                    field.line.set(&words.join(" "));
                }
                self.form.jump_to(ask::PAPER);
                Step::stay()
            }
        }
    }

    fn tick(&mut self, key: Key, cx: &Context) -> Step {
        let Stage::Tick(ticks) = &mut self.stage else { return Step::stay() };
        if !matches!(key, Key::Enter | Key::F(2)) {
            ticks.key(key);
            return Step::stay();
        }
        let ticked = ticks.ticked();
        if ticked.is_empty() {
            return Step::stay().saying(Toast::warning(cx.t("happen-split-nobody")));
        }
        if ticked.len() == self.subject.card.members.len() {
            return Step::stay().saying(Toast::warning(cx.t("happen-split-everybody")));
        }
        self.ticked = ticked;
        self.go_on(cx);
        Step::stay()
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed => self.changed(cx),
            Event::Picked { field: ask::CATEGORY, place } => {
                if let Some(code) = offered_categories(&self.form.value(ask::CATEGORY), cx).get(*place) {
                    self.form.set(ask::CATEGORY, &cx.texts.code("category", &code.0));
                    self.form.next();
                }
            }
            Event::Picked { field: field @ (ask::ADDRESS | ask::PLACE), place } => {
                pick_line(&mut self.form, &mut self.address, field, *place, cx.community());
            }
            Event::Left(id) => self.settle(id, cx),
            Event::PastEnd => self.form.focus = Some(0),
            _ => {}
        }
    }

    fn changed(&mut self, cx: &Context) {
        match self.form.focused() {
            Some(ask::CATEGORY) => {
                let offered = offered_categories(&self.form.value(ask::CATEGORY), cx);
                self.form.suggest(offered.iter().map(|code| cx.texts.code("category", &code.0)).collect());
            }
            Some(ask::ADDRESS | ask::PLACE) => suggest_line(&mut self.form, cx.community()),
            Some(ask::NEW_HEAD) => self.follow_head(),
            _ => {}
        }
    }

    /// Another one is the head of the new family: the others are what they are to that one.
    fn follow_head(&mut self) {
        let members = ask::ticked_members(&self.subject, &self.ticked);
        let Some(head) = members.get(self.form.field(ask::NEW_HEAD).map_or(0, Field::picked)) else { return };
        for (id, member) in ask::THEIR.iter().zip(&members) {
            let relation = ask::in_new_family(head, member);
            if let Some(field) = self.form.field_mut(id) {
                field.pick(ask::RELATIONS.iter().position(|one| *one == relation).unwrap_or(0));
            }
        }
    }

    /// Takes what stands in a field: a date is shown as a date, a name as a name, an address as it was understood.
    fn settle(&mut self, id: &'static str, cx: &Context) {
        match id {
            ask::ON | ask::UNTIL => {
                let text = self.form.value(id);
                if text.is_empty() && id == ask::UNTIL {
                    return self.form.note(id, None);
                }
                match date::parse(&text, cx.today()) {
                    Ok(day) => {
                        if let Some(field) = self.form.field_mut(id) {
                            field.line.set(&date::show(day));
                            field.note = None;
                        }
                    }
                    Err(fault) => self.form.note(id, Some(fault_note(date_fault(fault, cx)))),
                }
            }
            ask::SURNAME | ask::GIVEN | ask::PATRONYMIC | ask::WHO => {
                let words: Vec<String> = self.form.value(id).split_whitespace().map(name::settle).collect();
                if let Some(field) = self.form.field_mut(id) {
                    field.line.set(&words.join(" "));
                }
            }
            ask::ADDRESS | ask::PLACE => settle_line(&mut self.form, &mut self.address, id, cx),
            _ => {}
        }
    }

    /// F2: what is typed becomes the event, is looked at, and goes to be written.
    fn save(&mut self, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if let Some(event) = self.form.take_suggestion() {
            self.hear(&event, cx);
        }
        let ids: Vec<&'static str> = self.form.fields.iter().map(|field| field.id).collect();
        for id in ids {
            self.settle(id, cx);
        }
        if self.what == Happening::AsOn {
            return self.look_back(cx);
        }
        let event = match self.typed().event(cx) {
            Ok(Some(event)) => event,
            Ok(None) => return Step::stay(),
            Err((id, text)) => return self.fault_at(id, text),
        };
        if let Err(fault) = check(&event, &self.subject.card, cx.today()) {
            return self.refused(&OfficeError::Life(fault), cx);
        }
        self.is_saving = true;
        let family = self.subject.card.id;
        Step::effect(Effect::Lives(LivesAsk::Live { deed: self.deed, family, event: Box::new(event) }))
    }

    fn look_back(&mut self, cx: &Context) -> Step {
        let day = match self.typed().day(ask::ON, cx) {
            Ok(day) if day <= cx.today() => day,
            Ok(_) => return self.fault_at(ask::ON, cx.t("fault-date-future")),
            Err((id, text)) => return self.fault_at(id, text),
        };
        let family = self.subject.card.id;
        Step::go(Go::Replace(Box::new(PastCard::loading(family, day))))
            .with(Effect::Lives(LivesAsk::CardOn(family, day)))
    }

    fn fault_at(&mut self, id: &'static str, text: String) -> Step {
        self.form.note(id, Some(fault_note(text.clone())));
        self.form.focus_on(id);
        Step::stay().saying(Toast::warning(text))
    }

    /// The event was not written: the window stands on what has to be mended.
    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_saving = false;
        if let Some((number, choices)) = event::head_needed(fault)
            && number != self.subject.card.number
        {
            self.ask_for_head_there(number, choices, cx);
            let text = cx.texts.say(fault);
            return self.fault_at(ask::NEXT_HEAD_THERE, text);
        }
        match self.typed().field_of(fault) {
            Some(id) => self.fault_at(id, cx.texts.say(fault)),
            None => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    /// The dead was the head of another family too: who is it there now?
    fn ask_for_head_there(
        &mut self,
        number: crate::domain::number::FamilyNumber,
        choices: &[(PersonId, PersonName)],
        cx: &Context,
    ) {
        let elsewhere = self.subject.member().into_iter().flat_map(|member| &member.elsewhere);
        let Some(family) = elsewhere.into_iter().find(|there| there.number == number).map(|there| there.family) else {
            return;
        };
        let label = cx.tv("life-next-head-there", &[("number", number.to_string().into())]);
        self.there = Some((family, choices.to_vec()));
        if let Some(field) = ask::heads_field(ask::NEXT_HEAD_THERE, choices, &self.subject, cx) {
            self.form.fields.retain(|field| field.id != ask::NEXT_HEAD_THERE);
            self.form.fields.push(field.labelled(label));
            self.form = Form::column(std::mem::take(&mut self.form.fields));
        }
    }

    fn done(&self, lived: &Lived, cx: &Context) -> Step {
        let name = self.subject.member().map(|member| member.name.short()).unwrap_or_default();
        let name = match &self.picked {
            Some(found) if self.what == Happening::Joined => found.name.short(),
            _ => name,
        };
        let other = lived.other.map(|other| other.number.to_string()).unwrap_or_default();
        let id = format!("happened-{}", self.what.title().trim_start_matches("command-life-"));
        let said = cx.tv(&id, &[("name", name.into()), ("number", other.into())]);
        let closed = if lived.closed && self.what != Happening::Closed {
            format!(" {}", cx.t("happened-and-closed"))
        } else {
            String::new()
        };
        Step::pop().saying(Toast::good(format!("{said}{closed}")))
    }

    /// `Вибуває із сім’ї · Шевченко О. П.`
    fn title(&self, cx: &Context) -> String {
        let what = cx.t(&format!("{}-ask", self.what.title()));
        let whom = match (&self.subject.on, &self.what) {
            (
                crate::tui::screens::card::On::Category(_, category),
                Happening::CategoryEnded | Happening::CategoryRenewed,
            ) => category_line(category, cx),
            (
                _,
                Happening::Category
                | Happening::Closed
                | Happening::Reopened
                | Happening::AsOn
                | Happening::MovedHouse
                | Happening::Joined
                | Happening::CollectorAllowed
                | Happening::CollectorEnded,
            ) => self.subject.card.number.to_string(),
            _ => self.subject.member().map(|member| member.name.short()).unwrap_or_default(),
        };
        format!("{what} · {whom}")
    }
}

impl Screen for LifeWindow {
    fn scope(&self) -> Scope {
        Scope::Life
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn draft(&self) -> Option<DraftLayer> {
        self.kept()
    }

    fn spoken(&mut self, cx: &Context) {
        for field in &mut self.form.fields {
            if let Some(words) = ask::options(field.id, cx) {
                field.say(words);
            }
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if key == Key::Esc && !self.form.is_suggesting() {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        match &mut self.stage {
            Stage::Pick(picker) => {
                let hunt = picker.key(key);
                self.hunted(hunt, cx)
            }
            Stage::Tick(_) => self.tick(key, cx),
            Stage::Fields => {
                let event = self.form.key(key);
                // Past the last field Enter is F2: a hand that only presses Enter gets there.
                if event == Event::PastEnd && key == Key::Enter {
                    let last = self.form.fields.len().saturating_sub(1);
                    self.form.focus = Some(last);
                    return self.save(cx);
                }
                self.hear(&event, cx);
                Step::stay()
            }
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        match &mut self.stage {
            _ if self.is_saving => Step::stay(),
            Stage::Pick(picker) => {
                let hunt = picker.text(text);
                self.hunted(hunt, cx)
            }
            Stage::Tick(_) => Step::stay(),
            Stage::Fields => {
                let event = self.form.text(text);
                self.hear(&event, cx);
                Step::stay()
            }
        }
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match (command, &self.stage) {
            (CommandId::Save, Stage::Fields) => self.save(cx),
            (CommandId::Save, _) => self.key(Key::Enter, cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match (reply, &mut self.stage) {
            (Reply::Lives(LivesTold::Found(generation, Ok(found))), Stage::Pick(picker)) => {
                let hunt = picker.receive(*generation, found);
                self.hunted(hunt, cx)
            }
            (Reply::Lives(LivesTold::Found(_, Err(fault))), Stage::Pick(_)) => {
                Step::stay().saying(Toast::fault(fault, cx))
            }
            (Reply::Lives(LivesTold::Lived(deed, result)), _) if *deed == self.deed && self.is_saving => match result {
                Ok(lived) => self.done(lived, cx),
                Err(fault) => self.refused(fault, cx),
            },
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let (rows, keys) = match &self.stage {
            Stage::Pick(_) => (PICKER_ROWS + 3, "happen-find-keys"),
            Stage::Tick(_) => (self.subject.card.members.len().min(TICK_ROWS) + 4, "happen-split-keys"),
            Stage::Fields => (self.form.rows.len() + 4, "small-form-keys"),
        };
        let height = u16::try_from(rows + 5).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &self.title(cx), height);
        sheet.gap();
        match &self.stage {
            Stage::Pick(picker) => picker.view(&mut sheet, cx),
            Stage::Tick(ticks) => ticks.view(&mut sheet, cx),
            Stage::Fields => {
                sheet.form(&self.form);
                sheet.gap();
                match (self.is_saving, self.form.is_suggesting()) {
                    (true, _) => sheet.line(cx.theme.accent, &cx.t("form-saving")),
                    (false, true) => {}
                    (false, false) => sheet.hint(&self.form),
                }
            }
        }
        sheet.bottom(&cx.t(keys));
    }
}

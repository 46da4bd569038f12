//! The model and `update`: the only place where a message changes what is on the screen.

use crate::domain::campaign::Guest;
use crate::domain::clock::Moment;
use crate::domain::event::RegisterOf;
use crate::domain::event::figures::FigureScope;
use crate::domain::number::FamilyNumber;
use crate::text::Sentence;
use crate::tui::app::context::Context;
use crate::tui::app::drafts::{self, Drafts};
use crate::tui::app::lock::{self, Watch};
use crate::tui::app::message::{Effect, Input, Known, Msg, Reply};
use crate::tui::app::screen::{Answer, Go, Screen, Step};
use crate::tui::commands::{self, Availability, CommandId, Scope};
use crate::tui::keys::{Key, layout};
use crate::tui::screens::acts::{FindAct, Overrides};
use crate::tui::screens::calendar::{Calendar, SeriesList};
use crate::tui::screens::campaign::Campaigns;
use crate::tui::screens::catalogue::CatalogueScreen;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::duplicates::{Duplicates, MergeWith};
use crate::tui::screens::enrolment::{EnrolmentScreen, EventPapers};
use crate::tui::screens::figures::FiguresScreen;
use crate::tui::screens::help::Help;
use crate::tui::screens::import::Import;
use crate::tui::screens::issue::PartnerPicker;
use crate::tui::screens::keyboard::KeyboardCheck;
use crate::tui::screens::lists::Lists;
use crate::tui::screens::menu::Menu;
use crate::tui::screens::settings::SettingsForm;
use crate::tui::screens::sign_in::SignIn;
use crate::tui::screens::staff::{StaffForm, StaffScreen};
use crate::tui::screens::storeroom::Storeroom;
use chrono::TimeDelta;

/// How long a toast stays.
const TOAST_SECONDS: i64 = 6;

/// What a toast is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastKind {
    /// Done, saved.
    Good,
    /// Worth a look.
    Warning,
    /// Refused.
    Fault,
}

/// A line above the footer that goes away by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// What it is about.
    pub kind: ToastKind,
    /// What it says.
    pub text: String,
}

impl Toast {
    /// Something went well.
    pub fn good(text: String) -> Self {
        Self { kind: ToastKind::Good, text }
    }

    /// Something is worth a look.
    pub fn warning(text: String) -> Self {
        Self { kind: ToastKind::Warning, text }
    }

    /// Something was refused: the error's own sentence.
    pub fn fault(what: &dyn Sentence, cx: &Context) -> Self {
        Self { kind: ToastKind::Fault, text: cx.texts.say(what) }
    }
}

/// The whole desk.
pub struct Model {
    /// What every screen may know.
    pub cx: Context,
    /// Layers, the top one last; never empty.
    pub layers: Vec<Box<dyn Screen>>,
    /// What is being said, and until when.
    pub toast: Option<(Toast, Moment)>,
    /// Whether the program ends after this message.
    pub quit: bool,
    /// The forms that are kept.
    pub drafts: Drafts,
    /// Who was at the desk and when: the lock.
    pub watch: Watch,
    /// Whether a layer was opened or closed by this message.
    has_moved: bool,
}

impl Model {
    /// A desk with one screen.
    pub fn new(cx: Context, first: Box<dyn Screen>) -> Self {
        let watch = Watch::new(cx.now);
        let drafts = Drafts::default();
        Self { cx, layers: vec![first], toast: None, quit: false, drafts, watch, has_moved: false }
    }

    /// The top layer.
    pub fn top(&self) -> Option<&dyn Screen> {
        self.layers.last().map(AsRef::as_ref)
    }
}

/// The first screen has just come up; what shall be done for it comes out.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    enter(model)
}

/// Takes a message in; what shall be done comes out.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = follow(model, msg);
    let is_open = model.cx.session.is_some();
    let has_moved = std::mem::take(&mut model.has_moved);
    if model.quit && is_open {
        // Leaving loses nothing: what is typed is kept, and the office is closed after it.
        effects.extend(drafts::look(model));
        effects.push(Effect::SignOut);
    } else if has_moved && is_open && model.drafts.is_keeping() {
        effects.extend(drafts::look(model));
    }
    effects
}

fn follow(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(input) => {
            model.drafts.touch();
            model.watch.touch(model.cx.now);
            match input {
                Input::Key(key) => press(model, key),
                Input::Text(text) => burst(model, &text),
            }
        }
        Msg::Resize(width, height) => {
            model.cx.size = (width, height);
            let Model { layers, cx, .. } = model;
            layers.iter_mut().flat_map(|layer| layer.resized(cx).effects).collect()
        }
        Msg::Tick(now) => {
            let before = std::mem::replace(&mut model.cx.now, now);
            if model.toast.as_ref().is_some_and(|(_, until)| *until <= now) {
                model.toast = None;
            }
            let mut effects = lock::tick(model, before);
            effects.extend(drafts::tick(model));
            effects
        }
        Msg::Reply(reply) => hear(model, &reply),
        Msg::Hangup => {
            model.quit = true;
            Vec::new()
        }
    }
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    // A fault or a warning was read by the time of the next key: it must not hide the next one.
    if model.toast.as_ref().is_some_and(|(toast, _)| toast.kind != ToastKind::Good) {
        model.toast = None;
    }
    if let Some(command) = model.top().and_then(|top| commands::of_key(key, top.scope())) {
        return run_command(model, command);
    }
    let lang = model.cx.texts.lang();
    let Model { layers, cx, .. } = model;
    let Some(top) = layers.last_mut() else { return Vec::new() };
    let step = top.key(key, cx);
    // A screen may have another language chosen on it.
    if model.cx.texts.lang() != lang {
        speak(model);
    }
    take(model, step)
}

/// Every layer says the words that it keeps in the language of now.
fn speak(model: &mut Model) {
    let Model { layers, cx, .. } = model;
    layers.iter_mut().for_each(|layer| layer.spoken(cx));
}

fn run_command(model: &mut Model, id: CommandId) -> Vec<Effect> {
    match commands::availability(id, model) {
        Availability::Here => {}
        Availability::Elsewhere => return Vec::new(),
        Availability::Refused(reason) => {
            return take(model, Step::stay().saying(Toast::warning(reason)));
        }
    }
    let step = match id {
        CommandId::Help => Step::push(Help::of(model)),
        CommandId::Menu => Step::push(Menu::of(model)),
        CommandId::Exit => Step::push(Dialog::leave(&model.cx, model.layers.iter().any(|layer| layer.is_dirty()))),
        CommandId::Staff => Step::push(StaffScreen::new()),
        CommandId::Lists => Step::push(Lists::new(&model.cx)),
        CommandId::Storeroom => Step::push(Storeroom::new()),
        CommandId::Settings => SettingsForm::new(&mut model.cx).map_or_else(Step::stay, Step::push),
        CommandId::Catalogues => Step::push(CatalogueScreen::new(&model.cx)),
        CommandId::Keyboard => Step::push(KeyboardCheck::default()),
        CommandId::Duplicates => Step::push(Duplicates::new()),
        CommandId::MergeWith => {
            let family = model.top().and_then(Screen::selected_family);
            family.map_or_else(Step::stay, |family| Step::push(MergeWith::of_family(family)))
        }
        CommandId::Campaigns => Step::push(Campaigns::new()),
        CommandId::Attendance if !is_of_calendar(model) => Step::push(attendance(model)),
        CommandId::SeriesList => Step::push(SeriesList::new()),
        CommandId::Figures => Step::push(FiguresScreen::new(FigureScope::All)),
        CommandId::Enrolment | CommandId::EventFigures | CommandId::EventPapers => about_event(model, id),
        CommandId::Import => Step::push(Import::new()),
        CommandId::Overrides => Overrides::open(&model.cx),
        CommandId::FindAct => Step::push(FindAct::new()),
        CommandId::IssueToPartner => PartnerPicker::open(),
        CommandId::OwnPassword => StaffForm::own_password(&mut model.cx).map_or_else(Step::stay, Step::push),
        CommandId::Lock if lock::is_busy(model) => Step::stay().saying(Toast::warning(model.cx.t("lock-busy"))),
        CommandId::Lock => return lock::lock(model),
        CommandId::SignOut if model.layers.iter().any(|layer| layer.is_dirty()) => {
            Step::push(Dialog::sign_out(&model.cx))
        }
        CommandId::SignOut => return sign_out(model),
        CommandId::Theme => {
            let next = model.cx.theme_name.next();
            model.cx.set_theme(next);
            Step::effect(Effect::Remember { lang: model.cx.texts.lang(), theme: next })
        }
        CommandId::Language => {
            let lang = match model.cx.texts.lang() {
                crate::text::Lang::Uk => crate::text::Lang::En,
                crate::text::Lang::En => crate::text::Lang::Uk,
            };
            model.cx.set_lang(lang);
            speak(model);
            Step::effect(Effect::Remember { lang, theme: model.cx.theme_name })
        }
        other => {
            let Model { layers, cx, .. } = model;
            match layers.last_mut() {
                Some(top) => top.command(other, cx),
                None => Step::stay(),
            }
        }
    };
    take(model, step)
}

/// Whether the top screen knows itself which register is meant.
fn is_of_calendar(model: &Model) -> bool {
    model.top().is_some_and(|top| match top.scope() {
        Scope::Calendar | Scope::SeriesCard => true,
        // Behind a number stand people, or events with their registers.
        Scope::Figures => top.event().is_some(),
        _ => false,
    })
}

/// The calendar of today; from a card or a row, to choose where whoever is under the cursor is to be marked.
fn attendance(model: &Model) -> Calendar {
    let top = model.top();
    let family = top.and_then(Screen::selected_family).map(Guest::Family);
    let guest = family.or_else(|| top.and_then(Screen::selected_person).map(Guest::Person));
    match guest {
        Some(guest) => Calendar::for_guest(guest, &model.cx),
        None => Calendar::new(&model.cx),
    }
}

/// Where the commands about the event under the cursor lead.
fn about_event(model: &Model, id: CommandId) -> Step {
    let Some(at) = model.top().and_then(Screen::event) else { return Step::stay() };
    match (id, at.of) {
        (CommandId::Enrolment, of) => Step::push(EnrolmentScreen::new(of)),
        (CommandId::EventFigures, RegisterOf::Series(series)) => {
            Step::push(FiguresScreen::new(FigureScope::Series(series)))
        }
        (CommandId::EventFigures, RegisterOf::Session(session)) => {
            Step::push(FiguresScreen::new(FigureScope::Session(session)))
        }
        _ => Step::push(EventPapers::new(at)),
    }
}

/// Closes the desk; what is typed in its forms is kept.
fn sign_out(model: &mut Model) -> Vec<Effect> {
    let mut effects = drafts::look(model);
    effects.push(Effect::SignOut);
    effects
}

fn burst(model: &mut Model, text: &str) -> Vec<Effect> {
    let digits: String = text.trim().chars().map(layout::to_latin).collect();
    let scanned = (digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| FamilyNumber::parse(&digits))
        .flatten();
    let Model { layers, cx, .. } = model;
    let Some(top) = layers.last_mut() else { return Vec::new() };
    let step = scanned.and_then(|number| top.scan(number, cx)).unwrap_or_else(|| top.text(text, cx));
    take(model, step)
}

fn hear(model: &mut Model, reply: &Reply) -> Vec<Effect> {
    if let Reply::SignedIn(Ok(session)) | Reply::Founded(Ok((session, _))) = reply {
        model.cx.set_session(Some(session.clone()));
    }
    if let (Reply::Staff(staff), Some(session)) = (reply, &mut model.cx.session) {
        session.staff = staff.clone();
    }
    model.drafts.touch();
    if let Reply::Drafts(told) = reply {
        lock::hear(model, told);
    }
    if let Some(known) = told_of_office(reply) {
        model.cx.know(known);
    }
    // The door of a locked desk stands already, and somebody may be typing at it.
    if *reply == Reply::SignedOut && !lock::is_closed_by_lock(model) {
        // Nothing of the last person stays on the screen for the next one.
        model.cx.set_session(None);
        model.drafts = Drafts::default();
        model.toast = None;
        let door = SignIn::new(model.cx.file.clone());
        return take(model, Step::go(Go::Reset(Box::new(door))));
    }
    let mut effects = Vec::new();
    for place in (0..model.layers.len()).rev() {
        let Model { layers, cx, .. } = model;
        let Some(layer) = layers.get_mut(place) else { continue };
        let step = layer.receive(reply, cx);
        // A menu, help or question that was opened while a deed was under way must not keep its form from going on.
        if !matches!(step.go, Go::Stay) && uncover(model, place) {
            effects.extend(take(model, step));
        } else {
            // Under another screen a layer may refresh itself and say what happened; it does not move.
            effects.extend(take(model, Step { go: Go::Stay, ..step }));
        }
    }
    match reply {
        Reply::Drafts(told) => effects.extend(drafts::hear(model, told)),
        Reply::SignedIn(Ok(session)) => {
            effects.splice(0..0, lock::come_back(model, session.staff.id));
        }
        _ => {}
    }
    effects
}

fn told_of_office(reply: &Reply) -> Option<&Known> {
    if let Reply::Office(told) = reply { told.known() } else { None }
}

/// Closes what lies over this layer where nothing would be lost by it; whether the layer is the top one now.
fn uncover(model: &mut Model, place: usize) -> bool {
    let is_free = model.layers.iter().skip(place + 1).all(|layer| layer.is_window() && !layer.is_dirty());
    if is_free {
        model.layers.truncate(place + 1);
    }
    is_free
}

/// Follows a step.
fn take(model: &mut Model, step: Step) -> Vec<Effect> {
    let Step { go, mut effects, toast } = step;
    if let Some(toast) = toast {
        say(model, toast);
    }
    model.has_moved |= !matches!(go, Go::Stay);
    match go {
        Go::Stay => {}
        Go::Push(screen) => {
            model.layers.push(screen);
            effects.extend(enter(model));
        }
        Go::Replace(screen) => {
            model.layers.pop();
            model.layers.push(screen);
            effects.extend(enter(model));
        }
        Go::Reset(screen) => {
            model.layers.clear();
            model.layers.push(screen);
            effects.extend(enter(model));
        }
        Go::Pop => {
            close(model);
            effects.extend(enter(model));
        }
        Go::PopWith(answer) => {
            close(model);
            effects.extend(hand_down(model, answer));
        }
        Go::Run(id) => effects.extend(run_command(model, id)),
        Go::Search => {
            model.layers.truncate(1);
            effects.extend(enter(model));
        }
        Go::Quit => model.quit = true,
        Go::SignOut => {
            close(model);
            effects.extend(sign_out(model));
        }
    }
    effects
}

/// Says something for a while.
pub(super) fn say(model: &mut Model, toast: Toast) {
    model.toast = Some((toast, model.cx.now + TimeDelta::seconds(TOAST_SECONDS)));
}

fn close(model: &mut Model) {
    if model.layers.len() > 1 {
        model.layers.pop();
    }
}

pub(super) fn enter(model: &mut Model) -> Vec<Effect> {
    let Model { layers, cx, .. } = model;
    let Some(top) = layers.last_mut() else { return Vec::new() };
    let step = top.entered(cx);
    take(model, step)
}

fn hand_down(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Command(id) => return run_command(model, id),
        Answer::Pressed(key) => return press(model, key),
        Answer::Typed(text) => return burst(model, &text),
        _ => {}
    }
    let Model { layers, cx, .. } = model;
    let Some(top) = layers.last_mut() else { return Vec::new() };
    let step = top.answer(answer, cx);
    take(model, step)
}

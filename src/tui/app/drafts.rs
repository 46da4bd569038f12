//! Forms that are not saved yet: when they are kept, what is forgotten, how one is gone on with.
//!
//! Deciding costs a keystroke nothing: a key only marks that something may have changed. Once a second the open forms are looked at
//! where anything was marked, and what differs from what was kept last goes to the worker, so that typed text is on the disk within
//! two seconds. A form that is closed is forgotten at once, since closing means saved or thrown away; a desk that is left or locked
//! closes nothing.

use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::office::{Continued, Draft, DraftText, Kept, Offer};
use crate::text::Value;
use crate::tui::app::context::Context;
use crate::tui::app::message::Effect;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::app::message::lives::LivesAsk;
use crate::tui::app::screen::Screen;
use crate::tui::app::update::{Model, Toast, say};
use crate::tui::commands::Scope;
use crate::tui::screens::calendar;
use crate::tui::screens::campaign;
use crate::tui::screens::card::Card;
use crate::tui::screens::catalogue;
use crate::tui::screens::issue::IssueScreen;
use crate::tui::screens::lives::LifeAgain;
use crate::tui::screens::person::PersonScreen;
use crate::tui::screens::registration::{Registration, SingleForm};
use crate::tui::screens::settings::SettingsForm;
use crate::tui::screens::staff::{StaffForm, StaffScreen};
use crate::tui::screens::storeroom::{CountSheet, GoodsForm, Storeroom};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How often a desk says that its forms are open still. The office believes it three times as long.
const ALIVE_EVERY: TimeDelta = TimeDelta::seconds(20);

/// The kinds of forms that are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DraftKind {
    /// A new family.
    Family,
    /// The correction of one.
    Correction,
    /// A new person without a family.
    Person,
    /// The correction of one person.
    PersonCorrection,
    /// A change of a family's life.
    Life,
    /// A new colleague.
    Staff,
    /// An entry of a catalogue.
    Entry,
    /// What the office sets for itself.
    Settings,
    /// A paper that moves goods.
    Goods,
    /// What was counted of a storeroom.
    Count,
    /// A cart of aid.
    Issue,
    /// A campaign.
    Campaign,
    /// An event or a series.
    Event,
}

impl DraftKind {
    const ALL: [Self; 13] = [
        Self::Family,
        Self::Correction,
        Self::Person,
        Self::PersonCorrection,
        Self::Life,
        Self::Staff,
        Self::Entry,
        Self::Settings,
        Self::Goods,
        Self::Count,
        Self::Issue,
        Self::Campaign,
        Self::Event,
    ];

    /// Its word in the file, and behind `draft-kind-` in message ids.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Correction => "correction",
            Self::Person => "person",
            Self::PersonCorrection => "person-correction",
            Self::Life => "life",
            Self::Staff => "staff",
            Self::Entry => "entry",
            Self::Settings => "settings",
            Self::Goods => "goods",
            Self::Count => "count",
            Self::Issue => "issue",
            Self::Campaign => "campaign",
            Self::Event => "event",
        }
    }

    /// The kind of a word; none for one of a newer program.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A layer as a draft holds it.
pub struct DraftLayer {
    /// What the layer is.
    pub of: DraftOf,
    /// Everything that is needed to open it again as it stands.
    pub state: serde_json::Value,
    /// Whether something is typed in it that leaving would lose: only then there is anything to keep.
    pub is_dirty: bool,
}

/// What a layer with typed text is.
pub enum DraftOf {
    /// A form that is saved by this deed.
    Form {
        /// The deed.
        deed: DeedId,
        /// What the form makes.
        kind: DraftKind,
        /// The id of the family or person that it corrects.
        subject: Option<Uuid>,
        /// Whose form it is in a few words, as it will be named when it is offered.
        title: String,
    },
    /// A window over the form below, which is kept with it.
    Window,
}

/// What lies in the content of a draft.
#[derive(Serialize, Deserialize)]
struct Content {
    title: String,
    form: serde_json::Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    over: Option<serde_json::Value>,
}

/// What the desk remembers of the forms it keeps.
#[derive(Default)]
pub struct Drafts {
    /// The open forms that are kept, each as it was kept last, in the order of the layers.
    kept: Vec<(DeedId, DraftText)>,
    /// Whether anything happened since the forms were looked at.
    is_touched: bool,
    /// When the last sign of life was given.
    alive: Option<Moment>,
    /// Whether it was said already that a form could not be kept.
    has_warned: bool,
}

impl Drafts {
    /// Something happened: the forms are worth a look at the next tick.
    pub(super) fn touch(&mut self) {
        self.is_touched = true;
    }

    /// Whether any open form is kept.
    pub(super) fn is_keeping(&self) -> bool {
        !self.kept.is_empty()
    }

    /// The open forms that are kept, the lowest first.
    pub(super) fn open(&self) -> Vec<DeedId> {
        self.kept.iter().map(|(deed, _)| *deed).collect()
    }
}

/// Once a second: what changed is kept, and open forms give a sign of life.
pub(super) fn tick(model: &mut Model) -> Vec<Effect> {
    if model.cx.session.is_none() {
        return Vec::new();
    }
    let mut effects = if model.drafts.is_touched { look(model) } else { Vec::new() };
    let now = model.cx.now;
    let is_due = model.drafts.alive.is_none_or(|alive| (now - alive).abs() >= ALIVE_EVERY);
    if model.drafts.is_keeping() && is_due {
        model.drafts.alive = Some(now);
        effects.push(Effect::Drafts(DraftsAsk::Alive));
    }
    effects
}

/// Keeps every open form that is not on the disk as it stands, and forgets those that were closed.
pub(super) fn look(model: &mut Model) -> Vec<Effect> {
    let Model { layers, drafts, .. } = model;
    drafts.is_touched = false;
    let open = forms(layers);
    let is_closed = |deed: &DeedId| !open.iter().any(|form| form.deed == *deed);
    let closed = drafts.kept.iter().map(|(deed, _)| *deed).filter(is_closed);
    let mut effects: Vec<Effect> = closed.map(|deed| Effect::Drafts(DraftsAsk::Forget(deed))).collect();
    let before = std::mem::take(&mut drafts.kept);
    for form in open {
        drafts.kept.push((form.deed, form.content.clone()));
        if !before.iter().any(|(deed, content)| *deed == form.deed && *content == form.content) {
            effects.push(Effect::Drafts(DraftsAsk::Keep(Box::new(form))));
        }
    }
    effects
}

/// The open forms with something typed in them or in the window over them.
fn forms(layers: &[Box<dyn Screen>]) -> Vec<Draft> {
    let mut found: Vec<(DeedId, DraftKind, Option<Uuid>, Content, bool)> = Vec::new();
    for DraftLayer { of, state, is_dirty } in layers.iter().filter_map(|layer| layer.draft()) {
        match (of, found.last_mut()) {
            (DraftOf::Form { deed, kind, subject, title }, _) => {
                found.push((deed, kind, subject, Content { title, form: state, over: None }, is_dirty));
            }
            (DraftOf::Window, Some((.., content, is_form_dirty))) => {
                content.over = Some(state);
                *is_form_dirty |= is_dirty;
            }
            (DraftOf::Window, None) => {}
        }
    }
    let dirty = found.into_iter().filter(|(.., is_dirty)| *is_dirty);
    dirty
        .filter_map(|(deed, kind, subject, content, _)| {
            let content = DraftText::new(serde_json::to_string(&content).ok()?);
            Some(Draft { deed, kind: kind.code().to_owned(), subject, content })
        })
        .collect()
}

/// What came of drafts, as far as it concerns the desk and no single screen.
pub(super) fn hear(model: &mut Model, told: &DraftsTold) -> Vec<Effect> {
    match told {
        DraftsTold::Kept(_, Ok(Kept::Kept)) => model.drafts.has_warned = false,
        DraftsTold::Kept(_, Ok(Kept::Elsewhere)) => warn(model, "draft-elsewhere-too", &[]),
        DraftsTold::Kept(deed, Err(fault)) if model.cx.session.is_some() => {
            let reason = model.cx.texts.say(fault);
            warn(model, "draft-not-kept", &[("reason", reason.into())]);
            // As if never kept: the next look tries again.
            model
                .drafts
                .kept
                .iter_mut()
                .filter(|(kept, _)| kept == deed)
                .for_each(|(_, text)| *text = DraftText::new(String::new()));
            model.drafts.touch();
        }
        DraftsTold::Forgotten(_, Err(fault)) | DraftsTold::Continued(_, Err(fault)) => {
            let toast = Toast::fault(fault, &model.cx);
            say(model, toast);
        }
        DraftsTold::Continued(_, Ok(continued)) => return go_on(model, continued),
        DraftsTold::Kept(..) | DraftsTold::Forgotten(..) | DraftsTold::Listed(_) => {}
    }
    Vec::new()
}

fn warn(model: &mut Model, id: &str, values: &[(&'static str, Value)]) {
    if !std::mem::replace(&mut model.drafts.has_warned, true) {
        let toast = Toast::warning(model.cx.tv(id, values));
        say(model, toast);
    }
}

/// Opens a form over the search as it stood, or says why not.
fn go_on(model: &mut Model, continued: &Continued) -> Vec<Effect> {
    let toast = match continued {
        Continued::Open(offer) => match opened(offer, &mut model.cx) {
            Some((screens, mut effects)) => {
                // The list that it was chosen from has done its work.
                if model.top().is_some_and(|top| top.scope() == Scope::Drafts) {
                    model.layers.pop();
                }
                model.layers.extend(screens);
                model.drafts.kept.push((offer.draft.deed, offer.draft.content.clone()));
                effects.extend(super::update::enter(model));
                let at = when(offer.kept_at, &model.cx);
                say(model, Toast::good(model.cx.tv("draft-continued", &[("at", at.into())])));
                return effects;
            }
            None => Toast::warning(model.cx.t("draft-unreadable")),
        },
        Continued::Done(number) => Toast::good(match number {
            Some(number) => model.cx.tv("draft-done-number", &[("number", number.to_string().into())]),
            None => model.cx.t("draft-done"),
        }),
        Continued::Elsewhere => Toast::warning(model.cx.t("draft-elsewhere")),
        Continued::Gone => Toast::warning(model.cx.t("draft-gone")),
    };
    say(model, toast);
    vec![Effect::Drafts(DraftsAsk::List)]
}

/// Layers to be put on top of the others, the lowest first.
type Layers = Vec<Box<dyn Screen>>;

/// The layers of a draft, and what shall be done for those below the top one. None for a form that this program does not know.
fn opened(offer: &Offer, cx: &mut Context) -> Option<(Layers, Vec<Effect>)> {
    let content: Content = serde_json::from_str(offer.draft.content.as_str()).ok()?;
    let deed = offer.draft.deed;
    let mut layers = Layers::new();
    let mut effects = Vec::new();
    match DraftKind::from_code(&offer.draft.kind)? {
        DraftKind::Family => layers.extend(Registration::go_on(deed, content.form, content.over, cx)?),
        DraftKind::Correction => {
            let family = FamilyId(offer.draft.subject?);
            // Below the form stands its card, as when it was opened; reading it is written down like every reading.
            layers.push(Box::new(Card::loading(family)));
            effects.push(Effect::Card(family));
            layers.extend(Registration::go_on(deed, content.form, content.over, cx)?);
        }
        DraftKind::Person => layers.push(Box::new(SingleForm::go_on(deed, content.form, cx)?)),
        DraftKind::PersonCorrection => {
            let person = PersonId(offer.draft.subject?);
            layers.push(Box::new(PersonScreen::loading(person)));
            effects.push(Effect::Lives(LivesAsk::Person(person)));
            layers.push(Box::new(SingleForm::go_on(deed, content.form, cx)?));
        }
        DraftKind::Life => {
            let family = FamilyId(offer.draft.subject?);
            // The window waits for the card: what it is about may have changed while it lay.
            layers.push(Box::new(Card::loading(family)));
            effects.push(Effect::Card(family));
            layers.push(Box::new(LifeAgain::of(deed, family, content.title, content.form)?));
        }
        DraftKind::Staff => {
            layers.push(Box::new(StaffScreen::new()));
            layers.push(Box::new(StaffForm::go_on(deed, content.form, cx)?));
        }
        DraftKind::Entry => {
            layers.extend(catalogue::entry_again(deed, content.form, cx)?);
        }
        DraftKind::Goods => {
            layers.push(Box::new(Storeroom::new()));
            let (form, ask) = GoodsForm::go_on(deed, content.form, cx)?;
            layers.push(Box::new(form));
            effects.push(ask);
        }
        DraftKind::Count => {
            layers.push(Box::new(Storeroom::new()));
            let (sheet, ask) = CountSheet::go_on(deed, content.form)?;
            layers.push(Box::new(sheet));
            effects.push(ask);
        }
        DraftKind::Issue => {
            let (screen, look) = IssueScreen::go_on(deed, content.form, cx)?;
            layers.push(Box::new(screen));
            effects.push(look);
        }
        DraftKind::Campaign => layers.extend(campaign::form_again(deed, content.form, cx)?),
        DraftKind::Event => layers.extend(calendar::form_again(deed, content.form, cx)?),
        DraftKind::Settings => layers.push(Box::new(SettingsForm::go_on(deed, content.form, cx)?)),
    }
    Some((layers, effects))
}

/// What is offered, in one line: `нова сім’я · Шевченко Тарас`.
pub fn named(offer: &Offer, cx: &Context) -> String {
    let kind = cx.texts.code("draft-kind", &offer.draft.kind);
    let title =
        serde_json::from_str::<Title>(offer.draft.content.as_str()).map(|content| content.title).unwrap_or_default();
    if title.is_empty() { kind } else { format!("{kind} · {title}") }
}

/// Of a content only its title.
#[derive(Deserialize)]
struct Title {
    title: String,
}

/// A moment as short as it is clear: the time today, with the day before it otherwise.
pub fn when(at: Moment, cx: &Context) -> String {
    let at = at.with_timezone(&cx.now.timezone());
    let is_today = at.date_naive() == cx.today();
    at.format(if is_today { "%H:%M" } else { "%d.%m %H:%M" }).to_string()
}

//! The lock: a desk that nobody touches, or that is locked by hand, shows only its door.
//!
//! Locking keeps the open forms, closes the office (its keys are wiped) and drops every layer. Whoever locked it comes back to where
//! they stood: their forms as they were, or the card they had open. Anybody else gets a desk of their own. A clock that leaps over
//! [`LEAP`] is a computer that slept or a hand at the clock, and locks too. A long deed with its progress on the screen counts as a
//! hand at the desk: the lock waits until it is over.

use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, FamilyId, StaffId};
use crate::tui::app::drafts::{self, Drafts};
use crate::tui::app::message::Effect;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::app::screen::Screen;
use crate::tui::app::update::{Model, Toast, enter, say};
use crate::tui::commands::Scope;
use crate::tui::screens::card::Card;
use crate::tui::screens::sign_in::SignIn;
use chrono::TimeDelta;

/// A leap of the wall clock from one second to the next that no ordinary correction makes.
const LEAP: TimeDelta = TimeDelta::minutes(5);

/// Whose hands were at the desk, and when.
pub struct Watch {
    /// The last key.
    last_key: Moment,
    /// The clock leapt while a long deed was under way: the desk locks when that is over.
    owes_lock: bool,
    /// What to come back to.
    locked: Option<Locked>,
}

/// Where somebody stood when the desk was locked: ids, no names.
struct Locked {
    staff: StaffId,
    forms: Vec<DeedId>,
    family: Option<FamilyId>,
    /// The layers themselves, until it is known that their texts are on the disk.
    held: Vec<Box<dyn Screen>>,
    /// A form could not be kept: then it stays here, in memory, for the same person.
    has_failed: bool,
}

impl Watch {
    /// Somebody has just sat down.
    pub(super) fn new(now: Moment) -> Self {
        Self { last_key: now, owes_lock: false, locked: None }
    }

    /// A hand at the desk.
    pub(super) fn touch(&mut self, now: Moment) {
        self.last_key = now;
    }
}

/// Once a second, `before` being the tick before: whether the desk locks now.
pub(super) fn tick(model: &mut Model, before: Moment) -> Vec<Effect> {
    let Some(session) = &model.cx.session else { return Vec::new() };
    let now = model.cx.now;
    let patience = TimeDelta::minutes(i64::from(session.settings.lock_minutes));
    model.watch.owes_lock |= (now - before).abs() >= LEAP;
    if is_busy(model) {
        model.watch.touch(now);
        return Vec::new();
    }
    let is_idle = now - model.watch.last_key >= patience;
    if is_idle || model.watch.owes_lock { lock(model) } else { Vec::new() }
}

/// Whether a long deed is under way with its progress on the screen.
pub(super) fn is_busy(model: &Model) -> bool {
    model.layers.iter().any(|layer| layer.is_busy())
}

/// Locks the desk at once.
pub(super) fn lock(model: &mut Model) -> Vec<Effect> {
    let mut effects = drafts::look(model);
    let Some(session) = model.cx.session.clone() else { return Vec::new() };
    model.cx.set_session(None);
    let forms = std::mem::take(&mut model.drafts).open();
    let card = model.layers.iter().rev().find(|layer| layer.scope() == Scope::Card);
    let family = card.and_then(|card| card.selected_family());
    let door = SignIn::locked(model.cx.file.clone(), &session.staff.login, model.cx.now, forms.len());
    let held = std::mem::replace(&mut model.layers, vec![Box::new(door)]);
    model.toast = None;
    model.watch.owes_lock = false;
    model.watch.locked = Some(Locked { staff: session.staff.id, forms, family, held, has_failed: false });
    effects.push(Effect::SignOut);
    effects.extend(enter(model));
    effects
}

/// What came of keeping the forms of a locked desk.
pub(super) fn hear(model: &mut Model, told: &DraftsTold) {
    if let (Some(locked), DraftsTold::Kept(_, Err(_)), None) = (&mut model.watch.locked, told, &model.cx.session) {
        locked.has_failed = true;
    }
}

/// The office is closed. Whether that was a lock.
pub(super) fn is_closed_by_lock(model: &mut Model) -> bool {
    let Some(locked) = model.watch.locked.as_mut().filter(|_| model.cx.session.is_none()) else { return false };
    if !locked.has_failed {
        locked.held.clear();
    }
    true
}

/// Somebody signed in: whoever locked the desk is put back where they stood. What shall be done for it goes before everything else.
pub(super) fn come_back(model: &mut Model, who: StaffId) -> Vec<Effect> {
    model.watch.touch(model.cx.now);
    let Some(locked) = model.watch.locked.take_if(|locked| locked.staff == who || !locked.has_failed) else {
        return Vec::new();
    };
    if locked.staff != who {
        return Vec::new();
    }
    if locked.has_failed {
        model.layers = locked.held;
        model.drafts = Drafts::default();
        model.drafts.touch();
        let toast = Toast::warning(model.cx.t("lock-back-unkept"));
        say(model, toast);
        return enter(model);
    }
    if let (true, Some(family)) = (locked.forms.is_empty(), locked.family) {
        model.layers.push(Box::new(Card::loading(family)));
        return vec![Effect::Card(family)];
    }
    locked.forms.into_iter().map(|deed| Effect::Drafts(DraftsAsk::Continue(deed))).collect()
}

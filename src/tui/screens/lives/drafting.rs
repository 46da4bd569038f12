//! The window of a change as a draft: what of it is kept, and how it is opened again over the card as that is now.

use super::ask::{self, Subject};
use super::window::LifeWindow;
use crate::domain::address::Address;
use crate::domain::family::FamilyCard;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::happening::Happening;
use crate::tui::keys::Key;
use crate::tui::screens::card::On;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::picker::Whom;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Field, Form, KeptForm};
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Everything of the window that is not made anew. Whom the office asked for in another family it asks for again.
#[derive(Serialize, Deserialize)]
struct KeptLife {
    what: Happening,
    on: On,
    picked: Option<Whom>,
    ticked: Vec<PersonId>,
    address: Address,
    form: KeptForm,
    /// The members whom the choices of the form were among.
    members: Vec<PersonId>,
}

fn members(card: &FamilyCard) -> Vec<PersonId> {
    card.members.iter().map(|member| member.person).collect()
}

/// The choices that are positions among members of the card, or stand beside one of them.
fn among_members(form: &Form) -> Vec<(&'static str, usize)> {
    let is_one = |id: &str| [ask::NEXT_HEAD, ask::NEW_HEAD, ask::FORMER_IS].contains(&id) || ask::THEIR.contains(&id);
    let found = form.fields.iter().filter(|field| is_one(field.id));
    found.map(|field| (field.id, Field::picked(field))).collect()
}

impl LifeWindow {
    /// The window as a draft holds it.
    pub(super) fn kept(&self) -> Option<DraftLayer> {
        let card = &self.subject.card;
        let name = self.subject.member().map(|member| member.name.short()).unwrap_or_default();
        let kept = KeptLife {
            what: self.what,
            on: self.subject.on.clone(),
            picked: self.picked.clone(),
            ticked: self.ticked.clone(),
            address: self.address.clone(),
            form: self.form.kept(),
            members: members(card),
        };
        let title = format!("{} {name}", card.number).trim().to_owned();
        Some(DraftLayer {
            of: DraftOf::Form { deed: self.deed, kind: DraftKind::Life, subject: Some(card.id.0), title },
            state: serde_json::to_value(&kept).ok()?,
            // A look back at another day changes nothing: there is no deed to keep.
            is_dirty: self.is_dirty() && self.what != Happening::AsOn,
        })
    }

    fn resumed(deed: DeedId, kept: KeptLife, card: Box<FamilyCard>, cx: &mut Context) -> Self {
        let is_as_it_was = members(&card) == kept.members;
        let mut window = Self::new(kept.what, Subject { card, on: kept.on }, cx);
        window.deed = deed;
        window.picked = kept.picked;
        window.ticked = kept.ticked;
        window.address = kept.address;
        window.go_on(cx);
        let first = among_members(&window.form);
        window.form.put_back(&kept.form);
        // With other members a kept position would mean somebody else.
        if !is_as_it_was {
            for (id, picked) in first {
                if let Some(field) = window.form.field_mut(id) {
                    field.pick(picked);
                }
            }
        }
        window
    }
}

/// The window of a draft while its card is being read.
pub struct LifeAgain {
    deed: DeedId,
    family: FamilyId,
    title: String,
    state: Value,
}

impl LifeAgain {
    /// The window of this draft. None when the draft is no such window.
    pub fn of(deed: DeedId, family: FamilyId, title: String, state: Value) -> Option<Self> {
        KeptLife::deserialize(&state).ok()?;
        Some(Self { deed, family, title, state })
    }
}

impl Screen for LifeAgain {
    fn scope(&self) -> Scope {
        Scope::Life
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        true
    }

    fn draft(&self) -> Option<DraftLayer> {
        let (subject, title) = (Some(self.family.0), self.title.clone());
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Life, subject, title };
        Some(DraftLayer { of, state: self.state.clone(), is_dirty: true })
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::push(Dialog::discard(cx)),
            Key::Enter => Step::effect(Effect::Card(self.family)),
            _ => Step::stay(),
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    /// The card could not be read at once: it is asked for again.
    fn command(&mut self, command: CommandId, _: &mut Context) -> Step {
        if command == CommandId::Save { Step::effect(Effect::Card(self.family)) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Card(family, Ok(card)) if *family == self.family => match KeptLife::deserialize(&self.state) {
                Ok(kept) => Step::go(Go::Replace(Box::new(LifeWindow::resumed(self.deed, kept, card.clone(), cx)))),
                Err(_) => Step::stay(),
            },
            Reply::Card(family, Err(fault)) if *family == self.family => Step::stay().saying(Toast::fault(fault, cx)),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &self.title, 7);
        sheet.gap();
        sheet.line(cx.theme.dim, &cx.t("card-loading"));
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

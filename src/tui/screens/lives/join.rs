//! From a person's card into a family: the family is found while typing, what the person is there is asked next.

use super::ask::Subject;
use super::window::LifeWindow;
use crate::domain::id::FamilyId;
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::On;
use crate::tui::screens::picker::{Hunt, PICKER_ROWS, Picked, Picker, Wanted, Whom};
use crate::tui::screens::sheet::Sheet;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The window of the first step.
pub struct JoinWindow {
    whom: Whom,
    picker: Picker,
    /// The family whose card is being read.
    family: Option<FamilyId>,
}

impl JoinWindow {
    /// Somebody of the register looks for a family.
    pub fn of(whom: Whom) -> Self {
        Self { whom, picker: Picker::new(Wanted::Family(None)), family: None }
    }

    fn hunted(&mut self, hunt: Hunt) -> Step {
        match hunt {
            Hunt::Look(effect) => Step::effect(effect),
            Hunt::Is(Picked::Found(found)) => match found.family {
                Some(family) => {
                    self.family = Some(family);
                    Step::effect(Effect::Card(family))
                }
                None => Step::stay(),
            },
            Hunt::Goes | Hunt::Is(Picked::Typed(_)) => Step::stay(),
        }
    }
}

impl Screen for JoinWindow {
    fn scope(&self) -> Scope {
        Scope::Life
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::pop();
        }
        let hunt = self.picker.key(key);
        self.hunted(hunt)
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        let hunt = self.picker.text(text);
        self.hunted(hunt)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.key(Key::Enter, cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lives(LivesTold::Found(generation, Ok(found))) => {
                let hunt = self.picker.receive(*generation, found);
                self.hunted(hunt)
            }
            Reply::Lives(LivesTold::Found(_, Err(fault))) => Step::stay().saying(Toast::fault(fault, cx)),
            Reply::Card(family, Ok(card)) if self.family == Some(*family) => {
                let subject = Subject { card: card.clone(), on: On::Family };
                Step::go(Go::Replace(Box::new(LifeWindow::joining(self.whom.clone(), subject, cx))))
            }
            Reply::Card(family, Err(fault)) if self.family == Some(*family) => {
                self.family = None;
                Step::stay().saying(Toast::fault(fault, cx))
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(PICKER_ROWS + 8).unwrap_or(u16::MAX);
        let title = format!("{} · {}", cx.t("command-join-family-ask"), self.whom.name.short());
        let mut sheet = Sheet::open(cx, frame, area, &title, height);
        sheet.gap();
        self.picker.view(&mut sheet, cx);
        sheet.bottom(&cx.t("happen-find-keys"));
    }
}

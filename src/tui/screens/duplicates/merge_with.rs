//! "Merge with…": the window in which the other entry is found.

use crate::domain::id::{FamilyId, PersonId};
use crate::office::Standing;
use crate::tui::app::message::DuplicatesAsk;
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::merge::Merge;
use crate::tui::screens::picker::{Hunt, PICKER_ROWS, Picked, Picker, Wanted};
use crate::tui::screens::sheet::Sheet;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The window of the choice.
pub struct MergeWith {
    /// The entry that another is looked for to.
    with: Standing,
    picker: Picker,
}

impl MergeWith {
    /// A choice of the entry to be merged with this family. Whom of it, when a person without a family is chosen, is found by likeness.
    pub fn of_family(family: FamilyId) -> Self {
        let with = Standing { person: PersonId(uuid::Uuid::nil()), family: Some(family) };
        Self { with, picker: Picker::new(Wanted::Entry(family)) }
    }

    fn hunted(&self, hunt: Hunt, cx: &mut Context) -> Step {
        match hunt {
            Hunt::Look(effect) => Step::effect(effect),
            Hunt::Is(Picked::Found(found)) => {
                let other = Standing { person: found.person, family: found.family };
                let screen = Merge::loading(self.with, other, cx);
                let compare = Effect::Duplicates(DuplicatesAsk::Compare(self.with, other));
                Step::go(Go::Replace(Box::new(screen))).with(compare)
            }
            Hunt::Goes | Hunt::Is(Picked::Typed(_)) => Step::stay(),
        }
    }
}

impl Screen for MergeWith {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::pop();
        }
        let hunt = self.picker.key(key);
        self.hunted(hunt, cx)
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        let hunt = self.picker.text(text);
        self.hunted(hunt, cx)
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lives(LivesTold::Found(generation, Ok(found))) => {
                let hunt = self.picker.receive(*generation, found);
                self.hunted(hunt, cx)
            }
            Reply::Lives(LivesTold::Found(_, Err(fault))) => Step::stay().saying(Toast::fault(fault, cx)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(PICKER_ROWS + 8).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("merge-with-title"), height);
        sheet.gap();
        self.picker.view(&mut sheet, cx);
        sheet.bottom(&cx.t("happen-find-keys"));
    }
}

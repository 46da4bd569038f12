//! The act that was issued here last, and its paper: printed at once, asked about or left until somebody wants it, as the office has set.
//!
//! The act stands, whatever the printer does; a refusal opens the print window, where the next try is a key away.

use crate::domain::id::DeedId;
use crate::domain::settings::AfterIssue;
use crate::domain::stock::{ActId, ActNumber};
use crate::office::aid_room::IssuedAct;
use crate::office::{PaperForm, PaperRequest};
use crate::tui::app::message::paper::{PaperAsk, PaperFault};
use crate::tui::app::{Context, Effect, Go, Step, Toast};
use crate::tui::screens::print::PrintWindow;
use std::path::PathBuf;

/// What was issued here last.
#[derive(Default)]
pub(super) struct Issued {
    last: Option<(ActId, ActNumber)>,
    /// Its paper is on the way to the printer.
    printing: Option<DeedId>,
}

impl Issued {
    pub(super) fn is_none(&self) -> bool {
        self.last.is_none()
    }

    /// An act was issued: what the office wants done with its paper is done beside `step`.
    pub(super) fn take(&mut self, issued: &IssuedAct, step: Step, cx: &mut Context) -> Step {
        self.last = Some((issued.act, issued.number));
        match cx.session.as_ref().map(|session| session.settings.after_issue).unwrap_or_default() {
            AfterIssue::Never => step,
            AfterIssue::Ask => Step { go: self.window(cx).go, ..step },
            AfterIssue::Always => {
                let (deed, request) = (cx.new_deed(), Box::new(PaperRequest::Act(issued.act)));
                self.printing = Some(deed);
                step.with(Effect::Paper(PaperAsk::Give { deed, request, form: PaperForm::Printer }))
            }
        }
    }

    /// Whether this is the answer about its paper.
    pub(super) fn waits_for(&self, deed: DeedId) -> bool {
        self.printing == Some(deed)
    }

    /// What came of printing.
    pub(super) fn printed(&mut self, given: &Result<Option<PathBuf>, PaperFault>, cx: &Context) -> Step {
        self.printing = None;
        match (given, self.last) {
            (Err(fault), Some((act, number))) => {
                let said = cx.tv("issue-not-printed", &[("act", number.to_string().into())]);
                let window = PrintWindow::new(PaperRequest::Act(act), name(number, cx)).refused(cx.texts.say(fault));
                Step::push(window).saying(Toast::warning(said))
            }
            _ => Step::stay(),
        }
    }

    /// The window that prints it.
    pub(super) fn window(&self, cx: &Context) -> Step {
        match self.last {
            Some((act, number)) => Step::push(PrintWindow::new(PaperRequest::Act(act), name(number, cx))),
            None => Step::go(Go::Stay),
        }
    }
}

fn name(number: ActNumber, cx: &Context) -> String {
    cx.tv("act-name", &[("act", number.to_string().into())])
}

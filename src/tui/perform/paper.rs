//! Papers: made by the office, drawn behind the door to files, and only then written down as given.

use super::{Desk, Outside};
use crate::office::{Office, PaperForm, PaperRequest};
use crate::tui::app::Reply;
use crate::tui::app::message::paper::{PaperAsk, PaperFault, PaperTold};
use std::path::PathBuf;

impl Desk {
    /// Does what is asked about a paper.
    pub(super) fn paper(&mut self, ask: PaperAsk) -> Option<Reply> {
        let Self { office, outside, .. } = self;
        let office = office.as_mut()?;
        Some(Reply::Paper(match ask {
            PaperAsk::Give { deed, request, form } => PaperTold::Given(deed, give(office, outside, &request, form)),
            PaperAsk::Show(path) => {
                PaperTold::Shown(outside.files().and_then(|files| files.show(&path)).map_err(PaperFault::File))
            }
        }))
    }
}

/// A printer that fails leaves nothing written down: the next print is an original still.
fn give(
    office: &mut Office,
    outside: &Outside,
    request: &PaperRequest,
    form: PaperForm,
) -> Result<Option<PathBuf>, PaperFault> {
    let paper = office.paper(request).map_err(PaperFault::Office)?;
    let files = outside.files().map_err(PaperFault::File)?;
    let path = match form {
        PaperForm::Printer => files.print(&paper.sheet).map(|()| None),
        form => files.save_paper(&paper.sheet, &paper.name, form).map(Some),
    };
    let path = path.map_err(PaperFault::File)?;
    office.paper_given(request, form).map_err(PaperFault::Office)?;
    Ok(path)
}

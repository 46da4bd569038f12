//! The import's hand: the open file between two steps, and each step as a call of the office.

use super::Outside;
use crate::domain::staff::Right;
use crate::office::files::Listing;
use crate::office::intake::{self, Book, Checked, Choice, Going, Headings, Mark, Preview, Said, Stop, Weight};
use crate::office::{Alike, AlikeTo, Imported, Intake, Office, OfficeError, Run};
use crate::tui::app::Reply;
use crate::tui::app::message::import::{ImportAsk, ImportTold, OpenedFile, Pair, TakenIn};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the import holds. It is gone with the person who opened it.
#[derive(Default)]
pub(super) struct Importing {
    book: Option<Box<dyn Book>>,
    headings: Option<Headings>,
    checked: Option<(Checked, Arc<Preview>)>,
    alike: Vec<Alike>,
}

impl Importing {
    /// Forgets the file.
    pub(super) fn close(&mut self) {
        (self.book, self.headings, self.checked, self.alike) = (None, None, None, Vec::new());
    }

    /// Does a step. Nothing comes back of a request to stop or to forget.
    pub(super) fn perform(&mut self, office: &mut Office, outside: &Outside, ask: ImportAsk) -> Option<Reply> {
        Some(Reply::Import(match ask {
            ImportAsk::List(folder) => ImportTold::Listing(list(office, outside, folder.as_deref())),
            ImportAsk::Open { path, stop } => ImportTold::Opened(self.open(office, outside, path, &stop)),
            ImportAsk::Headings { sheet, header } => ImportTold::Headings(self.headings(office, sheet, header)),
            ImportAsk::Check { headings, left_out, stop } => {
                ImportTold::Checked(self.check(office, *headings, &left_out, &mut going(outside, &stop)))
            }
            ImportAsk::Alike { stop } => ImportTold::Alike(self.alike(office, &mut going(outside, &stop))),
            ImportAsk::TakeIn { deed, choices, stop } => {
                ImportTold::TakenIn(self.take_in(office, deed, &choices, &mut going(outside, &stop)))
            }
            ImportAsk::Report { path, text } => {
                let saved = outside.files().and_then(|files| files.save(&path, &text));
                ImportTold::Reported(saved.map(|()| path))
            }
            ImportAsk::Remember(mapping) => {
                // What went wrong is said when the rows are read, which needs the same right and the same file.
                let _ = office.remember_headings(&mapping);
                return None;
            }
            ImportAsk::Stop(stop) => {
                stop.now();
                return None;
            }
            ImportAsk::Close => {
                self.close();
                return None;
            }
        }))
    }

    fn open(
        &mut self,
        office: &mut Office,
        outside: &Outside,
        path: PathBuf,
        stop: &Stop,
    ) -> Result<Option<OpenedFile>, Said> {
        let (setting, remembered) = known(office)?;
        self.close();
        let Some(book) = outside.files()?.open(&path, &mut going(outside, stop))? else { return Ok(None) };
        let offered = book.offered(&remembered);
        let headings = book.headings(offered, None, &remembered, &setting);
        let opened = OpenedFile { path, sheets: book.sheets(), offered, headings };
        self.book = Some(book);
        Ok(Some(opened))
    }

    fn headings(&self, office: &mut Office, sheet: usize, header: Option<usize>) -> Result<Headings, Said> {
        let (setting, remembered) = known(office)?;
        self.book()?.headings(sheet, header, &remembered, &setting)
    }

    fn book(&self) -> Result<&dyn Book, Said> {
        self.book.as_deref().ok_or_else(|| Said::new("import-closed", vec![]))
    }

    fn check(
        &mut self,
        office: &mut Office,
        headings: Headings,
        left_out: &BTreeSet<usize>,
        going: Going<'_>,
    ) -> Result<Option<Arc<Preview>>, Said> {
        let setting = office.intake_setting().map_err(|fault| Said::of(&fault))?;
        let checked = self.book()?.check(&headings, left_out, &setting, going)?;
        let Some(checked) = checked else { return Ok(None) };
        let preview = Arc::new(checked.preview.clone());
        (self.headings, self.checked) = (Some(headings), Some((checked, Arc::clone(&preview))));
        Ok(Some(preview))
    }

    fn alike(&mut self, office: &mut Office, going: Going<'_>) -> Result<Option<Arc<Vec<Pair>>>, Said> {
        let (checked, _) = self.checked.as_ref().ok_or_else(|| Said::new("import-closed", vec![]))?;
        let found = office.alike(&checked.batch, going);
        let Some(found) = found.map_err(|fault| Said::of(&fault))? else { return Ok(None) };
        let row = |family: usize, member: usize| checked.rows.get(family)?.get(member).copied();
        let pair = |alike: &Alike| Pair {
            at: row(alike.family, alike.member).unwrap_or(0),
            other: match alike.with {
                AlikeTo::Row { family, member } => row(family, member),
                AlikeTo::Person { .. } => None,
            },
            alike: alike.clone(),
        };
        let pairs = found.iter().map(pair).collect();
        self.alike = found;
        Ok(Some(Arc::new(pairs)))
    }

    fn take_in(
        &mut self,
        office: &mut Office,
        deed: crate::domain::id::DeedId,
        choices: &[(usize, Choice)],
        going: Going<'_>,
    ) -> Result<TakenIn, Said> {
        let closed = || Said::new("import-closed", vec![]);
        let (checked, preview) = self.checked.as_ref().ok_or_else(closed)?;
        let mapping = self.headings.as_ref().map(Headings::mapping);
        let choices: Vec<(&Alike, Choice)> =
            choices.iter().filter_map(|(place, choice)| Some((self.alike.get(*place)?, *choice))).collect();
        let settled = intake::settle(checked.batch.clone(), &checked.rows, &choices);
        let intake = Intake { batch: &settled.batch, joined: &settled.joined, mapping: mapping.as_ref() };
        let taken = office.take_in(deed, &intake, Run::Real, going);
        match taken.map_err(|fault| Said::of(&fault))? {
            Imported::Done(outcome) => {
                self.close();
                Ok(TakenIn::Done(outcome))
            }
            Imported::Stopped => Ok(TakenIn::Stopped),
            Imported::Refused(faults) => {
                let mut marked = Preview::clone(preview);
                marked.marks.extend(faults.iter().map(|fault| Mark {
                    at: settled.rows.get(fault.family).and_then(|rows| rows.get(fault.member)).copied().unwrap_or(0),
                    place: None,
                    weight: Weight::Fault,
                    said: Said::of(&fault.fault),
                    heading: String::new(),
                }));
                marked.marks.sort_by_key(|mark| (mark.at, mark.weight));
                Ok(TakenIn::Refused(Arc::new(marked)))
            }
        }
    }
}

fn list(office: &Office, outside: &Outside, folder: Option<&Path>) -> Result<Listing, Said> {
    if !office.may(Right::Import) {
        return Err(Said::of(&OfficeError::NotAllowed(Right::Import)));
    }
    outside.files()?.list(folder)
}

fn known(office: &mut Office) -> Result<(intake::IntakeSetting, Vec<intake::Mapping>), Said> {
    let both = office.intake_setting().and_then(|setting| Ok((setting, office.mappings()?)));
    both.map_err(|fault| Said::of(&fault))
}

/// Tells the desk how far a job is, once a percent, and hears whether to go on.
fn going(outside: &Outside, stop: &Stop) -> impl FnMut(usize, usize) -> bool {
    let mut told = None;
    move |done, all| {
        // A thousand rows are a step where the end is not known.
        let step = (done * 100).checked_div(all).unwrap_or(done / 1_000);
        if told != Some(step) {
            told = Some(step);
            outside.tell(Reply::Import(ImportTold::Progress { done, all }));
        }
        !stop.is_asked()
    }
}

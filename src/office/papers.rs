//! Papers: what the office gives out to be signed, hung up or sent, each made from what the file says.
//!
//! A paper is asked for by a [`PaperRequest`], made here into a [`Sheet`] with everything the asker may not see left out, and drawn behind
//! the door to files. That a paper left the office is a fact of the journal: an act that was printed before is a copy from then on.
//!
//! A paper lies in a folder and hangs on a wall, so it says less than a screen: no category that is sensitive in this office, whoever prints
//! it, and never a note.

mod act;
mod campaign;
mod distribution;
mod donor;
mod events;
mod family;
mod figures;
mod shelf;
#[cfg(test)]
mod tests;
mod words;

use super::deed::nothing;
use super::deed::{Deed, Detail};
use super::{Office, OfficeError};
use crate::domain::event::RegisterOf;
use crate::domain::event::figures::{FigureScope, Which};
use crate::domain::id::{ActId, CountId, FamilyId, PersonId, SeriesId, SessionId};
use crate::domain::sheet::{Print, Sheet};
use crate::domain::staff::Right;
use crate::domain::stock::{ItemCode, LocationCode, PartnerCode, ProgrammeCode};
use crate::store::journal::{self, Subject};
use crate::text::{Lang, Texts};
use chrono::NaiveDate;
use distribution::Asked;
use words::PaperWords;

/// Which paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PaperRequest {
    /// An act of any kind, as it was written.
    Act(ActId),
    /// What was issued in a period, a line and a signature each recipient.
    Distribution {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Where; none: everywhere.
        location: Option<LocationCode>,
        /// Under which programme; none: under any.
        programme: Option<ProgrammeCode>,
    },
    /// The list of a campaign with lines to sign; after the day with the acts.
    CampaignList(SessionId),
    /// The sheet of a count: what the ledger says, and room for what lies there.
    CountSheet(CountId),
    /// A family's card with its number as a barcode.
    FamilyCard(FamilyId),
    /// What lies on the shelves.
    Balances {
        /// Where; none: everywhere.
        location: Option<LocationCode>,
    },
    /// What moved of an item.
    Movements {
        /// Of what.
        item: ItemCode,
        /// Where; none: everywhere.
        location: Option<LocationCode>,
    },
    /// What came from a donor and where it went.
    Donor {
        /// Who.
        partner: PartnerCode,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// A letter of thanks to a donor: what came, and whom it reached.
    Thanks {
        /// To whom.
        partner: PartnerCode,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// Events in numbers.
    Figures {
        /// Of what.
        scope: FigureScope,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// Who stands behind one of those numbers.
    FigurePeople {
        /// Of what.
        scope: FigureScope,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Behind which.
        which: Which,
    },
    /// The sessions behind one of those numbers.
    FigureSessions {
        /// Of what.
        scope: FigureScope,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Behind which.
        which: Which,
    },
    /// The sheet of a session: a line to sign each.
    SessionSheet(SessionId),
    /// The register of a month.
    RegisterMonth {
        /// Of what.
        of: RegisterOf,
        /// Any day of the month.
        month: NaiveDate,
    },
    /// Who is enrolled in a series or a one-off event.
    Participants(RegisterOf),
    /// Certificates of a course, a page each.
    Certificates {
        /// Of which course.
        series: SeriesId,
        /// Whose; nobody named: of everybody who completed it.
        people: Vec<PersonId>,
    },
}

/// A paper that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// What stands on it.
    pub sheet: Sheet,
    /// The name of a file for it, without an ending: nothing of a person is in it.
    pub name: String,
}

/// How a paper left the office.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaperForm {
    /// On paper, through the system's printing.
    Printer,
    /// A file to print or to send.
    Pdf,
    /// A workbook.
    Xlsx,
    /// A text table.
    Csv,
    /// Plain text, to go on writing in.
    Text,
}

impl PaperForm {
    /// Every form.
    const ALL: [Self; 5] = [Self::Printer, Self::Pdf, Self::Xlsx, Self::Csv, Self::Text];

    /// The form's word in message ids (`print-printer`); the ending of a file's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Printer => "printer",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }

    /// Whether it is what people sign: after that, another one is a copy.
    fn is_signed(self) -> bool {
        matches!(self, Self::Printer | Self::Pdf)
    }
}

/// The journal's word for a paper that left the office.
const GIVEN: &str = "paper-given";

impl PaperRequest {
    /// The right without which this paper is not made.
    pub fn right(&self) -> Right {
        match self {
            Self::FamilyCard(_) => Right::Find,
            Self::CampaignList(_) => Right::Serve,
            Self::Figures { .. } | Self::FigurePeople { .. } | Self::FigureSessions { .. } => Right::SeeFigures,
            Self::SessionSheet(_) | Self::RegisterMonth { .. } | Self::Participants(_) => Right::SeeEvents,
            Self::Certificates { .. } => Right::ManageEvents,
            _ => Right::SeeStock,
        }
    }

    /// The forms in which it leaves the office, in the order in which the screens offer them: a letter is no table, a table no letter.
    pub fn forms(&self) -> &'static [PaperForm] {
        match self {
            Self::Thanks { .. } => &[PaperForm::Printer, PaperForm::Pdf, PaperForm::Text],
            Self::Certificates { .. } => &[PaperForm::Printer, PaperForm::Pdf],
            _ => &[PaperForm::Printer, PaperForm::Pdf, PaperForm::Xlsx, PaperForm::Csv],
        }
    }

    /// Of which series or session the paper is, so that what the journal says of it is kept from those who may not know of that.
    fn event(&self) -> (Option<SeriesId>, Option<SessionId>) {
        match self {
            Self::RegisterMonth { of, .. } | Self::Participants(of) => (of.series(), of.session()),
            Self::SessionSheet(session) => (None, Some(*session)),
            Self::Certificates { series, .. } => (Some(*series), None),
            _ => (None, None),
        }
    }

    /// What the paper is about, where the journal can name it.
    fn subject(&self) -> Option<Subject> {
        match self {
            Self::Act(act) => Some(Subject::Act(*act)),
            Self::FamilyCard(family) => Some(Subject::Family(*family)),
            _ => None,
        }
    }
}

impl Office {
    /// Makes a paper as the file says it now. Papers are in Ukrainian, whatever language the desk has.
    ///
    /// Errors: `NotAllowed`, and those of what the paper is about.
    pub fn paper(&mut self, request: &PaperRequest) -> Result<Paper, OfficeError> {
        self.require_now(request.right())?;
        let catalogue = self.catalogue().clone();
        let names = catalogue.category_names(false).map(|(code, own)| ("category", code, own));
        let texts = Texts::new(Lang::Uk).with_names(names);
        let today = self.clock().today();
        match request {
            PaperRequest::Act(act) => {
                let print = self.print_of(request)?;
                let card = self.act(*act)?;
                Ok(act::paper(&card, print, &self.words(&texts, &card.catalogue)))
            }
            PaperRequest::Distribution { from, until, location, programme } => {
                let asked =
                    Asked { from: *from, until: *until, location: location.as_ref(), programme: programme.as_ref() };
                self.distribution_paper(&asked, &texts)
            }
            PaperRequest::CampaignList(id) => self.campaign_paper(*id, &texts),
            PaperRequest::CountSheet(count) => {
                let count = self.count(*count)?;
                Ok(shelf::count(&count, &self.words(&texts, &count.catalogue)))
            }
            PaperRequest::FamilyCard(family) => self.family_paper(*family, &texts),
            PaperRequest::Balances { location } => {
                let balances = self.balances(location.as_ref())?;
                Ok(shelf::balances(&balances, &self.words(&texts, &balances.catalogue)))
            }
            PaperRequest::Movements { item, location } => self.movements_paper(item, location.as_ref(), today, &texts),
            PaperRequest::Donor { partner, from, until } => {
                let page = self.donor(partner, *from, *until)?;
                Ok(donor::report(&page, &self.words(&texts, &page.catalogue)))
            }
            PaperRequest::Figures { scope, from, until } => self.figures_paper(scope, (*from, *until), &texts),
            PaperRequest::FigurePeople { scope, from, until, which } => {
                self.figure_people_paper(scope, (*from, *until), which, &texts)
            }
            PaperRequest::FigureSessions { scope, from, until, which } => {
                self.figure_sessions_paper(scope, (*from, *until), which, &texts)
            }
            PaperRequest::Thanks { partner, from, until } => {
                let page = self.donor(partner, *from, *until)?;
                Ok(donor::thanks(&page, today, &self.words(&texts, &page.catalogue)))
            }
            PaperRequest::SessionSheet(id) => self.session_sheet_paper(*id, &texts),
            PaperRequest::RegisterMonth { of, month } => self.month_paper(*of, *month, &texts),
            PaperRequest::Participants(of) => self.participants_paper(*of, &texts),
            PaperRequest::Certificates { series, people } => self.certificates_paper(*series, people, &texts),
        }
    }

    /// Writes down that a paper left the office in this form: from now on the same act is printed as a copy.
    ///
    /// Errors: `NotAllowed`; those of writing.
    pub fn paper_given(&mut self, request: &PaperRequest, form: PaperForm) -> Result<(), OfficeError> {
        // Without an id, as a look has none: the last deed, which F8 takes back, is still the act and not its printing.
        self.deed(None, Some(request.right()), nothing, |deed: &mut Deed<'_>| {
            let (series, session) = request.event();
            let detail = Detail { note: form.code().to_owned(), series, session, ..Detail::default() };
            deed.journal(GIVEN, request.subject(), &detail)
        })
    }

    /// Whether the paper left the office before in a form that is signed.
    fn print_of(&mut self, request: &PaperRequest) -> Result<Print, OfficeError> {
        let Some(subject) = request.subject() else { return Ok(Print::Original) };
        let written = self.store.read(|tx| journal::of_subject(tx, subject))?;
        let signed = PaperForm::ALL.into_iter().filter(|form| form.is_signed());
        let signed: Vec<&str> = signed.map(PaperForm::code).collect();
        let was_given = written.iter().filter(|(_, entry)| entry.action == GIVEN).any(|(_, entry)| {
            let detail: Option<Detail> = serde_json::from_str(&entry.detail).ok();
            detail.is_some_and(|detail| signed.contains(&detail.note.as_str()))
        });
        Ok(if was_given { Print::Copy } else { Print::Original })
    }

    fn words<'a>(&'a self, texts: &'a Texts, catalogue: &'a crate::domain::aid::AidCatalogue) -> PaperWords<'a> {
        PaperWords {
            texts,
            catalogue,
            office: &self.profile().name,
            settings: self.settings(),
            hidden: &self.sensitive,
        }
    }
}

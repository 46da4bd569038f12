//! What is asked about papers, and what came of it.

use crate::domain::id::DeedId;
use crate::office::intake::Said;
use crate::office::{OfficeError, PaperForm, PaperRequest};
use crate::text::{Sentence, Value};
use std::borrow::Cow;
use std::path::PathBuf;

/// What shall be done with a paper.
pub enum PaperAsk {
    /// Make it and give it out in this form.
    Give {
        /// By which the answer is known.
        deed: DeedId,
        /// Which paper.
        request: Box<PaperRequest>,
        /// In which form.
        form: PaperForm,
    },
    /// Open a written file in the system's program.
    Show(PathBuf),
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum PaperTold {
    /// It left the office: on paper, or as a file of this path.
    Given(DeedId, Result<Option<PathBuf>, PaperFault>),
    /// A file is opened by the system, or why it is not.
    Shown(Result<(), PaperFault>),
}

/// Why a paper was not given out.
#[derive(Clone, PartialEq, Debug)]
pub enum PaperFault {
    /// The office refused.
    Office(OfficeError),
    /// The printer or the disk did.
    File(Said),
}

impl Sentence for PaperFault {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        match self {
            Self::Office(fault) => fault.sentence(),
            Self::File(said) => said.sentence(),
        }
    }
}

//! Papers drawn and given out: a [`Sheet`] becomes a PDF to sign, a workbook, a text table, a text, or goes to the printer.
//!
//! Nothing of a paper ever lies in a temporary file of the system: printing goes through a pipe, and a file is one that a person asked for.

mod barcode;
mod certificate;
#[cfg(test)]
mod certificate_tests;
mod face;
mod layout;
mod pdf;
mod print;
mod tables;
#[cfg(test)]
mod tests;

pub use print::{print, show};

use super::save;
use crate::domain::sheet::Sheet;
use crate::office::PaperForm;
use crate::text::{Sentence, Value};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Why a paper was not given out.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// It could not be drawn.
    #[error("the paper cannot be drawn: {0}")]
    Drawing(String),
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// This computer has no `lp`.
    #[error("no printing here")]
    NoPrinting,
    /// The system's printing refused.
    #[error("printing refused: {0}")]
    Refused(String),
    /// Nothing opens this file.
    #[error("nothing opens {0}")]
    NotShown(PathBuf),
}

impl Sentence for PaperError {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let because = |reason: String| vec![("reason", reason.into())];
        match self {
            Self::Drawing(reason) => ("paper-not-drawn".into(), because(reason.clone())),
            Self::File(error) => ("paper-not-written".into(), because(error.to_string())),
            Self::NoPrinting => ("paper-no-printing".into(), vec![]),
            Self::Refused(reason) => ("paper-printing-refused".into(), because(reason.clone())),
            Self::NotShown(path) => ("paper-not-shown".into(), vec![("path", path.display().to_string().into())]),
        }
    }
}

/// Names tried before a file is given up: a folder with so many prints of one paper is a fault elsewhere.
const NAMES: usize = 1_000;

/// Writes a paper beside `place` (a path without an ending) under the first free name. An older file is never touched.
pub fn save(sheet: &Sheet, place: &Path, form: PaperForm) -> Result<PathBuf, PaperError> {
    let bytes = drawn(sheet, form)?;
    let path = free(place, form)?;
    save::whole_file::<(), PaperError>(&path, |out| Ok(out.write_all(&bytes)?))?;
    Ok(path)
}

/// The bytes of a paper in this form; what goes to a printer is a PDF.
pub fn drawn(sheet: &Sheet, form: PaperForm) -> Result<Vec<u8>, PaperError> {
    match form {
        PaperForm::Csv => tables::csv(sheet),
        PaperForm::Xlsx => tables::xlsx(sheet),
        PaperForm::Text => Ok(tables::text(sheet)),
        PaperForm::Pdf | PaperForm::Printer => pdf::drawn(sheet),
    }
}

/// The first free name: `Акт.pdf`, `Акт (2).pdf` …
fn free(place: &Path, form: PaperForm) -> Result<PathBuf, PaperError> {
    let stem = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let named = |copy: usize| {
        let name = if copy == 1 { stem.clone() } else { format!("{stem} ({copy})") };
        place.with_file_name(format!("{name}.{}", form.code()))
    };
    (1..NAMES)
        .map(named)
        .find(|path| path.symlink_metadata().is_err())
        .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::AlreadyExists).into())
}

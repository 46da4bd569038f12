//! Why a command did not do what it was asked, with the exit status that scripts see.

use crate::exchange::{ExportError, SheetError};
use crate::office::OfficeError;
use crate::store::StoreError;
use crate::text::{Sentence, Value};
use crate::tui::run::DeskError;
use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

/// A refused or failed command.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Everything was said line by line already.
    #[error("said already")]
    AlreadySaid,
    /// The reader of the output went away (`stiika find x | head`): nothing to complain about.
    #[error("the output was closed")]
    OutputClosed,
    /// The output cannot be written.
    #[error("output: {0}")]
    Output(io::Error),
    /// A login is needed and there is no terminal to ask on.
    #[error("no login")]
    NoLogin,
    /// A password or another answer is needed and there is no terminal to ask on; the name of the variable that could give it.
    #[error("no terminal to ask on")]
    NoTerminal {
        /// The variable.
        variable: &'static str,
    },
    /// Ctrl+C or Ctrl+D at a question.
    #[error("cancelled")]
    Cancelled,
    /// The file with a password cannot be read.
    #[error("secret file {}", path.display())]
    SecretFile {
        /// The variable that names it.
        variable: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// The two new passwords are not the same.
    #[error("passwords differ")]
    PasswordsDiffer,
    /// No community of the codifier has this code or name.
    #[error("unknown community")]
    UnknownCommunity(String),
    /// The option says something that entries of this kind do not have.
    #[error("{option} is not of {kind}")]
    NotOfKind {
        /// The option.
        option: &'static str,
        /// The kind's word.
        kind: &'static str,
    },
    /// A text that is no day.
    #[error("not a day")]
    NotADay(String),
    /// There is no data folder for this user.
    #[error("no home folder")]
    NoHome,
    /// A folder cannot be made.
    #[error("folder {}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A workbook was to be written onto a terminal.
    #[error("a workbook onto a terminal")]
    WorkbookOnTerminal,
    /// The desk could not stand, or fell.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// A deed was refused or failed.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// A file could not be read as a table.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// An export failed.
    #[error(transparent)]
    Export(ExportError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::OutputClosed } else { Self::Output(error) }
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        let kind = match &error {
            ExportError::File(error) => Some(error.kind()),
            ExportError::Text(error) => match error.kind() {
                csv::ErrorKind::Io(error) => Some(error.kind()),
                _ => None,
            },
            _ => None,
        };
        if kind == Some(io::ErrorKind::BrokenPipe) { Self::OutputClosed } else { Self::Export(error) }
    }
}

impl Failure {
    /// 2 for a wrong usage, 0 where the reader of the output simply had enough, 1 for everything else.
    pub(super) fn exit_status(&self) -> u8 {
        match self {
            Self::OutputClosed => 0,
            Self::NoLogin | Self::WorkbookOnTerminal | Self::NotOfKind { .. } | Self::NotADay(_) => 2,
            _ => 1,
        }
    }

    /// Whether there is anything left to say.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self, Self::AlreadySaid | Self::OutputClosed | Self::Desk(DeskError::Fell))
    }
}

impl Sentence for Failure {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let path = |path: &PathBuf| ("path", Value::Text(path.display().to_string()));
        match self {
            Self::AlreadySaid | Self::OutputClosed => ("cli-fault-output".into(), vec![("reason", "".into())]),
            Self::Output(error) => ("cli-fault-output".into(), vec![("reason", error.to_string().into())]),
            Self::NoLogin => ("cli-fault-no-login".into(), vec![]),
            Self::NoTerminal { variable } => ("cli-fault-no-terminal".into(), vec![("variable", (*variable).into())]),
            Self::Cancelled => ("cli-fault-cancelled".into(), vec![]),
            Self::SecretFile { variable, path: file } => {
                ("cli-fault-secret-file".into(), vec![("variable", (*variable).into()), path(file)])
            }
            Self::PasswordsDiffer => ("cli-fault-passwords-differ".into(), vec![]),
            Self::UnknownCommunity(code) => ("cli-fault-community".into(), vec![("code", code.as_str().into())]),
            Self::NotOfKind { option, kind } => {
                ("cli-fault-not-of-kind".into(), vec![("option", (*option).into()), ("kind", (*kind).into())])
            }
            Self::NotADay(text) => ("cli-fault-not-a-day".into(), vec![("text", text.as_str().into())]),
            Self::NoHome => ("cli-fault-no-home".into(), vec![]),
            Self::Folder { path: folder } => ("cli-fault-folder".into(), vec![path(folder)]),
            Self::WorkbookOnTerminal => ("cli-fault-workbook-on-terminal".into(), vec![]),
            Self::Desk(error) => error.sentence(),
            Self::Office(error) => error.sentence(),
            Self::Sheet(error) => error.sentence(),
            Self::Export(error) => error.sentence(),
        }
    }
}

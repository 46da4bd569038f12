//! The disk behind the office's door to files: what is in a folder, tables read, texts and tables written.

use super::book::Opened;
use super::export::{self, ExportError, Format};
use super::ics;
use super::paper;
use super::participants;
use super::save;
use super::sheet::{Sheet, SheetError};
use crate::domain::clock::Moment;
use crate::domain::event::RegisterOf;
use crate::domain::id::DeedId;
use crate::domain::sheet;
use crate::office::calendar_file::CalendarFile;
use crate::office::events::Enrolled;
use crate::office::files::{Files, Listed, Listing};
use crate::office::intake::{Book, Going, Said};
use crate::office::{Office, PaperForm, Selection};
use directories::UserDirs;
use std::cmp::Reverse;
use std::path::{Path, PathBuf};

/// Endings of names that are listed.
const TABLES: [&str; 7] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods"];

/// The files of this computer.
#[derive(Clone, Copy, Default, Debug)]
pub struct FilesOfDisk;

impl Files for FilesOfDisk {
    fn list(&self, folder: Option<&Path>) -> Result<Listing, Said> {
        let unreadable = |error: std::io::Error| Said::of(&SheetError::of_disk(&error));
        let folder = match folder {
            Some(folder) => at_home(folder),
            None => std::env::current_dir().map_err(unreadable)?,
        };
        let folder = folder.canonicalize().map_err(unreadable)?;
        let mut entries: Vec<Listed> =
            std::fs::read_dir(&folder).map_err(unreadable)?.filter_map(|entry| listed(&entry.ok()?)).collect();
        entries.sort_by_key(|entry| {
            let when = (!entry.is_folder).then_some(Reverse(entry.changed));
            (!entry.is_folder, when, entry.name.to_lowercase())
        });
        if folder.parent().is_some() {
            entries.insert(0, Listed { name: "..".to_owned(), is_folder: true, bytes: 0, changed: None });
        }
        Ok(Listing { folder, entries })
    }

    fn open(&self, path: &Path, going: Going<'_>) -> Result<Option<Box<dyn Book>>, Said> {
        match Sheet::read_all(&at_home(path), going) {
            Ok(sheets) => Ok(Some(Box::new(Opened::of(sheets)))),
            Err(SheetError::Stopped) => Ok(None),
            Err(fault) => Err(Said::of(&fault)),
        }
    }

    fn save(&self, path: &Path, text: &str) -> Result<(), Said> {
        let path = at_home(path);
        if path.exists() {
            return Err(Said::new("import-report-exists", vec![]));
        }
        save::whole_file(&path, |out| out.write_all(text.as_bytes())).map_err(|error: std::io::Error| {
            Said::new("import-report-failed", vec![("reason", error.to_string().into())])
        })
    }

    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, PathBuf), Said> {
        let path = among_documents(&at_home(Path::new(typed.trim())));
        let say = |id| Said::new(id, vec![("path", path.display().to_string().into())]);
        let format = Format::of_path(&path).ok_or_else(|| say("lists-file-format"))?;
        if path.exists() {
            return Err(say("lists-file-exists"));
        }
        if !path.parent().is_some_and(Path::is_dir) {
            return Err(say("lists-file-folder"));
        }
        let written = save::whole_file(&path, |out| {
            export::write_exported(format, out, |each| Ok::<_, ExportError>(office.export_selected(selection, each)?))
        });
        written.map(|written| (written.families, path)).map_err(|fault| Said::of(&fault))
    }

    fn enrol(
        &self,
        office: &mut Office,
        (deed, of): (DeedId, RegisterOf),
        path: &Path,
    ) -> Result<Result<Enrolled, Vec<Said>>, Said> {
        let sheet = Sheet::read(&at_home(path)).map_err(|fault| Said::of(&fault))?;
        let list = match participants::read(&sheet, office.clock().today()) {
            Ok(list) => list,
            Err(faults) => return Ok(Err(faults.iter().map(|fault| Said::of(fault)).collect())),
        };
        let enrolled = office.enrol_from_file(deed, of, &list.lines).map_err(|fault| Said::of(&fault))?;
        Ok(enrolled.map_err(|faults| faults.iter().map(|fault| Said::of(&list.fault(fault))).collect()))
    }

    fn print(&self, sheet: &sheet::Sheet) -> Result<(), Said> {
        paper::print(sheet).map_err(|fault| Said::of(&fault))
    }

    fn save_paper(&self, sheet: &sheet::Sheet, name: &str, form: PaperForm) -> Result<PathBuf, Said> {
        paper::save(sheet, &among_documents(Path::new(name)), form).map_err(|fault| Said::of(&fault))
    }

    fn save_calendar(&self, calendar: &CalendarFile) -> Result<PathBuf, Said> {
        ics::write(calendar, &among_documents(Path::new("")))
    }

    fn show(&self, path: &Path) -> Result<(), Said> {
        paper::show(path).map_err(|fault| Said::of(&fault))
    }
}

/// The whole path of what a person typed: a name without a folder lies among their documents, or in their home where there are none.
fn among_documents(typed: &Path) -> PathBuf {
    let folders = UserDirs::new();
    let folder =
        folders.as_ref().map(|user| user.document_dir().filter(|folder| folder.is_dir()).unwrap_or(user.home_dir()));
    folder.unwrap_or(Path::new(".")).join(typed)
}

/// The path with the home folder in the place of `~`.
fn at_home(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// A folder or a table; hidden and other files are none of it.
fn listed(entry: &std::fs::DirEntry) -> Option<Listed> {
    let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'))?;
    let metadata = entry.path().metadata().ok()?;
    let ending = Path::new(&name).extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let is_table = metadata.is_file() && ending.is_some_and(|ending| TABLES.contains(&ending.as_str()));
    if !metadata.is_dir() && !is_table {
        return None;
    }
    let changed = metadata.modified().ok().map(|time| Moment::from(chrono::DateTime::<chrono::Local>::from(time)));
    Some(Listed { name, is_folder: metadata.is_dir(), bytes: metadata.len(), changed })
}

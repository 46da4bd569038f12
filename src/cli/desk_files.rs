//! The desk's way to files: what a list writes out goes through the same columns and the same safe writing as `export`.

use crate::exchange::export::{self, ExportError, Format};
use crate::exchange::save;
use crate::office::{Office, Selection};
use crate::text::{Sentence, Value};
use crate::tui::app::message::lists::Said;
use crate::tui::perform::ExportDoor;
use directories::UserDirs;
use std::path::{Path, PathBuf};

/// Files of this machine. A name without a folder lies among the user's documents, or in their home where there are none.
pub struct DeskFiles;

impl ExportDoor for DeskFiles {
    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, String), Said> {
        let path = place(typed);
        let shown = path.display().to_string();
        let say = |id: &'static str| Said { id: id.into(), values: vec![("path", Value::from(shown.clone()))] };
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
        match written {
            Ok(written) => Ok((written.families, shown)),
            Err(fault) => {
                let (id, values) = fault.sentence();
                Err(Said { id, values })
            }
        }
    }
}

fn place(typed: &str) -> PathBuf {
    let typed = Path::new(typed.trim());
    if typed.is_absolute() {
        return typed.to_owned();
    }
    let folders = UserDirs::new();
    let folder =
        folders.as_ref().map(|user| user.document_dir().filter(|folder| folder.is_dir()).unwrap_or(user.home_dir()));
    folder.unwrap_or(Path::new(".")).join(typed)
}

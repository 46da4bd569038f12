//! A whole file or none: an export that fails half-way leaves nothing behind and an older file untouched.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a file that only its owner may read: into a new file in the same folder, onto the disk, then in the place of the old one.
/// What is no file (a pipe, a terminal) is written directly. Errors of `write` leave the old file as it was.
pub fn whole_file<T, E: From<std::io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, E>,
) -> Result<T, E> {
    if path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        let mut out = OpenOptions::new().write(true).open(path)?;
        let result = write(&mut out)?;
        out.flush()?;
        return Ok(result);
    }
    let folder = folder_of(path);
    // A new file of this crate is readable by its owner alone from the first moment.
    let fresh = tempfile::Builder::new().prefix(".stiika-export-").tempfile_in(&folder)?;
    let mut out = BufWriter::new(fresh);
    let result = write(&mut out)?;
    let fresh = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    fresh.as_file().sync_all()?;
    fresh.persist(path).map_err(|error| error.error)?;
    // The name itself is on the disk only when the folder is; not every system lets a folder be opened, and the file is whole anyway.
    if let Ok(folder) = File::open(&folder) {
        let _ = folder.sync_all();
    }
    Ok(result)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Error;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_failed_export_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("families.csv");
        std::fs::write(&path, "old").unwrap();
        let failed: Result<(), Error> = whole_file(&path, |out| {
            out.write_all(b"half")?;
            Err(Error::other("stop"))
        });
        assert!(failed.is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["families.csv"]);
    }

    #[test]
    fn a_finished_export_replaces_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("families.csv");
        std::fs::write(&path, "old").unwrap();
        whole_file::<_, Error>(&path, |out| out.write_all(b"new")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["families.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_an_export() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("families.csv");
        whole_file::<_, Error>(&path, |out| out.write_all(b"x")).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(whole_file::<_, Error>(Path::new("/nowhere/at/all.csv"), |_| Ok(())).is_err());
    }
}

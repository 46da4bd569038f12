//! What the disk under the office file must be: local, writable, with room left.
//!
//! WAL needs memory shared by all desks and locks that hold, so it works on one machine only; a network folder would lose
//! records silently. Desks elsewhere connect over SSH to the machine that has the file.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Rights of every file the program makes: the owner and the office's group, nobody else.
pub const FILE_MODE: u32 = 0o660;

/// File systems whose files live on another machine (or behind a process that may say so), by the magic number of `statfs`.
/// Source: linux/magic.h and statfs(2).
const NETWORK: [(i128, &str); 16] = [
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFF53_4D42, "SMB"),
    (0xFE53_4D42, "SMB"),
    (0x0102_1997, "9P"),
    (FUSE, "FUSE"),
    (0x5346_414F, "AFS"),
    (0x6B41_4653, "AFS"),
    (0x7375_7245, "Coda"),
    (0x00C3_6400, "Ceph"),
    (0x564C, "NCP"),
    (0x0BD0_0BD0, "Lustre"),
    (0x4750_4653, "GPFS"),
    (0x7461_636F, "OCFS2"),
    (0x0116_1970, "GFS2"),
    (0x786F_4256, "VirtualBox"),
];

const FUSE: i128 = 0x6573_5546;

/// The folder that holds a file; a bare name lies in the current one.
pub fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Refuses a folder on a network file system.
///
/// Errors: `NetworkFileSystem` names the kind; `NoFile` when the folder is not there. Says nothing outside Linux.
pub fn check_local(folder: &Path) -> Result<(), StoreError> {
    #[cfg(target_os = "linux")]
    {
        let facts = rustix::fs::statfs(folder).map_err(|errno| StoreError::io(&errno.into(), folder))?;
        let magic = i128::from(facts.f_type) & 0xFFFF_FFFF;
        if let Some(kind) = network_kind(magic)
            && !(magic == FUSE && is_local_fuse(folder))
        {
            return Err(StoreError::NetworkFileSystem { kind });
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
}

/// The name of a network file system by its magic number; `None` for a local one.
fn network_kind(magic: i128) -> Option<&'static str> {
    NETWORK.iter().find(|(known, _)| *known == magic).map(|(_, kind)| *kind)
}

/// FUSE carries both sshfs and an NTFS partition of this very machine; the mount table tells them apart (`fuseblk` has a disk under it).
#[cfg(target_os = "linux")]
fn is_local_fuse(folder: &Path) -> bool {
    let table = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    folder.canonicalize().is_ok_and(|folder| mounted_kind(&table, &folder) == Some("fuseblk"))
}

/// The type of the deepest mount over a folder in the text of `/proc/self/mountinfo` (proc(5): the mount point is the fifth
/// word, the type follows the lone dash; a later line covers an earlier one).
#[cfg(any(target_os = "linux", test))]
fn mounted_kind<'a>(table: &'a str, folder: &Path) -> Option<&'a str> {
    let mut deepest: Option<(usize, &str)> = None;
    for line in table.lines() {
        let Some((mount, kind)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (mount.split(' ').nth(4), kind.split(' ').next()) else { continue };
        let point = point.replace("\\040", " ");
        if folder.starts_with(&point) && deepest.is_none_or(|(length, _)| point.len() >= length) {
            deepest = Some((point.len(), kind));
        }
    }
    deepest.map(|(_, kind)| kind)
}

/// Refuses a folder (or an existing file) that this user cannot write to.
///
/// Errors: `ReadOnly` with the path; `NoFile` when it is not there.
pub fn check_writable(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        let wanted =
            if path.is_dir() { Access::WRITE_OK | Access::EXEC_OK } else { Access::WRITE_OK | Access::READ_OK };
        access(path, wanted).map_err(|errno| StoreError::io(&errno.into(), path))
    }
    #[cfg(not(unix))]
    {
        let facts = path.metadata().map_err(|error| StoreError::io(&error, path))?;
        if facts.permissions().readonly() { Err(StoreError::ReadOnly { path: path.to_owned() }) } else { Ok(()) }
    }
}

/// Bytes that this user can still write on the disk of a folder; `None` where the system does not tell.
pub fn free_bytes(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let facts = rustix::fs::statvfs(folder).ok()?;
        facts.f_bavail.checked_mul(facts.f_frsize)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

/// Makes a new file that other users cannot read; something already there is an error.
pub(in crate::store) fn create_private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(FILE_MODE);
    }
    options.open(path).map_err(|error| StoreError::io(&error, path))
}

/// Makes the names in a folder survive a power cut (a new or renamed file is not on the disk before its folder is).
pub(in crate::store) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        File::open(folder).and_then(|opened| opened.sync_all()).map_err(|error| StoreError::io(&error, folder))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}

/// A claim on the names in a folder, given back on drop. Two desks that change who may sign in wait for each other here.
#[derive(Debug)]
pub(in crate::store) struct FolderLock {
    _folder: File,
}

/// Waits until nobody else holds the folder.
pub(in crate::store) fn lock_folder(folder: &Path) -> Result<FolderLock, StoreError> {
    let opened = File::open(folder).map_err(|error| StoreError::io(&error, folder))?;
    #[cfg(unix)]
    opened.lock().map_err(|error| StoreError::io(&error, folder))?;
    Ok(FolderLock { _folder: opened })
}

/// Replaces a file by new content as one step: either the old or the new one is there after a power cut, never half of either.
///
/// `part` is the ending of the temporary neighbour; one that a crash left behind is removed first.
pub(in crate::store) fn replace(path: &Path, part: &str, content: &[u8]) -> Result<(), StoreError> {
    use std::io::Write;
    let temporary = super::beside(path, part);
    match std::fs::remove_file(&temporary) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StoreError::io(&error, &temporary)),
        _ => {}
    }
    let mut file = create_private(&temporary)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    drop(file);
    let moved = written.and_then(|()| std::fs::rename(&temporary, path));
    if let Err(error) = moved {
        let _ = std::fs::remove_file(&temporary);
        return Err(StoreError::io(&error, path));
    }
    sync_folder(&folder_of(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_file_systems_are_known_by_name_and_local_ones_pass() {
        for (magic, kind) in
            [(0x6969, "NFS"), (0xFE53_4D42, "SMB"), (0xFF53_4D42, "SMB"), (0x6573_5546, "FUSE"), (0x0102_1997, "9P")]
        {
            assert_eq!(network_kind(magic), Some(kind));
        }
        for (magic, name) in [
            (0xEF53, "ext4"),
            (0x9123_683E, "btrfs"),
            (0x5846_5342, "xfs"),
            (0x0102_1994, "tmpfs"),
            (0x794C_7630, "overlay"),
        ] {
            assert_eq!(network_kind(magic), None, "{name}");
        }
    }

    #[test]
    fn an_ntfs_partition_is_not_taken_for_sshfs() {
        let table = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                     40 22 8:17 / /mnt/old\\040disk rw shared:1 - fuseblk /dev/sdb1 rw\n\
                     41 22 0:50 / /mnt/far rw - fuse.sshfs host:/ rw\n";
        assert_eq!(mounted_kind(table, Path::new("/mnt/old disk/office")), Some("fuseblk"));
        assert_eq!(mounted_kind(table, Path::new("/mnt/far/office")), Some("fuse.sshfs"));
        assert_eq!(mounted_kind(table, Path::new("/mnt/farther")), Some("ext4"));
        assert_eq!(mounted_kind("", Path::new("/")), None);
    }

    #[test]
    fn the_folder_of_a_bare_name_is_the_current_one() {
        assert_eq!(folder_of(Path::new("office.db")), Path::new("."));
        assert_eq!(folder_of(Path::new("/var/office.db")), Path::new("/var"));
    }

    #[test]
    fn a_replaced_file_is_whole_and_leaves_no_neighbour() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(beside_part(&path), "left by a crash").unwrap();
        replace(&path, ".part", b"first").unwrap();
        replace(&path, ".part", b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert!(!beside_part(&path).exists());
        assert!(free_bytes(folder.path()).is_none_or(|bytes| bytes > 0));
    }

    fn beside_part(path: &Path) -> PathBuf {
        super::super::beside(path, ".part")
    }
}

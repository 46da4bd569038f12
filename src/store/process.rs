//! What the process does once at its start so that keys and records do not leave its memory by accident.
//!
//! A core dump or a debugger of the same user would hold the data key; a file made with a loose umask would be readable to all.

/// Switches core dumps and tracing off and makes new files unreadable to other users (umask 0007: owner and the office's group).
///
/// Call it first in `main`, before any thread. Refusals of the system are ignored: a desk without this protection still serves people.
/// Does nothing where the system has no such switches.
pub fn harden_process() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
        rustix::process::umask(rustix::fs::Mode::RWXO);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Whether a process of this machine is still there, as far as the system tells; where it does not, it may be.
pub fn may_be_running(process: u32) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        use rustix::process::{Pid, test_kill_process};
        let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) else { return false };
        test_kill_process(process) != Err(Errno::SRCH)
    }
    #[cfg(not(unix))]
    {
        let _ = process;
        true
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn a_process_that_ended_is_not_there() {
        assert!(may_be_running(std::process::id()));
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        assert!(!may_be_running(child.id()));
    }

    #[test]
    fn a_hardened_process_leaves_no_core_behind() {
        harden_process();
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));
    }
}

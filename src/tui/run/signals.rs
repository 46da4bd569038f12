//! The system's request to leave: the terminal window closes, the computer shuts down, somebody ends the process.
//!
//! Ctrl+Z is an ordinary key on a terminal that is ours, so stopping is left as it is.

use crossbeam_channel::Sender;
use std::io;

/// Listens until dropped.
#[cfg(unix)]
pub(super) struct Watch(signal_hook::iterator::Handle);

#[cfg(unix)]
impl Drop for Watch {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Tells of every request to leave. Errors: the system gives no thread or no signals.
#[cfg(unix)]
pub(super) fn watch(hangup: Sender<()>) -> io::Result<Watch> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    let handle = signals.handle();
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for _ in signals.forever() {
            if hangup.send(()).is_err() {
                return;
            }
        }
        // The sender must outlive the signals: a closed channel would read as a request.
        drop(hangup);
    })?;
    Ok(Watch(handle))
}

/// Where there are no signals, the sender is kept so that its channel stays open.
#[cfg(not(unix))]
pub(super) struct Watch {
    _hangup: Sender<()>,
}

/// There are no signals here. Never fails.
#[cfg(not(unix))]
pub(super) fn watch(hangup: Sender<()>) -> io::Result<Watch> {
    Ok(Watch { _hangup: hangup })
}

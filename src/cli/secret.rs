//! Questions at the terminal, and passwords: never from the arguments, which every user of the machine can read.
//!
//! A password comes from the file that a variable names, else from a variable, else from the terminal without echo. The terminal
//! is the controlling one, so that the standard input stays free for data.

use super::failure::Failure;
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use std::env;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Where one secret may come from.
pub(super) struct Source {
    /// The variable that holds it.
    variable: &'static str,
    /// The variable that names a file with it.
    file_variable: &'static str,
}

/// The password of whoever runs the command.
pub(super) const PASSWORD: Source = Source { variable: "STIIKA_PASSWORD", file_variable: "STIIKA_PASSWORD_FILE" };

/// A password that is being given.
pub(super) const NEW_PASSWORD: Source =
    Source { variable: "STIIKA_NEW_PASSWORD", file_variable: "STIIKA_NEW_PASSWORD_FILE" };

/// The paper recovery key.
pub(super) const RECOVERY_KEY: Source =
    Source { variable: "STIIKA_RECOVERY_KEY", file_variable: "STIIKA_RECOVERY_KEY_FILE" };

impl Source {
    /// The secret from the file or the variable; none where neither is set.
    pub(super) fn given(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        if let Some(path) = env::var_os(self.file_variable).filter(|path| !path.is_empty()) {
            return self.read_file(Path::new(&path)).map(Some);
        }
        Ok(env::var(self.variable).ok().filter(|secret| !secret.is_empty()).map(Zeroizing::new))
    }

    fn read_file(&self, path: &Path) -> Result<Zeroizing<String>, Failure> {
        let failed = || Failure::SecretFile { variable: self.file_variable, path: PathBuf::from(path) };
        let mut secret = Zeroizing::new(std::fs::read_to_string(path).map_err(|_| failed())?);
        // An editor ends the line; a password never does.
        while secret.ends_with(['\n', '\r']) {
            secret.pop();
        }
        if secret.is_empty() { Err(failed()) } else { Ok(secret) }
    }

    /// The secret from wherever it is given, else asked without echo.
    pub(super) fn get(&self, question: &str) -> Result<Zeroizing<String>, Failure> {
        match self.given()? {
            Some(secret) => Ok(secret),
            None => Terminal::open().ok_or(Failure::NoTerminal { variable: self.variable })?.ask_hidden(question),
        }
    }

    /// A new secret: as [`Source::get`], but asked twice, so that nobody locks themselves out with a slip.
    pub(super) fn get_new(&self, question: &str, again: &str) -> Result<Zeroizing<String>, Failure> {
        if let Some(secret) = self.given()? {
            return Ok(secret);
        }
        let mut terminal = Terminal::open().ok_or(Failure::NoTerminal { variable: self.variable })?;
        let first = terminal.ask_hidden(question)?;
        let second = terminal.ask_hidden(again)?;
        if *first == *second { Ok(first) } else { Err(Failure::PasswordsDiffer) }
    }
}

/// The controlling terminal.
pub(super) struct Terminal(File);

impl Terminal {
    /// The terminal of this process, where there is one.
    pub(super) fn open() -> Option<Self> {
        OpenOptions::new().read(true).write(true).open("/dev/tty").ok().map(Self)
    }

    /// Asks a question whose answer may be seen. Empty for Enter alone.
    pub(super) fn ask(&mut self, question: &str) -> Result<String, Failure> {
        write!(self.0, "{question} ")?;
        let mut answer = Vec::new();
        loop {
            let mut byte = [0];
            match self.0.read(&mut byte)? {
                0 if answer.is_empty() => return Err(Failure::Cancelled),
                0 => break,
                _ if byte[0] == b'\n' => break,
                _ => answer.push(byte[0]),
            }
        }
        Ok(String::from_utf8_lossy(&answer).trim().to_owned())
    }

    /// Asks a question whose answer is not shown.
    pub(super) fn ask_hidden(&mut self, question: &str) -> Result<Zeroizing<String>, Failure> {
        write!(self.0, "{question} ")?;
        self.0.flush()?;
        let answer = {
            let hidden = Hidden::begin(&self.0)?;
            hidden.read_line()
        };
        writeln!(self.0)?;
        answer
    }
}

/// The terminal without echo, key by key, until dropped. Ctrl+C arrives as a key too: a signal would leave the shell without echo.
struct Hidden<'a> {
    terminal: &'a File,
    before: Termios,
}

impl<'a> Hidden<'a> {
    fn begin(terminal: &'a File) -> Result<Self, Failure> {
        let before = tcgetattr(terminal).map_err(std::io::Error::from)?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        silent.special_codes[SpecialCodeIndex::VMIN] = 1;
        silent.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(terminal, OptionalActions::Flush, &silent).map_err(std::io::Error::from)?;
        Ok(Self { terminal, before })
    }

    fn read_line(&self) -> Result<Zeroizing<String>, Failure> {
        const CTRL_C: u8 = 0x03;
        const CTRL_D: u8 = 0x04;
        const CTRL_U: u8 = 0x15;
        let mut typed = Zeroizing::new(Vec::new());
        loop {
            let mut byte = [0];
            let mut terminal = self.terminal;
            if terminal.read(&mut byte)? == 0 {
                return Err(Failure::Cancelled);
            }
            match byte[0] {
                b'\r' | b'\n' => break,
                CTRL_C | CTRL_D => return Err(Failure::Cancelled),
                CTRL_U => typed.clear(),
                0x08 | 0x7F => erase_letter(&mut typed),
                other => typed.push(other),
            }
        }
        Ok(Zeroizing::new(String::from_utf8_lossy(&typed).into_owned()))
    }
}

impl Drop for Hidden<'_> {
    fn drop(&mut self) {
        let _ = tcsetattr(self.terminal, OptionalActions::Flush, &self.before);
    }
}

/// Takes the last letter away, however many bytes it has.
fn erase_letter(typed: &mut Vec<u8>) {
    while let Some(byte) = typed.pop() {
        if byte & 0xC0 != 0x80 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backspace_takes_a_whole_letter() {
        let mut typed = "паx".as_bytes().to_vec();
        erase_letter(&mut typed);
        erase_letter(&mut typed);
        assert_eq!(typed, "п".as_bytes());
        erase_letter(&mut typed);
        erase_letter(&mut typed);
        assert!(typed.is_empty());
    }

    #[test]
    fn the_end_of_the_line_is_no_part_of_a_password() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        std::fs::write(&path, " довгий пароль \r\n").unwrap();
        assert_eq!(PASSWORD.read_file(&path).unwrap().as_str(), " довгий пароль ");
        std::fs::write(&path, "\n").unwrap();
        assert!(matches!(PASSWORD.read_file(&path), Err(Failure::SecretFile { .. })));
    }
}

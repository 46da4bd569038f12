//! The paper key between its only showing and the proof that it was written down. Wiped when dropped.

use crate::store::keys::RecoveryKey;
use crate::tui::app::Context;
use crate::tui::widgets::form::{Field, Form, Note, NoteKind};
use zeroize::Zeroizing;

const LINE: &str = "key-line";

/// The lines of the key, one of which is asked back.
pub struct PaperKey {
    lines: Vec<Zeroizing<String>>,
    form: Form,
}

impl PaperKey {
    /// The lines as they were made.
    pub fn new(lines: Vec<Zeroizing<String>>) -> Self {
        Self { lines, form: Form::column(vec![Field::text(LINE)]) }
    }

    /// The question for a line, to be typed into.
    pub fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    /// The same, to be drawn.
    pub fn shown(&self) -> &Form {
        &self.form
    }

    /// The lines with their numbers, as they are to be copied.
    pub fn numbered(&self) -> Vec<String> {
        self.lines.iter().zip(1..).map(|(line, number)| format!("{number}   {}", line.as_str())).collect()
    }

    /// Position of the line that is asked back. It follows from the key itself, so it differs from office to office and nobody
    /// gets used to copying only the first line; it stays the same for one key, so Esc is no way to an easier one.
    fn asked(&self) -> usize {
        let sum: usize = self.lines.iter().flat_map(|line| line.bytes()).map(usize::from).sum();
        sum % self.lines.len().max(1)
    }

    /// Its number as the paper counts.
    pub fn asked_number(&self) -> usize {
        self.asked() + 1
    }

    /// Opens the question with an empty line.
    pub fn ask(&mut self) {
        if let Some(field) = self.form.field_mut(LINE) {
            field.line.clear();
            field.note = None;
        }
        self.form.focus_on(LINE);
    }

    /// Whether the line was typed as it is on the paper. Read as the whole key will be read one day: case, spaces and look-alike
    /// letters do not matter.
    pub fn is_repeated(&self) -> bool {
        let typed = Zeroizing::new(self.form.value(LINE));
        let asked = self.asked();
        let with = |line: &str| {
            let lines: Vec<&str> =
                self.lines.iter().enumerate().map(|(place, own)| if place == asked { line } else { own }).collect();
            Zeroizing::new(lines.join("\n"))
        };
        match RecoveryKey::parse(&with(&typed)) {
            Ok(key) => key.lines() == self.lines,
            Err(_) => false,
        }
    }

    /// Says that it is another line.
    pub fn refuse(&mut self, cx: &Context) {
        let text = cx.tv("setup-key-back-wrong", &[("line", self.asked_number().into())]);
        self.form.note(LINE, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(LINE);
    }
}

impl Drop for PaperKey {
    fn drop(&mut self) {
        if let Some(field) = self.form.field_mut(LINE) {
            field.line.clear();
        }
    }
}

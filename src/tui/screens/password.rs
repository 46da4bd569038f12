//! A new password typed twice: two fields, the rule in words, and a live answer whether it is met.
//!
//! The rule itself is `office::password_is_strong`; here it is only said.

use crate::office::password_is_strong;
use crate::tui::app::Context;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Field, Form, Note, NoteKind};
use ratatui::style::Style;
use zeroize::Zeroizing;

/// The field of the password.
pub const FIRST: &str = "password-new";
/// The field of its repeat.
pub const AGAIN: &str = "password-again";

/// Both fields, for a form of one's own.
pub fn fields() -> [Field; 2] {
    [Field::secret(FIRST), Field::secret(AGAIN)]
}

/// What is typed, exactly as typed: spaces at the ends belong to a password.
pub fn typed(form: &Form, id: &str) -> Zeroizing<String> {
    Zeroizing::new(form.field(id).map(|field| field.line.text()).unwrap_or_default())
}

/// Wipes both fields.
pub fn clear(form: &mut Form) {
    for id in [FIRST, AGAIN] {
        if let Some(field) = form.field_mut(id) {
            field.line.clear();
        }
    }
}

/// Whether nothing is typed in either.
pub fn is_empty(form: &Form) -> bool {
    typed(form, FIRST).is_empty() && typed(form, AGAIN).is_empty()
}

/// Whether the pair can be taken. If not, the field to mend gets a note and the focus.
pub fn check(form: &mut Form, login: &str, cx: &Context) -> bool {
    let wrong = if !password_is_strong(login, &typed(form, FIRST)) {
        Some((FIRST, "password-weak"))
    } else if *typed(form, FIRST) != *typed(form, AGAIN) {
        Some((AGAIN, "password-differs"))
    } else {
        None
    };
    let Some((id, message)) = wrong else { return true };
    form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t(message) }));
    form.focus_on(id);
    false
}

/// Writes the rule and, as letters come, whether it is met.
pub fn rules(sheet: &mut Sheet<'_, '_, '_>, cx: &Context, form: &Form, login: &str) {
    let (first, again) = (typed(form, FIRST), typed(form, AGAIN));
    let count = first.chars().count();
    let rule = match count {
        0 => cx.t("password-rule"),
        count => cx.tv("password-rule-now", &[("count", count.into())]),
    };
    let strong = if password_is_strong(login, &first) { Met::Yes } else { Met::NotYet };
    let same = if again.is_empty() || (first.starts_with(again.as_str()) && *first != *again) {
        Met::NotYet
    } else if *first == *again {
        Met::Yes
    } else {
        Met::No
    };
    for (met, text) in [(strong, rule), (same, cx.t("password-rule-twice"))] {
        let (sign, style) = met.shown(cx);
        sheet.line(style, &format!("{sign} {text}"));
    }
}

/// Whether a part of the rule is met.
#[derive(Clone, Copy)]
enum Met {
    Yes,
    NotYet,
    No,
}

impl Met {
    fn shown(self, cx: &Context) -> (&'static str, Style) {
        match self {
            Self::Yes => ("✓", cx.theme.good),
            Self::NotYet => ("·", cx.theme.dim),
            Self::No => ("✗", cx.theme.fault),
        }
    }
}

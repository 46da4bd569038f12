//! The keyboard check: what arrives when a key is pressed, and what the desk makes of it.
//!
//! Every key is taken here, function keys too; two Esc in a row leave. What is typed is not kept: of a paste or a scan only how long
//! it was.

use crate::tui::app::{Context, Screen, Step};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::SHEET_WIDTH;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// How many of the last keys are shown.
const SHOWN: usize = 3;
/// Cells of one key in the table.
const KEY_CELLS: usize = 11;
/// Keys in a row of the table.
const IN_A_ROW: usize = 6;

/// The keys that the desk lives by, in the order of the table.
const WANTED: [Key; 28] = [
    Key::F(1),
    Key::F(2),
    Key::F(3),
    Key::F(4),
    Key::F(5),
    Key::F(6),
    Key::F(7),
    Key::F(8),
    Key::F(9),
    Key::F(10),
    Key::Insert,
    Key::Delete,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Enter,
    Key::Tab,
    Key::Backspace,
    Key::BackTab,
    Key::Char(' '),
    Key::Char('+'),
    Key::Char('-'),
    Key::Char('*'),
];

/// Something that arrived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Arrived {
    Key(Key),
    /// A text at once: how many signs, and how many of them digits.
    Text {
        signs: usize,
        digits: usize,
    },
}

/// The check.
#[derive(Default)]
pub struct KeyboardCheck {
    last: Vec<Arrived>,
    pressed: Vec<Key>,
}

impl KeyboardCheck {
    fn take(&mut self, arrived: Arrived) {
        if let Arrived::Key(key) = arrived
            && !self.pressed.contains(&key)
        {
            self.pressed.push(key);
        }
        self.last.push(arrived);
        if self.last.len() > SHOWN {
            self.last.remove(0);
        }
    }

    /// How to free the keys that terminals keep, for those that have not arrived.
    fn advice(&self, cx: &Context) -> Vec<String> {
        let missing = |key| !self.pressed.contains(&Key::F(key));
        let mut advice = Vec::new();
        if missing(1) || missing(10) {
            advice.push(cx.t("keyboard-free"));
        }
        if WANTED.iter().all(|key| self.pressed.contains(key)) {
            advice.push(cx.t("keyboard-whole"));
        }
        advice
    }

    fn said(arrived: Arrived, cx: &Context) -> String {
        match arrived {
            Arrived::Key(key) => {
                let message = match key {
                    Key::F(1..=10) => "keyboard-is-command",
                    Key::Ctrl(_) => "keyboard-is-second",
                    Key::Char(_) => "keyboard-is-letter",
                    Key::Esc => "keyboard-is-esc",
                    _ => "keyboard-is-key",
                };
                cx.tv(message, &[("key", name(key, cx).into())])
            }
            Arrived::Text { signs, digits } => {
                cx.tv("keyboard-is-text", &[("signs", signs.into()), ("digits", digits.into())])
            }
        }
    }
}

fn name(key: Key, cx: &Context) -> String {
    match key {
        Key::Char(' ') => cx.t("keyboard-space"),
        other => other.to_string(),
    }
}

impl Screen for KeyboardCheck {
    fn scope(&self) -> Scope {
        // No command works here: every function key is looked at instead.
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        if key == Key::Esc && self.last.last() == Some(&Arrived::Key(Key::Esc)) {
            return Step::pop();
        }
        self.take(Arrived::Key(key));
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        self.take(Arrived::Text { signs: text.chars().count(), digits });
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let rect = window(cx, frame, area, SHEET_WIDTH, 20);
        let inner = frame_with_title(frame, rect, &cx.t("keyboard-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let mut lines: Vec<Line<'_>> = Vec::new();
        let mut say = |text: &str, style: Style| lines.push(Line::styled(cut(text, cells), style));
        wrap(&cx.t("keyboard-text"), cells).iter().for_each(|line| say(line, cx.theme.text));
        say("", cx.theme.text);
        for place in 0..SHOWN {
            match self.last.iter().rev().nth(place) {
                Some(arrived) => {
                    say(&Self::said(*arrived, cx), if place == 0 { cx.theme.accent } else { cx.theme.dim });
                }
                None if place == 0 => say(&cx.t("keyboard-nothing"), cx.theme.dim),
                None => say("", cx.theme.dim),
            }
        }
        say("", cx.theme.text);
        lines.extend(WANTED.chunks(IN_A_ROW).map(|row| self.row(row, cx)));
        let mut say = |text: &str, style: Style| lines.push(Line::styled(cut(text, cells), style));
        for advice in self.advice(cx) {
            wrap(&advice, cells).iter().for_each(|line| say(line, cx.theme.warning));
        }
        for (line, row) in lines.into_iter().zip(inner.rows().take(usize::from(inner.height).saturating_sub(1))) {
            frame.render_widget(line, row);
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("keyboard-keys"), cells), cx.theme.dim), last);
    }
}

impl KeyboardCheck {
    /// A row of the table: a tick before each key that has arrived.
    fn row<'a>(&self, keys: &[Key], cx: &Context) -> Line<'a> {
        let spans = keys.iter().map(|key| {
            let (sign, style) = if self.pressed.contains(key) { ("✓", cx.theme.good) } else { ("·", cx.theme.dim) };
            let text = format!("{sign} {}", name(*key, cx));
            Span::styled(fit(&text, KEY_CELLS.max(width(&text) + 1)), style)
        });
        Line::from(spans.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Moment;
    use crate::text::Lang;
    use crate::tui::app::Go;
    use crate::tui::theme::ThemeName;

    fn cx() -> Context {
        let now = Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00").unwrap();
        Context::new(Lang::Uk, ThemeName::Plain, (80, 24), now)
    }

    #[test]
    fn what_is_typed_is_not_kept() {
        let (mut check, mut cx) = (KeyboardCheck::default(), cx());
        for letter in "таємниця".chars() {
            check.key(Key::Char(letter), &mut cx);
        }
        check.text("КС123456", &mut cx);
        assert_eq!(check.last.len(), SHOWN);
        assert_eq!(check.last.last(), Some(&Arrived::Text { signs: 8, digits: 6 }));
    }

    #[test]
    fn one_esc_is_a_key_and_two_leave() {
        let (mut check, mut cx) = (KeyboardCheck::default(), cx());
        assert!(matches!(check.key(Key::Esc, &mut cx).go, Go::Stay));
        assert!(matches!(check.key(Key::F(10), &mut cx).go, Go::Stay), "function keys are looked at");
        assert!(matches!(check.key(Key::Esc, &mut cx).go, Go::Stay));
        assert!(matches!(check.key(Key::Esc, &mut cx).go, Go::Pop));
    }

    #[test]
    fn the_advice_goes_when_every_key_has_arrived() {
        let (mut check, mut cx) = (KeyboardCheck::default(), cx());
        assert_eq!(check.advice(&cx), [cx.t("keyboard-free")]);
        WANTED.iter().for_each(|key| drop(check.key(*key, &mut cx)));
        assert_eq!(check.advice(&cx), [cx.t("keyboard-whole")]);
    }
}

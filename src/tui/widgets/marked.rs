//! Text with the letters that agree with what is typed: underlined and bold, so that they are seen without colours too.

use crate::search::small::Needle;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::fit;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The text in exactly so many cells, the letters that agree marked. On the chosen row the colour stays the row's own.
pub fn marked<'a>(
    text: &str,
    cells: usize,
    needle: &Needle,
    style: Style,
    is_chosen: bool,
    theme: &Theme,
) -> Vec<Span<'a>> {
    let shown = fit(text, cells);
    let marks = needle.marks(text);
    if marks.is_empty() {
        return vec![Span::styled(shown, style)];
    }
    // The ground stays the row's own.
    let bright = if is_chosen { style } else { Style { fg: theme.accent.fg, ..style } };
    let bright = bright.add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    let mut whole = text.graphemes(true);
    let mut spans: Vec<Span<'a>> = Vec::new();
    let mut was_marked = None;
    for (place, grapheme) in shown.graphemes(true).enumerate() {
        // The sign of a cut stands where a letter was.
        let is_marked = whole.next() == Some(grapheme) && marks.binary_search(&place).is_ok();
        match spans.last_mut().filter(|_| was_marked == Some(is_marked)) {
            Some(span) => span.content.to_mut().push_str(grapheme),
            None => spans.push(Span::styled(grapheme.to_owned(), if is_marked { bright } else { style })),
        }
        was_marked = Some(is_marked);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::ThemeName;
    use crate::tui::widgets::text::width;

    fn of(text: &str, cells: usize, typed: &str, name: ThemeName) -> String {
        let theme = Theme::of(name);
        let spans = marked(text, cells, &Needle::of(typed), theme.text, false, &theme);
        assert_eq!(spans.iter().map(|span| width(&span.content)).sum::<usize>(), cells);
        let sign = |span: &Span<'_>| {
            let is_marked = span.style.add_modifier.contains(Modifier::UNDERLINED);
            if is_marked { format!("[{}]", span.content) } else { span.content.to_string() }
        };
        spans.iter().map(sign).collect()
    }

    #[test]
    fn letters_are_marked_in_every_theme() {
        for name in ThemeName::ALL {
            assert_eq!(of("Шевченко Оксана", 17, "itdx jrc", name), "[Шевч]енко [Окс]ана  ");
        }
    }

    #[test]
    fn what_is_cut_away_marks_nothing() {
        assert_eq!(of("Шевченко", 5, "шевченко", ThemeName::Plain), "[Шевч]…");
        assert_eq!(of("Шевченко", 9, "кравчук", ThemeName::Plain), "Шевченко ");
    }
}

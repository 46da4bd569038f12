//! Text measured in cells, never in bytes: cutting, padding, wrapping.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Width in cells.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in exactly `cells` cells: padded with spaces, or cut with `…`.
pub fn fit(text: &str, cells: usize) -> String {
    let cut = cut(text, cells);
    let pad = cells.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(pad))
}

/// The text in at most `cells` cells, cut with `…` where it is longer.
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let w = width(grapheme);
        if used + w + 1 > cells {
            break;
        }
        out.push_str(grapheme);
        used += w;
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// The text in lines of at most `cells` cells, broken at spaces.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let gap = usize::from(!line.is_empty());
            if !line.is_empty() && width(&line) + gap + width(word) > cells {
                lines.push(std::mem::take(&mut line));
            } else if gap == 1 {
                line.push(' ');
            }
            line.push_str(&cut(word, cells));
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_takes_one_cell_a_letter() {
        assert_eq!(fit("Ґудзь", 7), "Ґудзь  ");
        assert_eq!(fit("Шевченко", 5), "Шевч…");
        assert_eq!(cut("так", 3), "так");
        assert_eq!(cut("так", 0), "");
    }

    #[test]
    fn a_long_sentence_is_broken_at_spaces() {
        assert_eq!(wrap("одна дві три чотири", 9), ["одна дві", "три", "чотири"]);
    }
}

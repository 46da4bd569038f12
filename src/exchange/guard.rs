//! Cells that a spreadsheet would take for a formula, made harmless and turned back.
//!
//! A note that begins with `=` runs as a formula when a CSV is opened by double click. A leading apostrophe stops that, and the
//! import takes exactly that apostrophe off again, so that nothing changes by going out and coming back.
//! In a workbook a text cell is never a formula; only texts that already look guarded get one more apostrophe there, because the
//! import cannot know which program saved the workbook.

/// First signs that make a spreadsheet calculate.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether the text, apostrophes before it left out, begins like a formula.
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA_SIGNS)
}

/// Whether the text is a number below zero, which calculates to nothing but itself and which other programs shall read as one.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        && digits.matches('.').count() <= 1
}

/// A cell of a text file.
pub fn on_in_text(cell: &str) -> String {
    if looks_like_formula(cell) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A text cell of a workbook.
pub fn on_in_workbook(cell: &str) -> String {
    if cell.starts_with('\'') { on_in_text(cell) } else { cell.to_owned() }
}

/// A cell as it was before it was guarded.
pub fn off(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if looks_like_formula(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_harmless_in_a_text_file() {
        assert_eq!(on_in_text("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(on_in_text("+380671234567"), "'+380671234567");
        assert_eq!(on_in_text("Шевченко"), "Шевченко");
        assert_eq!(on_in_text("-1.5"), "-1.5");
        assert_eq!(on_in_text("-1.5+cmd()"), "'-1.5+cmd()");
        assert_eq!(on_in_text("-1-1"), "'-1-1");
    }

    #[test]
    fn a_phone_has_no_apostrophe_in_a_workbook() {
        assert_eq!(on_in_workbook("+380671234567"), "+380671234567");
        assert_eq!(off("+380671234567"), "+380671234567");
    }

    #[test]
    fn an_apostrophe_of_the_text_itself_stays() {
        assert_eq!(off("'слово'"), "'слово'");
    }

    proptest! {
        #[test]
        fn what_goes_out_comes_back(cell in "['=+@a\t-]{0,6}") {
            let (text, workbook) = (on_in_text(&cell), on_in_workbook(&cell));
            prop_assert!(!text.starts_with(FORMULA_SIGNS));
            prop_assert_eq!(off(&text), cell.as_str());
            prop_assert_eq!(off(&workbook), cell.as_str());
        }
    }
}

//! Bars to look at, of two numbers that belong together: a part drawn full and the rest of the whole drawn light, so that the picture is
//! the same without colours. The numbers themselves stand beside or above the bars: nobody has to guess them.

use crate::tui::widgets::text::{fit, width};

/// The part.
const FULL: char = '█';

/// What the whole has beyond the part.
const LIGHT: char = '░';

/// A bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What stands under it.
    pub label: String,
    /// The part, at most the whole.
    pub part: u32,
    /// The whole.
    pub whole: u32,
}

/// How many of `cells` a number takes where `most` takes all; what is above nothing is never drawn as nothing.
fn share(number: u32, most: u32, cells: usize) -> usize {
    if number == 0 || most == 0 {
        return 0;
    }
    let cells = u64::try_from(cells).unwrap_or(0);
    let share = (u64::from(number) * cells * 2 + u64::from(most)) / (u64::from(most) * 2);
    usize::try_from(share.clamp(1, cells.max(1))).unwrap_or(0)
}

/// A bar that lies, of at most `cells` cells: `██████░░░`.
pub fn across(part: u32, whole: u32, most: u32, cells: usize) -> String {
    let (part, whole) = (share(part, most, cells), share(whole, most, cells));
    let light = whole.saturating_sub(part);
    std::iter::repeat_n(FULL, part).chain(std::iter::repeat_n(LIGHT, light)).collect()
}

/// Bars that stand side by side in `cells` × `rows`, the whole's number above each where there is room for it, labels below as many as
/// fit. Where there are more bars than room, the last ones are drawn. Returns the lines from the top down.
pub fn upright(bars: &[Bar], cells: usize, rows: usize) -> Vec<String> {
    // A bar takes a cell at least; a line for the numbers and one for the labels.
    let bars = &bars[bars.len().saturating_sub(cells)..];
    let high = rows.saturating_sub(2);
    if bars.is_empty() || high == 0 {
        return Vec::new();
    }
    let slot = (cells / bars.len()).clamp(1, 8);
    let bar_cells = if slot > 2 { slot - 1 } else { slot.min(1) };
    let most = bars.iter().map(|bar| bar.whole).max().unwrap_or(0);
    let numbers: Vec<String> = bars.iter().map(|bar| crate::text::count(i64::from(bar.whole))).collect();
    // One number that does not fit would leave a gap among the others: all of them or none.
    let has_numbers = numbers.iter().all(|number| width(number) < slot);
    let mut lines = Vec::with_capacity(rows);
    for level in (0..=high).rev() {
        let mut line = String::new();
        for (bar, number) in bars.iter().zip(&numbers) {
            let (part, whole) = (share(bar.part, most, high), share(bar.whole, most, high));
            let cell = match level {
                level if level < part => FULL.to_string().repeat(bar_cells),
                level if level < whole => LIGHT.to_string().repeat(bar_cells),
                level if level == whole && has_numbers && bar.whole > 0 => number.clone(),
                _ => String::new(),
            };
            line.push_str(&fit(&cell, slot));
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.push(labels(bars, slot, cells));
    lines
}

/// Labels under bars: every one where they fit, else every second, third …; none beyond the last cell.
fn labels(bars: &[Bar], slot: usize, cells: usize) -> String {
    let widest = bars.iter().map(|bar| width(&bar.label)).max().unwrap_or(0);
    let every = (widest + 1).div_ceil(slot).max(1);
    let mut line = String::new();
    for (place, bar) in bars.iter().enumerate().step_by(every) {
        if place * slot + width(&bar.label) > cells {
            break;
        }
        let gap = (place * slot).saturating_sub(width(&line));
        line.push_str(&" ".repeat(gap));
        line.push_str(&bar.label);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bar(label: &str, part: u32, whole: u32) -> Bar {
        Bar { label: label.to_owned(), part, whole }
    }

    #[test]
    fn the_part_is_full_and_the_rest_is_light() {
        assert_eq!(across(50, 100, 100, 10), "█████░░░░░");
        assert_eq!(across(100, 100, 200, 10), "█████");
        assert_eq!(across(1, 1000, 1000, 10), "█░░░░░░░░░", "a little is seen");
        assert_eq!(across(0, 10, 10, 4), "░░░░");
        assert_eq!(across(0, 0, 10, 4), "");
        assert_eq!(across(0, 0, 0, 4), "");
    }

    #[test]
    fn bars_stand_on_their_labels_with_their_numbers_above() {
        let drawn = upright(&[bar("січ", 2, 4), bar("лют", 4, 4), bar("бер", 0, 0), bar("кві", 1, 2)], 16, 6);
        assert_eq!(
            drawn.join("\n"),
            "4   4\n░░░ ███\n░░░ ███     2\n███ ███     ░░░\n███ ███     ███\nсіч лют бер кві"
        );
    }

    #[test]
    fn labels_thin_out_and_numbers_give_way() {
        let days: Vec<Bar> = (1..=31).map(|day| bar(&format!("{day:02}"), day, day)).collect();
        let drawn = upright(&days, 31, 5);
        assert_eq!(drawn[4], "01 04 07 10 13 16 19 22 25 28");
        assert!(drawn[..4].iter().all(|line| !line.contains(|sign: char| sign.is_ascii_digit())));
    }

    proptest! {
        #[test]
        fn a_chart_never_leaves_its_room(
            numbers in proptest::collection::vec((0_u32..5000, 0_u32..5000), 0..60), cells in 1_usize..100, rows in 0_usize..20,
        ) {
            let bars: Vec<Bar> =
                numbers.iter().map(|(one, other)| bar("21.11", *one.min(other), *one.max(other))).collect();
            let drawn = upright(&bars, cells, rows);
            prop_assert!(drawn.len() <= rows);
            prop_assert!(drawn.iter().all(|line| width(line) <= cells), "{drawn:#?}");
            for (one, other) in &numbers {
                prop_assert!(width(&across(*one.min(other), *one.max(other), 5000, cells)) <= cells);
            }
        }
    }
}

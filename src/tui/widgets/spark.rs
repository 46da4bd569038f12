//! A row of numbers as bars: what a person would rather look at than read.

const SIGNS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A bar a number, the highest full; all at the bottom where nothing happened. What is above nothing is never drawn as nothing.
pub fn bars(numbers: impl IntoIterator<Item = i64> + Clone) -> String {
    let most = numbers.clone().into_iter().max().unwrap_or(0);
    let height =
        |number: i64| (number.max(0).saturating_mul(7)).checked_div(most).unwrap_or(0).max(i64::from(number > 0));
    numbers.into_iter().map(|number| SIGNS[usize::try_from(height(number)).unwrap_or(0).min(7)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_is_full_and_nothing_is_flat() {
        assert_eq!(bars([0, 7, 14]), "▁▄█");
        assert_eq!(bars([0, 0, 0]), "▁▁▁");
        assert_eq!(bars([1, 1000]), "▂█", "a little is seen beside much");
        assert_eq!(bars([-5, 5]), "▁█");
        assert_eq!(bars([]), "");
    }
}

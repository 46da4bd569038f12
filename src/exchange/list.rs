//! Several values in one cell, with `;` between them. A `;` that is part of a value stands behind a backslash.

/// The values of a cell, trimmed, empty ones left out.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut value = String::new();
    let mut signs = cell.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => value.push(signs.next_if(|next| [';', '\\'].contains(next)).unwrap_or('\\')),
            ';' => values.push(std::mem::take(&mut value)),
            sign => value.push(sign),
        }
    }
    values.push(value);
    values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
}

/// The cell of several values.
pub(super) fn join<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let escaped: Vec<String> =
        values.into_iter().map(|value| value.replace('\\', "\\\\").replace(';', "\\;")).collect();
    escaped.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_trimmed_and_empty_ones_left_out() {
        assert_eq!(split(" a;b ;; "), ["a", "b"]);
        assert!(split("").is_empty());
        assert_eq!(split(r"C:\папка"), [r"C:\папка"]);
    }

    proptest! {
        #[test]
        fn what_is_joined_is_split_the_same(values in proptest::collection::vec(r"[a-c;\\]{1,5}", 0..4)) {
            prop_assert_eq!(split(&join(values.iter().map(String::as_str))), values);
        }
    }
}

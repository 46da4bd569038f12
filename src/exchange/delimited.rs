//! Tables as text: CSV in the encodings and with the separators that offices really send.
//!
//! Own reader rather than the `csv` crate's, for two things a person needs: row numbers as a spreadsheet shows them (empty rows
//! count, line feeds inside a cell do not), and a quotation mark that is never closed, which otherwise swallows the rest of the
//! file silently. A property test holds it to the crate's reading.

use super::sheet::{Sheet, SheetError};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use std::borrow::Cow;

/// Reads a text of separated cells.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let text = decode(bytes)?;
    let (separator, body, first) = separator(&text);
    split(body, separator, first)
}

/// The text of the bytes: UTF-8 or UTF-16 by its mark, plain UTF-8, and else Windows-1251, which old accounting programs write.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let marked = Encoding::for_bom(bytes);
    let text = match marked {
        Some((encoding, mark)) => encoding
            .decode_without_bom_handling_and_without_replacement(bytes.get(mark..).unwrap_or_default())
            .ok_or(SheetError::DamagedText)?,
        None => UTF_8
            .decode_without_bom_handling_and_without_replacement(bytes)
            .unwrap_or_else(|| WINDOWS_1251.decode_without_bom_handling(bytes).0),
    };
    debug_assert!(marked.is_none_or(|(encoding, _)| [UTF_8, UTF_16LE, UTF_16BE].contains(&encoding)));
    // Text never has it, pictures and programs nearly always do.
    if text.contains('\0') { Err(SheetError::NotATable) } else { Ok(text) }
}

/// The separator, the text to read and the number of its first row. Some programs write `sep=;` as a line of its own.
fn separator(text: &str) -> (char, &str, usize) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut signs = rest.chars();
        if let Some(sign) = signs.next().filter(|sign| SEPARATORS.contains(sign)) {
            let body = signs.as_str();
            let body = body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n')).unwrap_or(body);
            return (sign, body, 2);
        }
    }
    (most_frequent(heading(text)), text, 1)
}

/// Separators in order of preference where a heading has none or equally many.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The first line that is not empty, to the first line feed outside quotation marks.
fn heading(text: &str) -> &str {
    let text = text.trim_start_matches(['\r', '\n']);
    let mut quoted = false;
    for (place, sign) in text.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => return text.get(..place).unwrap_or(text),
            _ => {}
        }
    }
    text
}

fn most_frequent(heading: &str) -> char {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for sign in heading.chars() {
        if sign == '"' {
            quoted = !quoted;
        }
        if let Some(place) = SEPARATORS.iter().position(|separator| *separator == sign).filter(|_| !quoted) {
            counts[place] += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let place = counts.iter().position(|count| *count == most).unwrap_or(0);
    SEPARATORS[place]
}

/// Where the reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first sign of a cell.
    Start,
    /// In a cell without quotation marks, or after the closing mark.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// After a quotation mark inside a quoted cell: the end, or the first of two.
    MarkInQuoted,
}

fn split(text: &str, separator: char, first: usize) -> Result<Sheet, SheetError> {
    let mut sheet = Sheet::default();
    let mut number = first;
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut state = State::Start;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (state, sign) {
            (State::Quoted, '"') => state = State::MarkInQuoted,
            (State::Quoted, _) => cell.push(sign),
            (State::MarkInQuoted, '"') => {
                cell.push('"');
                state = State::Quoted;
            }
            (State::Start, '"') => state = State::Quoted,
            (_, '\r' | '\n') => {
                if sign == '\r' {
                    signs.next_if_eq(&'\n');
                }
                cells.push(std::mem::take(&mut cell));
                sheet.push(number, std::mem::take(&mut cells))?;
                number += 1;
                state = State::Start;
            }
            (_, sign) if sign == separator => {
                cells.push(std::mem::take(&mut cell));
                state = State::Start;
            }
            (_, sign) => {
                cell.push(sign);
                state = State::Plain;
            }
        }
    }
    if state == State::Quoted {
        return Err(SheetError::OpenQuote(number));
    }
    cells.push(cell);
    sheet.push(number, cells)?;
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn every_separator_is_recognised_by_the_heading() {
        for separator in [",", ";", "\t"] {
            let text = format!("прізвище{separator}ім’я\nШевченко{separator}Оксана\n");
            assert_eq!(cells(text.as_bytes()), [["прізвище", "ім’я"], ["Шевченко", "Оксана"]], "{separator:?}");
        }
    }

    #[test]
    fn a_separator_between_quotation_marks_does_not_count() {
        assert_eq!(cells(b"\"a,b,c,d\";e\n1;2\n"), [["a,b,c,d", "e"], ["1", "2"]]);
    }

    #[test]
    fn the_line_that_names_the_separator_is_no_row() {
        let sheet = read(b"sep=;\r\na;b,c\r\n1;2\r\n").unwrap();
        assert_eq!(sheet.rows[0].cells, ["a", "b,c"]);
        assert_eq!(sheet.rows[1].number, 3);
    }

    #[test]
    fn windows_1251_is_recognised() {
        let (bytes, _, _) = WINDOWS_1251.encode("прізвище;ім'я\nҐалаґан;Їжак\n");
        assert_eq!(cells(&bytes), [["прізвище", "ім'я"], ["Ґалаґан", "Їжак"]]);
    }

    #[test]
    fn utf_16_is_recognised_by_its_mark() {
        let text = "а,б\nї,є\n";
        let mut little = vec![0xFF, 0xFE];
        little.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let mut big = vec![0xFE, 0xFF];
        big.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        for bytes in [little, big] {
            assert_eq!(cells(&bytes), [["а", "б"], ["ї", "є"]]);
        }
    }

    #[test]
    fn the_mark_of_utf_8_is_not_part_of_the_first_heading() {
        assert_eq!(cells("\u{feff}family,person\n1,2\n".as_bytes())[0][0], "family");
    }

    #[test]
    fn bytes_that_are_no_text_are_no_table() {
        assert_eq!(read(b"\x89PNG\r\n\x00\x00"), Err(SheetError::NotATable));
        assert_eq!(read(b"\xEF\xBB\xBFa,\xFF\xFE\n"), Err(SheetError::DamagedText));
    }

    #[test]
    fn a_quotation_mark_left_open_is_said_with_its_row() {
        assert_eq!(read(b"a,b\n1,2\n\"3,4\n5,6\n"), Err(SheetError::OpenQuote(3)));
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_a_sign_like_any() {
        assert_eq!(
            cells("a,b\nЗ\"їжджа,\"він сказав \"\"так\"\"\"\n".as_bytes())[1],
            ["З\"їжджа", "він сказав \"так\""]
        );
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(
            table in proptest::collection::vec(proptest::collection::vec("[a-zї,;\t\"'\n\r =]{0,6}", 3), 1..8)
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let sheet = read(&bytes).unwrap();
            for row in &sheet.rows[1..] {
                let mut wrote = table[row.number - 2].clone();
                while wrote.last().is_some_and(|cell| cell.trim().is_empty()) {
                    wrote.pop();
                }
                prop_assert_eq!(&row.cells, &wrote);
            }
            let filled = table.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).count();
            prop_assert_eq!(sheet.rows.len(), filled + 1);
        }
    }
}

//! The two faces of every paper, carried in the program: what a computer has installed may not know Ukrainian letters.
//!
//! Cyrillic needs no shaping: a letter is a glyph, its width is its advance. Letters made of two signs (и with a breve) are joined first.

use super::PaperError;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

const PLAIN: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSerifCondensed.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSerifCondensed-Bold.ttf");

/// How a text is set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Weight {
    /// As most is.
    Plain,
    /// Titles, headings, totals.
    Bold,
}

/// A face with what was looked up in it.
struct Face {
    font: Font,
    source: FontRef<'static>,
    /// Glyph and advance (in parts of the size) of each sign met.
    known: HashMap<char, (GlyphId, f32)>,
}

impl Face {
    fn new(data: &'static [u8]) -> Option<Self> {
        let font = Font::new(data.to_vec().into(), 0)?;
        Some(Self { font, source: FontRef::new(data).ok()?, known: HashMap::new() })
    }

    fn glyph(&mut self, sign: char) -> (GlyphId, f32) {
        let Self { source, known, font } = self;
        *known.entry(sign).or_insert_with(|| {
            let glyph = source.charmap().map(sign).unwrap_or_default();
            let advance = source.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(glyph);
            (GlyphId::new(glyph.to_u32()), advance.unwrap_or_default() / font.units_per_em())
        })
    }
}

/// Both faces.
pub(super) struct Faces {
    plain: Face,
    bold: Face,
}

impl Faces {
    /// The faces of the program.
    pub(super) fn new() -> Result<Self, PaperError> {
        let unreadable = || PaperError::Drawing("font".to_owned());
        Ok(Self { plain: Face::new(PLAIN).ok_or_else(unreadable)?, bold: Face::new(BOLD).ok_or_else(unreadable)? })
    }

    fn face(&mut self, weight: Weight) -> &mut Face {
        match weight {
            Weight::Plain => &mut self.plain,
            Weight::Bold => &mut self.bold,
        }
    }

    /// The width of a text in points.
    pub(super) fn width(&mut self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        text.chars().map(|sign| face.glyph(sign).1).sum::<f32>() * size
    }

    /// The text as glyphs, and the font to draw them with.
    pub(super) fn glyphs(&mut self, text: &str, weight: Weight) -> (Vec<KrillaGlyph>, Font) {
        let face = self.face(weight);
        let glyphs = text.char_indices().map(|(at, sign)| {
            let (glyph, advance) = face.glyph(sign);
            KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, at..at + sign.len_utf8(), None)
        });
        (glyphs.collect(), face.font.clone())
    }

    /// The text in lines no wider than `room`. Words that are wider themselves break anywhere; a line feed of the text ends a line.
    pub(super) fn wrap(&mut self, text: &str, weight: Weight, size: f32, room: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in settled(text).lines() {
            let mut line = String::new();
            let mut used = 0.0;
            for word in paragraph.split(' ') {
                let space = if line.is_empty() { 0.0 } else { self.width(" ", weight, size) };
                let wide = self.width(word, weight, size);
                if used + space + wide <= room || (line.is_empty() && wide <= room) {
                    if space > 0.0 {
                        line.push(' ');
                    }
                    line.push_str(word);
                    used += space + wide;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                used = 0.0;
                for sign in word.chars() {
                    let wide = self.width(sign.encode_utf8(&mut [0; 4]), weight, size);
                    if used + wide > room && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        used = 0.0;
                    }
                    line.push(sign);
                    used += wide;
                }
            }
            lines.push(line);
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
        lines
    }
}

/// A text as it is set: letters joined with their signs, tabs and other invisible signs made spaces.
fn settled(text: &str) -> String {
    text.nfc().map(|sign| if sign.is_control() && sign != '\n' { ' ' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_have_every_letter_of_the_two_languages() {
        let mut faces = Faces::new().unwrap();
        let alphabet = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъёЫЭЪЁ";
        let signs = "’ʼ'ʹ«»“”„—–-−№§·…()/%+×°0123456789.,:;!?\u{a0}abcxyzABCXYZąęłżśćźóĄĘŁ";
        for weight in [Weight::Plain, Weight::Bold] {
            for sign in alphabet.chars().chain(signs.chars()) {
                let (glyph, advance) = faces.face(weight).glyph(sign);
                assert!(glyph.to_u32() != 0, "{weight:?} has no {sign}");
                assert!(advance > 0.0, "{weight:?} {sign}");
            }
        }
    }

    #[test]
    fn lines_are_no_wider_than_their_room_and_lose_nothing() {
        let mut faces = Faces::new().unwrap();
        let text = "Акт приймання-передачі гуманітарної допомоги Надзвичайнодовгеслововідомостівидачі";
        let lines = faces.wrap(text, Weight::Plain, 9.0, 80.0);
        assert!(lines.len() > 3);
        for line in &lines {
            assert!(faces.width(line, Weight::Plain, 9.0) <= 80.0, "{line}");
        }
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(faces.wrap("", Weight::Plain, 9.0, 80.0), [""]);
        assert_eq!(faces.wrap("раз\nдва", Weight::Plain, 9.0, 80.0), ["раз", "два"]);
    }

    #[test]
    fn a_letter_typed_as_two_signs_is_one() {
        assert_eq!(settled("и\u{306}\tі\u{308}"), "й ї");
    }
}

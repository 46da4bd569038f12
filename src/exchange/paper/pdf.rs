//! A paper as a PDF: its letters are in the file, so that it looks and is searched the same everywhere.

use super::PaperError;
use super::face::Faces;
use super::layout::{self, Laid, Mark, Words};
use crate::domain::sheet::Sheet;
use crate::text::{Lang, Texts};
use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

const BLACK: u8 = 0;
/// The ground of headings: light enough to be copied.
const LIGHT: u8 = 235;

/// The bytes of the PDF. The same sheet gives the same bytes.
pub(super) fn drawn(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let mut faces = Faces::new()?;
    let laid = layout::laid(sheet, &mut faces, &words());
    write(&laid, sheet, &mut faces)
}

/// Papers are in Ukrainian, whatever language the desk has.
fn words() -> Words {
    let texts = Texts::new(Lang::Uk);
    let (copy, signature) = (texts.get("paper-copy"), texts.get("paper-signature"));
    let page = move |page: usize, all: usize| texts.format("paper-page", &[("page", page.into()), ("all", all.into())]);
    Words { copy, signature, page: Box::new(page) }
}

fn write(laid: &Laid, sheet: &Sheet, faces: &mut Faces) -> Result<Vec<u8>, PaperError> {
    let failed = || PaperError::Drawing("page".to_owned());
    let mut document = Document::new();
    let number = sheet.number.as_ref().map(|number| format!(" № {number}")).unwrap_or_default();
    let about = Metadata::new().title(format!("{}{number}", sheet.title)).language("uk".to_owned());
    document.set_metadata(about.creator("Стійка".to_owned()));
    for marks in &laid.pages {
        let settings = PageSettings::from_wh(laid.size.0, laid.size.1).ok_or_else(failed)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for mark in marks {
            put(&mut surface, mark, faces);
        }
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| PaperError::Drawing(format!("{error:?}")))
}

fn put(surface: &mut Surface<'_>, mark: &Mark, faces: &mut Faces) {
    match mark {
        Mark::Text { x, y, size, weight, text } => {
            ink(surface, BLACK);
            let (glyphs, font) = faces.glyphs(text, *weight);
            surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font, text, *size, false);
        }
        Mark::Ink { x, y, width, height } => area(surface, BLACK, [*x, *y, *width, *height]),
        Mark::Ground { x, y, width, height } => area(surface, LIGHT, [*x, *y, *width, *height]),
    }
}

fn ink(surface: &mut Surface<'_>, shade: u8) {
    let paint = luma::Color::new(shade).into();
    surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: Default::default() }));
}

fn area(surface: &mut Surface<'_>, shade: u8, [x, y, width, height]: [f32; 4]) {
    let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        ink(surface, shade);
        surface.draw_path(&path);
    }
}

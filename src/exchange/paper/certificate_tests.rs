//! Certificates drawn and read again: a page a person, everything inside the frame, whatever the names are.

use super::drawn;
use super::face::Faces;
use super::layout::{self, Laid, Mark, Words};
use crate::domain::certificate::Certificate;
use crate::domain::sheet::{Sheet, Signatory};
use crate::office::PaperForm;
use lopdf::Document;

fn certificate(name: &str) -> Certificate {
    let sign = |role: &str, name: &str| Signatory { role: role.to_owned(), name: name.to_owned() };
    Certificate {
        office: "Луцький міський центр соціальних служб".to_owned(),
        title: "СЕРТИФІКАТ".to_owned(),
        subtitle: "про завершення курсу".to_owned(),
        number: "№ 2026-007".to_owned(),
        lead: "Цей сертифікат засвідчує, що".to_owned(),
        name: name.to_owned(),
        verb: "успішно завершила".to_owned(),
        course: "Домедична допомога для батьків".to_owned(),
        facts: vec!["5 вересня – 21 листопада 2026 року".to_owned(), "12 занять, 24 години".to_owned()],
        day: "21 листопада 2026 року".to_owned(),
        seal: "М. П.".to_owned(),
        signatories: vec![sign("Директор", "Іваненко І. І."), sign("Тренер", "Коваль О. П.")],
    }
}

fn sheet(certificates: Vec<Certificate>) -> Sheet {
    Sheet { title: "Сертифікати".to_owned(), certificates, ..Sheet::default() }
}

fn laid_out(certificates: Vec<Certificate>) -> Laid {
    let words = Words {
        copy: String::new(),
        signature: "(підпис)".to_owned(),
        page: Box::new(|page, all| format!("{page}{all}")),
    };
    layout::laid(&sheet(certificates), &mut Faces::new().unwrap(), &words)
}

#[test]
fn every_person_has_a_page_on_its_side_with_the_whole_text() {
    let people = ["Шевченко Мар’яна Їжаківна", "Ґудзь Єлисей Юрійович"];
    let bytes = drawn(&sheet(people.map(certificate).into()), PaperForm::Pdf).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let pages = document.get_pages();
    assert_eq!(pages.len(), 2);
    for ((number, id), name) in pages.iter().zip(people) {
        let text = document.extract_text(&[*number]).unwrap().replace('\n', " ");
        for expected in [
            name,
            "СЕРТИФІКАТ",
            "№ 2026-007",
            "Цей сертифікат засвідчує, що",
            "«Домедична допомога для батьків»",
            "12 занять, 24 години",
            "Іваненко І. І.",
            "Тренер",
            "21 листопада 2026 року",
            "М. П.",
        ] {
            assert!(text.contains(expected), "«{expected}» is not in: {text}");
        }
        let page = document.get_dictionary(*id).unwrap();
        let sides: Vec<f32> =
            page.get(b"MediaBox").unwrap().as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect();
        assert!(sides[2] > sides[3] && (sides[2] - 841.9).abs() < 1.0, "{sides:?}");
    }
}

/// The left, upper, right and lower edge of a mark.
fn edges(mark: &Mark, faces: &mut Faces) -> (f32, f32, f32, f32) {
    match mark {
        Mark::Text { x, y, size, weight, text } => (*x, y - size, x + faces.width(text, *weight, *size), *y),
        Mark::Ink { x, y, width, height } | Mark::Ground { x, y, width, height } => (*x, *y, x + width, y + height),
    }
}

#[test]
fn nothing_leaves_the_frame_and_no_line_stands_on_another() {
    let mut faces = Faces::new().unwrap();
    let long = "Довгоприжмурська-Нечуй-Левицька Олександра-Вікторія Володимир-Ярославівна";
    let mut longest = certificate(long);
    longest.course = "Надзвичайно довга назва курсу для батьків, опікунів, піклувальників і фахівців ".repeat(4);
    longest.office = "Комунальна установа «Луцький міський центр соціальних служб» Луцької міської ради ".repeat(2);
    let signatory = Signatory {
        role: "Заступник директора з питань".repeat(3),
        name: "Іваненко-Петренко І. І.".to_owned(),
    };
    longest.signatories = vec![signatory; 6];
    for page in laid_out(vec![certificate("Шевченко Оксана"), longest]).pages {
        let texts: Vec<_> = page.iter().filter(|mark| matches!(mark, Mark::Text { .. })).collect();
        for mark in &texts {
            let (left, top, right, bottom) = edges(mark, &mut faces);
            assert!(left >= 80.0 && right <= 842.0 - 80.0, "{mark:?}");
            assert!(top >= 40.0 && bottom <= 595.3 - 40.0, "{mark:?}");
        }
        for (place, one) in texts.iter().enumerate() {
            for other in &texts[place + 1..] {
                let (a, b) = (edges(one, &mut faces), edges(other, &mut faces));
                // Letters reach a fifth of their size below the line on which they stand; that much overlap is between lines, not in them.
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
                assert!(apart, "{one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn a_long_name_stays_in_one_line_and_the_title_above_it() {
    let long = "Довгоприжмурська Олександра Володимирівна";
    let laid = laid_out(vec![certificate(long)]);
    let sizes: Vec<(&str, f32, f32)> = (laid.pages[0].iter())
        .filter_map(|mark| match mark {
            Mark::Text { text, size, y, .. } => Some((text.as_str(), *size, *y)),
            _ => None,
        })
        .collect();
    let of = |text: &str| sizes.iter().find(|(own, ..)| *own == text).copied().unwrap();
    let (_, title, above) = of("СЕРТИФІКАТ");
    let (_, name, below) = of(long);
    assert!(title > 1.2 * name && above < below);
    // The middle of the page is the middle of the name.
    let mark = laid.pages[0].iter().find(|mark| matches!(mark, Mark::Text { text, .. } if text == long)).unwrap();
    let (left, _, right, _) = edges(mark, &mut Faces::new().unwrap());
    assert!(((left + right) / 2.0 - 841.9 / 2.0).abs() < 1.0);
}

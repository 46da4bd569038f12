//! Every paper of the domain notes, with the published numbers.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn born(date: NaiveDate) -> Option<BirthDate> {
    Some(BirthDate { date, precision: Precision::Day })
}

fn parsed(kind: DocumentKind, text: &str) -> Document {
    Document::parse(kind, text).unwrap()
}

#[rstest]
#[case("1759013776", day(1948, 2, 28), Sex::Male)]
#[case("2530414071", day(1969, 4, 12), Sex::Male)]
#[case("3184710691", day(1987, 3, 12), Sex::Male)]
fn published_tax_numbers_are_right(#[case] number: &str, #[case] birth: NaiveDate, #[case] sex: Sex) {
    let paper = parsed(DocumentKind::TaxNumber, number);
    let told = tax_number::tell(number).unwrap();
    assert_eq!((told.birth, told.sex), (Some(birth), Some(sex)));
    assert_eq!(paper.warnings(born(birth), Some(sex)), []);
    assert_eq!(paper.warnings(None, None), []);
    assert_eq!(paper.show(), number);
}

#[test]
fn a_wrong_tax_number_is_warned_of_and_stands() {
    let paper = parsed(DocumentKind::TaxNumber, "1759013770");
    assert_eq!(paper.warnings(None, None), [DocumentWarning::CheckDigit { expected: 6, found: 0 }]);
}

#[test]
fn a_tax_number_of_somebody_else_says_what_disagrees() {
    let paper = parsed(DocumentKind::TaxNumber, "3184 710 691");
    assert_eq!(
        paper.warnings(born(day(1987, 3, 13)), Some(Sex::Female)),
        [DocumentWarning::BirthDate { says: day(1987, 3, 12) }, DocumentWarning::Sex { says: Sex::Male }]
    );
}

#[test]
fn an_estimated_birth_date_agrees_by_its_year() {
    let paper = parsed(DocumentKind::TaxNumber, "3184710691");
    let year = |year| Some(BirthDate { date: day(year, 1, 1), precision: Precision::Year });
    assert_eq!(paper.warnings(year(1987), None), []);
    assert_eq!(paper.warnings(year(1986), None), [DocumentWarning::BirthDate { says: day(1987, 3, 12) }]);
}

#[rstest]
#[case("19870312-01233")]
#[case("1987031201233")]
#[case("19870312 01233")]
#[case("19870312–01233")]
fn a_registry_number_is_read_with_and_without_its_hyphen(#[case] text: &str) {
    let paper = parsed(DocumentKind::RegistryNumber, text);
    assert_eq!(paper.number, "19870312-01233");
    assert_eq!(paper.warnings(born(day(1987, 3, 12)), Some(Sex::Female)), []);
}

#[test]
fn a_registry_number_warns_of_its_check_digit_and_birth_date() {
    let paper = parsed(DocumentKind::RegistryNumber, "19870312-01234");
    assert_eq!(
        paper.warnings(born(day(1988, 3, 12)), None),
        [DocumentWarning::CheckDigit { expected: 3, found: 4 }, DocumentWarning::BirthDate { says: day(1987, 3, 12) }]
    );
}

#[test]
fn one_field_takes_the_card_and_the_registry_number() {
    assert_eq!(parsed(DocumentKind::IdCard, "19870312-01234").kind, DocumentKind::RegistryNumber);
    assert_eq!(parsed(DocumentKind::RegistryNumber, "001 234 567").kind, DocumentKind::IdCard);
    assert_eq!(parsed(DocumentKind::IdCard, "001 234 567").number, "001234567");
}

#[rstest]
#[case("КС123456")]
#[case("кс 123456")]
#[case("KC123456")]
#[case("kc 123 456")]
#[case("КC № 123456")]
#[case("КС-123456")]
#[case("серія КС 123456")]
#[case("Серія: КС №123456")]
fn a_passport_is_settled_to_cyrillic(#[case] text: &str) {
    let paper = parsed(DocumentKind::Passport, text);
    assert_eq!(paper.number, "КС123456");
    assert_eq!(paper.show(), "КС 123456");
    assert_eq!(Document::recognise(text).map(|found| (found.kind, found.number)), Some((paper.kind, paper.number)));
}

#[test]
fn every_latin_look_alike_of_the_notes_is_turned() {
    for (latin, cyrillic) in "ABCEHIKMOPTX".chars().zip("АВСЕНІКМОРТХ".chars()) {
        assert_eq!(
            parsed(DocumentKind::Passport, &format!("{latin}{latin}000001")).number,
            format!("{cyrillic}{cyrillic}000001")
        );
    }
}

#[rstest]
#[case("І-БК123456", "I-БК123456")]
#[case("I-БК 123456", "I-БК123456")]
#[case("1бк123456", "I-БК123456")]
#[case("l-бк 123456", "I-БК123456")]
#[case("іБК№123456", "I-БК123456")]
#[case("ІІ-БК 123456", "II-БК123456")]
#[case("1І-БК 123456", "II-БК123456")]
#[case("ІІІ123456", "I-ІІ123456")]
#[case("ІV-АП 654321", "IV-АП654321")]
#[case("vіі ап 654321", "VII-АП654321")]
#[case("ІХ-АП654321", "IX-АП654321")]
#[case("хіі-АП654321", "XII-АП654321")]
#[case("Ⅻ-АП654321", "XII-АП654321")]
#[case("I-AP 654321", "I-АР654321")]
fn a_birth_certificate_is_read_whatever_the_typist_takes_for_one(#[case] text: &str, #[case] number: &str) {
    let paper = parsed(DocumentKind::BirthCertificate, text);
    assert_eq!(paper.number, number);
    assert_eq!(paper.raw, text);
    assert_eq!(Document::recognise(text).unwrap().number, number);
    assert_eq!(parsed(DocumentKind::BirthCertificate, &paper.show()).number, number);
}

#[test]
fn a_birth_certificate_is_shown_with_a_space() {
    assert_eq!(parsed(DocumentKind::BirthCertificate, "1бк123456").show(), "I-БК 123456");
}

#[test]
fn every_numeral_from_one_to_twelve_is_known() {
    for numeral in ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] {
        assert_eq!(
            parsed(DocumentKind::BirthCertificate, &format!("{numeral}АП000001")).number,
            format!("{numeral}-АП000001")
        );
    }
    for wrong in ["XIII", "IIII", "VV", "XX", "2"] {
        assert!(Document::parse(DocumentKind::BirthCertificate, &format!("{wrong}-АП000001")).is_err(), "{wrong}");
    }
}

#[rstest]
#[case(DocumentKind::TaxNumber, "318471069")]
#[case(DocumentKind::TaxNumber, "31847106911")]
#[case(DocumentKind::TaxNumber, "318471069О")]
#[case(DocumentKind::RegistryNumber, "19871312-01234")]
#[case(DocumentKind::RegistryNumber, "19870312-0123")]
#[case(DocumentKind::RegistryNumber, "198703-1201234")]
#[case(DocumentKind::IdCard, "12345678")]
#[case(DocumentKind::Passport, "КС12345")]
#[case(DocumentKind::Passport, "КСС123456")]
#[case(DocumentKind::Passport, "ZZ123456")]
#[case(DocumentKind::Passport, "123456")]
#[case(DocumentKind::BirthCertificate, "БК123456")]
#[case(DocumentKind::BirthCertificate, "-БК123456")]
#[case(DocumentKind::DisplacedCertificate, "12345")]
#[case(DocumentKind::DisplacedCertificate, "123456789012345678901")]
fn a_missed_shape_names_the_kind(#[case] kind: DocumentKind, #[case] text: &str) {
    assert_eq!(Document::parse(kind, text), Err(DocumentFault::Shape(kind)));
}

#[test]
fn nothing_typed_is_empty_for_every_kind() {
    for kind in DocumentKind::ALL {
        assert_eq!(Document::parse(kind, " \u{200b} "), Err(DocumentFault::Empty));
    }
}

#[rstest]
#[case("0710-5000123456", "0710-5000123456")]
#[case("0710–5000 123456", "0710-5000123456")]
#[case("123456", "123456")]
fn a_displaced_certificate_is_nearly_free(#[case] text: &str, #[case] number: &str) {
    let paper = parsed(DocumentKind::DisplacedCertificate, text);
    assert_eq!(paper.number, number);
}

#[test]
fn any_other_certificate_is_anything_up_to_sixty_signs() {
    assert_eq!(parsed(DocumentKind::Certificate, "убд aa 123456").number, "УБД АА 123456");
    assert_eq!(parsed(DocumentKind::Certificate, "x").number, "Х");
    assert!(Document::parse(DocumentKind::Certificate, &"1".repeat(60)).is_ok());
    assert!(Document::parse(DocumentKind::Certificate, &"1".repeat(61)).is_err());
}

#[rstest]
#[case("123456789", Some(DocumentKind::IdCard))]
#[case("3184710691", Some(DocumentKind::TaxNumber))]
#[case("3184710690", Some(DocumentKind::TaxNumber))]
#[case("19870312-01234", Some(DocumentKind::RegistryNumber))]
#[case("кс123456", Some(DocumentKind::Passport))]
#[case("1бк123456", Some(DocumentKind::BirthCertificate))]
#[case("0671234567", None)]
#[case("0332123456", None)]
#[case("0710-5000123456", None)]
#[case("Шевченко", None)]
#[case("12031987", None)]
#[case("", None)]
fn a_paper_is_recognised_by_its_shape(#[case] text: &str, #[case] kind: Option<DocumentKind>) {
    assert_eq!(Document::recognise(text).map(|paper| paper.kind), kind);
}

/// 0150012345 → the digits of a person born in 1904: no phone begins with 015.
#[test]
fn a_leading_zero_is_a_tax_number_only_where_no_phone_begins_so_and_the_check_is_right() {
    let first = "015001234";
    let right: Vec<String> =
        (0..10).map(|digit| format!("{first}{digit}")).filter(|number| Document::recognise(number).is_some()).collect();
    assert_eq!(right.len(), 1);
    assert_eq!(parsed(DocumentKind::TaxNumber, &right[0]).warnings(None, None), []);
}

#[rstest]
#[case("паспорт", DocumentKind::Passport)]
#[case(" Паспорт-книжечка ", DocumentKind::Passport)]
#[case("ІПН", DocumentKind::TaxNumber)]
#[case("РНОКПП", DocumentKind::TaxNumber)]
#[case("УНЗР", DocumentKind::RegistryNumber)]
#[case("ID-картка", DocumentKind::IdCard)]
#[case("свідоцтво", DocumentKind::BirthCertificate)]
#[case("Свідоцтво про народження", DocumentKind::BirthCertificate)]
#[case("довідка ВПО", DocumentKind::DisplacedCertificate)]
#[case("посвідчення", DocumentKind::Certificate)]
fn words_of_old_lists_are_understood(#[case] word: &str, #[case] kind: DocumentKind) {
    assert_eq!(DocumentKind::from_code(word), Some(kind));
}

#[test]
fn every_kind_is_found_by_its_code() {
    for kind in DocumentKind::ALL {
        assert_eq!(DocumentKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(DocumentKind::from_code("квиток"), None);
}

proptest! {
    #[test]
    fn a_settled_number_settles_to_itself(text in "\\PC{0,16}", kind in 0_usize..7) {
        if let Ok(paper) = Document::parse(DocumentKind::ALL[kind], &text) {
            let again = Document::parse(paper.kind, &paper.number).unwrap();
            prop_assert_eq!(&again.number, &paper.number);
            prop_assert_eq!(Document::parse(paper.kind, &paper.show()).unwrap().number, paper.number);
        }
    }

    #[test]
    fn any_stored_number_is_shown_and_checked(number in "\\PC{0,16}", kind in 0_usize..7) {
        let paper = Document {
            kind: DocumentKind::ALL[kind],
            number,
            raw: String::new(),
            issued_on: None,
            issued_by: String::new(),
        };
        let _shown = paper.show();
        let _warnings = paper.warnings(born(day(1987, 3, 12)), Some(Sex::Male));
    }
}

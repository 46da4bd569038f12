//! The fields of one person, the same for the head in the family form and for a member in their window.
//!
//! Text is settled when the focus leaves a field; what disagrees becomes a note of the field, and saving stays possible.

use super::quick::{self, CategoryLine};
use crate::domain::catalogue::Kind as CatalogueKind;
use crate::domain::category::{Category, CategoryCode, SHIPPED};
use crate::domain::date::{self, DateFault};
use crate::domain::draft::MemberDraft;
use crate::domain::name::{self, NameWarning};
use crate::domain::person::{BirthDate, Consent, Precision, Sex};
use crate::domain::phone::Phone;
use crate::domain::staff::Right;
use crate::search::small::{Folded, Needle};
use crate::text::{Lang, Texts};
use crate::tui::app::Context;
use crate::tui::screens::card::{category_line, relation_word, warning_sentence};
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use std::sync::LazyLock;

/// What the person wears.
pub(super) const CLOTHES: &str = "clothes-size";

/// The same on the feet.
pub(super) const SHOES: &str = "shoes-size";

/// Fields of the name.
const NAME_FIELDS: [&str; 3] = ["surname", "given", "patronymic"];

/// The fields that every person has, in the order of Tab.
pub(super) fn name_fields(cx: &Context) -> Vec<Field> {
    vec![
        Field::text("surname"),
        Field::text("given"),
        Field::text("patronymic"),
        Field::text("birth"),
        Field::choice("sex", sexes(cx)),
        Field::list("phones"),
        Field::list("papers"),
    ]
}

fn sexes(cx: &Context) -> Vec<String> {
    vec!["—".to_owned(), cx.t("sex-f"), cx.t("sex-m")]
}

/// Says the sexes in the language of now.
pub(super) fn say_sexes(form: &mut Form, cx: &Context) {
    if let Some(field) = form.field_mut("sex") {
        field.say(sexes(cx));
    }
}

/// Puts a person into the fields.
pub(super) fn load(form: &mut Form, person: &MemberDraft, cx: &Context) {
    form.set("surname", &person.name.surname);
    form.set("given", &person.name.given);
    form.set("patronymic", &person.name.patronymic);
    form.set("birth", &person.birth.map(date::show_birth).unwrap_or_default());
    form.set("consent", &consent_text(person.consent.as_ref(), cx));
    form.set("note", &person.note);
    form.set(CLOTHES, &person.sizes.clothes);
    form.set(SHOES, &person.sizes.shoes);
    show_lists(form, person, cx);
    check(form, person, cx);
}

/// The entries of the lists and the sex as shown.
pub(super) fn show_lists(form: &mut Form, person: &MemberDraft, cx: &Context) {
    if let Some(field) = form.field_mut("sex") {
        field.pick(match person.sex {
            None => 0,
            Some(Sex::Female) => 1,
            Some(Sex::Male) => 2,
        });
    }
    if let Some(field) = form.field_mut("phones") {
        field.items = person.phones.iter().map(Phone::show).collect();
    }
    if let Some(field) = form.field_mut("papers") {
        field.items = person.documents.iter().map(crate::domain::document::Document::show).collect();
    }
    if let Some(field) = form.field_mut("categories") {
        field.items = person.categories.iter().map(|category| chip(category, cx)).collect();
    }
}

/// A category as a chip: `ВПО з 24.02.2022`.
pub(super) fn chip(category: &Category, cx: &Context) -> String {
    let short = cx.texts.code("short", &category.code.0);
    match category.since {
        Some(since) => format!("{short} {}", cx.tv("since-day", &[("day", date::show(since).into())])),
        None => short,
    }
}

fn consent_text(consent: Option<&Consent>, cx: &Context) -> String {
    match consent {
        Some(Consent::Given { on, by }) => format!("{} {by}", date::show(*on)).trim().to_owned(),
        Some(Consent::Law) => cx.t("form-consent-law"),
        None => String::new(),
    }
}

/// Reads the consent field: `12.03.2024`, `12.03.2024 мати`, `закон`; empty is none.
fn read_consent(text: &str, cx: &Context) -> Result<Option<Consent>, DateFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let lower = text.to_lowercase();
    if lower == cx.t("form-consent-law").to_lowercase() || lower == "закон" || lower == "law" {
        return Ok(Some(Consent::Law));
    }
    let (day, by) = text.split_once(' ').unwrap_or((text, ""));
    let on = date::parse(day, cx.today())?;
    if on > cx.today() {
        return Err(DateFault::InFuture);
    }
    Ok(Some(Consent::Given { on, by: name::clean(by) }))
}

/// Takes a field's text into the person, settled, and shows it settled; faults and warnings become notes.
pub(super) fn settle(form: &mut Form, person: &mut MemberDraft, id: &str, cx: &Context) {
    match id {
        "surname" | "given" | "patronymic" => {
            let settled = name::settle(&form.value(id));
            form.set(id, &settled);
            match id {
                "surname" => person.name.surname = settled,
                "given" => person.name.given = settled,
                _ => {
                    person.sex = person.sex.or_else(|| name::sex_of_patronymic(&settled));
                    person.name.patronymic = settled;
                }
            }
        }
        "birth" => settle_birth(form, person, cx),
        "sex" => {
            person.sex = match form.field("sex").map_or(0, Field::picked) {
                1 => Some(Sex::Female),
                2 => Some(Sex::Male),
                _ => None,
            };
        }
        "consent" => match read_consent(&form.value("consent"), cx) {
            Ok(consent) => {
                form.set("consent", &consent_text(consent.as_ref(), cx));
                person.consent = consent;
                form.note("consent", None);
            }
            Err(fault) => form.note("consent", Some(fault_note(date_fault(fault, cx)))),
        },
        "note" => person.note = name::clean_note(&form.value("note")),
        CLOTHES => person.sizes.clothes = name::clean(&form.value(CLOTHES)),
        SHOES => person.sizes.shoes = name::clean(&form.value(SHOES)),
        _ => return,
    }
    show_lists(form, person, cx);
    check(form, person, cx);
}

fn settle_birth(form: &mut Form, person: &mut MemberDraft, cx: &Context) {
    let text = form.value("birth");
    if text.is_empty() {
        person.birth = None;
        form.note("birth", None);
        return;
    }
    match date::parse_birth(&text, cx.today()) {
        Ok(birth) => {
            person.birth = Some(birth);
            form.set("birth", &date::show_birth(birth));
            form.note("birth", None);
        }
        Err(fault) => form.note("birth", Some(fault_note(date_fault(fault, cx)))),
    }
}

/// What is odd about a person: notes at the fields it concerns. Faults that are already there stay.
pub(super) fn check(form: &mut Form, person: &MemberDraft, cx: &Context) {
    for id in NAME_FIELDS {
        let text = match id {
            "surname" => &person.name.surname,
            "given" => &person.name.given,
            _ => &person.name.patronymic,
        };
        let warning = name::warnings(text).first().map(|warning| warning_note(cx.t(name_warning(*warning))));
        form.note(id, warning);
    }
    if let (Some(says), Some(sex)) = (name::sex_of_patronymic(&person.name.patronymic), person.sex)
        && says != sex
    {
        form.note("patronymic", Some(warning_note(cx.t("warning-patronymic-sex"))));
    }
    if let Some(field) = form.field_mut("birth") {
        field.suffix = person
            .birth
            .map(|birth| cx.tv("years-short", &[("count", birth.age_on(cx.today()).into())]))
            .unwrap_or_default();
    }
    let is_faulty = |form: &Form| matches!(form.field("papers"), Some(Field { note: Some(note), .. }) if note.kind == NoteKind::Fault);
    if !is_faulty(form) {
        let warning = person.documents.iter().find_map(|document| {
            let warning = document.warnings(person.birth, person.sex).into_iter().next()?;
            Some(format!("{}: {}", document.show(), warning_sentence(&warning, cx)))
        });
        form.note("papers", warning.map(warning_note));
    }
}

/// Takes an event of a list field of a person. Returns whether it was one.
pub(super) fn list_event(form: &mut Form, person: &mut MemberDraft, event: &Event, cx: &Context) -> bool {
    match event {
        Event::Add { field: "phones", text, move_on } => match Phone::parse(text) {
            Ok(phone) => {
                if !person.phones.iter().any(|known| known.settled == phone.settled) {
                    person.phones.push(phone);
                }
                taken(form, "phones", *move_on);
            }
            Err(_) => form.note("phones", Some(fault_note(cx.t("fault-phone")))),
        },
        Event::Add { field: "papers", text, move_on } => match quick::paper(text) {
            Some(document) => {
                let (birth, sex) = document.tells();
                if person.birth.is_none() {
                    person.birth = birth.map(|date| BirthDate { date, precision: Precision::Day });
                    form.set("birth", &person.birth.map(date::show_birth).unwrap_or_default());
                }
                person.sex = person.sex.or(sex);
                if !person
                    .documents
                    .iter()
                    .any(|known| (known.kind, &known.number) == (document.kind, &document.number))
                {
                    person.documents.push(document);
                }
                taken(form, "papers", *move_on);
            }
            None => form.note("papers", Some(fault_note(cx.t("fault-paper")))),
        },
        Event::Remove { field: "phones", place } if *place < person.phones.len() => {
            person.phones.remove(*place);
        }
        Event::Remove { field: "papers", place } if *place < person.documents.len() => {
            person.documents.remove(*place);
        }
        Event::Reopen { field: "phones", place } if *place < person.phones.len() => {
            let phone = person.phones.remove(*place);
            form.set("phones", &phone.show());
        }
        Event::Reopen { field: "papers", place } if *place < person.documents.len() => {
            let document = person.documents.remove(*place);
            form.set("papers", &document.raw);
        }
        _ => return false,
    }
    // What was said of an entry goes with it.
    if let Event::Remove { field, .. } | Event::Reopen { field, .. } = event {
        form.note(field, None);
    }
    show_lists(form, person, cx);
    check(form, person, cx);
    true
}

/// The entry was taken: the line is empty again, and the focus moves on where Tab was pressed.
pub(super) fn taken(form: &mut Form, id: &str, move_on: bool) {
    form.set(id, "");
    form.note(id, None);
    if move_on {
        form.next();
    }
}

/// Takes an event of a category list. Returns whether it was one.
pub(super) fn category_event(
    form: &mut Form,
    id: &'static str,
    categories: &mut Vec<Category>,
    event: &Event,
    cx: &Context,
) -> bool {
    let line = CategoryLine::read(&form.value(id), cx.today());
    match event {
        Event::Changed if form.focused() == Some(id) => {
            let offered = offered_categories(&line.words, cx);
            form.suggest(offered.iter().map(|code| cx.texts.code("category", &code.0)).collect());
        }
        Event::Picked { field, place } if *field == id => {
            if let Some(code) = offered_categories(&line.words, cx).into_iter().nth(*place) {
                add_category(categories, line.category(code));
            }
            taken(form, id, false);
        }
        Event::Add { field, move_on, .. } if *field == id => {
            match offered_categories(&line.words, cx).into_iter().next() {
                Some(code) => {
                    add_category(categories, line.category(code));
                    taken(form, id, *move_on);
                }
                None => form.note(id, Some(fault_note(cx.t("fault-category")))),
            }
        }
        Event::Remove { field, place } if *field == id && *place < categories.len() => {
            categories.remove(*place);
        }
        Event::Reopen { field, place } if *field == id && *place < categories.len() => {
            let category = categories.remove(*place);
            form.set(id, &reopened(&category, cx));
        }
        _ => return false,
    }
    if let Some(field) = form.field_mut(id) {
        field.items = categories.iter().map(|category| chip(category, cx)).collect();
    }
    true
}

fn add_category(categories: &mut Vec<Category>, category: Category) {
    if !categories.contains(&category) {
        categories.push(category);
    }
}

/// A category as it would be typed, to be changed.
fn reopened(category: &Category, cx: &Context) -> String {
    let days = match (category.since, category.until) {
        (Some(since), Some(until)) => format!("{}-{}", date::show(since), date::show(until)),
        (Some(since), None) => date::show(since),
        _ => String::new(),
    };
    let short = cx.texts.code("short", &category.code.0);
    [short, days, category.basis.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What shipped categories are called, short and in full, in both languages: people type Ukrainian words on an English screen too.
static CATEGORY_WORDS: LazyLock<Vec<(CategoryCode, Vec<Folded>)>> = LazyLock::new(|| {
    let languages = Lang::ALL.map(Texts::new);
    let words = |code: &str| {
        let named = |prefix| languages.iter().map(move |texts| Folded::of(&texts.code(prefix, code)));
        named("short").chain(named("category")).collect()
    };
    SHIPPED.iter().map(|code| (CategoryCode((*code).to_owned()), words(code))).collect()
});

/// The categories whose short or full name the words can mean, best first; sensitive ones only for those who may give them.
pub fn offered_categories(words: &str, cx: &Context) -> Vec<CategoryCode> {
    let needle = Needle::of(words);
    if needle.is_empty() {
        return Vec::new();
    }
    let catalogue = cx.catalogue();
    let sensitive = catalogue.sensitive();
    let named: Vec<(CategoryCode, [Folded; 2])> = catalogue
        .offered(CatalogueKind::Category)
        .map(|entry| (CategoryCode(entry.code.clone()), [&entry.name, &entry.name_en].map(|name| Folded::of(name))))
        .filter(|(code, _)| cx.may(Right::SeeSensitive) || !sensitive.covers(code))
        .collect();
    let found = needle.best(&named.iter(), |(code, own)| {
        let known = CATEGORY_WORDS.iter().find(|(shipped, _)| shipped == code).map(|(_, names)| names.as_slice());
        known.unwrap_or_default().iter().chain(own).collect()
    });
    found.into_iter().map(|(_, (code, _))| code.clone()).collect()
}

/// A note that must be mended.
pub fn fault_note(text: String) -> Note {
    Note { kind: NoteKind::Fault, text }
}

/// A note worth a look.
pub(super) fn warning_note(text: String) -> Note {
    Note { kind: NoteKind::Warning, text }
}

/// What a date fault says.
pub fn date_fault(fault: DateFault, cx: &Context) -> String {
    cx.t(match fault {
        DateFault::NotADate => "fault-date-shape",
        DateFault::NoSuchDay => "fault-date-no-such-day",
        DateFault::OddYear => "fault-date-odd-year",
        DateFault::InFuture => "fault-date-future",
    })
}

fn name_warning(warning: NameWarning) -> &'static str {
    match warning {
        NameWarning::RussianLetters => "warning-name-russian",
        NameWarning::MixedScripts => "warning-name-mixed",
        NameWarning::Digits => "warning-name-digits",
        NameWarning::VeryLong => "warning-name-long",
    }
}

/// A member in one line for the table: `син  Шевченко Петро Тарасович  12.03.2015  11 р.  ВПО`.
pub(super) fn member_line(member: &MemberDraft, cx: &Context) -> [String; 4] {
    let birth = member.birth.map(date::show_birth).unwrap_or_default();
    let age = member
        .birth
        .map(|birth| cx.tv("years-short", &[("count", birth.age_on(cx.today()).into())]))
        .unwrap_or_default();
    let mut last: Vec<String> = member.documents.iter().map(crate::domain::document::Document::show).collect();
    last.extend(member.categories.iter().map(|category| category_line(category, cx)));
    let sex = member.sex.map(|sex| cx.t(&format!("sex-{}", sex.code()))).unwrap_or_default();
    [
        relation_word(member.relation, member.sex, cx),
        member.name.full(),
        format!("{sex:<5}{birth:<11}{age}"),
        last.join(", "),
    ]
}

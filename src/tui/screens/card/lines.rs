//! A card as lines: the card screen shows them whole, the search beside its list.

use super::on::On;
use super::past;
use crate::domain::address::AddressKind;
use crate::domain::aid::AidCatalogue;
use crate::domain::category::Category;
use crate::domain::date;
use crate::domain::document::DocumentWarning;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::person::{Consent, Sex, Sizes};
use crate::domain::staff::Right;
use crate::office::HistoryEntry;
use crate::office::aid_room::ActSummary;
use crate::tui::app::Context;
use crate::tui::screens::acts::act_line;
use crate::tui::screens::history::{UNDONE, deed};
use crate::tui::widgets::chrome::show_moment;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use chrono::NaiveDate;
use ratatui::text::{Line, Span};

/// In fewer cells than this a member's row is shortened.
const NARROW: usize = 62;

/// Cells of the labels on the left.
const LABEL_CELLS: usize = 14;

/// `Шевченко Оксана Петрівна · 482-1737 · на обліку з 12.03.2024`, or closed since.
pub(super) fn title(card: &FamilyCard, cx: &Context) -> String {
    let head = card.head().map(|head| head.name.full()).unwrap_or_default();
    let since = match card.closed_on {
        Some(day) => cx.tv("card-closed-on", &[("day", date::show(day).into())]),
        None => cx.tv("card-registered-on", &[("day", date::show(card.registered_on).into())]),
    };
    format!("{head} · {} · {since}", card.number)
}

/// A row of the card: how it looks, and what it is about where something can be done with it.
pub struct Row<'a> {
    /// How it looks.
    pub line: Line<'a>,
    /// What it is about.
    pub on: Option<On>,
}

impl<'a> Row<'a> {
    /// A row to read.
    pub(super) fn plain(line: Line<'a>) -> Self {
        Self { line, on: None }
    }

    fn of(on: On, line: Line<'a>) -> Self {
        Self { line, on: Some(on) }
    }
}

/// The card in lines of so many cells, as it stands today.
pub fn lines<'a>(card: &FamilyCard, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    rows(card, cx, cells, cx.today()).into_iter().map(|row| row.line).collect()
}

/// `одяг 122-128, взуття 31`.
pub fn sizes_line(sizes: &Sizes, cx: &Context) -> String {
    let clothes =
        (!sizes.clothes.is_empty()).then(|| cx.tv("sizes-clothes", &[("size", sizes.clothes.as_str().into())]));
    let shoes = (!sizes.shoes.is_empty()).then(|| cx.tv("sizes-shoes", &[("size", sizes.shoes.as_str().into())]));
    clothes.into_iter().chain(shoes).collect::<Vec<_>>().join(", ")
}

/// The card in rows of so many cells, as it stands on a day: who belongs to the family and how to reach them first, what was before
/// last.
pub(super) fn rows<'a>(card: &FamilyCard, cx: &Context, cells: usize, today: NaiveDate) -> Vec<Row<'a>> {
    let mut rows = past::standing(card, cx, cells);
    let members = cx.tv("count-members", &[("count", card.members.len().into())]);
    let children = match card.children_on(today) {
        0 => String::new(),
        count => format!(" · {}", cx.tv("count-children", &[("count", count.into())])),
    };
    let members = heading(&format!("{} · {members}{children}", cx.t("card-members")), cx);
    rows.push(Row::of(On::Family, members));
    let surname = card.head().map(|head| head.name.surname.clone()).unwrap_or_default();
    for member in &card.members {
        rows.push(Row::of(On::Member(member.person), member_row(member, &surname, cx, cells, today)));
        for warning in warnings(member, cx) {
            rows.push(Row::plain(Line::from(Span::styled(
                format!("    ! {}", cut(&warning, cells.saturating_sub(6))),
                cx.theme.warning,
            ))));
        }
        rows.extend(past::beside(member, cx, cells));
    }
    rows.extend(categories(card, cx, cells, today));
    if cx.may(Right::SeeContacts) {
        rows.extend(contacts(card, cx, cells));
    } else {
        let hidden = format!(" {}", cut(&cx.t("card-contacts-hidden"), cells));
        rows.push(Row::plain(Line::from(Span::styled(hidden, cx.theme.dim))));
    }
    rows.extend(past::collectors(card, cx, cells, today));
    let wears = card.members.iter().filter(|member| !member.sizes.is_empty());
    let wears: Vec<String> =
        wears.map(|member| format!("{}: {}", member.name.given, sizes_line(&member.sizes, cx))).collect();
    if !wears.is_empty() {
        rows.push(Row::plain(heading(&cx.t("card-sizes"), cx)));
        rows.extend(
            wears.iter().map(|line| Row::plain(Line::from(format!("  {}", cut(line, cells.saturating_sub(3)))))),
        );
    }
    for member in card.members.iter().filter(|member| !member.note.is_empty()) {
        rows.push(Row::plain(heading(&format!("{} · {}", cx.t("card-note"), member.name.short()), cx)));
        let lines = wrap(&member.note, cells.saturating_sub(3));
        rows.extend(lines.into_iter().map(|line| Row::plain(Line::from(format!("  {line}")))));
    }
    rows.extend(past::before(card, cx, cells, today));
    rows
}

/// The family's categories and, by their names, those of its members; ended ones dim.
fn categories<'a>(card: &FamilyCard, cx: &Context, cells: usize, today: NaiveDate) -> Vec<Row<'a>> {
    let of_members = card.members.iter().flat_map(|member| {
        let whose = format!("{}: ", member.name.given);
        member.categories.iter().map(move |category| (Some(member.person), whose.clone(), category))
    });
    let all = card.categories.iter().map(|category| (None, String::new(), category)).chain(of_members);
    let rows: Vec<Row<'a>> = all
        .map(|(person, whose, category)| {
            let style = if category.in_force_on(today) { cx.theme.text } else { cx.theme.dim };
            let text = cut(&format!("  {whose}{}", category_line(category, cx)), cells);
            Row::of(On::Category(person, category.clone()), Line::from(Span::styled(text, style)))
        })
        .collect();
    if rows.is_empty() {
        rows
    } else {
        [Row::plain(heading(&cx.t("card-categories"), cx))].into_iter().chain(rows).collect()
    }
}

fn contacts<'a>(card: &FamilyCard, cx: &Context, cells: usize) -> Vec<Row<'a>> {
    let mut rows = addresses(card, cx, cells);
    rows.extend(ways_to_reach(card, cx, cells).into_iter().map(Row::plain));
    rows
}

/// The present addresses, each with the day since which the family is there.
fn addresses<'a>(card: &FamilyCard, cx: &Context, cells: usize) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if !card.addresses.is_empty() {
        rows.push(Row::plain(heading(&cx.t("card-addresses"), cx)));
    }
    for kind in AddressKind::ALL {
        if let Some(address) = card.address(kind).filter(|address| !address.is_empty()) {
            let district = if address.district.is_empty() { String::new() } else { format!(" ({})", address.district) };
            let label = cx.t(&format!("address-{}", kind.code()));
            let since = card.past.address_since.iter().find(|(of, day)| *of == kind && *day != card.registered_on);
            let since = since.map_or_else(String::new, |(_, day)| {
                format!(" · {}", cx.tv("since-day", &[("day", date::show(*day).into())]))
            });
            let line = labelled(&label, &format!("{}{district}{since}", address.line()), cx, cells);
            rows.push(Row::of(On::Address(kind), line));
        }
    }
    rows
}

/// Phones, papers, consent.
fn ways_to_reach<'a>(card: &FamilyCard, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let mut rows = Vec::new();
    let with_phones: Vec<&Member> = card.members.iter().filter(|member| !member.phones.is_empty()).collect();
    if !with_phones.is_empty() {
        rows.push(heading(&cx.t("card-phones"), cx));
    }
    for member in with_phones {
        let phones: Vec<String> = member.phones.iter().map(crate::domain::phone::Phone::show).collect();
        rows.push(labelled(&member.name.given, &phones.join(", "), cx, cells));
    }
    let with_papers: Vec<&Member> = card.members.iter().filter(|member| !member.documents.is_empty()).collect();
    if !with_papers.is_empty() {
        rows.push(heading(&cx.t("card-papers"), cx));
    }
    for member in with_papers {
        for document in &member.documents {
            let kind = cx.texts.code("document", document.kind.code());
            rows.push(labelled(&member.name.given, &format!("{kind} {}", document.show()), cx, cells));
        }
    }
    if let Some(head) = card.head() {
        let consent = match &head.consent {
            Some(Consent::Given { on, by }) if by.is_empty() => date::show(*on),
            Some(Consent::Given { on, by }) => format!("{}, {by}", date::show(*on)),
            Some(Consent::Law) => cx.t("card-consent-law"),
            None => cx.t("card-consent-none"),
        };
        rows.push(heading(&cx.t("card-consent"), cx));
        rows.push(Line::from(Span::styled(format!("  {}", cut(&consent, cells.saturating_sub(2))), cx.theme.text)));
    }
    rows
}

pub(super) fn heading<'a>(text: &str, cx: &Context) -> Line<'a> {
    Line::from(Span::styled(format!(" {text}"), cx.theme.title))
}

pub(super) fn labelled<'a>(label: &str, value: &str, cx: &Context, cells: usize) -> Line<'a> {
    Line::from(vec![
        Span::styled(format!("  {} ", fit(label, LABEL_CELLS)), cx.theme.dim),
        Span::styled(cut(value, cells.saturating_sub(LABEL_CELLS + 3)), cx.theme.text),
    ])
}

/// A member in one row; in a narrow panel the surname that all share and the sex give way.
fn member_row<'a>(member: &Member, surname: &str, cx: &Context, cells: usize, today: NaiveDate) -> Line<'a> {
    let relation = relation_word(member.relation, member.sex, cx);
    let birth = member.birth.map(date::show_birth).unwrap_or_default();
    let age =
        member.birth.map(|birth| cx.tv("years-short", &[("count", birth.age_on(today).into())])).unwrap_or_default();
    let is_child = member.birth.is_some_and(|birth| birth.is_child_on(today));
    let age_style = if is_child { cx.theme.accent } else { cx.theme.text };
    if cells < NARROW {
        let name = &member.name;
        let shown = if name.surname == surname { format!("{} {}", name.given, name.patronymic) } else { name.full() };
        return Line::from(vec![
            Span::styled(format!("  {} ", fit(&relation, 8)), cx.theme.dim),
            Span::styled(format!("{} ", fit(&shown, cells.saturating_sub(2 + 9 + 1 + 11 + 5))), cx.theme.text),
            Span::styled(format!("{} ", fit(&birth, 10)), cx.theme.text),
            Span::styled(cut(&age, 5), age_style),
        ]);
    }
    let sex = member.sex.map(|sex: Sex| cx.t(&format!("sex-{}", sex.code()))).unwrap_or_default();
    let own: Vec<String> = member
        .categories
        .iter()
        .filter(|category| category.in_force_on(today))
        .map(|category| cx.texts.code("short", &category.code.0))
        .collect();
    let name_cells = cells.saturating_sub(2 + 13 + 5 + 11 + 6 + 12).clamp(18, 34);
    let used = 2 + 13 + name_cells + 1 + 5 + 11 + 6;
    Line::from(vec![
        Span::styled(format!("  {} ", fit(&relation, 12)), cx.theme.dim),
        Span::styled(format!("{} ", fit(&member.name.full(), name_cells)), cx.theme.text),
        Span::styled(fit(&sex, 5), cx.theme.dim),
        Span::styled(format!("{} ", fit(&birth, 10)), cx.theme.text),
        Span::styled(fit(&age, 6), age_style),
        Span::styled(cut(&own.join(", "), cells.saturating_sub(used)), cx.theme.accent),
    ])
}

/// The relation as people say it of a woman or a man: `дружина` rather than `дружина/чоловік`.
pub fn relation_word(relation: Relation, sex: Option<Sex>, cx: &Context) -> String {
    let sexed = sex
        .map(|sex| format!("relation-{}-{}", relation.code().replace('_', "-"), sex.code()))
        .filter(|id| cx.texts.has(id));
    sexed.map_or_else(|| cx.texts.code("relation", relation.code()), |id| cx.t(&id))
}

/// `ВПО з 24.02.2022 · довідка 0710-…`, or with its last day.
pub fn category_line(category: &Category, cx: &Context) -> String {
    let mut text = cx.texts.code("category", &category.code.0);
    if let Some(since) = category.since {
        text.push_str(&format!(" {}", cx.tv("since-day", &[("day", date::show(since).into())])));
    }
    if let Some(until) = category.until {
        text.push_str(&format!(" {}", cx.tv("until-day", &[("day", date::show(until).into())])));
    }
    if !category.basis.is_empty() {
        text.push_str(&format!(" · {}", category.basis));
    }
    text
}

/// What disagrees in a member's papers, each as a sentence.
fn warnings(member: &Member, cx: &Context) -> Vec<String> {
    member
        .documents
        .iter()
        .flat_map(|document| {
            let kind = cx.texts.code("document", document.kind.code());
            let found = document.warnings(member.birth, member.sex);
            found
                .into_iter()
                .map(move |warning| format!("{kind}: {}", warning_sentence(&warning, cx)))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What a paper's warning says.
pub fn warning_sentence(warning: &DocumentWarning, cx: &Context) -> String {
    match warning {
        DocumentWarning::CheckDigit { expected, found } => cx.tv(
            "warning-check-digit",
            &[("expected", expected.to_string().into()), ("found", found.to_string().into())],
        ),
        DocumentWarning::BirthDate { says } => cx.tv("warning-birth-date", &[("day", date::show(*says).into())]),
        DocumentWarning::Sex { says } => cx.tv("warning-sex", &[("sex", cx.t(&format!("sex-{}", says.code())).into())]),
    }
}

fn is_view(action: &str) -> bool {
    action.ends_with("-viewed") || action.ends_with("-viewed-on") || action.ends_with("-glanced")
}

/// What happened, newest first, views left out: they are in the history.
pub(super) fn timeline<'a>(entries: &[HistoryEntry], cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let mut rows = vec![heading(&cx.t("card-timeline"), cx)];
    for entry in entries.iter().filter(|entry| !is_view(&entry.action)) {
        let what = deed(entry, cx);
        let room = cells.saturating_sub(20);
        let whole = format!("{what} · {}", entry.staff);
        let fits = width(&whole) <= room;
        // Beside a wide card the column is narrow: what happened is told whole, over more lines where it needs them.
        let mut told = if fits { vec![whole] } else { wrap(&what, room) }.into_iter();
        rows.push(Line::from(vec![
            Span::styled(format!("  {} ", show_moment(entry.at)), cx.theme.dim),
            Span::styled(told.next().unwrap_or_default(), cx.theme.text),
        ]));
        rows.extend(told.map(|more| Line::from(Span::styled(format!("{:20}{more}", ""), cx.theme.text))));
        if !fits {
            rows.push(Line::from(Span::styled(
                format!("    {}", cut(&entry.staff, cells.saturating_sub(5))),
                cx.theme.text,
            )));
        }
        let fields = entry.changes.iter().filter(|change| change.field != UNDONE);
        let fields: Vec<String> =
            fields.map(|change| cx.texts.code("field", &change.field.replace('.', "-"))).collect();
        if !fields.is_empty() {
            let mut unique = Vec::new();
            for field in fields {
                if !unique.contains(&field) {
                    unique.push(field);
                }
            }
            rows.push(Line::from(Span::styled(
                format!("    {}", cut(&unique.join(", "), cells.saturating_sub(5))),
                cx.theme.dim,
            )));
        }
    }
    rows
}

/// Most acts of aid on a card; the rest are in their own list.
const ACTS: usize = 5;

/// The last aid, each act a line to open it.
pub(super) fn aid<'a>(acts: &[ActSummary], catalogue: &AidCatalogue, cx: &Context, cells: usize) -> Vec<Row<'a>> {
    if acts.is_empty() {
        return Vec::new();
    }
    let title = if acts.len() > ACTS {
        format!("{} · {} · {}", cx.t("card-aid"), acts.len(), cx.t("card-aid-more"))
    } else {
        format!("{} · {}", cx.t("card-aid"), acts.len())
    };
    let mut rows = vec![Row::plain(heading(&cut(&title, cells.saturating_sub(1)), cx))];
    rows.extend(acts.iter().take(ACTS).map(|act| {
        let style = if act.reversed_by.is_some() { cx.theme.dim } else { cx.theme.text };
        let text = format!("  {}", act_line(act, catalogue, cx, cells.saturating_sub(3)));
        Row::of(On::Act(act.act), Line::from(Span::styled(text, style)))
    }));
    rows
}

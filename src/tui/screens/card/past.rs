//! What was before, as rows of the card: calm and last, so that the present stays on the first screen.

use super::lines::{Row, heading, labelled, relation_word};
use super::on::On;
use crate::domain::date;
use crate::domain::family::{FamilyCard, Member};
use crate::domain::past::{Closure, Collector, Elsewhere, FormerMember, FormerName};
use crate::domain::staff::Right;
use crate::tui::app::Context;
use crate::tui::widgets::text::{cut, fit};
use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

fn line<'a>(text: &str, cells: usize, style: Style) -> Row<'a> {
    Row::plain(Line::from(Span::styled(cut(text, cells), style)))
}

/// `12.03.2020–01.05.2024`.
fn span(from: NaiveDate, until: Option<NaiveDate>) -> String {
    format!("{}–{}", date::show(from), until.map(date::show).unwrap_or_default())
}

/// How the entry stands where it does not simply stand open: closed and why, one with another, registered by mistake.
pub(super) fn standing<'a>(card: &FamilyCard, cx: &Context, cells: usize) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if let Some(asked) = card.past.asked_as {
        let text = cx.tv("card-asked-as", &[("number", asked.to_string().into())]);
        rows.push(line(&format!(" {text}"), cells, cx.theme.warning));
    }
    if let Some(day) = card.past.voided_on {
        let text = cx.tv("card-voided", &[("day", date::show(day).into())]);
        rows.push(line(&format!(" {text}"), cells, cx.theme.warning));
    }
    let closed = card.past.closures.iter().find(|closure| closure.until.is_none());
    if let Some(closure) = closed.filter(|_| card.closed_on.is_some()) {
        rows.push(line(&format!(" ✗ {}", closed_since(closure, cx)), cells, cx.theme.warning));
    }
    rows
}

fn closed_since(closure: &Closure, cx: &Context) -> String {
    let values = [("day", date::show(closure.from).into()), ("reason", reason(closure, cx).into())];
    cx.tv("card-closed-because", &values)
}

fn reason(closure: &Closure, cx: &Context) -> String {
    let word = cx.texts.code("close-reason", closure.reason.code());
    if closure.note.is_empty() { word } else { format!("{word}, {}", closure.note) }
}

/// What goes with a present member besides: former names, other families, the day of death.
pub(super) fn beside<'a>(member: &Member, cx: &Context, cells: usize) -> Vec<Row<'a>> {
    let mut parts: Vec<String> = member.former_names.iter().map(|former| former_name(former, cx)).collect();
    parts.extend(member.elsewhere.iter().map(|there| elsewhere("card-also-in", there, cx)));
    parts.extend(member.died_on.map(|day| format!("† {}", date::show(day))));
    if parts.is_empty() {
        Vec::new()
    } else {
        vec![line(&format!("      {}", parts.join(" · ")), cells, cx.theme.dim)]
    }
}

/// `до 12.03.2020 Коваленко`: the whole name only where more than the surname changed with it is told by the history.
pub fn former_name(former: &FormerName, cx: &Context) -> String {
    let name = former.name.surname.clone();
    match former.until {
        Some(day) => cx.tv("card-former-name", &[("day", date::show(day).into()), ("name", name.into())]),
        None => cx.tv("card-former-name-once", &[("name", name.into())]),
    }
}

fn elsewhere(id: &str, there: &Elsewhere, cx: &Context) -> String {
    cx.tv(id, &[("number", there.number.to_string().into())])
}

/// Who may collect for the family today.
pub(super) fn collectors<'a>(card: &FamilyCard, cx: &Context, cells: usize, today: NaiveDate) -> Vec<Row<'a>> {
    let allowed = card.past.collectors.iter().filter(|one| crate::domain::past::holds(one.from, one.until, today));
    let rows: Vec<Row<'a>> =
        allowed.map(|one| Row { on: Some(On::Collector(one.id)), line: collector_line(one, cx, cells) }).collect();
    if rows.is_empty() {
        return rows;
    }
    [Row::plain(heading(&cx.t("card-collectors"), cx))].into_iter().chain(rows).collect()
}

fn collector_line<'a>(one: &Collector, cx: &Context, cells: usize) -> Line<'a> {
    let since = cx.tv("since-day", &[("day", date::show(one.from).into())]);
    let until = one.until.map(|day| format!(" {}", cx.tv("until-day", &[("day", date::show(day).into())])));
    let days = format!("{since}{}", until.unwrap_or_default());
    let parts = [one.name.clone(), one.document.clone(), one.phone.clone(), days, one.note.clone()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Line::from(Span::styled(cut(&format!("  {text}"), cells), cx.theme.text))
}

/// Everything that was and is no more: members, addresses, closures, permissions, entries that became this one.
pub(super) fn before<'a>(card: &FamilyCard, cx: &Context, cells: usize, today: NaiveDate) -> Vec<Row<'a>> {
    let past = &card.past;
    let mut rows: Vec<Row<'a>> = past.members.iter().map(|member| former_member(member, cx, cells)).collect();
    if cx.may(Right::SeeContacts) {
        for former in past.addresses.iter().filter(|former| !former.address.is_empty()) {
            let label = cx.t(&format!("address-{}", former.kind.code()));
            let text = format!("{} · {}", former.address.line(), span(former.from, Some(former.until)));
            rows.push(dimmed(&labelled(&label, &text, cx, cells), cx));
        }
    }
    for closure in past.closures.iter().filter(|closure| closure.until.is_some()) {
        let values = [("days", span(closure.from, closure.until).into()), ("reason", reason(closure, cx).into())];
        let mut text = cx.tv("card-was-closed", &values);
        if !closure.reopened.is_empty() {
            text.push_str(&format!(
                "; {}",
                cx.tv("card-was-reopened", &[("reason", closure.reopened.as_str().into())])
            ));
        }
        rows.push(line(&format!("  {text}"), cells, cx.theme.dim));
    }
    for one in past.collectors.iter().filter(|one| !crate::domain::past::holds(one.from, one.until, today)) {
        let values = [("name", one.name.as_str().into()), ("days", span(one.from, one.until).into())];
        rows.push(line(&format!("  {}", cx.tv("card-was-collector", &values)), cells, cx.theme.dim));
    }
    for (_, number) in &past.merged_from {
        let text = cx.tv("card-merged-from", &[("number", number.to_string().into())]);
        rows.push(line(&format!("  {text}"), cells, cx.theme.dim));
    }
    if rows.is_empty() {
        return rows;
    }
    [Row::plain(heading(&cx.t("card-before"), cx))].into_iter().chain(rows).collect()
}

fn dimmed<'a>(line: &Line<'a>, cx: &Context) -> Row<'a> {
    let text: String = line.spans.iter().map(|span| span.content.as_ref()).collect();
    Row::plain(Line::from(Span::styled(text, cx.theme.dim)))
}

fn former_member<'a>(member: &FormerMember, cx: &Context, cells: usize) -> Row<'a> {
    let relation = relation_word(member.relation, None, cx);
    let mut parts = vec![span(member.from, Some(member.until))];
    match (member.died_on, member.reason) {
        (Some(day), _) => parts.push(format!("† {}", date::show(day))),
        (None, Some(reason)) => parts.push(cx.texts.code("leave-reason", reason.code())),
        (None, None) => {}
    }
    parts.extend(member.elsewhere.iter().map(|there| elsewhere("card-now-in", there, cx)));
    let text = format!("  {} {} {}", fit(&relation, 12), member.name.full(), parts.join(" · "));
    let line = Line::from(Span::styled(cut(&text, cells), cx.theme.dim));
    Row { on: Some(On::Former(member.person)), line }
}

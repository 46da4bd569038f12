//! The picture of a campaign's day: the box, how far it is, what is left, the list, what happened last.

use super::day::{At, Day, Shown};
use super::words;
use crate::domain::campaign::CampaignStatus;
use crate::domain::catalogue::Kind;
use crate::domain::date;
use crate::domain::staff::Right;
use crate::domain::stock::Quantity;
use crate::office::Found;
use crate::office::campaign::{CampaignView, ExpectedRow};
use crate::tui::app::{Context, ToastKind};
use crate::tui::screens::lists::conditions_in_words;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

const NUMBER_CELLS: usize = 8;
const SERVED_CELLS: usize = 18;
/// Rows around the list: frame, box, counters, goods, tabs, what was said, keys.
const AROUND: u16 = 11;
/// Most rows of a sentence about the last deed.
const SAID_ROWS: usize = 2;

/// How many rows of the list are seen.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(AROUND))
}

/// `10:42 2026/00012` of somebody who was served; the day where it is another.
fn served_at(row: &ExpectedRow, cx: &Context) -> Option<String> {
    let served = row.served.as_ref()?;
    let at = served.at.with_timezone(&cx.now.timezone());
    let when = if served.on == cx.today() && at.date_naive() == cx.today() {
        at.format("%H:%M").to_string()
    } else {
        served.on.format("%d.%m").to_string()
    };
    Some(format!("{when} {}", served.number))
}

/// What a second try hears: when, by which act, at which desk, from whom.
pub(super) fn served_already(row: &ExpectedRow, cx: &Context) -> Option<String> {
    let served = row.served.as_ref()?;
    let at = served.at.with_timezone(&cx.now.timezone());
    let values = [
        ("name", words::short(&row.name).into()),
        ("act", served.number.to_string().into()),
        ("at", at.format("%d.%m %H:%M").to_string().into()),
        ("desk", served.desk.as_str().into()),
        ("by", served.staff.as_str().into()),
    ];
    Some(cx.tv("campaign-served-already", &values))
}

/// What such a household got: `Продуктовий набір 1 набір, Подарунок 2 шт.`.
pub(super) fn got(campaign: &CampaignView, (adults, children): (u32, u32), cx: &Context) -> String {
    let lines = campaign.draft.cart(adults, children);
    let line = |line: &crate::domain::aid::CartLine| {
        let name = words::name_of(Kind::Item, line.item.as_str(), cx);
        format!("{name} {}", words::amount(&line.item, line.quantity, cx))
    };
    lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

/// `4 ос., діти 2, 11`.
fn household(members: usize, children: &[u32], cx: &Context) -> String {
    let ages = children.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let values = [("members", members.into()), ("children", children.len().into()), ("ages", ages.into())];
    cx.tv(if children.is_empty() { "campaign-household" } else { "campaign-household-children" }, &values)
}

fn line(name: &str, number: &str, household: &str, status: &str, room: usize) -> String {
    let name_cells = (room * 3 / 8).min(44);
    let rest = room.saturating_sub(name_cells + NUMBER_CELLS + SERVED_CELLS + 3);
    [fit(name, name_cells), fit(number, NUMBER_CELLS), fit(household, rest), fit(status, SERVED_CELLS)].join(" ")
}

fn listed(row: &ExpectedRow, room: usize, cx: &Context) -> String {
    let number = row.number.map_or_else(|| cx.t("home-single"), |number| number.to_string());
    let status = match served_at(row, cx) {
        Some(at) => format!("✓ {at}"),
        None if row.closed => cx.t("home-closed"),
        None => String::new(),
    };
    line(&row.name.full(), &number, &household(row.members, &row.children, cx), &status, room)
}

fn stranger(found: &Found, room: usize, cx: &Context) -> String {
    let number = found.number.map_or_else(|| cx.t("home-single"), |number| number.to_string());
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    line(&found.name.full(), &number, &birth, &cx.t("campaign-not-listed"), room)
}

/// What is left of each good, with a sign where it will not do for those who are still expected.
fn goods(campaign: &CampaignView, cx: &Context) -> (bool, String) {
    let mut is_low = false;
    let waiting: Vec<_> = campaign.absent().collect();
    let said: Vec<String> = campaign
        .left
        .iter()
        .map(|(item, left)| {
            let wanted: i64 = waiting
                .iter()
                .flat_map(|row| {
                    let children = u32::try_from(row.children.len()).unwrap_or(0);
                    let adults = u32::try_from(row.members).unwrap_or(0).saturating_sub(children);
                    campaign.draft.cart(adults, children)
                })
                .filter(|line| line.item == *item)
                .map(|line| line.quantity.0)
                .sum();
            let missing = Quantity(wanted - left.0);
            let name = words::name_of(Kind::Item, item.as_str(), cx);
            let there = format!("{name} {}", words::amount(item, *left, cx));
            if missing.0 > 0 && campaign.status == CampaignStatus::Planned {
                is_low = true;
                let short = cx.tv("campaign-short", &[("missing", words::amount(item, missing, cx).into())]);
                format!("{there} ▼ {short}")
            } else {
                there
            }
        })
        .collect();
    (is_low, said.join(" · "))
}

fn tabs<'a>(day: &Day, campaign: &CampaignView, cx: &Context) -> Line<'a> {
    let spans = Shown::ALL.iter().map(|shown| {
        let count = campaign.rows.iter().filter(|row| shown.has(row)).count();
        let title = cx.tv(&format!("campaign-tab-{}", shown.code()), &[("count", count.into())]);
        if *shown == day.shown {
            Span::styled(format!("[▸{title}◂]"), cx.theme.selected)
        } else {
            Span::styled(format!("  {title}  "), cx.theme.dim)
        }
    });
    Line::from(spans.collect::<Vec<_>>())
}

pub(super) fn draw(day: &Day, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let Some(campaign) = &day.campaign else {
        let inner = frame_with_title(frame, area, &cx.t("campaigns-title"), cx.theme.frame_focus, cx.theme.title);
        return frame.render_widget(Span::styled(cx.t("campaign-loading"), cx.theme.dim), inner);
    };
    let draft = &campaign.draft;
    let mut title = format!("{} · {}", draft.title, words::days(draft.starts_on, draft.ends_on));
    title = format!("{title} · {}", words::location(&draft.location, cx));
    if campaign.status != CampaignStatus::Planned {
        title = format!("{title} · {}", cx.t(&format!("campaign-status-{}", campaign.status.code())));
    }
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let room = usize::from(inner.width);
    let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner }.intersection(inner);
    draw_box(day, cx, frame, row(0));
    let (served, expected) = campaign.served();
    let on = day.on(cx);
    let values = [("served", served.into()), ("expected", expected.into()), ("day", date::show(on).into())];
    let count = cx.tv(if on == cx.today() { "campaign-count" } else { "campaign-count-paper" }, &values);
    let style = if on == cx.today() { cx.theme.accent } else { cx.theme.warning };
    frame.render_widget(Span::styled(cut(&count, room), style), row(1));
    let (is_low, left) = goods(campaign, cx);
    let style = if is_low { cx.theme.warning } else { cx.theme.text };
    let left = if left.is_empty() { "—".to_owned() } else { left };
    frame.render_widget(Span::styled(cut(&cx.tv("campaign-left", &[("goods", left.into())]), room), style), row(2));
    if day.query.is_empty() {
        frame.render_widget(tabs(day, campaign, cx), row(3));
    }
    let list = Rect { y: inner.y + 4, height: inner.height.saturating_sub(4 + 3), ..inner };
    draw_rows(day, campaign, cx, frame, list);
    draw_said(day, cx, frame, Rect { y: list.bottom(), height: 2, ..inner });
    let keys = cx.t(if day.door.is_some() { "campaign-door-keys" } else { "campaign-day-keys" });
    let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&keys, room), cx.theme.dim), last);
    if day.rows().len() > usize::from(list.height) {
        more_below(cx, frame, area);
    }
}

/// The box: a name, or the reason at the door.
fn draw_box(day: &Day, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let room = usize::from(at.width);
    let (sign, field, hint) = match &day.door {
        Some(door) => (cx.t("campaign-reason"), &door.reason, String::new()),
        None => {
            let hint = if cx.may(Right::SeeContacts) { "campaign-box-hint-phone" } else { "campaign-box-hint" };
            ("⌕".to_owned(), &day.query, cx.t(hint))
        }
    };
    let before = width(&sign) + 1;
    let cells = room.saturating_sub(before + 1);
    let (text, cursor) = field.window(cells);
    let shown = if field.is_empty() { fit(&format!("  {hint}"), cells) } else { fit(&text, cells) };
    let line =
        Line::from(vec![Span::styled(format!("{sign} "), cx.theme.dim), Span::styled(shown, cx.theme.field_focus)]);
    frame.render_widget(line, at);
    frame.set_cursor_position((at.x + u16::try_from(before).unwrap_or(0) + cursor, at.y));
}

fn draw_rows(day: &Day, campaign: &CampaignView, cx: &Context, frame: &mut Frame<'_>, list: Rect) {
    let room = usize::from(list.width);
    let rows = day.rows();
    let page = usize::from(list.height);
    let first = day.cursor.first(rows.len(), page);
    let has_cursor = day.is_picked || !day.query.is_empty();
    for (at, (place, row)) in list.rows().zip(rows.iter().enumerate().skip(first)) {
        let is_chosen = has_cursor && place == day.cursor.chosen;
        let (text, style) = match *row {
            At::Listed(place) => match campaign.rows.get(place) {
                Some(row) if row.served.is_some() => (listed(row, room - 2, cx), cx.theme.dim),
                Some(row) => (listed(row, room - 2, cx), cx.theme.text),
                None => continue,
            },
            At::Stranger(place) => match day.found.get(place) {
                Some(found) => (stranger(found, room - 2, cx), cx.theme.warning),
                None => continue,
            },
        };
        let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", style) };
        frame.render_widget(Span::styled(format!("{mark} {text}"), style), at);
    }
    if rows.is_empty() {
        let id = match (day.query.is_empty(), campaign.rows.is_empty(), day.shown) {
            (false, ..) => "campaign-nobody-found",
            (true, true, _) => "campaign-empty",
            (true, false, Shown::Waiting) => "campaign-all-came",
            (true, false, _) => "campaign-none-came",
        };
        for (at, text) in list.rows().zip(wrap(&cx.t(id), room)) {
            frame.render_widget(Span::styled(text, cx.theme.dim), at);
        }
    }
}

/// What happened last; at the door, why somebody is not on the list.
fn draw_said(day: &Day, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let (style, text) = match (&day.door, &day.said) {
        (Some(door), _) => {
            let unmet = door.unmet.as_deref().map(|unmet| conditions_in_words(unmet, cx)).unwrap_or_default();
            let values = [("name", door.name.as_str().into()), ("unmet", unmet.as_str().into())];
            let id = if unmet.is_empty() { "campaign-door" } else { "campaign-door-unmet" };
            (cx.theme.warning, cx.tv(id, &values))
        }
        (None, Some((ToastKind::Good, text))) => (cx.theme.good, format!("✓ {text}")),
        (None, Some((ToastKind::Warning, text))) => (cx.theme.warning, text.clone()),
        (None, Some((ToastKind::Fault, text))) => (cx.theme.fault, format!("✗ {text}")),
        (None, None) => return,
    };
    for (row, text) in at.rows().zip(wrap(&text, usize::from(at.width)).into_iter().take(SAID_ROWS)) {
        frame.render_widget(Span::styled(text, style), row);
    }
}

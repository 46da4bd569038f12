//! The picture of two entries side by side. Equal values are calm; differing ones carry a sign, the chosen one a filled dot.

use super::{Item, Loaded, Merge, value};
use crate::domain::date;
use crate::domain::draft::MemberDraft;
use crate::domain::duplicate::{Choice, Couple, Row, Side, Union};
use crate::tui::app::Context;
use crate::tui::screens::card::relation_word;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Lines under the rows: both values in full, and why.
const DETAIL_LINES: usize = 5;

const CHOSEN: &str = "●";
const OTHER: &str = "○";
const DIFFERS: &str = "≠";

/// Rows seen at once.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1).saturating_sub(5 + DETAIL_LINES).max(1)
}

/// How the width is shared out.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    side: usize,
    why: usize,
}

impl Columns {
    fn of(cells: usize) -> Self {
        let (label, why) = if cells >= 100 { (18, 14) } else { (12, 0) };
        // The sign of difference, and a dot and a space before each value.
        let side = cells.saturating_sub(label + why + 3 + 2 * 3) / 2;
        Self { label, side, why }
    }

    fn line<'a>(self, sign: &str, label: &str, cells: [(&str, String, Style); 2], why: &str, cx: &Context) -> Line<'a> {
        let [(left_dot, left, left_style), (right_dot, right, right_style)] = cells;
        Line::from(vec![
            Span::styled(format!("{sign} "), cx.theme.warning),
            Span::styled(format!("{} ", fit(label, self.label)), cx.theme.dim),
            Span::styled(format!("{left_dot} {} ", fit(&left, self.side)), left_style),
            Span::styled(format!("{right_dot} {} ", fit(&right, self.side)), right_style),
            Span::styled(cut(why, self.why), cx.theme.dim),
        ])
    }
}

pub(super) fn draw(screen: &Merge, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = cx.t("merge-title");
    let Some(loaded) = &screen.loaded else {
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        frame.render_widget(Span::styled(format!(" {}", cx.t("merge-loading")), cx.theme.dim), inner);
        return;
    };
    let title = if screen.is_merging { format!("{title} · {}", cx.t("merge-doing")) } else { title };
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let columns = Columns::of(usize::from(inner.width));
    let items = screen.items();
    let rows = loaded.union.rows();
    let page = page(cx);
    let first = screen.cursor.first(items.len(), page);
    let lines: Vec<Line<'_>> = items
        .iter()
        .enumerate()
        .skip(first)
        .take(page)
        .map(|(place, item)| {
            let line = match item {
                Item::Kept => kept_line(loaded, columns, cx),
                Item::Field(place) => {
                    rows.get(*place).map_or_else(Line::default, |row| field_line(&loaded.union, *row, columns, cx))
                }
                Item::Couple(place) => couple_line(&loaded.union, loaded.union.couples()[*place], columns, cx),
            };
            if place == screen.cursor.chosen { under_cursor(line, cx) } else { line }
        })
        .collect();
    let list = Rect { height: u16::try_from(page).unwrap_or(inner.height).min(inner.height), ..inner };
    frame.render_widget(Paragraph::new(lines), list);
    if first + page < items.len() {
        more_below(cx, frame, area);
    }
    let below = Rect { y: list.bottom(), height: inner.bottom().saturating_sub(list.bottom()), ..inner };
    frame.render_widget(Paragraph::new(detail(screen, loaded, cx, usize::from(inner.width))), below);
}

/// A whole line in one style: the row under the cursor.
fn under_cursor<'a>(mut line: Line<'a>, cx: &Context) -> Line<'a> {
    for span in &mut line.spans {
        span.style = cx.theme.selected;
    }
    line
}

fn dots(choice: Choice) -> [&'static str; 2] {
    match choice {
        Choice::One(Side::Left) => [CHOSEN, OTHER],
        Choice::One(Side::Right) => [OTHER, CHOSEN],
        Choice::Both => [CHOSEN, CHOSEN],
    }
}

fn style_of(dot: &str, cx: &Context) -> Style {
    if dot == CHOSEN { cx.theme.text } else { cx.theme.dim }
}

fn kept_line<'a>(loaded: &Loaded, columns: Columns, cx: &Context) -> Line<'a> {
    let kept = loaded.union.kept();
    let [left, right] = dots(Choice::One(kept));
    let cell = |side: Side| {
        let entry = loaded.entry(side);
        let name = match entry.number {
            Some(number) => number.to_string(),
            None if entry.stands_in.is_empty() => cx.t("home-single"),
            None => entry.stands_in.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        };
        let what = cx.t(if side == kept { "merge-stays" } else { "merge-leads" });
        format!("{name} · {what}")
    };
    let cells = [(left, cell(Side::Left), cx.theme.title), (right, cell(Side::Right), cx.theme.title)];
    let label = if loaded.union.is_of_families() { "merge-number" } else { "merge-entry" };
    columns.line(" ", &cx.t(label), cells, "", cx)
}

fn label(row: Row, cx: &Context) -> String {
    cx.t(&format!("merge-field-{}", row.field.code().replace('_', "-")))
}

fn field_line<'a>(union: &Union, row: Row, columns: Columns, cx: &Context) -> Line<'a> {
    let text = |side: Side| value(union, row.whose, row.field, side, cx);
    let (left, right) = (text(Side::Left), text(Side::Right));
    match row.differ {
        None => {
            let cells = [("=", left, cx.theme.dim), ("=", right, cx.theme.dim)];
            columns.line(" ", &label(row, cx), cells, "", cx)
        }
        Some((choice, why)) => {
            let [one, other] = dots(choice);
            let nothing = |text: String| if text.is_empty() { cx.t("merge-nothing") } else { text };
            let cells = [(one, nothing(left), style_of(one, cx)), (other, nothing(right), style_of(other, cx))];
            columns.line(DIFFERS, &label(row, cx), cells, &cx.t(&format!("merge-why-{}", why.code())), cx)
        }
    }
}

/// Somebody's heading: who they are on either side, or the digit that names who is alone.
fn couple_line<'a>(union: &Union, couple: Couple, columns: Columns, cx: &Context) -> Line<'a> {
    let name = |member: &MemberDraft| {
        let birth = member.birth.map(date::show_birth).unwrap_or_default();
        let whole = format!("{} {birth}", member.name.full());
        let short = format!("{} {} {birth}", member.name.surname, member.name.given);
        let bare = format!("{} {}", member.name.surname, member.name.given);
        let fitting = [whole, short].into_iter().find(|text| width(text) <= columns.side);
        fitting.unwrap_or(bare).trim_end().to_owned()
    };
    let digit = |side: Side| {
        let place = union.couples().iter().position(|other| *other == couple);
        let nth = Merge::alone(union, side).iter().position(|alone| Some(*alone) == place);
        nth.map(|nth| format!("{} ", nth + 1)).unwrap_or_default()
    };
    let cell = |side: Side| match union.member(couple, side) {
        Some(member) if couple.is_whole() => name(member),
        Some(member) => format!("{}{}", digit(side), name(member)),
        None => cx.t("merge-nobody"),
    };
    let member = union.member(couple, union.kept()).or_else(|| union.member(couple, union.kept().other()));
    let relation = member.map(|member| relation_word(member.relation, member.sex, cx)).unwrap_or_default();
    let style = |side: Side| if union.member(couple, side).is_some() { cx.theme.title } else { cx.theme.dim };
    let sign = if couple.is_whole() { "═" } else { "+" };
    let cells = [(sign, cell(Side::Left), style(Side::Left)), (sign, cell(Side::Right), style(Side::Right))];
    let relation = if union.is_of_families() { relation } else { String::new() };
    columns.line(" ", &relation, cells, "", cx)
}

/// What is said of the row under the cursor, and the keys for it.
fn detail<'a>(screen: &Merge, loaded: &Loaded, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let mut lines = vec![Line::from(Span::styled("─".repeat(cells), cx.theme.frame))];
    let mut say = |text: String, style: Style, most: usize| {
        let wrapped = wrap(&text, cells.saturating_sub(2)).into_iter().take(most);
        lines.extend(wrapped.map(|line| Line::from(Span::styled(format!(" {line}"), style))));
    };
    let keys = match screen.item() {
        Some(Item::Field(place)) => {
            let Some(row) = loaded.union.rows().get(place).copied() else { return lines };
            let text = |side: Side| {
                let text = value(&loaded.union, row.whose, row.field, side, cx);
                if text.is_empty() { cx.t("merge-nothing") } else { text }
            };
            match row.differ {
                Some((choice, why)) => {
                    let why = cx.t(&format!("merge-because-{}", why.code()));
                    let [one, other] = dots(choice);
                    say(cut(&format!("{one} {}", text(Side::Left)), cells.saturating_sub(2)), style_of(one, cx), 1);
                    say(
                        cut(&format!("{other} {}", text(Side::Right)), cells.saturating_sub(2)),
                        style_of(other, cx),
                        1,
                    );
                    say(why, cx.theme.accent, 1);
                    if row.field.holds_both() { "merge-keys-both" } else { "merge-keys-field" }
                }
                None => {
                    say(text(Side::Left), cx.theme.dim, 2);
                    "merge-keys-equal"
                }
            }
        }
        Some(Item::Couple(place)) => {
            let couple = loaded.union.couples()[place];
            match (couple.is_whole(), loaded.union.is_of_families()) {
                (true, true) if !loaded.union.is_one_person(couple) => "merge-keys-couple",
                (true, _) => "merge-keys-person",
                (false, _) => "merge-keys-alone",
            }
        }
        Some(Item::Kept) | None => "merge-keys-kept",
    };
    say(cx.t(keys), cx.theme.dim, 3);
    lines.truncate(DETAIL_LINES);
    lines
}

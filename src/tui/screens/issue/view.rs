//! The picture: who and by what right above, the line to type in, the cart with what is known of every line, who collects below.

use super::offer::{Said, verdict_words};
use super::{Focus, IssueScreen};
use crate::domain::aid::{CartLine, Ground, Recipient};
use crate::domain::date;
use crate::domain::person::{Sex, Sizes};
use crate::domain::stock::{Grams, Quantity};
use crate::office::aid_room::{ActSummary, AidView, LineAnswer, WhoMember};
use crate::tui::aid_words;
use crate::tui::app::Context;
use crate::tui::screens::card::sizes_line;
use crate::tui::widgets::chrome::{frame_with_title, marked};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

/// Cells of the labels on the left.
const LABEL: usize = 10;

/// Cells of an amount and of what it weighs.
const AMOUNT: usize = 11;
const WEIGHT: usize = 10;

/// Rows below the cart: totals, two of fields, the keys.
const BELOW: u16 = 4;

pub(super) fn draw(screen: &IssueScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let [left, right] = if cx.is_wide() {
        Layout::horizontal([Constraint::Fill(2), Constraint::Fill(1)]).areas(area)
    } else {
        [area, Rect::default()]
    };
    let inner = frame_with_title(frame, left, &title(screen, cx), cx.theme.frame_focus, cx.theme.title);
    let Some(view) = &screen.view else {
        frame.render_widget(Span::styled(format!(" {}", cx.t("issue-loading")), cx.theme.dim), inner);
        return;
    };
    if cx.is_wide() {
        draw_beside(view, cx, frame, right);
    }
    let above = above(screen, view, cx, usize::from(inner.width));
    let height = u16::try_from(above.len()).unwrap_or(0);
    let [top, entry, note, cart, below] = Layout::vertical([
        Constraint::Length(height),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(BELOW),
    ])
    .areas(inner);
    frame.render_widget(Paragraph::new(above), top);
    draw_cart(screen, view, cx, frame, cart);
    draw_below(screen, cx, frame, below);
    draw_entry(screen, view, cx, frame, entry, note);
}

fn title(screen: &IssueScreen, cx: &Context) -> String {
    let number = screen.view.as_ref().and_then(|view| view.who.number).map(|number| number.to_string());
    let parts = [cx.t("issue-title"), screen.title_name(), number.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn labelled<'a>(id: &str, value: &str, style: Style, cx: &Context, cells: usize) -> Line<'a> {
    Line::from(vec![
        Span::styled(format!(" {} ", fit(&cx.t(id), LABEL)), cx.theme.dim),
        Span::styled(cut(value, cells.saturating_sub(LABEL + 3)), style),
    ])
}

/// Who, by what right, what they last got.
fn above<'a>(screen: &IssueScreen, view: &AidView, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let mut rows = Vec::new();
    if !view.who.members.is_empty() {
        rows.push(labelled("issue-who", &members(view, cx), cx.theme.text, cx, cells));
    }
    if !matches!(screen.recipient, Recipient::Organisation(_)) {
        let (right, style) = right(screen, view, cx);
        rows.push(labelled("issue-right", &right, style, cx, cells));
    }
    let last: Vec<String> = view
        .last
        .iter()
        .map(|last| {
            let amount = aid_words::quantity_of(last.quantity, &last.item, &view.catalogue, cx);
            format!("{} {amount} {}", aid_words::item(&last.item, &view.catalogue, cx), date::show(last.on))
        })
        .collect();
    let last = if last.is_empty() { cx.t("issue-last-none") } else { last.join(" · ") };
    rows.push(labelled("issue-last", &last, cx.theme.text, cx, cells));
    if let Some(since) = view.who.closed_on {
        let text = cx.tv("issue-closed", &[("since", date::show(since).into())]);
        rows.extend(
            wrap(&format!("✗ {text}"), cells.saturating_sub(2))
                .into_iter()
                .map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.fault))),
        );
    }
    if let Some((_, number)) = view.who.families.first().filter(|_| matches!(screen.recipient, Recipient::Person(_))) {
        let text = cx.tv("issue-has-family", &[("number", number.to_string().into())]);
        rows.push(Line::from(Span::styled(format!(" ! {}", cut(&text, cells.saturating_sub(4))), cx.theme.warning)));
    }
    rows.push(Line::default());
    rows
}

/// `2 дорослі, 3 дітей: Софія 2, Марко 6, Іван 11`.
fn members(view: &AidView, cx: &Context) -> String {
    let (adults, children) = view.who.household;
    let mut text = cx.tv("issue-adults", &[("count", i64::from(adults).into())]);
    if children > 0 {
        let named = |member: &&WhoMember| {
            let age = member.age.map(|age| format!(" {age}")).unwrap_or_default();
            let sizes = sizes_short(&member.sizes);
            format!("{}{age}{sizes}", member.name.given)
        };
        let mut minors: Vec<&WhoMember> = view.who.members.iter().filter(|member| member.is_child).collect();
        minors.sort_by_key(|member| member.age);
        let minors: Vec<String> = minors.iter().map(named).collect();
        let count = cx.tv("count-children", &[("count", i64::from(children).into())]);
        text.push_str(&format!(", {count}: {}", minors.join(", ")));
    }
    text
}

/// ` (122-128/31)`: of clothes and of shoes; nothing where nobody has said them.
fn sizes_short(sizes: &Sizes) -> String {
    let of = |size: &str| if size.is_empty() { "–".to_owned() } else { size.to_owned() };
    if sizes.is_empty() { String::new() } else { format!(" ({}/{})", of(&sizes.clothes), of(&sizes.shoes)) }
}

fn right(screen: &IssueScreen, view: &AidView, cx: &Context) -> (String, Style) {
    let programme = screen.programme().map(|programme| aid_words::programme(&programme.code, &view.catalogue, cx));
    let programme = programme.unwrap_or_default();
    let (text, style) = match screen.ground() {
        Some(Ground::Category(code)) => (format!("✓ {}", cx.texts.code("category", &code.0)), cx.theme.good),
        Some(Ground::Hidden) => (format!("✓ {}", cx.t("issue-right-hidden")), cx.theme.good),
        Some(Ground::Anybody) => (format!("✓ {}", cx.t("issue-right-anybody")), cx.theme.good),
        Some(Ground::None) if screen.right_reason.is_empty() => {
            (format!("✗ {}", cx.t("issue-right-none")), cx.theme.fault)
        }
        Some(Ground::None) => {
            let reason = screen.right_reason.as_str().into();
            (format!("! {}", cx.tv("issue-bent", &[("reason", reason)])), cx.theme.warning)
        }
        None => (cx.t("issue-no-programme"), cx.theme.warning),
    };
    (if programme.is_empty() { text } else { format!("{text} · {programme}") }, style)
}

fn draw_entry(screen: &IssueScreen, view: &AidView, cx: &Context, frame: &mut Frame<'_>, entry: Rect, note: Rect) {
    let is_focused = screen.focus == Focus::Entry;
    let cells = usize::from(entry.width);
    let label = fit(&cx.t("issue-entry"), LABEL);
    let room = cells.saturating_sub(LABEL + 4);
    let (text, at) = screen.entry.window(room);
    let style = if is_focused { cx.theme.field_focus } else { cx.theme.field };
    let line = Line::from(vec![
        Span::styled(format!(" {label} "), if is_focused { cx.theme.text } else { cx.theme.dim }),
        Span::styled(fit(&text, room), style),
    ]);
    frame.render_widget(line, entry);
    if is_focused {
        let x = entry.x + u16::try_from(LABEL + 2).unwrap_or(0) + at;
        frame.set_cursor_position((x.min(entry.right().saturating_sub(1)), entry.y));
    }
    let (style, text) = match (&screen.entry_fault, screen.entry.is_empty()) {
        (Some(fault), _) => (cx.theme.fault, format!("✗ {fault}")),
        (None, true) => (cx.theme.dim, offers_line(screen, view, cx)),
        (None, false) if screen.offered.is_empty() => (cx.theme.dim, cx.t("issue-nothing-like-it")),
        (None, false) => (cx.theme.dim, String::new()),
    };
    let indent = " ".repeat(LABEL + 2);
    frame.render_widget(Span::styled(format!("{indent}{}", cut(&text, room)), style), note);
    if screen.entry_fault.is_none() && is_focused {
        draw_offered(screen, view, cx, frame, note);
    }
}

/// The standard set in a line: `1 Продуктовий набір · 2 Гігієнічний набір · + усе`.
fn offers_line(screen: &IssueScreen, view: &AidView, cx: &Context) -> String {
    let set = screen.set();
    if set.is_empty() || screen.basket.rows.is_empty() {
        return cx.t("issue-entry-hint");
    }
    let one = |(place, (item, _)): (usize, &(&crate::domain::stock::Item, Quantity))| {
        format!("{} {}", place + 1, aid_words::item(&item.code, &view.catalogue, cx))
    };
    set.iter().enumerate().map(one).collect::<Vec<_>>().join(" · ")
}

/// What the typed words can mean, over the rows below the line.
fn draw_offered(screen: &IssueScreen, view: &AidView, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let names: Vec<String> = screen.offered.iter().map(|code| aid_words::item(code, &view.catalogue, cx)).collect();
    let wide = names.iter().map(|name| width(name)).max().unwrap_or(0) + 24;
    let wide = wide.min(usize::from(area.width).saturating_sub(LABEL + 3));
    for (place, (code, name)) in screen.offered.iter().zip(&names).enumerate() {
        let row = u16::try_from(place).unwrap_or(0);
        let x = area.x + u16::try_from(LABEL + 2).unwrap_or(0);
        let rect = Rect { x, y: area.y + row, width: u16::try_from(wide).unwrap_or(0), height: 1 };
        if rect.y >= frame.area().bottom().saturating_sub(2) {
            break;
        }
        let left = aid_words::quantity_of(screen.balance(code), code, &view.catalogue, cx);
        let left = cx.tv("issue-there", &[("left", left.into())]);
        let sign = if place == screen.offer { "▸" } else { " " };
        let style = if place == screen.offer { cx.theme.selected } else { cx.theme.field };
        let text = format!("{sign}{} {left}", fit(name, wide.saturating_sub(23)));
        frame.render_widget(Clear, rect);
        frame.render_widget(Span::styled(fit(&text, wide), style), rect);
    }
}

fn draw_cart(screen: &IssueScreen, view: &AidView, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width);
    if screen.basket.rows.is_empty() {
        frame.render_widget(Paragraph::new(set_rows(screen, view, cx, cells)), area);
        return;
    }
    let answers = screen.answers();
    let mut rows: Vec<Line<'_>> = Vec::new();
    let mut chosen = 0;
    for (place, answer) in answers.iter().enumerate() {
        let is_chosen = screen.focus == Focus::Row(place);
        if is_chosen {
            chosen = rows.len();
        }
        let line = cart_row(screen, view, place, answer, cx, cells);
        rows.push(if is_chosen { marked(&line, cx) } else { line });
        let said = match screen.said(place, answer, cx) {
            Some(Said::Fault(text)) => Some((cx.theme.fault, format!("✗ {text}"))),
            Some(Said::Bent(text)) => Some((cx.theme.warning, format!("! {text}"))),
            Some(Said::Note(text)) => Some((cx.theme.dim, text)),
            None => None,
        };
        if let Some((style, text)) = said {
            let lines = wrap(&text, cells.saturating_sub(6)).into_iter().take(2);
            rows.extend(lines.map(|line| Line::from(Span::styled(format!("    {line}"), style))));
        }
    }
    let page = usize::from(area.height);
    let first = (chosen + 2).saturating_sub(page);
    // Without a cursor in it the newest line is seen.
    let first = if matches!(screen.focus, Focus::Row(_)) { first } else { rows.len().saturating_sub(page) };
    frame.render_widget(Paragraph::new(rows.into_iter().skip(first).take(page).collect::<Vec<_>>()), area);
}

fn cart_row<'a>(
    screen: &IssueScreen,
    view: &AidView,
    place: usize,
    answer: &LineAnswer,
    cx: &Context,
    cells: usize,
) -> Line<'a> {
    let Some(row) = screen.basket.rows.get(place) else { return Line::default() };
    let amount = aid_words::quantity_of(row.net(), &row.item, &view.catalogue, cx);
    let is_weighed = screen.item(&row.item).is_some_and(|item| item.unit.is_weighed());
    let weight = match (is_weighed, row.tare.0, answer.weight) {
        (true, 0, _) | (false, _, None) => String::new(),
        (true, tare, _) => {
            let [gross, tare] = [row.gross.0, tare].map(|grams| aid_words::kilograms(Grams(grams), cx));
            format!("{gross}−{tare}")
        }
        (false, _, Some(weight)) => cx.tv("issue-total-weight", &[("weight", aid_words::kilograms(weight, cx).into())]),
    };
    let after = aid_words::quantity_of(answer.after.max(Quantity::ZERO), &row.item, &view.catalogue, cx);
    let after = cx.tv("issue-left-after", &[("left", after.into())]);
    let after_cells = 24;
    let name_cells = cells.saturating_sub(2 + AMOUNT + WEIGHT + after_cells + 3).min(44);
    Line::from(vec![
        Span::styled(
            format!("  {} ", fit(&aid_words::item(&row.item, &view.catalogue, cx), name_cells)),
            cx.theme.text,
        ),
        Span::styled(format!("{} ", right_aligned(&amount, AMOUNT)), cx.theme.title),
        Span::styled(format!("{} ", right_aligned(&weight, WEIGHT)), cx.theme.dim),
        Span::styled(cut(&after, after_cells), cx.theme.dim),
    ])
}

fn right_aligned(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(&text))))
}

/// The standard set by digit, with what the limits say of each.
fn set_rows<'a>(screen: &IssueScreen, view: &AidView, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let set = screen.set();
    if set.is_empty() || view.who.closed_on.is_some() {
        return Vec::new();
    }
    let mut cart = screen.cart(view);
    cart.lines = set.iter().map(|(item, quantity)| CartLine::new(item.code.clone(), *quantity)).collect();
    let answers = view.answers(&cart);
    let mut rows = vec![Line::from(Span::styled(format!(" {}", cx.t("issue-set")), cx.theme.title))];
    for (place, ((item, quantity), answer)) in set.iter().zip(&answers).enumerate() {
        let name = aid_words::item(&item.code, &view.catalogue, cx);
        let amount = aid_words::quantity(*quantity, item.unit, cx);
        let left = aid_words::quantity(answer.there, item.unit, cx);
        let verdict = answer.limit.as_ref().map(|(_, verdict)| verdict).filter(|verdict| !verdict.is_allowed());
        let (said, style) = match verdict {
            _ if answer.after < Quantity::ZERO => (format!("✗ {}", cx.t("issue-short-none")), cx.theme.fault),
            Some(verdict) => (format!("✗ {}", verdict_words(verdict, Some(item), cx)), cx.theme.warning),
            None => (format!("✓ {}", cx.tv("issue-there", &[("left", left.into())])), cx.theme.text),
        };
        let room = cells.saturating_sub(39);
        let mut spans = vec![
            Span::styled(format!("  {} ", place + 1), cx.theme.accent),
            Span::styled(format!("{} {} ", fit(&name, 24), right_aligned(&amount, 8)), cx.theme.text),
        ];
        if width(&said) <= room {
            spans.push(Span::styled(said, style));
            rows.push(Line::from(spans));
        } else {
            // From when the next may be given is read whole.
            rows.push(Line::from(spans));
            let lines = wrap(&said, cells.saturating_sub(6));
            rows.extend(lines.into_iter().map(|line| Line::from(Span::styled(format!("    {line}"), style))));
        }
    }
    rows
}

fn draw_below(screen: &IssueScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let [totals, fields, keys] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(2), Constraint::Length(1)]).areas(area);
    let cells = usize::from(area.width);
    let weight = screen.answers().iter().filter_map(|answer| answer.weight).sum();
    let sum = screen.totals(weight, cx);
    if !sum.is_empty() {
        let text = cx.tv("issue-totals", &[("totals", sum.into())]);
        let text = right_aligned(&text, cells.saturating_sub(2));
        frame.render_widget(Span::styled(text, cx.theme.title), totals);
    }
    let fields = Rect { x: fields.x + 1, width: fields.width.saturating_sub(2), ..fields };
    screen.hand.view(cx, frame, fields);
    let (style, text) = match (screen.is_saving, screen.focus) {
        (true, _) => (cx.theme.accent, cx.t("form-saving")),
        (_, Focus::Hand) => {
            let (style, hint) = screen.hand.hint(cx);
            let known = screen.known_paper(cx);
            let is_paper = screen.hand.focused() == Some(super::hand::PAPER);
            let hint = if is_paper && !known.is_empty() {
                cx.tv("issue-paper-known", &[("paper", known.into())])
            } else {
                hint
            };
            (style, hint)
        }
        (_, Focus::Row(_)) => (cx.theme.dim, cx.t("issue-row-keys")),
        (_, Focus::Entry) if screen.basket.rows.is_empty() => (cx.theme.dim, cx.t("issue-keys-empty")),
        (_, Focus::Entry) => (cx.theme.dim, cx.t("issue-keys")),
    };
    frame.render_widget(Span::styled(format!(" {}", cut(&text, cells.saturating_sub(2))), style), keys);
}

/// Where there is room: every member, how every limit stands, the last acts.
fn draw_beside(view: &AidView, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("issue-beside"), cx.theme.frame, cx.theme.dim);
    let cells = usize::from(inner.width);
    let heading = |id: &str| Line::from(Span::styled(format!(" {}", cx.t(id)), cx.theme.title));
    let mut rows = Vec::new();
    for member in &view.who.members {
        let age = member.age.map(|age| cx.tv("years-short", &[("count", i64::from(age).into())])).unwrap_or_default();
        let sex = member.sex.map(|sex: Sex| cx.t(&format!("sex-{}", sex.code()))).unwrap_or_default();
        let style = if member.is_child { cx.theme.accent } else { cx.theme.text };
        let name = fit(&member.name.full(), cells.saturating_sub(16));
        rows.push(Line::from(Span::styled(format!("  {name} {} {age}", fit(&sex, 5)), style)));
        if !member.sizes.is_empty() {
            let sizes = cut(&sizes_line(&member.sizes, cx), cells.saturating_sub(5));
            rows.push(Line::from(Span::styled(format!("    {sizes}"), style)));
        }
    }
    if !view.standing.is_empty() {
        rows.push(Line::default());
        rows.push(heading("issue-limits"));
    }
    for (rule, standing) in view.rules.iter().zip(&view.standing) {
        let name = aid_words::rule(rule, &view.catalogue, cx);
        let said = if standing.next.is_allowed() {
            format!("✓ {}", cx.t("issue-limit-allowed"))
        } else {
            format!("✗ {}", verdict_words(&standing.next, None, cx))
        };
        let style = if standing.next.is_allowed() { cx.theme.good } else { cx.theme.warning };
        rows.push(Line::from(Span::styled(format!("  {}", cut(&name, cells.saturating_sub(3))), cx.theme.text)));
        for line in wrap(&said, cells.saturating_sub(5)) {
            rows.push(Line::from(Span::styled(format!("    {line}"), style)));
        }
    }
    rows.push(Line::default());
    rows.push(heading("issue-recent"));
    if view.recent.is_empty() {
        rows.push(Line::from(Span::styled(format!("  {}", cx.t("issue-last-none")), cx.theme.dim)));
    }
    for act in &view.recent {
        rows.push(recent(act, view, cx, cells));
    }
    frame.render_widget(Paragraph::new(rows), inner);
}

fn recent<'a>(act: &ActSummary, view: &AidView, cx: &Context, cells: usize) -> Line<'a> {
    let what: Vec<String> = act
        .lines
        .iter()
        .map(|(item, amount)| {
            let name = aid_words::item(item, &view.catalogue, cx);
            format!("{name} {}", aid_words::quantity_of(*amount, item, &view.catalogue, cx))
        })
        .collect();
    let sign = if act.reversed_by.is_some() { "✗ " } else { "" };
    let style = if act.reversed_by.is_some() { cx.theme.dim } else { cx.theme.text };
    let text = format!("  {} {sign}{}", date::show(act.on), what.join(", "));
    Line::from(Span::styled(cut(&text, cells.saturating_sub(1)), style))
}

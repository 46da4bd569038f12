//! The lines of a donor's page: the whole in a sentence, item by item, categories, receipts, and words for a letter of thanks.

use super::goods_view::right;
use super::stock;
use crate::domain::date;
use crate::domain::stock::{ActId, ItemCode, Quantity};
use crate::office::storeroom::{DonorItem, DonorPage};
use crate::tui::app::Context;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What Enter on a line opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Opens {
    Nothing,
    /// The movements of an item.
    Item(ItemCode),
    /// An act.
    Act(ActId),
}

/// Lines being written.
struct Lines<'a> {
    rows: Vec<(Opens, Line<'a>)>,
    cells: usize,
}

impl Lines<'_> {
    fn put(&mut self, opens: Opens, style: Style, text: &str) {
        let text = format!(" {}", fit(text, self.cells.saturating_sub(1)));
        self.rows.push((opens, Line::from(Span::styled(text, style))));
    }

    fn paragraph(&mut self, style: Style, text: &str) {
        for line in wrap(text, self.cells.saturating_sub(2)) {
            self.put(Opens::Nothing, style, &line);
        }
    }

    fn gap(&mut self) {
        self.put(Opens::Nothing, Style::new(), "");
    }
}

/// The page in lines of so many cells.
pub(super) fn rows<'a>(page: &DonorPage, name: &str, cx: &Context, cells: usize) -> Vec<(Opens, Line<'a>)> {
    let mut lines = Lines { rows: Vec::new(), cells };
    if page.receipts.is_empty() && page.items.is_empty() {
        lines.paragraph(cx.theme.dim, &cx.t("donor-nothing"));
        return lines.rows;
    }
    lines.paragraph(cx.theme.text, &whole(page, cx));
    lines.gap();
    let heads = ["item", "came", "given", "kits", "off", "left"].map(|id| cx.t(&format!("donor-column-{id}")));
    lines.put(Opens::Nothing, cx.theme.dim, &columns(&heads, cells));
    for item in &page.items {
        lines.put(Opens::Item(item.item.clone()), cx.theme.text, &columns(&words(item, page, cx), cells));
    }
    if !page.categories.is_empty() {
        lines.gap();
        lines.put(Opens::Nothing, cx.theme.title, &cx.t("donor-categories"));
        lines.paragraph(cx.theme.text, &categories(page, "category", cx));
    }
    lines.gap();
    lines.put(Opens::Nothing, cx.theme.title, &cx.t("donor-receipts"));
    for receipt in &page.receipts {
        let text = format!(
            " {}  {}  {}  {}",
            date::show(receipt.on),
            receipt.number,
            right(&stock::weight(receipt.weight, cx), 12),
            receipt.document
        );
        lines.put(Opens::Act(receipt.act), cx.theme.text, &text);
    }
    lines.gap();
    lines.put(Opens::Nothing, cx.theme.title, &cx.t("donor-thanks"));
    for paragraph in thanks(page, name, cx) {
        lines.paragraph(cx.theme.text, &paragraph);
    }
    lines.rows
}

fn count(id: &str, count: usize, cx: &Context) -> String {
    cx.tv(id, &[("count", count.into())])
}

/// How often, how much, and who had it.
fn whole(page: &DonorPage, cx: &Context) -> String {
    let came = cx.tv(
        "donor-came",
        &[
            ("times", count("donor-count-receipts", page.receipts.len(), cx).into()),
            ("weight", stock::weight(page.weight, cx).into()),
        ],
    );
    format!("{came} {}", had(page, cx))
}

/// Who had it.
fn had(page: &DonorPage, cx: &Context) -> String {
    let parts = [
        (page.families, "count-families"),
        (page.children, "count-children"),
        (page.organisations, "donor-count-organisations"),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(many, _)| *many > 0).map(|(many, id)| count(id, many, cx)).collect();
    if parts.is_empty() { cx.t("donor-nobody-yet") } else { cx.tv("donor-had", &[("who", parts.join(", ").into())]) }
}

fn categories(page: &DonorPage, words: &str, cx: &Context) -> String {
    let of = |(code, count): &(crate::domain::category::CategoryCode, usize)| {
        format!("{} — {count}", cx.texts.code(words, &code.0))
    };
    page.categories.iter().map(of).collect::<Vec<_>>().join("; ")
}

fn item_words(item: &DonorItem, page: &DonorPage, cx: &Context) -> (String, crate::domain::stock::Unit) {
    match page.catalogue.item(&item.item) {
        Some(known) => (stock::item_name(known, cx), known.unit),
        None => (item.item.to_string(), crate::domain::stock::Unit::Piece),
    }
}

fn words(item: &DonorItem, page: &DonorPage, cx: &Context) -> [String; 6] {
    let (name, unit) = item_words(item, page, cx);
    let number =
        |quantity: Quantity| if quantity.is_zero() { "–".to_owned() } else { stock::number(quantity, unit, cx) };
    [
        name,
        stock::amount(item.came, unit, cx),
        number(item.given),
        number(item.in_kits),
        number(item.written_off),
        number(item.left),
    ]
}

fn columns([item, came, given, kits, off, left]: &[String; 6], cells: usize) -> String {
    const AMOUNT_CELLS: usize = 9;
    let name = cells.saturating_sub(2 + 11 + 1 + 4 * (AMOUNT_CELLS + 1));
    let rest = [given, kits, off, left].map(|text| right(text, AMOUNT_CELLS)).join(" ");
    format!(" {} {} {rest}", fit(item, name), right(came, 11))
}

/// Words for a letter of thanks, paragraph by paragraph.
fn thanks(page: &DonorPage, name: &str, cx: &Context) -> Vec<String> {
    let partner = page.catalogue.partner(&page.partner);
    let greeting = partner.map(|partner| partner.for_thanks.clone()).filter(|greeting| !greeting.is_empty());
    let goods = page.items.iter().map(|item| {
        let (name, unit) = item_words(item, page, cx);
        format!("{name} — {}", stock::said(item.came, unit, cx))
    });
    let values = [
        ("from", date::show(page.from).into()),
        ("until", date::show(page.until).into()),
        ("weight", stock::weight(page.weight, cx).into()),
        ("goods", goods.collect::<Vec<_>>().join("; ").into()),
    ];
    let mut text =
        vec![greeting.unwrap_or_else(|| name.to_owned()), cx.tv("donor-thanks-goods", &values), had(page, cx)];
    if !page.categories.is_empty() {
        text.push(cx.tv("donor-thanks-categories", &[("categories", categories(page, "category", cx).into())]));
    }
    text
}

//! What is known of a line of the cart: what its limits say and until when, what is left on the shelf, what can be given instead.

use super::cart::{Row, RowFault};
use super::{Focus, IssueScreen};
use crate::domain::aid::{Cart, CartLine, Ground, Recipient};
use crate::domain::date;
use crate::domain::limit::{Measure, Verdict};
use crate::domain::stock::{Grams, Item, ItemCode, Quantity, RuleCode};
use crate::office::aid_room::{AidView, LineAnswer};
use crate::tui::aid_words;
use crate::tui::app::Context;

/// How a line stands, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// It must be mended, or a reason given, before anything is issued.
    Fault(String),
    /// It is bent with a reason.
    Bent(String),
    /// Worth knowing.
    Note(String),
}

/// The names by which an item is found: its code, and what it is called.
pub(super) fn names(item: &Item, cx: &Context) -> Vec<String> {
    let shipped = cx.texts.code("item", item.code.as_str());
    let all = [item.code.0.clone(), shipped, item.name.clone(), item.name_en.clone()];
    all.into_iter().filter(|name| !name.is_empty()).collect()
}

/// Why a typed line was not taken; `row` is the one it would be, from 0.
pub(super) fn row_fault(fault: RowFault, item: &Item, row: usize, cx: &Context) -> String {
    let unit = item.unit.code();
    match fault {
        RowFault::Amount(crate::domain::stock::QuantityFault::NotANumber) if item.unit.is_weighed() => {
            cx.t("issue-fault-weight-wanted")
        }
        RowFault::Amount(fault) | RowFault::Tare(fault) => aid_words::odd_quantity(fault, row, cx),
        RowFault::TareOfPieces => cx.t(&format!("issue-fault-tare-{unit}")),
        RowFault::AllTare => cx.t("issue-fault-all-tare"),
    }
}

/// What a limit says: until when, and because of what.
pub(super) fn verdict_words(verdict: &Verdict, item: Option<&Item>, cx: &Context) -> String {
    let day = |day| date::show(day);
    match verdict {
        Verdict::Allowed => cx.t("issue-limit-allowed"),
        Verdict::From { date, because: (act, on) } => cx.tv(
            "issue-limit-from",
            &[("last", day(*on).into()), ("act", act.to_string().into()), ("from", day(*date).into())],
        ),
        Verdict::Never { because: (act, on) } => {
            cx.tv("issue-limit-never", &[("last", day(*on).into()), ("act", act.to_string().into())])
        }
        Verdict::TooMuch { most: 0 } => cx.t("issue-limit-nobody"),
        Verdict::TooMuch { most } => {
            let most =
                item.map_or_else(|| most.to_string(), |item| aid_words::quantity(Quantity(*most), item.unit, cx));
            cx.tv("issue-limit-most", &[("most", most.into())])
        }
    }
}

impl IssueScreen {
    pub(super) fn item_name(&self, code: &ItemCode, cx: &Context) -> String {
        self.catalogue().map_or_else(|| code.to_string(), |catalogue| aid_words::item(code, catalogue, cx))
    }

    /// What can be given of an item.
    pub(super) fn balance(&self, item: &ItemCode) -> Quantity {
        let shelf = self.view.iter().flat_map(|view| &view.shelf).find(|shelf| shelf.item == *item);
        shelf.map_or(Quantity::ZERO, |shelf| shelf.quantity)
    }

    /// Whether they have the right to the programme, or somebody said why they get it without.
    pub(super) fn has_right(&self) -> bool {
        matches!(self.recipient, Recipient::Organisation(_)) || self.ground().is_none_or(Ground::is_right)
    }

    pub(super) fn ground(&self) -> Option<&Ground> {
        let place = self.programme_place()?;
        self.view.as_ref()?.claims.get(place).map(|claim| &claim.ground)
    }

    /// The cart as the office takes it.
    pub(super) fn cart(&self, view: &AidView) -> Cart {
        let line = |row: &Row| CartLine {
            weight: self.item(&row.item).filter(|item| item.unit.is_weighed()).map(|_| Grams(row.net().0)),
            override_reason: row.reason.clone(),
            ..CartLine::new(row.item.clone(), row.net())
        };
        Cart {
            recipient: self.recipient.clone(),
            on: self.on,
            location: self.location.clone(),
            programme: self.programme().map(|programme| programme.code.clone()),
            right_reason: self.right_reason.clone(),
            campaign: None,
            lines: self.basket.rows.iter().map(line).collect(),
            collector: self.collector(),
            note: self.hand_value(super::hand::NOTE),
            seen: Some(view.seen),
        }
    }

    pub(super) fn answers(&self) -> Vec<LineAnswer> {
        self.view.as_ref().map(|view| view.answers(&self.cart(view))).unwrap_or_default()
    }

    fn limit(&self, code: &ItemCode) -> Option<(RuleCode, Verdict)> {
        let place = self.basket.rows.iter().position(|row| row.item == *code)?;
        self.answers().into_iter().nth(place)?.limit.filter(|(_, verdict)| !verdict.is_allowed())
    }

    /// What the strictest limit of an item in the cart says, where it is in the way.
    pub(super) fn verdict(&self, code: &ItemCode) -> Option<Verdict> {
        self.limit(code).map(|(_, verdict)| verdict)
    }

    /// What is to be said of a line.
    pub(super) fn said(&self, place: usize, answer: &LineAnswer, cx: &Context) -> Option<Said> {
        let row = self.basket.rows.get(place)?;
        let item = self.item(&row.item)?;
        if answer.after < Quantity::ZERO {
            return Some(Said::Fault(self.shortage_words(row, item, answer, cx)));
        }
        if let Some((_, text)) = self.refused.iter().find(|(code, _)| *code == row.item) {
            return Some(Said::Fault(text.clone()));
        }
        match &answer.limit {
            Some((_, verdict)) if !verdict.is_allowed() && row.reason.is_empty() => {
                let said = verdict_words(verdict, Some(item), cx);
                let id = if self.less(place).is_some() { "issue-limit-keys-less" } else { "issue-limit-keys" };
                Some(Said::Fault(format!("{said} · {}", cx.t(id))))
            }
            Some((_, verdict)) if !verdict.is_allowed() => {
                Some(Said::Bent(cx.tv("issue-bent", &[("reason", row.reason.as_str().into())])))
            }
            _ => self.goes_first(row, cx).map(Said::Note),
        }
    }

    /// The last day of what is given first, where it is near.
    fn goes_first(&self, row: &Row, cx: &Context) -> Option<String> {
        let shelf = self.view.as_ref()?.shelf.iter().find(|shelf| shelf.item == row.item)?;
        let last = shelf.expires_on.filter(|last| (*last - self.on).num_days() <= 30)?;
        Some(cx.tv("issue-good-until", &[("day", date::show(last).into())]))
    }

    fn shortage_words(&self, row: &Row, item: &Item, answer: &LineAnswer, cx: &Context) -> String {
        let there = (answer.after + row.net()).max(Quantity::ZERO);
        let shelf = self.view.as_ref().and_then(|view| view.shelf.iter().find(|shelf| shelf.item == row.item));
        let expired = shelf.map_or(Quantity::ZERO, |shelf| shelf.expired);
        let words = |amount| aid_words::quantity(amount, item.unit, cx);
        let mut text = if there.is_zero() {
            cx.t("issue-short-none")
        } else {
            cx.tv("issue-short", &[("left", words(there).into()), ("wanted", words(row.net()).into())])
        };
        if !expired.is_zero() {
            text.push_str(&format!(" {}", cx.tv("issue-short-expired", &[("amount", words(expired).into())])));
        }
        if !there.is_zero() {
            text.push_str(&format!(" · {}", cx.tv("issue-take-left", &[("left", words(there).into())])));
        } else if let Some((other, amount)) = self.like_it(row) {
            let name = self.item_name(&other, cx);
            let amount = self.item(&other).map_or_else(String::new, |item| aid_words::quantity(amount, item.unit, cx));
            text.push_str(&format!(
                " · {}",
                cx.tv("issue-take-instead", &[("item", name.into()), ("left", amount.into())])
            ));
        }
        text
    }

    /// Another item of the same group that is there.
    fn like_it(&self, row: &Row) -> Option<(ItemCode, Quantity)> {
        let group = &self.item(&row.item)?.group;
        let view = self.view.as_ref()?;
        let is_like = |code: &ItemCode| self.item(code).is_some_and(|item| item.group == *group);
        let in_cart = |code: &ItemCode| self.basket.rows.iter().any(|other| other.item == *code);
        let found = view.shelf.iter().find(|shelf| {
            shelf.item != row.item && is_like(&shelf.item) && !in_cart(&shelf.item) && shelf.quantity > Quantity::ZERO
        });
        found.map(|shelf| (shelf.item.clone(), shelf.quantity))
    }

    /// How much of a line its limit still gives, where that is less than what stands there.
    fn less(&self, place: usize) -> Option<Quantity> {
        let row = self.basket.rows.get(place)?;
        let (rule, _) = self.limit(&row.item)?;
        let view = self.view.as_ref()?;
        let at = view.rules.iter().position(|known| known.code == rule)?;
        let (rule, standing) = (view.rules.get(at)?, view.standing.get(at)?);
        let weighed = self.item(&row.item)?.unit.is_weighed();
        let counts = matches!((rule.measure, weighed), (Measure::Pieces, false) | (Measure::Grams, true));
        Some(Quantity(standing.left)).filter(|left| counts && *left > Quantity::ZERO && *left < row.net())
    }

    /// Space: what can be given is taken: what is left on the shelf, what the limit still gives, the like that is there.
    pub(super) fn take_offered(&mut self, place: usize) {
        let Some(answer) = self.answers().into_iter().nth(place) else { return };
        let Some(row) = self.basket.rows.get(place).cloned() else { return };
        let there = answer.after + row.net();
        let amount =
            if answer.after < Quantity::ZERO && there > Quantity::ZERO { Some(there) } else { self.less(place) };
        if let Some(amount) = amount {
            let tare = Grams(0);
            self.basket.rows[place] = Row { gross: amount, tare, ..row };
        } else if answer.after < Quantity::ZERO
            && let Some((other, left)) = self.like_it(&row)
        {
            let same_unit = self.item(&other).map(|item| item.unit) == self.item(&row.item).map(|item| item.unit);
            let amount = if same_unit { row.net().min(left) } else { Quantity(1).min(left) };
            self.basket.rows[place] = Row { item: other, gross: amount, tare: Grams(0), reason: String::new() };
        }
        self.changed();
        self.focus = Focus::Row(place);
    }
}

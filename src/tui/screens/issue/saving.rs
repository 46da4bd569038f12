//! F2: the cart becomes an act, or it is said where it cannot, and the desk goes on to the next in the queue.

use super::hand::{COLLECTOR, NAME, ON, PAPER};
use super::offer::{Said, verdict_words};
use super::{Focus, IssueScreen};
use crate::domain::aid::{AidFault, Collector, Recipient};
use crate::domain::date;
use crate::domain::stock::{Grams, ItemCode, Quantity};
use crate::office::OfficeError;
use crate::office::aid_room::IssuedAct;
use crate::tui::aid_words;
use crate::tui::app::message::aid::AidAsk;
use crate::tui::app::{Context, Effect, Go, Step, Toast};
use crate::tui::screens::registration::fault_note;
use crate::tui::widgets::chrome::show_moment;

impl IssueScreen {
    /// Everything that can be seen without the file is said here, at its line; the office asks the file again.
    pub(super) fn save(&mut self, cx: &mut Context) -> Step {
        let Some(view) = self.view.clone() else { return Step::stay() };
        // A line that was typed and not entered is meant too.
        if !self.entry.is_empty() && !self.add(cx) {
            self.focus = Focus::Entry;
            let text = self.entry_fault.clone().unwrap_or_default();
            return Step::stay().saying(Toast::warning(text));
        }
        let looked = self.settle_hand(cx);
        if let Err(text) = self.day(cx) {
            return self.fault_below(ON, text);
        }
        if !looked.effects.is_empty() {
            // The day has changed: what limits and shelf say of it must be seen before it is issued.
            return looked;
        }
        if let Some(since) = view.who.closed_on {
            let text = cx.tv("issue-closed", &[("since", date::show(since).into())]);
            return Step::stay().saying(Toast::warning(text));
        }
        if self.basket.rows.is_empty() {
            self.focus = Focus::Entry;
            return Step::stay().saying(Toast::warning(cx.t("issue-empty")));
        }
        if !self.has_right() && self.right_reason.is_empty() {
            return Step::stay().saying(Toast::warning(cx.t("issue-no-right-reason")));
        }
        let answers = self.answers();
        let fault = answers.iter().enumerate().find_map(|(place, answer)| match self.said(place, answer, cx) {
            Some(Said::Fault(text)) => Some((place, text)),
            _ => None,
        });
        if let Some((place, text)) = fault {
            // What was refused once may have been mended at another desk: the second press asks the office again.
            let is_refused = self.basket.rows.get(place).is_some_and(|row| self.was_refused(&row.item));
            if !is_refused {
                let name = self.basket.rows.get(place).map(|row| self.item_name(&row.item, cx)).unwrap_or_default();
                return self.stand_on(place, format!("{name}: {text}"));
            }
        }
        if let Collector::Other { name, paper } = self.collector() {
            if name.is_empty() {
                let id = if self.hand.field(NAME).is_some() { NAME } else { COLLECTOR };
                return self.fault_below(id, cx.t("issue-collector-wanted"));
            }
            // Somebody from outside carries a family's aid away by a paper alone.
            if paper.is_empty() && !matches!(self.recipient, Recipient::Organisation(_)) {
                return self.fault_below(PAPER, cx.t("issue-paper-wanted"));
            }
        }
        self.is_saving = true;
        let cart = Box::new(self.cart(&view));
        Step::effect(Effect::Aid(AidAsk::Issue { deed: self.deed, cart }))
    }

    fn was_refused(&self, item: &ItemCode) -> bool {
        self.refused.iter().any(|(code, _)| code == item)
    }

    fn fault_below(&mut self, id: &'static str, text: String) -> Step {
        self.focus = Focus::Hand;
        self.hand.note(id, Some(fault_note(text.clone())));
        self.hand.focus_on(id);
        Step::stay().saying(Toast::warning(text))
    }

    /// The act is made: its number is said, and the search is open for the next.
    pub(super) fn issued(&mut self, issued: &IssuedAct, cx: &Context) -> Step {
        self.is_saving = false;
        let said = cx.tv(
            "issue-done",
            &[
                ("act", issued.number.to_string().into()),
                ("name", self.title_name().into()),
                ("totals", self.totals(issued.weight, cx).into()),
            ],
        );
        Step::go(Go::Search).saying(Toast::good(said))
    }

    /// The office said no: at the line where it is about one.
    pub(super) fn refuse(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_saving = false;
        let text = match fault {
            // The sentence of the office says who and when; here there is room for what.
            OfficeError::Aid(AidFault::Stale { by, at, action }) => cx.tv(
                "issue-stale",
                &[
                    ("what", cx.texts.code("deed", action).into()),
                    ("by", by.as_str().into()),
                    ("at", show_moment(*at).into()),
                ],
            ),
            fault => cx.texts.say(fault),
        };
        let line = match fault {
            OfficeError::Aid(aid) => line_of(aid),
            _ => None,
        };
        let look = self.look();
        match line.and_then(|line| self.basket.rows.get(line).map(|row| (line, row.item.clone()))) {
            Some((line, item)) => {
                let text = match fault {
                    OfficeError::Aid(AidFault::Limit { verdict, .. }) => verdict_words(verdict, self.item(&item), cx),
                    _ => text,
                };
                // A shortage names its item by itself.
                let said = match fault {
                    OfficeError::Aid(AidFault::Shortage(_)) => text.clone(),
                    _ => format!("{}: {text}", self.item_name(&item, cx)),
                };
                self.refused.push((item, text));
                self.stand_on(line, said).with(look)
            }
            // What another desk did is read at once; F2 again issues to them as they are now.
            None => Step::effect(look).saying(Toast::warning(text)),
        }
    }

    pub(super) fn title_name(&self) -> String {
        match (&self.recipient, &self.view) {
            (Recipient::Fresh(fresh), _) => fresh.name.full(),
            (_, Some(view)) => view.who.name.clone(),
            _ => String::new(),
        }
    }

    /// `16,8 кг · 3 шт.`: everything together, by weight and by piece.
    pub(super) fn totals(&self, weight: Grams, cx: &Context) -> String {
        let pieces: Quantity = self
            .basket
            .rows
            .iter()
            .filter(|row| self.item(&row.item).is_some_and(|item| !item.unit.is_weighed()))
            .map(super::cart::Row::net)
            .sum();
        let mut parts = Vec::new();
        if weight.0 > 0 {
            parts.push(cx.tv("issue-total-weight", &[("weight", aid_words::kilograms(weight, cx).into())]));
        }
        if !pieces.is_zero() {
            parts.push(cx.tv("issue-total-pieces", &[("count", pieces.0.into())]));
        }
        parts.join(" · ")
    }
}

fn line_of(fault: &AidFault) -> Option<usize> {
    match fault {
        AidFault::Quantity { line, .. }
        | AidFault::Limit { line, .. }
        | AidFault::ExpiredLot { line, .. }
        | AidFault::Expiry { line, .. } => Some(*line),
        AidFault::Shortage(missing) => Some(missing.line),
        _ => None,
    }
}

//! What a key does: in the line to type in, on a line of the cart, below.

use super::cart::{Row, RowFault};
use super::entry::{self, Typed};
use super::{Asking, Focus, IssueScreen, Run, offer};
use crate::domain::stock::{Grams, ItemCode, Quantity};
use crate::search::small::Grade;
use crate::tui::app::{Context, Go, Step, Toast};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::Event;

/// How many meanings of a typed name are offered.
const OFFERED: usize = 6;

/// What a bag or a box weighs in this office where nobody said otherwise.
fn usual_tare(cx: &Context) -> Grams {
    let settings = cx.session.as_ref().map(|session| session.settings.clone()).unwrap_or_default();
    Grams(settings.usual_tare.into())
}

impl IssueScreen {
    pub(super) fn press(&mut self, key: Key, cx: &mut Context) -> Step {
        match self.focus {
            Focus::Entry => self.press_entry(key, cx),
            Focus::Row(place) => self.press_row(place, key, cx),
            Focus::Hand => self.press_hand(key, cx),
        }
    }

    /// Text that arrived at once. A few digits are digits; anything longer is what is typed.
    pub(super) fn burst(&mut self, text: &str, cx: &mut Context) -> Step {
        let is_digit = text.trim().len() == 1 && self.entry.is_empty();
        if let (true, Some(sign)) = (is_digit, text.trim().chars().next()) {
            return self.press(Key::Char(sign), cx);
        }
        match self.focus {
            Focus::Hand => {
                self.hand.text(text);
            }
            Focus::Entry | Focus::Row(_) => {
                self.focus = Focus::Entry;
                self.run = None;
                if self.entry.insert(text) {
                    self.offer_items(cx);
                }
            }
        }
        Step::stay()
    }

    fn press_entry(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.entry.is_empty()
            && let Key::Char(sign) = key
            && self.press_empty(sign, cx)
        {
            return Step::stay();
        }
        if !matches!(key, Key::Char(_)) {
            self.run = None;
        }
        match key {
            Key::Esc if !self.entry.is_empty() => {
                self.put_back();
                self.clear_entry();
            }
            Key::Esc => return self.leave(cx),
            Key::Enter | Key::Tab if !self.entry.is_empty() => {
                let is_taken = self.add(cx);
                if key == Key::Tab && is_taken {
                    self.turn_to_hand();
                }
            }
            Key::Enter if self.basket.rows.is_empty() => {}
            Key::Enter | Key::Tab => self.turn_to_hand(),
            Key::BackTab => {
                self.focus = Focus::Hand;
                self.hand.back();
            }
            Key::Down if self.offered.len() > self.offer + 1 => self.offer += 1,
            Key::Up if self.offer > 0 => self.offer -= 1,
            Key::Down if self.entry.is_empty() && !self.basket.rows.is_empty() => self.focus = Focus::Row(0),
            Key::Down if self.entry.is_empty() => self.turn_to_hand(),
            Key::Delete if self.entry.is_empty() => {
                self.basket.rows.pop();
                self.changed();
            }
            key => {
                if self.entry.key(key) {
                    self.offer_items(cx);
                }
            }
        }
        Step::stay()
    }

    /// A sign typed into the empty line: a digit of the standard set, all of it, the tare. Returns whether it was one.
    fn press_empty(&mut self, sign: char, cx: &mut Context) -> bool {
        if let Some(digit) = sign.to_digit(10) {
            return self.press_digit(sign, usize::try_from(digit).unwrap_or(0), cx);
        }
        if let (',' | '.' | ' ', Some(run)) = (sign, self.run.take()) {
            // It was an amount after all: «4,2 одяг».
            self.basket = run.before;
            self.entry.set(&format!("{}{sign}", run.typed));
            self.offer_items(cx);
            return true;
        }
        match sign {
            '+' | '*' => {
                let set: Vec<(ItemCode, Quantity)> =
                    self.set().into_iter().map(|(item, quantity)| (item.code.clone(), quantity)).collect();
                set.into_iter().for_each(|(item, quantity)| self.put_of_set(&item, quantity, cx));
                true
            }
            '-' => {
                let place = self
                    .basket
                    .rows
                    .iter()
                    .rposition(|row| self.item(&row.item).is_some_and(|item| item.unit.is_weighed()));
                if let Some(place) = place {
                    self.turn_tare(place, cx);
                }
                true
            }
            ' ' => true,
            _ => false,
        }
    }

    fn press_digit(&mut self, sign: char, digit: usize, cx: &mut Context) -> bool {
        let line = digit.checked_sub(1).and_then(|place| self.set().into_iter().nth(place));
        let Some((item, quantity)) = line.map(|(item, quantity)| (item.code.clone(), quantity)) else {
            // No such line of the set: digits before it were an amount too.
            let Some(run) = self.run.take() else { return false };
            self.basket = run.before;
            self.entry.set(&format!("{}{sign}", run.typed));
            self.offer_items(cx);
            return true;
        };
        let before = self.basket.clone();
        self.run.get_or_insert_with(|| Run { typed: String::new(), before }).typed.push(sign);
        self.put_of_set(&item, quantity, cx);
        true
    }

    fn put_of_set(&mut self, code: &ItemCode, quantity: Quantity, cx: &Context) {
        let Some(item) = self.item(code).cloned() else { return };
        let typed = Typed { name: String::new(), amount: Some(quantity.show(item.unit)), tare: None };
        let put = self.basket.put(&item, &typed, usual_tare(cx));
        let row = self.basket.rows.len();
        self.entry_fault = put.err().map(|fault| offer::row_fault(fault, &item, row, cx));
        self.changed();
    }

    /// Puts what is typed into the cart; whether it could be.
    pub(super) fn add(&mut self, cx: &Context) -> bool {
        let typed = entry::split(&self.entry.text());
        let meant = self.offered.get(self.offer).and_then(|code| self.item(code)).cloned();
        let Some(item) = meant else {
            let id = if typed.name.is_empty() { "issue-no-name" } else { "issue-unknown-item" };
            self.entry_fault = Some(cx.tv(id, &[("name", typed.name.into())]));
            return false;
        };
        match self.basket.put(&item, &typed, self.tare(cx)) {
            Ok(place) => {
                if let (Some((at, lifted)), true) = (self.lifted.take(), place + 1 == self.basket.rows.len()) {
                    // A corrected line goes back to its place, and its reason with it.
                    let mut row = self.basket.rows.remove(place);
                    if row.item == lifted.item {
                        row.reason = lifted.reason;
                    }
                    self.basket.rows.insert(at.min(self.basket.rows.len()), row);
                }
                self.clear_entry();
                self.changed();
                true
            }
            Err(fault) => {
                self.entry_fault = Some(offer::row_fault(fault, &item, self.basket.rows.len(), cx));
                false
            }
        }
    }

    /// The tare that was subtracted last, else what is usual.
    fn tare(&self, cx: &Context) -> Grams {
        let last = self.basket.rows.iter().rev().map(|row| row.tare).find(|tare| tare.0 > 0);
        last.unwrap_or_else(|| usual_tare(cx))
    }

    fn turn_tare(&mut self, place: usize, cx: &Context) {
        let Some(item) = self.basket.rows.get(place).and_then(|row| self.item(&row.item)).cloned() else { return };
        let turned = self.basket.turn_tare(place, &item, usual_tare(cx));
        self.entry_fault = turned.err().map(|fault: RowFault| offer::row_fault(fault, &item, place, cx));
        self.changed();
    }

    fn clear_entry(&mut self) {
        self.entry.clear();
        self.entry_fault = None;
        self.offered.clear();
        self.offer = 0;
        self.run = None;
    }

    /// What the typed words can mean: the best first, of equals what is on the shelf.
    pub(super) fn offer_items(&mut self, cx: &Context) {
        self.entry_fault = None;
        self.offer = 0;
        let typed = entry::split(&self.entry.text());
        self.offered = match (self.catalogue(), typed.name.is_empty()) {
            (Some(catalogue), false) => {
                let mut found: Vec<(Grade, bool, i64, u32, ItemCode)> = catalogue
                    .offered_items(self.on)
                    .filter_map(|item| {
                        let names = offer::names(item, cx);
                        let names: Vec<&str> = names.iter().map(String::as_str).collect();
                        let (how, score) = entry::rank(&typed.name, &names)?;
                        let is_gone = self.balance(&item.code).is_zero();
                        Some((how, is_gone, score, item.position, item.code.clone()))
                    })
                    .collect();
                found.sort();
                found.into_iter().take(OFFERED).map(|(.., code)| code).collect()
            }
            _ => Vec::new(),
        };
    }

    fn press_row(&mut self, place: usize, key: Key, cx: &mut Context) -> Step {
        let last = self.basket.rows.len().saturating_sub(1);
        match key {
            Key::Esc | Key::BackTab | Key::Home => self.focus = Focus::Entry,
            Key::Up => self.focus = place.checked_sub(1).map_or(Focus::Entry, Focus::Row),
            Key::Down if place < last => self.focus = Focus::Row(place + 1),
            Key::End => self.focus = Focus::Row(last),
            Key::Down | Key::Tab => self.turn_to_hand(),
            Key::Delete | Key::Backspace => self.take_out(),
            Key::Enter => {
                self.lift(place);
                let typed = self.lifted.as_ref().map(|(_, row)| self.row_as_typed(row, cx)).unwrap_or_default();
                self.entry.set(&typed);
                self.offer_items(cx);
            }
            Key::Char(' ') => self.take_offered(place),
            Key::Char('-') => self.turn_tare(place, cx),
            Key::Char(sign) if sign.is_ascii_digit() => {
                self.lift(place);
                let name = self.lifted.as_ref().map(|(_, row)| self.item_name(&row.item, cx)).unwrap_or_default();
                self.entry.set(&format!("{name} {sign}"));
                self.offer_items(cx);
            }
            Key::Char(_) => {
                self.focus = Focus::Entry;
                return self.press_entry(key, cx);
            }
            _ => {}
        }
        Step::stay()
    }

    /// Takes a line out of the cart into the line to type in, to be corrected; Esc puts it back.
    fn lift(&mut self, place: usize) {
        if place < self.basket.rows.len() {
            self.put_back();
            self.lifted = Some((place, self.basket.rows.remove(place)));
            self.focus = Focus::Entry;
        }
    }

    fn put_back(&mut self) {
        if let Some((at, row)) = self.lifted.take() {
            self.basket.rows.insert(at.min(self.basket.rows.len()), row);
        }
    }

    fn row_as_typed(&self, row: &Row, cx: &Context) -> String {
        let Some(item) = self.item(&row.item) else { return String::new() };
        let name = self.item_name(&row.item, cx);
        let gross = row.gross.show(item.unit).replace('\u{a0}', "");
        if row.tare.0 == 0 { format!("{name} {gross}") } else { format!("{name} {gross}-{}", row.tare.kilograms()) }
    }

    /// F8 or Delete: the line under the cursor, else the last one.
    pub(super) fn take_out(&mut self) {
        let place = match self.focus {
            Focus::Row(place) => place,
            _ => self.basket.rows.len().saturating_sub(1),
        };
        if place < self.basket.rows.len() {
            self.basket.rows.remove(place);
        }
        self.changed();
        self.clamp();
    }

    fn turn_to_hand(&mut self) {
        self.focus = Focus::Hand;
        let first = self.hand.fields.first().map(|field| field.id);
        if let Some(first) = first {
            self.hand.jump_to(first);
        }
    }

    fn press_hand(&mut self, key: Key, cx: &mut Context) -> Step {
        let is_first = self.hand.focus == Some(0);
        if key == Key::Esc || (is_first && matches!(key, Key::Up | Key::BackTab)) {
            let step = self.settle_hand(cx);
            self.hand.focus = None;
            self.focus = match (key, self.basket.rows.len().checked_sub(1)) {
                (Key::Up, Some(last)) => Focus::Row(last),
                _ => Focus::Entry,
            };
            return step;
        }
        match (self.hand.key(key), key) {
            (Event::PastEnd, Key::Enter) => {
                self.turn_to_hand();
                self.save(cx)
            }
            (Event::PastEnd, _) => {
                self.focus = Focus::Entry;
                self.hand.focus = None;
                self.settle_hand(cx)
            }
            (Event::Left(_), _) => self.settle_hand(cx),
            (Event::Changed, _) => self.heard_hand(cx),
            _ => Step::stay(),
        }
    }

    fn leave(&mut self, cx: &Context) -> Step {
        if !self.basket.rows.is_empty() {
            self.asking = Some(Asking::Leaving);
            return Step::push(Dialog::discard(cx));
        }
        Step::go(Go::Pop)
    }

    /// The line that keeps somebody from issuing, with what is to be said.
    pub(super) fn stand_on(&mut self, place: usize, text: String) -> Step {
        self.focus = Focus::Row(place);
        Step::stay().saying(Toast::warning(text))
    }
}

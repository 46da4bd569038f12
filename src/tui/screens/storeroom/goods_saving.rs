//! Saving a paper that moves goods: what must stand in its head, what it says to the office, where a refusal is shown.

use super::goods::{DOCUMENT, GoodsForm, LINE, NOTE, ON, PARTNER, PaperLine, Purpose, REASONS, TO, WHY, WORDS};
use crate::domain::aid::AidFault;
use crate::domain::date;
use crate::office::OfficeError;
use crate::office::storeroom::{Receipt, ReceiptLine, Removal, RemovalLine};
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomDeed};
use crate::tui::app::{Context, Effect, Step, Toast};
use crate::tui::widgets::form::{Field, Kind};
use chrono::NaiveDate;

impl GoodsForm {
    /// The day of the paper. None where it is no day, or one that is yet to come.
    pub(super) fn day(&self, cx: &Context) -> Option<NaiveDate> {
        date::parse(&self.form.value(ON), cx.today()).ok().filter(|day| *day <= cx.today())
    }

    /// Checks the head. Errors: the field that has to be mended, and the sentence.
    fn head_fault(&self, cx: &Context) -> Option<(&'static str, String)> {
        match date::parse(&self.form.value(ON), cx.today()) {
            Err(_) => return Some((ON, cx.t("goods-day-odd"))),
            Ok(day) if day > cx.today() => return Some((ON, cx.t("goods-day-future"))),
            Ok(_) => {}
        }
        match self.purpose {
            Purpose::Receipt if self.form.value(PARTNER).is_empty() => Some((PARTNER, cx.t("goods-partner-wanted"))),
            Purpose::WriteOff if self.why().is_empty() => Some((WORDS, cx.t("goods-reason-wanted"))),
            Purpose::Transfer if self.picked_place(TO).is_none_or(|to| to.code == self.location) => {
                Some((TO, cx.t("goods-place-same")))
            }
            _ => None,
        }
    }

    /// Why it is written off: the chosen word, and what was typed.
    fn why(&self) -> String {
        let picked = self.form.field(WHY).map_or(0, Field::picked);
        let words = self.form.value(WORDS);
        match self.form.field(WHY).map(|field| &field.kind) {
            Some(Kind::Choice { options, .. }) if picked + 1 < REASONS.len() => {
                let word = options
                    .get(picked)
                    .map(|word| word.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' '));
                let word = word.unwrap_or_default();
                if words.is_empty() { word.to_owned() } else { format!("{word}: {words}") }
            }
            _ => words,
        }
    }

    /// F2: takes what is still in the entry, checks everything, and writes it.
    pub(super) fn save(&mut self, cx: &mut Context) -> Step {
        if self.is_waiting || self.shelf.is_none() {
            return Step::stay();
        }
        if !self.form.value(LINE).is_empty() {
            self.form.focus_on(LINE);
            self.offer(cx);
            let Some(place) = self.offered.first().copied() else {
                self.fault(LINE, cx.t("goods-unknown-item"));
                return Step::stay();
            };
            self.form.suggest(Vec::new());
            self.add(place, cx);
            if !self.form.value(LINE).is_empty() {
                return Step::stay();
            }
        }
        if let Some((id, text)) = self.head_fault(cx) {
            self.fault(id, text);
            return Step::stay();
        }
        if self.lines.is_empty() {
            self.fault(LINE, cx.t("goods-nothing"));
            return Step::stay();
        }
        let Some(on) = self.day(cx) else { return Step::stay() };
        self.is_waiting = true;
        Step::effect(Effect::Storeroom(StoreroomAsk::Do(self.deed, self.written(on))))
    }

    /// The paper as the office takes it.
    fn written(&self, on: NaiveDate) -> StoreroomDeed {
        let location = self.location.clone();
        if self.purpose == Purpose::Receipt {
            let line = |line: &PaperLine| ReceiptLine {
                item: line.item.clone(),
                quantity: line.quantity,
                weight: None,
                expires_on: line.until,
            };
            let receipt = Receipt {
                on,
                location,
                partner: self.giver().cloned(),
                document: self.form.value(DOCUMENT),
                lines: self.lines.iter().map(line).collect(),
                note: String::new(),
            };
            return match receipt.partner {
                Some(_) => StoreroomDeed::Receive(receipt),
                None => StoreroomDeed::ReceiveFrom(self.form.value(PARTNER), receipt),
            };
        }
        let line = |line: &PaperLine| RemovalLine { item: line.item.clone(), quantity: line.quantity, lot: None };
        let lines = self.lines.iter().map(line).collect();
        let is_written_off = self.purpose == Purpose::WriteOff;
        let (reason, note) =
            if is_written_off { (self.why(), String::new()) } else { (String::new(), self.form.value(NOTE)) };
        let removal = Removal { on, location, lines, reason, note };
        match self.picked_place(TO) {
            Some(to) if !is_written_off => StoreroomDeed::Transfer(removal, to.code.clone()),
            _ => StoreroomDeed::WriteOff(removal),
        }
    }

    /// A refusal stands where it can be mended; what is typed stays.
    pub(super) fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        let text = cx.texts.say(fault);
        if let OfficeError::Aid(fault) = fault {
            let line = match fault {
                AidFault::Shortage(short) => Some(short.line),
                AidFault::Quantity { line, .. } | AidFault::ExpiredLot { line, .. } | AidFault::Expiry { line, .. } => {
                    Some(*line)
                }
                _ => None,
            };
            let field = match fault {
                AidFault::FutureDate(_) => Some(ON),
                AidFault::NoDonor => Some(PARTNER),
                AidFault::SameLocation => Some(TO),
                _ => None,
            };
            if let Some(line) = line.filter(|line| *line < self.lines.len()) {
                self.chosen = Some(line);
                self.short = Some((line, text));
                return Step::effect(self.ask());
            }
            if let Some(id) = field.filter(|id| self.form.field(id).is_some()) {
                self.fault(id, text);
                return Step::stay();
            }
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }
}

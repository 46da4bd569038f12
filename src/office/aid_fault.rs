//! The sentences of why an act cannot be so.

use crate::domain::aid::AidFault;
use crate::domain::date::show;
use crate::domain::limit::Verdict;
use crate::domain::stock::{Quantity, QuantityFault, Unit};
use crate::text::{Sentence, Value};
use std::borrow::Cow;

type Said = (Cow<'static, str>, Vec<(&'static str, Value)>);

impl Sentence for AidFault {
    fn sentence(&self) -> Said {
        let plain = |id: &'static str| (Cow::Borrowed(id), Vec::new());
        let of = |id: &'static str, values: Vec<(&'static str, Value)>| (Cow::Borrowed(id), values);
        let text = |text: &str| Value::from(text);
        // Lines are counted from 1 where people read.
        let row = |line: usize| Value::from(line.saturating_add(1));
        let day = |date| Value::from(show(date));
        match self {
            Self::Empty => plain("aid-fault-empty"),
            Self::Quantity { line, fault, .. } => {
                let (id, mut values) = fault.sentence();
                values.push(("row", row(*line)));
                (id, values)
            }
            Self::Unknown { what, code } => {
                (format!("aid-fault-unknown-{}", what.code()).into(), vec![("code", text(code))])
            }
            Self::Off { what, code, since } => {
                (format!("aid-fault-off-{}", what.code()).into(), vec![("code", text(code)), ("since", day(*since))])
            }
            Self::FutureDate(date) => of("aid-fault-future", vec![("date", day(*date))]),
            Self::BeforeProgramme { starts_on, .. } => {
                of("aid-fault-before-programme", vec![("date", day(*starts_on))])
            }
            Self::AfterProgramme { ends_on, .. } => of("aid-fault-after-programme", vec![("date", day(*ends_on))]),
            Self::ClosedFamily { since } => of("aid-fault-closed-family", vec![("since", day(*since))]),
            Self::Died { on } => of("aid-fault-died", vec![("date", day(*on))]),
            Self::NoRight { .. } => plain("aid-fault-no-right"),
            Self::Limit { line, verdict, .. } => limit(row(*line), verdict),
            Self::Shortage(missing) => {
                let shown = |quantity: Quantity| Value::from(quantity.show(missing.unit));
                let values = vec![
                    ("row", row(missing.line)),
                    ("item", Value::Code("item", missing.item.to_string())),
                    ("wanted", shown(missing.wanted)),
                    ("left", shown(missing.left)),
                    ("unit", text(missing.unit.code())),
                    ("expired", shown(missing.expired)),
                ];
                if missing.expired.is_zero() {
                    of("aid-fault-shortage", values)
                } else {
                    of("aid-fault-shortage-expired", values)
                }
            }
            Self::ExpiredLot { line, expires_on, .. } => {
                of("aid-fault-expired-lot", vec![("row", row(*line)), ("date", day(*expires_on))])
            }
            Self::Expiry { line, expires_on: None, .. } => of("aid-fault-expiry-wanted", vec![("row", row(*line))]),
            Self::Expiry { line, expires_on: Some(date), .. } => {
                of("aid-fault-expiry-past", vec![("row", row(*line)), ("date", day(*date))])
            }
            Self::Stale { by, at, .. } => {
                of("aid-fault-stale", vec![("by", text(by)), ("at", super::fault::moment(at))])
            }
            Self::NotACollector => plain("aid-fault-not-a-collector"),
            Self::NoCollector => plain("aid-fault-no-collector"),
            Self::Served { act, at, desk, by } => of(
                "aid-fault-served",
                vec![
                    ("act", Value::from(act.to_string())),
                    ("at", super::fault::moment(at)),
                    ("desk", text(desk)),
                    ("by", text(by)),
                ],
            ),
            Self::Reversed { by } => of("aid-fault-reversed", vec![("act", Value::from(by.to_string()))]),
            Self::IsReversal => plain("aid-fault-is-reversal"),
            Self::GoodsGone { item, unit, missing, acts } => {
                let acts: Vec<String> = acts.iter().map(ToString::to_string).collect();
                let values = vec![
                    ("item", Value::Code("item", item.to_string())),
                    ("missing", Value::from(missing.show(*unit))),
                    ("unit", text(unit.code())),
                    ("acts", Value::from(acts.join(", "))),
                ];
                of(if acts.is_empty() { "aid-fault-goods-gone-alone" } else { "aid-fault-goods-gone" }, values)
            }
            Self::NoSuchAct => plain("aid-fault-no-such-act"),
            Self::NotAKit(_) => plain("aid-fault-not-a-kit"),
            Self::NoComposition(_) => plain("aid-fault-no-composition"),
            Self::SameLocation => plain("aid-fault-same-location"),
            Self::NoDonor => plain("aid-fault-no-donor"),
            Self::CountUnderWay { begun_on } => of("aid-fault-count-under-way", vec![("date", day(*begun_on))]),
            Self::NoSuchCount => plain("aid-fault-no-such-count"),
            Self::NothingCounted => plain("aid-fault-nothing-counted"),
            Self::SamePerson => plain("aid-fault-same-person"),
            Self::KeyTaken(key) => of("aid-fault-key-taken", vec![("key", text(key))]),
        }
    }
}

fn limit(row: Value, verdict: &Verdict) -> Said {
    let mut values = vec![("row", row)];
    let id = match verdict {
        Verdict::Allowed => "aid-fault-limit",
        Verdict::From { date, because } => {
            values.extend([
                ("date", Value::from(show(*date))),
                ("act", Value::from(because.0.to_string())),
                ("last", Value::from(show(because.1))),
            ]);
            "aid-fault-limit-from"
        }
        Verdict::Never { because } => {
            values.extend([("act", Value::from(because.0.to_string())), ("last", Value::from(show(because.1)))]);
            "aid-fault-limit-never"
        }
        Verdict::TooMuch { most: 0 } => "aid-fault-limit-nobody",
        Verdict::TooMuch { .. } => "aid-fault-limit-too-much",
    };
    (Cow::Borrowed(id), values)
}

impl Sentence for QuantityFault {
    fn sentence(&self) -> Said {
        let unit = |unit: Unit| ("unit", Value::from(unit.code()));
        match self {
            Self::NotANumber => ("quantity-fault-not-a-number".into(), Vec::new()),
            Self::Zero => ("quantity-fault-zero".into(), Vec::new()),
            Self::Negative => ("quantity-fault-negative".into(), Vec::new()),
            Self::TooMuch { most, unit: of } => {
                ("quantity-fault-too-much".into(), vec![("most", Value::from(most.show(*of))), unit(*of)])
            }
            Self::WholeOnly { unit: of } => ("quantity-fault-whole-only".into(), vec![unit(*of)]),
            Self::TooFine => ("quantity-fault-too-fine".into(), Vec::new()),
            Self::WeightOfPieces { unit: of } => ("quantity-fault-weight-of-pieces".into(), vec![unit(*of)]),
            Self::PiecesOfWeight => ("quantity-fault-pieces-of-weight".into(), Vec::new()),
        }
    }
}

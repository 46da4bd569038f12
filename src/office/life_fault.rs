//! What a refused event says: ids of the texts in `assets/locales/*/lives.ftl`.

use super::fault::moment;
use crate::domain::date::show;
use crate::domain::life::check::LifeFault;
use crate::text::{Sentence, Value};
use chrono::NaiveDate;
use std::borrow::Cow;

impl Sentence for LifeFault {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let day = |day: &NaiveDate| ("day", Value::from(show(*day)));
        let name = |name: &String| ("name", Value::from(name.as_str()));
        let (id, values) = match self {
            Self::InFuture(on) => ("life-in-future", vec![day(on)]),
            Self::BeforeRegistered { day: on } => ("life-before-registered", vec![day(on)]),
            Self::BeforeJoined { name: who, day: on } => ("life-before-joined", vec![name(who), day(on)]),
            Self::BeforeBegan { day: on } => ("life-before-began", vec![day(on)]),
            Self::BeforeBirth { day: on } => ("life-before-birth", vec![day(on)]),
            Self::HeadNeeded { number, choices } => {
                let names: Vec<String> = choices.iter().map(|(_, name)| name.short()).collect();
                let values = vec![("number", Value::from(number.to_string())), ("choices", names.join(", ").into())];
                ("life-head-needed", values)
            }
            Self::HeadLeaves { name: who } => ("life-head-leaves", vec![name(who)]),
            Self::NotMember => ("life-not-member", Vec::new()),
            Self::LeftAlready { name: who, on, by, at: Some(at) } => {
                ("life-left-already-by", vec![name(who), day(on), ("by", by.as_str().into()), ("at", moment(at))])
            }
            Self::LeftAlready { name: who, on, at: None, .. } => ("life-left-already", vec![name(who), day(on)]),
            Self::DiedAlready { name: who, on } => ("life-died-already", vec![name(who), day(on)]),
            Self::MemberAlready { name: who, number, since } => {
                ("life-member-already", vec![name(who), ("number", number.to_string().into()), day(since)])
            }
            Self::SameFamily => ("life-same-family", Vec::new()),
            Self::WholeFamily => ("life-whole-family", Vec::new()),
            Self::Nobody => ("life-nobody", Vec::new()),
            Self::OneHead => ("life-one-head", Vec::new()),
            Self::SecondHead { number } => ("life-second-head", vec![("number", number.to_string().into())]),
            Self::HeadAlready { name: who } => ("life-head-already", vec![name(who)]),
            Self::NoNewName => ("life-no-new-name", Vec::new()),
            Self::SameAddress => ("life-same-address", Vec::new()),
            Self::NoSuchCategory => ("life-no-such-category", Vec::new()),
            Self::CategoryInForce { until: Some(until), .. } => ("life-category-in-force-until", vec![day(until)]),
            Self::CategoryInForce { until: None, .. } => ("life-category-in-force", Vec::new()),
            Self::CategoryEnded { until } => ("life-category-ended", vec![day(until)]),
            Self::EndsBeforeBegins => ("life-ends-before-begins", Vec::new()),
            Self::Closed { since } => ("life-closed", vec![day(since)]),
            Self::Open { since } => ("life-open", vec![day(since)]),
            Self::ReasonWanted => ("life-reason-wanted", Vec::new()),
            Self::CollectorIsMember { name: who } => ("life-collector-is-member", vec![name(who)]),
            Self::CollectorNameless => ("life-collector-nameless", Vec::new()),
            Self::NoSuchCollector => ("life-no-such-collector", Vec::new()),
        };
        (id.into(), values)
    }
}

//! What a match and a likeness say to a person: ids of the texts in `assets/locales/*/search.ftl`.

use super::{Likeness, Part, Reason, Why};
use crate::text::{Sentence, Value};
use std::borrow::Cow;

impl Sentence for Why {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let (id, values) = match self {
            Self::Name => ("why-name", Vec::new()),
            Self::Layout => ("why-layout", Vec::new()),
            Self::Latin => ("why-latin", Vec::new()),
            Self::Near(part, stored) => (part.says(), vec![("stored", stored.as_str().into())]),
            Self::Phone(last) => ("why-phone", vec![("last", last.as_str().into())]),
            Self::Document => ("why-document", Vec::new()),
            Self::Number => ("why-number", Vec::new()),
            Self::Birth => ("why-birth", Vec::new()),
            Self::Address => ("why-address", Vec::new()),
            Self::Renamed(street) => {
                ("why-renamed", vec![("now", street.now.as_str().into()), ("was", street.was.as_str().into())])
            }
            Self::Former(surname) => ("why-former", vec![("former", surname.as_str().into())]),
        };
        (id.into(), values)
    }
}

impl Part {
    fn says(self) -> &'static str {
        match self {
            Self::Surname => "why-near-surname",
            Self::Given => "why-near-given",
            Self::Patronymic => "why-near-patronymic",
            Self::Street => "why-near-street",
            Self::Settlement => "why-near-settlement",
        }
    }
}

impl Sentence for Reason {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let id = match self {
            Self::SameDocument => "likely-same-document",
            Self::SamePhone => "likely-same-phone",
            Self::SameNameAndBirth => "likely-same-name-and-birth",
            Self::CloseNameSameBirth => "likely-close-name-same-birth",
            Self::FormerName => "likely-former-name",
            Self::OtherSurname => "likely-other-surname",
            Self::SameNameBirthSlip => "likely-same-name-birth-slip",
            Self::SameName => "likely-same-name",
            Self::SurnameAndAddress => "likely-surname-and-address",
        };
        (id.into(), Vec::new())
    }
}

impl Sentence for Likeness {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let id = match self {
            Self::Possible => "likeness-possible",
            Self::Probable => "likeness-probable",
            Self::Certain => "likeness-certain",
        };
        (id.into(), Vec::new())
    }
}

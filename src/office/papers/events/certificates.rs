//! Certificates of those who completed a course: a page each.

use super::super::Paper;
use super::super::words::PaperWords;
use super::{About, long_day};
use crate::domain::certificate::Certificate;
use crate::domain::person::{PersonName, Sex};
use crate::domain::sheet::Sheet;
use chrono::NaiveDate;

/// Somebody who completed the course.
pub(in crate::office::papers) struct Completed {
    /// Who.
    pub(in crate::office::papers) name: PersonName,
    /// For «завершила» and «завершив».
    pub(in crate::office::papers) sex: Option<Sex>,
    /// The certificate's number.
    pub(in crate::office::papers) number: String,
    /// The day of completion.
    pub(in crate::office::papers) on: NaiveDate,
    /// How many held sessions they came to.
    pub(in crate::office::papers) came: usize,
    /// Minutes of these, where every one says its hours.
    pub(in crate::office::papers) minutes: Option<u32>,
}

/// The certificates of a course.
pub(in crate::office::papers) struct Certificates {
    pub(in crate::office::papers) about: About,
    /// The first and the last held session.
    pub(in crate::office::papers) days: Option<(NaiveDate, NaiveDate)>,
    pub(in crate::office::papers) people: Vec<Completed>,
}

impl Certificates {
    pub(in crate::office::papers) fn paper(&self, words: &PaperWords<'_>) -> Paper {
        let certificates = self.people.iter().map(|one| self.certificate(one, words)).collect();
        let sheet = Sheet {
            office: words.office.to_owned(),
            title: words.t("paper-title-certificates"),
            certificates,
            ..Sheet::default()
        };
        let name = match self.people.as_slice() {
            [one] => words.tv("paper-file-certificate", &[("number", one.number.as_str().into())]),
            several => words.tv("paper-file-certificates", &[("count", several.len().into())]),
        };
        Paper { name, sheet }
    }

    fn certificate(&self, one: &Completed, words: &PaperWords<'_>) -> Certificate {
        let sex = match one.sex {
            Some(Sex::Female) => "female",
            Some(Sex::Male) => "male",
            None => "unknown",
        };
        let mut facts = Vec::new();
        if let Some((from, until)) = self.days {
            let values = [("from", long_day(from, words).into()), ("until", long_day(until, words).into())];
            let id = if from == until { "certificate-day" } else { "certificate-days" };
            facts.push(words.tv(id, &values));
        }
        if one.came > 0 {
            let sessions = words.tv("certificate-sessions", &[("count", one.came.into())]);
            facts.push(match one.minutes.filter(|minutes| *minutes > 0) {
                // Whole hours of teaching: what is less than half of one is none.
                Some(minutes) if minutes >= 30 => {
                    let hours = words.tv("certificate-hours", &[("count", ((minutes + 30) / 60).into())]);
                    format!("{sessions}, {hours}")
                }
                _ => sessions,
            });
        }
        let mut signatories = words.also_sign();
        if signatories.is_empty() {
            signatories.push(words.signs("certificate-sign-head", ""));
        }
        signatories.push(words.signs("certificate-sign-trainer", self.about.trainer.as_str()));
        Certificate {
            office: words.office.to_owned(),
            title: words.t("certificate-title"),
            subtitle: words.t("certificate-subtitle"),
            number: format!("№ {}", one.number),
            lead: words.t("certificate-lead"),
            name: one.name.full(),
            verb: words.tv("certificate-verb", &[("sex", sex.into())]),
            course: self.about.title.clone(),
            facts,
            day: long_day(one.on, words),
            seal: words.t("certificate-seal"),
            signatories,
        }
    }
}

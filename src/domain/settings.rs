//! What an office decides for itself: how long a desk stays open alone, how long a draft waits, what the help says to call.
//!
//! The defaults stand here and nowhere else. What is kept in the file is text a field; a text that says nothing valid (written by a
//! newer program, say) reads as the default, so that a setting can never keep anybody out.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Minutes without a key after which a desk locks itself. Never "not at all": the screen shows what can hurt people.
pub const LOCK_MINUTES: RangeInclusive<u16> = 1..=60;

/// Days that an unsaved form is kept.
pub const DRAFT_DAYS: RangeInclusive<u16> = 1..=90;

/// Grams of a bag or box that may be called usual.
pub const USUAL_TARE: RangeInclusive<u16> = 1..=5000;

/// What happens to the paper of an act once it is issued.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub enum AfterIssue {
    /// Nothing: it is printed when somebody wants it.
    #[default]
    Never,
    /// The desk asks.
    Ask,
    /// It is printed at once.
    Always,
}

impl AfterIssue {
    /// Every way, in the order of the settings screen.
    pub const ALL: [Self; 3] = [Self::Never, Self::Ask, Self::Always];

    /// The word in the file and, with `after-issue-` before it, in message ids.
    pub fn code(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Ask => "ask",
            Self::Always => "always",
        }
    }

    /// The way with this word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// Longest text of a setting, in characters: it has to fit the help window.
pub const TEXT_CHARACTERS: usize = 1000;

/// The settings of an office beside its name and community.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OfficeSettings {
    /// Minutes without a key until the desk locks itself, in [`LOCK_MINUTES`].
    pub lock_minutes: u16,
    /// Days that an unsaved form is kept, in [`DRAFT_DAYS`].
    pub draft_days: u16,
    /// The hotlines that the help names; empty for those the program knows.
    pub hotlines: String,
    /// The law or order that the office works by, as its papers name it; empty for what the program knows.
    pub legal_basis: String,
    /// Titles of papers in the order of [`PAPERS`], `;` between them; what is empty has the program's title.
    pub paper_titles: String,
    /// Who signs every act and sheet beside those who hand over and receive: `role: name`, several with `;`.
    pub paper_signers: String,
    /// Columns of a distribution sheet beside name, goods and signature, `;` between them; empty for those the program has.
    pub paper_columns: String,
    /// The law that stands at the foot of acts; empty for what the program knows.
    pub paper_legal: String,
    /// Whether an act is printed once it is issued.
    pub after_issue: AfterIssue,
    /// Grams that the tare key subtracts, in [`USUAL_TARE`].
    pub usual_tare: u16,
}

/// The papers whose titles an office may change, in the order in which they are typed.
pub const PAPERS: [&str; 6] = ["issue", "distribution", "receipt", "write_off", "transfer", "count_sheet"];

impl Default for OfficeSettings {
    fn default() -> Self {
        Self {
            lock_minutes: 5,
            draft_days: 14,
            hotlines: String::new(),
            legal_basis: String::new(),
            paper_titles: String::new(),
            paper_signers: String::new(),
            paper_columns: String::new(),
            paper_legal: String::new(),
            after_issue: AfterIssue::default(),
            usual_tare: 300,
        }
    }
}

/// One thing that an office can set. The name and the community are set here too, though every screen knows them from the profile.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum SettingField {
    /// The office's name.
    Name,
    /// Its community in the national codifier.
    Community,
    /// [`OfficeSettings::lock_minutes`].
    LockMinutes,
    /// [`OfficeSettings::draft_days`].
    DraftDays,
    /// [`OfficeSettings::hotlines`].
    Hotlines,
    /// [`OfficeSettings::legal_basis`].
    LegalBasis,
    /// [`OfficeSettings::paper_titles`].
    PaperTitles,
    /// [`OfficeSettings::paper_signers`].
    PaperSigners,
    /// [`OfficeSettings::paper_columns`].
    PaperColumns,
    /// [`OfficeSettings::paper_legal`].
    PaperLegal,
    /// [`OfficeSettings::after_issue`].
    AfterIssue,
    /// [`OfficeSettings::usual_tare`].
    UsualTare,
}

impl SettingField {
    /// Every field, in the order of the settings screen.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Community,
        Self::LockMinutes,
        Self::DraftDays,
        Self::Hotlines,
        Self::LegalBasis,
        Self::PaperTitles,
        Self::PaperSigners,
        Self::PaperColumns,
        Self::PaperLegal,
        Self::AfterIssue,
        Self::UsualTare,
    ];

    /// The field's word in the file and, with `setting-` before it, in message ids.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "office-name",
            Self::Community => "community",
            Self::LockMinutes => "lock-minutes",
            Self::DraftDays => "draft-days",
            Self::Hotlines => "hotlines",
            Self::LegalBasis => "legal-basis",
            Self::PaperTitles => "paper-titles",
            Self::PaperSigners => "paper-signers",
            Self::PaperColumns => "paper-columns",
            Self::PaperLegal => "paper-legal",
            Self::AfterIssue => "after-issue",
            Self::UsualTare => "usual-tare",
        }
    }
}

/// Why a setting cannot be so. Speaks through `text::Sentence` (`setting-fault-…`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SettingFault {
    /// An office has a name.
    #[error("the office has no name")]
    NoName,
    /// The minutes are no number in [`LOCK_MINUTES`].
    #[error("lock minutes out of range")]
    LockMinutes,
    /// The days are no number in [`DRAFT_DAYS`].
    #[error("draft days out of range")]
    DraftDays,
    /// The codifier has no such community.
    #[error("unknown community")]
    Community,
    /// The grams are no number in [`USUAL_TARE`].
    #[error("usual tare out of range")]
    UsualTare,
    /// A text is longer than [`TEXT_CHARACTERS`].
    #[error("text too long: {0:?}")]
    TooLong(SettingField),
}

impl SettingFault {
    /// The field that is to be mended.
    pub fn field(self) -> SettingField {
        match self {
            Self::NoName => SettingField::Name,
            Self::LockMinutes => SettingField::LockMinutes,
            Self::DraftDays => SettingField::DraftDays,
            Self::Community => SettingField::Community,
            Self::UsualTare => SettingField::UsualTare,
            Self::TooLong(field) => field,
        }
    }
}

impl OfficeSettings {
    /// The settings of a file: `kept` answers the text that is kept under a field's word.
    pub fn read(mut kept: impl FnMut(SettingField) -> Option<String>) -> Self {
        let default = Self::default();
        let mut number = |field, range: RangeInclusive<u16>, default| {
            kept(field).and_then(|text| whole(&text, &range)).unwrap_or(default)
        };
        let lock_minutes = number(SettingField::LockMinutes, LOCK_MINUTES, default.lock_minutes);
        let draft_days = number(SettingField::DraftDays, DRAFT_DAYS, default.draft_days);
        let usual_tare = number(SettingField::UsualTare, USUAL_TARE, default.usual_tare);
        Self {
            lock_minutes,
            draft_days,
            hotlines: kept(SettingField::Hotlines).unwrap_or_default(),
            legal_basis: kept(SettingField::LegalBasis).unwrap_or_default(),
            paper_titles: kept(SettingField::PaperTitles).unwrap_or_default(),
            paper_signers: kept(SettingField::PaperSigners).unwrap_or_default(),
            paper_columns: kept(SettingField::PaperColumns).unwrap_or_default(),
            paper_legal: kept(SettingField::PaperLegal).unwrap_or_default(),
            after_issue: kept(SettingField::AfterIssue).and_then(|code| AfterIssue::of_code(&code)).unwrap_or_default(),
            usual_tare,
        }
    }

    /// The text to keep of a field; none for what the profile holds.
    pub fn text_of(&self, field: SettingField) -> Option<String> {
        match field {
            SettingField::Name | SettingField::Community => None,
            SettingField::LockMinutes => Some(self.lock_minutes.to_string()),
            SettingField::DraftDays => Some(self.draft_days.to_string()),
            SettingField::Hotlines => Some(self.hotlines.clone()),
            SettingField::LegalBasis => Some(self.legal_basis.clone()),
            SettingField::PaperTitles => Some(self.paper_titles.clone()),
            SettingField::PaperSigners => Some(self.paper_signers.clone()),
            SettingField::PaperColumns => Some(self.paper_columns.clone()),
            SettingField::PaperLegal => Some(self.paper_legal.clone()),
            SettingField::AfterIssue => Some(self.after_issue.code().to_owned()),
            SettingField::UsualTare => Some(self.usual_tare.to_string()),
        }
    }

    /// Whether these settings may be kept.
    pub fn check(&self) -> Result<(), SettingFault> {
        if !LOCK_MINUTES.contains(&self.lock_minutes) {
            return Err(SettingFault::LockMinutes);
        }
        if !DRAFT_DAYS.contains(&self.draft_days) {
            return Err(SettingFault::DraftDays);
        }
        if !USUAL_TARE.contains(&self.usual_tare) {
            return Err(SettingFault::UsualTare);
        }
        let texts = [
            (SettingField::Hotlines, &self.hotlines),
            (SettingField::LegalBasis, &self.legal_basis),
            (SettingField::PaperTitles, &self.paper_titles),
            (SettingField::PaperSigners, &self.paper_signers),
            (SettingField::PaperColumns, &self.paper_columns),
            (SettingField::PaperLegal, &self.paper_legal),
        ];
        match texts.into_iter().find(|(_, text)| text.chars().count() > TEXT_CHARACTERS) {
            Some((field, _)) => Err(SettingFault::TooLong(field)),
            None => Ok(()),
        }
    }
}

/// Minutes as typed. Errors: [`SettingFault::LockMinutes`].
pub fn lock_minutes(typed: &str) -> Result<u16, SettingFault> {
    whole(typed, &LOCK_MINUTES).ok_or(SettingFault::LockMinutes)
}

/// Days as typed. Errors: [`SettingFault::DraftDays`].
pub fn draft_days(typed: &str) -> Result<u16, SettingFault> {
    whole(typed, &DRAFT_DAYS).ok_or(SettingFault::DraftDays)
}

/// Grams as typed, with or without their unit. Errors: [`SettingFault::UsualTare`].
pub fn usual_tare(typed: &str) -> Result<u16, SettingFault> {
    let typed = typed.trim();
    let digits = typed.trim_end_matches(['г', 'g', '.', ' ']);
    whole(digits, &USUAL_TARE).ok_or(SettingFault::UsualTare)
}

fn whole(text: &str, range: &RangeInclusive<u16>) -> Option<u16> {
    text.trim().parse().ok().filter(|number| range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn kept(pairs: &[(SettingField, &str)]) -> OfficeSettings {
        let pairs: HashMap<SettingField, String> =
            pairs.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        OfficeSettings::read(|field| pairs.get(&field).cloned())
    }

    #[test]
    fn an_office_that_set_nothing_locks_after_five_minutes_and_keeps_drafts_a_fortnight() {
        let settings = kept(&[]);
        assert_eq!(settings, OfficeSettings::default());
        assert_eq!((settings.lock_minutes, settings.draft_days), (5, 14));
    }

    #[test]
    fn what_is_kept_is_read_back() {
        let settings = OfficeSettings {
            lock_minutes: 60,
            draft_days: 1,
            hotlines: "102 · 112".to_owned(),
            legal_basis: "КМУ № 64".to_owned(),
            paper_titles: "Акт видачі;;Прибуткова".to_owned(),
            paper_signers: "Директор: Іваненко І. І.".to_owned(),
            paper_columns: "документ".to_owned(),
            paper_legal: "КМУ № 953".to_owned(),
            after_issue: AfterIssue::Always,
            usual_tare: 450,
        };
        assert_eq!(OfficeSettings::read(|field| settings.text_of(field)), settings);
        assert_eq!(settings.check(), Ok(()));
    }

    #[test]
    fn a_desk_can_never_be_told_not_to_lock() {
        for never in ["0", "-1", "61", "9999999", "", "ніколи", "5.5"] {
            assert_eq!(lock_minutes(never), Err(SettingFault::LockMinutes), "{never}");
            assert_eq!(kept(&[(SettingField::LockMinutes, never)]).lock_minutes, 5, "{never}");
        }
        assert_eq!(lock_minutes(" 60 "), Ok(60));
        assert_eq!(
            OfficeSettings { lock_minutes: 0, ..OfficeSettings::default() }.check(),
            Err(SettingFault::LockMinutes)
        );
    }

    #[test]
    fn the_usual_tare_is_typed_in_grams_and_never_nothing() {
        assert_eq!((usual_tare("450"), usual_tare(" 300 г")), (Ok(450), Ok(300)));
        for odd in ["0", "-5", "5001", "0,3", "кг", ""] {
            assert_eq!(usual_tare(odd), Err(SettingFault::UsualTare), "{odd}");
        }
        assert_eq!(kept(&[(SettingField::AfterIssue, "іноді")]).after_issue, AfterIssue::Never);
    }

    #[test]
    fn every_fault_names_the_field_to_mend() {
        let long = OfficeSettings { hotlines: "1".repeat(TEXT_CHARACTERS + 1), ..OfficeSettings::default() };
        assert_eq!(long.check().map_err(SettingFault::field), Err(SettingField::Hotlines));
        assert_eq!(draft_days("91").map_err(SettingFault::field), Err(SettingField::DraftDays));
    }
}

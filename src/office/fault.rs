//! What can go wrong in a deed, with what the sentence to a person needs.

use super::undo::NoUndo;
use crate::domain::aid::AidFault;
use crate::domain::campaign::{self, CampaignFault};
use crate::domain::catalogue::{self, CatalogueFault};
use crate::domain::clock::Moment;
use crate::domain::date;
use crate::domain::document::DocumentKind;
use crate::domain::event::{EnrolFault, EventFault};
use crate::domain::family::FamilyCard;
use crate::domain::life::check::LifeFault;
use crate::domain::merge::Conflict;
use crate::domain::number::FamilyNumber;
use crate::domain::settings::{self, SettingFault, SettingField};
use crate::domain::staff::Right;
use crate::store::{Detail, StoreError};
use crate::text::{Sentence, Value};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A refused or failed deed; nothing was written.
#[derive(Debug, PartialEq, Clone, thiserror::Error)]
pub enum OfficeError {
    /// The signed-in role lacks this right.
    #[error("not allowed: {0:?}")]
    NotAllowed(Right),
    /// The family is not on the register.
    #[error("no such family")]
    NoSuchFamily,
    /// A family needs one head.
    #[error("no head")]
    NoHead,
    /// A family has one head, not more.
    #[error("two heads")]
    TwoHeads,
    /// A member without surname or given name; the position.
    #[error("member {0} has no name")]
    NameMissing(usize),
    /// A valid paper is already somebody's.
    #[error("paper taken")]
    PaperTaken {
        /// The kind.
        kind: DocumentKind,
        /// The number as shown.
        number: String,
        /// Whose, as shown; empty when the asker may not know.
        owner: String,
        /// The owner's family number.
        family: Option<FamilyNumber>,
    },
    /// The same fields were changed by another desk.
    #[error("changed by another desk")]
    Conflicts {
        /// Field by field.
        conflicts: Vec<Conflict>,
        /// Who saved the other value and when, conflict by conflict; none where the journal does not tell.
        by: Vec<Option<Changer>>,
        /// The card as it is now.
        now: Box<FamilyCard>,
    },
    /// A person named by id is not on the register.
    #[error("no such person")]
    NoSuchPerson,
    /// The catalogue has no such category; carries the code.
    #[error("unknown category {0}")]
    UnknownCategory(String),
    /// One person's key stands twice in one family of a file; carries the key.
    #[error("person key twice")]
    KeyTwice(String),
    /// One key stands in a file for people of different names or birth dates; carries the key.
    #[error("person key means two people")]
    KeyMismatch(String),
    /// The login is in use.
    #[error("login taken")]
    LoginTaken,
    /// The login is empty or has other signs than letters, digits, dot, hyphen and underscore.
    #[error("login shape")]
    LoginShape,
    /// The password breaks the rule.
    #[error("weak password")]
    WeakPassword,
    /// There is no such member of staff.
    #[error("no such staff")]
    NoSuchStaff,
    /// The last administrator stays.
    #[error("last administrator")]
    LastAdministrator,
    /// There is no such list of families, or it is not for the asker.
    #[error("no such list")]
    NoSuchList,
    /// A saved filter or a list of this name is there already.
    #[error("name taken")]
    NameTaken(String),
    /// A saved filter or a list needs a name.
    #[error("no name")]
    NameEmpty,
    /// A line of a note needs words.
    #[error("no note")]
    NoteEmpty,
    /// A deed over many families had none to be done to.
    #[error("nothing chosen")]
    NothingChosen,
    /// The person was asked about so many families, and now others are found.
    #[error("the list changed")]
    ListChanged {
        /// How many the person was told.
        told: usize,
        /// How many there are.
        now: usize,
    },
    /// A setting cannot be so.
    #[error(transparent)]
    Setting(#[from] SettingFault),
    /// An entry of a catalogue cannot be so.
    #[error(transparent)]
    Catalogue(#[from] CatalogueFault),
    /// Another desk has set the same thing otherwise meanwhile.
    #[error("set by another desk: {0:?}")]
    SettingChanged(SettingField),
    /// This deed made a paper key already, and it is shown once only.
    #[error("paper key was made")]
    PaperMade,
    /// The event cannot have happened so.
    #[error(transparent)]
    Life(#[from] LifeFault),
    /// A later change of the same thing by another deed stands in the way of taking a deed back.
    #[error("changed later")]
    ChangedLater {
        /// By whom, as screens name them.
        by: String,
        /// When.
        at: Moment,
        /// The word of that deed (`deed-ACTION`).
        action: String,
    },
    /// The deed was taken back already.
    #[error("undone already")]
    AlreadyUndone {
        /// By whom.
        by: String,
        /// When.
        at: Moment,
    },
    /// The deed cannot be taken back.
    #[error("not undoable: {0:?}")]
    NotUndoable(NoUndo),
    /// The entry became one with another: the deed belongs there.
    #[error("merged into another entry")]
    MergedInto {
        /// The kept family's number; none for a person without a family.
        number: Option<FamilyNumber>,
    },
    /// What is to become one, or to be changed by an event, was changed by another desk since it was seen.
    #[error("changed meanwhile")]
    ChangedMeanwhile {
        /// By whom.
        by: String,
        /// When.
        at: Moment,
        /// The word of that deed.
        action: String,
    },
    /// The merge leaves somebody out, or names somebody who stands in neither family.
    #[error("merge plan does not fit")]
    PlanAmiss,
    /// A reason in words is wanted.
    #[error("reason wanted")]
    ReasonWanted,
    /// An act cannot be so.
    #[error(transparent)]
    Aid(#[from] AidFault),
    /// A campaign cannot be so.
    #[error(transparent)]
    Campaign(#[from] CampaignFault),
    /// An event, a mark or an enrolment cannot be so.
    #[error(transparent)]
    Event(#[from] EventFault),
    /// Nobody can be enrolled, admitted or said to have completed so.
    #[error(transparent)]
    Enrol(#[from] EnrolFault),
    /// The file, its key or its disk.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who changed a field, and when.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct Changer {
    /// As screens name them.
    pub staff: String,
    /// When.
    pub at: Moment,
}

/// The message that names a field of a [`crate::domain::merge::Change`]: `actual.street` is `field-actual-street`.
pub fn field_message(field: &str) -> String {
    format!("field-{}", field.replace(['.', '_'], "-"))
}

impl Sentence for OfficeError {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let plain = |id: &'static str| (Cow::Borrowed(id), Vec::new());
        match self {
            Self::NotAllowed(right) => (Cow::Owned(format!("office-not-allowed-{}", right.code())), Vec::new()),
            Self::NoSuchFamily => plain("office-no-such-family"),
            Self::NoHead => plain("office-no-head"),
            Self::TwoHeads => plain("office-two-heads"),
            Self::NameMissing(member) => {
                (Cow::Borrowed("office-name-missing"), vec![("row", Value::from(member.saturating_add(1)))])
            }
            Self::PaperTaken { number, owner, family, .. } => paper_taken(number, owner, *family),
            Self::Conflicts { conflicts, .. } => {
                (Cow::Borrowed("office-conflicts"), vec![("count", Value::from(conflicts.len()))])
            }
            Self::NoSuchPerson => plain("office-no-such-person"),
            Self::UnknownCategory(code) => {
                (Cow::Borrowed("office-unknown-category"), vec![("code", Value::from(code.as_str()))])
            }
            Self::KeyTwice(key) => (Cow::Borrowed("office-key-twice"), vec![("key", Value::from(key.as_str()))]),
            Self::KeyMismatch(key) => (Cow::Borrowed("office-key-mismatch"), vec![("key", Value::from(key.as_str()))]),
            Self::LoginTaken => plain("office-login-taken"),
            Self::LoginShape => plain("office-login-shape"),
            Self::WeakPassword => plain("office-weak-password"),
            Self::NoSuchStaff => plain("office-no-such-staff"),
            Self::PaperMade => plain("office-paper-made"),
            Self::LastAdministrator => plain("office-last-administrator"),
            Self::NoSuchList => plain("lists-no-such-list"),
            Self::NameTaken(name) => (Cow::Borrowed("lists-name-taken"), vec![("name", Value::from(name.as_str()))]),
            Self::NameEmpty => plain("lists-name-empty"),
            Self::NoteEmpty => plain("lists-note-empty"),
            Self::NothingChosen => plain("lists-nothing-chosen"),
            Self::ListChanged { told, now } => {
                (Cow::Borrowed("lists-changed"), vec![("told", Value::from(*told)), ("now", Value::from(*now))])
            }
            Self::Setting(fault) => setting_fault(*fault),
            Self::Catalogue(fault) => catalogue_fault(fault),
            Self::SettingChanged(field) => (Cow::Owned(format!("setting-changed-{}", field.code())), Vec::new()),
            Self::Life(fault) => fault.sentence(),
            Self::Aid(fault) => fault.sentence(),
            Self::Campaign(fault) => campaign_fault(fault),
            Self::Event(fault) => super::event_fault::sentence(fault),
            Self::Enrol(fault) => super::event_fault::enrolment(fault),
            Self::ChangedLater { by, at, .. } => whose("office-changed-later", by, at),
            Self::ChangedMeanwhile { by, at, .. } => whose("office-changed-meanwhile", by, at),
            Self::AlreadyUndone { by, at } => whose("office-already-undone", by, at),
            Self::NotUndoable(why) => (Cow::Owned(format!("office-not-undoable-{}", why.code())), Vec::new()),
            Self::MergedInto { number: Some(number) } => {
                (Cow::Borrowed("office-merged-into"), vec![("number", Value::from(number.to_string()))])
            }
            Self::MergedInto { number: None } => plain("office-merged-into-person"),
            Self::PlanAmiss => plain("office-plan-amiss"),
            Self::ReasonWanted => plain("office-reason-wanted"),
            Self::Store(fault) => {
                let values = fault.details().into_iter().map(|(name, detail)| {
                    let value = match detail {
                        Detail::Text(text) => Value::from(text),
                        Detail::Number(number) => Value::from(number),
                    };
                    (name, value)
                });
                (Cow::Borrowed(fault.message_id()), values.collect())
            }
        }
    }
}

fn catalogue_fault(fault: &CatalogueFault) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let about = |id: &'static str, text: &String| (Cow::Borrowed(id), vec![("what", Value::from(text.as_str()))]);
    let plain = |id: &'static str| (Cow::Borrowed(id), Vec::new());
    match fault {
        CatalogueFault::CodeShape(code) => about("catalogue-fault-code-shape", code),
        CatalogueFault::CodeTaken(code) => about("catalogue-fault-code-taken", code),
        CatalogueFault::Name => {
            ("catalogue-fault-name".into(), vec![("most", Value::from(catalogue::NAME_CHARACTERS))])
        }
        CatalogueFault::NoSuchEntry(code) => about("catalogue-fault-no-such-entry", code),
        CatalogueFault::Settlement(text) if text.is_empty() => ("catalogue-fault-no-settlement".into(), Vec::new()),
        CatalogueFault::Settlement(text) => about("catalogue-fault-settlement", text),
        CatalogueFault::AlwaysSensitive => ("catalogue-fault-always-sensitive".into(), Vec::new()),
        CatalogueFault::Group => plain("catalogue-fault-group"),
        CatalogueFault::Day(text) => about("catalogue-fault-day", text),
        CatalogueFault::Weight => plain("catalogue-fault-weight"),
        CatalogueFault::Low => plain("catalogue-fault-low"),
        CatalogueFault::KitInKit(code) => about("catalogue-fault-kit-in-kit", code),
        CatalogueFault::NotAKit => plain("catalogue-fault-not-a-kit"),
        CatalogueFault::TwoCompositions => plain("catalogue-fault-two-compositions"),
        CatalogueFault::PartQuantity(code) => about("catalogue-fault-part-quantity", code),
        CatalogueFault::NoSuchItem(code) => about("catalogue-fault-no-such-item", code),
        CatalogueFault::NoSuchCategory(code) => about("catalogue-fault-no-such-category", code),
        CatalogueFault::UnitInUse(code) => about("catalogue-fault-unit-in-use", code),
        CatalogueFault::PartOfKit(code) => about("catalogue-fault-part-of-kit", code),
        CatalogueFault::EndsBeforeItStarts => plain("catalogue-fault-ends-before"),
        CatalogueFault::Edrpou(code) => about("catalogue-fault-edrpou", code),
        CatalogueFault::LimitOfNothing => plain("catalogue-fault-limit-of-nothing"),
        CatalogueFault::LimitAmount => plain("catalogue-fault-limit-amount"),
        CatalogueFault::LimitPeriod => plain("catalogue-fault-limit-period"),
        CatalogueFault::LimitMeasure(code) => about("catalogue-fault-limit-measure", code),
        CatalogueFault::LocationInUse(code) => about("catalogue-fault-location-in-use", code),
        CatalogueFault::LastLocation => plain("catalogue-fault-last-location"),
        CatalogueFault::Changed(code) => about("catalogue-fault-changed", code),
    }
}

fn campaign_fault(fault: &CampaignFault) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let days = |from: NaiveDate, until: NaiveDate| {
        vec![("from", Value::from(date::show(from))), ("until", Value::from(date::show(until)))]
    };
    match fault {
        CampaignFault::Title => {
            ("campaign-fault-title".into(), vec![("most", Value::from(campaign::TITLE_CHARACTERS))])
        }
        CampaignFault::Days { starts_on, ends_on } => ("campaign-fault-days".into(), days(*starts_on, *ends_on)),
        CampaignFault::NoGoods => ("campaign-fault-no-goods".into(), Vec::new()),
        CampaignFault::ItemTwice(item) => {
            ("campaign-fault-item-twice".into(), vec![("item", Value::from(item.as_str()))])
        }
        CampaignFault::NoSuchCampaign => ("campaign-fault-no-such-campaign".into(), Vec::new()),
        CampaignFault::NotUnderWay(status) => {
            (Cow::Owned(format!("campaign-fault-not-under-way-{}", status.code())), Vec::new())
        }
        CampaignFault::AnotherDay { starts_on, ends_on } => {
            ("campaign-fault-another-day".into(), days(*starts_on, *ends_on))
        }
        CampaignFault::NotExpected { .. } => ("campaign-fault-not-expected".into(), Vec::new()),
        CampaignFault::NothingForThem => ("campaign-fault-nothing-for-them".into(), Vec::new()),
    }
}

/// Says the bounds too, so that they stand in one place.
fn setting_fault(fault: SettingFault) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let bounds = |range: &std::ops::RangeInclusive<u16>| {
        vec![("from", Value::from(u32::from(*range.start()))), ("to", Value::from(u32::from(*range.end())))]
    };
    match fault {
        SettingFault::NoName => ("setting-fault-no-name".into(), Vec::new()),
        SettingFault::LockMinutes => ("setting-fault-lock-minutes".into(), bounds(&settings::LOCK_MINUTES)),
        SettingFault::DraftDays => ("setting-fault-draft-days".into(), bounds(&settings::DRAFT_DAYS)),
        SettingFault::Community => ("setting-fault-community".into(), Vec::new()),
        SettingFault::UsualTare => ("setting-fault-usual-tare".into(), bounds(&settings::USUAL_TARE)),
        SettingFault::TooLong(_) => {
            ("setting-fault-too-long".into(), vec![("most", Value::from(settings::TEXT_CHARACTERS))])
        }
    }
}

/// A moment as sentences say it: `21.11.2026 10:42`.
pub(super) fn moment(at: &Moment) -> Value {
    Value::from(at.format("%d.%m.%Y %H:%M").to_string())
}

/// Who stands in the way, and since when.
fn whose(id: &'static str, by: &str, at: &Moment) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    (Cow::Borrowed(id), vec![("by", Value::from(by)), ("at", moment(at))])
}

/// Names the owner only where the fault carries one: the asker may not be allowed to know.
fn paper_taken(
    number: &str,
    owner: &str,
    family: Option<FamilyNumber>,
) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let mut values = vec![("number", Value::from(number))];
    if owner.is_empty() {
        return (Cow::Borrowed("office-paper-taken"), values);
    }
    values.push(("owner", Value::from(owner)));
    match family {
        Some(family) => {
            values.push(("family", Value::from(family.to_string())));
            (Cow::Borrowed("office-paper-taken-family"), values)
        }
        None => (Cow::Borrowed("office-paper-taken-owner"), values),
    }
}

//! The emergency help room: who stands at the counter, what they may have, and handing it over in one deed.
//!
//! Here: what its screens see. Issuing is in [`issue`], taking back in [`reverse`], lists of acts in [`lists`]. Goods move only through
//! `super::storeroom::moving`, which writes the ledger.

pub(super) mod issue;
pub(in crate::office) mod lists;
pub(in crate::office) mod recipient;
pub(super) mod reverse;
mod view;

use crate::domain::aid::{AidCatalogue, Cart, Claim, CollectorKind, Ground, RecipientKind, Seen};
use crate::domain::category::CategoryCode;
use crate::domain::clock::Moment;
use crate::domain::family::Relation;
use crate::domain::id::{CollectorId, FamilyId, PersonId, SessionId};
use crate::domain::limit::{Asker, Given, LimitRule, Standing, Verdict};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName, Sex, Sizes};
use crate::domain::stock::{
    Act, ActId, ActKind, ActNumber, Grams, GroupCode, Item, ItemCode, KitPart, LocationCode, PartnerCode,
    ProgrammeCode, Quantity, RuleCode,
};
use chrono::NaiveDate;

/// To whom the issue screen is open: what a search, a card or a scan gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whom {
    /// A family.
    Family(FamilyId),
    /// A person by themselves.
    Person(PersonId),
    /// An organisation.
    Organisation(PartnerCode),
    /// Somebody who is not on the register, with the categories that they say they have.
    Nobody(Vec<CategoryCode>),
}

/// Everything that the issue screen shows before the first key.
#[derive(Clone, PartialEq, Debug)]
pub struct AidView {
    /// Who.
    pub who: Who,
    /// The day it is seen for.
    pub on: NaiveDate,
    /// From where it would be given.
    pub location: LocationCode,
    /// For [`Cart::seen`].
    pub seen: Seen,
    /// The programmes open on the day with the right to each; those with a right first.
    pub claims: Vec<Claim>,
    /// The last aid of each group, the latest first.
    pub last: Vec<LastAid>,
    /// The latest acts, reversed ones too, the latest first: at most [`RECENT_ACTS`].
    pub recent: Vec<ActSummary>,
    /// The rules that hold for them on the day.
    pub rules: Vec<LimitRule>,
    /// How each of those rules stands, in the same order.
    pub standing: Vec<Standing>,
    /// How many they are and what they are, for judging a line: categories that the asker may not see are in it, and are never shown.
    pub asker: Asker,
    /// What they were given before, as limits see it.
    pub given: Vec<Given>,
    /// What lies at the location, item by item in the order of lists: every offered item, also where there is none.
    pub shelf: Vec<Shelf>,
    /// The catalogue of the room: items, kits, programmes, partners, locations, rules.
    pub catalogue: AidCatalogue,
}

/// How many acts the issue screen shows.
pub const RECENT_ACTS: usize = 10;

/// Who gets aid, as the head of the screen names them.
#[derive(Clone, PartialEq, Debug)]
pub struct Who {
    /// To whom, after a merge the kept entry.
    pub whom: Whom,
    /// The family's number.
    pub number: Option<FamilyNumber>,
    /// The head's, the person's or the organisation's name.
    pub name: String,
    /// Members of the family, head first; the person alone; nobody of an organisation.
    pub members: Vec<WhoMember>,
    /// Adults and children on the day.
    pub household: (u32, u32),
    /// Categories in force that the asker may see.
    pub categories: Vec<CategoryCode>,
    /// Since when the entry is closed: then nothing is issued.
    pub closed_on: Option<NaiveDate>,
    /// Who else may collect, on the day.
    pub collectors: Vec<MayCollect>,
    /// The families in which a single person stands: there the family is offered instead.
    pub families: Vec<(FamilyId, FamilyNumber)>,
}

/// A member as the issue screen shows them: sizes and ages of children decide what is laid out.
#[derive(Clone, PartialEq, Debug)]
pub struct WhoMember {
    /// Who.
    pub person: PersonId,
    /// What they are in the family; a person alone is its head.
    pub relation: Relation,
    /// Name.
    pub name: PersonName,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Age on the day.
    pub age: Option<u32>,
    /// Whether a child on the day.
    pub is_child: bool,
    /// What they wear.
    pub sizes: Sizes,
    /// The paper to write on the act (kind and number), for those who may see papers.
    pub paper: String,
}

/// Somebody outside the family who may collect for it.
#[derive(Clone, PartialEq, Debug)]
pub struct MayCollect {
    /// The permission.
    pub collector: CollectorId,
    /// Name.
    pub name: String,
    /// Paper, for those who may see papers.
    pub paper: String,
}

/// The last aid of a group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LastAid {
    /// The group.
    pub group: GroupCode,
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// When.
    pub on: NaiveDate,
    /// By which act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
}

/// What lies of an item at a location.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelf {
    /// Of what.
    pub item: ItemCode,
    /// How much can be given on the day (what is past its last day left out).
    pub quantity: Quantity,
    /// How much more is past its last day.
    pub expired: Quantity,
    /// The last day of what goes first.
    pub expires_on: Option<NaiveDate>,
}

/// What a line of a cart comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineAnswer {
    /// The strictest answer of the rules that cover it, with the rule; allowed where none does.
    pub limit: Option<(RuleCode, Verdict)>,
    /// What lies there, before any line of the cart.
    pub there: Quantity,
    /// What is left after this and the earlier lines; below zero: so much is missing.
    pub after: Quantity,
    /// What it weighs, where that is known.
    pub weight: Option<Grams>,
}

/// What an issue made; also the answer of a repeated key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IssuedAct {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// What it weighs.
    pub weight: Grams,
    /// The family, the person registered on the spot, or the person.
    pub family: Option<FamilyId>,
    /// The person, where it is no family.
    pub person: Option<PersonId>,
}

/// An act as its card shows it and as its paper prints it.
#[derive(Clone, PartialEq, Debug)]
pub struct ActCard {
    /// Head and lines.
    pub act: Act,
    /// The recipient of an issue (of a reversed issue as well).
    pub recipient: Option<ActRecipient>,
    /// For reversals: what the reversed act was.
    pub reversed_kind: Option<ActKind>,
    /// The catalogue, for names, units and parts.
    pub catalogue: AidCatalogue,
}

/// The recipient as the act keeps it.
#[derive(Clone, PartialEq, Debug)]
pub struct ActRecipient {
    /// What it is.
    pub kind: RecipientKind,
    /// The family.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// The person.
    pub person: Option<PersonId>,
    /// The organisation.
    pub partner: Option<PartnerCode>,
    /// The head's, the person's or the organisation's name, as it is today.
    pub name: String,
    /// Adults and children at that time.
    pub household: (u32, u32),
    /// Categories at that time, those that the asker may see.
    pub categories: Vec<CategoryCode>,
    /// On what ground.
    pub ground: Ground,
    /// Why without a right.
    pub right_reason: String,
    /// At which campaign, with its title.
    pub campaign: Option<(SessionId, String)>,
    /// Who carried it away.
    pub collector_kind: CollectorKind,
    /// Their name.
    pub collector_name: String,
    /// Their paper; empty for those who may not see papers.
    pub collector_paper: String,
}

/// One act in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActSummary {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// What it does.
    pub kind: ActKind,
    /// Its day.
    pub on: NaiveDate,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// What, line by line.
    pub lines: Vec<(ItemCode, Quantity)>,
    /// What it weighs.
    pub weight: Grams,
    /// By whom it was written.
    pub staff: String,
    /// The act that took it back.
    pub reversed_by: Option<ActNumber>,
}

/// Where a rule was bent or aid given without a right, for the director.
#[derive(Clone, PartialEq, Debug)]
pub struct Overridden {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// Its day.
    pub on: NaiveDate,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub staff: String,
    /// To whom, as screens name them.
    pub name: String,
    /// The family, to open its card.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// The rule that was bent; none for aid without a right to the programme.
    pub rule: Option<RuleCode>,
    /// Of what; none likewise.
    pub line: Option<(ItemCode, Quantity)>,
    /// The programme.
    pub programme: Option<ProgrammeCode>,
    /// The reason.
    pub reason: String,
    /// Whether the act is reversed.
    pub reversed: bool,
}

impl AidView {
    /// What each line of a cart comes to: limits and what stays on the shelf. Pure, for every key typed; [`super::Office::issue`] asks the
    /// file again.
    pub fn answers(&self, cart: &Cart) -> Vec<LineAnswer> {
        view::answers(self, cart)
    }

    /// An item of the catalogue.
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.catalogue.item(code)
    }

    /// What one kit of an item holds, put together on the day.
    pub fn composition(&self, item: &ItemCode) -> &[KitPart] {
        self.catalogue.kit_on(item, self.on).map_or(&[], |kit| &kit.parts)
    }
}

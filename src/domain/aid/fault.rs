//! Why an act cannot be so. Every variant carries what its sentence needs; the sentences are in `acts.ftl`.

use crate::domain::clock::Moment;
use crate::domain::limit::Verdict;
use crate::domain::stock::{ActNumber, ItemCode, ProgrammeCode, Quantity, QuantityFault, RuleCode, Unit};
use chrono::NaiveDate;

/// A catalogue that a code was looked up in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CatalogueThing {
    /// Items.
    Item,
    /// Programmes.
    Programme,
    /// Partners.
    Partner,
    /// Locations.
    Location,
    /// Campaigns.
    Campaign,
    /// Lots of a storeroom.
    Lot,
}

impl CatalogueThing {
    /// The word in message ids (`aid-fault-unknown-item`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Programme => "programme",
            Self::Partner => "partner",
            Self::Location => "location",
            Self::Campaign => "campaign",
            Self::Lot => "lot",
        }
    }
}

/// What is missing for a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shortage {
    /// The line, from 0.
    pub line: usize,
    /// Of what.
    pub item: ItemCode,
    /// How it is counted.
    pub unit: Unit,
    /// How much was wanted.
    pub wanted: Quantity,
    /// How much there is (for this line, after the lines before it).
    pub left: Quantity,
    /// How much more lies there past its last day.
    pub expired: Quantity,
    /// What can be given instead: items of the same group that are there.
    pub instead: Vec<(ItemCode, Unit, Quantity)>,
}

/// Why an act cannot be so; nothing was written.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum AidFault {
    /// There is nothing on it.
    #[error("no lines")]
    Empty,
    /// A quantity of a line cannot be so.
    #[error("line {line}: {fault}")]
    Quantity {
        /// The line, from 0.
        line: usize,
        /// Of what.
        item: ItemCode,
        /// What is wrong.
        fault: QuantityFault,
    },
    /// A catalogue has no such entry; carries what was said.
    #[error("unknown {what:?}: {code}")]
    Unknown {
        /// Which catalogue.
        what: CatalogueThing,
        /// The code.
        code: String,
    },
    /// An item, programme, partner or location is switched off.
    #[error("{what:?} switched off: {code}")]
    Off {
        /// Which catalogue.
        what: CatalogueThing,
        /// The code.
        code: String,
        /// Since when.
        since: NaiveDate,
    },
    /// The day has not come yet.
    #[error("future date")]
    FutureDate(NaiveDate),
    /// The programme had not begun.
    #[error("before the programme")]
    BeforeProgramme {
        /// Which.
        programme: ProgrammeCode,
        /// When it begins.
        starts_on: NaiveDate,
    },
    /// The programme was over.
    #[error("after the programme")]
    AfterProgramme {
        /// Which.
        programme: ProgrammeCode,
        /// Its last day.
        ends_on: NaiveDate,
    },
    /// The family's entry is closed.
    #[error("family closed")]
    ClosedFamily {
        /// Since when.
        since: NaiveDate,
    },
    /// The person has died.
    #[error("died")]
    Died {
        /// When.
        on: NaiveDate,
    },
    /// They have no right to the programme: a reason is wanted.
    #[error("no right")]
    NoRight {
        /// To which.
        programme: ProgrammeCode,
    },
    /// A limit is in the way of a line: a reason is wanted.
    #[error("limit")]
    Limit {
        /// The line, from 0.
        line: usize,
        /// Of what.
        item: ItemCode,
        /// Which rule.
        rule: RuleCode,
        /// Its answer.
        verdict: Verdict,
    },
    /// There is not so much.
    #[error("shortage")]
    Shortage(Box<Shortage>),
    /// The lot that was asked for is past its last day.
    #[error("expired lot")]
    ExpiredLot {
        /// The line, from 0.
        line: usize,
        /// Of what.
        item: ItemCode,
        /// Its last day.
        expires_on: NaiveDate,
    },
    /// Goods that have a last day came without one, or with one that is past.
    #[error("expiry wanted")]
    Expiry {
        /// The line, from 0.
        line: usize,
        /// Of what.
        item: ItemCode,
        /// The day that was said.
        expires_on: Option<NaiveDate>,
    },
    /// The recipient was changed, closed or merged at another desk since it was shown.
    #[error("stale")]
    Stale {
        /// By whom.
        by: String,
        /// When.
        at: Moment,
        /// The word of that deed (`deed-ACTION`).
        action: String,
    },
    /// Whoever collects is neither in the family nor may collect for it.
    #[error("collector")]
    NotACollector,
    /// Nobody said who carries it away.
    #[error("no collector")]
    NoCollector,
    /// The campaign served these already.
    #[error("served")]
    Served {
        /// By which act.
        act: ActNumber,
        /// When it was written.
        at: Moment,
        /// At which desk.
        desk: String,
        /// By whom.
        by: String,
    },
    /// The act is reversed already.
    #[error("reversed already")]
    Reversed {
        /// By which act.
        by: ActNumber,
    },
    /// A reversal stays: the goods are issued again.
    #[error("a reversal")]
    IsReversal,
    /// The goods of the act went out since.
    #[error("goods went out")]
    GoodsGone {
        /// Of what.
        item: ItemCode,
        /// How it is counted.
        unit: Unit,
        /// How much of it is gone.
        missing: Quantity,
        /// The first acts that took it, newest first.
        acts: Vec<ActNumber>,
    },
    /// There is no such act.
    #[error("no such act")]
    NoSuchAct,
    /// The item is no kit.
    #[error("no kit")]
    NotAKit(ItemCode),
    /// Nobody said what the kit holds on that day.
    #[error("no composition")]
    NoComposition(ItemCode),
    /// From a location to the same one.
    #[error("same location")]
    SameLocation,
    /// A receipt says who gave it.
    #[error("no donor")]
    NoDonor,
    /// A count of this location is under way already.
    #[error("count under way")]
    CountUnderWay {
        /// Since when.
        begun_on: NaiveDate,
    },
    /// There is no such count, or it is past this step.
    #[error("no such count")]
    NoSuchCount,
    /// Nothing was counted yet.
    #[error("nothing counted")]
    NothingCounted,
    /// Another person than who entered it says that a count is right.
    #[error("same person")]
    SamePerson,
    /// The key is taken by another act (an import).
    #[error("key taken")]
    KeyTaken(String),
}

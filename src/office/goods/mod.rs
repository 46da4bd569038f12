//! Goods and aid of old years, taken over from files and given out into files.
//!
//! All of a file or nothing, in one transaction; a dry run does all of it and then does not commit, so that what it says is exactly what
//! would happen. Rows are written in the order of their days, and none may break the balance of any day: what is missing names its row.
//! What was written down at the counter then stands: limits, rights and closed entries of today are not asked.

mod aid;
mod stock;

use super::deed::{Deed, Detail, nothing};
use super::{Office, OfficeError, Run};
use crate::domain::aid::{AidCatalogue, AidFault};
use crate::domain::id::ActId;
use crate::domain::staff::Right;
use crate::domain::stock::{Grams, ItemCode, PartnerCode, ProgrammeCode, Quantity, Unit};
use crate::store::stock::catalogue;
use chrono::NaiveDate;
use uuid::Uuid;

/// What came or was written off, one line of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StockLine {
    /// The office's own key of the line.
    pub key: String,
    /// The day.
    pub on: NaiveDate,
    /// Of what.
    pub item: ItemCode,
    /// How much; below zero: written off.
    pub quantity: Quantity,
    /// What it weighed, where the file says.
    pub weight: Option<Grams>,
    /// Who gave it.
    pub partner: Option<PartnerCode>,
    /// The paper it came by, or why it was written off.
    pub document: String,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
}

/// What was given out, one line of an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AidLine {
    /// The office's own key of the act.
    pub act: String,
    /// The day.
    pub on: NaiveDate,
    /// To whom.
    pub to: AidTo,
    /// Who carried it away, as the file says.
    pub collected_by: String,
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// What it weighed, where the file says.
    pub weight: Option<Grams>,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Key of the campaign; empty for none.
    pub campaign: String,
    /// Whose goods, where the file says.
    pub partner: Option<PartnerCode>,
    /// Note on the act.
    pub note: String,
}

/// To whom, as a file names them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AidTo {
    /// Key or number of a family.
    Family(String),
    /// Key of a person.
    Person(String),
    /// An organisation.
    Organisation(PartnerCode),
}

/// Why a line cannot be taken over.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsFault {
    /// The line, by its place in what was handed over.
    pub line: usize,
    /// What is wrong.
    pub what: GoodsWrong,
}

/// What is wrong with a line.
#[derive(Clone, PartialEq, Debug)]
pub enum GoodsWrong {
    /// There was not so much on that day, or would not be on a later one.
    NotThere {
        /// How much could be taken.
        left: Quantity,
        /// How it is counted.
        unit: Unit,
    },
    /// An act of this key is in the office already and says something else.
    KeyTaken,
    /// No family has this key or number.
    NoFamily,
    /// Nobody has this key.
    NoPerson,
    /// No campaign has this key.
    NoCampaign,
    /// The campaign served them already.
    Served,
    /// Anything else that the office refuses.
    Refused(Box<OfficeError>),
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct GoodsOutcome {
    /// Acts that were written, or would be.
    pub added: usize,
    /// Acts that were there already.
    pub unchanged: usize,
}

/// What reading a file needs to know of the office.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsSetting {
    /// The present day.
    pub today: NaiveDate,
    /// What is listed.
    pub catalogue: AidCatalogue,
}

/// Faults that are listed before the import gives up looking for more.
const FAULTS_LISTED: usize = 1_000;

/// How a long import tells how far it is: done, all.
type Progress<'a> = &'a mut dyn FnMut(usize, usize);

impl Office {
    /// What reading a file of goods needs to know. Errors: `NotAllowed(Import)`.
    pub fn goods_setting(&mut self) -> Result<GoodsSetting, OfficeError> {
        self.require_now(Right::Import)?;
        let today = self.clock().today();
        Ok(GoodsSetting { today, catalogue: self.store.read(catalogue::read)? })
    }

    /// The same for writing a file. Errors: `NotAllowed(Export)`.
    pub fn goods_setting_for_export(&mut self) -> Result<GoodsSetting, OfficeError> {
        self.require_now(Right::Export)?;
        let today = self.clock().today();
        Ok(GoodsSetting { today, catalogue: self.store.read(catalogue::read)? })
    }

    /// Does `work` inside a deed and commits it only where it is meant and nothing was wrong.
    fn goods(
        &mut self,
        action: &str,
        count: usize,
        run: Run,
        work: impl FnOnce(&mut Deed<'_>) -> Result<Result<GoodsOutcome, Vec<GoodsFault>>, OfficeError>,
    ) -> Result<Result<GoodsOutcome, Vec<GoodsFault>>, OfficeError> {
        let id = self.new_deed();
        // The way out of the transaction without a commit is an error; what it means lies here.
        let mut answer = None;
        let done = self.deed(Some(id), Some(Right::Import), nothing, |deed| {
            let taken = work(deed)?;
            let commit = run == Run::Real && taken.as_ref().is_ok_and(|outcome| outcome.added > 0);
            if commit {
                deed.journal(action, None, &Detail { count: Some(count), ..Detail::default() })?;
            }
            answer = Some(taken);
            if commit { Ok(()) } else { Err(AidFault::Empty.into()) }
        });
        match (answer, done) {
            (Some(answer), Ok(())) => Ok(answer),
            (Some(answer), Err(_)) if run == Run::Dry || !answer.as_ref().is_ok_and(|out| out.added > 0) => Ok(answer),
            (_, Err(fault)) => Err(fault),
            (None, Ok(())) => Ok(Ok(GoodsOutcome::default())),
        }
    }
}

/// The act that a key of an export means: `ACT` or `ACT/LINE` with the act's own id.
fn exported_id(key: &str) -> Option<(ActId, Option<usize>)> {
    let (act, line) = match key.split_once('/') {
        Some((act, line)) => (act, Some(line.parse().ok()?)),
        None => (key, None),
    };
    let id = Uuid::try_parse(act).ok().filter(|id| id.to_string() == act)?;
    Some((ActId(id), line))
}

/// What a refusal of the office means for a line.
fn wrong(fault: OfficeError) -> GoodsWrong {
    match fault {
        OfficeError::Aid(AidFault::Shortage(missing)) => {
            GoodsWrong::NotThere { left: missing.left, unit: missing.unit }
        }
        OfficeError::Aid(AidFault::KeyTaken(_)) => GoodsWrong::KeyTaken,
        OfficeError::Aid(AidFault::Served { .. }) => GoodsWrong::Served,
        OfficeError::NoSuchFamily => GoodsWrong::NoFamily,
        OfficeError::NoSuchPerson => GoodsWrong::NoPerson,
        other => GoodsWrong::Refused(Box::new(other)),
    }
}

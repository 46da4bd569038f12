//! Acts as lists and as cards.

use super::recipient::Known;
use super::{ActCard, ActRecipient, ActSummary, Overridden, Whom};
use crate::domain::aid::{AidFault, Ground, RecipientKind};
use crate::domain::category::CategoryCode;
use crate::domain::staff::Right;
use crate::domain::stock::{ActId, ActNumber};
use crate::office::sight::Sight;
use crate::office::{Office, OfficeError};
use crate::store::aid::recipients::RecipientRow;
use crate::store::aid::{given, overrides, recipients, sessions};
use crate::store::stock::{acts, catalogue};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

impl Office {
    /// An act with its lines and its recipient. Needs `Right::SeeStock`. Errors: `Aid(NoSuchAct)`.
    pub fn act(&mut self, act: ActId) -> Result<ActCard, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let sight = self.sight();
        self.store.read(|tx| card(tx, &sight, act))?.ok_or_else(|| AidFault::NoSuchAct.into())
    }

    /// The act of a number, this office's own before another's.
    pub fn act_by_number(&mut self, number: ActNumber) -> Result<Option<ActId>, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let site = self.site;
        Ok(self.store.read(|tx| acts::by_number(tx, site, number))?.into_iter().next())
    }

    /// Everything that somebody was given, the latest first, reversed acts too; of a family also what its members got by themselves and what
    /// entries merged into it got.
    pub fn acts_of(&mut self, whom: &Whom) -> Result<Vec<ActSummary>, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let today = self.clock().now().date_naive();
        let found = |tx: &Tx| -> Result<Vec<ActSummary>, OfficeError> {
            let known = match whom {
                Whom::Family(family) => Known::family(tx, *family, today)?,
                Whom::Person(person) => Known::person(tx, *person, today)?,
                Whom::Organisation(partner) => Known::organisation(&catalogue::read(tx)?, partner, NaiveDate::MIN)?,
                Whom::Nobody(_) => return Ok(Vec::new()),
            };
            let acts = known.of().map(|of| given::acts(tx, &of)).transpose()?.unwrap_or_default();
            Ok(summaries(tx, acts.into_iter())?)
        };
        self.store.read(|tx| Ok(found(tx)))?
    }

    /// Every act of a time, of every kind, the latest first.
    pub fn acts_between(&mut self, from: NaiveDate, until: NaiveDate) -> Result<Vec<ActSummary>, OfficeError> {
        self.require_now(Right::SeeStock)?;
        Ok(self.store.read(|tx| summaries(tx, acts::between(tx, from, until)?.into_iter()))?)
    }

    /// Where limits were bent or aid was given without a right, the latest first. Needs `Right::SeeOverrides`.
    pub fn overrides(&mut self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Overridden>, OfficeError> {
        self.require_now(Right::SeeOverrides)?;
        Ok(self.store.read(|tx| {
            let mut found = Vec::new();
            for row in overrides::between(tx, from, until)? {
                let (Some(act), Some(recipient)) = (acts::get(tx, row.act)?, recipients::get(tx, row.act)?) else {
                    continue;
                };
                let (name, family) = recipients::named(tx, &recipient)?;
                found.push(Overridden {
                    act: row.act,
                    number: act.head.number,
                    on: act.head.happened_on,
                    at: act.head.made_at,
                    staff: act.head.staff,
                    name,
                    family,
                    rule: row.rule,
                    line: row.line,
                    programme: act.head.programme,
                    reason: row.reason,
                    reversed: act.head.reversed_by.is_some(),
                });
            }
            Ok(found)
        })?)
    }
}

/// Acts as lines of a list.
pub(super) fn summaries(tx: &Tx, acts: impl Iterator<Item = ActId>) -> Result<Vec<ActSummary>, StoreError> {
    let mut found = Vec::new();
    for act in acts {
        let Some(act) = acts::get(tx, act)? else { continue };
        let weight = act.weight();
        found.push(ActSummary {
            act: act.head.id,
            number: act.head.number,
            kind: act.head.kind,
            on: act.head.happened_on,
            programme: act.head.programme,
            lines: act.lines.into_iter().map(|line| (line.item, line.quantity)).collect(),
            weight,
            staff: act.head.staff,
            reversed_by: act.head.reversed_by.map(|(_, number)| number),
        });
    }
    Ok(found)
}

/// An act as the asker may see it.
pub(in crate::office) fn card(tx: &Tx, sight: &Sight, act: ActId) -> Result<Option<ActCard>, StoreError> {
    let Some(act) = acts::get(tx, act)? else { return Ok(None) };
    let about = act.head.reverses.map_or(act.head.id, |(reversed, _)| reversed);
    let recipient = recipient(tx, sight, about)?;
    let reversed_kind = match act.head.reverses {
        Some((reversed, _)) => acts::get(tx, reversed)?.map(|reversed| reversed.head.kind),
        None => None,
    };
    Ok(Some(ActCard { act, recipient, reversed_kind, catalogue: catalogue::read(tx)? }))
}

/// To whom an issue was, as the asker may see it.
pub(in crate::office) fn recipient(tx: &Tx, sight: &Sight, act: ActId) -> Result<Option<ActRecipient>, StoreError> {
    recipients::get(tx, act)?.map(|row| shown(tx, sight, row)).transpose()
}

fn shown(tx: &Tx, sight: &Sight, row: RecipientRow) -> Result<ActRecipient, StoreError> {
    let (name, family) = recipients::named(tx, &row)?;
    let ground = match (row.ground.is_empty(), row.right_reason.is_empty()) {
        (true, true) => Ground::Anybody,
        (true, false) => Ground::None,
        (false, _) if sight.sees(&CategoryCode(row.ground.clone())) => Ground::Category(CategoryCode(row.ground)),
        (false, _) => Ground::Hidden,
    };
    let campaign = match row.session {
        Some(session) => sessions::campaign(tx, session)?.map(|campaign| (session, campaign.title)),
        None => None,
    };
    // An organisation's driver is no secret; the papers of people are.
    let sees_paper = sight.contacts || row.kind == RecipientKind::Organisation;
    let categories = row.categories.split_whitespace().map(|code| CategoryCode(code.to_owned()));
    Ok(ActRecipient {
        kind: row.kind,
        family,
        person: row.person,
        partner: row.partner,
        name,
        household: (row.adults, row.children),
        categories: categories.filter(|code| sight.sees(code)).collect(),
        ground,
        right_reason: row.right_reason,
        campaign,
        collector_kind: row.collector_kind,
        collector_name: row.collector_name,
        collector_paper: if sees_paper { row.collector_paper } else { String::new() },
    })
}

//! A campaign: an action at which many families get the same in an hour. What each gets, when and from where, and why it can be refused.
//!
//! Pure. Who is expected and who was served lies in the store; handing over is `office::campaign`, which issues through the help room.

use super::aid::CartLine;
use super::filter::Filter;
use super::id::{FamilyId, PersonId};
use super::limit::Per;
use super::stock::{ItemCode, LocationCode, PartnerCode, ProgrammeCode, Quantity};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Longest title, in characters: it must fit a list.
pub const TITLE_CHARACTERS: usize = 80;

/// What a form of a campaign says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CampaignDraft {
    /// Its title.
    pub title: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day: the same for a campaign of one day.
    pub ends_on: NaiveDate,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Who made it possible.
    pub partner: Option<PartnerCode>,
    /// From where goods are handed out: the storeroom, a brigade's car.
    pub location: LocationCode,
    /// Where it is held, as written.
    pub settlement: String,
    /// Note.
    pub note: String,
    /// What each of those expected gets.
    pub goods: Vec<Good>,
}

/// What each of those expected gets of an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Good {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// Once for a family, or for everybody or every child in it.
    pub per: Per,
}

/// Where a campaign stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CampaignStatus {
    /// It is prepared, or under way.
    Planned,
    /// It is over: what was left is back in the storeroom.
    Held,
    /// It was called off.
    Cancelled,
}

impl CampaignStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Cancelled];

    /// The word in the store and in message ids (`campaign-status-held`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }
}

/// How somebody came onto the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    /// By a filter of the register.
    Filter,
    /// By hand, before the day.
    Hand,
    /// At the door, with a reason.
    Door,
}

impl Source {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Filter, Self::Hand, Self::Door];

    /// The word in the store and in message ids (`campaign-source-door`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Filter => "filter",
            Self::Hand => "hand",
            Self::Door => "door",
        }
    }
}

/// Whom a campaign expects.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guest {
    /// A family.
    Family(FamilyId),
    /// A person by themselves.
    Person(PersonId),
}

impl Guest {
    /// The family, where it is one.
    pub fn family(self) -> Option<FamilyId> {
        match self {
            Self::Family(family) => Some(family),
            Self::Person(_) => None,
        }
    }

    /// The person, where it is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Family(_) => None,
            Self::Person(person) => Some(person),
        }
    }
}

/// Why a campaign cannot be so. The sentences are `campaign-fault-…`.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum CampaignFault {
    /// A title is wanted, of at most [`TITLE_CHARACTERS`].
    #[error("title wanted")]
    Title,
    /// The last day lies before the first.
    #[error("days in the wrong order")]
    Days {
        /// First day.
        starts_on: NaiveDate,
        /// Last day.
        ends_on: NaiveDate,
    },
    /// Nothing is said that anybody would get.
    #[error("no goods")]
    NoGoods,
    /// The same item stands there twice.
    #[error("item twice")]
    ItemTwice(ItemCode),
    /// There is no such campaign.
    #[error("no such campaign")]
    NoSuchCampaign,
    /// It is over or was called off.
    #[error("not under way")]
    NotUnderWay(CampaignStatus),
    /// The day does not lie in it.
    #[error("another day")]
    AnotherDay {
        /// First day.
        starts_on: NaiveDate,
        /// Last day.
        ends_on: NaiveDate,
    },
    /// Whoever came is not on the list: the conditions of the list that they do not meet, each as a filter of its own. Nothing is in here
    /// that the asker may not see.
    #[error("not on the list")]
    NotExpected {
        /// The unmet conditions.
        unmet: Vec<Filter>,
    },
    /// By what the campaign gives, this one gets nothing: a family without children where goods are for children.
    #[error("nothing for them")]
    NothingForThem,
}

impl CampaignDraft {
    /// What a draft lacks: the first fault.
    pub fn fault(&self) -> Option<CampaignFault> {
        let title = self.title.trim();
        if title.is_empty() || title.chars().count() > TITLE_CHARACTERS {
            return Some(CampaignFault::Title);
        }
        if self.ends_on < self.starts_on {
            return Some(CampaignFault::Days { starts_on: self.starts_on, ends_on: self.ends_on });
        }
        if self.goods.is_empty() {
            return Some(CampaignFault::NoGoods);
        }
        let twice = self
            .goods
            .iter()
            .enumerate()
            .find(|(place, good)| self.goods[..*place].iter().any(|g| g.item == good.item));
        twice.map(|(_, good)| CampaignFault::ItemTwice(good.item.clone()))
    }

    /// Whether the day lies in it.
    pub fn has_day(&self, day: NaiveDate) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }

    /// What a household of so many adults and children gets.
    pub fn cart(&self, adults: u32, children: u32) -> Vec<CartLine> {
        let lines = self.goods.iter().map(|good| {
            let times = match good.per {
                Per::Family => 1,
                Per::Person => i64::from(adults) + i64::from(children),
                Per::Child => i64::from(children),
            };
            CartLine::new(good.item.clone(), Quantity(good.quantity.0.saturating_mul(times)))
        });
        lines.filter(|line| line.quantity.0 > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn good(item: &str, quantity: i64, per: Per) -> Good {
        Good { item: item.into(), quantity: Quantity(quantity), per }
    }

    fn saint_nicholas() -> CampaignDraft {
        CampaignDraft {
            title: "Миколай".to_owned(),
            starts_on: day(20),
            ends_on: day(21),
            programme: None,
            partner: None,
            location: LocationCode::storeroom(),
            settlement: String::new(),
            note: String::new(),
            goods: vec![
                good("food_kit", 1, Per::Family),
                good("gift", 1, Per::Child),
                good("clothes", 2000, Per::Person),
            ],
        }
    }

    #[test]
    fn each_family_gets_by_its_heads() {
        let campaign = saint_nicholas();
        let got = |adults, children| {
            let lines = campaign.cart(adults, children);
            lines.into_iter().map(|line| (line.item.0, line.quantity.0)).collect::<Vec<_>>()
        };
        let of = |lines: &[(&str, i64)]| lines.iter().map(|(item, of)| ((*item).to_owned(), *of)).collect::<Vec<_>>();
        assert_eq!(got(2, 3), of(&[("food_kit", 1), ("gift", 3), ("clothes", 10_000)]));
        assert_eq!(got(1, 0), of(&[("food_kit", 1), ("clothes", 2000)]));
    }

    #[test]
    fn a_draft_says_its_first_fault() {
        let good_one = saint_nicholas();
        assert_eq!(good_one.fault(), None);
        let faulty = |change: &dyn Fn(&mut CampaignDraft)| {
            let mut draft = saint_nicholas();
            change(&mut draft);
            draft.fault()
        };
        assert_eq!(faulty(&|draft| draft.title = "  ".to_owned()), Some(CampaignFault::Title));
        assert_eq!(faulty(&|draft| draft.title = "х".repeat(81)), Some(CampaignFault::Title));
        assert_eq!(
            faulty(&|draft| draft.ends_on = day(1)),
            Some(CampaignFault::Days { starts_on: day(20), ends_on: day(1) })
        );
        assert_eq!(faulty(&|draft| draft.goods.clear()), Some(CampaignFault::NoGoods));
        assert_eq!(
            faulty(&|draft| draft.goods.push(good("gift", 2, Per::Family))),
            Some(CampaignFault::ItemTwice("gift".into()))
        );
    }

    #[test]
    fn both_ends_of_a_campaign_are_in_it() {
        let campaign = saint_nicholas();
        assert_eq!([19, 20, 21, 22].map(|of| campaign.has_day(day(of))), [false, true, true, false]);
    }
}

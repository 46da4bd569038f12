//! Limits on how often a kind of aid may be given.
//!
//! A limit answers "may these have so much today?" with yes, or with the first day on which they may and the act that stands in the way.
//! It never refuses by itself: the storekeeper may bend it with a reason (`office::aid_room`), and the director reads the list.
//! Pure: earlier acts come in as data, the day comes in as a date.
//!
//! An act stands in the way from its day until the same day of the next period: a kit of 2 November and a rule of one month give the next
//! one from 2 December; of 31 January from 28 (29) February. An act entered for a past day is judged by the later ones too.

use crate::domain::category::CategoryCode;
use crate::domain::stock::{ActNumber, Grams, GroupCode, ItemCode, Quantity, RuleCode};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// How long an act stands in the way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// So many days.
    Days(u32),
    /// So many calendar months.
    Months(u32),
    /// So many years.
    Years(u32),
    /// For ever.
    Once,
}

impl Period {
    /// The word in the store and in message ids (`limit-period-months`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Days(_) => "days",
            Self::Months(_) => "months",
            Self::Years(_) => "years",
            Self::Once => "once",
        }
    }

    /// How many of them; 1 for once.
    pub fn count(self) -> u32 {
        match self {
            Self::Days(count) | Self::Months(count) | Self::Years(count) => count,
            Self::Once => 1,
        }
    }

    /// The period of a word and a count.
    pub fn of(code: &str, count: u32) -> Option<Self> {
        Some(match code {
            "days" => Self::Days(count),
            "months" => Self::Months(count),
            "years" => Self::Years(count),
            "once" => Self::Once,
            _ => return None,
        })
    }

    /// The first day on which an act of that day is in the way no more; none: never.
    pub fn free_from(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(count) => day.checked_add_days(Days::new(u64::from(count))),
            Self::Months(count) => day.checked_add_months(Months::new(count)),
            Self::Years(count) => day.checked_add_months(Months::new(count.saturating_mul(12))),
            Self::Once => None,
        }
    }
}

/// What a rule is about.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// One item.
    Item(ItemCode),
    /// All items of a group together.
    Group(GroupCode),
}

/// What a rule counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many times: acts.
    Times,
    /// Pieces, pairs, kits.
    Pieces,
    /// Weight, in grams.
    Grams,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 3] = [Self::Times, Self::Pieces, Self::Grams];

    /// The word in the store and in message ids (`limit-measure-times`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::Pieces => "pieces",
            Self::Grams => "grams",
        }
    }
}

/// For whom the amount is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// The family as a whole.
    Family,
    /// Everybody in it.
    Person,
    /// Every child in it.
    Child,
}

impl Per {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Family, Self::Person, Self::Child];

    /// The word in the store and in message ids (`limit-per-child`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Person => "person",
            Self::Child => "child",
        }
    }
}

/// A rule.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct LimitRule {
    /// Its code, the key.
    pub code: RuleCode,
    /// The office's own Ukrainian name; empty for a shipped one under the program's name.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// About what.
    pub about: About,
    /// In what time.
    pub period: Period,
    /// Counted how.
    pub measure: Measure,
    /// How much of that.
    pub amount: i64,
    /// For whom.
    pub per: Per,
    /// For which categories; none: for everybody.
    pub categories: Vec<CategoryCode>,
    /// Place in lists.
    pub position: u32,
    /// The day since which it holds no more.
    pub off_since: Option<NaiveDate>,
}

/// Who asks: how many, and what they are.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Asker {
    /// Adults on the day.
    pub adults: u32,
    /// Children on the day.
    pub children: u32,
    /// Categories in force on the day.
    pub categories: Vec<CategoryCode>,
}

/// What they got before: one line of an act in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// The act.
    pub act: ActNumber,
    /// Its day.
    pub on: NaiveDate,
    /// Of what.
    pub item: ItemCode,
    /// Of which group.
    pub group: GroupCode,
    /// How much, in the item's base unit.
    pub quantity: Quantity,
    /// Whether the quantity is grams.
    pub weighed: bool,
    /// What it weighed, where that is known.
    pub weight: Option<Grams>,
}

/// Whether so much may be given on the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Yes.
    Allowed,
    /// From that day on; because of that act.
    From {
        /// The first day.
        date: NaiveDate,
        /// The act in the way and its day.
        because: (ActNumber, NaiveDate),
    },
    /// Once was all; because of that act.
    Never {
        /// The act in the way and its day.
        because: (ActNumber, NaiveDate),
    },
    /// More than the rule gives at any time.
    TooMuch {
        /// The most, as the rule measures it; nothing for a rule per child of those who have none.
        most: i64,
    },
}

impl Verdict {
    /// Whether it is yes.
    pub fn is_allowed(&self) -> bool {
        *self == Self::Allowed
    }

    /// Whether it stands in the way longer than another answer.
    pub fn is_stricter(&self, other: &Self) -> bool {
        let rank = |verdict: &Self| match verdict {
            Self::Allowed => (0, None),
            Self::From { date, .. } => (1, Some(*date)),
            Self::Never { .. } => (2, None),
            Self::TooMuch { .. } => (3, None),
        };
        rank(self) > rank(other)
    }
}

/// How a rule stands for somebody on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The rule.
    pub rule: RuleCode,
    /// How much is left on the day, as the rule measures it.
    pub left: i64,
    /// The most at any time.
    pub most: i64,
    /// The answer for one more: a piece, a time, a gram.
    pub next: Verdict,
    /// The last that counts.
    pub last: Option<(ActNumber, NaiveDate)>,
}

impl LimitRule {
    /// Whether it holds for these on that day.
    pub fn holds_for(&self, who: &Asker, on: NaiveDate) -> bool {
        self.off_since.is_none_or(|since| on < since)
            && (self.categories.is_empty() || self.categories.iter().any(|code| who.categories.contains(code)))
    }

    /// Whether it is about this item.
    pub fn covers(&self, item: &ItemCode, group: &GroupCode) -> bool {
        match &self.about {
            About::Item(of) => of == item,
            About::Group(of) => of == group,
        }
    }

    /// How much of something counts, as the rule measures it.
    pub fn measured(&self, quantity: Quantity, weighed: bool, weight: Option<Grams>) -> i64 {
        match self.measure {
            Measure::Times => 1,
            // Weighed goods have no pieces: a handful is one.
            Measure::Pieces if weighed => 1,
            Measure::Pieces => quantity.0,
            Measure::Grams => weight.map_or(if weighed { quantity.0 } else { 0 }, |weight| weight.0),
        }
    }

    /// The most that these may have at any time.
    pub fn most(&self, who: &Asker) -> i64 {
        let heads = match self.per {
            Per::Family => 1,
            Per::Person => (who.adults + who.children).max(1),
            Per::Child => who.children,
        };
        self.amount.saturating_mul(i64::from(heads))
    }

    /// Whether these may have so much more (as the rule measures it) on the day, after what they were given.
    pub fn judge(&self, who: &Asker, given: &[Given], wanted: i64, on: NaiveDate) -> Verdict {
        let most = self.most(who);
        if wanted > most {
            return Verdict::TooMuch { most };
        }
        let counted = self.counted(given);
        if fits(&counted, self.period, on, wanted, most) {
            return Verdict::Allowed;
        }
        // What stands in the way last is what frees the day.
        let mut days: Vec<(NaiveDate, (ActNumber, NaiveDate))> = counted
            .iter()
            .filter_map(|one| Some((self.period.free_from(one.on)?, (one.act, one.on))))
            .filter(|(day, _)| *day > on)
            .collect();
        days.sort_unstable();
        let found = days.into_iter().find(|(day, _)| fits(&counted, self.period, *day, wanted, most));
        match (found, counted.iter().max_by_key(|one| one.on)) {
            (Some((date, because)), _) => Verdict::From { date, because },
            (None, Some(last)) => Verdict::Never { because: (last.act, last.on) },
            (None, None) => Verdict::TooMuch { most },
        }
    }

    /// How it stands on the day.
    pub fn standing(&self, who: &Asker, given: &[Given], on: NaiveDate) -> Standing {
        let counted = self.counted(given);
        let most = self.most(who);
        let left = (most - in_the_way(&counted, self.period, on)).max(0);
        let last = counted.iter().max_by_key(|one| one.on).map(|one| (one.act, one.on));
        Standing { rule: self.code.clone(), left, most, next: self.judge(who, given, 1, on), last }
    }

    /// What of it counts for this rule, an act at a time.
    fn counted(&self, given: &[Given]) -> Vec<Counted> {
        let mut counted: Vec<Counted> = Vec::new();
        for one in given.iter().filter(|one| self.covers(&one.item, &one.group)) {
            let amount = self.measured(one.quantity, one.weighed, one.weight);
            // With the day, because two offices' files number their acts alike.
            match counted.iter_mut().find(|there| (there.act, there.on) == (one.act, one.on)) {
                Some(_) if self.measure == Measure::Times => {}
                Some(there) => there.amount += amount,
                None => counted.push(Counted { act: one.act, on: one.on, amount }),
            }
        }
        counted
    }
}

/// A line that is to be given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Of what.
    pub item: ItemCode,
    /// Of which group.
    pub group: GroupCode,
    /// How much.
    pub quantity: Quantity,
    /// Whether the quantity is grams.
    pub weighed: bool,
    /// What it weighs, where that is known.
    pub weight: Option<Grams>,
}

/// A rule and its answer.
pub type RuleVerdict = (RuleCode, Verdict);

/// For each line of one act the strictest answer of the rules that cover it, with the rule; none where no rule does. Lines before it on the
/// same act count with it: two lines of one kit are two kits.
pub fn judge_lines(
    rules: &[LimitRule],
    who: &Asker,
    given: &[Given],
    lines: &[Wanted],
    on: NaiveDate,
) -> Vec<Option<RuleVerdict>> {
    let answer = |place: usize, line: &Wanted| {
        let covering = rules.iter().filter(|rule| rule.covers(&line.item, &line.group));
        covering.fold(None, |strictest: Option<(RuleCode, Verdict)>, rule| {
            let together = lines.iter().take(place + 1).filter(|one| rule.covers(&one.item, &one.group));
            let amounts = together.map(|one| rule.measured(one.quantity, one.weighed, one.weight));
            let wanted = if rule.measure == Measure::Times { 1 } else { amounts.fold(0_i64, i64::saturating_add) };
            let verdict = rule.judge(who, given, wanted, on);
            match strictest {
                Some((code, there)) if !verdict.is_stricter(&there) => Some((code, there)),
                _ => Some((rule.code.clone(), verdict)),
            }
        })
    };
    lines.iter().enumerate().map(|(place, line)| answer(place, line)).collect()
}

/// An act as a rule counts it.
struct Counted {
    act: ActNumber,
    on: NaiveDate,
    amount: i64,
}

/// How much stands in the way of something given on that day.
fn in_the_way(counted: &[Counted], period: Period, on: NaiveDate) -> i64 {
    let until = |day: NaiveDate| period.free_from(day).unwrap_or(NaiveDate::MAX);
    let stands = |one: &&Counted| if one.on <= on { on < until(one.on) } else { one.on < until(on) };
    counted.iter().filter(stands).map(|one| one.amount).sum()
}

fn fits(counted: &[Counted], period: Period, on: NaiveDate, wanted: i64, most: i64) -> bool {
    in_the_way(counted, period, on).saturating_add(wanted) <= most
}

#[cfg(test)]
mod tests;

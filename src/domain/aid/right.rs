//! The right to aid: which programme is open to somebody on a day, and on what ground.

use super::programme::Programme;
use crate::domain::category::CategoryCode;
use crate::domain::stock::ProgrammeCode;
use chrono::NaiveDate;

/// On what ground somebody has a right.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ground {
    /// The programme is for anybody.
    Anybody,
    /// A category in force on the day.
    Category(CategoryCode),
    /// There is one, and the asker may not know which.
    Hidden,
    /// None: aid under the programme needs a reason.
    None,
}

impl Ground {
    /// Whether there is a right.
    pub fn is_right(&self) -> bool {
        *self != Self::None
    }
}

/// A programme and the right of somebody to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The programme.
    pub programme: ProgrammeCode,
    /// The ground.
    pub ground: Ground,
}

/// The ground on which these categories open a programme: the first of the person's that it names, those that may be told before others.
pub fn ground(programme: &Programme, categories: &[CategoryCode], may_tell: impl Fn(&CategoryCode) -> bool) -> Ground {
    if programme.grounds.is_empty() {
        return Ground::Anybody;
    }
    let mut named = categories.iter().filter(|code| programme.grounds.contains(code)).peekable();
    if named.peek().is_none() {
        return Ground::None;
    }
    named.find(|code| may_tell(code)).map_or(Ground::Hidden, |code| Ground::Category(code.clone()))
}

/// The programmes that are open on a day, with the right to each: those with a right first.
pub fn claims(
    programmes: &[Programme],
    categories: &[CategoryCode],
    day: NaiveDate,
    may_tell: impl Fn(&CategoryCode) -> bool,
) -> Vec<Claim> {
    let open = programmes.iter().filter(|programme| programme.is_open_on(day));
    let mut claims: Vec<Claim> = open
        .map(|programme| Claim { programme: programme.code.clone(), ground: ground(programme, categories, &may_tell) })
        .collect();
    // A right that somebody has by what they are comes before what is open to anybody.
    claims.sort_by_key(|claim| match claim.ground {
        Ground::Category(_) | Ground::Hidden => 0,
        Ground::Anybody => 1,
        Ground::None => 2,
    });
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programme(grounds: &[&str]) -> Programme {
        Programme {
            code: "room".into(),
            name: String::new(),
            name_en: String::new(),
            grounds: grounds.iter().map(|code| CategoryCode((*code).to_owned())).collect(),
            set: Vec::new(),
            starts_on: NaiveDate::from_ymd_opt(2026, 2, 1),
            ends_on: NaiveDate::from_ymd_opt(2026, 11, 30),
            position: 1,
            off_since: None,
        }
    }

    fn codes(codes: &[&str]) -> Vec<CategoryCode> {
        codes.iter().map(|code| CategoryCode((*code).to_owned())).collect()
    }

    #[test]
    fn a_ground_that_may_not_be_told_is_a_right_all_the_same() {
        let room = programme(&["displaced", "violence_survivor"]);
        let tells = |code: &CategoryCode| code.0 != "violence_survivor";
        assert_eq!(ground(&room, &codes(&["violence_survivor"]), tells), Ground::Hidden);
        assert_eq!(
            ground(&room, &codes(&["violence_survivor", "displaced"]), tells),
            Ground::Category(CategoryCode("displaced".to_owned()))
        );
        assert_eq!(ground(&room, &codes(&["veteran"]), tells), Ground::None);
        assert_eq!(ground(&programme(&[]), &[], tells), Ground::Anybody);
    }

    #[test]
    fn a_programme_is_open_through_its_last_day() {
        let room = programme(&[]);
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        for (month, of, open) in [(1, 31, false), (2, 1, true), (11, 30, true), (12, 1, false)] {
            assert_eq!(room.is_open_on(day(month, of)), open);
        }
    }
}

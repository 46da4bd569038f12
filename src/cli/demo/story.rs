//! What befell the families of the demo office: where they live and came from, on which grounds they are supported, since when
//! they are on the register, what the counter noted.

use super::names::lines;
use super::papers::Papers;
use super::people::Kind;
use super::rng::{Rng, Weighted};
use crate::domain::address::Address;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::person::{BirthDate, Consent, Sex};
use crate::domain::place::CODIFIER;
use chrono::{Datelike, Days, NaiveDate, Weekday};

const PLACES: &str = include_str!("../../../assets/demo/places.txt");
const ORIGINS: &str = include_str!("../../../assets/demo/origins.txt");
const STREETS: &str = include_str!("../../../assets/demo/streets.txt");
const NOTES: &str = include_str!("../../../assets/demo/notes.txt");

/// How far back the demo register goes.
const REGISTER_DAYS: u32 = 3 * 365;

/// A settlement of the office's community.
struct Home {
    code: &'static str,
    title: String,
    district: &'static str,
}

/// Everything the stories are told from.
pub(super) struct Story {
    today: NaiveDate,
    homes: Weighted<Home>,
    origins: Weighted<(&'static str, String)>,
    town: Weighted<&'static str>,
    village: Weighted<&'static str>,
    notes: Vec<(&'static str, &'static str)>,
}

fn title(code: &str) -> String {
    CODIFIER.get(code).map(crate::domain::place::Place::title).unwrap_or_default()
}

/// The parts of a line and the weight it begins with.
fn weighted(line: &'static str) -> (u32, &'static str, &'static str) {
    let mut parts = line.splitn(3, '\t');
    let weight = parts.next().and_then(|weight| weight.parse().ok()).unwrap_or(0);
    (weight, parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

impl Story {
    /// Reads the lists; `today` is the last day on which anybody came.
    pub(super) fn read(today: NaiveDate) -> Self {
        let streets = |kind: &'static str| {
            Weighted::new(
                lines(STREETS)
                    .map(weighted)
                    .filter(move |(_, of, _)| *of == kind)
                    .map(|(weight, _, street)| (weight, street)),
            )
        };
        Self {
            today,
            homes: Weighted::new(
                lines(PLACES)
                    .map(weighted)
                    .map(|(weight, code, district)| (weight, Home { code, title: title(code), district })),
            ),
            origins: Weighted::new(lines(ORIGINS).map(weighted).map(|(weight, code, _)| (weight, (code, title(code))))),
            town: streets("town"),
            village: streets("village"),
            notes: lines(NOTES).filter_map(|line| line.split_once('\t')).collect(),
        }
    }

    /// Somewhere in the office's community.
    pub(super) fn address(&self, rng: &mut Rng) -> Address {
        let home = self.homes.draw(rng);
        let in_town = home.district.is_empty() && home.title.starts_with("м.");
        let street = if in_town { self.town.draw(rng) } else { self.village.draw(rng) };
        let house = 1 + rng.below(if in_town { 90 } else { 60 });
        let building =
            if rng.percent(12) { format!("{house}{}", rng.pick(&["а", "б", "в", "/2"])) } else { house.to_string() };
        let flat = if in_town && rng.percent(78) { (1 + rng.below(120)).to_string() } else { String::new() };
        Address {
            settlement_code: Some(home.code.to_owned()),
            settlement: home.title.clone(),
            district: home.district.to_owned(),
            street: (*street).to_owned(),
            building,
            flat,
        }
    }

    /// Tells a family's story: everything but who is in it.
    pub(super) fn tell(&self, rng: &mut Rng, papers: &mut Papers, kind: Kind, family: &mut FamilyDraft) {
        family.registered_on = self.registered_on(rng);
        family.closed_on = self.closed_on(rng, family.registered_on);
        family.actual = self.address(rng);
        let displaced = !matches!(kind, Kind::FamilyHome) && rng.percent(26);
        if displaced {
            self.displace(rng, papers, family);
        } else if rng.percent(7) {
            family.registered = self.address(rng);
        }
        self.of_kind(rng, papers, kind, family);
        self.of_war(rng, papers, kind, family);
        self.of_members(rng, family);
        if family.categories.is_empty() && family.members.iter().all(|member| member.categories.is_empty()) {
            self.of_need(rng, family);
        }
        consents(rng, family);
        if rng.percent(7) {
            self.note(rng, kind, family);
        }
    }

    /// Three years of working days, thicker towards the end; somebody has come today.
    fn registered_on(&self, rng: &mut Rng) -> NaiveDate {
        let ago = match rng.below(1000) {
            0..=2 => return self.today,
            3..=11 => rng.between(1, 7),
            12..=300 => rng.between(8, REGISTER_DAYS / 3),
            _ => rng.between(8, REGISTER_DAYS),
        };
        let day = self.ago(ago);
        // The counter is closed at weekends: those came on the Friday before.
        match day.weekday() {
            Weekday::Sat => before(day, 1),
            Weekday::Sun => before(day, 2),
            _ => day,
        }
    }

    fn closed_on(&self, rng: &mut Rng, registered_on: NaiveDate) -> Option<NaiveDate> {
        let closed = after(registered_on, rng.between(120, 700));
        (closed <= self.today && rng.percent(9)).then_some(closed)
    }

    fn ago(&self, days: u32) -> NaiveDate {
        before(self.today, days)
    }

    fn displace(&self, rng: &mut Rng, papers: &mut Papers, family: &mut FamilyDraft) {
        let (code, settlement) = self.origins.draw(rng).clone();
        family.origin = Address { settlement_code: Some(code.to_owned()), settlement, ..Address::default() };
        // The great flight of 2022, and those who came later; never after they were registered here.
        let fled = NaiveDate::from_ymd_opt(2022, 2, 26).unwrap_or(family.registered_on);
        let late = if rng.percent(65) { 120 } else { 1400 };
        let known_here = after(fled, rng.below(late)).min(family.registered_on);
        let certificate = papers.displaced_certificate(rng, known_here);
        let basis = certificate.as_ref().map(|paper| format!("довідка ВПО {}", paper.raw)).unwrap_or_default();
        if let Some(head) = family.members.first_mut() {
            head.documents.extend(certificate);
        }
        family.categories.push(category("displaced", known_here, &basis));
    }

    fn of_kind(&self, rng: &mut Rng, papers: &mut Papers, kind: Kind, family: &mut FamilyDraft) {
        let since = before(family.registered_on, rng.below(900));
        let children = family.members.iter().filter(|member| is_child(member, self.today)).count();
        match kind {
            Kind::Guardians => {
                let basis = format!("розпорядження № {}", 1 + rng.below(400));
                family.categories.push(category("guardianship", since, &basis));
            }
            Kind::Foster => family.categories.push(category("foster", since, "рішення виконкому")),
            Kind::FamilyHome => family.categories.push(category("family_home", since, "рішення виконкому")),
            _ => {}
        }
        if children >= 3 && matches!(kind, Kind::Large | Kind::Couple | Kind::SingleMother) && rng.percent(95) {
            let certificate = papers.certificate(rng, "багатодітної сім’ї", since);
            let basis = certificate.as_ref().map(|paper| format!("посвідчення {}", paper.raw)).unwrap_or_default();
            if let Some(head) = family.members.first_mut() {
                head.documents.extend(certificate);
            }
            family.categories.push(category("large_family", since, &basis));
        }
    }

    fn of_war(&self, rng: &mut Rng, papers: &mut Papers, kind: Kind, family: &mut FamilyDraft) {
        let since = before(family.registered_on, rng.below(500));
        let soldier = family.members.iter().position(|member| {
            member.sex == Some(Sex::Male)
                && member.birth.is_some_and(|birth| (20..=58).contains(&birth.age_on(self.today)))
        });
        if let Some(place) = soldier {
            if family.members.len() > 1 && rng.percent(24) {
                let basis = format!("довідка форми 5 № {}", 100 + rng.below(9000));
                family.categories.push(category("military", since, &basis));
            } else if rng.percent(6) {
                let certificate = papers.certificate(rng, "УБД", since);
                let man = &mut family.members[place];
                let basis = certificate.as_ref().map(|paper| format!("посвідчення {}", paper.raw)).unwrap_or_default();
                man.documents.extend(certificate);
                man.categories.push(category("veteran", since, &basis));
            }
        } else if matches!(kind, Kind::SingleMother | Kind::OldAlone | Kind::OldCouple) {
            let (code, basis) = match rng.below(1000) {
                0..=59 => ("fallen", "свідоцтво про смерть, сповіщення"),
                60..=94 => ("missing", "витяг з ЄРДР, сповіщення"),
                95..=109 => ("captive", "довідка Координаційного штабу"),
                _ => return,
            };
            family.categories.push(category(code, since, basis));
        }
    }

    fn of_members(&self, rng: &mut Rng, family: &mut FamilyDraft) {
        let (today, registered_on) = (self.today, family.registered_on);
        for member in &mut family.members {
            let born = member.birth.map_or(registered_on, |birth| birth.date);
            let since = before(registered_on, rng.below(700)).max(born);
            if is_child(member, today) {
                if rng.permille(45) {
                    let mut disability = category("child_disability", since, "висновок ЛКК");
                    disability.until = born.checked_add_days(Days::new(18 * 365 + 4));
                    member.categories.push(disability);
                } else if rng.permille(25) {
                    member.categories.push(category("child_development", since, "висновок ІРЦ"));
                }
            } else if member.sex == Some(Sex::Female) && rng.permille(7) {
                member.categories.push(category("violence_survivor", since, "оцінка потреб"));
            } else if member.sex == Some(Sex::Male) && rng.permille(3) {
                member.categories.push(category("offender", since, "направлення суду"));
            }
        }
        if rng.percent(9) {
            self.of_need(rng, family);
        }
    }

    /// Hardship or a low income: what a family without any other ground comes with. It is looked at again after a year.
    fn of_need(&self, rng: &mut Rng, family: &mut FamilyDraft) {
        let (code, basis) = if rng.percent(45) {
            ("hardship", format!("акт оцінки потреб № {}", 1 + rng.below(900)))
        } else {
            ("low_income", "довідка про доходи".to_owned())
        };
        let mut ground = category(code, family.registered_on, &basis);
        ground.until = Some(after(family.registered_on, 365)).filter(|_| rng.percent(60));
        family.categories.push(ground);
    }

    fn note(&self, rng: &mut Rng, kind: Kind, family: &mut FamilyDraft) {
        let fits = |of: &str| match of {
            "child" => family.members.iter().any(|member| is_child(member, self.today)),
            "old" => matches!(kind, Kind::OldAlone),
            "displaced" | "military" => family.categories.iter().any(|category| category.code.0 == of),
            _ => true,
        };
        let fitting: Vec<&str> = self.notes.iter().filter(|(of, _)| fits(of)).map(|(_, note)| *note).collect();
        let note = (*rng.pick(&fitting)).to_owned();
        if let Some(head) = family.members.first_mut() {
            head.note = note;
        }
    }
}

/// Nearly everybody has signed on the day of registration, a parent for a child.
fn consents(rng: &mut Rng, family: &mut FamilyDraft) {
    let on = family.registered_on;
    let head = family.members.first().map(|member| member.name.short()).unwrap_or_default();
    let signed = rng.below(100);
    for (place, member) in family.members.iter_mut().enumerate() {
        member.consent = match signed {
            0..=91 => {
                let alone = place == 0 || !is_child(member, on);
                Some(Consent::Given { on, by: if alone { String::new() } else { head.clone() } })
            }
            92..=96 => Some(Consent::Law),
            _ => None,
        };
    }
}

fn is_child(member: &MemberDraft, day: NaiveDate) -> bool {
    member.birth.is_some_and(|birth: BirthDate| birth.is_child_on(day))
}

fn category(code: &str, since: NaiveDate, basis: &str) -> Category {
    Category { code: CategoryCode(code.to_owned()), since: Some(since), until: None, basis: basis.to_owned() }
}

fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(day)
}

fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(day)
}

//! Invented families that could have come to a counter in Lutsk: who lives together, how old they are, whose names they bear.
//!
//! Nobody here is real: names are combined by chance, numbers are drawn. The same seed, day and size give the same families.
//! What befell them (categories, addresses, dates on the register) is `story`'s.

use super::doubles::Doubles;
use super::names::{self, Names};
use super::papers::Papers;
use super::rng::{Rng, Weighted};
use super::story::Story;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::domain::person::{BirthDate, PersonName, Precision, Sex};
use crate::office::ImportBatch;
use chrono::{Datelike, Days, NaiveDate};

/// Days in a year, near enough for drawing ages.
const YEAR_DAYS: u32 = 365;

/// The biggest family that may be drawn; towards the end only single people are, so that the count comes out exactly.
const BIGGEST_FAMILY: usize = 14;

/// Who lives together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Two parents with one or two children.
    Couple,
    /// Two parents with three and more.
    Large,
    /// A mother with her children.
    SingleMother,
    /// A father with his children.
    SingleFather,
    /// Parents, children and a parent of the head.
    ThreeGenerations,
    /// Grandparents who are guardians of their grandchildren.
    Guardians,
    /// A foster family.
    Foster,
    /// A family-type children's home.
    FamilyHome,
    /// Two old people.
    OldCouple,
    /// An old person alone.
    OldAlone,
    /// An adult alone.
    Alone,
}

/// Families and single people, so many people in all.
pub(super) fn batch(people: usize, seed: u64, today: NaiveDate) -> ImportBatch {
    let mut maker = Maker { rng: Rng::new(seed), names: Names::read(), papers: Papers::default(), today };
    let mut doubles = Doubles::new(seed);
    let story = Story::read(today);
    let kinds = Weighted::new([
        (330, Kind::Couple),
        (90, Kind::Large),
        (190, Kind::SingleMother),
        (25, Kind::SingleFather),
        (70, Kind::ThreeGenerations),
        (40, Kind::Guardians),
        (18, Kind::Foster),
        (4, Kind::FamilyHome),
        (55, Kind::OldCouple),
        (98, Kind::OldAlone),
        (80, Kind::Alone),
    ]);
    let mut batch = ImportBatch::default();
    let mut made = 0;
    while made < people {
        if maker.rng.permille(15) {
            made += 1;
            let single = maker.single(&story, batch.singles.len() + 1);
            batch.singles.push(single);
            continue;
        }
        let kind = if people - made < BIGGEST_FAMILY { Kind::Alone } else { *kinds.draw(&mut maker.rng) };
        let members = maker.household(kind);
        made += members.len();
        let mut family = FamilyDraft::new(today);
        family.members = members;
        story.tell(&mut maker.rng, &mut maker.papers, kind, &mut family);
        let again = doubles.of(&family, today).filter(|again| made + again.members.len() <= people);
        made += again.as_ref().map_or(0, |again| again.members.len());
        for mut family in [Some(family), again].into_iter().flatten() {
            name_keys(&mut family, batch.families.len() + 1);
            batch.families.push(family);
        }
    }
    batch
}

/// Keys as an office's own paper index would have them: the family `1042`, its people `1042-1`, `1042-2`.
fn name_keys(family: &mut FamilyDraft, place: usize) {
    for (number, member) in (1..).zip(&mut family.members) {
        member.key = Some(format!("{place}-{number}"));
    }
    family.key = Some(place.to_string());
}

struct Maker {
    rng: Rng,
    names: Names,
    papers: Papers,
    today: NaiveDate,
}

impl Maker {
    /// The people of a family, head first; every surname is drawn in its masculine form and borne by each as grammar asks.
    fn household(&mut self, kind: Kind) -> Vec<MemberDraft> {
        let surname = self.names.surname(&mut self.rng);
        match kind {
            Kind::Couple => {
                let children = 1 + usize::from(self.rng.percent(55));
                self.parents_with_children(surname, children, 1)
            }
            Kind::Large => {
                let children = 3 + self.rng.pick(&[0_usize, 0, 0, 0, 1, 1, 2, 3]);
                self.parents_with_children(surname, children, 8)
            }
            Kind::ThreeGenerations => {
                let children = 1 + usize::from(self.rng.percent(40));
                let mut family = self.parents_with_children(surname, children, 1);
                let parent = self.parent_of(&family[0], surname);
                family.push(parent);
                family
            }
            Kind::SingleMother => self.single_parent(surname, Sex::Female),
            Kind::SingleFather => self.single_parent(surname, Sex::Male),
            Kind::Guardians => self.guardians(surname),
            Kind::Foster => {
                let children = 1 + self.rng.below(3);
                self.foster(surname, children)
            }
            Kind::FamilyHome => {
                let children = self.rng.between(5, 8);
                self.foster(surname, children)
            }
            Kind::OldCouple => {
                let birth = self.born_years_ago(62, 86);
                self.couple(surname, birth)
            }
            Kind::OldAlone => {
                let (birth, sex) = (self.born_years_ago(62, 92), self.sex(22));
                vec![self.adult(Relation::Head, sex, birth, surname)]
            }
            Kind::Alone => {
                let (birth, sex) = (self.born_years_ago(19, 61), self.sex(48));
                vec![self.adult(Relation::Head, sex, birth, surname)]
            }
        }
    }

    fn sex(&mut self, men_of_hundred: u32) -> Sex {
        if self.rng.percent(men_of_hundred) { Sex::Male } else { Sex::Female }
    }

    fn days_before(&self, day: NaiveDate, days: u32) -> NaiveDate {
        day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(day)
    }

    fn born_years_ago(&mut self, youngest: u32, oldest: u32) -> NaiveDate {
        let days = self.rng.between(youngest * YEAR_DAYS + 30, oldest * YEAR_DAYS);
        self.days_before(self.today, days)
    }

    /// A man and a woman of about one age; the woman is born on `birth`. Who heads the family is chance: women come to the counter more.
    fn couple(&mut self, surname: &str, birth: NaiveDate) -> Vec<MemberDraft> {
        let older = self.rng.below(7 * YEAR_DAYS);
        let his_birth = self.days_before(birth, older);
        let her_surname = if self.rng.percent(88) { surname } else { self.names.surname(&mut self.rng) };
        let woman_first = self.rng.percent(60);
        let (hers, his) =
            if woman_first { (Relation::Head, Relation::Spouse) } else { (Relation::Spouse, Relation::Head) };
        let woman = self.adult(hers, Sex::Female, birth, her_surname);
        let man = self.adult(his, Sex::Male, his_birth, surname);
        if woman_first { vec![woman, man] } else { vec![man, woman] }
    }

    /// Birth dates of so many children, the eldest first; those who would be born after today are not there.
    fn children_births(&mut self, count: usize, youngest_eldest: u32) -> Vec<NaiveDate> {
        let mut birth = self.born_years_ago(youngest_eldest, 17);
        let mut births = vec![birth];
        while births.len() < count {
            // Now and then there are twins; otherwise ten months at the least lie between two children.
            let gap = if self.rng.permille(15) { 0 } else { self.rng.between(330, 1900) };
            birth = birth.checked_add_days(Days::new(u64::from(gap))).unwrap_or(birth);
            if birth > self.today {
                break;
            }
            births.push(birth);
        }
        births
    }

    fn parents_with_children(&mut self, surname: &str, count: usize, youngest_eldest: u32) -> Vec<MemberDraft> {
        let births = self.children_births(count, youngest_eldest);
        let her_age = self.rng.between(19 * YEAR_DAYS, 33 * YEAR_DAYS);
        let mut family = self.couple(surname, self.days_before(births[0], her_age));
        let father = given_of(&family, Sex::Male);
        for birth in births {
            family.push(self.child(birth, surname, &father));
        }
        family
    }

    fn single_parent(&mut self, surname: &str, sex: Sex) -> Vec<MemberDraft> {
        let count = 1 + self.rng.pick(&[0_usize, 0, 0, 0, 0, 1, 1, 1, 2]);
        let births = self.children_births(count, 1);
        let age = self.rng.between(19 * YEAR_DAYS, 35 * YEAR_DAYS);
        let parent = self.adult(Relation::Head, sex, self.days_before(births[0], age), surname);
        let father = match sex {
            Sex::Male => parent.name.given.clone(),
            Sex::Female => {
                let year = parent.birth.map_or(1990, BirthDate::year);
                self.names.given(&mut self.rng, Sex::Male, year).to_owned()
            }
        };
        // A divorced mother may have taken her own surname back; the children keep their father's.
        let childrens = if self.rng.percent(80) { surname } else { self.names.surname(&mut self.rng) };
        let mut family = vec![parent];
        for birth in births {
            family.push(self.child(birth, childrens, &father));
        }
        family
    }

    /// The head's mother, seldom father, who lives with the family.
    fn parent_of(&mut self, head: &MemberDraft, surname: &str) -> MemberDraft {
        let birth = head.birth.map_or(self.today, |birth| birth.date);
        let age = self.rng.between(19 * YEAR_DAYS, 32 * YEAR_DAYS);
        let born = self.days_before(birth, age);
        let surname = match head.sex {
            Some(Sex::Male) => surname,
            _ => self.names.surname(&mut self.rng),
        };
        if self.rng.percent(20) {
            let mut father = self.adult(Relation::Father, Sex::Male, born, surname);
            // The head's patronymic says the father's name.
            if let Some(given) = self.father_named_in(head) {
                father.name.given = given;
            }
            return father;
        }
        self.adult(Relation::Mother, Sex::Female, born, surname)
    }

    /// A given name whose patronymic the person bears.
    fn father_named_in(&mut self, of: &MemberDraft) -> Option<String> {
        let sex = of.sex?;
        let year = of.birth?.year() - 27;
        (0..400)
            .map(|_| self.names.given(&mut self.rng, Sex::Male, year))
            .find(|given| names::patronymic(given, sex) == of.name.patronymic)
            .map(str::to_owned)
    }

    fn guardians(&mut self, surname: &str) -> Vec<MemberDraft> {
        let count = 1 + usize::from(self.rng.percent(35));
        let births = self.children_births(count, 3);
        let age = self.rng.between(42 * YEAR_DAYS, 58 * YEAR_DAYS);
        let born = self.days_before(births[0], age);
        let mut family = if self.rng.percent(40) {
            self.couple(surname, born)
        } else {
            vec![self.adult(Relation::Head, Sex::Female, born, surname)]
        };
        let childrens = if self.rng.percent(55) { surname } else { self.names.surname(&mut self.rng) };
        let father = self.names.given(&mut self.rng, Sex::Male, 1988);
        for birth in births {
            let mut ward = self.child(birth, childrens, father);
            ward.relation = Relation::Ward;
            ward.categories.push(self.orphan(birth));
            family.push(ward);
        }
        family
    }

    fn foster(&mut self, surname: &str, fostered: u32) -> Vec<MemberDraft> {
        let own = usize::from(self.rng.percent(60)) + usize::from(self.rng.percent(25));
        let mut family = if own == 0 {
            let birth = self.born_years_ago(32, 52);
            self.couple(surname, birth)
        } else {
            self.parents_with_children(surname, own, 7)
        };
        for _ in 0..fostered {
            let (birth, theirs) = (self.born_years_ago(2, 17), self.names.surname(&mut self.rng));
            let father = self.names.given(&mut self.rng, Sex::Male, 1988);
            let mut child = self.child(birth, theirs, father);
            child.relation = Relation::FosterChild;
            child.categories.push(self.orphan(birth));
            family.push(child);
        }
        family
    }

    fn adult(&mut self, relation: Relation, sex: Sex, birth: NaiveDate, surname: &str) -> MemberDraft {
        let father = self.names.given(&mut self.rng, Sex::Male, birth.year() - 27);
        let mut person = self.person(relation, sex, birth, surname, father);
        if self.rng.percent(if birth.year() < 1950 { 80 } else { 96 }) {
            person.phones.extend(self.papers.phone(&mut self.rng));
            if self.rng.percent(6) {
                person.phones.extend(self.papers.phone(&mut self.rng));
            }
        }
        if self.rng.percent(94) {
            person.documents.extend(self.papers.passport(&mut self.rng, birth));
        }
        // A few refuse the number for the sake of their faith; a few have forgotten it at home.
        if self.rng.percent(93) {
            person.documents.extend(self.papers.tax_number(&mut self.rng, birth, sex));
        } else if self.rng.percent(8) {
            person.birth = NaiveDate::from_yo_opt(birth.year(), 1)
                .map(|date| BirthDate { date, precision: Precision::Year })
                .or(person.birth);
        }
        self.date_papers(&mut person);
        person
    }

    fn child(&mut self, birth: NaiveDate, surname: &str, father: &str) -> MemberDraft {
        let sex = self.sex(51);
        let relation = if sex == Sex::Male { Relation::Son } else { Relation::Daughter };
        let mut child = self.person(relation, sex, birth, surname, father);
        let age = BirthDate { date: birth, precision: Precision::Day }.age_on(self.today);
        if age >= 14 && self.rng.percent(70) {
            child.documents.extend(self.papers.passport(&mut self.rng, birth));
        } else if self.rng.percent(95) {
            child.documents.extend(self.papers.birth_certificate(&mut self.rng, birth));
        }
        if self.rng.percent(if age >= 14 { 70 } else { 25 }) {
            child.documents.extend(self.papers.tax_number(&mut self.rng, birth, sex));
        }
        if age >= 11 && self.rng.percent(35) {
            child.phones.extend(self.papers.phone(&mut self.rng));
        }
        self.date_papers(&mut child);
        child
    }

    fn person(&mut self, relation: Relation, sex: Sex, birth: NaiveDate, surname: &str, father: &str) -> MemberDraft {
        let mut person = MemberDraft::new(relation);
        person.sex = Some(sex);
        person.birth = Some(BirthDate { date: birth, precision: Precision::Day });
        person.name = PersonName {
            surname: names::borne(surname, sex),
            given: self.names.given(&mut self.rng, sex, birth.year()).to_owned(),
            patronymic: names::patronymic(father, sex),
        };
        person
    }

    /// A child deprived of parental care: on a court's decision, some time after birth.
    fn orphan(&self, birth: NaiveDate) -> Category {
        let decided = birth.checked_add_days(Days::new(500)).unwrap_or(birth);
        Category {
            code: CategoryCode("orphan".to_owned()),
            since: Some(decided.min(self.today)),
            until: None,
            basis: "рішення суду".to_owned(),
        }
    }

    /// No paper is issued tomorrow.
    fn date_papers(&self, person: &mut MemberDraft) {
        for paper in &mut person.documents {
            paper.issued_on = paper.issued_on.map(|issued| issued.min(self.today));
        }
    }

    /// A professional at a training or a single visitor.
    fn single(&mut self, story: &Story, place: usize) -> SingleDraft {
        let surname = self.names.surname(&mut self.rng);
        let (birth, sex) = (self.born_years_ago(22, 66), self.sex(25));
        let mut person = self.adult(Relation::Head, sex, birth, surname);
        person.documents.clear();
        person.key = Some(format!("s{place}"));
        SingleDraft { person, address: story.address(&mut self.rng) }
    }
}

/// The given name of the first person of that sex.
fn given_of(family: &[MemberDraft], sex: Sex) -> String {
    family.iter().find(|member| member.sex == Some(sex)).map(|member| member.name.given.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests;

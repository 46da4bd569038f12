//! Rows of one key become one family: who is the head, which address, which days.

use super::row::PersonRow;
use super::{Setting, Taken};
use crate::domain::address::Address;
use crate::domain::draft::{FamilyDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::exchange::column::{FamilyColumn, Layout};
use crate::exchange::fault::{Expected, Fault, Notice, Remark};
use crate::office::ImportBatch;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Gathers rows into families in the order of their first rows, and people without a family.
pub(super) fn families(
    people: Vec<PersonRow>,
    layout: &Layout,
    setting: Setting<'_>,
    faults: &mut Vec<Fault>,
    notices: &mut Vec<Notice>,
) -> Taken {
    let mut gathering = Gathering { layout, setting, faults, notices };
    let mut order: Vec<Vec<PersonRow>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut singles: Vec<PersonRow> = Vec::new();
    for person in people {
        if person.family.is_empty() {
            singles.push(person);
            continue;
        }
        let place = *places.entry(person.family.clone()).or_insert(order.len());
        match order.get_mut(place) {
            Some(rows) => rows.push(person),
            None => order.push(vec![person]),
        }
    }
    let mut taken = Taken { batch: ImportBatch::default(), notices: Vec::new(), rows: Vec::new() };
    for rows in order {
        taken.rows.push(rows.iter().map(|row| row.row).collect());
        let (family, dated) = gathering.family(rows);
        if dated == Dated::ByDefault {
            taken.batch.undated.push(taken.batch.families.len());
        }
        taken.batch.families.push(family);
    }
    gathering.people_once(&singles);
    for row in singles {
        taken.rows.push(vec![row.row]);
        let single = gathering.single(row);
        taken.batch.singles.push(single);
    }
    taken
}

/// Where a family's first day comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dated {
    ByFile,
    ByDefault,
}

struct Gathering<'a> {
    layout: &'a Layout,
    setting: Setting<'a>,
    faults: &'a mut Vec<Fault>,
    notices: &'a mut Vec<Notice>,
}

impl Gathering<'_> {
    fn fault(&mut self, row: usize, column: FamilyColumn, value: &str, expected: Expected) {
        self.faults.push(Fault::new(row, self.layout.heading(column as usize), value, expected));
    }

    fn notice(&mut self, row: usize, column: FamilyColumn, value: &str, remark: Remark) {
        self.notices.push(Notice::new(row, self.layout.heading(column as usize), value, remark));
    }

    fn family(&mut self, mut rows: Vec<PersonRow>) -> (FamilyDraft, Dated) {
        self.people_once(&rows);
        let head = self.head(&rows);
        for (place, row) in rows.iter_mut().enumerate() {
            row.member.relation = if place == head { Relation::Head } else { row.relation.unwrap_or(Relation::Other) };
        }
        self.ages(&rows, head);
        let registered_on = self.one_day(&rows, head, FamilyColumn::RegisteredOn, |row| row.registered_on);
        let closed_on = self.one_day(&rows, head, FamilyColumn::ClosedOn, |row| row.closed_on);
        let first_day = registered_on.map_or(self.setting.today, |(_, day)| day);
        if let Some((row, day)) = closed_on.filter(|(_, day)| *day < first_day) {
            let expected = Expected::ClosedAfter { registered_on: first_day.to_string() };
            self.fault(row, FamilyColumn::ClosedOn, &day.to_string(), expected);
        }
        let mut family = FamilyDraft::new(first_day);
        family.key = rows.first().map(|row| row.family.clone());
        family.closed_on = closed_on.map(|(_, day)| day);
        family.actual = self.address(&rows, head);
        family.members = rows.into_iter().map(|row| row.member).collect();
        (family, if registered_on.is_some() { Dated::ByFile } else { Dated::ByDefault })
    }

    /// The place of the head among the rows: who says so; else the first who says nothing; else the first.
    fn head(&mut self, rows: &[PersonRow]) -> usize {
        let mut heads = rows.iter().enumerate().filter(|(_, row)| row.relation == Some(Relation::Head));
        if let Some((place, first)) = heads.next() {
            for (_, second) in heads {
                let value = Relation::Head.code();
                self.fault(second.row, FamilyColumn::Relation, value, Expected::OneHead { row: first.row });
            }
            return place;
        }
        if let Some(place) = rows.iter().position(|row| row.relation.is_none()) {
            return place;
        }
        if let Some((row, relation)) = rows.first().and_then(|row| Some((row.row, row.relation?))) {
            self.notice(row, FamilyColumn::Relation, relation.code(), Remark::HeadChosen);
        }
        0
    }

    /// A child born before its parent is worth a look: two dates, one of them a slip.
    fn ages(&mut self, rows: &[PersonRow], head: usize) {
        let Some(parent) = rows.get(head) else { return };
        let born = |row: &PersonRow| row.member.birth.map(|birth| birth.date);
        let Some(of_head) = born(parent) else { return };
        for row in rows {
            let Some(birth) = born(row) else { continue };
            let is_odd = match row.member.relation {
                Relation::Son | Relation::Daughter | Relation::FosterChild | Relation::Ward => birth <= of_head,
                Relation::Mother | Relation::Father | Relation::Grandmother | Relation::Grandfather => birth >= of_head,
                _ => false,
            };
            if is_odd {
                let value = crate::domain::date::show(birth);
                self.notice(row.row, FamilyColumn::BirthDate, &value, Remark::OddAge { row: parent.row });
            }
        }
    }

    fn people_once(&mut self, rows: &[PersonRow]) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for row in rows.iter().filter(|row| !row.person.is_empty()) {
            if let Some(first) = seen.get(row.person.as_str()) {
                self.fault(row.row, FamilyColumn::Person, &row.person, Expected::PersonOnce { row: *first });
            } else {
                seen.insert(&row.person, row.row);
            }
        }
    }

    /// The day that the family's rows agree on, with its row: the head's, else the first. Rows that say another one are faults.
    fn one_day(
        &mut self,
        rows: &[PersonRow],
        head: usize,
        column: FamilyColumn,
        day_of: impl Fn(&PersonRow) -> Option<NaiveDate>,
    ) -> Option<(usize, NaiveDate)> {
        let said: Vec<(usize, NaiveDate)> = rows.iter().filter_map(|row| Some((row.row, day_of(row)?))).collect();
        let of_head = rows.get(head).and_then(|row| Some((row.row, day_of(row)?)));
        let (chosen_row, chosen) = of_head.or_else(|| said.first().copied())?;
        for (row, day) in said.into_iter().filter(|(_, day)| *day != chosen) {
            let expected = Expected::SameAs { row: chosen_row, value: chosen.to_string() };
            self.fault(row, column, &day.to_string(), expected);
        }
        Some((chosen_row, chosen))
    }

    /// The head's address whole, else the first one; never put together from several rows.
    fn address(&mut self, rows: &[PersonRow], head: usize) -> Address {
        let of_head = rows.get(head).filter(|row| !row.address.is_empty());
        let Some(chosen) = of_head.or_else(|| rows.iter().find(|row| !row.address.is_empty())) else {
            return Address::default();
        };
        for row in rows.iter().filter(|row| !row.address.is_empty() && row.address != chosen.address) {
            let remark = Remark::AddressNotTaken { row: chosen.row };
            self.notice(row.row, FamilyColumn::Settlement, &row.address.line(), remark);
        }
        chosen.address.clone()
    }

    fn single(&mut self, row: PersonRow) -> SingleDraft {
        let days = [(FamilyColumn::RegisteredOn, row.registered_on), (FamilyColumn::ClosedOn, row.closed_on)];
        for (column, day) in days {
            if let Some(day) = day {
                self.notice(row.row, column, &day.to_string(), Remark::OnlyForFamilies);
            }
        }
        SingleDraft { person: row.member, address: row.address }
    }
}

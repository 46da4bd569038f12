//! Lists of the register: what a filter finds, counted whole and read a page at a time; saved filters and named lists.
//!
//! Whoever may not see something may not ask by it either: a count would tell. A saved filter or a list that rests on a sensitive
//! category is not there for those who may not see such categories, its name included.

use super::deed::{Deed, Detail};
use super::roll::{Question, Totals};
use super::{Office, OfficeError};
use crate::domain::address::Address;
use crate::domain::category::CategoryCode;
use crate::domain::filter::{Filter, Order, Settlement};
use crate::domain::id::{DeedId, FamilyId, ListId, SavedFilterId};
use crate::domain::name;
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::store::family_lists::{self, FilterRow, ListRow};
use crate::store::journal::Done;
use crate::store::{Tx, filters, journal, lists};
use chrono::NaiveDate;
use std::sync::Arc;

/// Longest name of a saved filter or a list, in letters.
const LONGEST_NAME: usize = 80;

/// A page of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed {
    /// How many there are in all.
    pub totals: Totals,
    /// The place of the first row among all.
    pub from: usize,
    /// The rows.
    pub rows: Vec<ListedFamily>,
}

/// A family in a list, with what the asker may not see left out.
#[derive(Clone, PartialEq, Debug)]
pub struct ListedFamily {
    /// Identity.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// The head, or whoever stands first.
    pub head: PersonName,
    /// How many members.
    pub members: usize,
    /// Ages of the children, oldest first.
    pub children: Vec<u32>,
    /// One line of the actual address; empty without the right to contacts.
    pub address: String,
    /// Categories in force, in catalogue order.
    pub categories: Vec<CategoryCode>,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day of the last contact.
    pub last_contact: Option<NaiveDate>,
    /// Whether the entry is closed.
    pub closed: bool,
}

/// A filter kept under a name.
#[derive(Clone, PartialEq, Debug)]
pub struct SavedFilter {
    /// Identity.
    pub id: SavedFilterId,
    /// Its name.
    pub name: String,
    /// The conditions.
    pub filter: Filter,
}

/// What conditions can be chosen from.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Choices {
    /// Starosta districts of present addresses, the most frequent first; empty without the right to contacts.
    pub districts: Vec<String>,
    /// Settlements of present addresses, likewise.
    pub settlements: Vec<Settlement>,
    /// Lists that the asker may see, the newest first.
    pub lists: Vec<ListRow>,
    /// Filters that the asker may use, by name.
    pub filters: Vec<SavedFilter>,
}

impl Office {
    /// A page of what a filter finds.
    ///
    /// Errors: `NotAllowed` with the right that the list, or one of the conditions, needs; `NoSuchList`.
    pub fn listed(&mut self, filter: &Filter, order: Order, from: usize, rows: usize) -> Result<Listed, OfficeError> {
        let question = self.question(filter, order)?;
        let (totals, page) = {
            let (totals, found) = self.rolled()?.ask(&question);
            (totals, found.skip(from).take(rows).collect::<Vec<_>>())
        };
        let (sight, today) = (self.sight(), question.today);
        let rows = self.store.read(|tx| {
            page.into_iter().map(|family| listed_family(tx, family, today)).collect::<Result<Vec<_>, _>>()
        })?;
        let rows = rows.into_iter().flatten().map(|mut row| {
            if !sight.contacts {
                row.address.clear();
            }
            row.categories.retain(|code| sight.sees(code));
            row
        });
        Ok(Listed { totals, from, rows: rows.collect() })
    }

    /// All that a filter finds, in order: what marking all of them marks. Errors: as [`Office::listed`].
    pub fn listed_families(&mut self, filter: &Filter, order: Order) -> Result<Vec<FamilyId>, OfficeError> {
        let question = self.question(filter, order)?;
        Ok(self.rolled()?.ask(&question).1.collect())
    }

    /// The question of a filter, when the asker may ask it.
    fn question(&mut self, filter: &Filter, order: Order) -> Result<Question, OfficeError> {
        self.require_now(Right::SeeLists)?;
        self.require_for(filter)?;
        let sight = self.sight();
        let hidden = (!sight.sensitive).then(|| Arc::clone(sight.hidden()));
        if let Some(list) = filter.list {
            self.store
                .read(|tx| family_lists::list(tx, list))?
                .filter(|list| sight.sensitive || !list.restricted)
                .ok_or(OfficeError::NoSuchList)?;
        }
        Ok(Question { filter: filter.clone(), order, today: self.clock().today(), hidden })
    }

    /// Refuses a filter that looks at what the asker may not see.
    fn require_for(&self, filter: &Filter) -> Result<(), OfficeError> {
        filter.needs(&self.sensitive).into_iter().try_for_each(|right| self.require(right))
    }

    /// What conditions can be chosen from: districts, settlements, lists, saved filters.
    ///
    /// Errors: `NotAllowed(SeeLists)`.
    pub fn list_choices(&mut self) -> Result<Choices, OfficeError> {
        self.require_now(Right::SeeLists)?;
        let sight = self.sight();
        let (places, lists, filters) =
            self.store.read(|tx| Ok((filters::places(tx)?, family_lists::lists(tx)?, family_lists::filters(tx)?)))?;
        let (districts, settlements) = if sight.contacts { places } else { Default::default() };
        let filters = filters.into_iter().filter_map(|row| {
            // What a newer program saved with conditions unknown here would find other families than it says: it is not offered.
            let filter = serde_json::from_str::<Filter>(&row.conditions).ok()?;
            self.require_for(&filter).ok()?;
            Some(SavedFilter { id: row.id, name: row.name, filter })
        });
        Ok(Choices {
            filters: filters.collect(),
            districts,
            settlements,
            lists: lists.into_iter().filter(|list| sight.sensitive || !list.restricted).collect(),
        })
    }

    /// Keeps a filter under a name, for everybody who may use it.
    ///
    /// Errors: `NameEmpty`, `NameTaken`, `NotAllowed`.
    pub fn save_filter(&mut self, deed: DeedId, name: &str, filter: &Filter) -> Result<(), OfficeError> {
        self.require(Right::SeeLists)?;
        self.require_for(filter)?;
        let name = settled_name(name)?;
        self.deed(Some(deed), Some(Right::SeeLists), done_before, |deed| {
            if family_lists::filter_named(deed.tx, &name)?.is_some() {
                return Err(OfficeError::NameTaken(name));
            }
            let conditions = serde_json::to_string(filter).unwrap_or_else(|_| "{}".to_owned());
            family_lists::keep_filter(deed.tx, &FilterRow { id: SavedFilterId(deed.new_id()), name, conditions })?;
            deed.journal("filter-saved", None, &Detail::default())
        })
    }

    /// Takes a saved filter away.
    pub fn remove_filter(&mut self, deed: DeedId, filter: SavedFilterId) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::SeeLists), done_before, |deed| {
            family_lists::remove_filter(deed.tx, filter, deed.today())?;
            deed.journal("filter-removed", None, &Detail::default())
        })
    }

    /// Makes a named list. Errors: `NameEmpty`, `NameTaken`.
    pub fn make_list(&mut self, deed: DeedId, name: &str) -> Result<(), OfficeError> {
        let name = settled_name(name)?;
        self.deed(Some(deed), Some(Right::SeeLists), done_before, |deed| {
            new_list(deed, &name)?;
            deed.journal("list-made", None, &Detail::default())
        })
    }

    /// Gives a list another name. Errors: `NoSuchList`, `NameEmpty`, `NameTaken`.
    pub fn rename_list(&mut self, deed: DeedId, list: ListId, name: &str) -> Result<(), OfficeError> {
        let name = settled_name(name)?;
        self.deed(Some(deed), Some(Right::SeeLists), done_before, |deed| {
            seen_list(deed, list)?;
            if family_lists::list_named(deed.tx, &name)?.is_some_and(|other| other != list) {
                return Err(OfficeError::NameTaken(name));
            }
            family_lists::rename_list(deed.tx, list, &name)?;
            deed.journal("list-renamed", None, &Detail::default())
        })
    }

    /// Takes a list away; the families in it stay on the register. Errors: `NoSuchList`.
    pub fn remove_list(&mut self, deed: DeedId, list: ListId) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::SeeLists), done_before, |deed| {
            seen_list(deed, list)?;
            family_lists::remove_list(deed.tx, list, deed.today())?;
            deed.journal("list-removed", None, &Detail::default())
        })
    }
}

fn listed_family(
    tx: &Tx,
    family: FamilyId,
    today: NaiveDate,
) -> Result<Option<ListedFamily>, crate::store::StoreError> {
    let (Some(line), Some(extra)) = (lists::family(tx, family, today)?, filters::row(tx, family, today)?) else {
        return Ok(None);
    };
    Ok(Some(ListedFamily {
        family,
        number: line.number,
        head: extra.head,
        members: line.members,
        children: extra.children,
        address: line.address.as_ref().map(Address::line).unwrap_or_default(),
        categories: line.categories,
        registered_on: extra.registered_on,
        last_contact: extra.last_contact,
        closed: line.closed,
    }))
}

/// A name as it is kept.
pub(super) fn settled_name(typed: &str) -> Result<String, OfficeError> {
    let name: String = name::clean(typed).chars().take(LONGEST_NAME).collect();
    if name.is_empty() { Err(OfficeError::NameEmpty) } else { Ok(name) }
}

/// Makes a list inside a deed.
pub(super) fn new_list(deed: &mut Deed<'_>, name: &str) -> Result<ListId, OfficeError> {
    if family_lists::list_named(deed.tx, name)?.is_some() {
        return Err(OfficeError::NameTaken(name.to_owned()));
    }
    let list = ListId(deed.new_id());
    family_lists::make_list(deed.tx, list, name, deed.today())?;
    Ok(list)
}

/// A list that is there and that whoever does the deed may see.
pub(super) fn seen_list(deed: &Deed<'_>, list: ListId) -> Result<ListRow, OfficeError> {
    family_lists::list(deed.tx, list)?
        .filter(|list| deed.sight.sensitive || !list.restricted)
        .ok_or(OfficeError::NoSuchList)
}

pub(super) fn done_before(_: &mut Deed<'_>, _: &Done) -> Result<(), OfficeError> {
    Ok(())
}

/// How many families a deed over many touched, when it was done already.
pub(super) fn counted_before(tx: &Tx, deed: DeedId) -> Result<Option<usize>, OfficeError> {
    let detail = journal::detail_of(tx, deed)?;
    Ok(detail.map(|detail| serde_json::from_str::<Detail>(&detail).unwrap_or_default().count.unwrap_or(0)))
}

//! Keeping the catalogues: adding an entry, changing it, switching it off and on. Nothing is deleted.

use super::deed::{Deed, Detail, KeptChange};
use super::{Office, OfficeError};
use crate::domain::catalogue::aid::{Item, Limit, Partner, Programme};
use crate::domain::catalogue::{About, Catalogue, CatalogueFault, Entry, Kind};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::limit;
use crate::domain::merge::Change;
use crate::domain::place::{CODIFIER, Place};
use crate::domain::stock::{GroupCode, ItemCode, KitPart};
use crate::store::catalogue;
use crate::store::journal::Done;
use std::sync::Arc;

/// Whether an entry is offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It is.
    On,
    /// What was given under it stays; nothing new is.
    Off,
}

impl Office {
    /// What the office lists, as this desk knows it. Follows other desks with [`Office::refresh`].
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Adds an entry behind the others of its kind. An entry of the same code and content is there already: nothing to do.
    ///
    /// Errors: `Catalogue` says what is wrong with it, `CodeTaken` where the code means something else; `NotAllowed` with the right of the kind.
    pub fn add_entry(&mut self, deed: DeedId, entry: &Entry) -> Result<(), OfficeError> {
        self.keep_catalogue(deed, entry.kind(), |deed| {
            let mut entry = agreed(deed, entry.settled()?)?;
            if catalogue::get(deed.tx, entry.kind(), &entry.code)?.is_some() {
                return Err(CatalogueFault::CodeTaken(entry.code).into());
            }
            if entry.position == 0 {
                entry.position = catalogue::next_position(deed.tx, entry.kind())?;
            }
            catalogue::insert(deed.tx, &entry)?;
            written(deed, "catalogue-added", &entry, changes(None, &entry))
        })
    }

    /// Changes an entry from what the form opened with (`base`) to what it was left with (`mine`); whether it is switched off stays.
    ///
    /// Errors: as [`Office::add_entry`]; `NoSuchEntry`; `Changed` when another desk has changed it meanwhile.
    pub fn change_entry(&mut self, deed: DeedId, base: &Entry, mine: &Entry) -> Result<(), OfficeError> {
        self.keep_catalogue(deed, mine.kind(), |deed| {
            let mut mine = agreed(deed, mine.settled()?)?;
            let there = stored(deed, mine.kind(), &mine.code)?;
            mine.off_since = there.off_since;
            if there == mine {
                return Ok(());
            }
            if (Entry { off_since: there.off_since, ..base.clone() }) != there {
                return Err(CatalogueFault::Changed(there.code).into());
            }
            if let (About::Item(was), About::Item(is)) = (&there.about, &mine.about)
                && was.unit != is.unit
                && (catalogue::is_moved(deed.tx, &mine.code)? || catalogue::read(deed.tx)?.is_part(&mine.code))
            {
                return Err(CatalogueFault::UnitInUse(mine.code).into());
            }
            catalogue::update(deed.tx, &mine)?;
            written(deed, "catalogue-changed", &mine, changes(Some(&there), &mine))
        })
    }

    /// Switches an entry off or on; what is so already stays so.
    ///
    /// Errors: `NoSuchEntry`; `NotAllowed` with the right of the kind.
    pub fn switch_entry(&mut self, deed: DeedId, kind: Kind, code: &str, to: Switch) -> Result<(), OfficeError> {
        self.keep_catalogue(deed, kind, |deed| {
            let there = stored(deed, kind, code)?;
            let off_since = match to {
                Switch::On => None,
                Switch::Off => there.off_since.or_else(|| Some(deed.today())),
            };
            if off_since == there.off_since {
                return Ok(());
            }
            if kind == Kind::Location && to == Switch::Off {
                may_close(deed, code)?;
            }
            catalogue::switch(deed.tx, kind, code, off_since)?;
            let after = Entry { off_since, ..there.clone() };
            written(deed, "catalogue-switched", &after, changes(Some(&there), &after))
        })
    }

    /// A deed on catalogues; this desk knows them anew behind it.
    fn keep_catalogue(
        &mut self,
        deed: DeedId,
        kind: Kind,
        work: impl FnOnce(&mut Deed<'_>) -> Result<(), OfficeError>,
    ) -> Result<(), OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| Ok(catalogue::read(deed.tx)?);
        let now = self.deed(Some(deed), Some(kind.right()), again, |deed| {
            work(deed)?;
            Ok(catalogue::read(deed.tx)?)
        })?;
        self.learn(now);
        Ok(())
    }

    /// Takes the catalogues of the file in. Streets are part of the search index: where they are other ones now, it is built anew.
    pub(super) fn learn(&mut self, now: Catalogue) {
        if *self.catalogue == now {
            return;
        }
        if !now.of_kind(Kind::Street).eq(self.catalogue.of_kind(Kind::Street)) {
            self.indexing.make_anew();
        }
        self.seen.news = true;
        self.catalogue = Arc::new(now);
    }
}

/// The entry with what follows from others, where what it says of them is so.
fn agreed(deed: &Deed<'_>, entry: Entry) -> Result<Entry, OfficeError> {
    let listed = catalogue::read(deed.tx)?;
    listed.agrees(&entry)?;
    Ok(listed.completed(entry))
}

/// A place of goods is closed when nothing lies there any more and another one is left.
fn may_close(deed: &Deed<'_>, code: &str) -> Result<(), OfficeError> {
    if catalogue::is_stocked(deed.tx, code)? {
        return Err(CatalogueFault::LocationInUse(code.to_owned()).into());
    }
    let places = catalogue::of_kind(deed.tx, Kind::Location)?;
    if places.iter().all(|place| place.code == code || place.off_since.is_some()) {
        return Err(CatalogueFault::LastLocation.into());
    }
    Ok(())
}

fn stored(deed: &Deed<'_>, kind: Kind, code: &str) -> Result<Entry, OfficeError> {
    Ok(catalogue::get(deed.tx, kind, code)?.ok_or_else(|| CatalogueFault::NoSuchEntry(code.to_owned()))?)
}

fn written(deed: &mut Deed<'_>, action: &str, entry: &Entry, mut changes: Vec<Change>) -> Result<(), OfficeError> {
    // Which entry: its kind and code stand as a field that did not change.
    let of = format!("{} {}", entry.kind().code(), entry.code);
    changes.insert(0, Change { person: None, field: "catalogue-entry".to_owned(), before: of.clone(), after: of });
    let changes = changes.into_iter().map(|change| KeptChange { change, needs: Vec::new() }).collect();
    deed.journal(action, None, &Detail { changes, ..Detail::default() })
}

/// What differs, field by field, as people read it.
fn changes(before: Option<&Entry>, after: &Entry) -> Vec<Change> {
    let after = values(after);
    let before = before.map(values);
    let of_before = |place: usize| before.as_ref().map(|values| values[place].1.clone()).unwrap_or_default();
    let pairs = after.into_iter().enumerate().map(|(place, (field, after))| (field, of_before(place), after));
    pairs
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Change { person: None, field: format!("catalogue-{field}"), before, after })
        .collect()
}

fn values(entry: &Entry) -> [(&'static str, String); 6] {
    let title = |code: &String| CODIFIER.get(code).map_or_else(|| code.clone(), Place::title);
    let (place, more) = match &entry.about {
        About::Category { sensitive } => {
            (String::new(), if *sensitive { "sensitive".to_owned() } else { String::new() })
        }
        About::District { settlements } => {
            (settlements.iter().map(title).collect::<Vec<_>>().join(", "), String::new())
        }
        About::Street { settlement, former } => {
            let old = former.iter().map(|old| match old.until {
                Some(until) => format!("{} ({})", old.name, date::show(until)),
                None => old.name.clone(),
            });
            (title(settlement), old.collect::<Vec<_>>().join(", "))
        }
        About::Item(item) => (String::new(), of_item(item)),
        About::Programme(programme) => (String::new(), of_programme(programme)),
        About::Partner(Partner { role, edrpou, contact, for_thanks }) => {
            (String::new(), joined([role.code(), edrpou, contact, for_thanks].map(str::to_owned)))
        }
        About::Location(location) => (String::new(), location.kind.code().to_owned()),
        About::Limit(limit) => (String::new(), of_limit(limit)),
        About::EventKind => (String::new(), String::new()),
        About::Room { settlement } => (settlement.clone(), String::new()),
    };
    [
        ("name", entry.name.clone()),
        ("name-en", entry.name_en.clone()),
        ("position", entry.position.to_string()),
        ("off", entry.off_since.map(date::show).unwrap_or_default()),
        ("place", place),
        ("more", more),
    ]
}

// The journal is read in either language, so what it says of these kinds are codes and figures.

fn of_item(item: &Item) -> String {
    let compositions =
        item.compositions.iter().map(|held| format!("{}: {}", date::show(held.since), parts(&held.parts)));
    let own = [
        item.group.clone(),
        item.unit.code().to_owned(),
        item.weight.map(|weight| format!("{} kg", weight.kilograms())).unwrap_or_default(),
        if item.expires { "expires".to_owned() } else { String::new() },
        item.low.map(|low| format!("low {}", low.show(item.unit))).unwrap_or_default(),
    ];
    joined(own.into_iter().chain(compositions))
}

fn of_programme(programme: &Programme) -> String {
    let days = match (programme.starts_on, programme.ends_on) {
        (None, None) => String::new(),
        (starts, ends) => {
            format!("{}–{}", starts.map(date::show).unwrap_or_default(), ends.map(date::show).unwrap_or_default())
        }
    };
    joined([codes(&programme.grounds), parts(&programme.set), days])
}

fn of_limit(limit: &Limit) -> String {
    let (limit::About::Item(ItemCode(of)) | limit::About::Group(GroupCode(of))) = &limit.of;
    let amount = format!("{} {}", limit.amount, limit.measure.code());
    let period = format!("{} {}", limit.period.count(), limit.period.code());
    joined([of.clone(), amount, period, limit.per.code().to_owned(), codes(&limit.categories)])
}

fn codes(codes: &[CategoryCode]) -> String {
    codes.iter().map(|code| code.0.as_str()).collect::<Vec<_>>().join(" ")
}

fn parts(parts: &[KitPart]) -> String {
    parts.iter().map(|part| format!("{} {}", part.item, part.quantity.0)).collect::<Vec<_>>().join(", ")
}

fn joined(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

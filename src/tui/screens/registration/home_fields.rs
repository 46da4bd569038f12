//! The fields of where a family lives, is registered and came from.

use crate::domain::address::{Address, split_street};
use crate::domain::draft::FamilyDraft;
use crate::domain::name;
use crate::domain::place::CODIFIER;
use crate::tui::app::Context;
use crate::tui::pick;
use crate::tui::widgets::form::{Event, Field, Form};

/// The fields in the order of Tab.
pub(super) fn fields() -> Vec<Field> {
    vec![
        Field::suggest("settlement"),
        Field::suggest("district"),
        Field::suggest("street"),
        Field::text("building"),
        Field::text("flat"),
        Field::suggest("origin"),
        Field::suggest("registered"),
    ]
}

/// Puts the addresses into the fields.
pub(super) fn load(form: &mut Form, draft: &FamilyDraft) {
    form.set("settlement", &draft.actual.settlement);
    form.set("district", &draft.actual.district);
    form.set("street", &draft.actual.street);
    form.set("building", &draft.actual.building);
    form.set("flat", &draft.actual.flat);
    form.set("origin", &draft.origin.line());
    form.set("registered", &draft.registered.line());
}

/// Takes an event of a field with settlements. Returns whether it was one.
pub(super) fn event(form: &mut Form, draft: &mut FamilyDraft, event: &Event, cx: &Context) -> bool {
    match event {
        Event::Changed if form.focused() == Some("settlement") => {
            let typed = form.value("settlement");
            let offered = pick::settlements(&typed, cx.community());
            let is_begun = offered.first().is_some_and(|place| pick::begins(place, &typed));
            let shown = offered.iter().map(|place| place.path(&CODIFIER)).collect();
            // A village that the codifier lacks must not turn into one that merely resembles it because Tab was pressed.
            if is_begun {
                form.suggest(shown);
            } else {
                form.suggest_loosely(shown);
            }
            true
        }
        Event::Picked { field: "settlement", place } => {
            if let Some(place) = pick::settlements(&form.value("settlement"), cx.community()).get(*place) {
                draft.actual.settlement = place.title();
                draft.actual.settlement_code = Some(place.code.to_owned());
                form.set("settlement", &draft.actual.settlement);
                let known =
                    pick::districts("", Some(place.code), &cx.catalogue()).first().map(|entry| entry.name.clone());
                // Starosta districts are of villages: in town, and where the catalogue knows the district, the next thing is the street.
                let next = if place.is_rural() && known.is_none() { "district" } else { "street" };
                if let Some(district) = known {
                    form.set("district", &district);
                    draft.actual.district = district;
                }
                form.jump_to(next);
            }
            true
        }
        Event::Changed if form.focused() == Some("street") => {
            let typed = form.value("street");
            let catalogue = cx.catalogue();
            // Behind the name comes the building: then the street is chosen already.
            let is_whole = !split_street(&typed).1.is_empty();
            let offered = if is_whole { Vec::new() } else { pick::streets(&typed, &draft.actual, &catalogue) };
            let begins = offered.first().is_some_and(|offered| offered.is_begun);
            let shown = offered.iter().map(|offered| match offered.by {
                Some(old) => cx.tv("why-renamed", &[("now", offered.street.name.as_str().into()), ("was", old.into())]),
                None => offered.street.name.clone(),
            });
            let shown = shown.collect();
            // As with villages: a street that the catalogue lacks must not turn into one that resembles it.
            if begins {
                form.suggest(shown);
            } else {
                form.suggest_loosely(shown);
            }
            true
        }
        Event::Picked { field: "street", place } => {
            let catalogue = cx.catalogue();
            if let Some(offered) = pick::streets(&form.value("street"), &draft.actual, &catalogue).get(*place) {
                draft.actual.street.clone_from(&offered.street.name);
                form.set("street", &offered.street.name);
                form.jump_to("building");
            }
            true
        }
        Event::Changed if form.focused() == Some("district") => {
            let catalogue = cx.catalogue();
            let offered = pick::districts(&form.value("district"), draft.actual.settlement_code.as_deref(), &catalogue);
            form.suggest_loosely(offered.iter().map(|entry| entry.name.clone()).collect());
            true
        }
        Event::Picked { field: "district", place } => {
            let catalogue = cx.catalogue();
            let offered = pick::districts(&form.value("district"), draft.actual.settlement_code.as_deref(), &catalogue);
            if let Some(entry) = offered.get(*place) {
                draft.actual.district.clone_from(&entry.name);
                form.set("district", &entry.name);
                form.jump_to("street");
            }
            true
        }
        Event::Changed if matches!(form.focused(), Some("origin" | "registered")) => {
            suggest_line(form, None);
            true
        }
        Event::Picked { field: field @ ("origin" | "registered"), place } => {
            let address = if *field == "origin" { &mut draft.origin } else { &mut draft.registered };
            pick_line(form, address, field, *place, None);
            true
        }
        _ => false,
    }
}

/// Offers settlements for a whole address typed in the line with the focus, those of the community first.
pub fn suggest_line(form: &mut Form, community: Option<&str>) {
    let text = form.focused().map(|id| form.value(id)).unwrap_or_default();
    // Behind the comma comes the street, which has no suggestions.
    let offered = if text.contains(',') { Vec::new() } else { pick::settlements(&text, community) };
    form.suggest(offered.iter().map(|place| place.path(&CODIFIER)).collect());
}

/// Takes the suggested settlement at this place into the address and the line; the street is typed behind it.
pub fn pick_line(form: &mut Form, address: &mut Address, id: &str, place: usize, community: Option<&str>) {
    if let Some(place) = pick::settlements(&form.value(id), community).get(place) {
        *address =
            Address { settlement: place.title(), settlement_code: Some(place.code.to_owned()), ..Address::default() };
        form.set(id, &format!("{}, ", place.title()));
    }
}

/// Takes a field's text into the addresses, settled, and shows it settled.
pub(super) fn settle(form: &mut Form, draft: &mut FamilyDraft, id: &str, cx: &Context) {
    let text = name::clean(&form.value(id));
    match id {
        "settlement" => {
            if text != draft.actual.settlement {
                let known = CODIFIER.settlement_named(&text, cx.community());
                draft.actual.settlement_code = known.map(|place| place.code.to_owned());
                draft.actual.settlement = known.map_or(text, crate::domain::place::Place::title);
            }
            form.set(id, &draft.actual.settlement);
        }
        "district" => draft.actual.district = text,
        "street" => {
            let (street, building, flat) = split_street(&text);
            if building.is_empty() || text == draft.actual.street {
                draft.actual.street = text;
            } else {
                draft.actual.street = street;
                form.set("building", &building);
                form.set("flat", &flat);
                draft.actual.building = building;
                draft.actual.flat = flat;
            }
            form.set("street", &draft.actual.street);
        }
        "building" => draft.actual.building = text,
        "flat" => draft.actual.flat = text,
        "origin" => settle_line(form, &mut draft.origin, id, cx),
        "registered" => settle_line(form, &mut draft.registered, id, cx),
        _ => {}
    }
}

/// A whole address in one line; unchanged text leaves the parts as they are (a district is not in the line).
pub fn settle_line(form: &mut Form, address: &mut Address, id: &str, cx: &Context) {
    let text = name::clean(&form.value(id));
    let text = text.trim_end_matches(',').trim_end();
    if text != address.line() {
        let read = Address::read_line(text);
        // A picked settlement keeps its code while only the street behind it changes: its name alone may mean several places.
        *address = if read.settlement == address.settlement {
            Address { settlement_code: address.settlement_code.clone(), ..read }
        } else {
            let known = CODIFIER.settlement_named(&read.settlement, cx.community());
            Address {
                settlement_code: known.map(|place| place.code.to_owned()),
                settlement: known.map_or_else(|| read.settlement.clone(), crate::domain::place::Place::title),
                ..read
            }
        };
    }
    form.set(id, &address.line());
}

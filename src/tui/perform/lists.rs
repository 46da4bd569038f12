//! Effects of the screen of lists: one arm an effect.

use super::Desk;
use crate::office::OfficeError;
use crate::tui::app::Reply;
use crate::tui::app::message::lists::{Act, Acted, ListsAsk, ListsFault, ListsTold};

/// After how many families of a long deed the screen hears how far it is.
const TOLD_EVERY: usize = 200;

impl Desk {
    /// Does what the screen of lists asks.
    pub(super) fn lists(&mut self, ask: ListsAsk) -> Option<Reply> {
        let Self { office, outside, .. } = self;
        let office = office.as_mut()?;
        Some(Reply::Lists(match ask {
            ListsAsk::Page { generation, filter, order, from, rows } => {
                ListsTold::Page { generation, page: office.listed(&filter, order, from, rows) }
            }
            ListsAsk::All { generation, filter } => {
                ListsTold::All { generation, families: office.listed_families(&filter, Default::default()) }
            }
            ListsAsk::Choices => ListsTold::Choices(office.list_choices().map(Box::new)),
            ListsAsk::SaveFilter { deed, name, filter } => {
                ListsTold::Kept(deed, office.save_filter(deed, &name, &filter))
            }
            ListsAsk::RemoveFilter(deed, filter) => ListsTold::Kept(deed, office.remove_filter(deed, filter)),
            ListsAsk::MakeList(deed, name) => ListsTold::Kept(deed, office.make_list(deed, &name)),
            ListsAsk::RenameList(deed, list, name) => ListsTold::Kept(deed, office.rename_list(deed, list, &name)),
            ListsAsk::RemoveList(deed, list) => ListsTold::Kept(deed, office.remove_list(deed, list)),
            ListsAsk::Act { deed, selection, act } => {
                let mut progress = |done: usize, all: usize| {
                    if done.is_multiple_of(TOLD_EVERY) {
                        outside.tell(Reply::Lists(ListsTold::Progress(deed, done, all)));
                    }
                };
                let done = |families: Result<usize, OfficeError>| {
                    families.map(|families| Acted { families, path: None }).map_err(ListsFault::Office)
                };
                let selection = &*selection;
                let acted = match act {
                    Act::Category(category) => done(office.mass_category(deed, selection, &category, &mut progress)),
                    Act::Note(line) => done(office.mass_note(deed, selection, &line, &mut progress)),
                    Act::Put(target) => done(office.put_in_list(deed, selection, &target, &mut progress)),
                    Act::TakeOut(list) => done(office.take_from_list(deed, selection, list, &mut progress)),
                    Act::Export(typed) => outside
                        .files()
                        .and_then(|files| files.export(office, selection, &typed))
                        .map(|(families, path)| Acted { families, path: Some(path) })
                        .map_err(ListsFault::File),
                };
                ListsTold::Acted(deed, acted)
            }
        }))
    }
}

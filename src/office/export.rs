//! Taking the register out, as the asker sees it.

use super::deed::{Detail, nothing};
use super::{Exported, Office, OfficeError};
use crate::domain::address::AddressKind;
use crate::domain::draft::SingleDraft;
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::{families, people};

impl Office {
    /// Hands every family (closed ones too) to `each` in order of registration, then every person without a family. The export is in the
    /// journal before the first of them.
    pub fn export(&mut self, each: &mut dyn FnMut(Exported<'_>)) -> Result<(), OfficeError> {
        self.deed(None, Some(Right::Export), nothing, |deed| {
            let count = Some(families::all(deed.tx)?.len());
            deed.journal("register-exported", None, &Detail { count, ..Detail::default() })
        })?;
        let sight = self.sight();
        Ok(self.store.read(|tx| {
            for family in families::all(tx)? {
                if let Some(mut card) = families::card(tx, family)? {
                    sight.narrow_card(&mut card);
                    each(Exported::Family(&card));
                }
            }
            for id in people::without_family(tx)? {
                if let Some(person) = people::get(tx, id)? {
                    let address = categories::address(tx, Owner::Person(id), AddressKind::Actual)?.unwrap_or_default();
                    let mut single = SingleDraft { person, address };
                    sight.narrow_single(&mut single);
                    each(Exported::Single(&single));
                }
            }
            Ok(())
        })?)
    }
}

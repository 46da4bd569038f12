//! Changing what the office has set. Only what the form really changed is written, so that two desks may set different things at once.

use super::deed::{Detail, KeptChange};
use super::{Office, OfficeError, OfficeFacts, OfficeProfile};
use crate::domain::id::DeedId;
use crate::domain::merge::Change;
use crate::domain::name::{clean, clean_note};
use crate::domain::place::CODIFIER;
use crate::domain::settings::{OfficeSettings, SettingFault, SettingField};
use crate::domain::staff::Right;
use crate::store::{StoreError, Tx, settings};

impl Office {
    /// What the office is and has set, as this desk knows it.
    pub fn facts(&self) -> OfficeFacts {
        OfficeFacts { profile: self.profile.clone(), settings: self.settings.clone() }
    }

    /// Changes settings from what the form opened with (`base`) to what it was left with (`mine`). What another desk set meanwhile stays.
    ///
    /// Errors: `Setting` names the field that cannot be so; `SettingChanged` names the one that another desk has set otherwise;
    /// `NotAllowed(ManageOffice)`.
    pub fn change_settings(&mut self, deed: DeedId, base: &OfficeFacts, mine: &OfficeFacts) -> Result<(), OfficeError> {
        let mine = cleaned(mine);
        let facts = self.deed(
            Some(deed),
            Some(Right::ManageOffice),
            |deed, _| Ok(read(deed.tx)?),
            |deed| {
                check(&mine)?;
                let (profile, stored) = read(deed.tx)?;
                let stored = OfficeFacts { profile, settings: stored };
                let mut changes = Vec::new();
                for field in SettingField::ALL {
                    let [before, there, after] = [base, &stored, &mine].map(|facts| text_of(facts, field));
                    if after == before || after == there {
                        continue;
                    }
                    if there != before {
                        return Err(OfficeError::SettingChanged(field));
                    }
                    settings::put(deed.tx, field.code(), &after)?;
                    let change =
                        Change { person: None, field: format!("setting-{}", field.code()), before: there, after };
                    changes.push(KeptChange { change, needs: Vec::new() });
                }
                if !changes.is_empty() {
                    deed.journal("settings-changed", None, &Detail { changes, ..Detail::default() })?;
                }
                Ok(read(deed.tx)?)
            },
        )?;
        (self.profile, self.settings) = facts;
        Ok(())
    }
}

/// What every desk needs to know of the office.
pub(super) fn read(tx: &Tx) -> Result<(OfficeProfile, OfficeSettings), StoreError> {
    let mut kept = Vec::with_capacity(SettingField::ALL.len());
    for field in SettingField::ALL {
        kept.push((field, settings::get(tx, field.code())?));
    }
    let mut take =
        |wanted: SettingField| kept.iter_mut().find(|(field, _)| *field == wanted).and_then(|(_, text)| text.take());
    let profile = OfficeProfile {
        name: take(SettingField::Name).unwrap_or_default(),
        community: take(SettingField::Community).filter(|code| !code.is_empty()),
    };
    Ok((profile, OfficeSettings::read(take)))
}

fn cleaned(facts: &OfficeFacts) -> OfficeFacts {
    let mut facts = facts.clone();
    facts.profile.name = clean(&facts.profile.name);
    let OfficeSettings { hotlines, legal_basis, paper_titles, paper_signers, paper_columns, paper_legal, .. } =
        &mut facts.settings;
    for text in [hotlines, legal_basis, paper_titles, paper_signers, paper_columns, paper_legal] {
        *text = clean_note(text);
    }
    facts
}

fn check(facts: &OfficeFacts) -> Result<(), SettingFault> {
    if facts.profile.name.is_empty() {
        return Err(SettingFault::NoName);
    }
    if facts.profile.community.as_deref().is_some_and(|code| CODIFIER.get(code).is_none()) {
        return Err(SettingFault::Community);
    }
    facts.settings.check()
}

fn text_of(facts: &OfficeFacts, field: SettingField) -> String {
    match field {
        SettingField::Name => facts.profile.name.clone(),
        SettingField::Community => facts.profile.community.clone().unwrap_or_default(),
        other => facts.settings.text_of(other).unwrap_or_default(),
    }
}

//! What the office has set, on one sheet; below it what this user of the machine has chosen: colours and language, which change at once.

use crate::domain::id::DeedId;
use crate::domain::place::{CODIFIER, Place};
use crate::domain::settings::{self, AfterIssue, OfficeSettings, SettingFault, SettingField};
use crate::office::{OfficeError, OfficeFacts};
use crate::text::Lang;
use crate::tui::app::{
    Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast,
};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::setup::communities;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::ThemeName;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Note, NoteKind};
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

const THEME: &str = "setting-theme";
const LANGUAGE: &str = "setting-language";

/// The field of a setting.
fn id_of(field: SettingField) -> &'static str {
    match field {
        SettingField::Name => "setting-office-name",
        SettingField::Community => "setting-community",
        SettingField::LockMinutes => "setting-lock-minutes",
        SettingField::DraftDays => "setting-draft-days",
        SettingField::Hotlines => "setting-hotlines",
        SettingField::LegalBasis => "setting-legal-basis",
        SettingField::PaperTitles => "setting-paper-titles",
        SettingField::PaperSigners => "setting-paper-signers",
        SettingField::PaperColumns => "setting-paper-columns",
        SettingField::PaperLegal => "setting-paper-legal",
        SettingField::AfterIssue => "setting-after-issue",
        SettingField::UsualTare => "setting-usual-tare",
    }
}

/// The text of the program for a setting that the office left to it.
fn default_text(field: SettingField, cx: &Context) -> String {
    match field {
        SettingField::Hotlines => cx.t("hotlines-default"),
        SettingField::LegalBasis => cx.t("legal-basis-default"),
        SettingField::PaperLegal => cx.t("paper-legal-default"),
        SettingField::PaperColumns => cx.t("paper-columns-default"),
        _ => String::new(),
    }
}

/// The sheet of settings.
pub struct SettingsForm {
    base: OfficeFacts,
    form: Form,
    deed: DeedId,
    offered: Vec<&'static Place>,
    /// The community as it stands in the field; none where it is empty.
    community: Option<String>,
    is_waiting: bool,
}

/// Everything of the sheet that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptSettings {
    base: OfficeFacts,
    community: Option<String>,
    form: KeptForm,
}

impl SettingsForm {
    /// The sheet of a draft as it stood. None when the draft is no such sheet.
    pub fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptSettings = serde_json::from_value(form).ok()?;
        let mut sheet = Self::new(cx)?;
        // Colours and language were chosen at once, and may be others by now.
        let chosen = [THEME, LANGUAGE].map(|id| sheet.form.field(id).map_or(0, Field::picked));
        (sheet.deed, sheet.base, sheet.community) = (deed, kept.base, kept.community);
        sheet.form.put_back(&kept.form);
        for (id, picked) in [THEME, LANGUAGE].into_iter().zip(chosen) {
            if let Some(field) = sheet.form.field_mut(id) {
                field.pick(picked);
            }
        }
        Some(sheet)
    }

    /// The settings as they are; none when nobody is signed in.
    pub fn new(cx: &mut Context) -> Option<Self> {
        let session = cx.session.as_ref()?;
        let base = OfficeFacts { profile: session.profile.clone(), settings: session.settings.clone() };
        let mut fields: Vec<Field> = SettingField::ALL
            .map(|field| match field {
                SettingField::Community => Field::suggest(id_of(field)),
                SettingField::AfterIssue => Field::choice(id_of(field), after_issue_words(cx)),
                _ => Field::text(id_of(field)),
            })
            .into();
        let mut theme = Field::choice(THEME, theme_words(cx));
        theme.pick(ThemeName::ALL.iter().position(|name| *name == cx.theme_name).unwrap_or(0));
        let mut language = Field::choice(LANGUAGE, vec!["Українська".to_owned(), "English".to_owned()]);
        language.pick(Lang::ALL.iter().position(|lang| *lang == cx.texts.lang()).unwrap_or(0));
        fields.extend([theme, language]);
        let deed = cx.new_deed();
        let community = base.profile.community.clone();
        let form = Form::column(fields);
        let mut sheet = Self { base, form, deed, offered: Vec::new(), community, is_waiting: false };
        sheet.load(cx);
        Some(sheet)
    }

    fn load(&mut self, cx: &Context) {
        let OfficeSettings { lock_minutes, draft_days, after_issue, usual_tare, .. } = self.base.settings;
        if let Some(field) = self.form.field_mut(id_of(SettingField::AfterIssue)) {
            field.say(after_issue_words(cx));
            field.pick(AfterIssue::ALL.iter().position(|way| *way == after_issue).unwrap_or(0));
        }
        for field in SettingField::ALL {
            let text = match field {
                SettingField::Name => self.base.profile.name.clone(),
                SettingField::Community => self.base.profile.community.as_deref().map(shown).unwrap_or_default(),
                SettingField::LockMinutes => lock_minutes.to_string(),
                SettingField::DraftDays => draft_days.to_string(),
                SettingField::UsualTare => usual_tare.to_string(),
                SettingField::AfterIssue => continue,
                SettingField::Hotlines
                | SettingField::LegalBasis
                | SettingField::PaperTitles
                | SettingField::PaperSigners
                | SettingField::PaperColumns
                | SettingField::PaperLegal => {
                    let own = self.base.settings.text_of(field).filter(|text| !text.is_empty());
                    own.unwrap_or_else(|| default_text(field, cx))
                }
            };
            self.form.set(id_of(field), &text);
        }
    }

    /// The settings as the form says them. Errors: the first field that cannot be so.
    fn facts(&self, cx: &Context) -> Result<OfficeFacts, SettingFault> {
        let typed = |field| self.form.value(id_of(field));
        let own = |field| Some(typed(field)).filter(|text| *text != default_text(field, cx)).unwrap_or_default();
        let mut facts = self.base.clone();
        facts.profile.name = typed(SettingField::Name);
        if facts.profile.name.is_empty() {
            return Err(SettingFault::NoName);
        }
        facts.profile.community = self.community.clone();
        if facts.profile.community.is_none() && !typed(SettingField::Community).is_empty() {
            return Err(SettingFault::Community);
        }
        let picked = self.form.field(id_of(SettingField::AfterIssue)).map_or(0, Field::picked);
        facts.settings = OfficeSettings {
            lock_minutes: settings::lock_minutes(&typed(SettingField::LockMinutes))?,
            draft_days: settings::draft_days(&typed(SettingField::DraftDays))?,
            hotlines: own(SettingField::Hotlines),
            legal_basis: own(SettingField::LegalBasis),
            paper_titles: own(SettingField::PaperTitles),
            paper_signers: own(SettingField::PaperSigners),
            paper_columns: own(SettingField::PaperColumns),
            paper_legal: own(SettingField::PaperLegal),
            after_issue: AfterIssue::ALL.get(picked).copied().unwrap_or_default(),
            usual_tare: settings::usual_tare(&typed(SettingField::UsualTare))?,
        };
        facts.settings.check()?;
        Ok(facts)
    }

    fn save(&mut self, cx: &Context) -> Step {
        match self.facts(cx) {
            Err(fault) => self.refused(&fault.into(), cx),
            Ok(mine) if mine == self.base => Step::pop().saying(Toast::good(cx.t("settings-nothing-changed"))),
            Ok(mine) => {
                self.is_waiting = true;
                let (base, mine) = (Box::new(self.base.clone()), Box::new(mine));
                Step::effect(Effect::Office(OfficeAsk::ChangeSettings { deed: self.deed, base, mine }))
            }
        }
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        if let OfficeError::Setting(setting) = fault {
            let id = id_of(setting.field());
            self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.texts.say(fault) }));
            self.form.focus_on(id);
            return Step::stay();
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    fn hear(&mut self, event: &Event, cx: &mut Context) -> Step {
        let community = id_of(SettingField::Community);
        match event {
            Event::Changed if self.form.focused() == Some(community) => {
                self.community = None;
                self.offered = communities(&self.form.value(community));
                self.form.suggest(self.offered.iter().map(|place| place.path(&CODIFIER)).collect());
            }
            Event::Picked { place, .. } => {
                if let Some(picked) = self.offered.get(*place) {
                    self.community = Some(picked.code.to_owned());
                    self.form.set(community, &picked.path(&CODIFIER));
                    self.form.note(community, None);
                }
            }
            Event::Changed if self.form.focused() == Some(THEME) => {
                let picked = self.form.field(THEME).map_or(0, Field::picked);
                cx.set_theme(ThemeName::ALL.get(picked).copied().unwrap_or_default());
                return remember(cx);
            }
            Event::Changed if self.form.focused() == Some(LANGUAGE) => {
                let picked = self.form.field(LANGUAGE).map_or(0, Field::picked);
                cx.set_lang(Lang::ALL.get(picked).copied().unwrap_or_default());
                return remember(cx);
            }
            _ => {}
        }
        Step::stay()
    }
}

fn remember(cx: &Context) -> Step {
    Step::effect(Effect::Remember { lang: cx.texts.lang(), theme: cx.theme_name })
}

fn after_issue_words(cx: &Context) -> Vec<String> {
    AfterIssue::ALL.iter().map(|way| cx.t(&format!("after-issue-{}", way.code()))).collect()
}

fn theme_words(cx: &Context) -> Vec<String> {
    ThemeName::ALL.iter().map(|name| cx.t(&format!("theme-{}", name.code()))).collect()
}

/// A community as the field shows it.
fn shown(code: &str) -> String {
    CODIFIER.get(code).map_or_else(|| code.to_owned(), |place| place.path(&CODIFIER))
}

impl Screen for SettingsForm {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        let event = self.form.key(key);
        match (&event, key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(LANGUAGE);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => {}
        }
        self.hear(&event, cx)
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        let event = self.form.text(text);
        self.hear(&event, cx)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Office(OfficeTold::Done(deed, done)) = reply else { return Step::stay() };
        if *deed != self.deed || !self.is_waiting {
            return Step::stay();
        }
        self.is_waiting = false;
        match done {
            Ok(_) => Step::pop().saying(Toast::good(cx.t("settings-saved"))),
            Err(fault) => self.refused(fault, cx),
        }
    }

    fn is_dirty(&self) -> bool {
        let picked = self.form.field(id_of(SettingField::AfterIssue)).map_or(0, Field::picked);
        self.form.is_typed_in()
            || self.community != self.base.profile.community
            || AfterIssue::ALL.get(picked) != Some(&self.base.settings.after_issue)
    }

    fn draft(&self) -> Option<DraftLayer> {
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Settings, subject: None, title: String::new() };
        let (base, community) = (self.base.clone(), self.community.clone());
        let kept = KeptSettings { base, community, form: self.form.kept() };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn spoken(&mut self, cx: &Context) {
        let words = theme_words(cx);
        if let Some(theme) = self.form.field_mut(THEME) {
            theme.say(words);
        }
        let words = after_issue_words(cx);
        if let Some(field) = self.form.field_mut(id_of(SettingField::AfterIssue)) {
            field.say(words);
        }
        // What the program says by default is said in the other language; what the office wrote stays.
        if !self.is_dirty() {
            self.load(cx);
        }
        let picked = Lang::ALL.iter().position(|lang| *lang == cx.texts.lang()).unwrap_or(0);
        if let Some(language) = self.form.field_mut(LANGUAGE) {
            language.pick(picked);
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("settings-title"), 22);
        sheet.gap();
        sheet.form(&self.form);
        if self.form.is_suggesting() {
            return;
        }
        sheet.gap();
        if self.is_waiting {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else {
            sheet.hint(&self.form);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

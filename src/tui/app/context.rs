//! What every screen may know: texts, colours, the time, the size, who is signed in.

use crate::domain::catalogue::{Catalogue, Kind};
use crate::domain::clock::Moment;
use crate::domain::id::DeedId;
use crate::domain::settings::OfficeSettings;
use crate::domain::staff::{Right, Staff};
use crate::office::OfficeProfile;
use crate::text::{Lang, Texts, Value};
use crate::tui::app::message::Known;
use crate::tui::theme::{Theme, ThemeName};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

/// Who is signed in, where.
#[derive(Clone, PartialEq, Debug)]
pub struct Session {
    /// The person.
    pub staff: Staff,
    /// The office.
    pub profile: OfficeProfile,
    /// What the office has set for its desks.
    pub settings: OfficeSettings,
    /// What the office lists.
    pub catalogue: Arc<Catalogue>,
    /// Sixteen random bytes of this sign-in: deed ids of the desk are counted up from them.
    pub nonce: Uuid,
}

/// The surroundings of every screen.
pub struct Context {
    /// Texts of the chosen language.
    pub texts: Arc<Texts>,
    /// Name of the chosen colours.
    pub theme_name: ThemeName,
    /// The colours.
    pub theme: Theme,
    /// Width and height of the terminal in cells.
    pub size: (u16, u16),
    /// The moment of the last message.
    pub now: Moment,
    /// Who is signed in.
    pub session: Option<Session>,
    /// The office's file: the sign-in says which one it opens.
    pub file: PathBuf,
    deeds: u128,
}

impl Context {
    /// The surroundings at start, nobody signed in.
    pub fn new(lang: Lang, theme_name: ThemeName, size: (u16, u16), now: Moment) -> Self {
        Self {
            texts: Arc::new(Texts::new(lang)),
            theme_name,
            theme: Theme::of(theme_name),
            size,
            now,
            session: None,
            file: PathBuf::new(),
            deeds: 0,
        }
    }

    /// The same surroundings at a desk of this office file.
    pub fn on(self, file: &Path) -> Self {
        Self { file: file.to_owned(), ..self }
    }

    /// Changes the language of the screens.
    pub fn set_lang(&mut self, lang: Lang) {
        self.texts = Arc::new(Texts::new(lang));
        self.name_codes();
    }

    /// Takes the desk for somebody, or from them: the office's own names of categories are said from now on.
    pub fn set_session(&mut self, session: Option<Session>) {
        self.session = session;
        self.name_codes();
    }

    /// What the office is now, as another desk or a deed of this one has left it.
    pub fn know(&mut self, known: &Known) {
        if let Some(session) = &mut self.session {
            session.profile = known.facts.profile.clone();
            session.settings = known.facts.settings.clone();
            session.catalogue = Arc::clone(&known.catalogue);
        }
        self.name_codes();
    }

    fn name_codes(&mut self) {
        let catalogue = self.catalogue();
        let named = catalogue.category_names(self.texts.lang() == Lang::En);
        let names: Vec<_> = named.flat_map(|(code, own)| [("category", code, own), ("short", code, own)]).collect();
        let english = self.texts.lang() == Lang::En;
        let of_aid =
            [Kind::Item, Kind::Programme, Kind::Partner, Kind::Location, Kind::Limit, Kind::EventKind, Kind::Room];
        let aid = of_aid.into_iter().flat_map(|kind| {
            catalogue.names_of(kind, english).map(move |(code, own)| (kind.code(), code, own)).collect::<Vec<_>>()
        });
        let names: Vec<_> = names.into_iter().chain(aid).collect();
        self.texts = Arc::new(self.texts.with_names(names));
    }

    /// What the office lists; what the program comes with while nobody is signed in.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        static SHIPPED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::shipped()));
        self.session.as_ref().map_or_else(|| Arc::clone(&SHIPPED), |session| Arc::clone(&session.catalogue))
    }

    /// Changes the colours.
    pub fn set_theme(&mut self, name: ThemeName) {
        self.theme_name = name;
        self.theme = Theme::of(name);
    }

    /// The present day at the desk.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// A text without variables.
    pub fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// A text with variables.
    pub fn tv(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        self.texts.format(id, values)
    }

    /// Whether the signed-in person may do that.
    pub fn may(&self, right: Right) -> bool {
        self.session.as_ref().is_some_and(|session| session.staff.role.may(right))
    }

    /// An id for the deed of a form that opens now: the same for every press of its save key.
    pub fn new_deed(&mut self) -> DeedId {
        self.deeds += 1;
        let nonce = self.session.as_ref().map_or(0, |session| session.nonce.as_u128());
        DeedId(Uuid::from_u128(nonce.wrapping_add(self.deeds)))
    }

    /// The office's community, which its places come first from.
    pub fn community(&self) -> Option<&str> {
        self.session.as_ref().and_then(|session| session.profile.community.as_deref())
    }

    /// Whether there is room for a second column.
    pub fn is_wide(&self) -> bool {
        self.size.0 >= 116
    }
}

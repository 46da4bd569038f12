//! One entry of a catalogue in a small form: its names, its code, and what its kind adds.

use crate::domain::catalogue::{About, CatalogueFault, Entry, FormerName, Kind, code_of};
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::place::{CODIFIER, Place};
use crate::office::OfficeError;
use crate::tui::app::{
    Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast,
};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::pick;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Note, NoteKind};
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The name of a category or district, and of a street: it is written otherwise.
const NAME: &str = "catalogue-name";
const STREET_NAME: &str = "catalogue-street-name";
const NAME_EN: &str = "catalogue-name-en";
const CODE: &str = "catalogue-code";
const POSITION: &str = "catalogue-position";
const SENSITIVE: &str = "catalogue-sensitive";
const SETTLEMENT: &str = "catalogue-settlement";
const SETTLEMENTS: &str = "catalogue-settlements";
const FORMER: &str = "catalogue-former";

/// The form of an entry.
pub(super) struct EntryForm {
    /// What the form opened with.
    base: Entry,
    /// What it holds: parts that no line keeps (settlements, former names) are here.
    mine: Entry,
    is_new: bool,
    form: Form,
    offered: Vec<&'static Place>,
    deed: DeedId,
    is_waiting: bool,
}

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptEntry {
    base: Entry,
    mine: Entry,
    is_new: bool,
    form: KeptForm,
}

impl EntryForm {
    /// The form of a draft as it stood. None when the draft is no such form.
    pub(super) fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptEntry = serde_json::from_value(form).ok()?;
        let mut opened = Self::open(kept.base, kept.is_new, cx);
        opened.deed = deed;
        opened.mine = kept.mine;
        opened.form.put_back(&kept.form);
        opened.show_lists();
        Some(opened)
    }

    /// A new entry; what was typed into the filter is its name, and a street lies where the one under the cursor does.
    pub(super) fn add(kind: Kind, typed: &str, near: Option<&Entry>, cx: &mut Context) -> Self {
        let mut entry = Entry::new(kind, "", typed.trim());
        if let (About::Street { settlement, .. }, Some(About::Street { settlement: near, .. })) =
            (&mut entry.about, near.map(|near| &near.about))
        {
            settlement.clone_from(near);
        }
        Self::open(entry, true, cx)
    }

    /// An entry as it is.
    pub(super) fn edit(entry: Entry, cx: &mut Context) -> Self {
        Self::open(entry, false, cx)
    }

    fn open(entry: Entry, is_new: bool, cx: &mut Context) -> Self {
        let mut fields = match entry.kind() {
            Kind::Category => vec![Field::text(NAME), Field::text(NAME_EN)],
            Kind::District => vec![Field::text(NAME), Field::text(NAME_EN), Field::list(SETTLEMENTS)],
            Kind::Street => vec![Field::suggest(SETTLEMENT), Field::text(STREET_NAME), Field::list(FORMER)],
        };
        if is_new {
            fields.push(Field::text(CODE));
        }
        match &entry.about {
            About::Category { sensitive } => {
                let mut choice = Field::choice(SENSITIVE, yes_no(cx));
                choice.pick(usize::from(*sensitive));
                fields.extend([choice, Field::text(POSITION)]);
            }
            About::District { .. } => fields.push(Field::text(POSITION)),
            About::Street { .. } => {}
        }
        let deed = cx.new_deed();
        let form = Form::column(fields);
        let mut opened =
            Self { mine: entry.clone(), base: entry, is_new, form, offered: Vec::new(), deed, is_waiting: false };
        opened.load();
        opened
    }

    fn load(&mut self) {
        self.form.set(self.name_field(), &self.mine.name);
        self.form.set(NAME_EN, &self.mine.name_en);
        self.form.set(CODE, &self.mine.code);
        if self.mine.position > 0 {
            self.form.set(POSITION, &self.mine.position.to_string());
        }
        if let About::Street { settlement, .. } = &self.mine.about {
            self.form.set(SETTLEMENT, &title(settlement));
        }
        self.show_lists();
    }

    fn name_field(&self) -> &'static str {
        if self.base.kind() == Kind::Street { STREET_NAME } else { NAME }
    }

    /// The chips of the lists.
    fn show_lists(&mut self) {
        let (id, items) = match &self.mine.about {
            About::Category { .. } => return,
            About::District { settlements } => (SETTLEMENTS, settlements.iter().map(|code| title(code)).collect()),
            About::Street { former, .. } => (FORMER, former.iter().map(shown_former).collect()),
        };
        if let Some(field) = self.form.field_mut(id) {
            field.items = items;
        }
    }

    /// The entry as the form says it. Errors: the field to mend and why.
    fn entry(&self) -> Result<Entry, (&'static str, CatalogueFault)> {
        let mut entry = self.mine.clone();
        entry.name = self.form.value(self.name_field());
        if self.form.field(NAME_EN).is_some() {
            entry.name_en = self.form.value(NAME_EN);
        }
        if self.is_new {
            entry.code = self.form.value(CODE);
        }
        if let Ok(position) = self.form.value(POSITION).parse() {
            entry.position = position;
        }
        match &mut entry.about {
            About::Category { sensitive } => *sensitive = self.form.field(SENSITIVE).map_or(0, Field::picked) == 1,
            About::Street { settlement, .. } if title(settlement) != self.form.value(SETTLEMENT) => {
                return Err((SETTLEMENT, CatalogueFault::Settlement(self.form.value(SETTLEMENT))));
            }
            About::District { .. } | About::Street { .. } => {}
        }
        entry.settled().map_err(|fault| (field_of(&fault, entry.kind()), fault))
    }

    fn save(&mut self, cx: &Context) -> Step {
        for id in [SETTLEMENTS, FORMER] {
            let typed = self.form.value(id);
            if !typed.is_empty() && !self.add_item(id, &typed, cx) {
                self.form.focus_on(id);
                return Step::stay();
            }
        }
        match self.entry() {
            Err((id, fault)) => {
                self.note(id, &OfficeError::Catalogue(fault), cx);
                Step::stay()
            }
            Ok(entry) if entry == self.base => Step::pop().saying(Toast::good(cx.t("settings-nothing-changed"))),
            Ok(entry) => {
                self.is_waiting = true;
                let deed = self.deed;
                Step::effect(Effect::Office(if self.is_new {
                    OfficeAsk::AddEntry { deed, entry: Box::new(entry) }
                } else {
                    OfficeAsk::ChangeEntry { deed, base: Box::new(self.base.clone()), mine: Box::new(entry) }
                }))
            }
        }
    }

    fn note(&mut self, id: &'static str, fault: &OfficeError, cx: &Context) {
        let id = if self.form.field(id).is_some() { id } else { self.name_field() };
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.texts.say(fault) }));
        self.form.focus_on(id);
    }

    /// Takes a typed entry of a list. Returns whether it could be taken.
    fn add_item(&mut self, id: &'static str, text: &str, cx: &Context) -> bool {
        let taken = match &mut self.mine.about {
            About::District { settlements } => {
                let found = CODIFIER.settlement_named(text, cx.community()).map(|place| place.code.to_owned());
                found.map(|code| settlements.push(code)).is_some()
            }
            About::Street { former, .. } => {
                former.push(read_former(text, cx));
                true
            }
            About::Category { .. } => false,
        };
        if taken {
            self.form.set(id, "");
            self.show_lists();
        } else {
            self.note(id, &CatalogueFault::Settlement(text.to_owned()).into(), cx);
        }
        taken
    }

    fn remove_item(&mut self, place: usize) -> Option<String> {
        let gone = match &mut self.mine.about {
            About::District { settlements } if place < settlements.len() => Some(title(&settlements.remove(place))),
            About::Street { former, .. } if place < former.len() => Some(shown_former(&former.remove(place))),
            _ => None,
        };
        self.show_lists();
        gone
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed if matches!(self.form.focused(), Some(SETTLEMENT | SETTLEMENTS)) => {
                let typed = self.form.focused().map(|id| self.form.value(id)).unwrap_or_default();
                self.offered = pick::settlements(&typed, cx.community());
                self.form.suggest(self.offered.iter().map(|place| place.path(&CODIFIER)).collect());
            }
            Event::Picked { field, place } => {
                let Some(picked) = self.offered.get(*place) else { return };
                match &mut self.mine.about {
                    About::District { settlements } => {
                        settlements.push(picked.code.to_owned());
                        self.form.set(field, "");
                        self.show_lists();
                    }
                    About::Street { settlement, .. } => {
                        picked.code.clone_into(settlement);
                        self.form.set(field, &picked.title());
                        self.form.jump_to(STREET_NAME);
                    }
                    About::Category { .. } => {}
                }
            }
            Event::Add { field, text, move_on } => {
                let taken = self.add_item(field, text, cx);
                if taken && *move_on {
                    self.form.next();
                }
            }
            Event::Remove { place, .. } => drop(self.remove_item(*place)),
            Event::Reopen { field, place } => {
                if let Some(text) = self.remove_item(*place)
                    && let Some(field) = self.form.field_mut(field)
                {
                    field.line.set(&text);
                }
            }
            // The code is offered from the name, until one is typed.
            Event::Left(NAME | STREET_NAME) if self.is_new && self.form.value(CODE).is_empty() => {
                let code = code_of(&self.form.value(self.name_field()));
                self.form.set(CODE, &code);
            }
            _ => {}
        }
    }
}

fn field_of(fault: &CatalogueFault, kind: Kind) -> &'static str {
    match (fault, kind) {
        (CatalogueFault::CodeShape(_) | CatalogueFault::CodeTaken(_), _) => CODE,
        (CatalogueFault::Settlement(_), Kind::Street) => SETTLEMENT,
        (CatalogueFault::Settlement(_), _) => SETTLEMENTS,
        (CatalogueFault::AlwaysSensitive, _) => SENSITIVE,
        _ => NAME,
    }
}

fn yes_no(cx: &Context) -> Vec<String> {
    vec![cx.t("catalogue-sensitive-no"), cx.t("catalogue-sensitive-yes")]
}

fn title(code: &str) -> String {
    CODIFIER.get(code).map_or_else(|| code.to_owned(), Place::title)
}

fn shown_former(old: &FormerName) -> String {
    match old.until {
        Some(until) => format!("{} {}", old.name, date::show(until)),
        None => old.name.clone(),
    }
}

/// `вул. Комсомольська 19.02.2016`: a name, and behind it the day of renaming where it is known.
fn read_former(text: &str, cx: &Context) -> FormerName {
    let behind = text.rsplit_once(' ').and_then(|(name, day)| {
        let until = date::parse(day, cx.today()).ok()?;
        Some(FormerName { name: name.to_owned(), until: Some(until) })
    });
    behind.unwrap_or_else(|| FormerName { name: text.to_owned(), until: None })
}

impl Screen for EntryForm {
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
            (Event::PastEnd, Key::Enter) => return self.save(cx),
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => {}
        }
        self.hear(&event, cx);
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if !self.is_waiting {
            let event = self.form.text(text);
            self.hear(&event, cx);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => {
                self.hear(&Event::Left(self.form.focused().unwrap_or_default()), cx);
                self.save(cx)
            }
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
            Ok(_) => {
                let shown = self.form.value(self.name_field());
                let name = if shown.is_empty() { super::list::name_of(&self.base, cx) } else { shown };
                Step::pop().saying(Toast::good(cx.tv("catalogue-saved", &[("name", name.into())])))
            }
            Err(OfficeError::Catalogue(fault)) => {
                self.note(field_of(fault, self.base.kind()), &OfficeError::Catalogue(fault.clone()), cx);
                Step::stay()
            }
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn has_entry(&self) -> bool {
        self.form.has_entry()
    }

    fn is_dirty(&self) -> bool {
        let sensitive = self.form.field(SENSITIVE).map(Field::picked);
        let is_marked = matches!(self.base.about, About::Category { sensitive: true });
        self.form.is_typed_in()
            || self.mine.about != self.base.about
            || sensitive.is_some_and(|picked| (picked == 1) != is_marked)
    }

    fn draft(&self) -> Option<DraftLayer> {
        let typed = self.form.value(self.name_field());
        let title = if typed.is_empty() { self.base.code.clone() } else { typed };
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Entry, subject: None, title };
        let (base, mine) = (self.base.clone(), self.mine.clone());
        let kept = KeptEntry { base, mine, is_new: self.is_new, form: self.form.kept() };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn spoken(&mut self, cx: &Context) {
        if let Some(field) = self.form.field_mut(SENSITIVE) {
            field.say(yes_no(cx));
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let fields = u16::try_from(self.form.rows.len()).unwrap_or(0);
        let kind = self.base.kind().code();
        let title = if self.is_new {
            cx.t(&format!("catalogue-{kind}-new"))
        } else {
            cx.tv("catalogue-edit", &[("name", super::list::name_of(&self.base, cx).into())])
        };
        let mut sheet = Sheet::open(cx, frame, area, &title, fields + 12);
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
            if !self.is_new {
                sheet.gap();
                sheet.line(cx.theme.dim, &cx.tv("catalogue-code-stays", &[("code", self.base.code.as_str().into())]));
            }
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

//! One entry of a catalogue in a small form: its names, its code, and what its kind adds.

mod layout;
mod lists;
mod read;

use crate::domain::catalogue::{About, Entry, Kind, code_of};
use crate::domain::date;
use crate::domain::edrpou::Edrpou;
use crate::domain::id::DeedId;
use crate::domain::limit;
use crate::domain::stock::{GroupCode, ItemCode, Unit};
use crate::office::OfficeError;
use crate::tui::app::{
    Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast,
};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::listed;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Kind as FieldKind, Note, NoteKind};
use layout::{CODE, EDRPOU, FORMER, NAME, PARTS, PERIOD, SETTLEMENTS, SINCE, STREET_NAME, UNIT};
use lists::Offer;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Most lines of a composition in sight.
const PARTS_SHOWN: usize = 5;

/// The form of an entry.
pub(super) struct EntryForm {
    /// What the form opened with.
    base: Entry,
    /// What it holds: parts that no line keeps (settlements, former names) are here.
    mine: Entry,
    is_new: bool,
    form: Form,
    offered: Vec<Offer>,
    deed: DeedId,
    is_waiting: bool,
    /// The options picked at first.
    opened_with: Vec<usize>,
}

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptEntry {
    base: Entry,
    mine: Entry,
    is_new: bool,
    /// The unit that is picked, which says what fields there are.
    #[serde(default)]
    unit: Option<Unit>,
    form: KeptForm,
}

impl EntryForm {
    /// The form of a draft as it stood. None when the draft is no such form.
    pub(super) fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptEntry = serde_json::from_value(form).ok()?;
        let mut opened = Self::open(kept.base, kept.is_new, cx);
        opened.deed = deed;
        opened.mine = kept.mine;
        if let About::Item(item) = &opened.mine.about {
            // The picked unit is put back with the other fields, which have to be there by then.
            layout::arrange(&mut opened.form, kept.unit.unwrap_or(item.unit));
        }
        opened.form.put_back(&kept.form);
        opened.show_lists(cx);
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
        let deed = cx.new_deed();
        let form = layout::form(&entry, is_new, cx);
        let mut opened = Self {
            mine: entry.clone(),
            base: entry,
            is_new,
            form,
            offered: Vec::new(),
            deed,
            is_waiting: false,
            opened_with: Vec::new(),
        };
        layout::load(&mut opened.form, &opened.mine, cx);
        opened.show_lists(cx);
        opened.opened_with = opened.picks();
        opened
    }

    fn picks(&self) -> Vec<usize> {
        layout::CHOICES.iter().filter_map(|id| self.form.field(id)).map(Field::picked).collect()
    }

    /// A check digit that disagrees is worth a look at the paper, no more.
    fn look_at_edrpou(&mut self, cx: &Context) {
        let is_odd = Edrpou::parse(&self.form.value(EDRPOU)).is_some_and(|code| !code.agrees());
        let text = || cx.t("catalogue-edrpou-odd");
        self.form.note(EDRPOU, is_odd.then(|| Note { kind: NoteKind::Warning, text: text() }));
    }

    /// Of which kind the entry is.
    pub(super) fn kind(&self) -> Kind {
        self.base.kind()
    }

    fn name_field(&self) -> &'static str {
        layout::name_field(self.base.kind())
    }

    /// A code for what has none yet: of the name, of a limit what it is of and its period.
    fn offer_code(&mut self) {
        if !self.is_new || !self.form.value(CODE).is_empty() {
            return;
        }
        let name = match &self.mine.about {
            About::Limit(limit) if self.form.value(NAME).is_empty() => {
                let (limit::About::Item(ItemCode(of)) | limit::About::Group(GroupCode(of))) = &limit.of;
                let period = self.form.field(PERIOD).map_or(0, Field::picked);
                format!("{of}_{}", layout::PERIODS.get(period).unwrap_or(&"once"))
            }
            _ => self.form.value(self.name_field()),
        };
        self.form.set(CODE, &code_of(&name));
    }

    /// The chips of the lists.
    fn show_lists(&mut self, cx: &Context) {
        lists::show(&mut self.form, &self.mine, cx);
    }

    fn save(&mut self, cx: &Context) -> Step {
        for id in lists::LISTS {
            let typed = self.form.value(id);
            if !typed.is_empty() && !self.add_item(id, &typed, cx) {
                self.form.focus_on(id);
                return Step::stay();
            }
        }
        if self.kind() == Kind::Limit {
            self.offer_code();
        }
        match read::entry(&self.form, &self.mine, &self.base, self.is_new, cx) {
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
        // What is offered first is what was meant, where the list takes offered things only.
        if !matches!(id, SETTLEMENTS | FORMER)
            && let Some(offer) = lists::offers(id, text, cx).first()
        {
            offer.take(id, &mut self.form, &mut self.mine, cx);
            self.changed_parts(id, cx);
            return true;
        }
        match lists::add(id, text, &mut self.mine, cx) {
            Ok(()) => {
                self.form.set(id, "");
                self.show_lists(cx);
                true
            }
            Err(fault) => {
                self.note(id, &fault.into(), cx);
                false
            }
        }
    }

    fn remove_item(&mut self, id: &'static str, place: usize, cx: &Context) -> Option<String> {
        let gone = lists::remove(id, place, &mut self.mine, cx);
        self.changed_parts(id, cx);
        gone
    }

    /// A list changed. Another composition of a kit begins today, unless its day was typed.
    fn changed_parts(&mut self, id: &'static str, cx: &Context) {
        self.show_lists(cx);
        let About::Item(was) = &self.base.about else { return };
        let old_day = was.compositions.first().map(|latest| date::show(latest.since));
        if id == PARTS && old_day.is_some_and(|day| self.form.value(SINCE) == day) {
            self.form.set(SINCE, &date::show(cx.today()));
        }
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed => {
                let Some(id) = self.form.focused() else { return };
                if id == UNIT {
                    let unit = read::unit(&self.form);
                    layout::arrange(&mut self.form, unit);
                    if self.form.value(SINCE).is_empty() {
                        self.form.set(SINCE, &date::show(cx.today()));
                    }
                    self.show_lists(cx);
                }
                let typed = self.form.value(id);
                self.offered = lists::offers(id, &typed, cx);
                let shown = self.offered.iter().map(|offer| offer.shown(cx)).collect();
                self.form.suggest(shown);
            }
            Event::Picked { field, place } => {
                let Some(offer) = self.offered.get(*place) else { return };
                offer.take(field, &mut self.form, &mut self.mine, cx);
                self.changed_parts(field, cx);
            }
            Event::Add { field, text, move_on } => {
                let taken = self.add_item(field, text, cx);
                if taken && *move_on {
                    self.form.next();
                }
            }
            Event::Remove { field, place } => drop(self.remove_item(field, *place, cx)),
            Event::Reopen { field, place } => {
                if let Some(text) = self.remove_item(field, *place, cx)
                    && let Some(field) = self.form.field_mut(field)
                {
                    field.line.set(&text);
                }
            }
            // The code is offered from the name, until one is typed.
            Event::Left(NAME | STREET_NAME) => self.offer_code(),
            Event::Left(EDRPOU) => self.look_at_edrpou(cx),
            _ => {}
        }
    }
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
                self.note(read::field_of(fault, self.base.kind()), &OfficeError::Catalogue(fault.clone()), cx);
                Step::stay()
            }
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn has_entry(&self) -> bool {
        self.form.has_entry()
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in() || self.mine.about != self.base.about || self.picks() != self.opened_with
    }

    fn draft(&self) -> Option<DraftLayer> {
        let typed = self.form.value(self.name_field());
        let title = if typed.is_empty() { self.base.code.clone() } else { typed };
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Entry, subject: None, title };
        let (base, mine) = (self.base.clone(), self.mine.clone());
        let unit = self.form.field(UNIT).map(|_| read::unit(&self.form));
        let kept = KeptEntry { base, mine, is_new: self.is_new, unit, form: self.form.kept() };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn spoken(&mut self, cx: &Context) {
        for id in layout::CHOICES {
            if let Some(field) = self.form.field_mut(id) {
                field.say(layout::words(id, cx));
            }
        }
        self.show_lists(cx);
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let rows = self.form.fields.iter().find(|field| field.kind == FieldKind::Rows);
        let listed = rows.map_or(0, |field| field.items.len().min(PARTS_SHOWN));
        let height = u16::try_from(self.form.rows.len() + listed).unwrap_or(0);
        let kind = self.base.kind().word();
        let title = if self.is_new {
            cx.t(&format!("catalogue-{kind}-new"))
        } else {
            cx.tv("catalogue-edit", &[("name", listed::name(&cx.texts, &self.base).into())])
        };
        let mut sheet = Sheet::open(cx, frame, area, &title, height + 12);
        sheet.gap();
        sheet.form(&self.form);
        if self.form.is_suggesting() {
            return;
        }
        if let Some(field) = rows {
            draw_rows(cx, &mut sheet, field, &lists::part_lines(&self.mine, cx));
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

/// The lines of a composition under its field, those around the chosen one where they do not all fit.
fn draw_rows(cx: &Context, sheet: &mut Sheet<'_, '_, '_>, field: &Field, lines: &[String]) {
    let last = lines.len().saturating_sub(PARTS_SHOWN);
    let first = field.chosen.map_or(last, |chosen| chosen.saturating_sub(PARTS_SHOWN / 2).min(last));
    for (place, item) in lines.iter().enumerate().skip(first).take(PARTS_SHOWN) {
        let is_chosen = field.chosen == Some(place);
        let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
        let above = if place == first && first > 0 { " ▲" } else { "" };
        sheet.line(style, &format!("   {mark} {item}{above}"));
    }
}

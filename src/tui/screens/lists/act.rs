//! The small forms of lists: a name for a filter or a list, and the deeds over many families. Where none is marked, the deed is for all
//! that are found, which is said in the form and asked once more.

use super::conditions::{category_of, offered_categories};
use crate::domain::category::Category;
use crate::domain::date;
use crate::domain::filter::Filter;
use crate::domain::id::{DeedId, ListId};
use crate::domain::name;
use crate::office::{Choices, ListRow, OfficeError, Selection, Target, Which};
use crate::search::small::Needle;
use crate::tui::app::message::lists::{Act, Acted, ListsAsk, ListsFault, ListsTold};
use crate::tui::app::{Answer, Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

const NAME: &str = "many-name";
const CATEGORY: &str = "many-category";
const SINCE: &str = "many-since";
const UNTIL: &str = "many-until";
const BASIS: &str = "many-basis";
const NOTE: &str = "many-note";
const LIST: &str = "many-list";
const FILE: &str = "many-file";

/// What the form is for.
enum Purpose {
    SaveFilter(Box<Filter>),
    NewList,
    RenameList(ListId),
    Category,
    Note,
    /// With the lists that there are.
    Put(Vec<(ListId, String)>),
    Export,
}

/// A small form of lists.
pub(super) struct ActForm {
    purpose: Purpose,
    form: Form,
    selection: Option<Box<Selection>>,
    deed: DeedId,
    /// What was read of the form and waits for the answer of a question.
    asked: Option<Act>,
    is_waiting: bool,
    progress: Option<(usize, usize)>,
}

/// For how many families a deed would be.
pub(super) fn count(selection: &Selection) -> usize {
    match &selection.which {
        Which::Marked(marked) => marked.len(),
        Which::Found(found) => *found,
    }
}

impl ActForm {
    /// A name for the conditions.
    pub(super) fn save_filter(filter: Filter, cx: &mut Context) -> Self {
        Self::new(Purpose::SaveFilter(Box::new(filter)), vec![Field::text(NAME)], None, cx)
    }

    /// A new list.
    pub(super) fn new_list(cx: &mut Context) -> Self {
        Self::new(Purpose::NewList, vec![Field::text(NAME)], None, cx)
    }

    /// Another name for a list.
    pub(super) fn rename_list(list: &ListRow, cx: &mut Context) -> Self {
        let mut form = Self::new(Purpose::RenameList(list.id), vec![Field::text(NAME)], None, cx);
        form.form.set(NAME, &list.name);
        form.form.jump_to(NAME);
        form
    }

    /// A category for many.
    pub(super) fn category(selection: Selection, cx: &mut Context) -> Self {
        let fields = vec![Field::suggest(CATEGORY), Field::text(SINCE), Field::text(UNTIL), Field::text(BASIS)];
        Self::new(Purpose::Category, fields, Some(selection), cx)
    }

    /// A line of a note for many.
    pub(super) fn note(selection: Selection, cx: &mut Context) -> Self {
        Self::new(Purpose::Note, vec![Field::text(NOTE)], Some(selection), cx)
    }

    /// Many into a list.
    pub(super) fn put(selection: Selection, choices: &Choices, cx: &mut Context) -> Self {
        let lists = choices.lists.iter().map(|list| (list.id, list.name.clone())).collect();
        let mut form = Self::new(Purpose::Put(lists), vec![Field::suggest(LIST)], Some(selection), cx);
        form.offer(cx);
        form
    }

    /// Many into a file.
    pub(super) fn export(selection: Selection, cx: &mut Context) -> Self {
        let mut form = Self::new(Purpose::Export, vec![Field::text(FILE)], Some(selection), cx);
        let moment = cx.now.format("%Y-%m-%d-%H%M").to_string();
        form.form.set(FILE, &cx.tv("lists-file-name", &[("moment", moment.into())]));
        // Chosen whole: whoever types another name replaces it.
        form.form.jump_to(FILE);
        form
    }

    fn new(purpose: Purpose, fields: Vec<Field>, selection: Option<Selection>, cx: &mut Context) -> Self {
        Self {
            purpose,
            form: Form::column(fields),
            selection: selection.map(Box::new),
            deed: cx.new_deed(),
            asked: None,
            is_waiting: false,
            progress: None,
        }
    }

    /// What can be picked for what is typed.
    fn offer(&mut self, cx: &Context) {
        let (typed, shown) = match (&self.purpose, self.form.focused()) {
            (Purpose::Category, Some(CATEGORY)) => {
                let typed = self.form.value(CATEGORY);
                let shown = offered_categories(&typed, cx).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
                (typed, shown)
            }
            (Purpose::Put(lists), Some(LIST)) => {
                let typed = self.form.value(LIST);
                (typed.clone(), offered_lists(lists, &typed).into_iter().map(|(_, name)| name).collect())
            }
            _ => return,
        };
        // A new name that merely resembles a list's is not to become that list because Enter was pressed.
        if typed.is_empty() || matches!(self.purpose, Purpose::Put(_)) {
            self.form.suggest_loosely(shown);
        } else {
            self.form.suggest(shown);
        }
    }

    fn picked(&mut self, place: usize, cx: &Context) {
        match &self.purpose {
            Purpose::Category => {
                let offered = offered_categories(&self.form.value(CATEGORY), cx);
                if let Some((_, words)) = offered.into_iter().nth(place) {
                    self.form.set(CATEGORY, &words);
                    self.form.jump_to(SINCE);
                }
            }
            Purpose::Put(lists) => {
                if let Some((_, name)) = offered_lists(lists, &self.form.value(LIST)).into_iter().nth(place) {
                    self.form.set(LIST, &name);
                }
            }
            _ => {}
        }
    }

    fn fault(&mut self, id: &'static str, message: &str, cx: &Context) -> Step {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t(message) }));
        self.form.focus_on(id);
        Step::stay()
    }

    /// A day of the form; `Err` when what is typed is none.
    fn day(&self, id: &str, cx: &Context) -> Result<Option<NaiveDate>, ()> {
        let text = self.form.value(id);
        if text.is_empty() { Ok(None) } else { date::parse(&text, cx.today()).map(Some).map_err(|_| ()) }
    }

    fn save(&mut self, cx: &Context) -> Step {
        self.form.suggest(Vec::new());
        let (deed, name) = (self.deed, self.form.value(NAME));
        let ask = match &self.purpose {
            Purpose::SaveFilter(_) | Purpose::NewList | Purpose::RenameList(_) if name.is_empty() => {
                return self.fault(NAME, "lists-name-empty", cx);
            }
            Purpose::SaveFilter(filter) => ListsAsk::SaveFilter { deed, name, filter: filter.clone() },
            Purpose::NewList => ListsAsk::MakeList(deed, name),
            Purpose::RenameList(list) => ListsAsk::RenameList(deed, *list, name),
            Purpose::Category => return self.category_act(cx),
            Purpose::Note => {
                let line = self.form.value(NOTE);
                return if line.is_empty() {
                    self.fault(NOTE, "lists-note-empty", cx)
                } else {
                    self.act(Act::Note(line), cx)
                };
            }
            Purpose::Put(lists) => {
                let typed = name::clean(&self.form.value(LIST));
                let known = lists.iter().find(|(_, name)| *name == typed).map(|(id, _)| *id);
                return match known {
                    _ if typed.is_empty() => self.fault(LIST, "lists-name-empty", cx),
                    Some(list) => self.act(Act::Put(Target::List(list)), cx),
                    None => self.act(Act::Put(Target::New(typed)), cx),
                };
            }
            Purpose::Export => {
                let file = self.form.value(FILE);
                return if file.is_empty() {
                    self.fault(FILE, "lists-file-empty", cx)
                } else {
                    self.act(Act::Export(file), cx)
                };
            }
        };
        self.is_waiting = true;
        Step::effect(Effect::Lists(ask))
    }

    fn category_act(&mut self, cx: &Context) -> Step {
        let Some(code) = category_of(&self.form.value(CATEGORY), cx) else {
            return self.fault(CATEGORY, "lists-fault-unknown", cx);
        };
        let (since, until) = match (self.day(SINCE, cx), self.day(UNTIL, cx)) {
            (Err(()), _) => return self.fault(SINCE, "lists-fault-day", cx),
            (_, Err(())) => return self.fault(UNTIL, "lists-fault-day", cx),
            (Ok(since), Ok(until)) => (since, until),
        };
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            return self.fault(UNTIL, "lists-fault-until", cx);
        }
        self.act(Act::Category(Category { code, since, until, basis: self.form.value(BASIS) }), cx)
    }

    /// Does it to the marked at once; to all that are found only after a question that says how many they are.
    fn act(&mut self, act: Act, cx: &Context) -> Step {
        let Some(selection) = &self.selection else { return Step::stay() };
        if let Which::Found(found) = selection.which
            && self.asked.as_ref() != Some(&act)
        {
            self.asked = Some(act);
            let buttons = vec![cx.t("lists-leave-alone"), cx.t("lists-all-do")];
            let text = cx.tv("lists-all-question", &[("count", found.into())]);
            return Step::push(Dialog::ask(cx.t(self.title()), text, buttons));
        }
        self.asked = None;
        self.is_waiting = true;
        Step::effect(Effect::Lists(ListsAsk::Act { deed: self.deed, selection: selection.clone(), act }))
    }

    fn title(&self) -> &'static str {
        match self.purpose {
            Purpose::SaveFilter(_) => "lists-title-save-filter",
            Purpose::NewList => "lists-title-new-list",
            Purpose::RenameList(_) => "lists-title-rename-list",
            Purpose::Category => "lists-title-category",
            Purpose::Note => "lists-title-note",
            Purpose::Put(_) => "lists-title-put",
            Purpose::Export => "lists-title-export",
        }
    }

    fn acted(&mut self, done: &Result<Acted, ListsFault>, cx: &Context) -> Step {
        self.is_waiting = false;
        self.progress = None;
        match done {
            Ok(acted) => {
                let id = match self.purpose {
                    Purpose::Category => "lists-done-category",
                    Purpose::Note => "lists-done-note",
                    Purpose::Export => "lists-done-export",
                    _ => "lists-done-put",
                };
                let path = acted.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
                let values = [("count", acted.families.into()), ("path", path.into())];
                let mut text = cx.tv(id, &values);
                let rest = self.selection.as_deref().map_or(0, count).saturating_sub(acted.families);
                if rest > 0 && matches!(self.purpose, Purpose::Category | Purpose::Put(_)) {
                    text = format!("{text} {}", cx.tv("lists-done-rest", &[("count", rest.into())]));
                }
                Step::pop().saying(Toast::good(text))
            }
            // The question was about other families: back to the list, which shows them now.
            Err(ListsFault::Office(fault @ OfficeError::ListChanged { .. })) => {
                Step::pop().saying(Toast::fault(fault, cx))
            }
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn kept(&mut self, done: &Result<(), OfficeError>, cx: &Context) -> Step {
        self.is_waiting = false;
        match done {
            Ok(()) => {
                let name = self.form.value(NAME);
                Step::pop().saying(Toast::good(cx.tv("lists-kept", &[("name", name.into())])))
            }
            Err(fault) => {
                self.form.focus_on(NAME);
                Step::stay().saying(Toast::fault(fault, cx))
            }
        }
    }
}

/// Lists whose name may be what is typed.
fn offered_lists(lists: &[(ListId, String)], typed: &str) -> Vec<(ListId, String)> {
    Needle::of(typed).left_of(lists.to_vec(), |(_, name)| vec![name.clone()])
}

impl Screen for ActForm {
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
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus = self.form.fields.len().checked_sub(1);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            (Event::Changed, _) => self.offer(cx),
            (Event::Picked { place, .. }, _) => self.picked(place, cx),
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if !self.is_waiting && self.form.text(text) == Event::Changed {
            self.offer(cx);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match (self.asked.clone(), answer) {
            (Some(act), Answer::Chosen(1)) => self.act(act, cx),
            (None, Answer::Chosen(Dialog::DISCARD)) => Step::pop(),
            _ => {
                self.asked = None;
                Step::stay()
            }
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lists(ListsTold::Kept(deed, done)) if *deed == self.deed && self.is_waiting => self.kept(done, cx),
            Reply::Lists(ListsTold::Acted(deed, done)) if *deed == self.deed && self.is_waiting => self.acted(done, cx),
            Reply::Lists(ListsTold::Progress(deed, done, all)) if *deed == self.deed => {
                self.progress = Some((*done, *all));
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn is_busy(&self) -> bool {
        self.is_waiting
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let fields = u16::try_from(self.form.rows.len()).unwrap_or(0);
        let mut sheet = Sheet::open(cx, frame, area, &cx.t(self.title()), fields + 11);
        sheet.gap();
        if let Some(selection) = &self.selection {
            let (style, id) = match selection.which {
                Which::Marked(_) => (cx.theme.text, "lists-for-marked"),
                Which::Found(_) => (cx.theme.warning, "lists-for-all"),
            };
            sheet.paragraph(style, &cx.tv(id, &[("count", count(selection).into())]));
            sheet.gap();
        }
        let is_open = self.form.is_suggesting();
        if !is_open {
            sheet.form(&self.form);
            sheet.gap();
            match (self.is_waiting, self.progress) {
                (true, Some((done, all))) => {
                    sheet
                        .line(cx.theme.accent, &cx.tv("lists-progress", &[("done", done.into()), ("all", all.into())]));
                }
                (true, None) => sheet.line(cx.theme.accent, &cx.t("lists-working")),
                (false, _) => sheet.hint(&self.form),
            }
            sheet.bottom(&cx.t("small-form-keys"));
        } else {
            sheet.form(&self.form);
        }
    }
}

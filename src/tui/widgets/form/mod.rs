//! A form of fields in rows: where the focus is, what a key does in a field, how it all is drawn.
//!
//! Knows nothing of families: a screen gives fields and rows, hears events, sets notes. Four kinds of fields serve every form:
//! a line, a choice, a line with suggestions, and a list that takes one entry a line (phones, papers, categories). Here is the
//! state; `keys` says what a keystroke does to it, `draw` how it looks, `kept` what of it a draft holds.

mod draw;
mod kept;
mod keys;

pub use draw::note_style;
pub use kept::KeptForm;

use crate::tui::widgets::line::Line;

/// What a field takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A line of text.
    Text,
    /// One of several: Space and arrows go round, a first letter or a digit picks.
    Choice {
        /// The options as shown.
        options: Vec<String>,
        /// The picked one.
        picked: usize,
    },
    /// A line with suggestions below it.
    Suggest,
    /// Several entries, each typed in the line and taken with Enter.
    List,
    /// As a list, but the entries stand under each other and the screen draws them.
    Rows,
}

/// How a note is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoteKind {
    /// Worth a look; saving is possible.
    Warning,
    /// Must be mended before saving.
    Fault,
}

/// A sentence about what is typed in a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// How it is meant.
    pub kind: NoteKind,
    /// What it says.
    pub text: String,
}

/// A field.
#[derive(Clone, PartialEq)]
pub struct Field {
    /// Its word; `form-WORD` is the label and `form-WORD-hint` the sentence shown while it has the focus.
    pub id: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What is typed.
    pub line: Line,
    /// Entries of a list, as shown.
    pub items: Vec<String>,
    /// The entry under the cursor; none while the line is typed in.
    pub chosen: Option<usize>,
    /// What is to be said about it.
    pub note: Option<Note>,
    /// What stands before the field where no message can say it: a member's name.
    pub label: Option<String>,
    /// A few letters behind the field: an age, a count.
    pub suffix: String,
    /// The text that the screen itself put here last: any other was typed and is not taken yet.
    shown: String,
}

impl Field {
    fn new(id: &'static str, kind: Kind) -> Self {
        Self {
            id,
            kind,
            line: Line::default(),
            items: Vec::new(),
            chosen: None,
            note: None,
            label: None,
            suffix: String::new(),
            shown: String::new(),
        }
    }

    /// A line of text.
    pub fn text(id: &'static str) -> Self {
        Self::new(id, Kind::Text)
    }

    /// A line shown as dots.
    pub fn secret(id: &'static str) -> Self {
        Self { line: Line::secret(), ..Self::new(id, Kind::Text) }
    }

    /// A choice.
    pub fn choice(id: &'static str, options: Vec<String>) -> Self {
        Self::new(id, Kind::Choice { options, picked: 0 })
    }

    /// A line with suggestions.
    pub fn suggest(id: &'static str) -> Self {
        Self::new(id, Kind::Suggest)
    }

    /// A list of entries.
    pub fn list(id: &'static str) -> Self {
        Self::new(id, Kind::List)
    }

    /// A list of entries under each other, drawn by the screen.
    pub fn rows(id: &'static str) -> Self {
        Self::new(id, Kind::Rows)
    }

    /// Puts a text that is not typed by the person: an untouched form has nothing to lose.
    pub fn put(&mut self, text: &str) {
        self.line.set(text);
        text.clone_into(&mut self.shown);
    }

    /// The same field under a label of its own.
    pub fn labelled(self, label: String) -> Self {
        Self { label: Some(label), ..self }
    }

    /// The picked option's position.
    pub fn picked(&self) -> usize {
        match self.kind {
            Kind::Choice { picked, .. } => picked,
            Kind::Text | Kind::Suggest | Kind::List | Kind::Rows => 0,
        }
    }

    /// Says the options in other words, as when the language changes; the picked one stays picked.
    pub fn say(&mut self, words: Vec<String>) {
        if let Kind::Choice { options, .. } = &mut self.kind {
            *options = words;
        }
    }

    /// Picks an option.
    pub fn pick(&mut self, place: usize) {
        if let Kind::Choice { options, picked } = &mut self.kind {
            *picked = place.min(options.len().saturating_sub(1));
        }
    }
}

/// Where the labels stand.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Labels {
    /// Each right before its field.
    #[default]
    Beside,
    /// In columns of their own, so that the fields of a small form begin at one place.
    Columns,
}

/// A row of the form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    /// Fields side by side, each with its share of the width.
    Fields(Vec<(&'static str, u16)>),
    /// An empty row.
    Gap,
}

/// What a key did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// Nothing of this form's.
    Ignored,
    /// The cursor moved inside a field.
    Moved,
    /// The text or choice of the field with the focus changed.
    Changed,
    /// The focus went from this field to another.
    Left(&'static str),
    /// A list is to take this entry; with Tab the focus wants to move on.
    Add {
        /// Which list.
        field: &'static str,
        /// What is typed.
        text: String,
        /// Whether the focus moves on when the entry is taken.
        move_on: bool,
    },
    /// Take this entry of a list back into its line, to be changed.
    Reopen {
        /// Which list.
        field: &'static str,
        /// Which entry.
        place: usize,
    },
    /// Remove this entry of a list.
    Remove {
        /// Which list.
        field: &'static str,
        /// Which entry.
        place: usize,
    },
    /// A suggestion was picked.
    Picked {
        /// Which field.
        field: &'static str,
        /// Which suggestion.
        place: usize,
    },
    /// Enter or an arrow down left the last field.
    PastEnd,
}

/// A form.
#[derive(Clone, PartialEq)]
pub struct Form {
    /// The fields in the order of Tab.
    pub fields: Vec<Field>,
    /// How they stand.
    pub rows: Vec<Row>,
    /// The field with the focus; none when something beside the form has it.
    pub focus: Option<usize>,
    suggestions: Vec<String>,
    /// The suggestion that Enter takes; none while none of them begins with what is typed.
    suggested: Option<usize>,
    labels: Labels,
}

impl Form {
    /// A form whose first field has the focus.
    pub fn new(fields: Vec<Field>, rows: Vec<Row>) -> Self {
        Self { fields, rows, focus: Some(0), suggestions: Vec::new(), suggested: None, labels: Labels::Beside }
    }

    /// A small form: one field a row, labels in a column of their own.
    pub fn column(fields: Vec<Field>) -> Self {
        let rows = fields.iter().map(|field| Row::Fields(vec![(field.id, 1)])).collect();
        Self::new(fields, rows).aligned()
    }

    /// The same form with what stands in its first field chosen whole: typing replaces it.
    pub fn chosen(mut self) -> Self {
        self.arrive();
        self
    }

    /// The same form with labels in columns of their own: the first of every row, the second of every row.
    pub fn aligned(self) -> Self {
        Self { labels: Labels::Columns, ..self }
    }

    /// A field by its word.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// A field by its word, to be changed.
    pub fn field_mut(&mut self, id: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.id == id)
    }

    /// What is typed in a field, trimmed.
    pub fn value(&self, id: &str) -> String {
        self.field(id).map(|field| field.line.text().trim().to_owned()).unwrap_or_default()
    }

    /// Sets the text of a field to what the screen holds of it.
    pub fn set(&mut self, id: &str, text: &str) {
        if let Some(field) = self.field_mut(id) {
            field.put(text);
        }
    }

    /// Whether any field has a text that was typed and that the screen has not taken yet.
    pub fn is_typed_in(&self) -> bool {
        self.fields.iter().any(|field| !field.line.is_secret() && field.line.text() != field.shown)
    }

    /// Whether an entry of the list with the focus is chosen.
    pub fn has_entry(&self) -> bool {
        self.focus.and_then(|place| self.fields.get(place)).is_some_and(|field| field.chosen.is_some())
    }

    /// Sets or clears the note of a field.
    pub fn note(&mut self, id: &str, note: Option<Note>) {
        if let Some(field) = self.field_mut(id) {
            field.note = note;
        }
    }

    /// Word of the field with the focus.
    pub fn focused(&self) -> Option<&'static str> {
        self.focus.and_then(|place| self.fields.get(place)).map(|field| field.id)
    }

    /// Moves the focus to a field, the cursor behind its text: what stands there is to be mended, not replaced.
    pub fn focus_on(&mut self, id: &str) {
        self.leave_line();
        self.focus = self.fields.iter().position(|field| field.id == id);
        self.suggest(Vec::new());
    }

    /// Moves the focus to a field as Tab does.
    pub fn jump_to(&mut self, id: &str) {
        self.focus_on(id);
        self.arrive();
    }

    /// The first field with a fault, if there is one.
    pub fn first_fault(&self) -> Option<&Field> {
        self.fields.iter().find(|field| matches!(&field.note, Some(note) if note.kind == NoteKind::Fault))
    }

    /// Offers suggestions for the field with the focus; the first one is marked, so that Enter takes it.
    pub fn suggest(&mut self, suggestions: Vec<String>) {
        self.suggested = (!suggestions.is_empty()).then_some(0);
        self.suggestions = suggestions;
    }

    /// Offers suggestions that only resemble what is typed: none is marked until an arrow marks it.
    pub fn suggest_loosely(&mut self, suggestions: Vec<String>) {
        self.suggest(suggestions);
        self.suggested = None;
    }

    /// Takes the marked suggestion, as Enter does; none where nothing is marked.
    pub fn take_suggestion(&mut self) -> Option<Event> {
        let (field, place) = (self.focused()?, self.suggested?);
        self.suggest(Vec::new());
        Some(Event::Picked { field, place })
    }

    /// Whether suggestions are open.
    pub fn is_suggesting(&self) -> bool {
        !self.suggestions.is_empty()
    }

    /// Moves the focus to the next field; past the last one nothing has it.
    pub fn next(&mut self) {
        self.leave_line();
        self.focus = self.focus.map(|place| place + 1).filter(|place| *place < self.fields.len());
        self.arrive();
    }

    /// Moves the focus to the field before; before the first one it stays.
    pub fn back(&mut self) {
        self.leave_line();
        self.focus = match self.focus {
            Some(place) => Some(place.saturating_sub(1)),
            None => self.fields.len().checked_sub(1),
        };
        self.arrive();
    }

    /// A filled field is chosen whole when the focus comes: typing replaces it, as people know it from other forms.
    fn arrive(&mut self) {
        self.suggest(Vec::new());
        if let Some(field) = self.focus.and_then(|place| self.fields.get_mut(place)) {
            field.line.select_all();
        }
    }

    fn leave_line(&mut self) {
        if let Some(field) = self.focus.and_then(|place| self.fields.get_mut(place)) {
            field.line.unselect();
        }
    }
}

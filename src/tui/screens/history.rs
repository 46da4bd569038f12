//! Who changed what and when, and who looked: the journal of one family.

use crate::domain::id::{FamilyId, PersonId};
use crate::domain::merge::Change;
use crate::office::HistoryEntry;
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::undo::UndoWindow;
use crate::tui::widgets::chrome::{draw_walk, frame_with_title, show_moment};
use crate::tui::widgets::list::Walk;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::collections::HashMap;

/// The history screen.
pub struct History {
    family: FamilyId,
    entries: Option<Vec<HistoryEntry>>,
    /// Given names of the present members: whose field changed.
    names: HashMap<PersonId, String>,
    /// `Шевченко О. П. · 482-1737`: whom a deed that is taken back was done to.
    whom: String,
    walk: Walk,
}

/// A row, and the entry that begins on it.
type Row<'a> = (Option<usize>, Line<'a>);

impl History {
    /// A history that is being read.
    pub fn loading(family: FamilyId) -> Self {
        Self { family, entries: None, names: HashMap::new(), whom: String::new(), walk: Walk::default() }
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Row<'a>> {
        let Some(entries) = &self.entries else {
            return vec![(None, Line::from(Span::styled(format!(" {}", cx.t("history-loading")), cx.theme.dim)))];
        };
        let mut rows = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            rows.push((Some(place), self.head(entry, cx, cells)));
            let changes = entry.changes.iter().filter(|change| change.field != UNDONE);
            rows.extend(changes.map(|change| (None, self.change(change, cx, cells))));
            let of = entry.of.map(|number| cx.tv("card-merged-from", &[("number", number.to_string().into())]));
            let notes = [entry.note.clone(), of.unwrap_or_default()];
            let notes = notes.into_iter().filter(|note| !note.is_empty());
            rows.extend(notes.map(|note| {
                let text = cut(&format!("     {note}"), cells.saturating_sub(1));
                (None, Line::from(Span::styled(text, cx.theme.dim)))
            }));
        }
        rows
    }

    /// When, what, who, at which desk.
    fn head<'a>(&self, entry: &HistoryEntry, cx: &Context, cells: usize) -> Line<'a> {
        let what = deed(entry, cx);
        let style = if entry.undone { cx.theme.dim } else { cx.theme.text };
        // Words of a deed are worth more than the columns: who did it keeps a place behind longer ones.
        let what = fit(&what, width(&what).clamp(26, cells.saturating_sub(36).max(26)));
        let left = cells.saturating_sub(21 + width(&what));
        Line::from(vec![
            Span::styled(format!(" {}  ", show_moment(entry.at)), cx.theme.dim),
            Span::styled(what, style),
            Span::styled(cut(&format!(" {} · {}", entry.staff, entry.desk), left), cx.theme.accent),
        ])
    }

    fn change<'a>(&self, change: &Change, cx: &Context, cells: usize) -> Line<'a> {
        let field = cx.texts.code("field", &change.field.replace('.', "-"));
        let field = match change.person.and_then(|person| self.names.get(&person)) {
            Some(name) => format!("{name}: {field}"),
            None => field,
        };
        let (before, after) = (value(&change.field, &change.before, cx), value(&change.field, &change.after, cx));
        Line::from(vec![
            Span::styled(format!("     {} ", fit(&field, 22)), cx.theme.dim),
            Span::styled(cut(&format!("{before} → {after}"), cells.saturating_sub(29)), cx.theme.text),
        ])
    }

    fn stops(rows: &[Row<'_>]) -> Vec<bool> {
        rows.iter().map(|(entry, _)| entry.is_some()).collect()
    }

    fn walk_on(&self, rows: &[Row<'_>], page: usize) -> Walk {
        let mut walk = self.walk;
        walk.clamp(&Self::stops(rows), page);
        walk
    }

    /// F8: the deed under the cursor, where there is one to take back.
    fn undo(&self, cx: &mut Context) -> Step {
        let rows = self.rows_now(cx);
        let walk = self.walk_on(&rows, page(cx));
        let place = rows.get(walk.row).and_then(|(place, _)| *place);
        let entry = place.and_then(|place| self.entries.as_ref().and_then(|entries| entries.get(place)));
        if entry.is_some_and(|entry| entry.undone) {
            return Step::stay().saying(Toast::warning(cx.t("undo-gone")));
        }
        let window = entry.and_then(|entry| UndoWindow::of(entry, &self.whom, Some(self.family), cx));
        match window {
            Some(window) => Step::push(window),
            None => Step::stay().saying(Toast::warning(cx.t("undo-not-this"))),
        }
    }

    fn rows_now<'a>(&self, cx: &Context) -> Vec<Row<'a>> {
        self.rows(cx, usize::from(cx.size.0.saturating_sub(2)))
    }
}

/// Rows of the history seen at once.
fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(5))
}

/// The field of a taking back that names what was taken back.
pub const UNDONE: &str = "undone";

/// What was done: with what it took back, and marked where it was taken back itself.
pub fn deed(entry: &HistoryEntry, cx: &Context) -> String {
    let what = cx.texts.code("deed", &entry.action);
    let back = entry.changes.iter().find(|change| change.field == UNDONE);
    let what = match back {
        Some(back) => format!("{what}: {}", value(UNDONE, &back.before, cx)),
        None => what,
    };
    if entry.undone { format!("✗ {what}, {}", cx.t("history-undone")) } else { what }
}

/// A value of the journal as people say it: the journal keeps codes where a field has them (`f`, `son`, `displaced 24.02.2022`).
pub fn value(field: &str, written: &str, cx: &Context) -> String {
    let (code, rest) = match written.split_once(' ') {
        Some((code, rest)) => (code, format!(" {rest}")),
        None => (written, String::new()),
    };
    match field {
        _ if written.is_empty() => cx.t("history-nothing"),
        "leave_reason" => cx.texts.code("leave-reason", written),
        "close_reason" => cx.texts.code("close-reason", written),
        UNDONE => cx.texts.code("deed", written),
        "sex" => cx.texts.code("sex", written),
        "relation" => cx.texts.code("relation", written),
        "consent" if written == "law" => cx.t("form-consent-law"),
        "document" => format!("{}{rest}", cx.texts.code("document", code)),
        "category" => format!("{}{rest}", cx.texts.code("short", code)),
        _ => written.to_owned(),
    }
}

impl Screen for History {
    fn scope(&self) -> Scope {
        Scope::History
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Glance(self.family))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::pop();
        }
        let rows = self.rows_now(cx);
        self.walk = self.walk_on(&rows, page(cx));
        let key = match key {
            Key::Tab => Key::Down,
            Key::BackTab => Key::Up,
            key => key,
        };
        self.walk.key(key, &Self::stops(&rows), page(cx));
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Undo { self.undo(cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::History(family, result) if *family == self.family => match result {
                Ok(entries) => {
                    self.entries = Some(entries.clone());
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Glance(family, Ok(card)) if *family == self.family => {
                self.names = card.members.iter().map(|member| (member.person, member.name.given.clone())).collect();
                let former = card.past.members.iter().map(|member| (member.person, member.name.given.clone()));
                self.names.extend(former);
                let head = card.head().map(|head| head.name.short()).unwrap_or_default();
                self.whom = format!("{head} · {}", card.number);
                Step::stay()
            }
            Reply::Changed | Reply::Lives(LivesTold::Undone(_, Ok(_))) => {
                Step::effect(Effect::History(self.family)).with(Effect::Glance(self.family))
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("history-title"), cx.theme.frame_focus, cx.theme.title);
        let rows = self.rows(cx, usize::from(inner.width));
        let walk = self.walk_on(&rows, usize::from(inner.height));
        draw_walk(rows.into_iter().map(|(entry, line)| (entry.is_some(), line)), &walk, cx, frame, (area, inner));
    }
}

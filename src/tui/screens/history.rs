//! Who changed what and when, and who looked: the journal of one family.

use crate::domain::id::{FamilyId, PersonId};
use crate::office::HistoryEntry;
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below, show_moment};
use crate::tui::widgets::list::scrolled;
use crate::tui::widgets::text::{cut, fit};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::collections::HashMap;

/// The history screen.
pub struct History {
    family: FamilyId,
    entries: Option<Vec<HistoryEntry>>,
    /// Given names of the present members: whose field changed.
    names: HashMap<PersonId, String>,
    scroll: usize,
}

impl History {
    /// A history that is being read.
    pub fn loading(family: FamilyId) -> Self {
        Self { family, entries: None, names: HashMap::new(), scroll: 0 }
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        let Some(entries) = &self.entries else {
            return vec![Line::from(Span::styled(format!(" {}", cx.t("history-loading")), cx.theme.dim))];
        };
        let mut rows = Vec::new();
        for entry in entries {
            rows.push(Line::from(vec![
                Span::styled(format!(" {}  ", show_moment(entry.at)), cx.theme.dim),
                Span::styled(fit(&cx.texts.code("deed", &entry.action), 26), cx.theme.text),
                Span::styled(
                    cut(&format!(" {} · {}", entry.staff, entry.desk), cells.saturating_sub(47)),
                    cx.theme.accent,
                ),
            ]));
            for change in &entry.changes {
                let field = cx.texts.code("field", &change.field.replace('.', "-"));
                let field = match change.person.and_then(|person| self.names.get(&person)) {
                    Some(name) => format!("{name}: {field}"),
                    None => field,
                };
                let text = format!(
                    "{} → {}",
                    value(&change.field, &change.before, cx),
                    value(&change.field, &change.after, cx)
                );
                rows.push(Line::from(vec![
                    Span::styled(format!("     {} ", fit(&field, 22)), cx.theme.dim),
                    Span::styled(cut(&text, cells.saturating_sub(29)), cx.theme.text),
                ]));
            }
        }
        rows
    }
}

/// A value of the journal as people say it: the journal keeps codes where a field has them (`f`, `son`, `displaced 24.02.2022`).
pub fn value(field: &str, written: &str, cx: &Context) -> String {
    let (code, rest) = match written.split_once(' ') {
        Some((code, rest)) => (code, format!(" {rest}")),
        None => (written, String::new()),
    };
    match field {
        _ if written.is_empty() => cx.t("history-nothing"),
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
        let page = usize::from(cx.size.1.saturating_sub(5));
        if key == Key::Esc {
            return Step::pop();
        }
        self.scroll = scrolled(self.scroll, key, self.rows(cx, 80).len(), page);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
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
                Step::stay()
            }
            Reply::Changed => Step::effect(Effect::History(self.family)).with(Effect::Glance(self.family)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("history-title"), cx.theme.frame_focus, cx.theme.title);
        let rows: Vec<Line<'_>> = self.rows(cx, usize::from(inner.width)).into_iter().skip(self.scroll).collect();
        if rows.len() > usize::from(inner.height) {
            more_below(cx, frame, area);
        }
        frame.render_widget(Paragraph::new(rows), inner);
    }
}

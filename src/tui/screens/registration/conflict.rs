//! Two desks changed the same fields: each field with both values, who saved theirs and when, and the choice, field by field.
//!
//! Nothing is decided by closing the window: the form below stands as it was typed, and saving asks again.

use crate::domain::clock::Moment;
use crate::domain::merge::{Conflict, Side};
use crate::office::Changer;
use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::history::value;
use crate::tui::widgets::chrome::{frame_with_title, more_below, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Rows of one field: its name and who saved it, their value, mine.
const FIELD_ROWS: usize = 3;

/// One field that both changed.
struct Disputed {
    field: String,
    /// `Олена К., 10:42`; empty where the journal does not say.
    who: String,
    theirs: String,
    mine: String,
    side: Side,
}

/// The window: it answers with a side for each conflict, in their order.
pub(super) struct ConflictWindow {
    fields: Vec<Disputed>,
    cursor: ListCursor,
}

impl ConflictWindow {
    /// The choice between what was saved and what is typed. What is on the register already stands until another choice is made.
    pub(super) fn new(conflicts: &[(Conflict, String)], by: &[Option<Changer>], cx: &Context) -> Self {
        let fields = conflicts.iter().enumerate().map(|(place, (conflict, whose))| {
            let field = cx.texts.code("field", &conflict.field.replace('.', "-"));
            Disputed {
                field: if whose.is_empty() { field } else { format!("{whose}: {field}") },
                who: by.get(place).cloned().flatten().map(|changer| who(&changer, cx.now)).unwrap_or_default(),
                theirs: value(&conflict.field, &conflict.theirs, cx),
                mine: value(&conflict.field, &conflict.mine, cx),
                side: Side::default(),
            }
        });
        Self { fields: fields.collect(), cursor: ListCursor::default() }
    }

    fn choose(&mut self, side: Side) {
        if let Some(field) = self.fields.get_mut(self.cursor.chosen) {
            field.side = side;
        }
    }

    fn turn(&mut self, place: usize) {
        if let Some(field) = self.fields.get_mut(place) {
            self.cursor.chosen = place;
            field.side = match field.side {
                Side::Theirs => Side::Mine,
                Side::Mine => Side::Theirs,
            };
        }
    }

    fn done(&self) -> Step {
        Step::go(Go::PopWith(Answer::Sides(self.fields.iter().map(|field| field.side).collect())))
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        let mut rows = Vec::with_capacity(self.fields.len() * FIELD_ROWS);
        for (place, field) in self.fields.iter().enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let sign = if is_chosen { "▸" } else { " " };
            let who = if field.who.is_empty() { String::new() } else { format!(" · {}", field.who) };
            let head = format!("{sign}{} {}{who}", place + 1, field.field);
            let style = if is_chosen { cx.theme.selected } else { cx.theme.title };
            rows.push(Line::from(Span::styled(cut(&head, cells), style)));
            for (side, word, text) in
                [(Side::Theirs, "conflict-there", &field.theirs), (Side::Mine, "conflict-here", &field.mine)]
            {
                let (sign, style) = if side == field.side { ("●", cx.theme.text) } else { ("○", cx.theme.dim) };
                let text = cx.tv(word, &[("value", text.as_str().into())]);
                rows.push(Line::from(Span::styled(cut(&format!("   {sign} {text}"), cells), style)));
            }
        }
        rows
    }
}

/// Who and when: the time alone where it was today.
fn who(changer: &Changer, now: Moment) -> String {
    let is_today = changer.at.date_naive() == now.date_naive();
    let when = changer.at.format(if is_today { "%H:%M" } else { "%d.%m.%Y %H:%M" });
    format!("{}, {when}", changer.staff)
}

impl Screen for ConflictWindow {
    fn scope(&self) -> Scope {
        Scope::Conflict
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::go(Go::PopWith(Answer::Cancelled)),
            Key::Enter => return self.done(),
            Key::Left => self.choose(Side::Theirs),
            Key::Right => self.choose(Side::Mine),
            Key::Char(' ') => self.turn(self.cursor.chosen),
            Key::Char('+') => self.fields.iter_mut().for_each(|field| field.side = Side::Mine),
            Key::Char('-') => self.fields.iter_mut().for_each(|field| field.side = Side::Theirs),
            Key::Char(digit) => {
                let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                if let Some(place) = place.and_then(|place| place.checked_sub(1)) {
                    self.turn(place);
                }
            }
            Key::Tab => {
                self.cursor.key(Key::Down, self.fields.len(), 1);
            }
            Key::BackTab => {
                self.cursor.key(Key::Up, self.fields.len(), 1);
            }
            key => {
                self.cursor.key(key, self.fields.len(), 4);
            }
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, _: &mut Context) -> Step {
        if command == CommandId::Save { self.done() } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let wide = 76.min(area.width.saturating_sub(2));
        let cells = usize::from(wide).saturating_sub(4);
        let intro = wrap(&cx.t("conflict-intro"), cells);
        let keys = wrap(&cx.t("conflict-keys"), cells);
        let around = intro.len() + keys.len() + 4;
        let rows = self.rows(cx, cells);
        let height = u16::try_from(rows.len() + around).unwrap_or(u16::MAX).min(area.height);
        let rect = window(cx, frame, area, wide, height);
        let inner = frame_with_title(frame, rect, &cx.t("conflict-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let page = usize::from(inner.height).saturating_sub(around - 2).max(FIELD_ROWS);
        // The field under the cursor is seen whole.
        let last = (self.cursor.chosen + 1) * FIELD_ROWS;
        let first = last.saturating_sub(page).div_ceil(FIELD_ROWS) * FIELD_ROWS;
        if rows.len() > first + page {
            more_below(cx, frame, rect);
        }
        let mut lines: Vec<Line<'_>> = intro.into_iter().map(Line::from).collect();
        lines.push(Line::default());
        lines.extend(rows.into_iter().skip(first).take(page));
        lines.push(Line::default());
        lines.extend(keys.into_iter().map(|line| Line::from(Span::styled(line, cx.theme.dim))));
        frame.render_widget(Paragraph::new(lines), inner);
    }
}

//! The picture of the form: its rows, then what comes of them: days, clashes.

use super::super::words;
use super::EventForm;
use crate::domain::date;
use crate::domain::event::RecurrenceFault;
use crate::office::rule_words::pattern_in_words;
use crate::tui::app::Context;
use crate::tui::screens::sheet::Sheet;
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Days that are named before the last one.
const DAYS_NAMED: usize = 5;
/// Rows around the fields: frame, two of what comes of them, one of clashes, two of a hint, keys.
const AROUND: u16 = 8;

/// `28.11, 05.12, 12.12, 19.12, 26.12 … 26.06.2027`.
fn days_in_words(days: &[NaiveDate]) -> String {
    let named: Vec<String> = days.iter().take(DAYS_NAMED).map(|day| day.format("%d.%m").to_string()).collect();
    match days.last() {
        Some(last) if days.len() > DAYS_NAMED => format!("{} … {}", named.join(", "), date::show(*last)),
        _ => named.join(", "),
    }
}

impl EventForm {
    /// What comes of the form as it stands: of which days, or why of none.
    fn preview(&self, cx: &Context) -> Vec<(Style, String)> {
        let rule = match self.rule(cx) {
            Ok(Some(rule)) => rule,
            Ok(None) => return Vec::new(),
            Err(_) => return vec![(cx.theme.dim, cx.t("event-preview-wanted"))],
        };
        match rule.fault() {
            None => {
                let days: Vec<NaiveDate> = rule.days().collect();
                let last = days.last().copied().map(date::show).unwrap_or_default();
                let values = [("count", days.len().into()), ("last", last.into())];
                let count = cx.tv("event-preview", &values);
                vec![
                    (cx.theme.accent, format!("{count} · {}", pattern_in_words(&cx.texts, &rule.pattern))),
                    (cx.theme.dim, days_in_words(&days)),
                ]
            }
            Some(RecurrenceFault::TooMany) => vec![(cx.theme.warning, cx.t("event-preview-too-many"))],
            Some(_) => vec![(cx.theme.warning, cx.t("event-preview-nothing"))],
        }
    }

    fn clashes_in_words(&self, cx: &Context) -> Option<String> {
        let first = words::would_clash(self.clashes.first()?, cx);
        let more = self.clashes.len() - 1;
        Some(if more == 0 {
            format!("⚠ {first}")
        } else {
            format!("⚠ {first} · {}", cx.tv("calendar-more", &[("count", more.into())]))
        })
    }

    pub(super) fn draw(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = cx.t(&format!("event-form-{}", self.of.code()));
        let rows = u16::try_from(self.form.rows.len()).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &title, rows.saturating_add(AROUND));
        sheet.form(&self.form);
        if self.form.is_suggesting() {
            return;
        }
        // Where rows are scarce, what stands in the way goes before the list of days, and a hint is one line.
        let room = usize::from(area.height.saturating_sub(rows + 3));
        let mut said = self.preview(cx);
        let clashes = self.clashes_in_words(cx).map(|text| (cx.theme.warning, text));
        said.truncate(room.saturating_sub(1 + usize::from(clashes.is_some())));
        said.extend(clashes);
        for (style, text) in &said {
            sheet.line(*style, text);
        }
        let (style, hint) = self.form.hint(cx);
        if self.is_waiting {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else if room > said.len() + 1 {
            sheet.paragraph(style, &hint);
        } else {
            sheet.line(style, &hint);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

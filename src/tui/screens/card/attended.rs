//! At what a family or a person was, in the lines of their card.

use crate::domain::date;
use crate::domain::event::Outcome;
use crate::office::events::Attended;
use crate::tui::app::Context;
use crate::tui::widgets::text::cut;
use ratatui::text::{Line, Span};

/// So many marks stand on a card.
const SHOWN: usize = 5;

/// Whether the lines say who it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Naming {
    /// A family: by the given name.
    Named,
    /// A person: their card is all about them.
    Nameless,
}

/// `21.11.2026 ● Підлітковий клуб · Софія`; nothing where there is no mark.
pub fn attended<'a>(attended: &Attended, naming: Naming, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    if attended.rows.is_empty() {
        return Vec::new();
    }
    let title = cx.tv("card-attended", &[("present", attended.present.into()), ("total", attended.total.into())]);
    let mut lines =
        vec![Line::from(Span::styled(format!(" {}", cut(&title, cells.saturating_sub(1))), cx.theme.title))];
    lines.extend(attended.rows.iter().take(SHOWN).map(|row| {
        let sign = match row.outcome {
            Outcome::Present => "●",
            Outcome::Absent => "–",
            Outcome::Excused => "○",
        };
        let mut parts = vec![row.title.clone()];
        parts.extend((naming == Naming::Named).then(|| row.given.clone()));
        // The sign alone tells who came; of the others it is said in words too.
        parts.extend((row.outcome != Outcome::Present).then(|| cx.t(&format!("event-outcome-{}", row.outcome.code()))));
        parts.extend(Some(row.reason.clone()).filter(|reason| !reason.is_empty()));
        let text = format!("  {} {sign} {}", date::show(row.held_on), parts.join(" · "));
        let style = if row.outcome == Outcome::Present { cx.theme.text } else { cx.theme.dim };
        Line::from(Span::styled(cut(&text, cells), style))
    }));
    lines
}

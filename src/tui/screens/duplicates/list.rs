//! Possible duplicates of the whole register, the most certain first. It fills while the register is looked through.

use crate::domain::date;
use crate::domain::id::{DeedId, FamilyId};
use crate::office::{Both, Double, Doubles, Standing, Twin};
use crate::tui::app::message::{DuplicatesAsk, DuplicatesTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::merge::Merge;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// A pair takes two lines: one entry above the other, so that a slip is seen letter under letter.
const LINES_A_PAIR: usize = 2;
/// Lines under the list: all reasons of the chosen pair.
const LINES_OF_REASONS: usize = 3;

const NUMBER_CELLS: usize = 9;
const BIRTH_CELLS: usize = 10;

/// The list.
#[derive(Default)]
pub struct Duplicates {
    /// None until the office has answered.
    found: Option<Doubles>,
    cursor: ListCursor,
    /// The pair that is being written down as different.
    apart: Option<(DeedId, String)>,
}

/// Which two a row is about.
type Two = (Standing, Standing);

fn key_of(double: &Double) -> Two {
    (double.first.standing(), double.second.standing())
}

impl Duplicates {
    /// A list that asks for its rows when it opens.
    pub fn new() -> Self {
        Self::default()
    }

    fn rows(&self) -> &[Double] {
        self.found.as_ref().map_or(&[], |found| &found.best)
    }

    fn chosen(&self) -> Option<&Double> {
        self.rows().get(self.cursor.chosen)
    }

    fn page(cx: &Context) -> usize {
        usize::from(cx.size.1).saturating_sub(5 + LINES_OF_REASONS + 1) / LINES_A_PAIR
    }

    /// Takes a new list in; the cursor stays on its pair, or in its place when the pair is gone.
    fn show(&mut self, found: Doubles) {
        let chosen = self.chosen().map(key_of);
        let place = chosen.and_then(|chosen| found.best.iter().position(|row| key_of(row) == chosen));
        self.cursor.chosen = place.unwrap_or(self.cursor.chosen);
        self.cursor.clamp(found.best.len());
        self.found = Some(found);
    }

    fn compare(&self, cx: &mut Context) -> Step {
        let Some(double) = self.chosen() else {
            return Step::stay().saying(Toast::warning(cx.t("duplicates-none-chosen")));
        };
        let (one, other) = key_of(double);
        Step::push(Merge::loading(one, other, cx)).with(Effect::Duplicates(DuplicatesAsk::Compare(one, other)))
    }

    fn tell_apart(&mut self, cx: &mut Context) -> Step {
        if self.apart.is_some() {
            return Step::stay();
        }
        let Some(double) = self.chosen() else {
            return Step::stay().saying(Toast::warning(cx.t("duplicates-none-chosen")));
        };
        let (one, other) = key_of(double);
        let names = format!("{} / {}", double.first.name.short(), double.second.name.short());
        let deed = cx.new_deed();
        self.apart = Some((deed, names));
        Step::effect(Effect::Duplicates(DuplicatesAsk::Apart { deed, pair: Both::pair(one, other) }))
    }

    fn title(&self, cx: &Context) -> String {
        let name = cx.t("duplicates-title");
        match &self.found {
            Some(found) if found.percent < 100 => {
                let looked = cx.tv("duplicates-looked", &[("percent", i64::from(found.percent).into())]);
                format!("{name} · {} · {looked}", found.total)
            }
            Some(found) => format!("{name} · {}", found.total),
            None => name,
        }
    }

    /// What stands where there is no row, and what to do then.
    fn empty(&self, cx: &Context) -> String {
        match &self.found {
            None => cx.t("duplicates-loading"),
            Some(found) if found.percent < 100 => {
                cx.tv("duplicates-looking", &[("percent", i64::from(found.percent).into())])
            }
            Some(_) => cx.t("duplicates-empty"),
        }
    }

    fn reasons(double: &Double, cx: &Context, cells: usize) -> Vec<String> {
        let mut reasons: Vec<String> = double.reasons.iter().map(|reason| cx.texts.say(reason)).collect();
        if double.more > 0 {
            reasons.push(cx.tv("duplicates-more", &[("count", double.more.into())]));
        }
        let certainty = cx.t(&format!("duplicate-{}", double.likeness.code()));
        wrap(&format!("{certainty}: {}", reasons.join(" · ")), cells)
    }
}

/// `●●○` beside its word: how certain, also without colours.
fn certainty(double: &Double, cx: &Context) -> (String, Style) {
    let (sign, style) = match double.likeness.code() {
        "certain" => ("●●●", cx.theme.warning),
        "probable" => ("●●○", cx.theme.accent),
        _ => ("●○○", cx.theme.dim),
    };
    (format!("{sign} {}", cx.t(&format!("duplicate-{}", double.likeness.code()))), style)
}

/// Both lines of a pair.
fn lines<'a>(double: &Double, is_chosen: bool, cx: &Context, cells: usize) -> [Line<'a>; LINES_A_PAIR] {
    let (certainty, style) = certainty(double, cx);
    let last_cells = if cells >= 100 { 44 } else { 26 };
    let name_cells = cells.saturating_sub(2 + BIRTH_CELLS + NUMBER_CELLS + last_cells + 3).min(44);
    let first_reason = double.reasons.first().map(|reason| cx.texts.say(reason)).unwrap_or_default();
    let row = |mark: &str, twin: &Twin, last: String, last_style: Style| {
        let birth = twin.birth.map(date::show_birth).unwrap_or_default();
        let number = twin.number.map_or_else(|| cx.t("home-single"), |number| number.to_string());
        let text = format!(
            "{mark} {} {} {} ",
            fit(&twin.name.full(), name_cells),
            fit(&birth, BIRTH_CELLS),
            fit(&number, NUMBER_CELLS)
        );
        let rest = cells.saturating_sub(width(&text));
        let (style, last_style) =
            if is_chosen { (cx.theme.selected, cx.theme.selected) } else { (cx.theme.text, last_style) };
        Line::from(vec![Span::styled(text, style), Span::styled(fit(&last, rest), last_style)])
    };
    let mark = if is_chosen { "▸" } else { " " };
    [row(mark, &double.first, certainty, style), row(" ", &double.second, first_reason, cx.theme.dim)]
}

impl Screen for Duplicates {
    fn scope(&self) -> Scope {
        Scope::Duplicates
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Duplicates(DuplicatesAsk::List))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.compare(cx),
            key => {
                let rows = self.rows().len();
                self.cursor.key(key, rows, Self::page(cx));
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Compare => self.compare(cx),
            CommandId::TellApart => self.tell_apart(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Duplicates(DuplicatesTold::List(Ok(found))) => {
                self.show(found.clone());
                Step::stay()
            }
            Reply::Duplicates(DuplicatesTold::List(Err(fault))) => Step::pop().saying(Toast::fault(fault, cx)),
            Reply::Duplicates(DuplicatesTold::Apart(deed, result)) => {
                let Some((_, names)) = self.apart.take_if(|(waiting, _)| waiting == deed) else { return Step::stay() };
                let again = Step::effect(Effect::Duplicates(DuplicatesAsk::List));
                match result {
                    Ok(()) => again.saying(Toast::good(cx.tv("duplicates-apart", &[("names", names.into())]))),
                    Err(fault) => again.saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Changed => Step::effect(Effect::Duplicates(DuplicatesAsk::List)),
            _ => Step::stay(),
        }
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.chosen().and_then(|double| double.first.family)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &self.title(cx), cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        if self.rows().is_empty() {
            let rows = wrap(&self.empty(cx), cells.saturating_sub(4));
            let rows = rows.into_iter().map(|line| Line::from(Span::styled(format!("  {line}"), cx.theme.dim)));
            frame.render_widget(Paragraph::new([Line::default()].into_iter().chain(rows).collect::<Vec<_>>()), inner);
            return;
        }
        let page = Self::page(cx);
        let first = self.cursor.first(self.rows().len(), page);
        let shown: Vec<Line<'_>> = self
            .rows()
            .iter()
            .enumerate()
            .skip(first)
            .take(page)
            .flat_map(|(place, double)| lines(double, place == self.cursor.chosen, cx, cells))
            .collect();
        let list =
            Rect { height: u16::try_from(page * LINES_A_PAIR).unwrap_or(inner.height).min(inner.height), ..inner };
        frame.render_widget(Paragraph::new(shown), list);
        if first + page < self.rows().len() {
            more_below(cx, frame, area);
        }
        let below = Rect { y: list.bottom(), height: inner.bottom().saturating_sub(list.bottom()), ..inner };
        let mut rows = vec![Line::from(Span::styled("─".repeat(cells), cx.theme.frame))];
        if let Some(double) = self.chosen() {
            let reasons = Self::reasons(double, cx, cells.saturating_sub(2)).into_iter().take(LINES_OF_REASONS - 1);
            rows.extend(reasons.map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.text))));
        }
        rows.truncate(LINES_OF_REASONS);
        rows.push(Line::from(Span::styled(cut(&format!(" {}", cx.t("duplicates-keys")), cells), cx.theme.dim)));
        frame.render_widget(Paragraph::new(rows), below);
    }
}

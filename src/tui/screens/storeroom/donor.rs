//! Donors: who gives, and of each what came in a time, where it went, how many families and children had it, and words of thanks.

use super::donor_lines::{self, Opens};
use super::movements::MovementsScreen;
use super::papers::{Choice, PapersWindow};
use super::{stock, typed};
use crate::domain::aid::{AidCatalogue, Partner};
use crate::domain::staff::Right;
use crate::domain::stock::PartnerCode;
use crate::office::PaperRequest;
use crate::office::storeroom::DonorPage;
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{draw_walk, frame_with_title, more_below};
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::{ListCursor, Walk};
use crate::tui::widgets::text::{cut, fit};
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Everybody who gives.
pub(super) struct Donors {
    catalogue: Option<Box<AidCatalogue>>,
    filter: InputLine,
    cursor: ListCursor,
}

impl Donors {
    /// The list.
    pub(super) fn open() -> Step {
        Step::push(Self { catalogue: None, filter: InputLine::default(), cursor: ListCursor::default() })
    }

    fn shown(&self, cx: &Context) -> Vec<&Partner> {
        let all: Vec<&Partner> =
            self.catalogue.iter().flat_map(|catalogue| &catalogue.partners).filter(|partner| partner.gives()).collect();
        let names: Vec<String> = all.iter().map(|partner| stock::partner_name(partner, cx)).collect();
        let named = all.iter().enumerate().map(|(place, of)| (place, of.code.as_str(), names[place].as_str()));
        typed::find(named, &self.filter.text()).into_iter().map(|place| all[place]).collect()
    }

    fn open_chosen(&self, cx: &Context) -> Step {
        let chosen = self.shown(cx).into_iter().nth(self.cursor.chosen);
        chosen.map_or_else(Step::stay, |partner| {
            DonorScreen::open(partner.code.clone(), stock::partner_name(partner, cx))
        })
    }
}

impl Screen for Donors {
    fn scope(&self) -> Scope {
        Scope::Donor
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeStock) {
            return Step::go(Go::Pop);
        }
        Step::effect(Effect::Storeroom(StoreroomAsk::Donors))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.shown(cx).len();
        match key {
            Key::Esc if !self.filter.is_empty() => {
                self.filter.clear();
                self.cursor = ListCursor::default();
            }
            Key::Esc => return Step::pop(),
            Key::Enter => return self.open_chosen(cx),
            key if self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(8))) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text.trim());
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::OpenRow { self.open_chosen(cx) } else { Step::stay() }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        (command == CommandId::Print).then_some("papers-which-donor")
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Donors(Ok(catalogue))) => {
                self.catalogue = Some(catalogue.clone());
                let rows = self.shown(cx).len();
                self.cursor.clamp(rows);
                Step::stay()
            }
            Reply::Storeroom(StoreroomTold::Donors(Err(fault))) => Step::pop().saying(Toast::fault(fault, cx)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("donors-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let (text, at) = self.filter.window(cells.saturating_sub(3));
        let filter = Line::from(vec![
            Span::styled("⌕ ", cx.theme.dim),
            Span::styled(fit(&text, cells.saturating_sub(3)), cx.theme.field_focus),
        ]);
        frame.render_widget(filter, row(inner.y));
        frame.set_cursor_position((inner.x + 2 + at, inner.y));
        let keys = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t("donors-keys"), cells), cx.theme.dim), keys);
        let shown = self.shown(cx);
        if shown.is_empty() {
            let id = match (&self.catalogue, self.filter.is_empty()) {
                (None, _) => "storeroom-loading",
                (Some(_), true) => "donors-empty",
                (Some(_), false) => "storeroom-nothing",
            };
            frame.render_widget(Span::styled(cut(&cx.t(id), cells), cx.theme.dim), row(inner.y + 2));
            return;
        }
        let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
        let page = usize::from(list.height);
        let first = self.cursor.first(shown.len(), page);
        for ((place, partner), y) in shown.iter().enumerate().skip(first).zip(list.rows()) {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, partner.off_since) {
                (true, _) => cx.theme.selected,
                (false, Some(_)) => cx.theme.dim,
                (false, None) => cx.theme.text,
            };
            let sign = if is_chosen { "▸" } else { " " };
            let text = format!("{sign} {}", stock::partner_name(partner, cx));
            frame.render_widget(Span::styled(fit(&text, cells), style), y);
        }
        if shown.len() > first + page {
            more_below(cx, frame, area);
        }
    }
}

/// The times that a page can be of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Time {
    Month,
    Quarter,
    Year,
    LastYear,
    Always,
}

impl Time {
    const ALL: [Self; 5] = [Self::Month, Self::Quarter, Self::Year, Self::LastYear, Self::Always];

    fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::LastYear => "last-year",
            Self::Always => "always",
        }
    }

    /// First and last day.
    fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today);
        let year = today.year();
        match self {
            Self::Month => (first(year, today.month()), today),
            Self::Quarter => (first(year, today.month0() / 3 * 3 + 1), today),
            Self::Year => (first(year, 1), today),
            Self::LastYear => (first(year - 1, 1), first(year, 1).pred_opt().unwrap_or(today)),
            Self::Always => (first(2000, 1), today),
        }
    }
}

/// The page of one donor.
pub struct DonorScreen {
    partner: PartnerCode,
    name: String,
    time: Time,
    page: Option<Box<DonorPage>>,
    walk: Walk,
}

impl DonorScreen {
    /// The page of this partner, by the name that it has on the desk.
    pub fn open(partner: PartnerCode, name: String) -> Step {
        Step::push(Self { partner, name, time: Time::Year, page: None, walk: Walk::default() })
    }

    fn ask(&self, cx: &Context) -> Step {
        let (from, until) = self.time.days(cx.today());
        Step::effect(Effect::Storeroom(StoreroomAsk::Donor { partner: self.partner.clone(), from, until }))
    }

    fn turn(&mut self, by: usize, cx: &Context) -> Step {
        let place = Time::ALL.iter().position(|time| *time == self.time).unwrap_or(0);
        self.time = Time::ALL[(place + by) % Time::ALL.len()];
        self.walk = Walk::default();
        self.ask(cx)
    }

    fn rows<'a>(&self, cx: &Context) -> Vec<(Opens, Line<'a>)> {
        let cells = usize::from(cx.size.0.saturating_sub(4));
        self.page.as_ref().map(|page| donor_lines::rows(page, &self.name, cx, cells)).unwrap_or_default()
    }

    /// What can be sent to the donor: the figures, and a letter.
    fn papers(&self, cx: &Context) -> Step {
        let (from, until) = self.time.days(cx.today());
        let partner = || self.partner.clone();
        let named = |id| cx.tv(id, &[("name", self.name.clone().into())]);
        PapersWindow::open(vec![
            Choice::Paper(named("papers-donor"), PaperRequest::Donor { partner: partner(), from, until }),
            Choice::Paper(named("papers-thanks"), PaperRequest::Thanks { partner: partner(), from, until }),
        ])
    }

    fn open_row(&self, cx: &Context) -> Step {
        let rows = self.rows(cx);
        let mut walk = self.walk;
        walk.clamp(&stops(&rows), room(cx));
        match rows.get(walk.row).map(|(opens, _)| opens) {
            Some(Opens::Act(act)) => super::open_act(*act),
            Some(Opens::Item(code)) => {
                let item = self.page.as_ref().and_then(|page| page.catalogue.item(code));
                item.map_or_else(Step::stay, |item| MovementsScreen::open(item, None, cx))
            }
            _ => Step::stay(),
        }
    }
}

fn stops(rows: &[(Opens, Line<'_>)]) -> Vec<bool> {
    rows.iter().map(|(opens, _)| *opens != Opens::Nothing).collect()
}

fn room(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(8))
}

impl Screen for DonorScreen {
    fn scope(&self) -> Scope {
        Scope::Donor
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if cx.may(Right::SeeStock) { self.ask(cx) } else { Step::go(Go::Pop) }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.open_row(cx),
            Key::Right => self.turn(1, cx),
            Key::Left => self.turn(Time::ALL.len() - 1, cx),
            key => {
                let key = match key {
                    Key::Tab => Key::Down,
                    Key::BackTab => Key::Up,
                    key => key,
                };
                let rows = self.rows(cx);
                self.walk.key(key, &stops(&rows), room(cx));
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::OpenRow => self.open_row(cx),
            CommandId::Print => self.papers(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Donor(told)) => match told {
                Ok(page) if page.partner == self.partner => {
                    self.page = Some(page.clone());
                    Step::stay()
                }
                Ok(_) => Step::stay(),
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            Reply::Changed | Reply::Storeroom(StoreroomTold::Done(_, Ok(_))) => self.ask(cx),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = format!("{} · {}", cx.t("donor-title"), self.name);
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let spans = Time::ALL.iter().map(|time| {
            let word = cx.t(&format!("donor-span-{}", time.code()));
            if *time == self.time {
                Span::styled(format!("[▸{word}◂] "), cx.theme.selected)
            } else {
                Span::styled(format!("  {word}   "), cx.theme.dim)
            }
        });
        frame.render_widget(Line::from(spans.collect::<Vec<_>>()), row(inner.y));
        let keys = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t("donor-keys"), cells), cx.theme.dim), keys);
        if self.page.is_none() {
            frame.render_widget(Span::styled(cx.t("storeroom-loading"), cx.theme.dim), row(inner.y + 2));
            return;
        }
        let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
        let rows = self.rows(cx);
        let mut walk = self.walk;
        walk.clamp(&stops(&rows), usize::from(list.height));
        let lines = rows.into_iter().map(|(opens, line)| (opens != Opens::Nothing, line)).collect::<Vec<_>>();
        draw_walk(lines.into_iter(), &walk, cx, frame, (area, list));
    }
}

//! The day of a campaign. One box: a few letters, a number or a scan, Enter, the next. What other desks do appears by itself.
//!
//! Nothing asks anything in the plain way. Whoever was served hears when and where; whoever is not on the list, why, and is added with a
//! reason in the same box. With an empty box the arrows walk the list, and Space ticks row after row from a paper list with its day.

mod news;

use super::form::CampaignForm;
use super::found::{Keys, names, narrowed};
use super::{view, words};
use crate::domain::aid::Collector;
use crate::domain::campaign::{CampaignStatus, Guest};
use crate::domain::catalogue::Kind;
use crate::domain::filter::Filter;
use crate::domain::id::{ActId, DeedId, FamilyId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::domain::stock::LocationCode;
use crate::office::campaign::{AtTheTable, CampaignView, ExpectedRow};
use crate::office::{Found, PaperRequest};
use crate::tui::app::message::campaign::CampaignAsk;
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast, ToastKind};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::print::PrintWindow;
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

/// How many letters the whole register is asked for.
const LETTERS_TO_SEARCH: usize = 3;

/// Which rows an empty box shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// Those who did not come yet.
    Waiting,
    /// Everybody.
    All,
    /// Those who were served.
    Served,
}

impl Shown {
    pub(super) const ALL: [Self; 3] = [Self::Waiting, Self::All, Self::Served];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::All => "all",
            Self::Served => "served",
        }
    }

    fn turned(self, by: usize) -> Self {
        let place = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(place + by) % Self::ALL.len()]
    }

    pub(super) fn has(self, row: &ExpectedRow) -> bool {
        match self {
            Self::Waiting => row.served.is_none(),
            Self::All => true,
            Self::Served => row.served.is_some(),
        }
    }
}

/// A row on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum At {
    /// Of the list.
    Listed(usize),
    /// Of the register, not on the list.
    Stranger(usize),
}

/// Somebody who is not on the list stands at the table: the box takes the reason.
pub(super) struct Door {
    guest: Guest,
    pub(super) name: String,
    heads: (u32, u32),
    /// What of the list's conditions they do not meet, once the office has said it.
    pub(super) unmet: Option<Vec<Filter>>,
    pub(super) reason: InputLine,
}

/// Somebody is being handed their goods.
struct UnderWay {
    deed: DeedId,
    guest: Guest,
    name: String,
    /// Adults and children, for saying what they got.
    heads: (u32, u32),
}

/// What is being asked.
enum Question {
    TakeBack(DeedId, ActId),
    End(DeedId),
}

/// The screen.
pub struct Day {
    id: SessionId,
    pub(super) campaign: Option<Box<CampaignView>>,
    keys: Vec<Keys>,
    pub(super) shown: Shown,
    pub(super) query: InputLine,
    pub(super) cursor: ListCursor,
    /// Whether a row was chosen by an arrow: only then Enter in an empty box means it.
    pub(super) is_picked: bool,
    /// The day of the paper list; none: today.
    on: Option<NaiveDate>,
    pub(super) found: Vec<Found>,
    generation: u64,
    /// The last search that was answered.
    answered: u64,
    /// Enter or a scan waits for the search.
    is_awaited: bool,
    under_way: Vec<UnderWay>,
    /// What happened last at this desk.
    pub(super) said: Option<(ToastKind, String)>,
    /// The last act of this desk, which F8 takes back.
    last: Option<(ActId, String)>,
    pub(super) door: Option<Door>,
    question: Option<Question>,
    /// A deed on the list: who, for saying it.
    listing: Option<(DeedId, &'static str, String)>,
}

fn heads(members: usize, children: usize) -> (u32, u32) {
    let count = |count: usize| u32::try_from(count).unwrap_or(0);
    (count(members.saturating_sub(children)), count(children))
}

fn guest_of(found: &Found) -> Guest {
    found.family.map_or(Guest::Person(found.person), Guest::Family)
}

impl Day {
    /// A campaign that is being read.
    pub fn loading(id: SessionId) -> Self {
        Self {
            id,
            campaign: None,
            keys: Vec::new(),
            shown: Shown::Waiting,
            query: InputLine::default(),
            cursor: ListCursor::default(),
            is_picked: false,
            on: None,
            found: Vec::new(),
            generation: 0,
            answered: 0,
            is_awaited: false,
            under_way: Vec::new(),
            said: None,
            last: None,
            door: None,
            question: None,
            listing: None,
        }
    }

    fn ask(&self) -> Effect {
        Effect::Campaign(CampaignAsk::Open(self.id))
    }

    /// The day of the acts: today, or the last one of the campaign where that has passed, or the paper's.
    pub(super) fn on(&self, cx: &Context) -> NaiveDate {
        let today = cx.today();
        let draft = self.campaign.as_ref().map(|campaign| &campaign.draft);
        self.on.unwrap_or_else(|| draft.map_or(today, |draft| today.min(draft.ends_on)))
    }

    /// The rows as they stand on the screen.
    pub(super) fn rows(&self) -> Vec<At> {
        let Some(campaign) = &self.campaign else { return Vec::new() };
        let is_going = |row: &ExpectedRow| self.under_way.iter().any(|going| going.guest == row.guest);
        if self.query.text().trim().is_empty() {
            let rows = campaign.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| self.shown.has(row) && !(self.shown == Shown::Waiting && is_going(row)));
            return rows.map(|(place, _)| At::Listed(place)).collect();
        }
        let typed = self.query.text();
        let mut places = narrowed(&typed, &self.keys);
        let is_named = !places.is_empty();
        let mut strangers = Vec::new();
        for (number, found) in self.found.iter().enumerate() {
            // Whom the register finds by a phone or another layout may be on the list all the same.
            match campaign.rows.iter().position(|row| row.guest == guest_of(found)) {
                Some(place) if places.contains(&place) => {}
                // Where names are meant, whoever lives in a street of that name is not.
                _ if is_named && !names(&typed, &found.name) => {}
                Some(place) => places.push(place),
                None => strangers.push(At::Stranger(number)),
            }
        }
        places.into_iter().map(At::Listed).chain(strangers).collect()
    }

    fn at_cursor(&self) -> Option<At> {
        self.rows().get(self.cursor.chosen).copied()
    }

    fn listed(&self, place: usize) -> Option<&ExpectedRow> {
        self.campaign.as_ref()?.rows.get(place)
    }

    fn guest_at(&self, at: At) -> Option<(Guest, PersonName, (u32, u32))> {
        match at {
            At::Listed(place) => {
                let row = self.listed(place)?;
                Some((row.guest, row.name.clone(), heads(row.members, row.children.len())))
            }
            At::Stranger(place) => {
                let found = self.found.get(place)?;
                Some((guest_of(found), found.name.clone(), heads(found.members, found.children)))
            }
        }
    }

    /// The box is empty again, ready for the next.
    fn empty(&mut self) {
        self.query.clear();
        self.found.clear();
        self.generation += 1;
        self.answered = self.generation;
        self.is_awaited = false;
        self.is_picked = false;
        self.cursor = ListCursor::default();
    }

    fn typed(&mut self) -> Step {
        self.cursor = ListCursor::default();
        self.is_picked = false;
        self.is_awaited = false;
        self.generation += 1;
        let text = self.query.text();
        if text.trim().chars().count() < LETTERS_TO_SEARCH {
            self.found.clear();
            self.answered = self.generation;
            return Step::stay();
        }
        Step::effect(Effect::Campaign(CampaignAsk::Search { generation: self.generation, text }))
    }

    fn say(&mut self, kind: ToastKind, text: String) {
        self.said = Some((kind, text));
    }

    /// Enter, or a scan: whoever is under the cursor.
    fn take(&mut self, cx: &mut Context) -> Step {
        let Some(at) = self.at_cursor() else {
            if self.answered == self.generation {
                self.say(ToastKind::Warning, cx.tv("campaign-nobody", &[("text", self.query.text().into())]));
            } else {
                self.is_awaited = true;
            }
            return Step::stay();
        };
        let Some((guest, name, heads)) = self.guest_at(at) else { return Step::stay() };
        if let At::Listed(place) = at {
            if let Some(text) = self.listed(place).and_then(|row| view::served_already(row, cx)) {
                self.empty();
                self.say(ToastKind::Warning, text);
                return Step::stay();
            }
            self.empty();
            return self.serve(guest, words::short(&name), heads, "", cx);
        }
        self.empty();
        let name = words::short(&name);
        self.door = Some(Door { guest, name: name.clone(), heads, unmet: None, reason: InputLine::default() });
        // Asked without a reason, the office says why they are not on the list.
        self.serve(guest, name, heads, "", cx)
    }

    fn serve(&mut self, guest: Guest, name: String, heads: (u32, u32), door: &str, cx: &mut Context) -> Step {
        if self.under_way.iter().any(|going| going.guest == guest) {
            return Step::stay();
        }
        let deed = cx.new_deed();
        let table = AtTheTable { guest, on: self.on(cx), collector: Collector::Unknown, door: door.to_owned() };
        self.under_way.push(UnderWay { deed, guest, name, heads });
        Step::effect(Effect::Campaign(CampaignAsk::Serve { deed, id: self.id, table: Box::new(table) }))
    }

    /// Space on the list: served with the day of the paper, and the next row is under the cursor.
    fn tick(&mut self, cx: &mut Context) -> Step {
        let Some(At::Listed(place)) = self.at_cursor() else { return Step::stay() };
        let rows = self.rows().len();
        let Some(row) = self.listed(place).filter(|row| row.served.is_none()) else {
            self.cursor.key(Key::Down, rows, 1);
            return Step::stay();
        };
        let (guest, name, heads) = (row.guest, words::short(&row.name), heads(row.members, row.children.len()));
        // Of those who wait the row goes away by itself.
        if self.shown != Shown::Waiting {
            self.cursor.key(Key::Down, rows, 1);
        }
        self.serve(guest, name, heads, "", cx)
    }

    /// The day of the paper list, inside the campaign's days.
    fn turn_day(&mut self, by: i64, cx: &Context) {
        let Some(campaign) = &self.campaign else { return };
        let (first, last) = (campaign.draft.starts_on, campaign.draft.ends_on.min(cx.today()));
        let day = self.on(cx) + chrono::TimeDelta::days(by);
        if first <= day && day <= last {
            self.on = Some(day);
        }
    }

    fn key_at_the_door(&mut self, key: Key, cx: &mut Context) -> Step {
        let Some(door) = &mut self.door else { return Step::stay() };
        match key {
            Key::Esc => self.door = None,
            Key::Enter | Key::F(2) if door.reason.text().trim().is_empty() => {
                self.say(ToastKind::Warning, cx.t("campaign-reason-wanted"));
            }
            Key::Enter | Key::F(2) => {
                let (guest, name, heads) = (door.guest, door.name.clone(), door.heads);
                let reason = door.reason.text();
                if self.under_way.iter().all(|going| going.guest != guest) {
                    self.door = None;
                }
                return self.serve(guest, name, heads, &reason, cx);
            }
            key => {
                door.reason.key(key);
            }
        }
        Step::stay()
    }

    /// Whoever is under the cursor comes onto the list, or off it.
    fn expect(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::ManageCampaigns) {
            let right = cx.t("right-manage-campaigns");
            return Step::stay().saying(Toast::warning(cx.tv("refused-right", &[("right", right.into())])));
        }
        let Some(at) = self.at_cursor().filter(|_| self.listing.is_none()) else { return Step::stay() };
        let Some((guest, name, _)) = self.guest_at(at) else { return Step::stay() };
        let deed = cx.new_deed();
        let name = words::short(&name);
        match at {
            At::Listed(place) if self.listed(place).is_some_and(|row| row.served.is_some()) => Step::stay(),
            At::Listed(_) => {
                self.empty();
                self.listing = Some((deed, "campaign-unexpected", name));
                Step::effect(Effect::Campaign(CampaignAsk::Unexpect(deed, self.id, guest)))
            }
            At::Stranger(_) => {
                self.empty();
                self.listing = Some((deed, "campaign-expected", name));
                Step::effect(Effect::Campaign(CampaignAsk::Expect(deed, self.id, guest)))
            }
        }
    }

    /// The act that F8 means: of the row chosen by an arrow, else the last one of this desk.
    fn act_to_take_back(&self) -> Option<(ActId, String)> {
        let row = self.at_cursor().filter(|_| self.is_picked && self.query.is_empty());
        let row = row.and_then(|at| if let At::Listed(place) = at { self.listed(place) } else { None });
        let of_row = row.and_then(|row| {
            let served = row.served.as_ref()?;
            Some((served.act, format!("{} · {}", served.number, words::short(&row.name))))
        });
        of_row.or_else(|| self.last.clone())
    }

    fn ask_to_take_back(&mut self, cx: &mut Context) -> Step {
        let Some((act, what)) = self.act_to_take_back() else { return Step::stay() };
        self.question = Some(Question::TakeBack(cx.new_deed(), act));
        let text = cx.tv("campaign-take-back-question", &[("act", what.into())]);
        let buttons = vec![cx.t("lists-leave-alone"), cx.t("campaign-take-back-do")];
        Step::push(Dialog::ask(cx.t("campaign-take-back-title"), text, buttons))
    }

    fn ask_to_end(&mut self, cx: &mut Context) -> Step {
        let Some(campaign) = &self.campaign else { return Step::stay() };
        let left: Vec<String> = campaign
            .left
            .iter()
            .map(|(item, quantity)| {
                let name = words::name_of(Kind::Item, item.as_str(), cx);
                format!("{name} {}", words::amount(item, *quantity, cx))
            })
            .collect();
        let is_away = campaign.draft.location != LocationCode::storeroom();
        let values = [
            ("absent", campaign.absent().count().into()),
            ("left", left.join(", ").into()),
            ("place", words::location(&campaign.draft.location, cx).into()),
        ];
        let text = cx.tv(if is_away { "campaign-end-question-back" } else { "campaign-end-question" }, &values);
        self.question = Some(Question::End(cx.new_deed()));
        let buttons = vec![cx.t("campaign-end-not-yet"), cx.t("campaign-end-do")];
        Step::push(Dialog::ask(cx.t("campaign-end-title"), text, buttons))
    }

    fn is_over(&self) -> bool {
        self.campaign.as_ref().is_none_or(|campaign| campaign.status != CampaignStatus::Planned)
    }
}

impl Screen for Day {
    fn scope(&self) -> Scope {
        Scope::CampaignDay
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::Serve) {
            return Step::go(Go::Pop);
        }
        Step::effect(self.ask())
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.door.is_some() {
            return self.key_at_the_door(key, cx);
        }
        let rows = self.rows().len();
        let is_empty = self.query.is_empty();
        match key {
            Key::Enter if !is_empty || self.is_picked => return self.take(cx),
            Key::Enter => {}
            Key::Esc if !is_empty => self.empty(),
            Key::Esc => return Step::pop(),
            Key::Tab | Key::BackTab => {
                self.shown = self.shown.turned(if key == Key::Tab { 1 } else { Shown::ALL.len() - 1 });
                self.cursor = ListCursor::default();
                self.is_picked = false;
            }
            Key::Char(' ') if is_empty => {
                if self.is_picked {
                    return self.tick(cx);
                }
            }
            Key::Left if is_empty => self.turn_day(-1, cx),
            Key::Right if is_empty => self.turn_day(1, cx),
            Key::Insert => return self.expect(cx),
            // The first arrow takes the row that stands there already.
            Key::Down if is_empty && !self.is_picked => self.is_picked = rows > 0,
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.key(key, rows, view::page(cx));
                self.is_picked = rows > 0;
            }
            key => {
                if self.query.key(key) {
                    return self.typed();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        match &mut self.door {
            Some(door) => {
                door.reason.insert(text.trim());
                Step::stay()
            }
            None if self.query.insert(text.trim()) => self.typed(),
            None => Step::stay(),
        }
    }

    fn scan(&mut self, number: FamilyNumber, cx: &mut Context) -> Option<Step> {
        if self.door.is_some() {
            return None;
        }
        self.query.set(&number.to_string());
        let step = self.typed();
        if self.rows().len() == 1 {
            return Some(self.take(cx));
        }
        self.is_awaited = true;
        Some(step)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            // F2 says yes to the reason at the door.
            CommandId::CampaignEnd if self.door.is_some() => self.key_at_the_door(Key::Enter, cx),
            CommandId::CampaignEnd => self.ask_to_end(cx),
            CommandId::CampaignTakeBack => self.ask_to_take_back(cx),
            CommandId::CampaignExpect => self.expect(cx),
            CommandId::CampaignChange => match &self.campaign {
                Some(campaign) => Step::push(CampaignForm::change(self.id, &campaign.draft, cx)),
                None => Step::stay(),
            },
            CommandId::CampaignPaper => {
                let title = self.campaign.as_ref().map(|campaign| campaign.draft.title.clone()).unwrap_or_default();
                Step::push(PrintWindow::new(PaperRequest::CampaignList(self.id), title))
            }
            CommandId::Open => match self.selected_family() {
                Some(family) => Step::push(Card::loading(family)).with(Effect::Card(family)),
                None => Step::stay(),
            },
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let ends = matches!(command, CommandId::CampaignEnd | CommandId::CampaignChange | CommandId::CampaignExpect);
        match command {
            _ if ends && self.is_over() => Some("campaign-is-over"),
            CommandId::CampaignTakeBack if self.act_to_take_back().is_none() => Some("campaign-nothing-to-take-back"),
            _ => None,
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match (&self.question, answer) {
            (Some(Question::TakeBack(deed, act)), Answer::Chosen(1)) => {
                let reason = cx.t("campaign-take-back-reason");
                Step::effect(Effect::Campaign(CampaignAsk::TakeBack { deed: *deed, act: *act, reason }))
            }
            (Some(Question::End(deed)), Answer::Chosen(1)) => {
                Step::effect(Effect::Campaign(CampaignAsk::End(*deed, self.id)))
            }
            _ => {
                self.question = None;
                Step::stay()
            }
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Campaign(told) => self.hear(told, cx),
            Reply::Changed => Step::effect(self.ask()),
            _ => Step::stay(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.door.as_ref().is_some_and(|door| !door.reason.is_empty())
    }

    fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.guest_at(self.at_cursor()?).and_then(|(guest, ..)| guest.family())
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

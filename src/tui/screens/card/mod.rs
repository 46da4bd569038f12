//! A family's card: who they are, where they live, what supports them, what happened to them, on one screen; and what can happen next,
//! line by line.

mod attended;
mod lines;
mod on;
mod past;
mod past_card;

pub use attended::{Naming, attended};
pub use lines::{category_line, lines, relation_word, sizes_line, warning_sentence};
pub use on::On;
pub use past::former_name;
pub use past_card::PastCard;

use crate::domain::address::Address;
use crate::domain::aid::{AidCatalogue, Recipient};
use crate::domain::date;
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::staff::Right;
use crate::office::aid_room::{ActSummary, Whom};
use crate::office::events::{Attended, Attendee};
use crate::office::{HistoryEntry, PaperRequest};
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::message::attended::{AttendedAsk, AttendedTold};
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::happening::{Happening, LineKind};
use crate::tui::keys::Key;
use crate::tui::screens::acts::{ActScreen, Acts};
use crate::tui::screens::history::History;
use crate::tui::screens::issue::IssueScreen;
use crate::tui::screens::lives::{Actions, LifeWindow, Subject};
use crate::tui::screens::person::PersonScreen;
use crate::tui::screens::print::PrintWindow;
use crate::tui::screens::registration::Registration;
use crate::tui::screens::undo::{UndoWindow, touches};
use crate::tui::widgets::chrome::{draw_walk, frame_with_title};
use crate::tui::widgets::list::Walk;
use lines::Row;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// What follows when the card has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    /// It is shown.
    Show,
    /// The form opens over it.
    Edit,
}

/// The card screen.
pub struct Card {
    family: FamilyId,
    card: Option<Box<FamilyCard>>,
    happened: Vec<HistoryEntry>,
    /// The last acts of aid, and what their items are called.
    aid: Vec<ActSummary>,
    catalogue: AidCatalogue,
    /// At what its people were.
    attended: Attended,
    then: Then,
    walk: Walk,
    /// What the line under the cursor is about: it stays under it when the card is read anew.
    on: Option<On>,
}

impl Card {
    /// A card that is being read.
    pub fn loading(family: FamilyId) -> Self {
        Self {
            family,
            card: None,
            happened: Vec::new(),
            aid: Vec::new(),
            catalogue: AidCatalogue::default(),
            attended: Attended::default(),
            then: Then::Show,
            walk: Walk::default(),
            on: None,
        }
    }

    /// A card that is being read to be changed at once.
    pub fn to_edit(family: FamilyId) -> Self {
        Self { then: Then::Edit, ..Self::loading(family) }
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Row<'a>> {
        let Some(card) = &self.card else {
            return vec![Row::plain(Line::from(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim)))];
        };
        let mut rows = lines::rows(card, cx, cells, cx.today());
        rows.extend(lines::aid(&self.aid, &self.catalogue, cx, cells));
        rows.extend(attended(&self.attended, Naming::Named, cx, cells).into_iter().map(Row::plain));
        if !cx.is_wide() {
            rows.push(Row::plain(Line::default()));
            rows.extend(self.happened_rows(cx, cells).into_iter().map(Row::plain));
        }
        rows
    }

    fn happened_rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        lines::timeline(&self.happened, cx, cells)
    }

    /// The rows as `view` draws them: a longer note has more of them in the narrower column beside the timeline.
    fn rows_now<'a>(&self, cx: &Context) -> Vec<Row<'a>> {
        let wide = if cx.is_wide() { cx.size.0 * 2 / 3 } else { cx.size.0 };
        self.rows(cx, usize::from(wide.saturating_sub(2)))
    }

    /// The cursor as it stands on these rows: on the line that it was on, wherever that is now.
    fn walk_on(&self, rows: &[Row<'_>], page: usize) -> Walk {
        let mut walk = self.walk;
        if let Some(place) = rows.iter().position(|row| row.on.is_some() && row.on == self.on) {
            walk.row = place;
        }
        let stops: Vec<bool> = rows.iter().map(|row| row.on.is_some()).collect();
        walk.clamp(&stops, page);
        walk
    }

    fn edit(&self, cx: &mut Context) -> Step {
        match &self.card {
            Some(card) => Step::push(Registration::correct(card, cx)),
            None => Step::stay(),
        }
    }

    /// What the line under the cursor is about; the family itself until the cursor was moved.
    fn line(&self) -> Option<&On> {
        self.card.as_ref().map(|_| self.on.as_ref().unwrap_or(&On::Family))
    }

    /// Enter: what can have happened to what the line is about.
    fn ask(&self, cx: &Context) -> Step {
        let (Some(card), Some(on)) = (&self.card, self.line()) else { return Step::stay() };
        if on.kind() == LineKind::Former {
            return self.person();
        }
        if let On::Act(act) = on {
            return ActScreen::open(*act);
        }
        let about = self.about(card, on, cx);
        let fits = |happening: &Happening| match happening {
            Happening::Closed => card.closed_on.is_none(),
            Happening::Reopened => card.closed_on.is_some(),
            _ => true,
        };
        let offered = Happening::offered(on.kind()).iter().copied().filter(fits).collect();
        let lacks = |right: Right| {
            let right = cx.t(&format!("right-{}", right.code()));
            cx.tv("refused-right", &[("right", right.into())])
        };
        // What makes no sense on this line keeps its number, and says why.
        let refusal = |happening: Happening| {
            let right = happening.right();
            if cx.may(right) {
                self.pointless(CommandId::Life(happening)).map(|id| cx.t(id))
            } else {
                Some(lacks(right))
            }
        };
        Step::push(Actions::of(about, offered, refusal))
    }

    fn about(&self, card: &FamilyCard, on: &On, cx: &Context) -> String {
        let member = |person: &PersonId| card.members.iter().find(|member| member.person == *person);
        match on {
            On::Family => cx.tv("happen-about-family", &[("number", card.number.to_string().into())]),
            On::Member(person) => member(person).map(|member| member.name.full()).unwrap_or_default(),
            On::Former(_) | On::Act(_) => String::new(),
            On::Address(kind) => {
                let word = cx.t(&format!("address-{}", kind.code()));
                format!("{word}: {}", card.address(*kind).map(Address::line).unwrap_or_default())
            }
            On::Category(person, category) => {
                let whose = person.as_ref().and_then(member).map(|member| format!("{}: ", member.name.given));
                format!("{}{}", whose.unwrap_or_default(), category_line(category, cx))
            }
            On::Collector(id) => {
                let found = card.past.collectors.iter().find(|one| one.id == *id);
                found.map(|one| format!("{} · {}", one.name, date::show(one.from))).unwrap_or_default()
            }
        }
    }

    /// The card of the person under the cursor.
    fn person(&self) -> Step {
        match self.line().and_then(On::person) {
            Some(person) => PersonScreen::open(person),
            None => Step::stay(),
        }
    }

    /// What happened to the family, what it was given, and at what it was.
    fn read_beside(&self, cx: &Context) -> Step {
        let mut read = Step::effect(Effect::History(self.family));
        if cx.may(Right::SeeStock) {
            read = read.with(Effect::Aid(AidAsk::Acts(Whom::Family(self.family))));
        }
        if cx.may(Right::SeeEvents) {
            read = read.with(Effect::Attended(AttendedAsk(Attendee::Family(self.family))));
        }
        read
    }

    fn happens(&self, what: Happening, cx: &mut Context) -> Step {
        let (Some(card), Some(on)) = (&self.card, self.line()) else { return Step::stay() };
        match what {
            Happening::Person => self.person(),
            _ => Step::push(LifeWindow::new(what, Subject { card: card.clone(), on: on.clone() }, cx)),
        }
    }
}

impl Screen for Card {
    fn scope(&self) -> Scope {
        Scope::Card
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        // Coming back from the form or the history: what is shown must be what is stored now. A glance, since the opening of
        // the card is in the journal already.
        match &self.card {
            Some(_) => Step::effect(Effect::Glance(self.family)),
            None => Step::stay(),
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::pop();
        }
        let page = page(cx);
        let rows = self.rows_now(cx);
        self.walk = self.walk_on(&rows, page);
        if key == Key::Enter {
            // What is done must be seen: a cursor out of sight comes back first.
            if !self.walk.is_seen(page) {
                self.walk.go_to(self.walk.row, page);
                return Step::stay();
            }
            return self.ask(cx);
        }
        let key = match key {
            Key::Tab => Key::Down,
            Key::BackTab => Key::Up,
            key => key,
        };
        let stops: Vec<bool> = rows.iter().map(|row| row.on.is_some()).collect();
        self.walk.key(key, &stops, page);
        self.on = rows.into_iter().nth(self.walk.row).and_then(|row| row.on);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Edit => self.edit(cx),
            CommandId::Details => Step::push(History::loading(self.family)).with(Effect::History(self.family)),
            CommandId::New => Step::push(Registration::new("", cx)),
            CommandId::Undo => UndoWindow::last(cx),
            CommandId::Issue => IssueScreen::open(Recipient::Family(self.family), cx),
            CommandId::Acts => {
                let name = self.card.as_ref().and_then(|card| card.head().map(|head| head.name.short()));
                Acts::open(Whom::Family(self.family), name.unwrap_or_default())
            }
            CommandId::PrintCard => match &self.card {
                Some(card) => {
                    let name = cx.tv("card-paper-name", &[("number", card.number.to_string().into())]);
                    Step::push(PrintWindow::new(PaperRequest::FamilyCard(card.id), name))
                }
                None => Step::stay(),
            },
            CommandId::Life(what) => self.happens(what, cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Card(family, result) if *family == self.family => match result {
                Ok(card) => {
                    // A merged entry leads to the kept one.
                    self.family = card.id;
                    self.card = Some(card.clone());
                    let read = self.read_beside(cx);
                    if self.then == Then::Edit {
                        self.then = Then::Show;
                        let Step { go, .. } = self.edit(cx);
                        return Step { go, ..read };
                    }
                    read
                }
                Err(fault) => Step::go(Go::Pop).saying(Toast::fault(fault, cx)),
            },
            Reply::History(family, Ok(entries)) if *family == self.family => {
                self.happened.clone_from(entries);
                Step::stay()
            }
            Reply::Corrected(_, Ok(card)) if card.id == self.family => {
                self.card = Some(card.clone());
                Step::stay()
            }
            Reply::Glance(family, Ok(card)) if *family == self.family => {
                self.family = card.id;
                self.card = Some(card.clone());
                self.read_beside(cx)
            }
            Reply::Aid(AidTold::Acts(Whom::Family(family), Ok(acts))) if *family == self.family => {
                let is_first = self.aid.is_empty() && !acts.is_empty();
                self.aid.clone_from(acts);
                // What the items are called is needed only where there are any.
                if is_first { Step::effect(Effect::Aid(AidAsk::Catalogue)) } else { Step::stay() }
            }
            Reply::Attended(AttendedTold(Attendee::Family(family), Ok(attended))) if *family == self.family => {
                self.attended.clone_from(attended);
                Step::stay()
            }
            Reply::Aid(AidTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = (**catalogue).clone();
                Step::stay()
            }
            Reply::Changed | Reply::Lives(LivesTold::Lived(_, Ok(_))) => Step::effect(Effect::Glance(self.family)),
            reply if touches(reply, Some(self.family), None) => Step::effect(Effect::Glance(self.family)),
            _ => Step::stay(),
        }
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.card.as_ref().map(|card| card.id)
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.line().and_then(On::person)
    }

    fn selected_line(&self) -> Option<LineKind> {
        self.line().map(On::kind)
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        if command == CommandId::Issue && self.card.is_none() {
            return Some("refused-no-family");
        }
        let card = self.card.as_ref()?;
        let head = || card.members.iter().find(|member| member.relation == Relation::Head).map(|head| head.person);
        match command {
            CommandId::Life(Happening::Closed) if card.closed_on.is_some() => Some("refused-closed-already"),
            // Said before everything is typed, not after it.
            CommandId::Life(what) if card.closed_on.is_some() && what.wants_open() => Some("refused-closed"),
            CommandId::Life(Happening::Reopened) if card.closed_on.is_none() => Some("refused-open-already"),
            CommandId::Life(Happening::Head) => {
                self.selected_person().filter(|person| head() == Some(*person)).map(|_| "refused-head-already")
            }
            _ => None,
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match &self.card {
            Some(card) => lines::title(card, cx),
            None => cx.t("screen-card"),
        };
        let [left, right] = if cx.is_wide() {
            Layout::horizontal([Constraint::Fill(2), Constraint::Fill(1)]).areas(area)
        } else {
            [area, Rect::default()]
        };
        let inner = frame_with_title(frame, left, &title, cx.theme.frame_focus, cx.theme.title);
        let rows = self.rows(cx, usize::from(inner.width));
        let walk = self.walk_on(&rows, usize::from(inner.height));
        draw_walk(rows.into_iter().map(|row| (row.on.is_some(), row.line)), &walk, cx, frame, (left, inner));
        if cx.is_wide() {
            let inner = frame_with_title(frame, right, &cx.t("card-timeline"), cx.theme.frame, cx.theme.dim);
            let rows: Vec<Line<'_>> = self.happened_rows(cx, usize::from(inner.width)).into_iter().skip(1).collect();
            frame.render_widget(Paragraph::new(rows), inner);
        }
    }
}

/// Rows of the card seen at once.
fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(5))
}

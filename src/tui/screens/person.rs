//! A person's card: who they are, with a family or without, and every family in which they stand or stood.

use crate::domain::aid::Recipient;
use crate::domain::date;
use crate::domain::document::Document;
use crate::domain::family::PersonCard;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::past::PersonFamily;
use crate::domain::person::Consent;
use crate::domain::phone::Phone;
use crate::domain::staff::Right;
use crate::office::HistoryEntry;
use crate::office::aid_room;
use crate::office::events::{Attended, Attendee};
use crate::tui::app::message::attended::{AttendedAsk, AttendedTold};
use crate::tui::app::message::lives::{LivesAsk, LivesTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::acts::Acts;
use crate::tui::screens::card::{Card, Naming, attended, category_line, former_name, relation_word, sizes_line};
use crate::tui::screens::history::deed;
use crate::tui::screens::issue::IssueScreen;
use crate::tui::screens::lives::JoinWindow;
use crate::tui::screens::picker::Whom;
use crate::tui::screens::registration::{Registration, SingleForm};
use crate::tui::screens::undo::{UndoWindow, touches};
use crate::tui::widgets::chrome::{draw_walk, frame_with_title, show_moment};
use crate::tui::widgets::list::Walk;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Cells of the labels on the left.
const LABEL_CELLS: usize = 16;

/// What follows when the card has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    /// It is shown.
    Show,
    /// The form opens over it.
    Edit,
}

/// A row, and the family that it opens.
type Row<'a> = (Option<FamilyId>, Line<'a>);

/// The screen.
pub struct PersonScreen {
    person: PersonId,
    card: Option<Box<PersonCard>>,
    happened: Vec<HistoryEntry>,
    attended: Attended,
    then: Then,
    walk: Walk,
}

impl PersonScreen {
    /// The step that opens a person's card.
    pub fn open(person: PersonId) -> Step {
        Step::push(Self::loading(person)).with(Effect::Lives(LivesAsk::Person(person)))
    }

    /// The step that opens a person's card to be corrected at once.
    pub fn open_to_edit(person: PersonId) -> Step {
        Step::push(Self { then: Then::Edit, ..Self::loading(person) }).with(Effect::Lives(LivesAsk::Person(person)))
    }

    /// A card that is being read.
    pub fn loading(person: PersonId) -> Self {
        Self {
            person,
            card: None,
            happened: Vec::new(),
            attended: Attended::default(),
            then: Then::Show,
            walk: Walk::default(),
        }
    }

    fn reads(&self) -> Step {
        Step::effect(Effect::Lives(LivesAsk::Person(self.person)))
    }

    fn edit(&self, cx: &mut Context) -> Step {
        match &self.card {
            Some(card) => Step::push(SingleForm::correct(card, cx)),
            None => Step::stay(),
        }
    }

    fn has_family(&self) -> bool {
        self.card.as_ref().is_some_and(|card| card.families.iter().any(|family| family.until.is_none()))
    }

    /// The person becomes the head of a family of their own, where they stand in none.
    fn new_family(&self, cx: &mut Context) -> Step {
        match &self.card {
            Some(_) if self.has_family() => Step::stay().saying(Toast::warning(cx.t("person-has-family"))),
            Some(card) => Step::push(Registration::of_person(card, cx)),
            None => Step::stay(),
        }
    }

    /// Aid goes to the family where the person has one, else to the person.
    fn issue(&self, cx: &mut Context) -> Step {
        let Some(card) = &self.card else { return Step::stay() };
        let family = card.families.iter().find(|family| family.until.is_none()).map(|family| family.family);
        IssueScreen::open(family.map_or(Recipient::Person(self.person), Recipient::Family), cx)
    }

    fn join(&self) -> Step {
        let Some(card) = &self.card else { return Step::stay() };
        let single = &card.single.person;
        let whom = Whom { person: card.id, family: None, name: single.name.clone(), birth: single.birth };
        Step::push(JoinWindow::of(whom))
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Row<'a>> {
        let Some(card) = &self.card else {
            return vec![(None, Line::from(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim)))];
        };
        let drawn = Drawn { cx, cells };
        let mut rows = drawn.standing(card);
        rows.extend(drawn.families(card));
        rows.extend(drawn.own(card).into_iter().map(|line| (None, line)));
        rows.extend(attended(&self.attended, Naming::Nameless, cx, cells).into_iter().map(|line| (None, line)));
        rows.push((None, Line::default()));
        rows.extend(drawn.happened(&self.happened).into_iter().map(|line| (None, line)));
        rows
    }

    fn stops(rows: &[Row<'_>]) -> Vec<bool> {
        rows.iter().map(|(family, _)| family.is_some()).collect()
    }

    fn walk_on(&self, rows: &[Row<'_>], page: usize) -> Walk {
        let mut walk = self.walk;
        walk.clamp(&Self::stops(rows), page);
        walk
    }
}

/// A person in lines of so many cells.
struct Drawn<'c> {
    cx: &'c Context,
    cells: usize,
}

impl Drawn<'_> {
    fn heading<'a>(&self, id: &str) -> Line<'a> {
        Line::from(Span::styled(format!(" {}", self.cx.t(id)), self.cx.theme.title))
    }

    fn pair<'a>(&self, label: &str, value: &str) -> Line<'a> {
        Line::from(vec![
            Span::styled(format!("  {} ", fit(label, LABEL_CELLS)), self.cx.theme.dim),
            Span::styled(cut(value, self.cells.saturating_sub(LABEL_CELLS + 3)), self.cx.theme.text),
        ])
    }

    /// Who it is and how the entry stands.
    fn standing<'a>(&self, card: &PersonCard) -> Vec<Row<'a>> {
        let (cx, person) = (self.cx, &card.single.person);
        let mut rows = Vec::new();
        if let Some(day) = card.voided_on {
            let text = cx.tv("card-voided", &[("day", date::show(day).into())]);
            rows.push((None, Line::from(Span::styled(format!(" {}", cut(&text, self.cells - 1)), cx.theme.warning))));
        }
        let sex = person.sex.map(|sex| cx.t(&format!("sex-{}", sex.code())));
        let birth = person.birth.map(|birth| {
            let age = cx.tv("years-short", &[("count", birth.age_on(cx.today()).into())]);
            format!("{} · {age}", date::show_birth(birth))
        });
        let died = card.died_on.map(|day| format!("† {}", date::show(day)));
        let parts: Vec<String> = sex.into_iter().chain(birth).chain(died).collect();
        if !parts.is_empty() {
            rows.push((None, self.pair(&cx.t("person-born"), &parts.join(" · "))));
        }
        let former: Vec<String> = card.former_names.iter().map(|former| former_name(former, cx)).collect();
        if !former.is_empty() {
            rows.push((None, self.pair(&cx.t("person-former"), &former.join(" · "))));
        }
        rows
    }

    /// The families: those of today, then the former ones, dim.
    fn families<'a>(&self, card: &PersonCard) -> Vec<Row<'a>> {
        let mut rows = vec![(None, self.heading("person-families"))];
        if card.families.is_empty() {
            let text = cut(&format!("  {}", self.cx.t("person-no-family")), self.cells);
            rows.push((None, Line::from(Span::styled(text, self.cx.theme.dim))));
        }
        rows.extend(card.families.iter().map(|family| (Some(family.family), self.family(family, card))));
        rows
    }

    fn family<'a>(&self, family: &PersonFamily, card: &PersonCard) -> Line<'a> {
        let cx = self.cx;
        let relation = relation_word(family.relation, card.single.person.sex, cx);
        let days = match family.until {
            None => cx.tv("since-day", &[("day", date::show(family.from).into())]),
            Some(until) => format!("{}–{}", date::show(family.from), date::show(until)),
        };
        let mut parts = vec![days];
        parts.extend(family.reason.map(|reason| cx.texts.code("leave-reason", reason.code())));
        parts.extend(family.closed.then(|| cx.t("home-closed")));
        let style = if family.until.is_none() { cx.theme.text } else { cx.theme.dim };
        let text = format!("  {} {} {}", family.number, fit(&relation, 12), parts.join(" · "));
        Line::from(Span::styled(cut(&text, self.cells), style))
    }

    /// Address, phones, papers, categories, consent, note: as far as the role sees them.
    fn own<'a>(&self, card: &PersonCard) -> Vec<Line<'a>> {
        let (cx, person) = (self.cx, &card.single.person);
        let mut rows = vec![self.heading("person-own")];
        if cx.may(Right::SeeContacts) {
            if !card.single.address.is_empty() {
                rows.push(self.pair(&cx.t("address-actual"), &card.single.address.line()));
            }
            if !person.phones.is_empty() {
                let phones: Vec<String> = person.phones.iter().map(Phone::show).collect();
                rows.push(self.pair(&cx.t("card-phones"), &phones.join(", ")));
            }
            rows.extend(person.documents.iter().map(|document| self.paper(document)));
        } else {
            let hidden = cut(&format!("  {}", cx.t("card-contacts-hidden")), self.cells);
            rows.push(Line::from(Span::styled(hidden, cx.theme.dim)));
        }
        for category in &person.categories {
            rows.push(self.pair(&cx.t("person-category"), &category_line(category, cx)));
        }
        let consent = match &person.consent {
            Some(Consent::Given { on, by }) if by.is_empty() => date::show(*on),
            Some(Consent::Given { on, by }) => format!("{}, {by}", date::show(*on)),
            Some(Consent::Law) => cx.t("card-consent-law"),
            None => cx.t("card-consent-none"),
        };
        rows.push(self.pair(&cx.t("person-consent"), &consent));
        if !person.sizes.is_empty() {
            rows.push(self.pair(&cx.t("person-sizes"), &sizes_line(&person.sizes, cx)));
        }
        if !person.note.is_empty() {
            rows.push(self.heading("card-note"));
            let lines = wrap(&person.note, self.cells.saturating_sub(3));
            rows.extend(lines.into_iter().map(|line| Line::from(format!("  {line}"))));
        }
        for former in card.former_addresses.iter().filter(|_| cx.may(Right::SeeContacts)) {
            let days = format!("{}–{}", date::show(former.from), date::show(former.until));
            let text = cut(&format!("  {} · {days}", former.address.line()), self.cells);
            rows.push(Line::from(Span::styled(text, cx.theme.dim)));
        }
        rows
    }

    fn paper<'a>(&self, document: &Document) -> Line<'a> {
        self.pair(&self.cx.texts.code("document", document.kind.code()), &document.show())
    }

    fn happened<'a>(&self, entries: &[HistoryEntry]) -> Vec<Line<'a>> {
        let mut rows = vec![self.heading("card-timeline")];
        for entry in entries.iter().filter(|entry| !entry.action.ends_with("-viewed")) {
            let what = format!("{} · {}", deed(entry, self.cx), entry.staff);
            rows.push(Line::from(vec![
                Span::styled(format!("  {} ", show_moment(entry.at)), self.cx.theme.dim),
                Span::styled(cut(&what, self.cells.saturating_sub(20)), self.cx.theme.text),
            ]));
        }
        rows
    }
}

impl Screen for PersonScreen {
    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        if self.card.is_some() { self.reads() } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let page = usize::from(cx.size.1.saturating_sub(5));
        let rows = self.rows(cx, usize::from(cx.size.0.saturating_sub(2)));
        self.walk = self.walk_on(&rows, page);
        match key {
            Key::Esc => Step::pop(),
            Key::Enter if !self.walk.is_seen(page) => {
                self.walk.go_to(self.walk.row, page);
                Step::stay()
            }
            Key::Enter => self.command(CommandId::Open, cx),
            key => {
                let key = match key {
                    Key::Tab => Key::Down,
                    Key::BackTab => Key::Up,
                    key => key,
                };
                self.walk.key(key, &Self::stops(&rows), page);
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Open => match self.selected_in(cx) {
                Some(family) => Step::push(Card::loading(family)).with(Effect::Card(family)),
                None => Step::stay().saying(Toast::warning(cx.t("person-no-family"))),
            },
            CommandId::EditPerson => self.edit(cx),
            CommandId::NewFamilyOfPerson => self.new_family(cx),
            CommandId::JoinFamily => self.join(),
            CommandId::Undo => UndoWindow::last(cx),
            CommandId::Issue => self.issue(cx),
            CommandId::Acts => {
                let name = self.card.as_ref().map(|card| card.single.person.name.short());
                Acts::open(aid_room::Whom::Person(self.person), name.unwrap_or_default())
            }
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lives(LivesTold::Person(person, result)) if *person == self.person => match result {
                Ok(card) => {
                    // A merged person leads to the kept one.
                    self.person = card.id;
                    self.card = Some(card.clone());
                    let mut read = Step::effect(Effect::Lives(LivesAsk::PersonHistory(self.person)));
                    if cx.may(Right::SeeEvents) {
                        read = read.with(Effect::Attended(AttendedAsk(Attendee::Person(self.person))));
                    }
                    if std::mem::replace(&mut self.then, Then::Show) == Then::Edit {
                        return Step { go: self.edit(cx).go, ..read };
                    }
                    read
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Lives(LivesTold::PersonHistory(person, Ok(entries))) if *person == self.person => {
                self.happened.clone_from(entries);
                Step::stay()
            }
            Reply::Attended(AttendedTold(Attendee::Person(person), Ok(attended))) if *person == self.person => {
                self.attended.clone_from(attended);
                Step::stay()
            }
            Reply::Lives(LivesTold::Lived(_, Ok(_))) | Reply::Changed => self.reads(),
            reply if touches(reply, None, Some(self.person)) => self.reads(),
            _ => Step::stay(),
        }
    }

    fn selected_family(&self) -> Option<FamilyId> {
        let card = self.card.as_ref()?;
        card.families.first().map(|family| family.family)
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.card.as_ref().map(|card| card.id)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match &self.card {
            Some(card) => card.single.person.name.full(),
            None => cx.t("screen-person"),
        };
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let rows = self.rows(cx, usize::from(inner.width));
        let walk = self.walk_on(&rows, usize::from(inner.height));
        draw_walk(rows.into_iter().map(|(family, line)| (family.is_some(), line)), &walk, cx, frame, (area, inner));
    }
}

impl PersonScreen {
    /// The family of the row under the cursor.
    fn selected_in(&self, cx: &Context) -> Option<FamilyId> {
        let page = usize::from(cx.size.1.saturating_sub(5));
        let rows = self.rows(cx, usize::from(cx.size.0.saturating_sub(2)));
        let walk = self.walk_on(&rows, page);
        rows.get(walk.row).and_then(|(family, _)| *family)
    }
}

//! Who collects and by what paper, under which programme, on which day: below the cart, one Tab away, never in the way of a quick issue.

use super::IssueScreen;
use crate::domain::aid::{Collector, Recipient};
use crate::domain::date;
use crate::domain::stock::LocationCode;
use crate::office::aid_room::AidView;
use crate::tui::aid_words;
use crate::tui::app::{Context, Step};
use crate::tui::screens::registration::{date_fault, fault_note};
use crate::tui::widgets::form::{Field, Form, Row};
use chrono::NaiveDate;

pub(super) const COLLECTOR: &str = "issue-collector";
pub(super) const NAME: &str = "issue-collector-name";
pub(super) const PAPER: &str = "issue-collector-paper";
pub(super) const PROGRAMME: &str = "issue-programme";
pub(super) const LOCATION: &str = "issue-location";
pub(super) const ON: &str = "issue-on";
pub(super) const NOTE: &str = "issue-note";

/// Somebody who can be chosen as the one who collects.
struct Choice {
    words: String,
    paper: String,
    collector: Collector,
}

/// The fields before it is known who this is.
pub(super) fn form(on: NaiveDate) -> Form {
    let mut day = Field::text(ON);
    day.put(&date::show(on));
    let fields = vec![
        Field::choice(COLLECTOR, Vec::new()),
        Field::text(NAME),
        Field::text(PAPER),
        Field::choice(PROGRAMME, Vec::new()),
        Field::choice(LOCATION, Vec::new()),
        day,
        Field::text(NOTE),
    ];
    let mut form = Form::new(fields, Vec::new());
    form.focus = None;
    form
}

fn choices(view: &AidView, recipient: &Recipient, cx: &Context) -> Vec<Choice> {
    let paper = || String::new();
    let members = view.who.members.iter().filter(|_| matches!(recipient, Recipient::Family(_) | Recipient::Person(_)));
    let mut all: Vec<Choice> = members
        .filter(|member| !member.is_child)
        .map(|member| Choice {
            words: member.name.short(),
            paper: member.paper.clone(),
            collector: Collector::Member { person: member.person, paper: paper() },
        })
        .collect();
    all.extend(view.who.collectors.iter().map(|may| Choice {
        words: cx.tv("issue-collector-authorised", &[("name", may.name.as_str().into())]),
        paper: may.paper.clone(),
        collector: Collector::Authorised { collector: may.collector, paper: paper() },
    }));
    if matches!(recipient, Recipient::Fresh(_)) {
        all.push(Choice { words: cx.t("issue-collector-self"), paper: paper(), collector: Collector::Unknown });
    }
    let other = Collector::Other { name: String::new(), paper: paper() };
    all.push(Choice { words: cx.t("issue-collector-other"), paper: paper(), collector: other });
    all
}

impl IssueScreen {
    /// Says the choices in the words of now; what was chosen stays chosen.
    pub(super) fn say_hand(&mut self, cx: &Context) {
        let Some(view) = &self.view else { return };
        let who: Vec<String> = choices(view, &self.recipient, cx).into_iter().map(|choice| choice.words).collect();
        let place = self.programme_place();
        // One that does not run on the day stands behind those that do, so that it is seen what was chosen.
        let off = self.programme.as_ref().filter(|_| place.is_none());
        let programmes = view.claims.iter().map(|claim| &claim.programme).chain(off);
        let programmes: Vec<String> = programmes.map(|code| aid_words::programme(code, &view.catalogue, cx)).collect();
        let place = place.or_else(|| programmes.len().checked_sub(1));
        let locations: Vec<String> = self.locations().into_iter().map(|code| self.location_name(&code, cx)).collect();
        let (programme, location) = (place, self.locations().iter().position(|code| *code == self.location));
        for (id, words, picked) in
            [(COLLECTOR, who, None), (PROGRAMME, programmes, programme), (LOCATION, locations, location)]
        {
            if let Some(field) = self.hand.field_mut(id) {
                let picked = picked.unwrap_or(field.picked());
                field.say(words);
                field.pick(picked);
            }
        }
        self.arrange(cx);
    }

    /// Which fields stand: the name only where somebody else collects, the location only where there are several.
    fn arrange(&mut self, cx: &Context) {
        let is_other = matches!(self.chosen_collector(cx), Some(Collector::Other { .. }));
        let has_locations = self.locations().len() > 1;
        let is_organisation = matches!(self.recipient, Recipient::Organisation(_));
        let hidden = [(NAME, !is_other), (LOCATION, !has_locations), (PROGRAMME, is_organisation)];
        let focused = self.hand.focused();
        for (id, is_hidden) in hidden {
            let there = self.hand.fields.iter().position(|field| field.id == id);
            match (there, is_hidden) {
                (Some(place), true) => {
                    self.hand.fields.remove(place);
                }
                (None, false) => {
                    let before = if id == NAME { PAPER } else { ON };
                    let at = self.hand.fields.iter().position(|field| field.id == before).unwrap_or(0);
                    let field = if id == NAME { Field::text(NAME) } else { Field::choice(id, Vec::new()) };
                    self.hand.fields.insert(at, field);
                }
                _ => {}
            }
        }
        let mut first = vec![(COLLECTOR, 3)];
        if is_other {
            first.push((NAME, 3));
        }
        first.push((PAPER, 2));
        let mut second = if is_organisation { Vec::new() } else { vec![(PROGRAMME, 3)] };
        if has_locations {
            second.push((LOCATION, 2));
        }
        // The day is read whole, whatever stands beside it.
        second.extend([(ON, if has_locations { 3 } else { 2 }), (NOTE, 2)]);
        self.hand.rows = vec![Row::Fields(first), Row::Fields(second)];
        // Fields that came or went move the others; the focus stays on its own.
        self.hand.focus = focused.and_then(|id| self.hand.fields.iter().position(|field| field.id == id));
    }

    fn locations(&self) -> Vec<LocationCode> {
        let all = self.view.iter().flat_map(|view| &view.catalogue.locations);
        all.filter(|location| location.off_since.is_none_or(|since| self.on < since))
            .map(|location| location.code.clone())
            .collect()
    }

    pub(super) fn location_name(&self, code: &LocationCode, cx: &Context) -> String {
        let own = self.catalogue().and_then(|catalogue| catalogue.location(code)).map(|location| location.name.clone());
        own.filter(|name| !name.is_empty()).unwrap_or_else(|| cx.texts.code("location", code.as_str()))
    }

    pub(super) fn hand_value(&self, id: &str) -> String {
        self.hand.value(id)
    }

    fn chosen_collector(&self, cx: &Context) -> Option<Collector> {
        let view = self.view.as_ref()?;
        let place = self.hand.field(COLLECTOR).map_or(0, Field::picked);
        choices(view, &self.recipient, cx).into_iter().nth(place).map(|choice| choice.collector)
    }

    /// The paper of the chosen one as the office knows it; what is typed comes before.
    pub(super) fn known_paper(&self, cx: &Context) -> String {
        let Some(view) = &self.view else { return String::new() };
        let place = self.hand.field(COLLECTOR).map_or(0, Field::picked);
        choices(view, &self.recipient, cx).into_iter().nth(place).map(|choice| choice.paper).unwrap_or_default()
    }

    /// Who carries it away, as chosen and typed.
    pub(super) fn collector(&self) -> Collector {
        let place = self.hand.field(COLLECTOR).map_or(0, Field::picked);
        let typed = self.hand_value(PAPER);
        let Some(view) = &self.view else { return Collector::Unknown };
        let adults: Vec<_> = view.who.members.iter().filter(|member| !member.is_child).collect();
        let is_of_register = matches!(self.recipient, Recipient::Family(_) | Recipient::Person(_));
        let members = if is_of_register { adults.len() } else { 0 };
        let or_known = |known: &str| if typed.is_empty() { known.to_owned() } else { typed.clone() };
        if let Some(member) = adults.get(place).filter(|_| is_of_register) {
            return Collector::Member { person: member.person, paper: or_known(&member.paper) };
        }
        if let Some(may) = place.checked_sub(members).and_then(|place| view.who.collectors.get(place)) {
            return Collector::Authorised { collector: may.collector, paper: or_known(&may.paper) };
        }
        let is_first = place == members + view.who.collectors.len();
        match self.recipient {
            Recipient::Fresh(_) if is_first => Collector::Unknown,
            _ => Collector::Other { name: self.hand_value(NAME), paper: typed },
        }
    }

    /// Something was chosen below.
    pub(super) fn heard_hand(&mut self, cx: &mut Context) -> Step {
        let picked = |form: &Form, id: &str| form.field(id).map_or(0, Field::picked);
        match self.hand.focused() {
            Some(PROGRAMME) => {
                let picked = picked(&self.hand, PROGRAMME);
                let chosen = self.view.as_ref().and_then(|view| view.claims.get(picked));
                if let Some(claim) = chosen {
                    self.programme = Some(claim.programme.clone());
                }
                self.right_reason.clear();
                self.changed();
                Step::stay()
            }
            Some(LOCATION) => {
                if let Some(code) = self.locations().into_iter().nth(picked(&self.hand, LOCATION)) {
                    self.location = code;
                }
                self.changed();
                Step::effect(self.look())
            }
            Some(COLLECTOR) => {
                self.arrange(cx);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    /// Takes the day as it is typed: everything is looked at for that day then.
    pub(super) fn settle_hand(&mut self, cx: &Context) -> Step {
        match self.day(cx) {
            Ok(day) => {
                self.hand.note(ON, None);
                // What stands there already is left alone: it may be chosen whole, so that typing replaces it.
                let shown = date::show(day);
                if let Some(field) = self.hand.field_mut(ON).filter(|field| field.line.text() != shown) {
                    field.put(&shown);
                }
                if std::mem::replace(&mut self.on, day) != day {
                    self.changed();
                    return Step::effect(self.look());
                }
            }
            Err(text) => self.hand.note(ON, Some(fault_note(text))),
        }
        Step::stay()
    }

    /// The day of the act. Errors: why it cannot be that day.
    pub(super) fn day(&self, cx: &Context) -> Result<NaiveDate, String> {
        let text = self.hand_value(ON);
        if text.is_empty() {
            return Ok(cx.today());
        }
        match date::parse(&text, cx.today()) {
            Ok(day) if day > cx.today() => Err(cx.t("fault-date-future")),
            Ok(day) => Ok(day),
            Err(fault) => Err(date_fault(fault, cx)),
        }
    }
}

//! The form of a campaign: what it is called, its days, from where, under what, and what each gets, a typed line a good.

use super::{typed, words};
use crate::domain::campaign::{CampaignDraft, CampaignFault, Good};
use crate::domain::catalogue::{About, Kind};
use crate::domain::date;
use crate::domain::id::{DeedId, SessionId};
use crate::domain::limit::Per;
use crate::domain::stock::{LocationCode, PartnerCode, ProgrammeCode};
use crate::office::OfficeError;
use crate::tui::app::message::campaign::{CampaignAsk, CampaignTold};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Note, NoteKind};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

const TITLE: &str = "campaign-title";
const FROM: &str = "campaign-from";
const UNTIL: &str = "campaign-until";
const LOCATION: &str = "campaign-location";
const PROGRAMME: &str = "campaign-programme";
const PARTNER: &str = "campaign-partner";
const PLACE: &str = "campaign-place";
const GOODS: &str = "campaign-goods";

/// Lines of goods that are seen at once.
const GOODS_SHOWN: usize = 5;

/// The form.
pub(super) struct CampaignForm {
    id: Option<SessionId>,
    form: Form,
    goods: Vec<Good>,
    /// The goods as they were when the form opened.
    base: Vec<Good>,
    offered: Vec<Good>,
    note: String,
    deed: DeedId,
    is_waiting: bool,
}

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptCampaign {
    id: Option<SessionId>,
    form: KeptForm,
    goods: Vec<Good>,
    base: Vec<Good>,
    note: String,
}

/// The codes that a choice offers, in its order; what is switched off stays offered where it is chosen already.
fn codes(kind: Kind, cx: &Context) -> Vec<String> {
    cx.catalogue().offered(kind).map(|entry| entry.code.clone()).collect()
}

/// The options of a choice that may be left open.
fn options(kind: Kind, cx: &Context) -> Vec<String> {
    let named = codes(kind, cx).into_iter().map(|code| words::name_of(kind, &code, cx));
    std::iter::once(cx.t("campaign-none")).chain(named).collect()
}

impl CampaignForm {
    /// A new campaign, today, from the storeroom.
    pub(super) fn new(cx: &mut Context) -> Self {
        let locations = codes(Kind::Location, cx).into_iter().map(|code| words::name_of(Kind::Location, &code, cx));
        let fields = vec![
            Field::text(TITLE),
            Field::text(FROM),
            Field::text(UNTIL),
            Field::choice(LOCATION, locations.collect()),
            Field::choice(PROGRAMME, options(Kind::Programme, cx)),
            Field::choice(PARTNER, options(Kind::Partner, cx)),
            Field::text(PLACE),
            Field::rows(GOODS),
        ];
        let mut form = Form::column(fields);
        let today = date::show(cx.today());
        for id in [FROM, UNTIL] {
            if let Some(field) = form.field_mut(id) {
                field.put(&today);
            }
        }
        let storeroom = codes(Kind::Location, cx).iter().position(|code| *code == LocationCode::storeroom().0);
        if let Some(field) = form.field_mut(LOCATION) {
            field.pick(storeroom.unwrap_or(0));
        }
        let deed = cx.new_deed();
        let (goods, base, offered) = (Vec::new(), Vec::new(), Vec::new());
        Self { id: None, form, goods, base, offered, note: String::new(), deed, is_waiting: false }
    }

    /// The form of a campaign that is there.
    pub(super) fn change(id: SessionId, draft: &CampaignDraft, cx: &mut Context) -> Self {
        let mut form = Self::new(cx);
        form.id = Some(id);
        let texts = [
            (TITLE, draft.title.clone()),
            (FROM, date::show(draft.starts_on)),
            (UNTIL, date::show(draft.ends_on)),
            (PLACE, draft.settlement.clone()),
        ];
        for (id, text) in texts {
            if let Some(field) = form.form.field_mut(id) {
                field.put(&text);
            }
        }
        let place = |kind, code: Option<&str>| codes(kind, cx).iter().position(|one| Some(one.as_str()) == code);
        let open = |place: Option<usize>| place.map_or(0, |place| place + 1);
        let picked = [
            (LOCATION, place(Kind::Location, Some(draft.location.as_str())).unwrap_or(0)),
            (PROGRAMME, open(place(Kind::Programme, draft.programme.as_ref().map(ProgrammeCode::as_str)))),
            (PARTNER, open(place(Kind::Partner, draft.partner.as_ref().map(PartnerCode::as_str)))),
        ];
        for (id, place) in picked {
            if let Some(field) = form.form.field_mut(id) {
                field.pick(place);
            }
        }
        form.goods.clone_from(&draft.goods);
        form.base.clone_from(&draft.goods);
        form.note.clone_from(&draft.note);
        form.show_goods();
        form
    }

    /// The form of a draft as it stood. None when the draft is no such form.
    pub(super) fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptCampaign = serde_json::from_value(form).ok()?;
        let mut screen = Self::new(cx);
        screen.form.put_back(&kept.form);
        (screen.id, screen.goods, screen.base, screen.note, screen.deed) =
            (kept.id, kept.goods, kept.base, kept.note, deed);
        screen.show_goods();
        Some(screen)
    }

    /// The field only counts the lines, which the screen draws.
    fn show_goods(&mut self) {
        let count = self.goods.len();
        if let Some(field) = self.form.field_mut(GOODS) {
            field.items = vec![String::new(); count];
        }
    }

    fn picked(&self, kind: Kind, id: &str, cx: &Context) -> Option<String> {
        let place = self.form.field(id).map_or(0, Field::picked);
        let place = if kind == Kind::Location { Some(place) } else { place.checked_sub(1) };
        codes(kind, cx).into_iter().nth(place?)
    }

    /// The usual set of a programme is offered by being there, as long as nothing was typed.
    fn take_set(&mut self, cx: &Context) {
        let is_own = self.goods.is_empty() || self.set_of_any(cx);
        let Some(code) = self.picked(Kind::Programme, PROGRAMME, cx).filter(|_| is_own && self.id.is_none()) else {
            return;
        };
        if let Some(set) = set_of(&code, cx) {
            self.goods = set;
            self.show_goods();
        }
    }

    /// Whether what stands there is the untouched set of some programme.
    fn set_of_any(&self, cx: &Context) -> bool {
        codes(Kind::Programme, cx).iter().any(|code| set_of(code, cx).as_ref() == Some(&self.goods))
    }

    fn add(&mut self, good: Good) {
        match self.goods.iter_mut().find(|there| there.item == good.item) {
            // Typed once more, it is said anew.
            Some(there) => *there = good,
            None => self.goods.push(good),
        }
        self.form.set(GOODS, "");
        self.form.note(GOODS, None);
        self.show_goods();
    }

    fn fault(&mut self, id: &'static str, text: String) -> Step {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(id);
        Step::stay()
    }

    fn day(&self, id: &str, cx: &Context) -> Option<NaiveDate> {
        date::parse(&self.form.value(id), cx.today()).ok()
    }

    fn save(&mut self, cx: &Context) -> Step {
        self.form.suggest(Vec::new());
        // A good that is typed and not taken is meant as well.
        let line = self.form.value(GOODS);
        if !line.trim().is_empty() && !self.take_line(&line, cx) {
            return Step::stay();
        }
        let Some(starts_on) = self.day(FROM, cx) else { return self.fault(FROM, cx.t("lists-fault-day")) };
        let typed_end = self.form.value(UNTIL);
        let ends_on = if typed_end.trim().is_empty() { Some(starts_on) } else { self.day(UNTIL, cx) };
        let Some(ends_on) = ends_on else { return self.fault(UNTIL, cx.t("lists-fault-day")) };
        let location = self.picked(Kind::Location, LOCATION, cx);
        let draft = CampaignDraft {
            title: self.form.value(TITLE),
            starts_on,
            ends_on,
            programme: self.picked(Kind::Programme, PROGRAMME, cx).map(ProgrammeCode),
            partner: self.picked(Kind::Partner, PARTNER, cx).map(PartnerCode),
            location: location.map_or_else(LocationCode::storeroom, LocationCode),
            settlement: self.form.value(PLACE),
            note: self.note.clone(),
            goods: self.goods.clone(),
        };
        if let Some(fault) = draft.fault() {
            return self.refused(&fault.into(), cx);
        }
        self.is_waiting = true;
        Step::effect(Effect::Campaign(CampaignAsk::Save { deed: self.deed, id: self.id, draft: Box::new(draft) }))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        let id = match fault {
            OfficeError::Campaign(CampaignFault::Title) => TITLE,
            OfficeError::Campaign(CampaignFault::Days { .. }) => UNTIL,
            OfficeError::Campaign(CampaignFault::NoGoods | CampaignFault::ItemTwice(_)) => GOODS,
            fault => return Step::stay().saying(Toast::fault(fault, cx)),
        };
        self.fault(id, cx.texts.say(fault))
    }

    /// Takes a typed good. Returns whether it could be taken.
    fn take_line(&mut self, line: &str, cx: &Context) -> bool {
        match typed::goods(line, cx).into_iter().next() {
            Some(good) => {
                self.add(good);
                true
            }
            None => {
                self.fault(GOODS, cx.tv("campaign-no-such-good", &[("text", line.trim().into())]));
                false
            }
        }
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed if self.form.focused() == Some(GOODS) => {
                self.offered = typed::goods(&self.form.value(GOODS), cx);
                self.form.suggest(self.offered.iter().map(|good| words::good(good, cx)).collect());
            }
            Event::Changed if self.form.focused() == Some(PROGRAMME) => self.take_set(cx),
            Event::Picked { place, .. } => {
                if let Some(good) = self.offered.get(*place).cloned() {
                    self.add(good);
                }
            }
            Event::Add { field, text, move_on } if *field == GOODS => {
                let is_taken = self.take_line(text, cx);
                if is_taken && *move_on {
                    self.form.next();
                }
            }
            Event::Remove { place, .. } if *place < self.goods.len() => {
                self.goods.remove(*place);
                self.show_goods();
            }
            Event::Reopen { place, .. } if *place < self.goods.len() => {
                let gone = self.goods.remove(*place);
                self.show_goods();
                if let Some(field) = self.form.field_mut(GOODS) {
                    field.line.set(&words::good(&gone, cx));
                }
            }
            _ => {}
        }
    }
}

fn set_of(code: &str, cx: &Context) -> Option<Vec<Good>> {
    let catalogue = cx.catalogue();
    let About::Programme(programme) = &catalogue.get(Kind::Programme, code)?.about else { return None };
    let goods = programme.set.iter();
    let goods: Vec<Good> =
        goods.map(|part| Good { item: part.item.clone(), quantity: part.quantity, per: Per::Family }).collect();
    (!goods.is_empty()).then_some(goods)
}

impl Screen for CampaignForm {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        let event = self.form.key(key);
        match (&event, key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(GOODS);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => self.hear(&event, cx),
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if !self.is_waiting {
            let event = self.form.text(text);
            self.hear(&event, cx);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if !self.is_waiting => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Campaign(CampaignTold::Saved(deed, saved)) = reply else { return Step::stay() };
        if *deed != self.deed || !self.is_waiting {
            return Step::stay();
        }
        self.is_waiting = false;
        match saved {
            Ok(_) => {
                let title = self.form.value(TITLE);
                Step::pop().saying(Toast::good(cx.tv("campaign-saved", &[("title", title.into())])))
            }
            Err(fault) => self.refused(fault, cx),
        }
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in() || self.goods != self.base
    }

    fn draft(&self) -> Option<DraftLayer> {
        let title = self.form.value(TITLE);
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Campaign, subject: None, title };
        let kept = KeptCampaign {
            id: self.id,
            form: self.form.kept(),
            goods: self.goods.clone(),
            base: self.base.clone(),
            note: self.note.clone(),
        };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn spoken(&mut self, cx: &Context) {
        let locations = codes(Kind::Location, cx).into_iter().map(|code| words::name_of(Kind::Location, &code, cx));
        let said = [
            (LOCATION, locations.collect()),
            (PROGRAMME, options(Kind::Programme, cx)),
            (PARTNER, options(Kind::Partner, cx)),
        ];
        for (id, words) in said {
            if let Some(field) = self.form.field_mut(id) {
                field.say(words);
            }
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = if self.id.is_some() { "campaign-form-change" } else { "campaign-form-new" };
        let mut sheet = Sheet::open(cx, frame, area, &cx.t(title), 21);
        sheet.gap();
        sheet.form(&self.form);
        if self.form.is_suggesting() {
            return;
        }
        let chosen = self.form.field(GOODS).and_then(|field| field.chosen);
        let last = self.goods.len().saturating_sub(GOODS_SHOWN);
        let first = chosen.map_or(last, |chosen| chosen.saturating_sub(GOODS_SHOWN / 2).min(last));
        for (place, good) in self.goods.iter().enumerate().skip(first).take(GOODS_SHOWN) {
            let is_chosen = chosen == Some(place);
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let above = if place == first && first > 0 { " ▲" } else { "" };
            sheet.line(style, &format!("   {mark} {}{above}", words::good(good, cx)));
        }
        sheet.gap();
        if self.is_waiting {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else {
            sheet.hint(&self.form);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

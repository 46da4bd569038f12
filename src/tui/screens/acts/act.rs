//! An act as it stands on the paper: what went to whom, of whose gift, who issued and who collected; F8 takes it back whole.

use crate::domain::aid::{CollectorKind, Ground};
use crate::domain::date;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::stock::{ActId, ActLine, Quantity};
use crate::office::PaperRequest;
use crate::office::aid_room::{ActCard, ActRecipient};
use crate::tui::aid_words;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Answer, Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::issue::{REVERSING, ReasonWindow};
use crate::tui::screens::print::PrintWindow;
use crate::tui::widgets::chrome::{draw_walk, frame_with_title, show_moment};
use crate::tui::widgets::list::Walk;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Cells of the labels on the left.
const LABEL: usize = 14;

/// The screen.
pub struct ActScreen {
    act: ActId,
    card: Option<Box<ActCard>>,
    walk: Walk,
    /// The reversal under way.
    reversing: Option<DeedId>,
}

impl ActScreen {
    /// The step that opens an act.
    pub fn open(act: ActId) -> Step {
        let screen = Self { act, card: None, walk: Walk::default(), reversing: None };
        Step::push(screen).with(Effect::Aid(AidAsk::Act(act)))
    }

    fn title(&self, cx: &Context) -> String {
        let Some(card) = &self.card else { return cx.t("screen-act") };
        let kind = cx.texts.code("act-kind", card.act.head.kind.code());
        cx.tv("act-title", &[("kind", kind.into()), ("number", card.act.head.number.to_string().into())])
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        let Some(card) = &self.card else {
            return vec![Line::from(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim))];
        };
        let head = &card.act.head;
        let mut rows = Vec::new();
        let mut put = |id: &str, value: String| {
            if value.is_empty() {
                return;
            }
            for (place, line) in wrap(&value, cells.saturating_sub(LABEL + 4)).into_iter().enumerate() {
                let label = if place == 0 { cx.t(id) } else { String::new() };
                rows.push(Line::from(vec![
                    Span::styled(format!("  {} ", fit(&label, LABEL)), cx.theme.dim),
                    Span::styled(line, cx.theme.text),
                ]));
            }
        };
        put("act-on", date::show(head.happened_on));
        let wrote = format!("{} · {}", head.staff, show_moment(head.made_at));
        put("act-staff", if head.desk.is_empty() { wrote } else { format!("{wrote} · {}", head.desk) });
        if let Some(recipient) = &card.recipient {
            recipient_rows(recipient, cx, &mut put);
        }
        put(
            "act-programme",
            head.programme.as_ref().map(|code| aid_words::programme(code, &card.catalogue, cx)).unwrap_or_default(),
        );
        put(
            "act-partner",
            head.partner.as_ref().map(|code| aid_words::partner(code, &card.catalogue, cx)).unwrap_or_default(),
        );
        put("act-document", head.document.clone());
        put("act-note", head.note.clone());
        if let Some((_, number)) = &head.reverses {
            put("act-reverses", number.to_string());
        }
        put("act-reason", head.reason.clone());
        if let Some((_, number)) = &head.reversed_by {
            let text = cx.tv("act-reversed", &[("act", number.to_string().into())]);
            rows.push(Line::from(Span::styled(format!("  ✗ {}", cut(&text, cells.saturating_sub(5))), cx.theme.fault)));
        }
        rows.push(Line::default());
        for line in &card.act.lines {
            rows.extend(line_rows(line, card, cx, cells));
        }
        let weight = card.act.weight();
        if weight.0 > 0 {
            let text = cx.tv("issue-total-weight", &[("weight", aid_words::kilograms(weight, cx).into())]);
            let text = cx.tv("issue-totals", &[("totals", text.into())]);
            rows.push(Line::from(Span::styled(format!("  {text}"), cx.theme.title)));
        }
        rows
    }

    fn reverse(&mut self, cx: &Context) -> Step {
        let Some(card) = &self.card else { return Step::stay() };
        if self.reversing.is_some() {
            return Step::stay();
        }
        let number = card.act.head.number.to_string();
        let about = cx.tv("act-reverse-about", &[("act", number.into())]);
        Step::push(ReasonWindow::new(cx.t("act-reverse-title"), about, REVERSING, cx))
    }
}

fn recipient_rows(recipient: &ActRecipient, cx: &Context, put: &mut impl FnMut(&str, String)) {
    let number = recipient.family.map(|(_, number)| format!(" · {number}")).unwrap_or_default();
    put("act-recipient", format!("{}{number}", recipient.name));
    let (adults, children) = recipient.household;
    if adults + children > 0 {
        let mut text = cx.tv("issue-adults", &[("count", i64::from(adults).into())]);
        if children > 0 {
            text.push_str(&format!(", {}", cx.tv("count-children", &[("count", i64::from(children).into())])));
        }
        put("issue-who", text);
    }
    let ground = match &recipient.ground {
        Ground::Category(code) => cx.texts.code("category", &code.0),
        Ground::Hidden => cx.t("issue-right-hidden"),
        Ground::Anybody => cx.t("issue-right-anybody"),
        Ground::None => cx.tv("issue-bent", &[("reason", recipient.right_reason.as_str().into())]),
    };
    put("issue-right", ground);
    if let Some((_, title)) = &recipient.campaign {
        put("act-campaign", title.clone());
    }
    let collector = match recipient.collector_kind {
        CollectorKind::Unknown => cx.t("act-collector-unknown"),
        _ => [recipient.collector_name.clone(), recipient.collector_paper.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    };
    put("act-collector", collector);
}

fn line_rows<'a>(line: &ActLine, card: &ActCard, cx: &Context, cells: usize) -> Vec<Line<'a>> {
    let name = aid_words::item(&line.item, &card.catalogue, cx);
    let amount = aid_words::quantity_of(line.quantity, &line.item, &card.catalogue, cx);
    let weighed = card.catalogue.item(&line.item).is_some_and(|item| item.unit.is_weighed());
    let weight = line.weight.filter(|_| !weighed);
    let weight =
        weight.map(|weight| cx.tv("issue-total-weight", &[("weight", aid_words::kilograms(weight, cx).into())]));
    let amount = format!("{}{amount}", " ".repeat(12_usize.saturating_sub(width(&amount))));
    let room = cells.saturating_sub(32).min(44);
    let mut rows = vec![Line::from(vec![
        Span::styled(format!("  {} ", fit(&name, room)), cx.theme.text),
        Span::styled(amount, cx.theme.title),
        Span::styled(format!("  {}", weight.unwrap_or_default()), cx.theme.dim),
    ])];
    if !line.composition.is_empty() {
        let parts: Vec<String> = line
            .composition
            .iter()
            .map(|part| {
                let amount = aid_words::quantity_of(Quantity(part.quantity.0), &part.item, &card.catalogue, cx);
                format!("{} {amount}", aid_words::item(&part.item, &card.catalogue, cx))
            })
            .collect();
        let text = cx.tv("act-composition", &[("parts", parts.join(", ").into())]);
        let lines = wrap(&text, cells.saturating_sub(6));
        rows.extend(lines.into_iter().map(|line| Line::from(Span::styled(format!("    {line}"), cx.theme.dim))));
    }
    if !line.override_reason.is_empty() {
        let text = cx.tv("issue-bent", &[("reason", line.override_reason.as_str().into())]);
        rows.push(Line::from(Span::styled(format!("    ! {}", cut(&text, cells.saturating_sub(8))), cx.theme.warning)));
    }
    rows
}

impl Screen for ActScreen {
    fn scope(&self) -> Scope {
        Scope::Act
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            // Whom it went to.
            Key::Enter => {
                return match self.selected_family() {
                    Some(family) => Step::push(Card::loading(family)).with(Effect::Card(family)),
                    None => Step::stay(),
                };
            }
            _ => {}
        }
        let page = usize::from(cx.size.1.saturating_sub(5));
        let stops = vec![false; self.rows(cx, usize::from(cx.size.0.saturating_sub(2))).len()];
        self.walk.key(key, &stops, page);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::ReverseAct => self.reverse(cx),
            CommandId::PrintAct => match &self.card {
                Some(card) => {
                    let name = cx.tv("act-name", &[("act", card.act.head.number.to_string().into())]);
                    Step::push(PrintWindow::new(PaperRequest::Act(self.act), name))
                }
                None => Step::stay(),
            },
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        let Answer::Words(reason) = answer else { return Step::stay() };
        let deed = cx.new_deed();
        self.reversing = Some(deed);
        Step::effect(Effect::Aid(AidAsk::Reverse { deed, act: self.act, reason }))
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Aid(AidTold::Act(act, result)) if *act == self.act => match result {
                Ok(card) => {
                    self.card = Some(card.clone());
                    Step::stay()
                }
                Err(fault) if self.card.is_none() => Step::pop().saying(Toast::fault(fault, cx)),
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            Reply::Aid(AidTold::Reversed(deed, result)) if self.reversing == Some(*deed) => {
                self.reversing = None;
                let again = Step::effect(Effect::Aid(AidAsk::Act(self.act)));
                match result {
                    Ok(made) => {
                        let said = cx.tv("act-reversed-done", &[("act", made.number.to_string().into())]);
                        again.saying(Toast::good(said))
                    }
                    Err(fault) => again.saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Changed => Step::effect(Effect::Aid(AidAsk::Act(self.act))),
            _ => Step::stay(),
        }
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.card.as_ref()?.recipient.as_ref()?.family.map(|(family, _)| family)
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.card.as_ref()?.recipient.as_ref()?.person
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let head = &self.card.as_ref()?.act.head;
        match command {
            CommandId::ReverseAct if head.reversed_by.is_some() => Some("refused-act-reversed"),
            CommandId::ReverseAct if head.reverses.is_some() => Some("refused-act-is-reversal"),
            _ => None,
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &self.title(cx), cx.theme.frame_focus, cx.theme.title);
        let rows = self.rows(cx, usize::from(inner.width));
        let mut walk = self.walk;
        walk.clamp(&vec![false; rows.len()], usize::from(inner.height));
        draw_walk(rows.into_iter().map(|line| (false, line)), &walk, cx, frame, (area, inner));
    }
}

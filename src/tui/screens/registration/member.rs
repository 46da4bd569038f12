//! The window of one person in the family form: everything about them that the form's line has no room for.

use super::person;
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::staff::Right;
use crate::tui::app::{Answer, Context, DraftLayer, DraftOf, Go, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Row};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use serde::{Deserialize, Serialize};

/// The window.
pub struct MemberWindow {
    draft: MemberDraft,
    opened_with: MemberDraft,
    form: Form,
}

/// The window as a draft of the form below keeps it.
#[derive(Serialize, Deserialize)]
pub(super) struct KeptMember {
    draft: MemberDraft,
    opened_with: MemberDraft,
    form: KeptForm,
}

impl MemberWindow {
    /// The window as it stood.
    pub(super) fn go_on(kept: KeptMember, cx: &Context) -> Self {
        let mut window = Self::of(&kept.draft, cx);
        window.opened_with = kept.opened_with;
        window.form.put_back(&kept.form);
        person::show_lists(&mut window.form, &window.draft, cx);
        window
    }

    /// The window of a member.
    pub fn of(member: &MemberDraft, cx: &Context) -> Self {
        let mut fields = vec![Field::choice("relation", relations(cx))];
        fields.extend(person::name_fields(cx));
        fields.extend([Field::list("categories"), Field::text("consent")]);
        fields.extend([Field::text(person::CLOTHES), Field::text(person::SHOES)]);
        let mut rows = vec![
            Row::Fields(vec![("relation", 1), ("surname", 1)]),
            Row::Fields(vec![("given", 1), ("patronymic", 1)]),
            Row::Fields(vec![("birth", 1), ("sex", 1)]),
            Row::Gap,
            Row::Fields(vec![("phones", 1)]),
            Row::Fields(vec![("papers", 1)]),
            Row::Fields(vec![("categories", 1)]),
            Row::Fields(vec![("consent", 1)]),
            Row::Fields(vec![(person::CLOTHES, 1), (person::SHOES, 1)]),
        ];
        if cx.may(Right::SeeNotes) {
            fields.push(Field::text("note"));
            rows.push(Row::Fields(vec![("note", 1)]));
        }
        let mut form = Form::new(fields, rows).aligned();
        if let Some(field) = form.field_mut("relation") {
            field.pick(Relation::ALL.iter().position(|relation| *relation == member.relation).unwrap_or(0));
        }
        person::load(&mut form, member, cx);
        Self { draft: member.clone(), opened_with: member.clone(), form }
    }

    fn hear(&mut self, event: &Event, cx: &Context) {
        if person::list_event(&mut self.form, &mut self.draft, event, cx) {
            return;
        }
        let mut categories = std::mem::take(&mut self.draft.categories);
        let heard = person::category_event(&mut self.form, "categories", &mut categories, event, cx);
        self.draft.categories = categories;
        if heard {
            return;
        }
        match event {
            Event::Left(id) => person::settle(&mut self.form, &mut self.draft, id, cx),
            Event::Changed if self.form.focused() == Some("sex") => {
                person::settle(&mut self.form, &mut self.draft, "sex", cx);
            }
            Event::Changed if self.form.focused() == Some("relation") => {
                let picked = self.form.field("relation").map_or(0, Field::picked);
                let former = self.draft.relation;
                self.draft.relation = Relation::ALL.get(picked).copied().unwrap_or(former);
                // A sex that only followed from the former relation follows the new one: on the way from «син» to «донька».
                if self.draft.sex.is_none() || self.draft.sex == former.sex() {
                    self.draft.sex = self.draft.relation.sex().or(self.opened_with.sex);
                }
                person::show_lists(&mut self.form, &self.draft, cx);
            }
            Event::PastEnd => self.form.focus_on("relation"),
            _ => {}
        }
    }

    /// Takes what is typed and not yet taken, settles everything, and answers with the member when nothing is faulty.
    fn done(&mut self, cx: &Context) -> Step {
        if let Some(event) = self.form.take_suggestion() {
            self.hear(&event, cx);
        }
        for id in ["phones", "papers", "categories"] {
            let text = self.form.value(id);
            if !text.is_empty() {
                self.hear(&Event::Add { field: id, text, move_on: false }, cx);
            }
        }
        for id in ["surname", "given", "patronymic", "birth", "consent", person::CLOTHES, person::SHOES, "note"] {
            if self.form.field(id).is_some() {
                person::settle(&mut self.form, &mut self.draft, id, cx);
            }
        }
        if self.draft.name.given.is_empty() {
            self.form.note("given", Some(person::fault_note(cx.t("fault-name-missing"))));
        }
        if self.draft.name.surname.is_empty() {
            self.form.note("surname", Some(person::fault_note(cx.t("fault-name-missing"))));
        }
        let fault = self
            .form
            .first_fault()
            .map(|field| (field.id, field.note.as_ref().map(|note| note.text.clone()).unwrap_or_default()));
        match fault {
            Some((id, text)) => {
                self.form.focus_on(id);
                Step::stay().saying(Toast::warning(text))
            }
            None => Step::go(Go::PopWith(Answer::Member(Box::new(self.draft.clone())))),
        }
    }
}

fn relations(cx: &Context) -> Vec<String> {
    Relation::ALL.iter().map(|relation| cx.texts.code("relation", relation.code())).collect()
}

impl Screen for MemberWindow {
    fn scope(&self) -> Scope {
        Scope::Member
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        self.draft != self.opened_with || self.form.is_typed_in()
    }

    fn draft(&self) -> Option<DraftLayer> {
        let kept =
            KeptMember { draft: self.draft.clone(), opened_with: self.opened_with.clone(), form: self.form.kept() };
        let state = serde_json::to_value(&kept).ok()?;
        Some(DraftLayer { of: DraftOf::Window, state, is_dirty: self.is_dirty() })
    }

    fn has_entry(&self) -> bool {
        self.form.has_entry()
    }

    fn spoken(&mut self, cx: &Context) {
        if let Some(field) = self.form.field_mut("relation") {
            field.say(relations(cx));
        }
        person::say_sexes(&mut self.form, cx);
        person::show_lists(&mut self.form, &self.draft, cx);
        person::check(&mut self.form, &self.draft, cx);
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc && !self.form.is_suggesting() {
            if !self.is_dirty() {
                return Step::go(Go::PopWith(Answer::Cancelled));
            }
            return Step::push(Dialog::discard(cx));
        }
        let event = self.form.key(key);
        self.hear(&event, cx);
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        let event = self.form.text(text);
        self.hear(&event, cx);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save => self.done(cx),
            CommandId::RemoveEntry => {
                let event = self.form.key(Key::Delete);
                self.hear(&event, cx);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match answer {
            Answer::Chosen(Dialog::DISCARD) => Step::go(Go::PopWith(Answer::Cancelled)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let rect = window(cx, frame, area, 78.min(area.width), 14);
        let name = self.draft.name.full();
        let title = if name.is_empty() { cx.t("screen-member") } else { name };
        let inner = frame_with_title(frame, rect, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let hint_row = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        let (style, hint) = self.form.hint(cx);
        let lines = crate::tui::widgets::text::wrap(&hint, usize::from(inner.width));
        for (row, line) in lines.iter().take(2).enumerate() {
            let y = hint_row.y + u16::try_from(row).unwrap_or(0) - u16::from(lines.len() > 1);
            frame.render_widget(Span::styled(line.clone(), style), Rect { y, ..hint_row });
        }
        self.form.view(cx, frame, inner);
    }
}

//! Who came and gave no name: women, men and children, three numbers apart from the names.

use crate::domain::event::Heads;
use crate::domain::id::{DeedId, SessionId};
use crate::tui::app::message::register::{RegisterAsk, RegisterTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::registration::fault_note;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use ratatui::Frame;
use ratatui::layout::Rect;

const WOMEN: &str = "heads-women";
const MEN: &str = "heads-men";
const CHILDREN: &str = "heads-children";

/// More than this is a slip of the finger.
const MOST: u32 = 9_999;

/// The window.
pub(super) struct HeadsWindow {
    session: SessionId,
    deed: DeedId,
    form: Form,
    is_saving: bool,
}

impl HeadsWindow {
    /// The step that opens it with the numbers as they are.
    pub(super) fn open(session: SessionId, heads: Heads, cx: &mut Context) -> Step {
        let mut form = Form::column(vec![Field::text(WOMEN), Field::text(MEN), Field::text(CHILDREN)]);
        for (id, count) in [(WOMEN, heads.women), (MEN, heads.men), (CHILDREN, heads.children)] {
            if let Some(field) = form.field_mut(id).filter(|_| count > 0) {
                field.put(&count.to_string());
            }
        }
        let form = form.chosen();
        Step::push(Self { session, deed: cx.new_deed(), form, is_saving: false })
    }

    /// A number of a field; nothing typed is nobody.
    fn count(&self, id: &str) -> Option<u32> {
        let typed = self.form.value(id);
        if typed.is_empty() { Some(0) } else { typed.parse().ok().filter(|count| *count <= MOST) }
    }

    fn save(&mut self, cx: &Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        let counts = [WOMEN, MEN, CHILDREN].map(|id| (id, self.count(id)));
        for (id, count) in counts {
            if count.is_none() {
                let text = cx.tv("heads-fault", &[("most", i64::from(MOST).into())]);
                self.form.note(id, Some(fault_note(text.clone())));
                self.form.focus_on(id);
                return Step::stay().saying(Toast::warning(text));
            }
        }
        let [women, men, children] = counts.map(|(_, count)| count.unwrap_or_default());
        self.is_saving = true;
        let heads = Heads { women, men, children };
        Step::effect(Effect::Attendance(RegisterAsk::Heads { deed: self.deed, session: self.session, heads }))
    }
}

impl Screen for HeadsWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        let focused = self.form.focused();
        let event = self.form.key(key);
        if event == Event::PastEnd && key == Key::Enter {
            self.form.focus_on(CHILDREN);
            return self.save(cx);
        }
        if event == Event::PastEnd {
            self.form.focus_on(WOMEN);
        }
        if let (Event::Changed, Some(id)) = (event, focused) {
            self.form.note(id, None);
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.save(cx) } else { Step::stay() }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Attendance(RegisterTold::Done(deed, answer)) if *deed == self.deed => match answer {
                Ok(()) => Step::go(Go::Pop).saying(Toast::good(cx.t("heads-saved"))),
                Err(fault) => {
                    self.is_saving = false;
                    Step::stay().saying(Toast::fault(fault, cx))
                }
            },
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("heads-title"), 13);
        sheet.gap();
        sheet.paragraph(cx.theme.dim, &cx.t("heads-explain"));
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        sheet.hint(&self.form);
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

//! The small forms of staff: a new colleague, a colleague's role or password, one's own password.

use crate::domain::id::{DeedId, StaffId};
use crate::domain::staff::{Right, Role, Staff};
use crate::office::OfficeError;
use crate::store::StoreError;
use crate::tui::app::{
    Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast,
};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::password;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Note, NoteKind};
use ratatui::Frame;
use ratatui::layout::Rect;

const NAME: &str = "staff-name";
const LOGIN: &str = "login";
const ROLE: &str = "role";

/// What the form is for.
#[derive(Clone, PartialEq, Eq)]
enum Purpose {
    /// A new colleague.
    Add,
    /// Another role or a new password for this colleague.
    Edit(Staff),
    /// A disabled colleague comes back, with a new password.
    Enable(Staff),
    /// A new password for oneself.
    OwnPassword(Staff),
}

/// A small form of staff.
pub struct StaffForm {
    purpose: Purpose,
    form: Form,
    /// One deed for the form, or for the role where both change.
    deed: DeedId,
    /// The deed of the password where both change.
    second: DeedId,
    /// The deed that is being done.
    waiting: Option<DeedId>,
}

impl StaffForm {
    /// A new colleague.
    pub fn add(cx: &mut Context) -> Self {
        let mut fields = vec![Field::text(NAME), Field::text(LOGIN), role_field(cx)];
        fields.extend(password::fields());
        Self::new(Purpose::Add, fields, cx)
    }

    /// Another role, a new password, or both.
    pub fn edit(staff: &Staff, cx: &mut Context) -> Self {
        let mut role = role_field(cx);
        role.pick(Role::ALL.iter().position(|role| *role == staff.role).unwrap_or(0));
        let mut fields = vec![role];
        fields.extend(password::fields());
        Self::new(Purpose::Edit(staff.clone()), fields, cx)
    }

    /// A disabled colleague may sign in again: the old password went when they were disabled.
    pub fn enable(staff: &Staff, cx: &mut Context) -> Self {
        Self::new(Purpose::Enable(staff.clone()), password::fields().into(), cx)
    }

    /// A new password for whoever is signed in; none when nobody is.
    pub fn own_password(cx: &mut Context) -> Option<Self> {
        let staff = cx.session.as_ref()?.staff.clone();
        Some(Self::new(Purpose::OwnPassword(staff), password::fields().into(), cx))
    }

    fn new(purpose: Purpose, fields: Vec<Field>, cx: &mut Context) -> Self {
        Self { purpose, form: Form::column(fields), deed: cx.new_deed(), second: cx.new_deed(), waiting: None }
    }

    /// The form of a new colleague as it stood, the password to be typed anew. None when the draft is no such form.
    pub fn go_on(deed: DeedId, form: serde_json::Value, cx: &mut Context) -> Option<Self> {
        let kept: KeptForm = serde_json::from_value(form).ok()?;
        let mut screen = Self { deed, ..Self::add(cx) };
        screen.form.put_back(&kept);
        Some(screen)
    }

    fn login(&self) -> String {
        match &self.purpose {
            Purpose::Add => self.form.value(LOGIN),
            Purpose::Edit(staff) | Purpose::Enable(staff) | Purpose::OwnPassword(staff) => staff.login.clone(),
        }
    }

    fn role(&self) -> Role {
        let picked = self.form.field(ROLE).map_or(0, Field::picked);
        Role::ALL.get(picked).copied().unwrap_or(Role::Reception)
    }

    fn save(&mut self, cx: &Context) -> Step {
        let login = self.login();
        match self.purpose.clone() {
            Purpose::Add => {
                for (id, message) in [(NAME, "staff-no-name"), (LOGIN, "staff-no-login")] {
                    if self.form.value(id).is_empty() {
                        self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t(message) }));
                        self.form.focus_on(id);
                        return Step::stay();
                    }
                }
                if !password::check(&mut self.form, &login, cx) {
                    return Step::stay();
                }
                let (name, role) = (self.form.value(NAME), self.role());
                let password = password::typed(&self.form, password::FIRST);
                self.perform(self.deed, Effect::AddStaff { deed: self.deed, login, name, role, password })
            }
            Purpose::Edit(staff) => {
                if !password::is_empty(&self.form) && !password::check(&mut self.form, &login, cx) {
                    return Step::stay();
                }
                if self.role() != staff.role {
                    let effect = Effect::ChangeRole { deed: self.deed, staff: staff.id, role: self.role() };
                    return self.perform(self.deed, effect);
                }
                if password::is_empty(&self.form) {
                    return Step::pop().saying(Toast::good(cx.t("staff-nothing-changed")));
                }
                self.set_password(staff.id)
            }
            Purpose::Enable(staff) if password::check(&mut self.form, &login, cx) => {
                let password = password::typed(&self.form, password::FIRST);
                let ask = OfficeAsk::EnableStaff { deed: self.deed, staff: staff.id, password };
                self.perform(self.deed, Effect::Office(ask))
            }
            Purpose::OwnPassword(staff) if password::check(&mut self.form, &login, cx) => self.set_password(staff.id),
            Purpose::OwnPassword(_) | Purpose::Enable(_) => Step::stay(),
        }
    }

    fn set_password(&mut self, staff: StaffId) -> Step {
        let password = password::typed(&self.form, password::FIRST);
        self.perform(self.second, Effect::SetPassword { deed: self.second, staff, password })
    }

    fn perform(&mut self, deed: DeedId, effect: Effect) -> Step {
        self.waiting = Some(deed);
        Step::effect(effect)
    }

    /// A deed of this form is done: on to the password, or closed with what happened.
    fn done(&mut self, deed: DeedId, cx: &mut Context) -> Step {
        let (name, is_role) = match &mut self.purpose {
            Purpose::Add => {
                let values = [("name", self.form.value(NAME).into()), ("login", self.form.value(LOGIN).into())];
                return Step::pop().saying(Toast::good(cx.tv("staff-added", &values)));
            }
            Purpose::OwnPassword(_) => {
                return Step::pop().saying(Toast::good(cx.t("staff-own-password-done")));
            }
            Purpose::Enable(staff) => {
                let values = [("name", staff.name.as_str().into())];
                return Step::pop().saying(Toast::good(cx.tv("staff-enabled", &values)));
            }
            Purpose::Edit(staff) => (staff.name.clone(), deed == self.deed),
        };
        let role = self.role();
        if is_role && let Purpose::Edit(staff) = &mut self.purpose {
            staff.role = role;
            let id = staff.id;
            if let Some(session) = cx.session.as_mut().filter(|session| session.staff.id == id) {
                session.staff.role = role;
            }
            if !password::is_empty(&self.form) {
                return self.set_password(id);
            }
        }
        let role = cx.texts.code("role", role.code());
        let message = if is_role { "staff-role-done" } else { "staff-password-done" };
        Step::pop().saying(Toast::good(cx.tv(message, &[("name", name.into()), ("role", role.into())])))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        let field = match fault {
            OfficeError::LoginTaken | OfficeError::LoginShape | OfficeError::Store(StoreError::LoginTaken) => {
                Some(LOGIN)
            }
            OfficeError::WeakPassword => Some(password::FIRST),
            OfficeError::LastAdministrator => Some(ROLE),
            _ => None,
        };
        if let Some(field) = field {
            self.form.focus_on(field);
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    fn title(&self, cx: &Context) -> String {
        match &self.purpose {
            Purpose::Add => cx.t("staff-form-add"),
            Purpose::Edit(staff) => cx.tv("staff-form-edit", &[("name", staff.name.as_str().into())]),
            Purpose::Enable(staff) => cx.tv("staff-form-enable", &[("name", staff.name.as_str().into())]),
            Purpose::OwnPassword(_) => cx.t("staff-form-own"),
        }
    }

    /// The sentence under the fields; for a role, everything it allows.
    fn hint(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        if self.form.focused() != Some(ROLE) {
            return sheet.hint(&self.form);
        }
        let rights: Vec<String> = Right::ALL
            .iter()
            .filter(|right| self.role().may(**right))
            .map(|right| cx.t(&format!("right-{}", right.code())))
            .collect();
        let text = cx.tv("staff-role-allows", &[("rights", rights.join(", ").into())]);
        sheet.paragraph(cx.theme.dim, &text);
    }
}

fn role_field(cx: &Context) -> Field {
    Field::choice(ROLE, role_words(cx))
}

fn role_words(cx: &Context) -> Vec<String> {
    Role::ALL.iter().map(|role| cx.texts.code("role", role.code())).collect()
}

impl Screen for StaffForm {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.waiting.is_some() {
            return Step::stay();
        }
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(password::AGAIN);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.waiting.is_none() {
            self.form.text(text);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if self.waiting.is_none() => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let (deed, done) = match reply {
            Reply::StaffDone(deed, done) => (deed, done.clone()),
            Reply::Office(OfficeTold::Done(deed, done)) => (deed, done.clone().map(|_| ())),
            _ => return Step::stay(),
        };
        if self.waiting != Some(*deed) {
            return Step::stay();
        }
        self.waiting = None;
        match done {
            Ok(()) => self.done(*deed, cx),
            Err(fault) => self.refused(&fault, cx),
        }
    }

    fn is_dirty(&self) -> bool {
        let is_role = matches!(&self.purpose, Purpose::Edit(staff) if staff.role != self.role());
        is_role || !password::is_empty(&self.form) || self.form.is_typed_in()
    }

    /// Only a new colleague is worth keeping: of the other forms everything but one choice is a password, and passwords are never kept.
    fn draft(&self) -> Option<DraftLayer> {
        if self.purpose != Purpose::Add {
            return None;
        }
        let title = self.form.value(NAME);
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Staff, subject: None, title };
        let state = serde_json::to_value(self.form.kept()).ok()?;
        Some(DraftLayer { of, state, is_dirty: self.form.is_typed_in() })
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn spoken(&mut self, cx: &Context) {
        if let Some(field) = self.form.field_mut(ROLE) {
            field.say(role_words(cx));
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let fields = u16::try_from(self.form.rows.len()).unwrap_or(0);
        let mut sheet = Sheet::open(cx, frame, area, &self.title(cx), fields + 13);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        match &self.purpose {
            Purpose::Edit(_) if password::is_empty(&self.form) => {
                sheet.line(cx.theme.dim, &cx.t("staff-password-stays"));
                sheet.gap();
            }
            _ => password::rules(&mut sheet, cx, &self.form, &self.login()),
        }
        sheet.gap();
        if self.waiting.is_some() {
            sheet.line(cx.theme.accent, &cx.t("staff-saving"));
        } else {
            self.hint(&mut sheet, cx);
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}

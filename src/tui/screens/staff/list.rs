//! The list of colleagues: name, login, role, and since when somebody no longer works here.

use super::StaffForm;
use crate::domain::date;
use crate::domain::id::{DeedId, StaffId};
use crate::domain::staff::{Right, Staff};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::paper::NewPaper;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const LOGIN_CELLS: usize = 16;
const ROLE_CELLS: usize = 14;
const STATE_CELLS: usize = 21;

/// The list of staff.
#[derive(Default)]
pub struct StaffScreen {
    /// None until the office has answered.
    staff: Option<Vec<Staff>>,
    /// Whom the cursor is to stand on when the list comes.
    wanted: Option<StaffId>,
    cursor: ListCursor,
    disabling: Option<Disabling>,
}

/// A colleague who is asked about or being disabled.
struct Disabling {
    deed: DeedId,
    staff: StaffId,
    name: String,
}

impl StaffScreen {
    /// A list that asks for its rows when it opens.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same list, the cursor on a colleague.
    pub fn at(staff: StaffId) -> Self {
        Self { wanted: Some(staff), ..Self::default() }
    }

    fn chosen(&self) -> Option<&Staff> {
        self.staff.as_ref()?.get(self.cursor.chosen)
    }

    fn edit(&self, cx: &mut Context) -> Step {
        let Some(staff) = self.chosen() else { return Step::stay() };
        match staff.disabled_on {
            Some(day) => already_disabled(staff, day, cx),
            None => Step::push(StaffForm::edit(staff, cx)),
        }
    }

    /// F8 takes the right to sign in, and gives it back.
    fn ask_to_disable(&mut self, cx: &mut Context) -> Step {
        let Some(staff) = self.chosen().cloned() else { return Step::stay() };
        if staff.disabled_on.is_some() {
            return Step::push(StaffForm::enable(&staff, cx));
        }
        let message = if is_oneself(cx, staff.id) { "staff-disable-oneself" } else { "staff-disable-question" };
        let text = cx.tv(message, &[("name", staff.name.as_str().into())]);
        self.disabling = Some(Disabling { deed: cx.new_deed(), staff: staff.id, name: staff.name });
        let buttons = vec![cx.t("staff-disable-keep"), cx.t("staff-disable-do")];
        Step::push(Dialog::ask(cx.t("staff-disable-title"), text, buttons))
    }

    /// Takes a new list in; the cursor stays on its person. Those who no longer work here stand at the end.
    fn show(&mut self, mut staff: Vec<Staff>) {
        let chosen = self.wanted.take().or_else(|| self.chosen().map(|staff| staff.id));
        staff.sort_by_key(|staff| staff.disabled_on.is_some());
        self.cursor.chosen = staff.iter().position(|staff| Some(staff.id) == chosen).unwrap_or(self.cursor.chosen);
        self.cursor.clamp(staff.len());
        self.staff = Some(staff);
    }

    fn row(&self, cx: &Context, staff: &Staff, cells: usize) -> String {
        let state = match staff.disabled_on {
            Some(day) => cx.tv("staff-state-disabled", &[("day", date::show(day).into())]),
            None if is_oneself(cx, staff.id) => cx.t("staff-state-oneself"),
            None => cx.t("staff-state-works"),
        };
        let role = cx.texts.code("role", staff.role.code());
        columns([&staff.name, &staff.login, &role, &state], cells)
    }
}

fn columns([name, login, role, state]: [&str; 4], cells: usize) -> String {
    let rest = LOGIN_CELLS + ROLE_CELLS + STATE_CELLS + 3;
    let (name, login) = (fit(name, cells.saturating_sub(rest)), fit(login, LOGIN_CELLS));
    format!("{name} {login} {} {}", fit(role, ROLE_CELLS), fit(state, STATE_CELLS))
}

fn is_oneself(cx: &Context, staff: StaffId) -> bool {
    cx.session.as_ref().is_some_and(|session| session.staff.id == staff)
}

fn already_disabled(staff: &Staff, day: chrono::NaiveDate, cx: &Context) -> Step {
    let values = [("name", staff.name.as_str().into()), ("day", date::show(day).into())];
    Step::stay().saying(Toast::warning(cx.tv("staff-already-disabled", &values)))
}

impl Screen for StaffScreen {
    fn scope(&self) -> Scope {
        Scope::Staff
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.staff.as_ref().map_or(0, Vec::len);
        match key {
            Key::Esc => Step::pop(),
            Key::Enter if cx.may(Right::ManageStaff) => self.edit(cx),
            key => {
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(6)));
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::NewStaff => Step::push(StaffForm::add(cx)),
            CommandId::EditStaff => self.edit(cx),
            CommandId::DisableStaff => self.ask_to_disable(cx),
            CommandId::NewPaper => Step::push(NewPaper::new(cx)),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match (&self.disabling, answer) {
            (Some(disabling), Answer::Chosen(1)) => {
                Step::effect(Effect::DisableStaff { deed: disabling.deed, staff: disabling.staff })
            }
            _ => {
                self.disabling = None;
                Step::stay()
            }
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::StaffList(Ok(staff)) => self.show(staff.clone()),
            Reply::StaffList(Err(fault)) => return Step::stay().saying(Toast::fault(fault, cx)),
            Reply::StaffDone(deed, done) if self.disabling.as_ref().is_some_and(|asked| asked.deed == *deed) => {
                let name = self.disabling.take().map(|asked| asked.name).unwrap_or_default();
                return match done {
                    Ok(()) => Step::effect(Effect::StaffList)
                        .saying(Toast::good(cx.tv("staff-disabled", &[("name", name.into())]))),
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                };
            }
            Reply::Changed => return Step::effect(Effect::StaffList),
            _ => {}
        }
        Step::stay()
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        // Whoever gave the role away has nothing to do here any more.
        if cx.may(Right::ManageStaff) { Step::effect(Effect::StaffList) } else { Step::go(Go::Pop) }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let count = self.staff.as_ref().map_or(0, |staff| staff.iter().filter(|one| one.disabled_on.is_none()).count());
        let title = match &self.staff {
            Some(_) => cx.tv("staff-title", &[("count", count.into())]),
            None => cx.t("command-staff"),
        };
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width).saturating_sub(2);
        let Some(staff) = &self.staff else {
            frame.render_widget(Span::styled(cx.t("staff-loading"), cx.theme.dim), Rect { height: 1, ..inner });
            return;
        };
        let heads = ["staff-column-name", "staff-column-login", "staff-column-role", "staff-column-state"];
        let heads = heads.map(|id| cx.t(id));
        let heads = columns([&heads[0], &heads[1], &heads[2], &heads[3]], cells);
        frame.render_widget(Span::styled(format!("  {heads}"), cx.theme.dim), Rect { height: 1, ..inner });
        let page = usize::from(inner.height).saturating_sub(1);
        let first = self.cursor.first(staff.len(), page);
        for (line, (place, one)) in inner.rows().skip(1).zip(staff.iter().enumerate().skip(first)) {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, one.disabled_on) {
                (true, _) => cx.theme.selected,
                (false, Some(_)) => cx.theme.dim,
                (false, None) => cx.theme.text,
            };
            let mark = if is_chosen { "▸" } else { " " };
            frame.render_widget(Span::styled(format!("{mark} {}", self.row(cx, one, cells)), style), line);
        }
    }
}

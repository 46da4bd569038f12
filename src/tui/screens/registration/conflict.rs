//! Two desks changed the same field: what each wants, and the choice.

use crate::domain::merge::Conflict;
use crate::tui::app::Context;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::history::value;

/// How many conflicting fields are told one by one.
const TOLD: usize = 8;

/// The question whose values stand. The first button, which has the focus, keeps what the other desk saved.
pub(super) fn question(conflicts: &[Conflict], cx: &Context) -> Dialog {
    let mut text = cx.t("conflict-intro");
    for conflict in conflicts.iter().take(TOLD) {
        let field = cx.texts.code("field", &conflict.field.replace('.', "-"));
        let row = cx.tv(
            "conflict-row",
            &[
                ("field", field.into()),
                ("theirs", value(&conflict.field, &conflict.theirs, cx).into()),
                ("mine", value(&conflict.field, &conflict.mine, cx).into()),
            ],
        );
        text.push('\n');
        text.push_str(&row);
    }
    if conflicts.len() > TOLD {
        text.push('\n');
        text.push_str(&cx.tv("conflict-more", &[("count", (conflicts.len() - TOLD).into())]));
    }
    Dialog::ask(cx.t("conflict-title"), text, vec![cx.t("conflict-theirs"), cx.t("conflict-mine")])
}

//! Where Enter on a session leads: the one place that knows the screens behind it.

use crate::domain::campaign::Guest;
use crate::domain::id::SessionId;
use crate::domain::staff::Right;
use crate::office::events::CalendarEntry;
use crate::tui::app::{Context, Step, Toast};
use crate::tui::screens::campaign::CampaignDay;
use crate::tui::screens::register::RegisterScreen;

/// The register of a session.
pub(super) fn screen(session: SessionId) -> RegisterScreen {
    RegisterScreen::new(session)
}

/// Opens what an entry of the calendar is: the register of a session, the day of a campaign. Whoever stands at the desk is offered there.
pub(super) fn open(entry: &CalendarEntry, guest: Option<Guest>, cx: &Context) -> Step {
    let Some(frame) = &entry.frame else {
        return Step::stay().saying(Toast::warning(cx.t("calendar-restricted")));
    };
    if !frame.kind.is_campaign() {
        return match guest {
            Some(guest) => Step::push(RegisterScreen::with_guest(entry.session, guest)),
            None => Step::push(screen(entry.session)),
        };
    }
    if cx.may(Right::Serve) {
        return Step::push(CampaignDay::loading(entry.session));
    }
    let right = cx.t(&format!("right-{}", Right::Serve.code()));
    Step::stay().saying(Toast::warning(cx.tv("refused-right", &[("right", right.into())])))
}

//! Effects of the screens of numbers: one arm an effect.

use crate::office::Office;
use crate::tui::app::Reply;
use crate::tui::app::message::figures::{FiguresAsk, FiguresTold};

/// Counts what is asked.
pub(super) fn perform(office: &mut Office, ask: FiguresAsk) -> Reply {
    Reply::Figures(match ask {
        FiguresAsk::Scopes => FiguresTold::Scopes(office.figure_scopes().map(Box::new)),
        FiguresAsk::Figures(of) => {
            let (from, until) = of.days;
            let told = office.event_figures(&of.scope, from, until).map(Box::new);
            FiguresTold::Figures(of, told)
        }
        FiguresAsk::People(of, which) => {
            let told = office.figure_people(&of.scope, of.days, &which).map(Box::new);
            FiguresTold::People(of, which, told)
        }
        FiguresAsk::Sessions(of, which) => {
            let told = office.figure_sessions(&of.scope, of.days, &which).map(Box::new);
            FiguresTold::Sessions(of, which, told)
        }
    })
}

//! How the pages of the set-up look: all of one size in one place, so that only the question changes.

use super::{LOGIN, NAME, OFFICE, Page, STEPS, Setup};
use crate::text::Lang;
use crate::tui::app::Context;
use crate::tui::screens::password;
use crate::tui::screens::sheet::Sheet;
use ratatui::Frame;
use ratatui::layout::Rect;

const HEIGHT: u16 = 21;

impl Setup {
    pub(super) fn draw(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t(self.title()), HEIGHT);
        let step = self.page.number();
        let dots = "●".repeat(step) + &"○".repeat(STEPS - step);
        let progress = cx.tv("setup-progress", &[("step", step.into()), ("of", STEPS.into())]);
        sheet.line(cx.theme.dim, &format!("{dots}  {progress}"));
        sheet.gap();
        match self.page {
            Page::Language => language(&mut sheet, cx),
            Page::Office => {
                sheet.paragraph(cx.theme.text, &cx.t("setup-office-text"));
                sheet.gap();
                sheet.form(&self.office);
                sheet.gap();
                sheet.hint(&self.office);
                sheet.bottom(&cx.t("setup-keys"));
            }
            Page::Community => {
                sheet.paragraph(cx.theme.text, &cx.t("setup-community-text"));
                sheet.gap();
                sheet.form(self.community.shown());
                // The suggestions hang below the field: nothing may be written over them.
                if !self.community.shown().is_suggesting() {
                    sheet.gap();
                    sheet.hint(self.community.shown());
                }
                sheet.bottom(&cx.t("setup-keys"));
            }
            Page::Administrator => {
                sheet.paragraph(cx.theme.text, &cx.t("setup-administrator-text"));
                sheet.gap();
                sheet.form(&self.administrator);
                sheet.gap();
                password::rules(&mut sheet, cx, &self.administrator, &self.administrator.value(LOGIN));
                sheet.gap();
                sheet.hint(&self.administrator);
                sheet.bottom(&cx.t("setup-keys"));
            }
            Page::Summary | Page::Creating => self.summary(&mut sheet, cx),
            Page::Key => self.key_page(&mut sheet, cx),
            Page::KeyBack => self.key_back_page(&mut sheet, cx),
        }
    }

    fn title(&self) -> &'static str {
        match self.page {
            Page::Language => "setup-title-language",
            Page::Office => "setup-title-office",
            Page::Community => "setup-title-community",
            Page::Administrator => "setup-title-administrator",
            Page::Summary | Page::Creating => "setup-title-summary",
            Page::Key => "setup-title-key",
            Page::KeyBack => "setup-title-key-back",
        }
    }

    fn summary(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        sheet.paragraph(cx.theme.text, &cx.t("setup-summary-text"));
        sheet.gap();
        let community = self.community.title().unwrap_or_else(|| cx.t("setup-community-none"));
        let administrator = format!("{} ({})", self.administrator.value(NAME), self.administrator.value(LOGIN));
        let rows = [
            ("setup-row-office", self.office.value(OFFICE)),
            ("setup-row-community", community),
            ("setup-row-administrator", administrator),
            ("setup-row-file", self.path.display().to_string()),
        ];
        for (name, value) in rows {
            sheet.pair(&cx.t(name), 14, &value);
        }
        sheet.gap();
        if self.page == Page::Creating {
            sheet.line(cx.theme.accent, &cx.t("setup-creating"));
        } else {
            sheet.centred(cx.theme.selected, &format!("[▸{}◂]", cx.t("setup-create")));
            sheet.bottom(&cx.t("setup-keys-summary"));
        }
    }

    fn key_page(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        sheet.paragraph(cx.theme.text, &cx.t("setup-key-text"));
        sheet.gap();
        if let Some(paper) = &self.paper {
            sheet.boxed(&paper.numbered());
        }
        sheet.bottom(&cx.t("setup-keys-key"));
    }

    fn key_back_page(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        let Some(paper) = &self.paper else { return };
        let line = paper.asked_number();
        sheet.paragraph(cx.theme.text, &cx.tv("setup-key-back-text", &[("line", line.into())]));
        sheet.gap();
        sheet.form(paper.shown());
        sheet.gap();
        sheet.hint(paper.shown());
        sheet.bottom(&cx.t("setup-keys-key-back"));
    }
}

fn language(sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
    sheet.paragraph(cx.theme.text, &cx.t("setup-language-text"));
    sheet.gap();
    for (lang, name) in [(Lang::Uk, "1  Українська"), (Lang::En, "2  English")] {
        if cx.texts.lang() == lang {
            sheet.line(cx.theme.selected, &format!("▸ {name:<16}"));
        } else {
            sheet.line(cx.theme.text, &format!("  {name:<16}"));
        }
    }
    sheet.bottom(&cx.t("setup-keys-first"));
}

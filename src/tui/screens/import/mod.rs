//! Taking an office's own list in: the file, its sheet, what its columns mean, its rows with their faults, who is there already, the
//! writing, the report. A step is a screen; Esc goes a step back, F2 on; nothing is written before the last.
//!
//! This room holds what was decided so far and leads from step to step; each step's picture and keys are in its own file. The file
//! itself stays at the worker (`perform::import`): here are only its headings, its rows to look at and its pairs.

mod chooser;
mod columns;
mod page;
mod pairs;
mod report;
mod rows;
mod sheets;

use crate::office::intake::{Said, Stop};
use crate::tui::app::message::import::{ImportAsk, ImportTold, OpenedFile, TakenIn};
use crate::tui::app::{Answer, Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::frame_with_title;
pub(in crate::tui::screens) use chooser::{Chooser, Chosen};
use columns::Columns;
use page::Page;
use pairs::Pairs;
use ratatui::Frame;
use ratatui::layout::Rect;
use report::Report;
use rows::Rows;
use sheets::Sheets;

/// The steps that a person sees: file, sheet, columns, rows, pairs.
const STEPS: usize = 5;

/// The import.
pub struct Import {
    step: StepOf,
    chooser: Chooser,
    file: Option<OpenedFile>,
    sheets: Sheets,
    columns: Option<Columns>,
    rows: Option<Rows>,
    pairs: Option<Pairs>,
    report: Option<Report>,
    job: Option<Job>,
}

/// Which step stands on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum StepOf {
    File,
    Sheet,
    Columns,
    Rows,
    Pairs,
    Report,
}

/// A long job under way.
struct Job {
    kind: JobKind,
    stop: Stop,
    done: usize,
    all: usize,
    is_stopping: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum JobKind {
    Reading,
    Checking,
    Comparing,
    Writing,
}

impl JobKind {
    fn title(self) -> &'static str {
        match self {
            Self::Reading => "import-job-reading",
            Self::Checking => "import-job-checking",
            Self::Comparing => "import-job-comparing",
            Self::Writing => "import-job-writing",
        }
    }
}

impl Import {
    /// An import that asks for the folder when it opens.
    pub fn new() -> Self {
        Self {
            step: StepOf::File,
            chooser: Chooser::default(),
            file: None,
            sheets: Sheets::default(),
            columns: None,
            rows: None,
            pairs: None,
            report: None,
            job: None,
        }
    }

    fn begin(&mut self, kind: JobKind, ask: impl FnOnce(Stop) -> ImportAsk) -> Step {
        let stop = Stop::default();
        self.job = Some(Job { kind, stop: stop.clone(), done: 0, all: 0, is_stopping: false });
        Step::effect(Effect::Import(ask(stop)))
    }

    fn stop(&mut self) -> Step {
        match &mut self.job {
            Some(job) => {
                job.is_stopping = true;
                Step::effect(Effect::Import(ImportAsk::Stop(job.stop.clone())))
            }
            None => Step::stay(),
        }
    }

    /// A step on.
    fn go_on(&mut self, cx: &mut Context) -> Step {
        match self.step {
            StepOf::File => match self.chooser.chosen() {
                Chosen::Folder(folder) => self.list(folder),
                Chosen::File(path) => self.begin(JobKind::Reading, |stop| ImportAsk::Open { path, stop }),
                Chosen::Nothing => Step::stay().saying(Toast::warning(cx.t("import-file-none"))),
            },
            StepOf::Sheet => {
                let sheet = self.sheets.cursor.chosen;
                Step::effect(Effect::Import(ImportAsk::Headings { sheet, header: None }))
            }
            StepOf::Columns => match self.columns.as_ref().and_then(|columns| columns.headings.fault()) {
                Some(fault) => Step::stay().saying(Toast::fault(&fault, cx)),
                None => self.check(),
            },
            StepOf::Rows => match &mut self.rows {
                // What the register refused may be decided otherwise about the pairs.
                Some(rows) if rows.is_refused() && !rows.is_changed() => {
                    rows.unmark();
                    self.begin(JobKind::Comparing, |stop| ImportAsk::Alike { stop })
                }
                Some(rows) if rows.faulty_rows() > 0 => {
                    let count = [("count", rows.faulty_rows().into())];
                    Step::stay().saying(Toast::warning(cx.tv("import-rows-faulty", &count)))
                }
                Some(rows) if rows.is_changed() => self.check(),
                _ => self.begin(JobKind::Comparing, |stop| ImportAsk::Alike { stop }),
            },
            StepOf::Pairs => self.write(cx),
            StepOf::Report => Step::stay(),
        }
    }

    fn list(&mut self, folder: std::path::PathBuf) -> Step {
        self.chooser.going();
        Step::effect(Effect::Import(ImportAsk::List(Some(folder))))
    }

    fn check(&mut self) -> Step {
        let Some(columns) = &self.columns else { return Step::stay() };
        let headings = Box::new(columns.headings.clone());
        let left_out = self.rows.as_ref().map(|rows| rows.left_out.clone()).unwrap_or_default();
        self.begin(JobKind::Checking, |stop| ImportAsk::Check { headings, left_out, stop })
    }

    fn write(&mut self, cx: &mut Context) -> Step {
        let Some(pairs) = &self.pairs else { return Step::stay() };
        let undecided = pairs.undecided();
        if undecided > 0 {
            let count = [("count", undecided.into())];
            return Step::stay().saying(Toast::warning(cx.tv("import-pairs-undecided", &count)));
        }
        let (deed, choices) = (cx.new_deed(), pairs.choices());
        self.begin(JobKind::Writing, |stop| ImportAsk::TakeIn { deed, choices, stop })
    }

    /// A step back; from the first one out.
    fn back(&mut self, cx: &Context) -> Step {
        match self.step {
            StepOf::File if self.chooser.clear() => Step::stay(),
            StepOf::File if self.file.is_none() => Step::pop(),
            StepOf::File => Step::push(Dialog::discard(cx)),
            StepOf::Report => Step::pop(),
            StepOf::Columns if self.several_sheets() => self.stand(StepOf::Sheet),
            StepOf::Sheet | StepOf::Columns => self.choose_again(),
            StepOf::Rows => self.stand(StepOf::Columns),
            StepOf::Pairs => self.stand(StepOf::Rows),
        }
    }

    /// The file again, with what is in the folder by now: the mended one may have another name.
    fn choose_again(&mut self) -> Step {
        self.step = StepOf::File;
        self.chooser.clear();
        self.chooser.folder().map_or_else(Step::stay, |folder| self.list(folder))
    }

    fn stand(&mut self, step: StepOf) -> Step {
        self.step = step;
        Step::stay()
    }

    fn several_sheets(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.sheets.len() > 1)
    }

    /// The step that follows a job that was asked to stop.
    fn stopped(cx: &Context) -> Step {
        Step::stay().saying(Toast::warning(cx.t("import-stopped")))
    }

    fn hear(&mut self, told: &ImportTold, cx: &mut Context) -> Step {
        if let ImportTold::Progress { done, all } = told {
            if let Some(job) = &mut self.job {
                (job.done, job.all) = (*done, *all);
            }
            return Step::stay();
        }
        let fault = |said: &Said, cx: &Context| Step::stay().saying(Toast::fault(said, cx));
        match told {
            ImportTold::Listing(Ok(listing)) => self.chooser.show(listing.clone()),
            ImportTold::Listing(Err(said)) => {
                self.chooser.stay();
                return fault(said, cx);
            }
            ImportTold::Headings(Ok(headings)) => {
                self.columns = Some(Columns::of(headings.clone()));
                (self.rows, self.pairs, self.step) = (None, None, StepOf::Columns);
            }
            ImportTold::Headings(Err(said)) => return fault(said, cx),
            ImportTold::Reported(reported) => {
                return self.report.as_mut().map_or_else(Step::stay, |report| report.hear(reported, cx));
            }
            job => {
                self.job = None;
                return self.done(job, cx);
            }
        }
        Step::stay()
    }

    /// A job is done.
    fn done(&mut self, told: &ImportTold, cx: &mut Context) -> Step {
        let fault = |said: &Said| Step::stay().saying(Toast::fault(said, cx));
        match told {
            ImportTold::Opened(Ok(Some(file))) => return self.opened(file.clone(), cx),
            ImportTold::Checked(Ok(Some(preview))) => {
                let earlier = self.rows.take();
                let goes_on = self.step == StepOf::Rows && earlier.as_ref().is_some_and(Rows::is_changed);
                let left_out = earlier.map(|rows| rows.left_out).unwrap_or_default();
                self.rows = Some(Rows::of(preview.clone(), left_out));
                self.step = StepOf::Rows;
                if goes_on && self.rows.as_ref().is_some_and(|rows| rows.faulty_rows() == 0) {
                    return self.begin(JobKind::Comparing, |stop| ImportAsk::Alike { stop });
                }
            }
            ImportTold::Alike(Ok(Some(pairs))) => {
                let earlier = self.pairs.take();
                self.pairs = self.rows.as_ref().map(|rows| Pairs::of(pairs.clone(), rows, earlier.as_ref()));
                self.step = StepOf::Pairs;
            }
            ImportTold::TakenIn(Ok(TakenIn::Done(outcome))) => {
                self.report = Some(self.reported(outcome, cx));
                self.step = StepOf::Report;
                return Step::stay().saying(Toast::good(cx.t("import-done")));
            }
            ImportTold::TakenIn(Ok(TakenIn::Refused(preview))) => {
                if let Some(rows) = &mut self.rows {
                    rows.mark(preview.clone());
                }
                self.step = StepOf::Rows;
                return Step::stay().saying(Toast::warning(cx.t("import-refused")));
            }
            ImportTold::Opened(Err(said))
            | ImportTold::Checked(Err(said))
            | ImportTold::Alike(Err(said))
            | ImportTold::TakenIn(Err(said)) => return fault(said),
            _ => return Self::stopped(cx),
        }
        Step::stay()
    }

    fn opened(&mut self, file: OpenedFile, cx: &Context) -> Step {
        self.sheets = Sheets::of(file.offered);
        (self.rows, self.pairs) = (None, None);
        let headings = file.headings.clone();
        let several = file.sheets.len() > 1;
        self.file = Some(file);
        match headings {
            _ if several => {
                self.step = StepOf::Sheet;
                Step::stay()
            }
            Ok(headings) => {
                self.columns = Some(Columns::of(headings));
                self.step = StepOf::Columns;
                Step::stay()
            }
            Err(said) => Step::stay().saying(Toast::fault(&said, cx)),
        }
    }

    fn reported(&self, outcome: &crate::office::ImportOutcome, cx: &Context) -> Report {
        let path = self.file.as_ref().map(|file| file.path.clone()).unwrap_or_default();
        let made_keys = self.columns.as_ref().is_some_and(|columns| columns.headings.makes_keys());
        let unread = self.columns.as_ref().map(Columns::unread).unwrap_or_default();
        Report::of(&path, outcome, self.rows.as_ref(), self.pairs.as_ref(), unread, made_keys, cx)
    }

    fn title(&self, cx: &Context) -> String {
        let step = match self.step {
            StepOf::File => 1_usize,
            StepOf::Sheet => 2,
            StepOf::Columns => 3,
            StepOf::Rows => 4,
            StepOf::Pairs => 5,
            StepOf::Report => return cx.t("import-report-title"),
        };
        let name = self.file.as_ref().and_then(|file| file.path.file_name()).map(|name| name.to_string_lossy());
        let step = cx.tv("import-title", &[("step", step.into()), ("steps", STEPS.into())]);
        match name {
            Some(name) if self.step != StepOf::File => format!("{step} · {name}"),
            _ => step,
        }
    }

    fn view_job(job: &Job, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut page = Page::new(cx, frame, area);
        page.gap();
        page.line(cx.theme.title, &cx.t(job.kind.title()));
        page.gap();
        match (job.done * 100).checked_div(job.all) {
            Some(percent) => {
                let cells = page.cells().saturating_sub(8).min(60);
                let filled = cells * percent / 100;
                let bar = format!("{}{} {percent} %", "█".repeat(filled), "░".repeat(cells.saturating_sub(filled)));
                page.line(cx.theme.accent, &bar);
            }
            None => page.line(cx.theme.text, &cx.tv("import-job-rows", &[("count", job.done.into())])),
        }
        page.gap();
        let hint = if job.is_stopping { "import-job-stopping" } else { "import-job-hint" };
        page.line(cx.theme.dim, &cx.t(hint));
    }
}

impl Screen for Import {
    fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    fn scope(&self) -> Scope {
        if self.job.is_some() {
            return Scope::ImportJob;
        }
        match self.step {
            StepOf::File => Scope::ImportFile,
            StepOf::Sheet => Scope::ImportSheet,
            StepOf::Columns => Scope::ImportColumns,
            StepOf::Rows => Scope::ImportRows,
            StepOf::Pairs => Scope::ImportPairs,
            StepOf::Report => Scope::ImportReport,
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.job.is_some() {
            return if key == Key::Esc { self.stop() } else { Step::stay() };
        }
        let page = usize::from(cx.size.1.saturating_sub(10));
        if key == Key::Esc && !self.columns.as_mut().is_some_and(Columns::close_list) {
            return self.back(cx);
        }
        match self.step {
            StepOf::File | StepOf::Sheet | StepOf::Rows if key == Key::Enter => self.go_on(cx),
            StepOf::File => self.chooser.key(key, page).map_or_else(Step::stay, |folder| self.list(folder)),
            StepOf::Sheet => {
                let sheets = self.file.as_ref().map_or(0, |file| file.sheets.len());
                self.sheets.cursor.key(key, sheets, page);
                Step::stay()
            }
            StepOf::Columns => {
                let ask = |columns: &mut Columns| columns.key(key, page, cx).or_else(|| columns.said());
                let asked = self.columns.as_mut().and_then(ask);
                asked.map_or_else(Step::stay, |ask| Step::effect(Effect::Import(ask)))
            }
            StepOf::Rows => {
                if let Some(rows) = &mut self.rows {
                    rows.key(key, page);
                }
                Step::stay()
            }
            StepOf::Pairs => {
                if let Some(pairs) = &mut self.pairs {
                    pairs.key(key, page / 2);
                }
                Step::stay()
            }
            StepOf::Report => {
                if let Some(report) = &mut self.report {
                    report.key(key);
                }
                Step::stay()
            }
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        match (self.step, &mut self.columns, &mut self.report) {
            _ if self.job.is_some() => {}
            (StepOf::File, ..) => {
                return self.chooser.text(text).map_or_else(Step::stay, |folder| self.list(folder));
            }
            (StepOf::Columns, Some(columns), _) => columns.text(text, cx),
            (StepOf::Report, _, Some(report)) => report.text(text),
            _ => {}
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::ImportStop => return self.stop(),
            CommandId::ImportOn | CommandId::ImportWrite => {
                if !self.columns.as_mut().is_some_and(|columns| columns.take_list(cx)) {
                    return self.go_on(cx);
                }
                if let Some(ask) = self.columns.as_mut().and_then(Columns::said) {
                    return Step::effect(Effect::Import(ask));
                }
            }
            CommandId::ImportReport => {
                let ask = self.report.as_ref().map(Report::ask);
                return ask.map_or_else(Step::stay, |ask| Step::effect(Effect::Import(ask)));
            }
            command => {
                if let (StepOf::Rows, Some(rows)) = (self.step, &mut self.rows) {
                    rows.command(command);
                }
                if let (StepOf::Pairs, Some(pairs)) = (self.step, &mut self.pairs) {
                    pairs.command(command);
                }
            }
        }
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Import(told) => self.hear(told, cx),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match answer {
            Answer::Chosen(Dialog::DISCARD) => Step::pop().with(Effect::Import(ImportAsk::Close)),
            _ => Step::stay(),
        }
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        if self.chooser.is_new() {
            self.chooser.going();
            return Step::effect(Effect::Import(ImportAsk::List(None)));
        }
        Step::stay()
    }

    fn is_dirty(&self) -> bool {
        self.file.is_some() && self.step != StepOf::Report
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &self.title(cx), cx.theme.frame_focus, cx.theme.title);
        let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        if let Some(job) = &self.job {
            return Self::view_job(job, cx, frame, area);
        }
        match self.step {
            StepOf::File => self.chooser.view(cx, frame, area, ("import-file-families", "import-file-keys")),
            StepOf::Sheet => {
                if let Some(file) = &self.file {
                    self.sheets.view(file, cx, frame, area);
                }
            }
            StepOf::Columns => {
                if let Some(columns) = &self.columns {
                    columns.view(cx, frame, area);
                }
            }
            StepOf::Rows => {
                if let Some(rows) = &self.rows {
                    rows.view(cx, frame, area);
                }
            }
            StepOf::Pairs => {
                if let Some(pairs) = &self.pairs {
                    pairs.view(cx, frame, area);
                }
            }
            StepOf::Report => {
                if let Some(report) = &self.report {
                    report.view(cx, frame, area);
                }
            }
        }
    }
}

impl Default for Import {
    fn default() -> Self {
        Self::new()
    }
}

//! Where commands work: the kinds of screens.

/// Where a command works: one or several kinds of screens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    /// The first start.
    Setup,
    /// The sign-in.
    SignIn,
    /// The search.
    Home,
    /// The form of a family.
    Registration,
    /// The window of one member in that form.
    Member,
    /// A family's card.
    Card,
    /// A card's history.
    History,
    /// The list of possible duplicates.
    Duplicates,
    /// Two entries side by side.
    Merge,
    /// The list of staff.
    Staff,
    /// Lists of the register.
    Lists,
    /// The forms that were not saved.
    Drafts,
    /// Those who were written down at a session and wait to be completed.
    Newcomers,
    /// The catalogues.
    Catalogue,
    /// The import: which file.
    ImportFile,
    /// The import: which sheet.
    ImportSheet,
    /// The import: what the columns mean.
    ImportColumns,
    /// The import: the rows and their faults.
    ImportRows,
    /// The import: who is there already.
    ImportPairs,
    /// The import: a long job.
    ImportJob,
    /// The import: what was done.
    ImportReport,
    /// The choice between two desks' values.
    Conflict,
    /// A person's card.
    Person,
    /// The form of a person without a family.
    Single,
    /// A family's card as it was on a day.
    PastCard,
    /// The window of a change of life.
    Life,
    /// The window that takes a deed back.
    Undo,
    /// The storeroom: what lies where.
    Storeroom,
    /// A paper that moves goods: receipt, write-off, transfer, kits.
    Goods,
    /// The stock counts.
    Counts,
    /// The sheet of a stock count.
    CountSheet,
    /// What came and went of one item.
    Movements,
    /// What a partner gave and where it went.
    Donor,
    /// The cart of aid for somebody.
    Issue,
    /// An act.
    Act,
    /// The acts of somebody.
    Acts,
    /// What was issued in spite of limits.
    Overrides,
    /// The campaigns.
    Campaigns,
    /// The list and the day of a campaign.
    CampaignDay,
    /// The calendar of what is held.
    Calendar,
    /// The list of series.
    SeriesList,
    /// One series.
    SeriesCard,
    /// The attendance register.
    Register,
    /// Events in numbers, and who stands behind them.
    Figures,
    /// Who is enrolled in an event.
    Enrolment,
    /// A small form over another screen.
    SmallForm,
    /// A dialog, picker, menu or help window.
    Window,
}

impl Scope {
    /// Every kind of screen: windows, the doors, then where somebody is signed in. The slices below lean on that order.
    pub const ALL: [Self; 47] = [
        Self::Window,
        Self::Setup,
        Self::SignIn,
        Self::Home,
        Self::Registration,
        Self::Member,
        Self::Card,
        Self::History,
        Self::Duplicates,
        Self::Merge,
        Self::Staff,
        Self::Lists,
        Self::Drafts,
        Self::Newcomers,
        Self::Catalogue,
        Self::ImportFile,
        Self::ImportSheet,
        Self::ImportColumns,
        Self::ImportRows,
        Self::ImportPairs,
        Self::ImportJob,
        Self::ImportReport,
        Self::Conflict,
        Self::Person,
        Self::Single,
        Self::PastCard,
        Self::Life,
        Self::Undo,
        Self::Storeroom,
        Self::Goods,
        Self::Counts,
        Self::CountSheet,
        Self::Movements,
        Self::Donor,
        Self::Issue,
        Self::Act,
        Self::Acts,
        Self::Overrides,
        Self::Campaigns,
        Self::CampaignDay,
        Self::Calendar,
        Self::SeriesList,
        Self::SeriesCard,
        Self::Register,
        Self::Figures,
        Self::Enrolment,
        Self::SmallForm,
    ];

    /// All screens: wherever a window does not hold the keys.
    pub const EVERYWHERE: &'static [Self] = Self::ALL.split_at(1).1;

    /// All screens of somebody who is signed in.
    pub const SIGNED_IN: &'static [Self] = Self::ALL.split_at(3).1;

    /// The scope's word in message ids (`help-home`, `screen-home`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::SignIn => "sign-in",
            Self::Home => "home",
            Self::Registration => "registration",
            Self::Member => "member",
            Self::Card => "card",
            Self::History => "history",
            Self::Duplicates => "duplicates",
            Self::Merge => "merge",
            Self::Staff => "staff",
            Self::Lists => "lists",
            Self::Drafts => "drafts",
            Self::Newcomers => "newcomers",
            Self::Catalogue => "catalogue",
            Self::ImportFile => "import-file",
            Self::ImportSheet => "import-sheet",
            Self::ImportColumns => "import-columns",
            Self::ImportRows => "import-rows",
            Self::ImportPairs => "import-pairs",
            Self::ImportJob => "import-job",
            Self::ImportReport => "import-report",
            Self::Conflict => "conflict",
            Self::Person => "person",
            Self::Single => "single",
            Self::PastCard => "past-card",
            Self::Life => "life",
            Self::Undo => "undo",
            Self::Storeroom => "storeroom",
            Self::Goods => "goods",
            Self::Counts => "counts",
            Self::CountSheet => "count-sheet",
            Self::Movements => "movements",
            Self::Donor => "donor",
            Self::Issue => "issue",
            Self::Act => "act",
            Self::Acts => "acts",
            Self::Overrides => "overrides",
            Self::Campaigns => "campaigns",
            Self::CampaignDay => "campaign-day",
            Self::Calendar => "calendar",
            Self::SeriesList => "series-list",
            Self::SeriesCard => "series-card",
            Self::Register => "register",
            Self::Figures => "figures",
            Self::Enrolment => "enrolment",
            Self::SmallForm => "small-form",
            Self::Window => "window",
        }
    }
}

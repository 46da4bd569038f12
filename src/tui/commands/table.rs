//! The rows of the table, in the order of the menu: what every screen has, then what each kind of work has, then the office and oneself.

use super::{Command, CommandId, Need, Scope};
use crate::domain::staff::Right;
use crate::tui::happening::{Happening, LineKind};
use crate::tui::keys::Key;

use Scope::{
    Act, Acts, Calendar, CampaignDay, Campaigns, Card, Catalogue, Conflict, CountSheet, Counts, Donor, Drafts,
    Duplicates, Enrolment, Figures, Goods, History, Home, ImportColumns, ImportFile, ImportJob, ImportPairs,
    ImportReport, ImportRows, ImportSheet, Issue, Life, Lists, Member, Merge, Movements, Overrides, Person, Register,
    Registration, SeriesCard, SeriesList, Setup, SignIn, Single, SmallForm, Staff, Storeroom, Undo,
};

const EVERYWHERE: &[Scope] = Scope::EVERYWHERE;
const SIGNED_IN: &[Scope] = Scope::SIGNED_IN;

const fn command(id: CommandId, key: Option<Key>, scopes: &'static [Scope], title: &'static str) -> Command {
    Command { id, key, second: None, scopes, title, right: None, needs: Need::Nothing }
}

impl Command {
    const fn or(self, letter: char) -> Self {
        Self { second: Some(Key::Ctrl(letter)), ..self }
    }

    const fn with(self, right: Right) -> Self {
        Self { right: Some(right), ..self }
    }

    const fn on_a_family(self) -> Self {
        Self { needs: Need::Family, ..self }
    }

    const fn on_somebody(self) -> Self {
        Self { needs: Need::Person, ..self }
    }

    const fn on_a_line(self, line: LineKind) -> Self {
        Self { needs: Need::Line(line), ..self }
    }

    const fn on_an_event(self) -> Self {
        Self { needs: Need::Event, ..self }
    }

    const fn on_an_entry(self) -> Self {
        Self { needs: Need::Entry, ..self }
    }
}

/// A change of life: no key of its own, the card's Enter and the menu lead to it.
const fn life(what: Happening) -> Command {
    command(CommandId::Life(what), None, &[Card], what.title()).with(what.right()).on_a_line(what.on())
}

/// The table.
pub const TABLE: &[Command] = &[
    command(CommandId::Help, Some(Key::F(1)), EVERYWHERE, "command-help"),
    command(
        CommandId::Save,
        Some(Key::F(2)),
        &[Registration, Member, Conflict, Single, Life, Undo, Goods, CountSheet, Issue, SmallForm],
        "command-save",
    )
    .or('s'),
    command(CommandId::SignIn, Some(Key::F(2)), &[SignIn], "command-sign-in"),
    command(CommandId::Next, Some(Key::F(2)), &[Setup], "command-next"),
    command(CommandId::Merge, Some(Key::F(2)), &[Merge], "command-merge").or('s').with(Right::Edit),
    command(CommandId::SaveFilter, Some(Key::F(2)), &[Lists], "command-save-filter").or('s'),
    command(
        CommandId::ImportOn,
        Some(Key::F(2)),
        &[ImportFile, ImportSheet, ImportColumns, ImportRows],
        "command-import-on",
    ),
    command(CommandId::ImportWrite, Some(Key::F(2)), &[ImportPairs], "command-import-write"),
    command(CommandId::ImportReport, Some(Key::F(2)), &[ImportReport], "command-import-report"),
    command(CommandId::CampaignEnd, Some(Key::F(2)), &[CampaignDay], "command-campaign-end")
        .with(Right::ManageCampaigns),
    command(CommandId::RegisterClose, Some(Key::F(2)), &[Register], "command-register-close")
        .or('s')
        .with(Right::MarkAttendance),
    command(CommandId::EnrolComplete, Some(Key::F(2)), &[Enrolment], "command-enrol-complete")
        .with(Right::ManageEvents),
    command(
        CommandId::Open,
        Some(Key::F(3)),
        &[Home, Registration, Single, Person, Lists, CampaignDay, Register, Figures, Enrolment],
        "command-open",
    )
    .or('o')
    .with(Right::Find)
    .on_somebody(),
    command(CommandId::Details, Some(Key::F(3)), &[Card], "command-history")
        .or('y')
        .with(Right::SeeHistory)
        .on_a_family(),
    command(CommandId::Compare, Some(Key::F(3)), &[Duplicates], "command-compare").or('o').with(Right::Edit),
    command(CommandId::OpenAct, Some(Key::F(3)), &[Acts, Overrides], "command-act-open").or('o'),
    command(CommandId::ImportFault, Some(Key::F(3)), &[ImportRows], "command-import-fault"),
    command(CommandId::Movements, Some(Key::F(3)), &[Storeroom], "command-movements").or('o').with(Right::SeeStock),
    command(CommandId::OpenCount, Some(Key::F(3)), &[Counts], "command-open-count").or('o').with(Right::SeeStock),
    command(CommandId::OpenRow, Some(Key::F(3)), &[Donor, Movements], "command-open-row").or('o').with(Right::SeeStock),
    command(CommandId::Edit, Some(Key::F(4)), &[Home, Card], "command-edit").or('e').with(Right::Edit).on_somebody(),
    command(CommandId::EditPerson, Some(Key::F(4)), &[Person], "command-edit").or('e').with(Right::Edit),
    command(CommandId::EditMember, Some(Key::F(4)), &[Registration], "command-edit").or('e'),
    command(CommandId::EditStaff, Some(Key::F(4)), &[Staff], "command-edit").or('e').with(Right::ManageStaff),
    command(CommandId::EditEntry, Some(Key::F(4)), &[Catalogue], "command-edit").or('e'),
    command(CommandId::EditLine, Some(Key::F(4)), &[Goods], "command-edit").or('e').on_an_entry(),
    command(CommandId::Conditions, Some(Key::F(4)), &[Lists], "command-conditions").or('e'),
    command(CommandId::FigurePeriod, Some(Key::F(4)), &[Figures], "command-figure-period").or('e'),
    command(CommandId::IssueReason, Some(Key::F(4)), &[Issue], "command-issue-reason").or('e'),
    command(CommandId::Issue, Some(Key::F(5)), &[Home, Card, Person, Lists], "command-issue")
        .or('b')
        .with(Right::Issue),
    command(CommandId::CampaignChange, Some(Key::F(4)), &[Campaigns, CampaignDay], "command-campaign-change")
        .or('e')
        .with(Right::ManageCampaigns),
    command(CommandId::RegisterExcuse, Some(Key::F(4)), &[Register], "command-register-excuse")
        .or('e')
        .with(Right::MarkAttendance),
    command(CommandId::RegisterHeads, Some(Key::F(6)), &[Register], "command-register-heads")
        .with(Right::MarkAttendance),
    command(CommandId::RegisterNew, Some(Key::F(7)), &[Register], "command-register-new")
        .or('n')
        .with(Right::MarkAttendance),
    command(CommandId::New, Some(Key::F(7)), &[Home, Card], "command-new-family").or('n').with(Right::Register),
    command(CommandId::NewFamilyOfPerson, Some(Key::F(7)), &[Person], "command-person-family")
        .or('n')
        .with(Right::Register),
    command(CommandId::NewStaff, Some(Key::F(7)), &[Staff], "command-new-staff").or('n').with(Right::ManageStaff),
    command(CommandId::NewEntry, Some(Key::F(7)), &[Catalogue], "command-new-entry").or('n'),
    command(CommandId::CampaignNew, Some(Key::F(7)), &[Campaigns], "command-campaign-new")
        .or('n')
        .with(Right::ManageCampaigns),
    command(CommandId::Receipt, Some(Key::F(7)), &[Storeroom], "command-receipt").or('n').with(Right::KeepStock),
    command(CommandId::AddCounted, Some(Key::F(7)), &[CountSheet], "command-add-counted")
        .or('n')
        .with(Right::KeepStock),
    command(CommandId::NewCount, Some(Key::F(7)), &[Counts], "command-new-count").or('n').with(Right::KeepStock),
    command(CommandId::EnrolAdd, Some(Key::F(7)), &[Enrolment], "command-enrol-add").or('n').with(Right::ManageEvents),
    command(CommandId::Undo, Some(Key::F(8)), &[Home, Card, Person, History, Storeroom], "command-undo").or('u'),
    command(CommandId::DropCount, Some(Key::F(8)), &[CountSheet], "command-drop-count").with(Right::KeepStock),
    command(CommandId::RemoveEntry, Some(Key::F(8)), &[Registration, Member, Single, Goods, Issue], "command-remove")
        .on_an_entry(),
    command(CommandId::TellApart, Some(Key::F(8)), &[Duplicates, Merge], "command-apart").with(Right::Edit),
    command(CommandId::DisableStaff, Some(Key::F(8)), &[Staff], "command-disable").with(Right::ManageStaff),
    command(CommandId::SwitchEntry, Some(Key::F(8)), &[Catalogue], "command-switch"),
    command(CommandId::TakeOut, Some(Key::F(8)), &[Lists], "command-take-out"),
    command(CommandId::ReverseAct, Some(Key::F(8)), &[Act], "command-act-reverse").or('u').with(Right::Issue),
    command(CommandId::CampaignCancel, Some(Key::F(8)), &[Campaigns], "command-campaign-cancel")
        .with(Right::ManageCampaigns),
    command(CommandId::CampaignTakeBack, Some(Key::F(8)), &[CampaignDay], "command-campaign-take-back")
        .or('u')
        .with(Right::Serve),
    command(CommandId::RegisterTakeBack, Some(Key::F(8)), &[Register], "command-register-take-back")
        .or('u')
        .with(Right::MarkAttendance),
    command(CommandId::EnrolWithdraw, Some(Key::F(8)), &[Enrolment], "command-enrol-withdraw")
        .or('u')
        .with(Right::ManageEvents),
    command(CommandId::DiscardDraft, Some(Key::F(8)), &[Drafts], "command-discard-draft"),
    command(CommandId::ImportStop, Some(Key::F(8)), &[ImportJob], "command-import-stop"),
    command(CommandId::Menu, Some(Key::F(9)), EVERYWHERE, "command-menu"),
    command(CommandId::Exit, Some(Key::F(10)), EVERYWHERE, "command-exit").or('q'),
    // What is held, and who comes.
    command(
        CommandId::Attendance,
        Some(Key::F(6)),
        &[Home, Card, Person, Calendar, SeriesCard, Figures],
        "command-attendance",
    )
    .or('t')
    .with(Right::SeeEvents),
    command(CommandId::EventDetails, Some(Key::F(3)), &[Calendar, SeriesCard], "command-event-details")
        .or('o')
        .with(Right::SeeEvents),
    command(CommandId::EventChange, Some(Key::F(4)), &[Calendar, SeriesList, SeriesCard], "command-event-change")
        .or('e')
        .with(Right::ManageEvents),
    command(CommandId::EventNew, Some(Key::F(7)), &[Calendar, SeriesList], "command-event-new")
        .or('n')
        .with(Right::ManageEvents),
    command(CommandId::EventCancel, Some(Key::F(8)), &[Calendar, SeriesCard], "command-event-cancel")
        .or('u')
        .with(Right::ManageEvents),
    command(CommandId::EventMove, None, &[Calendar, SeriesCard], "command-event-move").with(Right::ManageEvents),
    command(CommandId::EventAddDate, None, &[Calendar, SeriesCard], "command-event-add-date").with(Right::ManageEvents),
    command(CommandId::SeriesEnd, None, &[Calendar, SeriesList, SeriesCard], "command-series-end")
        .with(Right::ManageEvents),
    command(CommandId::SeriesList, None, &[Home, Calendar], "command-series-list").with(Right::SeeEvents),
    command(CommandId::CalendarFile, None, &[Calendar], "command-calendar-file").with(Right::SeeEvents),
    // What a card offers besides.
    command(CommandId::History, None, &[Home], "command-history").or('y').with(Right::SeeHistory).on_a_family(),
    life(Happening::Head),
    life(Happening::Left),
    life(Happening::Moved),
    life(Happening::SplitOff),
    life(Happening::Renamed),
    life(Happening::Died),
    life(Happening::PersonCategory),
    life(Happening::Person),
    life(Happening::Joined),
    life(Happening::MovedHouse),
    life(Happening::Category),
    life(Happening::CollectorAllowed),
    life(Happening::Closed),
    life(Happening::Reopened),
    life(Happening::CategoryEnded),
    life(Happening::CategoryRenewed),
    life(Happening::CollectorEnded),
    command(CommandId::Life(Happening::AsOn), None, &[Card], Happening::AsOn.title()).with(Right::Find).on_a_family(),
    command(CommandId::MergeWith, None, &[Card], "command-merge-with").with(Right::Edit).on_a_family(),
    command(CommandId::JoinFamily, None, &[Person], "command-join-family").with(Right::Edit),
    // The register as a whole.
    command(CommandId::NewPerson, None, &[Home], "command-new-person").with(Right::Register),
    command(CommandId::Lists, None, &[Home, Card], "command-lists").with(Right::SeeLists),
    command(CommandId::Campaigns, None, &[Home, Card, Lists], "command-campaigns").with(Right::Serve),
    command(CommandId::CampaignExpect, None, &[CampaignDay], "command-campaign-expect").with(Right::ManageCampaigns),
    command(CommandId::Figures, None, &[Home], "command-figures").with(Right::SeeFigures),
    command(CommandId::FigurePaper, None, &[Figures], "command-figure-paper").with(Right::SeeFigures),
    command(CommandId::CampaignPaper, None, &[CampaignDay], "command-campaign-paper").with(Right::Serve),
    // Events.
    command(CommandId::Enrolment, None, &[Calendar, SeriesList, SeriesCard, Register], "command-enrolment")
        .with(Right::SeeEvents)
        .on_an_event(),
    command(
        CommandId::EventFigures,
        None,
        &[Calendar, SeriesList, SeriesCard, Register, Enrolment],
        "command-event-figures",
    )
    .with(Right::SeeFigures)
    .on_an_event(),
    command(CommandId::EnrolAdmit, None, &[Enrolment], "command-enrol-admit").with(Right::ManageEvents),
    command(
        CommandId::EventPapers,
        None,
        &[Calendar, SeriesList, SeriesCard, Register, Enrolment],
        "command-event-papers",
    )
    .with(Right::SeeEvents)
    .on_an_event(),
    command(CommandId::Duplicates, None, &[Home], "command-duplicates").with(Right::Edit),
    command(CommandId::Import, None, &[Home, Card], "command-import").with(Right::Import),
    command(CommandId::Drafts, None, &[Home], "command-drafts"),
    command(CommandId::Newcomers, None, &[Home], "command-newcomers").with(Right::SeeEvents),
    command(CommandId::Storeroom, None, &[Home, Card], "command-storeroom").with(Right::SeeStock),
    // The storeroom.
    command(CommandId::WriteOff, None, &[Storeroom], "command-write-off").with(Right::KeepStock),
    command(CommandId::Transfer, None, &[Storeroom], "command-transfer").with(Right::KeepStock),
    command(CommandId::Assemble, None, &[Storeroom], "command-assemble").with(Right::KeepStock),
    command(CommandId::Disassemble, None, &[Storeroom], "command-disassemble").with(Right::KeepStock),
    command(CommandId::StockCounts, None, &[Storeroom], "command-stock-counts").with(Right::SeeStock),
    command(CommandId::Donors, None, &[Storeroom], "command-donors").with(Right::SeeStock),
    command(CommandId::Print, None, &[Storeroom, CountSheet, Movements, Donor], "command-print").with(Right::SeeStock),
    command(CommandId::Distribution, None, &[Home, Storeroom], "command-distribution").with(Right::SeeStock),
    command(CommandId::EverythingThere, None, &[Goods], "command-everything-there").with(Right::KeepStock),
    // Aid.
    command(CommandId::Acts, None, &[Card, Person, Issue], "command-acts").with(Right::SeeStock),
    command(CommandId::IssueToPartner, None, &[Home], "command-issue-partner").with(Right::Issue),
    command(CommandId::FindAct, None, &[Home], "command-act-find").with(Right::SeeStock),
    command(CommandId::Overrides, None, &[Home, Card], "command-overrides").with(Right::SeeOverrides),
    command(CommandId::PrintAct, None, &[Home, Act], "command-act-print"),
    command(CommandId::PrintCard, None, &[Card], "command-card-print"),
    // The attendance register.
    command(CommandId::RegisterAllPresent, None, &[Register], "command-register-all-present")
        .with(Right::MarkAttendance),
    command(CommandId::RegisterAllAbsent, None, &[Register], "command-register-all-absent").with(Right::MarkAttendance),
    command(CommandId::RegisterFamily, None, &[Register], "command-register-family").with(Right::MarkAttendance),
    command(CommandId::RegisterReopen, None, &[Register], "command-register-reopen").with(Right::ReopenSession),
    // A list.
    command(CommandId::ManyCategory, None, &[Lists], "command-many-category").with(Right::Edit),
    command(CommandId::ManyNote, None, &[Lists], "command-many-note").with(Right::SeeNotes),
    command(CommandId::ManyPut, None, &[Lists], "command-many-put"),
    command(CommandId::ManyCampaign, None, &[Lists], "command-many-campaign").with(Right::ManageCampaigns),
    command(CommandId::ManyExport, None, &[Lists], "command-many-export").with(Right::Export),
    command(CommandId::SavedFilters, None, &[Lists], "command-saved-filters"),
    command(CommandId::NamedLists, None, &[Lists], "command-named-lists"),
    command(CommandId::ListOrder, None, &[Lists], "command-list-order"),
    command(CommandId::ClearConditions, None, &[Lists], "command-clear-conditions"),
    // The import.
    command(CommandId::ImportFilter, None, &[ImportRows], "command-import-filter"),
    command(CommandId::ImportLeaveOut, None, &[ImportRows], "command-import-leave-out"),
    command(CommandId::ImportTakeBack, None, &[ImportRows], "command-import-take-back"),
    command(CommandId::ImportAllSame, None, &[ImportPairs], "command-import-all-same"),
    command(CommandId::ImportAllNew, None, &[ImportPairs], "command-import-all-new"),
    command(CommandId::ImportAllSkip, None, &[ImportPairs], "command-import-all-skip"),
    // The office.
    command(CommandId::Staff, None, &[Home, Card], "command-staff").with(Right::ManageStaff),
    command(CommandId::NewPaper, None, &[Staff], "command-new-paper").with(Right::ManageStaff),
    command(CommandId::Settings, None, &[Home, Card, Staff, Catalogue], "command-settings").with(Right::ManageOffice),
    command(CommandId::Catalogues, None, &[Home, Card, Staff], "command-catalogues").with(Right::KeepStock),
    // Oneself and this desk.
    command(CommandId::Lock, None, SIGNED_IN, "command-lock"),
    command(CommandId::OwnPassword, None, &[Home, Card, Staff], "command-own-password"),
    command(CommandId::Recover, None, &[SignIn], "command-recover"),
    command(
        CommandId::SignOut,
        None,
        &[
            Home,
            Card,
            Person,
            History,
            Duplicates,
            Merge,
            Staff,
            Lists,
            Catalogue,
            Storeroom,
            Counts,
            Movements,
            Donor,
            Campaigns,
            CampaignDay,
            Calendar,
            Enrolment,
            Figures,
            Register,
            SeriesCard,
            SeriesList,
        ],
        "command-sign-out",
    ),
    command(CommandId::Theme, None, EVERYWHERE, "command-theme"),
    command(CommandId::Language, None, EVERYWHERE, "command-language"),
    command(CommandId::Keyboard, None, EVERYWHERE, "command-keyboard"),
];

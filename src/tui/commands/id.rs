//! What can be commanded.

use crate::tui::happening::Happening;

/// What can be commanded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum CommandId {
    /// Help for the screen under it.
    Help,
    /// Save the form.
    Save,
    /// Open what is under the cursor.
    Open,
    /// Change what is under the cursor.
    Edit,
    /// Register a new family (or add a member of staff on the staff screen).
    New,
    /// All commands.
    Menu,
    /// Leave the program.
    Exit,
    /// Who changed what and when, from the search.
    History,
    /// The same from the open card, where it is the details of what is seen.
    Details,
    /// The list of possible duplicates.
    Duplicates,
    /// Compare the two of the pair under the cursor.
    Compare,
    /// Write down that the two are not the same.
    TellApart,
    /// Make the two entries one.
    Merge,
    /// Choose another family to make one with the open card.
    MergeWith,
    /// Staff of the office.
    Staff,
    /// A new password for oneself.
    OwnPassword,
    /// Lock the desk.
    Lock,
    /// The forms that were not saved.
    Drafts,
    /// Those who were written down at a session and wait to be completed.
    Newcomers,
    /// Throw the form under the cursor away.
    DiscardDraft,
    /// Sign out.
    SignOut,
    /// The next colours.
    Theme,
    /// The other language.
    Language,
    /// Open the paper-key door at the sign-in.
    Recover,
    /// Sign in with what is typed.
    SignIn,
    /// The next step of the first start.
    Next,
    /// Remove the row or entry under the cursor from the form.
    RemoveEntry,
    /// Change the member of the form under the cursor.
    EditMember,
    /// Add a member of staff.
    NewStaff,
    /// Change the role or password of a member of staff.
    EditStaff,
    /// Disable a member of staff, or let one sign in again.
    DisableStaff,
    /// Lists of the register.
    Lists,
    /// Keep the conditions of the list under a name.
    SaveFilter,
    /// To the conditions of the list.
    Conditions,
    /// Take families out of the named list that is shown.
    TakeOut,
    /// The saved filters.
    SavedFilters,
    /// The named lists.
    NamedLists,
    /// A category for many.
    ManyCategory,
    /// A line of a note for many.
    ManyNote,
    /// Many into a named list.
    ManyPut,
    /// Many into a file.
    ManyExport,
    /// The next order of the list.
    ListOrder,
    /// No conditions at all.
    ClearConditions,
    /// What the office has set.
    Settings,
    /// What the office lists.
    Catalogues,
    /// Add an entry to a catalogue.
    NewEntry,
    /// Change an entry of a catalogue.
    EditEntry,
    /// Switch an entry of a catalogue off or on.
    SwitchEntry,
    /// See which keys arrive.
    Keyboard,
    /// Make a new paper key.
    NewPaper,
    /// Take an office's own list in.
    Import,
    /// The next step of the import.
    ImportOn,
    /// The last step of the import: write.
    ImportWrite,
    /// Save the report of the import.
    ImportReport,
    /// The next row with a fault.
    ImportFault,
    /// Only rows with something to see, or all.
    ImportFilter,
    /// Leave every row with a fault out.
    ImportLeaveOut,
    /// Leave no row out.
    ImportTakeBack,
    /// All pairs not decided yet are the same people.
    ImportAllSame,
    /// All pairs not decided yet are other people.
    ImportAllNew,
    /// All rows of pairs not decided yet are left out.
    ImportAllSkip,
    /// Stop the job under way.
    ImportStop,
    /// A change in a family's life, or what else a line of its card offers.
    Life(Happening),
    /// Take one's own last deed back, or in the history the one under the cursor.
    Undo,
    /// Register a person without a family.
    NewPerson,
    /// Correct the person of the open card.
    EditPerson,
    /// Register a family whose head is the person of the open card.
    NewFamilyOfPerson,
    /// Let the person of the open card join a family.
    JoinFamily,
    /// What lies in the storeroom.
    Storeroom,
    /// What came and went of the item under the cursor.
    Movements,
    /// Goods that came from a donor.
    Receipt,
    /// Goods that are written off.
    WriteOff,
    /// Goods into another location.
    Transfer,
    /// Kits out of their parts.
    Assemble,
    /// Kits back into their parts.
    Disassemble,
    /// The stock counts.
    StockCounts,
    /// What donors gave.
    Donors,
    /// Take the line of a paper back into the line that is typed in.
    EditLine,
    /// Everything of the location into the paper.
    EverythingThere,
    /// Begin a stock count.
    NewCount,
    /// Open the stock count under the cursor.
    OpenCount,
    /// Open what the line under the cursor counts.
    OpenRow,
    /// Give the open stock count up.
    DropCount,
    /// Issue aid to whom the cursor is on.
    Issue,
    /// Issue aid to an organisation.
    IssueToPartner,
    /// Why the line of the cart under the cursor is issued in spite of its limit.
    IssueReason,
    /// Every act of a family or person.
    Acts,
    /// An act by its number.
    FindAct,
    /// What was issued in spite of a limit.
    Overrides,
    /// Open the act under the cursor.
    OpenAct,
    /// Take the open act back whole.
    ReverseAct,
    /// Print the open act.
    PrintAct,
    /// The campaigns.
    Campaigns,
    /// Make a campaign.
    CampaignNew,
    /// Change what a campaign is.
    CampaignChange,
    /// Call a campaign off.
    CampaignCancel,
    /// End a campaign: what was left goes back.
    CampaignEnd,
    /// Take back what was handed out last here.
    CampaignTakeBack,
    /// Put whoever is under the cursor onto the list, or take them off it.
    CampaignExpect,
    /// The list of a campaign on paper.
    CampaignPaper,
    /// Enrol many in an event.
    EnrolAdd,
    /// Take people off the list of an event.
    EnrolWithdraw,
    /// They completed the course.
    EnrolComplete,
    /// Admit whoever waits first.
    EnrolAdmit,
    /// The papers of an event.
    EventPapers,
    /// Many onto the list of a campaign.
    ManyCampaign,
    /// Print what the screen shows, or write it into a file.
    Print,
    /// A distribution sheet of some days.
    Distribution,
    /// Put a thing onto the sheet of a count that is not on it.
    AddCounted,
    /// Print the open family's card with its barcode.
    PrintCard,
    /// The calendar; on a card, to mark whom it is of; in the calendar, the register under the cursor.
    Attendance,
    /// What is known of the session under the cursor.
    EventDetails,
    /// Change the session or the series under the cursor.
    EventChange,
    /// A new event or series.
    EventNew,
    /// Call the session under the cursor off, or plan it again.
    EventCancel,
    /// Move the session under the cursor to another day or hour.
    EventMove,
    /// An extra date of the series under the cursor.
    EventAddDate,
    /// End the series under the cursor.
    SeriesEnd,
    /// The series.
    SeriesList,
    /// The calendar into a file for a phone.
    CalendarFile,
    /// Close the session of the register.
    RegisterClose,
    /// Mark somebody of the register excused.
    RegisterExcuse,
    /// Count those who came without names.
    RegisterHeads,
    /// Add somebody who is nowhere yet to the register.
    RegisterNew,
    /// Take back the last mark of this desk.
    RegisterTakeBack,
    /// Mark everybody who is left present.
    RegisterAllPresent,
    /// Mark everybody who is left absent.
    RegisterAllAbsent,
    /// Mark the whole family of the row present.
    RegisterFamily,
    /// Open a closed session of the register again.
    RegisterReopen,
    /// Who is enrolled in the event under the cursor.
    Enrolment,
    /// The event under the cursor in numbers.
    EventFigures,
    /// Events in numbers.
    Figures,
    /// Of which days the numbers are.
    FigurePeriod,
    /// The numbers, or the names behind one of them, on paper or into a file.
    FigurePaper,
}

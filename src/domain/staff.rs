//! Who works here and what each may do: THE table of rights.
//!
//! A deed of `office` names its right; the desk dims a command whose right the signed-in person lacks and says so.
//! Source of the split: `notes` of the field's peers (the counter sees less than the case worker) and law 2297-VI.

use serde::{Deserialize, Serialize};

/// What a member of staff is at the office.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Registers families and visitors at the counter.
    Reception,
    /// Issues aid and keeps the shelves.
    Storekeeper,
    /// Holds clubs and trainings, takes attendance.
    Trainer,
    /// Accompanies families; sees notes and sensitive categories.
    CaseWorker,
    /// Reads the register and its figures.
    Director,
    /// Keeps staff, settings and copies. A small office has one person for everything, so nothing is closed to this role
    /// (whoever holds the data key can read the file anyway).
    Administrator,
}

impl Role {
    /// Every role, in the order in which the screens list them.
    pub const ALL: [Self; 6] =
        [Self::Reception, Self::Storekeeper, Self::Trainer, Self::CaseWorker, Self::Director, Self::Administrator];

    /// The role's word on the command line, in files and in message ids (`role-reception`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::Storekeeper => "storekeeper",
            Self::Trainer => "trainer",
            Self::CaseWorker => "case_worker",
            Self::Director => "director",
            Self::Administrator => "administrator",
        }
    }

    /// The role of a code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether this role may do that. Deny by default: what the table does not name is refused.
    pub fn may(self, right: Right) -> bool {
        right.roles().contains(&self)
    }
}

/// What can be allowed or refused. One row a right in [`Right::roles`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Right {
    /// Find people and open a card: name, age, family, number.
    Find,
    /// See phones, addresses and papers on cards and in search results.
    SeeContacts,
    /// See and write notes, the most sensitive field.
    SeeNotes,
    /// See and give the categories marked sensitive (violence, offenders).
    SeeSensitive,
    /// Register a new family or person.
    Register,
    /// Correct a family's card.
    Edit,
    /// See who changed what and when, and who looked.
    SeeHistory,
    /// Bring families in from a file.
    Import,
    /// Take families out into a file.
    Export,
    /// Add, disable and give passwords to staff.
    ManageStaff,
    /// See the register as lists: filter and count it, save filters, keep lists of families.
    SeeLists,
    /// Change the office's settings and catalogues.
    ManageOffice,
    /// Issue aid, and take an issue back.
    Issue,
    /// Receive, write off, move and count goods, put kits together.
    KeepStock,
    /// Say that a count that somebody else entered is right.
    ApproveCount,
    /// See what lies in the storeroom and what moved.
    SeeStock,
    /// See where limits were bent, and why.
    SeeOverrides,
    /// Make campaigns and their lists, end them.
    ManageCampaigns,
    /// See campaigns and hand out what they give.
    Serve,
    /// See the calendar of events and the registers of those who come.
    SeeEvents,
    /// Make and change events and series, enrol people in them.
    ManageEvents,
    /// Mark who came, add newcomers at a session, close it.
    MarkAttendance,
    /// Open a closed session again.
    ReopenSession,
    /// See the figures of events and the names behind them.
    SeeFigures,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 24] = [
        Self::Find,
        Self::SeeContacts,
        Self::SeeNotes,
        Self::SeeSensitive,
        Self::Register,
        Self::Edit,
        Self::SeeHistory,
        Self::Import,
        Self::Export,
        Self::ManageStaff,
        Self::SeeLists,
        Self::ManageOffice,
        Self::Issue,
        Self::KeepStock,
        Self::ApproveCount,
        Self::SeeStock,
        Self::SeeOverrides,
        Self::ManageCampaigns,
        Self::Serve,
        Self::SeeEvents,
        Self::ManageEvents,
        Self::MarkAttendance,
        Self::ReopenSession,
        Self::SeeFigures,
    ];

    /// The right's word in message ids (`right-register`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::SeeContacts => "see-contacts",
            Self::SeeNotes => "see-notes",
            Self::SeeSensitive => "see-sensitive",
            Self::Register => "register",
            Self::Edit => "edit",
            Self::SeeHistory => "see-history",
            Self::Import => "import",
            Self::Export => "export",
            Self::ManageStaff => "manage-staff",
            Self::SeeLists => "see-lists",
            Self::ManageOffice => "manage-office",
            Self::Issue => "issue",
            Self::KeepStock => "keep-stock",
            Self::ApproveCount => "approve-count",
            Self::SeeStock => "see-stock",
            Self::SeeOverrides => "see-overrides",
            Self::ManageCampaigns => "manage-campaigns",
            Self::Serve => "serve",
            Self::SeeEvents => "see-events",
            Self::ManageEvents => "manage-events",
            Self::MarkAttendance => "mark-attendance",
            Self::ReopenSession => "reopen-session",
            Self::SeeFigures => "see-figures",
        }
    }

    /// The roles that hold this right: the table.
    pub fn roles(self) -> &'static [Role] {
        use Role::{Administrator, CaseWorker, Director, Reception, Storekeeper, Trainer};
        match self {
            // Handing out at a campaign needs all hands, and what each gets was decided before the day.
            Self::Find | Self::Serve => &[Reception, Storekeeper, Trainer, CaseWorker, Director, Administrator],
            Self::SeeContacts | Self::SeeHistory | Self::SeeLists => &[Reception, CaseWorker, Director, Administrator],
            Self::SeeNotes | Self::SeeSensitive => &[CaseWorker, Administrator],
            Self::Register | Self::Edit => &[Reception, CaseWorker, Administrator],
            Self::Import | Self::ManageStaff | Self::ManageOffice | Self::ReopenSession => &[Administrator],
            Self::Export | Self::SeeOverrides => &[Director, Administrator],
            Self::ManageCampaigns => &[Storekeeper, CaseWorker, Director, Administrator],
            Self::Issue | Self::KeepStock => &[Storekeeper, Administrator],
            Self::ApproveCount => &[Storekeeper, Director, Administrator],
            Self::SeeEvents => &[Reception, Trainer, CaseWorker, Director, Administrator],
            Self::ManageEvents | Self::SeeFigures => &[Trainer, CaseWorker, Director, Administrator],
            Self::MarkAttendance => &[Reception, Trainer, CaseWorker, Administrator],
            Self::SeeStock => &[Reception, Storekeeper, CaseWorker, Director, Administrator],
        }
    }
}

/// A member of staff as the office knows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staff {
    /// Identity in journal and key slots.
    pub id: crate::domain::id::StaffId,
    /// What is typed at sign-in: lower case, no spaces.
    pub login: String,
    /// How the person is named on screens.
    pub name: String,
    /// What the person is here.
    pub role: Role,
    /// The day from which the person can no longer sign in.
    pub disabled_on: Option<chrono::NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, role by role, as letters in the order of `Right::ALL`: a change of a right is a change here.
    #[test]
    fn every_role_may_exactly_what_the_table_says() {
        let expected = [
            (Role::Reception, "+ + - - + + + - - - + - - - - + - - + + - + - -"),
            (Role::Storekeeper, "+ - - - - - - - - - - - + + + + - + + - - - - -"),
            (Role::Trainer, "+ - - - - - - - - - - - - - - - - - + + + + - +"),
            (Role::CaseWorker, "+ + + + + + + - - - + - - - - + - + + + + + - +"),
            (Role::Director, "+ + - - - - + - + - + - - - + + + + + + + - - +"),
            (Role::Administrator, "+ + + + + + + + + + + + + + + + + + + + + + + +"),
        ];
        assert_eq!(expected.len(), Role::ALL.len());
        for (role, row) in expected {
            let actual: Vec<&str> = Right::ALL.iter().map(|right| if role.may(*right) { "+" } else { "-" }).collect();
            assert_eq!(actual.join(" "), row, "{role:?}");
        }
    }

    #[test]
    fn every_role_is_found_by_its_code() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
        assert_eq!(Role::from_code("king"), None);
    }
}

//! THE table of kinds: what the office keeps lists of.

use super::About;
use super::aid::{Item, Limit, Location, Partner, Programme};
use crate::domain::aid::LocationKind;
use crate::domain::category;
use crate::domain::staff::Right;

/// What a catalogue lists: the table of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Grounds on which families are supported.
    Category,
    /// Starosta districts of the community.
    District,
    /// Streets, with the names they had.
    Street,
    /// What is given out: things and kits.
    Item,
    /// Under what aid is given.
    Programme,
    /// Who gives goods, and organisations that get them.
    Partner,
    /// Where goods lie.
    Location,
    /// How much may be given in a time.
    Limit,
    /// What sessions are: clubs, trainings, support groups.
    EventKind,
    /// Where sessions are held.
    Room,
}

impl Kind {
    /// Every kind, in the order of the screen.
    pub const ALL: [Self; 10] = [
        Self::Category,
        Self::District,
        Self::Street,
        Self::Item,
        Self::Programme,
        Self::Partner,
        Self::Location,
        Self::Limit,
        Self::EventKind,
        Self::Room,
    ];

    /// The kind's word in message ids (`catalogue-event-kind-new`).
    pub fn word(self) -> String {
        self.code().replace('_', "-")
    }

    /// The kind's word on the command line and in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::District => "district",
            Self::Street => "street",
            Self::Item => "item",
            Self::Programme => "programme",
            Self::Partner => "partner",
            Self::Location => "location",
            Self::Limit => "limit",
            Self::EventKind => "event_kind",
            Self::Room => "room",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The right to change its entries: whoever keeps the stock names what lies in it; who has a right to what is the office's word.
    pub fn right(self) -> Right {
        match self {
            Self::Item | Self::Partner | Self::Location => Right::KeepStock,
            Self::Category
            | Self::District
            | Self::Street
            | Self::Programme
            | Self::Limit
            | Self::EventKind
            | Self::Room => Right::ManageOffice,
        }
    }

    /// The codes that came with the program, which has a name for each in every language (`item-food-kit`).
    pub fn shipped(self) -> &'static [&'static str] {
        match self {
            Self::Category => &category::SHIPPED,
            Self::Item => &ITEMS,
            Self::Programme => &PROGRAMMES,
            Self::Location => &LOCATIONS,
            Self::EventKind => &EVENT_KINDS,
            Self::District | Self::Street | Self::Partner | Self::Limit | Self::Room => &[],
        }
    }

    /// The details of a new entry of this kind.
    pub fn about(self) -> About {
        match self {
            Self::Category => About::Category { sensitive: false },
            Self::District => About::District { settlements: Vec::new() },
            Self::Street => About::Street { settlement: String::new(), former: Vec::new() },
            Self::Item => About::Item(Item::new()),
            Self::Programme => About::Programme(Programme::default()),
            Self::Partner => About::Partner(Partner::new()),
            Self::Location => About::Location(Location { kind: LocationKind::Storeroom }),
            Self::Limit => About::Limit(Limit::new()),
            Self::EventKind => About::EventKind,
            Self::Room => About::Room { settlement: String::new() },
        }
    }
}

/// The shipped things (source: `contract` of the import files; what each is, migration 0007 says).
const ITEMS: [&str; 19] = [
    "food_kit",
    "hygiene_kit",
    "clothes",
    "shoes",
    "bedding",
    "toys",
    "baby_food",
    "nappies",
    "school_set",
    "schoolbag",
    "gift",
    "orthopaedic_shoes",
    "glasses",
    "hearing_aid",
    "blood_pressure_meter",
    "weighted_blanket",
    "power_station",
    "e_bike",
    "printer",
];
/// The shipped programmes (source: as above).
const PROGRAMMES: [&str; 17] = [
    "register",
    "emergency_room",
    "mutual_aid_hub",
    "campaigns",
    "space_for_children",
    "family_centre",
    "foster_care",
    "guardianship",
    "mediation",
    "military_families",
    "day_centre",
    "crisis_room",
    "mobile_team",
    "women_hub",
    "offenders",
    "training_centre",
    "information",
];
/// The shipped places of goods.
const LOCATIONS: [&str; 1] = ["storeroom"];
/// The shipped kinds of events (source: as above).
const EVENT_KINDS: [&str; 17] = [
    "club",
    "training",
    "support_group",
    "master_class",
    "leisure",
    "campaign",
    "information",
    "course",
    "camp",
    "round_table",
    "meeting",
    "performance",
    "mobile_trip",
    "press_conference",
    "publication",
    "radio",
    "television",
];

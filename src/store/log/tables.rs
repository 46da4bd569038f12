//! THE list of logged tables: which columns each has and what taking back an added row means (reasons: migration 0002).
//!
//! A table that people change by deeds has two triggers in its migration and a row here; the test below holds the two together.

use super::super::StoreError;

/// A logged table. Names are the program's own words, never anybody's data.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The column of `row_change.row_key`.
    pub(super) key: &'static str,
    /// Whether the rows lie by person, so that a row is found by both.
    pub(super) of_person: bool,
    /// Columns of texts and numbers.
    pub(super) plain: &'static [&'static str],
    /// Columns of ids, which the log has in hexadecimal.
    pub(super) bytes: &'static [&'static str],
    pub(super) take_back: TakeBack,
}

/// What taking back an added row writes.
pub(super) enum TakeBack {
    /// These columns; ?2 is the day.
    Set(&'static str),
    /// Together with what the person or family has, for all of a deed at once.
    WithAllItHas,
}

/// Every logged table.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "setting",
        key: "key",
        of_person: false,
        plain: &["value"],
        bytes: &[],
        take_back: TakeBack::Set("value = ''"),
    },
    Table {
        name: "staff",
        key: "id",
        of_person: false,
        plain: &["login", "name", "role", "disabled_on"],
        bytes: &[],
        take_back: TakeBack::Set("disabled_on = coalesce(disabled_on, ?2)"),
    },
    Table {
        name: "family",
        key: "id",
        of_person: false,
        plain: &["key", "registered_on", "closed_on", "voided_on"],
        bytes: &["merged_into"],
        take_back: TakeBack::WithAllItHas,
    },
    Table {
        name: "person",
        key: "id",
        of_person: false,
        plain: &[
            "key",
            "surname",
            "given_name",
            "patronymic",
            "sex",
            "birth_date",
            "birth_precision",
            "consent_kind",
            "consent_on",
            "consent_by",
            "note",
            "clothes_size",
            "shoes_size",
            "died_on",
            "voided_on",
        ],
        bytes: &["merged_into"],
        take_back: TakeBack::WithAllItHas,
    },
    Table {
        name: "membership",
        key: "id",
        of_person: false,
        plain: &["relation", "position", "from_on", "until_on", "reason"],
        bytes: &["family", "person"],
        take_back: TakeBack::Set("until_on = from_on, reason = 'mistake'"),
    },
    Table {
        name: "address",
        key: "id",
        of_person: false,
        plain: &[
            "kind",
            "settlement_code",
            "settlement",
            "district",
            "street",
            "building",
            "flat",
            "from_on",
            "until_on",
        ],
        bytes: &["family", "person"],
        take_back: TakeBack::Set("until_on = from_on"),
    },
    Table {
        name: "phone",
        key: "id",
        of_person: true,
        plain: &["position", "settled", "raw", "from_on", "until_on"],
        bytes: &["person"],
        take_back: TakeBack::Set("until_on = coalesce(from_on, ?2)"),
    },
    Table {
        name: "document",
        key: "id",
        of_person: true,
        plain: &["kind", "number", "raw", "issued_on", "issued_by", "status"],
        bytes: &["person"],
        take_back: TakeBack::Set("status = 'voided'"),
    },
    Table {
        name: "category",
        key: "id",
        of_person: false,
        plain: &["code", "since", "until", "basis", "voided"],
        bytes: &["family", "person"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "category_kind",
        key: "code",
        of_person: false,
        plain: &["name_uk", "name_en", "position", "sensitive", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "district",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "position", "settlements", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "street",
        key: "code",
        of_person: false,
        plain: &["settlement", "name", "name_en", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "street_former",
        key: "key",
        of_person: false,
        plain: &["street", "name", "position", "until_on", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "former_name",
        key: "id",
        of_person: false,
        plain: &["surname", "given_name", "patronymic", "until_on", "basis", "voided"],
        bytes: &["person"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "closure",
        key: "id",
        of_person: false,
        plain: &["from_on", "until_on", "reason", "note", "reopened", "voided"],
        bytes: &["family"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "collector",
        key: "id",
        of_person: false,
        plain: &["name", "document", "phone", "from_on", "until_on", "note", "voided"],
        bytes: &["family", "person"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "distinct_pair",
        key: "id",
        of_person: false,
        plain: &["note", "voided"],
        bytes: &["one_family", "other_family", "one_person", "other_person"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "saved_filter",
        key: "id",
        of_person: false,
        plain: &["name", "conditions", "removed_on"],
        bytes: &[],
        take_back: TakeBack::Set("removed_on = coalesce(removed_on, ?2)"),
    },
    Table {
        name: "family_list",
        key: "id",
        of_person: false,
        plain: &["name", "made_on", "restricted", "removed_on"],
        bytes: &[],
        take_back: TakeBack::Set("removed_on = coalesce(removed_on, ?2)"),
    },
    Table {
        name: "family_list_member",
        key: "id",
        of_person: false,
        plain: &["added_on", "removed_on"],
        bytes: &["list", "family", "added_by"],
        take_back: TakeBack::Set("removed_on = coalesce(removed_on, ?2)"),
    },
    Table {
        name: "item",
        key: "code",
        of_person: false,
        plain: &[
            "name",
            "name_en",
            "item_group",
            "unit",
            "standard_weight",
            "tracks_expiry",
            "low_level",
            "position",
            "off_since",
        ],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "kit_version",
        key: "key",
        of_person: false,
        plain: &["item", "from_on", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "kit_part",
        key: "key",
        of_person: false,
        plain: &["version", "item", "quantity", "position", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "programme",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "starts_on", "ends_on", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "programme_ground",
        key: "key",
        of_person: false,
        plain: &["programme", "category", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "programme_set",
        key: "key",
        of_person: false,
        plain: &["programme", "item", "quantity", "position", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "partner",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "role", "edrpou", "contact", "for_thanks", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "location",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "kind", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "limit_rule",
        key: "code",
        of_person: false,
        plain: &[
            "name",
            "name_en",
            "item",
            "item_group",
            "period",
            "period_count",
            "measure",
            "amount",
            "per",
            "position",
            "off_since",
        ],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "limit_rule_category",
        key: "key",
        of_person: false,
        plain: &["rule", "category", "voided"],
        bytes: &[],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "session",
        key: "id",
        of_person: false,
        plain: &[
            "key",
            "kind",
            "title",
            "held_on",
            "starts_on",
            "ends_on",
            "programme",
            "settlement",
            "partner",
            "location",
            "status",
            "note",
            "conditions",
            "planned_on",
            "start_time",
            "end_time",
            "rural",
            "room",
            "trainer_name",
            "audience",
            "age_from",
            "age_to",
            "capacity",
            "restricted",
            "unnamed_women",
            "unnamed_men",
            "unnamed_children",
            "reason",
            "voided",
        ],
        bytes: &["series", "trainer"],
        take_back: TakeBack::Set("status = 'cancelled', voided = 1"),
    },
    Table {
        name: "campaign_good",
        key: "key",
        of_person: false,
        plain: &["item", "quantity", "per", "position", "voided"],
        bytes: &["session"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "campaign_expected",
        key: "id",
        of_person: false,
        plain: &["source", "reason", "added_on", "removed_on"],
        bytes: &["session", "family", "person", "added_by"],
        take_back: TakeBack::Set("removed_on = coalesce(removed_on, ?2)"),
    },
    Table {
        name: "event_kind",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "room",
        key: "code",
        of_person: false,
        plain: &["name", "name_en", "settlement", "position", "off_since"],
        bytes: &[],
        take_back: TakeBack::Set("off_since = coalesce(off_since, ?2)"),
    },
    Table {
        name: "series",
        key: "id",
        of_person: false,
        plain: &[
            "key",
            "kind",
            "title",
            "programme",
            "settlement",
            "rural",
            "room",
            "partner",
            "trainer_name",
            "audience",
            "age_from",
            "age_to",
            "capacity",
            "restricted",
            "note",
            "rule",
            "starts_on",
            "ends_on",
            "start_time",
            "end_time",
            "ended_on",
            "voided",
        ],
        bytes: &["trainer"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "enrolment",
        key: "id",
        of_person: false,
        plain: &[
            "from_on",
            "until_on",
            "source",
            "waiting",
            "waiting_since",
            "completed_on",
            "certificate",
            "left_reason",
            "added_at",
            "voided",
        ],
        bytes: &["series", "session", "person", "added_by"],
        take_back: TakeBack::Set("voided = 1"),
    },
    Table {
        name: "attendance",
        key: "id",
        of_person: false,
        plain: &["expected", "outcome", "reason", "source", "marked_at", "desk", "voided"],
        bytes: &["session", "person", "marked_by"],
        take_back: TakeBack::Set("voided = 1"),
    },
    // An act is taken back by a reversal act (`office::aid_room::reverse`), never from here: its row stays as it is.
    Table {
        name: "act_recipient",
        key: "act",
        of_person: false,
        plain: &[
            "kind",
            "partner",
            "adults",
            "children",
            "categories",
            "ground",
            "right_reason",
            "collector_kind",
            "collector_name",
            "collector_paper",
            "in_force",
        ],
        bytes: &["family", "person", "session", "collector_person", "once_for"],
        take_back: TakeBack::Set("in_force = in_force"),
    },
];

/// The table of a name. Errors: `Damaged` for a name that no migration of this program logs.
pub(super) fn table(name: &str) -> Result<&'static Table, StoreError> {
    TABLES.iter().find(|table| table.name == name).ok_or(StoreError::Damaged)
}

impl Table {
    /// Where one row is: ?1 its key, for rows that lie by person ?3 the person.
    fn place(&self) -> String {
        let person = if self.of_person { " AND person = ?3" } else { "" };
        format!("{} = ?1{person}", self.key)
    }

    /// Puts back the columns that the JSON in ?2 has.
    pub(super) fn restore(&self) -> String {
        let plain = self.plain.iter().map(|name| {
            format!("{name} = iif(json_type(?2, '$.{name}') IS NULL, {name}, json_extract(?2, '$.{name}'))")
        });
        let bytes = self.bytes.iter().map(|name| {
            format!("{name} = iif(json_type(?2, '$.{name}') IS NULL, {name}, unhex(json_extract(?2, '$.{name}')))")
        });
        let columns: Vec<String> = plain.chain(bytes).collect();
        format!("UPDATE {} SET {} WHERE {}", self.name, columns.join(", "), self.place())
    }

    /// The row as it is, as the log would write it. Here ?2 is nothing.
    pub(super) fn present(&self) -> String {
        let plain = self.plain.iter().map(|name| format!("'{name}', {name}"));
        let bytes = self.bytes.iter().map(|name| format!("'{name}', iif({name} IS NULL, NULL, hex({name}))"));
        let columns: Vec<String> = plain.chain(bytes).collect();
        format!("SELECT json_object({}) FROM {} WHERE {} AND ?2 IS NULL", columns.join(", "), self.name, self.place())
    }

    /// Takes an added row back.
    pub(super) fn takes_back(&self) -> Option<String> {
        match self.take_back {
            TakeBack::Set(columns) => {
                Some(format!("UPDATE {} SET {columns} WHERE {} AND ?2 = ?2", self.name, self.place()))
            }
            TakeBack::WithAllItHas => None,
        }
    }
}

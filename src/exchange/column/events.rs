//! Columns of files of events: what was held or is planned, and who came.

use super::{Column, Content, Kind, Need};

/// Columns of [`EVENTS`], in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the column of the same name, described in the table below")]
pub enum EventColumn {
    Session,
    Series,
    Kind,
    Title,
    Date,
    Start,
    End,
    Programme,
    Settlement,
    Rural,
    Audience,
    Partner,
    Trainer,
    UnnamedWomen,
    UnnamedMen,
    UnnamedChildren,
    Status,
    Restricted,
}

/// What was held or is planned, one row a session (source: the contract of import files).
pub const EVENTS: Kind = {
    use Content::{Date, Short, Text};
    use Need::{Cell, Optional};
    Kind {
        word: "events",
        columns: &[
            Column::new("session", &["заняття", "ключ заняття", "код заняття"], Cell, Text, "session-key"),
            Column::new("series", &["цикл", "ключ циклу", "код циклу"], Optional, Text, "series-key"),
            Column::new("kind", &["вид", "вид заняття", "вид заходу"], Cell, Text, "event-kind"),
            Column::new("title", &["назва", "тема", "назва заходу"], Cell, Text, "event-title"),
            Column::new("date", &["дата", "дата проведення"], Cell, Date, "date"),
            Column::new("start", &["початок", "час початку", "час"], Optional, Short, "time"),
            Column::new("end", &["кінець", "закінчення", "час закінчення"], Optional, Short, "time"),
            Column::new("programme", &["програма"], Optional, Text, "programme"),
            Column::new("settlement", &["населений пункт", "місце", "місце проведення"], Optional, Text, "settlement"),
            Column::new("rural", &["сільська місцевість", "село"], Optional, Short, "rural"),
            Column::new("audience", &["для кого", "аудиторія"], Optional, Text, "audience"),
            Column::new("partner", &["партнер"], Optional, Text, "partner"),
            Column::new("trainer", &["тренер", "ведучий", "хто веде"], Optional, Text, "trainer"),
            Column::new("unnamed_women", &["жінок без прізвищ", "безіменних жінок"], Optional, Short, "heads"),
            Column::new("unnamed_men", &["чоловіків без прізвищ", "безіменних чоловіків"], Optional, Short, "heads"),
            Column::new("unnamed_children", &["дітей без прізвищ", "безіменних дітей"], Optional, Short, "heads"),
            Column::new("status", &["стан", "статус"], Optional, Short, "event-status"),
            Column::new("restricted", &["обмежений доступ", "закрита група"], Optional, Short, "yes-no"),
        ],
    }
};

/// Columns of [`ATTENDANCE`], in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the column of the same name, described in the table below")]
pub enum AttendanceColumn {
    Session,
    Person,
    Expected,
    Outcome,
}

/// Who came, one row a person and session (source: the contract of import files).
pub const ATTENDANCE: Kind = {
    use Content::{Short, Text};
    use Need::{Cell, Optional};
    Kind {
        word: "attendance",
        columns: &[
            Column::new("session", &["заняття", "ключ заняття", "код заняття"], Cell, Text, "known-session"),
            Column::new("person", &["особа", "ключ особи", "код особи"], Cell, Text, "known-person"),
            Column::new("expected", &["очікували", "був у списку", "у списку"], Optional, Short, "expected"),
            Column::new("outcome", &["відвідування", "присутність", "відмітка"], Cell, Short, "outcome"),
        ],
    }
};

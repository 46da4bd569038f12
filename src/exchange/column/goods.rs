//! Columns of files of goods: what came into the storeroom, and what was given to whom.

use super::{Column, Content, Kind, Need};

/// Columns of [`STOCK`], in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the column of the same name, described in the table below")]
pub enum StockColumn {
    Key,
    Date,
    Item,
    Quantity,
    Unit,
    WeightKg,
    Partner,
    Document,
    ExpiresOn,
}

/// What came into the storeroom and what was written off, one row a line (source: the contract of import files).
pub const STOCK: Kind = {
    use Content::{Date, Short, Text};
    use Need::{Cell, Optional};
    Kind {
        word: "stock",
        columns: &[
            Column::new("key", &["ключ", "код рядка"], Cell, Text, "text"),
            Column::new("date", &["дата"], Cell, Date, "past-date"),
            Column::new("item", &["найменування", "річ", "товар"], Cell, Text, "item"),
            Column::new("quantity", &["кількість", "к-сть"], Cell, Short, "quantity"),
            Column::new("unit", &["одиниця", "од.", "одиниця виміру"], Optional, Short, "unit"),
            Column::new("weight_kg", &["вага", "вага, кг"], Optional, Short, "weight"),
            Column::new("partner", &["партнер", "благодійник", "донор"], Optional, Text, "partner"),
            Column::new("document", &["документ", "накладна"], Optional, Text, "text"),
            Column::new("expires_on", &["придатне до", "термін придатності"], Optional, Date, "date"),
        ],
    }
};

/// Columns of [`AID`], in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the column of the same name, described in the table below")]
pub enum AidColumn {
    Act,
    Date,
    Family,
    Person,
    Organisation,
    CollectedBy,
    Item,
    Quantity,
    WeightKg,
    Programme,
    Campaign,
    Partner,
    Note,
}

/// What was given to whom, one row a line of an act (source: the contract of import files).
pub const AID: Kind = {
    use Content::{Date, Note, Short, Text};
    use Need::{Cell, Optional};
    Kind {
        word: "aid",
        columns: &[
            Column::new("act", &["акт", "номер акта", "ключ акта"], Cell, Text, "text"),
            Column::new("date", &["дата"], Cell, Date, "past-date"),
            Column::new("family", &["сім’я", "ключ сім’ї", "номер сім’ї"], Optional, Text, "known-family"),
            Column::new("person", &["особа", "ключ особи"], Optional, Text, "known-person"),
            Column::new("organisation", &["організація"], Optional, Text, "partner"),
            Column::new("collected_by", &["отримав", "отримувач", "хто отримав"], Optional, Text, "text"),
            Column::new("item", &["найменування", "річ", "товар"], Cell, Text, "item"),
            Column::new("quantity", &["кількість", "к-сть"], Cell, Short, "quantity-above"),
            Column::new("weight_kg", &["вага", "вага, кг"], Optional, Short, "weight"),
            Column::new("programme", &["програма"], Optional, Text, "programme"),
            Column::new("campaign", &["акція", "захід"], Optional, Text, "known-campaign"),
            Column::new("partner", &["партнер", "благодійник", "донор"], Optional, Text, "partner"),
            Column::new("note", &["примітка", "нотатка"], Optional, Note, "note"),
        ],
    }
};

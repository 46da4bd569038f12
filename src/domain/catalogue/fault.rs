//! Why an entry cannot be so.

/// Why an entry cannot be so. Speaks through `text::Sentence` (`catalogue-fault-…`).
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CatalogueFault {
    /// A code is lower case Latin letters, digits and `_`, and begins with a letter; carries what was typed.
    #[error("code shape")]
    CodeShape(String),
    /// Another entry has this code.
    #[error("code taken: {0}")]
    CodeTaken(String),
    /// An entry has a name of at most [`super::NAME_CHARACTERS`].
    #[error("name missing or too long")]
    Name,
    /// The catalogue has no such entry.
    #[error("no such entry: {0}")]
    NoSuchEntry(String),
    /// A street lies in one settlement of the codifier, a district has settlements of it; carries what is not one.
    #[error("no such settlement")]
    Settlement(String),
    /// Violence and offenders stay hidden, whatever a setting says.
    #[error("always sensitive")]
    AlwaysSensitive,
    /// A group's word is short: it stands in lists.
    #[error("group too long")]
    Group,
    /// What stands in a field is no day; carries what was typed.
    #[error("no day: {0}")]
    Day(String),
    /// A thing weighs from a gram to a tonne.
    #[error("weight")]
    Weight,
    /// What is little is a number above zero.
    #[error("low level")]
    Low,
    /// A kit holds things, not kits; carries the code of the kit in it.
    #[error("kit in a kit: {0}")]
    KitInKit(String),
    /// Only a kit holds other things.
    #[error("not a kit")]
    NotAKit,
    /// Two compositions of a kit begin on one day.
    #[error("two compositions on one day")]
    TwoCompositions,
    /// There is more than nothing of every part of a kit or set; carries the code of the thing.
    #[error("part without quantity: {0}")]
    PartQuantity(String),
    /// A kit, a set or a limit names a thing that the catalogue does not have; carries the code.
    #[error("no such item: {0}")]
    NoSuchItem(String),
    /// A programme or a limit names a category that the catalogue does not have; carries the code.
    #[error("no such category: {0}")]
    NoSuchCategory(String),
    /// What a thing is counted in stays once it was received or given out: its sheets are written in it. Carries the code.
    #[error("unit in use: {0}")]
    UnitInUse(String),
    /// A thing that is part of a kit does not become a kit; carries the code of the kit that holds it.
    #[error("part of a kit: {0}")]
    PartOfKit(String),
    /// A programme ends on or after its first day.
    #[error("ends before it starts")]
    EndsBeforeItStarts,
    /// An EDRPOU code has eight digits; carries what was typed.
    #[error("edrpou shape")]
    Edrpou(String),
    /// A limit speaks of a thing or of a group.
    #[error("limit of nothing")]
    LimitOfNothing,
    /// A limit gives something.
    #[error("limit amount")]
    LimitAmount,
    /// A limit's period has a length.
    #[error("limit period")]
    LimitPeriod,
    /// Grams go with what is weighed, pieces with what is counted; carries the code of the thing.
    #[error("limit measure: {0}")]
    LimitMeasure(String),
    /// Goods lie at this place; carries its code.
    #[error("location in use: {0}")]
    LocationInUse(String),
    /// The last place of goods stays: everything lies somewhere.
    #[error("last location")]
    LastLocation,
    /// Another desk changed the entry meanwhile; carries its name.
    #[error("changed by another desk")]
    Changed(String),
}

//! Rows of a file of goods become lines for the office, or every fault in them.

use crate::domain::stock::{Grams, Item, ItemCode, Quantity, Unit};
use crate::exchange::column::{AID, AidColumn, Layout, STOCK, StockColumn};
use crate::exchange::fault::{Expected, Fault};
use crate::exchange::reading::{Reading, filled, is_named};
use crate::exchange::sheet::Sheet;
use crate::office::goods::{AidLine, AidTo, GoodsFault, GoodsSetting, GoodsWrong, StockLine};
use crate::office::intake::Row;
use std::collections::HashMap;

/// A file of stock that can be handed to the office.
#[derive(Clone, Debug)]
pub struct TakenStock {
    /// What it says.
    pub lines: Vec<StockLine>,
    layout: Layout,
    rows: Vec<Row>,
}

/// A file of aid that can be handed to the office.
#[derive(Clone, Debug)]
pub struct TakenAid {
    /// What it says.
    pub lines: Vec<AidLine>,
    layout: Layout,
    rows: Vec<Row>,
}

/// Reads receipts and write-offs. Errors: every fault, by rows.
pub fn stock(sheet: &Sheet, setting: &GoodsSetting) -> Result<TakenStock, Vec<Fault>> {
    let mut reading = Reading::new(STOCK, sheet, setting.today, &setting.catalogue)?;
    let rows = filled(sheet);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        let line = reading.stock_line(row);
        if let Some(line) = &line {
            let first = *seen.entry(line.key.clone()).or_insert(row.number);
            if first != row.number {
                reading.fault(row, StockColumn::Key as usize, Expected::KeyOnce { row: first });
            }
        }
        lines.extend(line);
    }
    let (layout, faults) = reading.done(sheet);
    if faults.is_empty() { Ok(TakenStock { lines, layout, rows }) } else { Err(faults) }
}

/// Reads issues. Errors: every fault, by rows.
pub fn aid(sheet: &Sheet, setting: &GoodsSetting) -> Result<TakenAid, Vec<Fault>> {
    let mut reading = Reading::new(AID, sheet, setting.today, &setting.catalogue)?;
    let rows = filled(sheet);
    let mut seen: HashMap<String, (usize, AidLine)> = HashMap::new();
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        let Some(line) = reading.aid_line(row) else { continue };
        match seen.get(&line.act) {
            Some((first, there)) => reading.same_act(row, &line, *first, &there.clone()),
            None => {
                seen.insert(line.act.clone(), (row.number, line.clone()));
            }
        }
        lines.push(line);
    }
    let (layout, faults) = reading.done(sheet);
    if faults.is_empty() { Ok(TakenAid { lines, layout, rows }) } else { Err(faults) }
}

impl TakenStock {
    /// What the office could not take, as a fault of the file.
    pub fn fault(&self, fault: &GoodsFault) -> Fault {
        let column = match &fault.what {
            GoodsWrong::NotThere { .. } => StockColumn::Quantity,
            _ => StockColumn::Key,
        };
        told(&self.layout, self.rows.get(fault.line), column as usize, &fault.what)
    }
}

impl TakenAid {
    /// What the office could not take, as a fault of the file.
    pub fn fault(&self, fault: &GoodsFault) -> Fault {
        let column = match &fault.what {
            GoodsWrong::NotThere { .. } => AidColumn::Quantity,
            GoodsWrong::NoFamily => AidColumn::Family,
            GoodsWrong::NoPerson => AidColumn::Person,
            GoodsWrong::NoCampaign | GoodsWrong::Served => AidColumn::Campaign,
            GoodsWrong::KeyTaken | GoodsWrong::Refused(_) => AidColumn::Act,
        };
        told(&self.layout, self.rows.get(fault.line), column as usize, &fault.what)
    }
}

fn told(layout: &Layout, row: Option<&Row>, column: usize, what: &GoodsWrong) -> Fault {
    let expected = match what {
        GoodsWrong::NotThere { left, unit } => Expected::InStock { left: left.show(*unit), unit: unit.code() },
        GoodsWrong::KeyTaken => Expected::KeyUnchanged,
        GoodsWrong::NoFamily => Expected::Content("known-family"),
        GoodsWrong::NoPerson => Expected::Content("known-person"),
        GoodsWrong::NoCampaign => Expected::Content("known-campaign"),
        GoodsWrong::Served => Expected::Content("campaign-once"),
        GoodsWrong::Refused(fault) => Expected::Office(Box::new((**fault).clone())),
    };
    let value = row.map_or("", |row| layout.cell(row, column));
    Fault::new(row.map_or(0, |row| row.number), layout.heading(column), value, expected)
}

impl Reading<'_> {
    fn item(&mut self, row: &Row, column: usize) -> Option<Item> {
        let text = self.needed(row, column);
        let catalogue = self.catalogue;
        let named = |item: &&Item| {
            let shipped = self.texts.iter().map(|texts| texts.code("item", item.code.as_str()));
            is_named(&text, item.code.as_str(), [&item.name, &item.name_en], shipped)
        };
        let found = catalogue.item(&ItemCode(text.clone())).or_else(|| catalogue.items.iter().find(named)).cloned();
        if found.is_none() && !text.is_empty() {
            self.unexpected(row, column);
        }
        found
    }

    /// How much; the sign is taken apart before, since nobody types one at the counter.
    fn quantity(&mut self, row: &Row, column: usize, item: Option<&Item>) -> Option<Quantity> {
        let text = self.needed(row, column);
        let item = item?;
        let (text, is_out) = match text.strip_prefix(['-', '−', '–']) {
            Some(rest) => (rest.trim(), true),
            None => (text.as_str(), false),
        };
        // A spreadsheet says `3.0` of three pieces.
        let text = if item.unit.is_weighed() { text } else { text.strip_suffix(".0").unwrap_or(text) };
        let read = Quantity::parse(text, item.unit).and_then(|quantity| quantity.checked(item.unit));
        match read {
            Ok(quantity) => Some(if is_out { -quantity } else { quantity }),
            Err(_) if text.is_empty() => None,
            Err(_) => {
                let expected = if item.unit.is_weighed() { "quantity-kg" } else { "quantity-pieces" };
                self.fault(row, column, Expected::Content(expected));
                None
            }
        }
    }

    fn weight(&mut self, row: &Row, column: usize) -> Option<Grams> {
        let text = self.text(row, column, 40);
        if text.is_empty() {
            return None;
        }
        let read = Quantity::parse(&text, Unit::Kilogram).and_then(|weight| weight.checked(Unit::Kilogram));
        match read {
            Ok(weight) => Some(Grams(weight.0)),
            Err(_) => {
                self.unexpected(row, column);
                None
            }
        }
    }

    fn stock_line(&mut self, row: &Row) -> Option<StockLine> {
        use StockColumn as C;
        let before = self.faults.len();
        let key = self.needed(row, C::Key as usize);
        let on = self.day(row, C::Date as usize, Some(self.today));
        self.wanted(row, C::Date as usize);
        let item = self.item(row, C::Item as usize);
        let quantity = self.quantity(row, C::Quantity as usize, item.as_ref());
        let unit = self.text(row, C::Unit as usize, 20).to_lowercase();
        if let Some(item) = &item
            && !unit.is_empty()
            && !unit_words(item.unit).contains(&unit.trim_end_matches('.'))
        {
            self.fault(row, C::Unit as usize, Expected::UnitOfItem { unit: item.unit.code() });
        }
        let line = StockLine {
            key,
            on: on.unwrap_or(self.today),
            item: item.map(|item| item.code).unwrap_or_default(),
            quantity: quantity.unwrap_or(Quantity::ZERO),
            weight: self.weight(row, C::WeightKg as usize),
            partner: self.partner(row, C::Partner as usize),
            document: self.text(row, C::Document as usize, 500),
            expires_on: self.day(row, C::ExpiresOn as usize, None),
        };
        (self.faults.len() == before).then_some(line)
    }

    fn aid_line(&mut self, row: &Row) -> Option<AidLine> {
        use AidColumn as C;
        let before = self.faults.len();
        let act = self.needed(row, C::Act as usize);
        let on = self.day(row, C::Date as usize, Some(self.today));
        self.wanted(row, C::Date as usize);
        let [family, person] = [C::Family, C::Person].map(|column| self.text(row, column as usize, 500));
        let organisation = self.partner(row, C::Organisation as usize);
        let to = match (family.is_empty(), person.is_empty(), organisation) {
            (false, true, None) => Some(AidTo::Family(family)),
            (true, false, None) => Some(AidTo::Person(person)),
            (true, true, Some(partner)) => Some(AidTo::Organisation(partner)),
            _ => {
                if self.faults.len() == before {
                    self.fault(row, C::Family as usize, Expected::Content("recipient"));
                }
                None
            }
        };
        let item = self.item(row, C::Item as usize);
        let quantity = self.quantity(row, C::Quantity as usize, item.as_ref());
        if quantity.is_some_and(|quantity| quantity < Quantity::ZERO) {
            self.unexpected(row, C::Quantity as usize);
        }
        let line = AidLine {
            act,
            on: on.unwrap_or(self.today),
            to: to.unwrap_or(AidTo::Family(String::new())),
            collected_by: self.text(row, C::CollectedBy as usize, 500),
            item: item.map(|item| item.code).unwrap_or_default(),
            quantity: quantity.unwrap_or(Quantity::ZERO),
            weight: self.weight(row, C::WeightKg as usize),
            programme: self.programme(row, C::Programme as usize),
            campaign: self.text(row, C::Campaign as usize, 500),
            partner: self.partner(row, C::Partner as usize),
            note: self.text(row, C::Note as usize, 30_000),
        };
        (self.faults.len() == before).then_some(line)
    }

    /// Rows of one act are of one day, one recipient, one programme.
    fn same_act(&mut self, row: &Row, line: &AidLine, first: usize, there: &AidLine) {
        let to = match &line.to {
            AidTo::Family(_) => AidColumn::Family,
            AidTo::Person(_) => AidColumn::Person,
            AidTo::Organisation(_) => AidColumn::Organisation,
        };
        for (column, is_same) in [
            (AidColumn::Date, line.on == there.on),
            (to, line.to == there.to),
            (AidColumn::Programme, line.programme == there.programme),
            (AidColumn::Campaign, line.campaign == there.campaign),
            (AidColumn::CollectedBy, is_same_or_silent(&line.collected_by, &there.collected_by)),
            (AidColumn::Note, is_same_or_silent(&line.note, &there.note)),
        ] {
            if !is_same {
                self.fault(row, column as usize, Expected::SameAct { row: first });
            }
        }
    }
}

/// What belongs to a whole act may be said in one of its rows only, but not twice in two ways.
fn is_same_or_silent(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || one == other
}

/// How files call a unit.
fn unit_words(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Piece => &["pc", "шт", "штука", "штук"],
        Unit::Pair => &["pair", "пара", "пар"],
        Unit::Kilogram => &["kg", "кг"],
        Unit::Kit => &["kit", "набір", "наб"],
    }
}

//! The cart while it is being filled: what was put in, what the box weighed, why a limit is bent.

use crate::domain::stock::{Grams, Item, ItemCode, Quantity, QuantityFault};
use crate::tui::screens::issue::entry::{Tare, Typed};
use serde::{Deserialize, Serialize};

/// A line of the cart.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// What.
    pub item: ItemCode,
    /// What the scales or the hand said.
    pub gross: Quantity,
    /// What of it is box or bag.
    pub tare: Grams,
    /// Why it is given in spite of its limit; empty where nothing is bent.
    pub reason: String,
}

impl Row {
    /// What is given.
    pub fn net(&self) -> Quantity {
        self.gross - Quantity(self.tare.0)
    }
}

/// What is in the cart.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Basket {
    /// Line by line, in the order in which they were put in.
    pub rows: Vec<Row>,
}

/// Why a typed line cannot be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// The amount.
    Amount(QuantityFault),
    /// The tare.
    Tare(QuantityFault),
    /// A tare of what goes by piece.
    TareOfPieces,
    /// The box weighs as much as the scales show, or more.
    AllTare,
}

impl Basket {
    /// Puts a typed line in; a second weighing of an item is added to the first. Returns its place.
    pub fn put(&mut self, item: &Item, typed: &Typed, usual: Grams) -> Result<usize, RowFault> {
        let row = row(item, typed, usual)?;
        let merged = match self.rows.iter().position(|other| other.item == item.code) {
            Some(place) => {
                let other = &mut self.rows[place];
                let sum = (other.gross + row.gross).checked(item.unit).map_err(RowFault::Amount)?;
                other.gross = sum;
                other.tare += row.tare;
                place
            }
            None => {
                self.rows.push(row);
                self.rows.len() - 1
            }
        };
        Ok(merged)
    }

    /// Subtracts the usual tare from a weighed line; a second time takes that back.
    pub fn turn_tare(&mut self, place: usize, item: &Item, usual: Grams) -> Result<(), RowFault> {
        let Some(row) = self.rows.get_mut(place) else { return Ok(()) };
        if !item.unit.is_weighed() {
            return Err(RowFault::TareOfPieces);
        }
        if row.tare.0 > 0 {
            row.tare = Grams(0);
        } else if usual.0 < row.gross.0 {
            row.tare = usual;
        } else {
            return Err(RowFault::AllTare);
        }
        Ok(())
    }
}

fn row(item: &Item, typed: &Typed, usual: Grams) -> Result<Row, RowFault> {
    let amount = typed.amount.as_deref().unwrap_or_default();
    // A name alone is one piece; of what is weighed the scales have to say it.
    let gross = match (amount, item.unit.is_weighed()) {
        ("", false) => Quantity(1),
        (amount, _) => Quantity::parse(amount, item.unit).map_err(RowFault::Amount)?,
    };
    let tare = match &typed.tare {
        None => Grams(0),
        Some(_) if !item.unit.is_weighed() => return Err(RowFault::TareOfPieces),
        Some(Tare::Usual) => usual,
        Some(Tare::Typed(tare)) => Grams(Quantity::parse(tare, item.unit).map_err(RowFault::Tare)?.0),
    };
    if tare.0 >= gross.0 {
        return Err(RowFault::AllTare);
    }
    Ok(Row { item: item.code.clone(), gross, tare, reason: String::new() })
}

#[cfg(test)]
mod tests {
    use super::super::entry::split;
    use super::*;
    use crate::domain::stock::Unit;

    fn an_item(code: &str, unit: Unit) -> Item {
        Item {
            code: code.into(),
            name: String::new(),
            name_en: String::new(),
            group: code.into(),
            unit,
            standard_weight: None,
            tracks_expiry: false,
            low_level: None,
            position: 0,
            off_since: None,
        }
    }

    fn put(basket: &mut Basket, item: &Item, text: &str) -> Result<usize, RowFault> {
        basket.put(item, &split(text), Grams(300))
    }

    #[test]
    fn a_name_alone_is_one_piece_but_a_weight_has_to_be_said() {
        let mut basket = Basket::default();
        assert_eq!(put(&mut basket, &an_item("food_kit", Unit::Kit), "прод"), Ok(0));
        assert_eq!(basket.rows[0].net(), Quantity(1));
        let fault = put(&mut basket, &an_item("clothes", Unit::Kilogram), "одяг");
        assert_eq!(fault, Err(RowFault::Amount(QuantityFault::NotANumber)));
    }

    #[test]
    fn a_second_weighing_is_added_to_the_first() {
        let (mut basket, clothes) = (Basket::default(), an_item("clothes", Unit::Kilogram));
        put(&mut basket, &clothes, "одяг 4,7-0,5").unwrap();
        put(&mut basket, &clothes, "одяг 2-").unwrap();
        assert_eq!(basket.rows.len(), 1);
        assert_eq!((basket.rows[0].gross, basket.rows[0].tare), (Quantity(6700), Grams(800)));
        assert_eq!(basket.rows[0].net(), Quantity(5900));
    }

    #[test]
    fn the_tare_is_less_than_the_scales_show_and_never_of_pieces() {
        let (mut basket, clothes) = (Basket::default(), an_item("clothes", Unit::Kilogram));
        assert_eq!(put(&mut basket, &clothes, "одяг 0,3-"), Err(RowFault::AllTare));
        assert_eq!(put(&mut basket, &an_item("gift", Unit::Piece), "под 2-1"), Err(RowFault::TareOfPieces));
        put(&mut basket, &clothes, "одяг 2").unwrap();
        basket.turn_tare(0, &clothes, Grams(300)).unwrap();
        assert_eq!(basket.rows[0].net(), Quantity(1700));
        basket.turn_tare(0, &clothes, Grams(300)).unwrap();
        assert_eq!(basket.rows[0].net(), Quantity(2000));
    }
}

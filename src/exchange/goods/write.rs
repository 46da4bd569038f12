//! Goods and aid as files that the import reads back.

use crate::domain::sheet;
use crate::domain::stock::{Grams, ItemCode, Quantity, Unit};
use crate::exchange::column::{AID, AidColumn as A, STOCK, StockColumn as S};
use crate::exchange::export::{ExportError, Format};
use crate::exchange::table;
use crate::office::Office;
use crate::office::goods::{AidTo, GoodsSetting};
use std::io::Write;

/// Writes what came and was written off; how many lines.
pub fn write_stock(office: &mut Office, format: Format, out: &mut (dyn Write + Send)) -> Result<usize, ExportError> {
    let setting = office.goods_setting_for_export()?;
    let mut count = 0;
    table::write(&STOCK, format, out, |write_row| {
        office.export_stock(&mut |line| {
            count += 1;
            let mut cells = vec![String::new(); STOCK.columns.len()];
            let mut set = |column: S, text: String| cells[column as usize] = text;
            set(S::Key, line.key);
            set(S::Date, line.on.to_string());
            set(S::Quantity, quantity(&setting, &line.item, line.quantity));
            set(S::Unit, unit(&setting, &line.item).code().to_owned());
            set(S::Item, line.item.0);
            set(S::WeightKg, line.weight.map(weight).unwrap_or_default());
            set(S::Partner, line.partner.map(|partner| partner.0).unwrap_or_default());
            set(S::Document, line.document);
            set(S::ExpiresOn, line.expires_on.map(|day| day.to_string()).unwrap_or_default());
            write_row(cells);
        })?;
        Ok(())
    })?;
    Ok(count)
}

/// Writes what was given out; how many lines.
pub fn write_aid(office: &mut Office, format: Format, out: &mut (dyn Write + Send)) -> Result<usize, ExportError> {
    let setting = office.goods_setting_for_export()?;
    let mut count = 0;
    table::write(&AID, format, out, |write_row| {
        office.export_aid(&mut |line| {
            count += 1;
            let mut cells = vec![String::new(); AID.columns.len()];
            let mut set = |column: A, text: String| cells[column as usize] = text;
            set(A::Act, line.act);
            set(A::Date, line.on.to_string());
            match line.to {
                AidTo::Family(key) => set(A::Family, key),
                AidTo::Person(key) => set(A::Person, key),
                AidTo::Organisation(partner) => set(A::Organisation, partner.0),
            }
            set(A::CollectedBy, line.collected_by);
            set(A::Quantity, quantity(&setting, &line.item, line.quantity));
            set(A::Item, line.item.0);
            set(A::WeightKg, line.weight.map(weight).unwrap_or_default());
            set(A::Programme, line.programme.map(|programme| programme.0).unwrap_or_default());
            set(A::Campaign, line.campaign);
            set(A::Partner, line.partner.map(|partner| partner.0).unwrap_or_default());
            set(A::Note, line.note);
            write_row(cells);
        })?;
        Ok(())
    })?;
    Ok(count)
}

fn unit(setting: &GoodsSetting, item: &ItemCode) -> Unit {
    setting.catalogue.item(item).map_or(Unit::Piece, |item| item.unit)
}

/// A number as programs read it: a point, a hyphen, no grouping.
fn quantity(setting: &GoodsSetting, item: &ItemCode, quantity: Quantity) -> String {
    if unit(setting, item).is_weighed() { weight(Grams(quantity.0)) } else { quantity.0.to_string() }
}

fn weight(grams: Grams) -> String {
    sheet::kilograms(grams.0).replace('\u{a0}', "").replace('−', "-").replace(',', ".")
}

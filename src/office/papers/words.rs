//! What every paper says alike: names of things, what the office has set, the whole in words.

use crate::domain::aid::AidCatalogue;
use crate::domain::catalogue::Sensitive;
use crate::domain::category::CategoryCode;
use crate::domain::settings::{OfficeSettings, PAPERS};
use crate::domain::sheet::{self, Cell, Fact, Signatory};
use crate::domain::spelled::{Gender, spelled, spelled_kilograms};
use crate::domain::stock::{Grams, ItemCode, KitPart, LocationCode, PartnerCode, ProgrammeCode, Quantity, Unit};
use crate::text::{Texts, Value};
use std::collections::BTreeSet;

/// What a paper is written with.
pub(super) struct PaperWords<'a> {
    pub(super) texts: &'a Texts,
    pub(super) catalogue: &'a AidCatalogue,
    pub(super) office: &'a str,
    pub(super) settings: &'a OfficeSettings,
    /// Categories that never stand on paper.
    pub(super) hidden: &'a Sensitive,
}

impl PaperWords<'_> {
    pub(super) fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    pub(super) fn tv(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        self.texts.format(id, values)
    }

    /// The title of a paper: the office's own where it has set one.
    pub(super) fn title(&self, paper: &str) -> String {
        let place = PAPERS.iter().position(|known| *known == paper);
        let own = place.and_then(|place| self.settings.paper_titles.split(';').nth(place)).map(str::trim);
        match own.filter(|own| !own.is_empty()) {
            Some(own) => own.to_owned(),
            None => self.t(&format!("paper-title-{}", paper.replace('_', "-"))),
        }
    }

    /// A named fact; nothing where there is nothing to say.
    pub(super) fn fact(&self, name: &str, value: impl Into<String>) -> Option<Fact> {
        let value = value.into();
        (!value.is_empty()).then(|| Fact { name: self.t(name), value })
    }

    pub(super) fn item(&self, code: &ItemCode) -> String {
        let own = self.catalogue.item(code).map(|item| item.name.as_str()).filter(|name| !name.is_empty());
        own.map_or_else(|| self.texts.code("item", code.as_str()), str::to_owned)
    }

    /// How an item is counted; what the catalogue does not know any more is pieces.
    pub(super) fn unit(&self, code: &ItemCode) -> Unit {
        self.catalogue.item(code).map_or(Unit::Piece, |item| item.unit)
    }

    pub(super) fn unit_word(&self, unit: Unit) -> String {
        self.t(&format!("paper-unit-{}", unit.code()))
    }

    pub(super) fn programme(&self, code: &ProgrammeCode) -> String {
        let own = self.catalogue.programme(code).map(|programme| programme.name.as_str());
        own.filter(|name| !name.is_empty()).map_or_else(|| self.texts.code("programme", code.as_str()), str::to_owned)
    }

    pub(super) fn location(&self, code: &LocationCode) -> String {
        let own = self.catalogue.location(code).map(|location| location.name.as_str());
        match own.filter(|name| !name.is_empty()) {
            Some(own) => own.to_owned(),
            None if *code == LocationCode::storeroom() => self.t("paper-storeroom"),
            None => code.to_string(),
        }
    }

    pub(super) fn location_or_all(&self, code: Option<&LocationCode>) -> String {
        code.map_or_else(|| self.t("paper-whole-office"), |code| self.location(code))
    }

    /// A partner with its number in the register of enterprises.
    pub(super) fn partner(&self, code: &PartnerCode) -> String {
        match self.catalogue.partner(code) {
            Some(partner) if partner.edrpou.is_empty() => partner.name.clone(),
            Some(partner) => {
                let values = [("name", partner.name.as_str().into()), ("code", partner.edrpou.as_str().into())];
                self.tv("paper-fact-edrpou", &values)
            }
            None => code.to_string(),
        }
    }

    /// Categories in words; those that are sensitive in this office never stand on paper.
    pub(super) fn categories(&self, codes: &[CategoryCode]) -> String {
        let shown = codes.iter().filter(|code| !self.hidden.covers(code));
        shown.map(|code| self.texts.code("category", &code.0)).collect::<Vec<_>>().join(", ")
    }

    /// A quantity as a cell: kilograms of what is weighed, else a whole number.
    pub(super) fn quantity(&self, item: &ItemCode, quantity: Quantity) -> Cell {
        if self.unit(item).is_weighed() { Cell::Grams(quantity.0) } else { Cell::Count(quantity.0) }
    }

    /// A quantity with its unit: `4,2 кг`, `2 пари`.
    pub(super) fn amount(&self, item: &ItemCode, quantity: Quantity) -> String {
        match self.unit(item) {
            Unit::Kilogram => format!("{} {}", sheet::kilograms(quantity.0), self.unit_word(Unit::Kilogram)),
            unit => self.tv(&format!("paper-amount-{}", unit.code()), &[("count", quantity.0.into())]),
        }
    }

    /// What one kit holds.
    pub(super) fn parts(&self, parts: &[KitPart]) -> String {
        let parts =
            parts.iter().map(|part| format!("{} {}", self.item(&part.item), self.amount(&part.item, part.quantity)));
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Weight in a cell; nothing where it is not known.
    pub(super) fn weight(weight: Option<Grams>) -> Cell {
        weight.map_or(Cell::Empty, |weight| Cell::Grams(weight.0))
    }

    /// The whole in digits and words, a sentence a unit, the weight last.
    pub(super) fn whole(&self, lines: &[(ItemCode, Quantity)], weight: Grams) -> Vec<String> {
        // Kits of two compositions are two lines and one item.
        let items: BTreeSet<&ItemCode> = lines.iter().map(|(item, _)| item).collect();
        let mut sentences =
            vec![self.counted("paper-closing-lines", i64::try_from(items.len()).unwrap_or(0), Gender::Masculine)];
        for (unit, gender) in
            [(Unit::Kit, Gender::Masculine), (Unit::Piece, Gender::Feminine), (Unit::Pair, Gender::Feminine)]
        {
            let sum: i64 =
                lines.iter().filter(|(item, _)| self.unit(item) == unit).map(|(_, quantity)| quantity.0).sum();
            if sum > 0 {
                sentences.push(self.counted(&format!("paper-closing-{}", unit.code()), sum, gender));
            }
        }
        if let Some(grams) = u64::try_from(weight.0).ok().filter(|grams| *grams > 0) {
            let values = [("kilograms", sheet::kilograms(weight.0).into()), ("words", spelled_kilograms(grams).into())];
            sentences.push(self.tv("paper-closing-weight", &values));
        }
        sentences
    }

    /// A sentence with a number in digits and words.
    pub(super) fn counted(&self, id: &str, count: i64, gender: Gender) -> String {
        let words = spelled(count.unsigned_abs(), gender);
        self.tv(id, &[("count", sheet::grouped(count).into()), ("words", words.into())])
    }

    pub(super) fn signs(&self, role: &str, name: impl Into<String>) -> Signatory {
        Signatory { role: self.t(role), name: name.into() }
    }

    /// Those who sign everything, as the office has set it: `Директор: Іваненко І. І.; Бухгалтер`.
    pub(super) fn also_sign(&self) -> Vec<Signatory> {
        let written = self.settings.paper_signers.split(';').map(str::trim).filter(|signer| !signer.is_empty());
        written
            .map(|signer| {
                let (role, name) = signer.split_once(':').unwrap_or((signer, ""));
                Signatory { role: role.trim().to_owned(), name: name.trim().to_owned() }
            })
            .collect()
    }

    /// The law at the foot.
    pub(super) fn legal(&self) -> String {
        let own = &self.settings.paper_legal;
        if own.is_empty() { self.t("paper-legal-default") } else { own.clone() }
    }
}

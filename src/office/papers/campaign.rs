//! The sheet of a campaign: everybody who is expected, a line and a signature each; after the day the acts stand on it.

use super::Paper;
use super::words::PaperWords;
use crate::domain::date;
use crate::domain::id::SessionId;
use crate::domain::sheet::{Cell, Column, Row, Sheet};
use crate::domain::spelled::Gender;
use crate::office::campaign::{CampaignView, ExpectedRow};
use crate::office::{Office, OfficeError};
use crate::text::Texts;

impl Office {
    /// The list as it stands now: before the day without acts, after it with those who came and those who did not.
    pub(super) fn campaign_paper(&mut self, id: SessionId, texts: &Texts) -> Result<Paper, OfficeError> {
        let campaign = self.campaign(id)?;
        Ok(paper(&campaign, &self.words(texts, &campaign.catalogue)))
    }
}

pub(super) fn paper(campaign: &CampaignView, words: &PaperWords<'_>) -> Paper {
    let draft = &campaign.draft;
    let (served, _) = campaign.served();
    let has_acts = served > 0;
    let mut columns = vec![
        Column::numbers(words.t("paper-column-line"), 2),
        Column::words(words.t("paper-column-recipient"), 9),
        Column::words(words.t("paper-column-household"), 4),
        Column::words(words.t("paper-column-goods"), 9),
    ];
    if has_acts {
        columns.push(Column::words(words.t("paper-column-act"), 4));
    }
    columns.push(Column::words(words.t("paper-column-signature"), 6));
    let rows = (1_i64..).zip(&campaign.rows).map(|(place, row)| {
        let (adults, children) = heads(row);
        let name = match row.number {
            Some(number) => format!("{}, {number}", row.name.full()),
            None => row.name.full(),
        };
        let household = words.tv("paper-household", &[("adults", adults.into()), ("children", children.into())]);
        let goods = draft.cart(adults, children);
        let goods =
            goods.iter().map(|line| format!("{} {}", words.item(&line.item), words.amount(&line.item, line.quantity)));
        let goods = goods.collect::<Vec<_>>().join("; ");
        let mut cells = vec![Cell::Count(place), Cell::Text(name), Cell::Text(household), Cell::Text(goods)];
        if has_acts {
            let act = row.served.as_ref().map(|served| format!("{}, {}", served.number, date::show(served.on)));
            cells.push(act.map_or(Cell::Empty, Cell::Text));
        }
        cells.push(Cell::Signature);
        Row::of(cells)
    });
    let counted =
        |id: &str, count: usize| words.counted(id, i64::try_from(count).unwrap_or(i64::MAX), Gender::Feminine);
    let mut closing = vec![counted("paper-campaign-expected", campaign.rows.len())];
    if has_acts {
        closing.push(counted("paper-campaign-served", served));
        let given = campaign.given.iter();
        closing
            .extend(given.map(|(item, quantity)| format!("{}: {}.", words.item(item), words.amount(item, *quantity))));
    }
    let days = if draft.starts_on == draft.ends_on {
        date::show(draft.starts_on)
    } else {
        format!("{} – {}", date::show(draft.starts_on), date::show(draft.ends_on))
    };
    let mut signatories = vec![words.signs("paper-sign-gave", "")];
    signatories.extend(words.also_sign());
    let head = [
        words.fact("paper-fact-campaign", draft.title.as_str()),
        words.fact("paper-fact-period", days),
        words.fact("paper-fact-held-at", draft.settlement.as_str()),
        words.fact("paper-fact-place", words.location(&draft.location)),
        words.fact(
            "paper-fact-programme",
            draft.programme.as_ref().map(|code| words.programme(code)).unwrap_or_default(),
        ),
        words.fact("paper-fact-thanks", draft.partner.as_ref().map(|code| words.partner(code)).unwrap_or_default()),
    ];
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.title("distribution"),
        head: head.into_iter().flatten().collect(),
        columns,
        rows: rows.collect(),
        closing,
        signatories,
        legal: words.legal(),
        ..Sheet::default()
    };
    let values = [("from", draft.starts_on.to_string().into()), ("until", draft.ends_on.to_string().into())];
    Paper { name: words.tv("paper-file-campaign", &values), sheet }
}

fn heads(row: &ExpectedRow) -> (u32, u32) {
    let children = u32::try_from(row.children.len()).unwrap_or(0);
    (u32::try_from(row.members).unwrap_or(0).saturating_sub(children), children)
}

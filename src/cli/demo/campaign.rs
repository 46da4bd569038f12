//! A campaign of the demo office under way today: presents for small children of displaced families, some of them handed over already.

use crate::cli::failure::Failure;
use crate::domain::aid::Collector;
use crate::domain::campaign::{CampaignDraft, Good, Guest};
use crate::domain::category::CategoryCode;
use crate::domain::filter::{Filter, Order, Span};
use crate::domain::limit::Per;
use crate::domain::stock::{LocationCode, Quantity};
use crate::office::campaign::AtTheTable;
use crate::office::storeroom::{Receipt, ReceiptLine};
use crate::office::{Office, Selection, Which};

const ITEM: &str = "gift";

/// The oldest child that gets one.
const OLDEST: u32 = 6;

/// Of every so many families on the list one was there.
const SERVED_OF: usize = 3;

/// Most families that were there: the table opened an hour ago.
const MOST_SERVED: usize = 25;

/// Makes the campaign, its list and its first hour.
pub(super) fn hold(office: &mut Office) -> Result<(), Failure> {
    let today = office.clock().today();
    let filter = Filter {
        any_of: vec![CategoryCode("displaced".to_owned())],
        child_age: Span { from: None, to: Some(OLDEST) },
        ..Filter::default()
    };
    let families = office.listed_families(&filter, Order::default())?;
    if families.is_empty() {
        return Ok(());
    }
    let location = LocationCode::storeroom();
    let deed = office.new_deed();
    let receipt = Receipt {
        on: today,
        location: location.clone(),
        partner: Some("child_mission".into()),
        document: "Накладна № 1002".to_owned(),
        lines: vec![ReceiptLine {
            item: ITEM.into(),
            // Two children a family and a box more.
            quantity: Quantity(i64::try_from(families.len() * 2 + 20).unwrap_or(i64::MAX)),
            weight: None,
            expires_on: None,
        }],
        note: String::new(),
    };
    office.receive(deed, &receipt)?;
    let draft = CampaignDraft {
        title: "Подарунки малечі".to_owned(),
        starts_on: today,
        ends_on: today,
        programme: Some("campaigns".into()),
        partner: Some("child_mission".into()),
        location,
        settlement: "м. Луцьк".to_owned(),
        note: String::new(),
        goods: vec![Good { item: ITEM.into(), quantity: Quantity(1), per: Per::Child }],
    };
    let deed = office.new_deed();
    let campaign = office.make_campaign(deed, &draft)?;
    let selection = Selection { filter, which: Which::Found(families.len()), sensitive: false };
    let deed = office.new_deed();
    office.campaign_gather(deed, campaign, &selection, &mut |_, _| {})?;
    for family in families.iter().step_by(SERVED_OF).take(MOST_SERVED) {
        let Some(head) = office.card(*family)?.members.first().map(|member| member.person) else { continue };
        let table = AtTheTable {
            guest: Guest::Family(*family),
            on: today,
            collector: Collector::Member { person: head, paper: String::new() },
            door: String::new(),
        };
        let deed = office.new_deed();
        office.campaign_serve(deed, campaign, &table)?;
    }
    Ok(())
}

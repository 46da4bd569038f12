//! Effects of the storeroom's screens: one arm an ask.

use crate::domain::id::DeedId;
use crate::office::Office;
use crate::tui::app::Reply;
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomDeed, StoreroomTold};

pub(super) fn perform(office: &mut Office, ask: StoreroomAsk) -> Reply {
    Reply::Storeroom(match ask {
        StoreroomAsk::Balances(place) => {
            let told = office.balances(place.as_ref()).map(Box::new);
            StoreroomTold::Balances(place, told)
        }
        StoreroomAsk::Movements { item, place, from } => {
            let page = office.movements(&item, place.as_ref(), from.as_ref()).map(Box::new);
            StoreroomTold::Movements { goes_on: from.is_some(), page }
        }
        StoreroomAsk::Donors => StoreroomTold::Donors(office.aid_catalogue().map(Box::new)),
        StoreroomAsk::Donor { partner, from, until } => {
            StoreroomTold::Donor(office.donor(&partner, from, until).map(Box::new))
        }
        StoreroomAsk::Counts => StoreroomTold::Counts(office.counts()),
        StoreroomAsk::Count(count) => StoreroomTold::Count(count, office.count(count).map(Box::new)),
        StoreroomAsk::Do(deed, what) => done(office, deed, what),
    })
}

fn done(office: &mut Office, deed: DeedId, what: StoreroomDeed) -> StoreroomTold {
    let made = match what {
        StoreroomDeed::Receive(receipt) => office.receive(deed, &receipt),
        StoreroomDeed::ReceiveFrom(name, receipt) => office.receive_from(deed, &name, &receipt),
        StoreroomDeed::WriteOff(removal) => office.write_off(deed, &removal),
        StoreroomDeed::Transfer(removal, to) => office.transfer(deed, &removal, &to),
        StoreroomDeed::Assemble(work) => office.assemble(deed, &work),
        StoreroomDeed::Disassemble(work) => office.disassemble(deed, &work),
        StoreroomDeed::CountBegin(place) => return counted(deed, office.count_begin(deed, &place)),
        StoreroomDeed::CountEnter(count, counted_items, note) => {
            return counted(deed, office.count_enter(deed, count, &counted_items, &note));
        }
        StoreroomDeed::CountApprove(count) => return counted(deed, office.count_approve(deed, count)),
        StoreroomDeed::CountCancel(count) => return counted(deed, office.count_cancel(deed, count)),
    };
    StoreroomTold::Done(deed, made)
}

fn counted(deed: DeedId, count: Result<crate::office::storeroom::Count, crate::office::OfficeError>) -> StoreroomTold {
    StoreroomTold::Counted(deed, count.map(Box::new))
}

//! What the table hears: of its own deeds, and what the list is now.

use super::super::found::Keys;
use super::super::view;
use super::{Day, Door, Question, Shown, UnderWay, guest_of};
use crate::domain::aid::AidFault;
use crate::domain::campaign::CampaignFault;
use crate::domain::id::DeedId;
use crate::office::OfficeError;
use crate::office::aid_room::IssuedAct;
use crate::office::campaign::CampaignView;
use crate::tui::app::message::campaign::CampaignTold;
use crate::tui::app::{Context, Step, Toast, ToastKind};
use crate::tui::widgets::line::Line as InputLine;
use std::collections::HashSet;

impl Day {
    fn served(&mut self, deed: DeedId, answer: &Result<IssuedAct, OfficeError>, cx: &Context) -> Step {
        let Some(place) = self.under_way.iter().position(|going| going.deed == deed) else { return Step::stay() };
        let UnderWay { guest, name, heads, .. } = self.under_way.remove(place);
        let is_at_the_door = self.door.as_ref().is_some_and(|door| door.guest == guest);
        match answer {
            Ok(act) => {
                let goods = self.campaign.as_ref().map(|campaign| view::got(campaign, heads, cx)).unwrap_or_default();
                let values =
                    [("act", act.number.to_string().into()), ("name", name.as_str().into()), ("goods", goods.into())];
                self.say(ToastKind::Good, cx.tv("campaign-served", &values));
                self.last = Some((act.act, format!("{} · {name}", act.number)));
                if is_at_the_door {
                    self.door = None;
                }
            }
            Err(OfficeError::Campaign(CampaignFault::NotExpected { unmet })) => {
                match &mut self.door {
                    Some(door) if is_at_the_door => door.unmet = Some(unmet.clone()),
                    // Another desk took them off the list a moment ago.
                    None => {
                        let (unmet, reason) = (Some(unmet.clone()), InputLine::default());
                        self.door = Some(Door { guest, name, heads, unmet, reason });
                    }
                    Some(_) => {}
                }
                return Step::stay();
            }
            Err(fault) => {
                if is_at_the_door {
                    self.door = None;
                }
                let kind = match fault {
                    OfficeError::Aid(AidFault::Served { .. }) => ToastKind::Warning,
                    _ => ToastKind::Fault,
                };
                let values = [("name", name.into()), ("why", cx.texts.say(fault).into())];
                self.say(kind, cx.tv("campaign-not-served", &values));
            }
        }
        Step::effect(self.ask())
    }

    fn opened(&mut self, campaign: &Result<Box<CampaignView>, OfficeError>, cx: &Context) -> Step {
        match campaign {
            Ok(campaign) => {
                let guest = self.at_cursor().and_then(|at| self.guest_at(at)).map(|(guest, ..)| guest);
                self.keys = campaign.rows.iter().map(Keys::of).collect();
                self.campaign = Some(campaign.clone());
                let rows = self.rows();
                // The row under the cursor stays under it.
                let there = rows.iter().position(|at| self.guest_at(*at).map(|(guest, ..)| guest) == guest);
                self.cursor.chosen = there.filter(|_| self.is_picked).unwrap_or(self.cursor.chosen);
                self.cursor.clamp(rows.len());
                Step::stay()
            }
            Err(fault) if self.campaign.is_none() => Step::pop().saying(Toast::fault(fault, cx)),
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    pub(super) fn hear(&mut self, told: &CampaignTold, cx: &mut Context) -> Step {
        match told {
            CampaignTold::Opened(id, campaign) if *id == self.id => return self.opened(campaign, cx),
            CampaignTold::Served(deed, answer) => return self.served(*deed, answer, cx),
            CampaignTold::Found(generation, found) if *generation == self.generation => {
                self.answered = *generation;
                let mut seen = HashSet::new();
                let found = found.as_deref().unwrap_or_default().iter();
                self.found = found.filter(|found| seen.insert(guest_of(found))).cloned().collect();
                self.cursor.clamp(self.rows().len());
                if std::mem::take(&mut self.is_awaited) && self.rows().len() == 1 {
                    return self.take(cx);
                }
            }
            CampaignTold::TakenBack(deed, done) if matches!(&self.question, Some(Question::TakeBack(mine, _)) if mine == deed) =>
            {
                self.question = None;
                match done {
                    Ok(act) => {
                        self.last = None;
                        let said = cx.tv("campaign-taken-back", &[("act", act.number.to_string().into())]);
                        self.say(ToastKind::Good, said);
                    }
                    Err(fault) => self.say(ToastKind::Fault, cx.texts.say(fault)),
                }
                return Step::effect(self.ask());
            }
            CampaignTold::Ended(deed, done) if matches!(&self.question, Some(Question::End(mine)) if mine == deed) => {
                self.question = None;
                match done {
                    Ok(ended) => {
                        let said = match ended.back {
                            Some(act) => cx.tv("campaign-ended-back", &[("act", act.number.to_string().into())]),
                            None => cx.t("campaign-ended"),
                        };
                        self.say(ToastKind::Good, said);
                        self.shown = Shown::Waiting;
                    }
                    Err(fault) => self.say(ToastKind::Fault, cx.texts.say(fault)),
                }
                return Step::effect(self.ask());
            }
            CampaignTold::Done(deed, done) => {
                let Some((_, id, name)) = self.listing.take_if(|listing| listing.0 == *deed) else {
                    return Step::stay();
                };
                match done {
                    Ok(_) => self.say(ToastKind::Good, cx.tv(id, &[("name", name.into())])),
                    Err(fault) => self.say(ToastKind::Fault, cx.texts.say(fault)),
                }
                return Step::effect(self.ask());
            }
            _ => {}
        }
        Step::stay()
    }
}

//! What is typed in the window becomes an event; what a fault is about becomes the field it stands at.

use super::ask::{self, Subject};
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::life::check::LifeFault;
use crate::domain::life::{CloseReason, CollectorDraft, LeaveReason, LifeEvent, NextHead, Stays};
use crate::domain::name;
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::office::OfficeError;
use crate::tui::app::Context;
use crate::tui::happening::Happening;
use crate::tui::screens::card::On;
use crate::tui::screens::picker::Whom;
use crate::tui::screens::registration::{date_fault, offered_categories};
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

/// A field and what is wrong with what stands in it.
pub(super) type Amiss = (&'static str, String);

/// Everything the window knows when it is saved.
pub(super) struct Typed<'a> {
    pub(super) what: Happening,
    pub(super) subject: &'a Subject,
    pub(super) form: &'a Form,
    pub(super) picked: Option<&'a Whom>,
    pub(super) ticked: &'a [PersonId],
    pub(super) address: &'a Address,
    /// The next head of another family, where the office asked: which family, who can be it.
    pub(super) there: Option<&'a (FamilyId, Vec<(PersonId, PersonName)>)>,
}

impl Typed<'_> {
    fn picked_of(&self, id: &str) -> usize {
        self.form.field(id).map_or(0, Field::picked)
    }

    pub(super) fn day(&self, id: &'static str, cx: &Context) -> Result<NaiveDate, Amiss> {
        date::parse(&self.form.value(id), cx.today()).map_err(|fault| (id, date_fault(fault, cx)))
    }

    fn until(&self, cx: &Context) -> Result<Option<NaiveDate>, Amiss> {
        if self.form.value(ask::UNTIL).is_empty() { Ok(None) } else { self.day(ask::UNTIL, cx).map(Some) }
    }

    fn text(&self, id: &str) -> String {
        name::clean(&self.form.value(id))
    }

    fn relation(&self, id: &str) -> Relation {
        ask::RELATIONS.get(self.picked_of(id)).copied().unwrap_or(Relation::Other)
    }

    fn reason(&self) -> LeaveReason {
        LeaveReason::CHOICES.get(self.picked_of(ask::REASON)).copied().unwrap_or(LeaveReason::Other)
    }

    fn next_head(&self, leaving: &[PersonId]) -> Option<PersonId> {
        self.subject.next_heads(leaving).get(self.picked_of(ask::NEXT_HEAD)).map(|(person, _)| *person)
    }

    fn category(&self, cx: &Context) -> Result<CategoryCode, Amiss> {
        let found = offered_categories(&self.form.value(ask::CATEGORY), cx).into_iter().next();
        found.ok_or_else(|| (ask::CATEGORY, cx.t("fault-category")))
    }

    /// The event; none where the line of the card holds nobody that it could be about.
    pub(super) fn event(&self, cx: &Context) -> Result<Option<LifeEvent>, Amiss> {
        let on = self.day(ask::ON, cx)?;
        let person = self.subject.on.person();
        Ok(match (self.what, person) {
            (Happening::Head, Some(person)) => {
                let former = self.subject.head().filter(|head| head.person != person);
                let others = former.map(|head| (head.person, self.relation(ask::FORMER_IS)));
                Some(LifeEvent::HeadChanged { person, on, others: others.into_iter().collect() })
            }
            (Happening::Left, Some(person)) => {
                let next_head = self.next_head(&[person]);
                Some(LifeEvent::MemberLeft { person, on, reason: self.reason(), next_head })
            }
            (Happening::Moved, Some(person)) => self.moved(person, on),
            (Happening::SplitOff, _) => Some(self.split(on)),
            (Happening::Renamed, Some(person)) => {
                let part = |id| name::settle(&self.form.value(id));
                let name = PersonName {
                    surname: part(ask::SURNAME),
                    given: part(ask::GIVEN),
                    patronymic: part(ask::PATRONYMIC),
                };
                Some(LifeEvent::Renamed { person, name, on, basis: self.text(ask::BASIS) })
            }
            (Happening::Died, Some(person)) => Some(self.died(person, on)),
            (Happening::Joined, _) => self.picked.map(|found| self.joined(found, on)),
            (Happening::Closed, _) => {
                let reason = CloseReason::CHOICES.get(self.picked_of(ask::CLOSE_REASON)).copied();
                let reason = reason.unwrap_or(CloseReason::Other);
                Some(LifeEvent::Closed { on, reason, note: self.text(ask::NOTE) })
            }
            (Happening::Reopened, _) => Some(LifeEvent::Reopened { on, reason: self.text(ask::WHY) }),
            (Happening::CollectorAllowed, _) => {
                let who = match self.picked {
                    Some(found) => CollectorDraft::Person(found.person),
                    None => CollectorDraft::Named {
                        name: self.text(ask::WHO),
                        document: self.text(ask::PAPER),
                        phone: self.text(ask::PHONE),
                    },
                };
                Some(LifeEvent::CollectorAllowed { who, on, until: self.until(cx)?, note: self.text(ask::NOTE) })
            }
            (Happening::MovedHouse, _) => {
                let kind = AddressKind::ALL.get(self.picked_of(ask::KIND)).copied().unwrap_or(AddressKind::Actual);
                Some(LifeEvent::MovedHouse { kind, address: self.address.clone(), on })
            }
            _ => return self.of_category(on, cx),
        })
    }

    fn of_category(&self, on: NaiveDate, cx: &Context) -> Result<Option<LifeEvent>, Amiss> {
        let basis = self.text(ask::BASIS);
        Ok(match (self.what, &self.subject.on) {
            (Happening::PersonCategory, on_line) => {
                let (person, code) = (on_line.person(), self.category(cx)?);
                Some(LifeEvent::CategoryRenewed { person, code, on, until: self.until(cx)?, basis })
            }
            (Happening::Category, _) => {
                let code = self.category(cx)?;
                Some(LifeEvent::CategoryRenewed { person: None, code, on, until: self.until(cx)?, basis })
            }
            (Happening::CategoryRenewed, On::Category(person, category)) => {
                let (person, code) = (*person, category.code.clone());
                Some(LifeEvent::CategoryRenewed { person, code, on, until: self.until(cx)?, basis })
            }
            (Happening::CategoryEnded, On::Category(person, category)) => {
                let (code, since) = (category.code.clone(), category.since);
                Some(LifeEvent::CategoryEnded { person: *person, code, since, on, basis })
            }
            (Happening::CollectorEnded, On::Collector(collector)) => {
                Some(LifeEvent::CollectorEnded { collector: *collector, on })
            }
            _ => None,
        })
    }

    fn moved(&self, person: PersonId, on: NaiveDate) -> Option<LifeEvent> {
        let to = self.picked?.family?;
        let stays = if self.picked_of(ask::STAYS) == 0 { Stays::Leaves } else { Stays::Both };
        // Who stands in both families leaves nobody without a head.
        let next_head = if stays == Stays::Leaves { self.next_head(&[person]) } else { None };
        Some(LifeEvent::MemberMoved { person, to, relation: self.relation(ask::RELATION), on, stays, next_head })
    }

    fn split(&self, on: NaiveDate) -> LifeEvent {
        let members = ask::ticked_members(self.subject, self.ticked);
        let head = members.get(self.picked_of(ask::NEW_HEAD)).or(members.first());
        let members = members.iter().enumerate().map(|(place, member)| {
            let is_head = head.is_some_and(|head| head.person == member.person);
            let said = ask::THEIR.get(place).filter(|id| self.form.field(id).is_some());
            let relation = match (is_head, said, head) {
                (true, ..) => Relation::Head,
                (false, Some(id), _) => self.relation(id),
                (false, None, Some(head)) => ask::in_new_family(head, member),
                (false, None, None) => Relation::Other,
            };
            (member.person, relation)
        });
        LifeEvent::SplitOff {
            members: members.collect(),
            on,
            reason: self.reason(),
            actual: Some(self.address.clone()).filter(|address| !address.is_empty()),
            next_head: self.next_head(self.ticked),
        }
    }

    fn died(&self, person: PersonId, on: NaiveDate) -> LifeEvent {
        let here = self.next_head(&[person]).map(|next| NextHead { family: self.subject.card.id, person: next });
        let there = self.there.and_then(|(family, choices)| {
            let next = choices.get(self.picked_of(ask::NEXT_HEAD_THERE))?;
            Some(NextHead { family: *family, person: next.0 })
        });
        let next_heads = here.into_iter().chain(there).collect();
        LifeEvent::Died { person, on, basis: self.text(ask::BASIS), next_heads }
    }

    fn joined(&self, found: &Whom, on: NaiveDate) -> LifeEvent {
        let member = MemberDraft {
            person: Some(found.person),
            name: found.name.clone(),
            sex: None,
            ..MemberDraft::new(self.relation(ask::RELATION))
        };
        LifeEvent::MemberJoined { member: Box::new(member), on }
    }

    /// The field that a refusal is about; none where it is about none of those that stand here.
    pub(super) fn field_of(&self, fault: &OfficeError) -> Option<&'static str> {
        let id = match fault {
            OfficeError::Life(fault) => field_of_life(fault, self.what),
            OfficeError::UnknownCategory(_) => Some(ask::CATEGORY),
            OfficeError::ReasonWanted => Some(ask::WHY),
            _ => None,
        };
        id.filter(|id| self.form.field(id).is_some())
    }
}

fn field_of_life(fault: &LifeFault, what: Happening) -> Option<&'static str> {
    Some(match fault {
        LifeFault::CategoryInForce { .. } if what == Happening::CategoryRenewed => ask::ON,
        LifeFault::InFuture(_)
        | LifeFault::CategoryEnded { .. }
        | LifeFault::BeforeRegistered { .. }
        | LifeFault::BeforeJoined { .. }
        | LifeFault::BeforeBegan { .. }
        | LifeFault::BeforeBirth { .. } => ask::ON,
        LifeFault::HeadNeeded { .. } | LifeFault::HeadLeaves { .. } => ask::NEXT_HEAD,
        LifeFault::NoNewName => ask::SURNAME,
        LifeFault::SameAddress => ask::ADDRESS,
        LifeFault::NoSuchCategory | LifeFault::CategoryInForce { .. } => ask::CATEGORY,
        LifeFault::EndsBeforeBegins => ask::UNTIL,
        LifeFault::ReasonWanted if what == Happening::Closed => ask::NOTE,
        LifeFault::ReasonWanted => ask::WHY,
        LifeFault::CollectorNameless => ask::WHO,
        LifeFault::SecondHead { .. } => ask::RELATION,
        _ => return None,
    })
}

/// Which other family the office asks a next head of, and who can be it.
pub(super) fn head_needed(fault: &OfficeError) -> Option<(FamilyNumber, &[(PersonId, PersonName)])> {
    match fault {
        OfficeError::Life(LifeFault::HeadNeeded { number, choices }) => Some((*number, choices)),
        _ => None,
    }
}

//! Whatever is done to the register in whatever order, by one colleague or two: nobody is lost, every family has its head, every entry of
//! the journal is reachable, and a desk that starts anew finds what the desks at work find.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{died, head_changed, joined, moved, renamed, split};
use common::{AnOffice, LOGIN, PASSWORD, a_family_of, an_office, day, phone, register};
use proptest::prelude::*;
use stiika::domain::address::{Address, AddressKind};
use stiika::domain::category::CategoryCode;
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::{FamilyCard, Relation};
use stiika::domain::filter::{Filter, Missing, Order, State};
use stiika::domain::id::{DeedId, FamilyId, PersonId};
use stiika::domain::life::{CloseReason, LeaveReason, LifeEvent, NextHead, Stays};
use stiika::domain::staff::Role;
use stiika::office::{
    ImportBatch, Listed, MergePlan, MergeSeen, Office, OfficeError, Pair, PeoplePlan, Run, SamePerson, Selection,
    Target, Which,
};
use stiika::store::Store;
use stiika::store::keys::SlotsFile;

const SURNAMES: [&str; 4] = ["Шевченко", "Бондар", "Коваль", "Гнатюк"];
const DAYS: [&str; 3] = ["2026-11-19", "2026-11-20", "2026-11-21"];

/// Something that somebody does: which desk, what, and numbers that choose among what there is.
#[derive(Clone, Debug)]
struct Step {
    desk: usize,
    what: What,
    one: usize,
    two: usize,
    on: usize,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Register,
    Import,
    Correct,
    Leave,
    Move,
    Share,
    Join,
    Split,
    Head,
    Rename,
    Die,
    House,
    Category,
    Close,
    Reopen,
    Merge,
    MergePeople,
    Apart,
    Many,
    Note,
    List,
    Unlist,
    UndoLast,
    UndoAny,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    use What::*;
    let what = prop::sample::select(vec![
        Register,
        Register,
        Import,
        Correct,
        Correct,
        Leave,
        Move,
        Share,
        Join,
        Split,
        Head,
        Rename,
        Die,
        House,
        Category,
        Close,
        Reopen,
        Merge,
        Merge,
        MergePeople,
        Apart,
        Many,
        Note,
        List,
        List,
        Unlist,
        UndoLast,
        UndoLast,
        UndoAny,
        UndoAny,
        UndoAny,
    ]);
    let step = (0..2usize, what, 0..6usize, 0..6usize, 0..3usize).prop_map(|(desk, what, one, two, on)| Step {
        desk,
        what,
        one,
        two,
        on,
    });
    prop::collection::vec(step, 4..28)
}

/// The office at work: two colleagues, and everything that was ever there.
struct Work {
    desks: [Office; 2],
    families: Vec<FamilyId>,
    people: Vec<PersonId>,
    deeds: Vec<DeedId>,
}

impl Work {
    fn family(&self, number: usize) -> Option<FamilyId> {
        (!self.families.is_empty()).then(|| self.families[number % self.families.len()])
    }

    fn remember(&mut self, desk: usize, family: FamilyId) {
        if !self.families.contains(&family) {
            self.families.push(family);
        }
        let card = self.desks[desk].card(family).expect("card");
        for person in
            card.members.iter().map(|member| member.person).chain(card.past.members.iter().map(|one| one.person))
        {
            if !self.people.contains(&person) {
                self.people.push(person);
            }
        }
    }

    fn do_step(&mut self, step: &Step) -> Result<(), OfficeError> {
        let deed = self.desks[step.desk].new_deed();
        self.do_deed(step, deed)?;
        self.deeds.push(deed);
        Ok(())
    }

    fn do_deed(&mut self, step: &Step, deed: DeedId) -> Result<(), OfficeError> {
        let office = &mut self.desks[step.desk];
        let surname = SURNAMES[step.two % 4];
        match step.what {
            What::Register => {
                let mut draft = a_family_of(&format!("{surname} Оксана")).with_child(5).draft();
                draft.registered_on = day("2026-11-19");
                if step.one.is_multiple_of(2) {
                    draft.members[0].documents.push(common::passport(&format!("КС 12345{}", step.two)));
                }
                let family = office.register(deed, &draft)?.family;
                self.remember(step.desk, family);
                return Ok(());
            }
            What::Import => {
                let draft =
                    a_family_of(&format!("{surname} Марія")).with_child(7).with_key(&format!("С-{}", step.one)).draft();
                let batch = ImportBatch { families: vec![draft], ..ImportBatch::default() };
                // Only a colleague who may not import is refused here.
                if office.import(&batch, Run::Real, &mut |_, _| {})?.is_ok() {
                    for found in office.find(surname, 100)? {
                        if let Some(family) = found.family {
                            self.remember(step.desk, family);
                        }
                    }
                }
                return Ok(());
            }
            What::UndoLast => {
                if let Some(last) = office.last_deed()? {
                    office.undo(deed, last.deed, "")?;
                }
                return Ok(());
            }
            What::UndoAny => {
                let Some(what) = self.deeds.get((step.one * 6 + step.two) % self.deeds.len().max(1)).copied() else {
                    return Ok(());
                };
                office.undo(deed, what, "")?;
                return Ok(());
            }
            _ => {}
        }
        let Some(family) = self.family(step.one) else { return Ok(()) };
        let Some(other) = self.family(step.two) else { return Ok(()) };
        let office = &mut self.desks[step.desk];
        let card = office.card(family)?;
        let there = office.card(other)?;
        match step.what {
            What::Correct => correct(office, deed, &card, step)?,
            What::Merge => merge(office, deed, &card, &there)?,
            What::Apart => office.tell_apart(deed, Pair::Families(family, other), "")?,
            What::Many | What::Note | What::List | What::Unlist => many(office, deed, step, [family, other])?,
            What::MergePeople => {
                let (keep, gone) =
                    (self.people[step.one % self.people.len()], self.people[step.two % self.people.len()]);
                let seen = (office.person_card(keep)?.single, office.person_card(gone)?.single);
                let plan = PeoplePlan { same: SamePerson { keep, gone }, draft: seen.0.clone(), seen };
                office.merge_people(deed, &plan)?;
            }
            _ => {
                if let Some(event) = event(step, &card, &there) {
                    let lived = office.live(deed, card.id, &event)?;
                    if let Some(other) = lived.other {
                        self.remember(step.desk, other.family);
                    }
                    self.remember(step.desk, card.id);
                }
            }
        }
        Ok(())
    }
}

fn correct(office: &mut Office, deed: DeedId, card: &FamilyCard, step: &Step) -> Result<(), OfficeError> {
    let base = FamilyDraft::of_card(card);
    let mut mine = base.clone();
    let Some(last) = mine.members.last_mut() else { return Ok(()) };
    match step.on {
        0 => last.name.surname = SURNAMES[step.two % 4].to_owned(),
        1 => last.phones = vec![phone(&format!("067123450{}", step.two))],
        _ if mine.members.len() > 1 => drop(mine.members.pop()),
        _ => mine.actual.flat = step.two.to_string(),
    }
    office.correct(deed, card.id, &base, &mine).map(drop)
}

/// A deed over two families, which may be the same, merged or a mistake by now.
fn many(office: &mut Office, deed: DeedId, step: &Step, families: [FamilyId; 2]) -> Result<(), OfficeError> {
    let selection =
        Selection { filter: Filter::default(), which: Which::Marked(families.to_vec()), sensitive: step.on == 0 };
    let quiet: &mut dyn FnMut(usize, usize) = &mut |_, _| {};
    let list = office.list_choices()?.lists.first().map(|list| list.id);
    match (step.what, list) {
        (What::Many, _) => office.mass_category(deed, &selection, &common::category("military"), quiet)?,
        (What::Note, _) => office.mass_note(deed, &selection, "рядок", quiet)?,
        (What::Unlist, Some(list)) => office.take_from_list(deed, &selection, list, quiet)?,
        (_, Some(list)) if step.on > 0 => office.put_in_list(deed, &selection, &Target::List(list), quiet)?,
        _ => office.put_in_list(deed, &selection, &Target::New(format!("список {}", step.two)), quiet)?,
    };
    Ok(())
}

/// What the desk finds by every kind of condition that follows the file: whole lists, in order, with their rows.
fn listed(office: &mut Office) -> Vec<Listed> {
    let lists = office.list_choices().expect("choices").lists;
    let mut filters = vec![
        Filter { state: State::All, ..Filter::default() },
        Filter { any_of: vec![CategoryCode("military".to_owned())], ..Filter::default() },
        Filter { missing: vec![Missing::Phone], state: State::All, ..Filter::default() },
        Filter { name: "шевченко".to_owned(), state: State::All, ..Filter::default() },
        Filter { contact_since: Some(day("2026-11-21")), state: State::All, ..Filter::default() },
    ];
    filters.extend(lists.iter().map(|list| Filter { list: Some(list.id), state: State::All, ..Filter::default() }));
    let mut found = Vec::new();
    for filter in &filters {
        let page = office.listed(filter, Order::Name, 0, 500).expect("listed");
        assert_eq!(page.rows.len(), page.totals.families);
        if let Some(list) = filter.list {
            let row = lists.iter().find(|row| row.id == list).expect("the list");
            assert_eq!(page.rows.len(), row.families, "a list counts whom it shows");
        }
        found.push(page);
    }
    found
}

/// Everybody who is offered as registered twice stands on the register as they are.
fn nobody_gone_is_a_duplicate(office: &mut Office) {
    office.refresh().expect("refresh");
    while office.duplicates_step(100_000) {}
    for double in office.duplicates(500).expect("duplicates").best {
        for twin in [&double.first, &double.second] {
            let card = office.person_card(twin.person).expect("card");
            assert_eq!((card.id, card.voided_on), (twin.person, None), "merged or a mistake");
            if let Some(family) = twin.family {
                let card = office.card(family).expect("card");
                assert!(card.id == family && card.members.iter().any(|member| member.person == twin.person));
            }
        }
    }
}

fn merge(office: &mut Office, deed: DeedId, keep: &FamilyCard, gone: &FamilyCard) -> Result<(), OfficeError> {
    let seen = MergeSeen { keep: FamilyDraft::of_card(keep), gone: FamilyDraft::of_card(gone) };
    let mut draft = seen.keep.clone();
    let mut same = Vec::new();
    for (place, member) in seen.gone.members.iter().enumerate() {
        let person = member.person.expect("a person");
        match draft.members.iter().find(|there| there.person == Some(person)) {
            Some(_) => {}
            None if place == 0 && !draft.members.is_empty() => {
                same.push(SamePerson { keep: draft.members[0].person.expect("a person"), gone: person });
            }
            None => {
                let relation = if draft.members.is_empty() { Relation::Head } else { Relation::Other };
                draft.members.push(MemberDraft { relation, ..member.clone() });
            }
        }
    }
    office.merge_families(deed, &MergePlan { keep: keep.id, gone: gone.id, draft, same, seen }).map(drop)
}

fn event(step: &Step, card: &FamilyCard, other: &FamilyCard) -> Option<LifeEvent> {
    let on = DAYS[step.on];
    let member = card.members.get(step.two % card.members.len().max(1)).map(|member| member.person);
    let next = card.members.iter().map(|member| member.person).find(|person| Some(*person) != member);
    let to = if other.members.is_empty() { Relation::Head } else { Relation::Ward };
    Some(match step.what {
        What::Leave => {
            LifeEvent::MemberLeft { person: member?, on: day(on), reason: LeaveReason::Divorced, next_head: next }
        }
        What::Move => match moved(member?, other.id, to, on) {
            LifeEvent::MemberMoved { person, to, relation, on, stays, .. } => {
                LifeEvent::MemberMoved { person, to, relation, on, stays, next_head: next }
            }
            event => event,
        },
        What::Share => LifeEvent::MemberMoved {
            person: member?,
            to: other.id,
            relation: to,
            on: day(on),
            stays: Stays::Both,
            next_head: None,
        },
        What::Join => {
            let relation = if card.members.is_empty() { Relation::Head } else { Relation::Son };
            let known = other.members.first().filter(|_| step.on == 0).map(|member| member.person);
            let name = other
                .members
                .first()
                .filter(|_| step.on == 0)
                .map_or_else(|| common::name("Новий Іван"), |one| one.name.clone());
            joined(MemberDraft { person: known, name, ..MemberDraft::new(relation) }, on)
        }
        What::Split => match split(vec![(member?, Relation::Head)], on) {
            LifeEvent::SplitOff { members, on, reason, actual, .. } => {
                LifeEvent::SplitOff { members, on, reason, actual, next_head: next }
            }
            event => event,
        },
        What::Head => head_changed(member?, on),
        What::Rename => renamed(member?, &format!("{} Інша", SURNAMES[step.two % 4]), on),
        What::Die => match died(member?, on) {
            LifeEvent::Died { person, on, basis, .. } => {
                let next_heads = next.into_iter().map(|person| NextHead { family: card.id, person }).collect();
                LifeEvent::Died { person, on, basis, next_heads }
            }
            event => event,
        },
        What::House => LifeEvent::MovedHouse {
            kind: AddressKind::Actual,
            address: Address {
                settlement: "с. Жидичин".to_owned(), flat: step.two.to_string(), ..Address::default()
            },
            on: day(on),
        },
        What::Category => {
            let code = CategoryCode("hardship".to_owned());
            match card.categories.first().filter(|_| step.two.is_multiple_of(2)) {
                Some(there) => LifeEvent::CategoryEnded {
                    person: None,
                    code: there.code.clone(),
                    since: there.since,
                    on: day(on),
                    basis: String::new(),
                },
                None => {
                    LifeEvent::CategoryRenewed { person: None, code, on: day(on), until: None, basis: String::new() }
                }
            }
        }
        What::Close => LifeEvent::Closed { on: day(on), reason: CloseReason::Refused, note: String::new() },
        What::Reopen => LifeEvent::Reopened { on: day(on), reason: "знову".to_owned() },
        _ => return None,
    })
}

fn bare(desk: &AnOffice) -> Store {
    let slots = SlotsFile::load(&desk.path()).expect("slots").slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).expect("key");
    Store::open(&desk.path(), &key).expect("file")
}

fn count(store: &Store, sql: &str) -> i64 {
    store.read(|tx| Ok(tx.query_row(sql, [], |row| row.get(0))?)).expect("a count")
}

/// What must never be: each a question that counts the broken.
const NEVER: [(&str, &str); 9] = [
    (
        "a merged family that leads to a mistake",
        "SELECT count(*) FROM family gone JOIN family kept ON kept.id = gone.merged_into WHERE kept.voided_on IS NOT NULL",
    ),
    (
        "a merged person who leads to a mistake",
        "SELECT count(*) FROM person gone JOIN person kept ON kept.id = gone.merged_into WHERE kept.voided_on IS NOT NULL",
    ),
    (
        "an open family with members and without exactly one head",
        "SELECT count(*) FROM family f WHERE f.closed_on IS NULL
         AND EXISTS (SELECT 1 FROM membership m WHERE m.family = f.id AND m.until_on IS NULL)
         AND (SELECT count(*) FROM membership m WHERE m.family = f.id AND m.until_on IS NULL AND m.relation = 'head') <> 1",
    ),
    (
        "somebody dead, merged or voided in a family, or anybody in a merged or voided one",
        "SELECT count(*) FROM membership m JOIN person p ON p.id = m.person JOIN family f ON f.id = m.family
         WHERE m.until_on IS NULL AND coalesce(p.died_on, p.merged_into, p.voided_on, f.merged_into, f.voided_on) IS NOT NULL",
    ),
    ("a span that ends before it begins", "SELECT count(*) FROM membership WHERE until_on < from_on"),
    ("an address that ends before it begins", "SELECT count(*) FROM address WHERE until_on < from_on"),
    ("a merged family that is open", "SELECT count(*) FROM family WHERE merged_into IS NOT NULL AND closed_on IS NULL"),
    (
        "a closed family without its story, or a story without the closed family",
        "SELECT count(*) FROM family f WHERE f.merged_into IS NULL AND (f.closed_on IS NOT NULL)
         <> EXISTS (SELECT 1 FROM closure c WHERE c.family = f.id AND c.until_on IS NULL AND c.voided = 0)",
    ),
    (
        "an entry of the journal whose subject is nowhere",
        "SELECT count(*) FROM journal j WHERE (j.subject_kind = 'family' AND j.subject NOT IN (SELECT id FROM family))
         OR (j.subject_kind = 'person' AND j.subject NOT IN (SELECT id FROM person))",
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_lost_and_every_rule_holds_whatever_is_done(steps in steps()) {
        let mut desk = an_office();
        let other = desk.desk_of(Role::CaseWorker);
        let own = desk.another_desk();
        let mut work = Work { desks: [own, other], families: Vec::new(), people: Vec::new(), deeds: Vec::new() };
        let mut first = a_family_of("Шевченко Оксана").with_child(6).draft();
        first.registered_on = day("2026-11-19");
        let first = register(&mut work.desks[0], &first);
        work.remember(0, first.family);
        let store = bare(&desk);
        work.desks.iter_mut().for_each(|desk| drop(listed(desk)));
        for step in &steps {
            let people = count(&store, "SELECT count(*) FROM person");
            // A refusal is an answer too; the file itself must never be in trouble.
            if let Err(OfficeError::Store(fault)) = work.do_step(step) {
                panic!("{step:?}: {fault:?}");
            }
            prop_assert!(count(&store, "SELECT count(*) FROM person") >= people);
            for (what, sql) in NEVER {
                prop_assert_eq!(count(&store, sql), 0, "{} after {:?}", what, step);
            }
        }
        prop_assert_eq!(count(&store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        let whole: String = store.read(|tx| Ok(tx.query_row("PRAGMA integrity_check", [], |row| row.get(0))?)).expect("checked");
        prop_assert_eq!(whole, "ok");
        for family in &work.families {
            let bytes = family.to_string().replace('-', "");
            let entries = count(&store, &format!("SELECT count(*) FROM journal WHERE hex(subject) = upper('{bytes}')"));
            let card = work.desks[0].card(*family).expect("every family opens");
            let shown = work.desks[0].history(*family).expect("history").len();
            prop_assert!(shown >= usize::try_from(entries).expect("a count"), "every entry is reachable");
            for on in DAYS {
                prop_assert!(day(on) < card.registered_on || work.desks[0].card_on(*family, day(on)).is_ok(), "{}", on);
            }
        }
        for person in &work.people {
            prop_assert!(work.desks[0].person_card(*person).is_ok() && work.desks[0].person_history(*person).is_ok());
        }
        prop_assert!(work.desks[0].verify_journal().expect("verified").is_ok());
        let mut fresh = desk.another_desk();
        let numbers: Vec<String> = work.families.iter().map(|family| fresh.card(*family).expect("card").number.to_string()).collect();
        for text in SURNAMES.iter().copied().chain(["Оксана", "Новий", "Інша", "067"]).chain(numbers.iter().map(String::as_str)) {
            let found = fresh.find(text, 200).expect("found");
            for desk in &mut work.desks {
                let there = desk.find(text, 200).expect("found");
                prop_assert_eq!(&there, &found, "{}", text);
            }
        }
        let rows = listed(&mut fresh);
        let doubles = |desk: &mut Office| {
            nobody_gone_is_a_duplicate(desk);
            desk.duplicates(500).expect("duplicates").total
        };
        let total = doubles(&mut fresh);
        for desk in &mut work.desks {
            prop_assert_eq!(&listed(desk), &rows, "a list followed is a list read anew");
            prop_assert_eq!(doubles(desk), total);
        }
    }
}

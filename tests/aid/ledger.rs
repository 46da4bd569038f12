//! Whatever is done to the shelves in whatever order: a simple model of heaps says the same as the ledger, and the ledger adds up.

use crate::common::{AnOffice, a_family_of, day};
use crate::fixture::{TODAY, a_storeroom, adds_up, cart, compose, issue, lies, receive_on, removal, storeroom};
use crate::shelf::kits;
use proptest::prelude::*;
use std::collections::BTreeMap;
use stiika::domain::id::FamilyId;
use stiika::domain::staff::Role;
use stiika::domain::stock::{ActId, ActKind, Quantity};
use stiika::office::Office;

/// Items of the model: pieces, grams, kits of the first two.
const ITEMS: [&str; 3] = ["nappies", "toys", "food_kit"];
const DAYS: [&str; 4] = ["2026-11-18", "2026-11-19", "2026-11-20", TODAY];

#[derive(Clone, Debug)]
enum Step {
    Receive(usize, i64, usize),
    Issue(usize, i64, usize),
    WriteOff(usize, i64, usize),
    ToBus(usize, i64),
    Assemble(i64),
    Disassemble(i64),
    Reverse(usize),
    Count(i64, i64),
}

fn step() -> impl Strategy<Value = Step> {
    let item = 0..ITEMS.len();
    let on = 0..DAYS.len();
    prop_oneof![
        3 => (item.clone(), 1_i64..30, on.clone()).prop_map(|(item, quantity, on)| Step::Receive(item, quantity, on)),
        4 => (item.clone(), 1_i64..20, on.clone()).prop_map(|(item, quantity, on)| Step::Issue(item, quantity, on)),
        1 => (item.clone(), 1_i64..20, on).prop_map(|(item, quantity, on)| Step::WriteOff(item, quantity, on)),
        1 => (item, 1_i64..20).prop_map(|(item, quantity)| Step::ToBus(item, quantity)),
        2 => (1_i64..6).prop_map(Step::Assemble),
        1 => (1_i64..6).prop_map(Step::Disassemble),
        3 => (0_usize..40).prop_map(Step::Reverse),
        1 => (0_i64..40, 0_i64..40).prop_map(|(one, other)| Step::Count(one, other)),
    ]
}

/// Heaps by place and item: as much as came less as much as went.
type Heaps = BTreeMap<(&'static str, usize), i64>;

struct World {
    main: AnOffice,
    director: Office,
    family: FamilyId,
    heaps: Heaps,
    /// What every act in force changed.
    acts: Vec<(ActId, Heaps)>,
}

impl World {
    fn new() -> Self {
        let mut main = a_storeroom();
        let family = main.register(&a_family_of("Бондар Ганна Іванівна").displaced().draft()).family;
        compose(&main.path(), "2026-01-01", &[("nappies", 2), ("toys", 3)]);
        let director = main.desk_of(Role::Director);
        Self { main, director, family, heaps: Heaps::new(), acts: Vec::new() }
    }

    fn there(&self, item: usize) -> i64 {
        self.heaps.get(&("storeroom", item)).copied().unwrap_or_default()
    }

    /// The act was made: the model moves the same.
    fn made(&mut self, act: ActId, changes: &[(&'static str, usize, i64)]) {
        let mut moved = Heaps::new();
        for (place, item, quantity) in changes {
            *moved.entry((place, *item)).or_default() += quantity;
            *self.heaps.entry((place, *item)).or_default() += quantity;
        }
        self.acts.push((act, moved));
    }

    /// What is possible by the model must be done, and what is not must be refused; of past days only that nothing breaks.
    fn take(&mut self, step: &Step) {
        let office = &mut self.main.office;
        let today = |on: usize| DAYS[on] == TODAY;
        match *step {
            Step::Receive(item, quantity, on) => {
                let expires = (ITEMS[item] == "food_kit").then_some("2027-01-01");
                let made = receive_on(office, DAYS[on], ITEMS[item], quantity, expires).expect("received");
                self.made(made.act, &[("storeroom", item, quantity)]);
            }
            Step::Issue(item, quantity, on) => {
                let mut mine = cart(self.family, &[(ITEMS[item], quantity)]);
                mine.on = day(DAYS[on]);
                mine.lines[0].override_reason = "так треба".to_owned();
                let answer = issue(office, &mine);
                assert!(!today(on) || answer.is_ok() == (quantity <= self.there(item)), "{answer:?}");
                if let Ok(made) = answer {
                    self.made(made.act, &[("storeroom", item, -quantity)]);
                }
            }
            Step::WriteOff(item, quantity, on) => {
                let deed = office.new_deed();
                let answer = office.write_off(deed, &removal(DAYS[on], ITEMS[item], quantity));
                assert!(!today(on) || answer.is_ok() == (quantity <= self.there(item)), "{answer:?}");
                if let Ok(made) = answer {
                    self.made(made.act, &[("storeroom", item, -quantity)]);
                }
            }
            Step::ToBus(item, quantity) => {
                let deed = office.new_deed();
                let answer = office.transfer(deed, &removal(TODAY, ITEMS[item], quantity), &"bus".into());
                assert_eq!(answer.is_ok(), quantity <= self.there(item), "{answer:?}");
                if let Ok(made) = answer {
                    self.made(made.act, &[("storeroom", item, -quantity), ("bus", item, quantity)]);
                }
            }
            Step::Assemble(quantity) => {
                let deed = office.new_deed();
                let answer = office.assemble(deed, &kits(quantity));
                let is_possible = quantity * 2 <= self.there(0) && quantity * 3 <= self.there(1);
                assert_eq!(answer.is_ok(), is_possible, "{answer:?}");
                if let Ok(made) = answer {
                    let changes =
                        [("storeroom", 2, quantity), ("storeroom", 0, -2 * quantity), ("storeroom", 1, -3 * quantity)];
                    self.made(made.act, &changes);
                }
            }
            Step::Disassemble(quantity) => {
                let deed = office.new_deed();
                let answer = office.disassemble(deed, &kits(quantity));
                assert_eq!(answer.is_ok(), quantity <= self.there(2), "{answer:?}");
                if let Ok(made) = answer {
                    let changes =
                        [("storeroom", 2, -quantity), ("storeroom", 0, 2 * quantity), ("storeroom", 1, 3 * quantity)];
                    self.made(made.act, &changes);
                }
            }
            Step::Reverse(which) => {
                if self.acts.is_empty() {
                    return;
                }
                let (act, moved) = self.acts.swap_remove(which % self.acts.len());
                let deed = office.new_deed();
                if office.reverse(deed, act, "помилка").is_ok() {
                    for (place, quantity) in &moved {
                        *self.heaps.entry(*place).or_default() -= quantity;
                    }
                } else {
                    // Refused only where the goods it brought are gone: somewhere a lot of it is short.
                    assert!(moved.values().any(|quantity| *quantity > 0), "what only took comes back always");
                    self.acts.push((act, moved));
                }
            }
            Step::Count(one, other) => self.count(&[one, other]),
        }
    }

    fn count(&mut self, found: &[i64]) {
        let office = &mut self.main.office;
        let deed = office.new_deed();
        let sheet = office.count_begin(deed, &storeroom()).expect("sheet");
        let counted: Vec<_> =
            found.iter().enumerate().map(|(item, quantity)| (ITEMS[item].into(), Quantity(*quantity))).collect();
        let deed = office.new_deed();
        office.count_enter(deed, sheet.id, &counted, "").expect("entered");
        let deed = self.director.new_deed();
        let approved = self.director.count_approve(deed, sheet.id).expect("approved");
        let changes: Vec<_> =
            found.iter().enumerate().map(|(item, quantity)| ("storeroom", item, quantity - self.there(item))).collect();
        assert_eq!(approved.act.is_some(), changes.iter().any(|(.., difference)| *difference != 0));
        if let Some((act, _)) = approved.act {
            self.made(act, &changes);
        }
    }

    fn agrees(&mut self) {
        for (item, code) in ITEMS.iter().enumerate() {
            assert_eq!(lies(&mut self.main.office, code), self.there(item), "{code}");
        }
        let acts = self.main.office.acts_between(day("2026-01-01"), day(TODAY)).expect("acts");
        let in_force = acts.iter().filter(|act| act.reversed_by.is_none() && act.kind != ActKind::Reversal).count();
        assert_eq!(in_force, self.acts.len());
        adds_up(&self.main.path());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_is_what_a_simple_model_says(steps in proptest::collection::vec(step(), 1..40)) {
        let mut world = World::new();
        for step in &steps {
            world.take(step);
        }
        world.agrees();
    }
}

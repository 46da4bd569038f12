//! Two entries side by side, becoming one: every field with both its values, the differing ones marked, the right one chosen.
//!
//! What the choice means is `domain::duplicate`'s; here are the rows, the keys and the question before it is done.

mod values;
mod view;

use crate::domain::draft::FamilyDraft;
use crate::domain::duplicate::{Choice, Field, Side, Union, Whose};
use crate::domain::family::{FamilyCard, PersonCard, Relation};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::office::{Both, MergePlan, MergeSeen, OfficeError, PeoplePlan, SamePerson, Standing};
use crate::tui::app::message::{DuplicatesAsk, DuplicatesTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// One of the two entries.
struct Entry {
    family: Option<FamilyId>,
    person: PersonId,
    number: Option<FamilyNumber>,
    /// Numbers of the families in which a person stands.
    stands_in: Vec<FamilyNumber>,
}

/// What a row of the screen is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Item {
    /// Which entry stays.
    Kept,
    /// A field; the place among [`Union::rows`].
    Field(usize),
    /// Who is who; the place among [`Union::couples`].
    Couple(usize),
}

/// What a question on top asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Asking {
    Nothing,
    WhetherToMerge,
    WhetherToDiscard,
}

/// The screen.
pub struct Merge {
    one: Standing,
    other: Standing,
    deed: DeedId,
    loaded: Option<Loaded>,
    cursor: ListCursor,
    asking: Asking,
    /// The deed is under way.
    is_merging: bool,
    /// The other deed of this screen: they are different.
    apart: Option<DeedId>,
}

/// Both entries with what is chosen so far.
struct Loaded {
    left: Entry,
    right: Entry,
    union: Union,
    /// Whether anything was chosen by hand.
    is_touched: bool,
}

impl Merge {
    /// Two entries that are being read.
    pub fn loading(one: Standing, other: Standing, cx: &mut Context) -> Self {
        Self {
            one,
            other,
            deed: cx.new_deed(),
            loaded: None,
            cursor: ListCursor::default(),
            asking: Asking::Nothing,
            is_merging: false,
            apart: None,
        }
    }

    fn load(&mut self, both: &Both) {
        let fresh = match both {
            Both::Families(left, right) => families(left, right, (self.one.person, self.other.person)),
            Both::People(left, right) => people(left, right),
            Both::One => return,
        };
        self.loaded = Some(match self.loaded.take() {
            Some(before) => Loaded { union: before.union.renewed(fresh.union), is_touched: before.is_touched, ..fresh },
            None => fresh,
        });
        self.cursor.clamp(self.items().len());
    }

    /// Every row of the screen, from the top.
    fn items(&self) -> Vec<Item> {
        let Some(Loaded { union, .. }) = &self.loaded else { return Vec::new() };
        let rows = union.rows();
        let of = |whose: Whose| {
            let rows = rows.iter().enumerate().filter(move |(_, row)| row.whose == whose);
            rows.map(|(place, _)| Item::Field(place))
        };
        let mut items = vec![Item::Kept];
        items.extend(of(Whose::Family));
        for place in 0..union.couples().len() {
            items.push(Item::Couple(place));
            items.extend(of(Whose::Couple(place)));
        }
        items
    }

    fn item(&self) -> Option<Item> {
        self.items().get(self.cursor.chosen).copied()
    }

    /// The value of this side for the row under the cursor.
    fn choose(&mut self, side: Side) {
        let (Some(item), Some(loaded)) = (self.item(), &mut self.loaded) else { return };
        match item {
            Item::Kept => loaded.union.keep(side),
            Item::Field(place) => {
                let Some(row) = loaded.union.rows().get(place).copied().filter(|row| row.differ.is_some()) else {
                    return;
                };
                loaded.union.choose(row.whose, row.field, Choice::One(side));
            }
            Item::Couple(_) => return,
        }
        loaded.is_touched = true;
    }

    /// The next choice of the row under the cursor; of a couple, that they are two people.
    fn toggle(&mut self, cx: &Context) -> Step {
        let (Some(item), Some(loaded)) = (self.item(), &mut self.loaded) else { return Step::stay() };
        match item {
            Item::Kept => loaded.union.keep(loaded.union.kept().other()),
            Item::Field(place) => {
                let Some(row) = loaded.union.rows().get(place).copied() else { return Step::stay() };
                let Some((choice, _)) = row.differ else { return Step::stay() };
                let next = match choice {
                    Choice::One(Side::Left) => Choice::One(Side::Right),
                    Choice::One(Side::Right) if row.field.holds_both() => Choice::Both,
                    Choice::One(Side::Right) | Choice::Both => Choice::One(Side::Left),
                };
                loaded.union.choose(row.whose, row.field, next);
            }
            Item::Couple(place) => {
                let couple = loaded.union.couples()[place];
                if !couple.is_whole() {
                    return Step::stay().saying(Toast::warning(cx.t("merge-press-digit")));
                }
                if loaded.union.is_one_person(couple) || !loaded.union.is_of_families() {
                    return Step::stay().saying(Toast::warning(cx.t("merge-one-person")));
                }
                loaded.union.part(place);
            }
        }
        loaded.is_touched = true;
        Step::stay()
    }

    /// Members of a side who have nobody on the other, in the order of their digits.
    fn alone(union: &Union, side: Side) -> Vec<usize> {
        let couples = union.couples().iter().enumerate();
        couples.filter(|(_, couple)| couple.on(side).is_some() && !couple.is_whole()).map(|(place, _)| place).collect()
    }

    /// The member under the cursor and the one with this digit on the other side are one person.
    fn join(&mut self, digit: usize) {
        let (Some(Item::Couple(place)), Some(loaded)) = (self.item(), &mut self.loaded) else { return };
        let union = &mut loaded.union;
        let couple = union.couples()[place];
        if couple.is_whole() {
            return;
        }
        let here = if couple.left.is_some() { Side::Left } else { Side::Right };
        let Some(there) = digit.checked_sub(1).and_then(|nth| Self::alone(union, here.other()).get(nth).copied())
        else {
            return;
        };
        let (left, right) = if here == Side::Left { (place, there) } else { (there, place) };
        let joined = union.couples()[left].left;
        union.join(left, right);
        loaded.is_touched = true;
        let at = loaded.union.couples().iter().position(|couple| couple.left == joined);
        if let Some(item) = at.and_then(|at| self.items().iter().position(|item| *item == Item::Couple(at))) {
            self.cursor.chosen = item;
        }
    }

    /// On to the next row where something is to be chosen; from the last one to the first.
    fn next_difference(&mut self) {
        let Some(Loaded { union, .. }) = &self.loaded else { return };
        let rows = union.rows();
        let is_open = |item: &Item| match item {
            Item::Kept => true,
            Item::Field(place) => rows.get(*place).is_some_and(|row| row.differ.is_some()),
            Item::Couple(place) => !union.couples()[*place].is_whole(),
        };
        let items = self.items();
        let after = items.iter().enumerate().skip(self.cursor.chosen + 1).find(|(_, item)| is_open(item));
        self.cursor.chosen = after.map_or(0, |(place, _)| place);
    }

    /// Says exactly what will happen, and asks.
    fn ask(&mut self, cx: &Context) -> Step {
        let (Some(loaded), false) = (&self.loaded, self.is_merging) else { return Step::stay() };
        self.asking = Asking::WhetherToMerge;
        let text = loaded.consequences(cx);
        Step::push(Dialog::ask(cx.t("merge-title"), text, vec![cx.t("merge-look-again"), cx.t("merge-do")]))
    }

    fn merge(&mut self) -> Step {
        let Some(loaded) = &self.loaded else { return Step::stay() };
        let Some(ask) = loaded.plan(self.deed) else { return Step::stay() };
        self.is_merging = true;
        Step::effect(Effect::Duplicates(ask))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &mut Context) -> Step {
        self.is_merging = false;
        let told = Toast::fault(fault, cx);
        match fault {
            // The choices are kept; what another desk changed is shown.
            OfficeError::ChangedMeanwhile { .. } => {
                self.deed = cx.new_deed();
                let again = DuplicatesAsk::Compare(self.one, self.other);
                Step::effect(Effect::Duplicates(again)).saying(told)
            }
            OfficeError::MergedInto { .. } | OfficeError::NoSuchFamily | OfficeError::NoSuchPerson => {
                Step::pop().saying(told)
            }
            _ => Step::stay().saying(told),
        }
    }

    fn tell_apart(&mut self, cx: &mut Context) -> Step {
        let Some(loaded) = self.loaded.as_ref().filter(|_| self.apart.is_none() && !self.is_merging) else {
            return Step::stay();
        };
        let standing = |entry: &Entry| Standing { person: entry.person, family: entry.family };
        let pair = Both::pair(standing(&loaded.left), standing(&loaded.right));
        let deed = cx.new_deed();
        self.apart = Some(deed);
        Step::effect(Effect::Duplicates(DuplicatesAsk::Apart { deed, pair }))
    }

    fn leave(&mut self, cx: &Context) -> Step {
        if self.is_dirty() {
            self.asking = Asking::WhetherToDiscard;
            return Step::push(Dialog::discard(cx));
        }
        Step::pop()
    }
}

impl Loaded {
    fn entry(&self, side: Side) -> &Entry {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// What is asked of the office; none where a family is missing, which an entry of two families never is.
    fn plan(&self, deed: DeedId) -> Option<DuplicatesAsk> {
        let kept = self.union.kept();
        let (keep, gone) = (self.entry(kept), self.entry(kept.other()));
        if !self.union.is_of_families() {
            let single = |side: Side| {
                let family = self.union.side(side);
                let person = family.members.first()?.clone();
                Some(crate::domain::draft::SingleDraft { person, address: family.actual.clone() })
            };
            let plan = PeoplePlan {
                same: SamePerson { keep: keep.person, gone: gone.person },
                draft: self.union.single()?,
                seen: (single(kept)?, single(kept.other())?),
            };
            return Some(DuplicatesAsk::MergePeople { deed, plan: Box::new(plan) });
        }
        let outcome = self.union.outcome();
        let plan = MergePlan {
            keep: keep.family?,
            gone: gone.family?,
            draft: outcome.draft,
            same: outcome.same.into_iter().map(|(keep, gone)| SamePerson { keep, gone }).collect(),
            seen: MergeSeen { keep: self.union.side(kept).clone(), gone: self.union.side(kept.other()).clone() },
        };
        Some(DuplicatesAsk::MergeFamilies { deed, plan: Box::new(plan) })
    }

    /// What merging will do, in sentences.
    fn consequences(&self, cx: &Context) -> String {
        let kept = self.union.kept();
        let name = |side: Side| head_name(self.union.side(side));
        if !self.union.is_of_families() {
            return cx.tv("merge-question-people", &[("kept", name(kept).into()), ("gone", name(kept.other()).into())]);
        }
        let number = |side: Side| self.entry(side).number.map(|number| number.to_string()).unwrap_or_default();
        let outcome = self.union.outcome();
        let mut text = cx.tv(
            "merge-question",
            &[
                ("kept", number(kept).into()),
                ("name", name(kept).into()),
                ("gone", number(kept.other()).into()),
                ("count", outcome.draft.members.len().into()),
                ("same", outcome.same.len().into()),
            ],
        );
        if let Some(head) = self.union.former_head() {
            text.push(' ');
            let is_same = outcome.same.iter().any(|(_, gone)| Some(*gone) == head.person);
            // Whoever is known on the kept side as well keeps what they are there.
            if !is_same {
                text.push_str(&cx.tv("merge-former-head", &[("name", head.name.short().into())]));
            }
        }
        text
    }
}

/// Who stands for the entry.
fn head_name(family: &FamilyDraft) -> String {
    let head = family.members.iter().find(|member| member.relation == Relation::Head);
    head.or(family.members.first()).map(|member| member.name.full()).unwrap_or_default()
}

fn families(left: &FamilyCard, right: &FamilyCard, sure: (PersonId, PersonId)) -> Loaded {
    let entry = |card: &FamilyCard| Entry {
        family: Some(card.id),
        person: card.head().map_or(sure.0, |head| head.person),
        number: Some(card.number),
        stands_in: Vec::new(),
    };
    // The earlier number is the one that papers and people know.
    let kept = if (left.registered_on, left.id) <= (right.registered_on, right.id) { Side::Left } else { Side::Right };
    let union = Union::of_families(FamilyDraft::of_card(left), FamilyDraft::of_card(right), kept, &[sure]);
    Loaded { left: entry(left), right: entry(right), union, is_touched: false }
}

fn people(left: &PersonCard, right: &PersonCard) -> Loaded {
    let entry = |card: &PersonCard| Entry {
        family: card.families.iter().find(|there| there.until.is_none()).map(|there| there.family),
        person: card.id,
        number: None,
        stands_in: card.families.iter().filter(|there| there.until.is_none()).map(|there| there.number).collect(),
    };
    let (one, other) = (entry(left), entry(right));
    // Whoever heads a family stays, so that it keeps its head; else whoever stands in one; else the earlier entry.
    let rank = |card: &PersonCard| {
        let present = || card.families.iter().filter(|there| there.until.is_none());
        (!present().any(|there| there.relation == Relation::Head), present().next().is_none(), card.id)
    };
    let kept = if rank(left) <= rank(right) { Side::Left } else { Side::Right };
    let union = Union::of_people(left.single.clone(), right.single.clone(), kept);
    Loaded { left: one, right: other, union, is_touched: false }
}

impl Screen for Merge {
    fn scope(&self) -> Scope {
        Scope::Merge
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.items().len();
        match key {
            Key::Esc => return self.leave(cx),
            Key::Left => self.choose(Side::Left),
            Key::Right => self.choose(Side::Right),
            Key::Char(' ') => return self.toggle(cx),
            Key::Char(digit @ '1'..='9') => self.join(digit.to_digit(10).map_or(0, |digit| digit as usize)),
            Key::Enter => self.next_difference(),
            Key::Tab => drop(self.cursor.key(Key::Down, rows, 1)),
            Key::BackTab => drop(self.cursor.key(Key::Up, rows, 1)),
            key => drop(self.cursor.key(key, rows, view::page(cx))),
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Merge => self.ask(cx),
            CommandId::TellApart => self.tell_apart(cx),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match (std::mem::replace(&mut self.asking, Asking::Nothing), answer) {
            (Asking::WhetherToMerge, Answer::Chosen(1)) => self.merge(),
            (Asking::WhetherToDiscard, Answer::Chosen(Dialog::DISCARD)) => Step::pop(),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Duplicates(told) = reply else { return Step::stay() };
        match told {
            DuplicatesTold::Compared(one, other, result) if (*one, *other) == (self.one, self.other) => match result {
                Ok(Both::One) => Step::pop().saying(Toast::warning(cx.t("merge-one-already"))),
                Ok(both) => {
                    self.load(both);
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            DuplicatesTold::Merged(deed, result) if *deed == self.deed => match result {
                Ok(merged) => {
                    let values = [("kept", merged.number.to_string().into()), ("gone", merged.gone.to_string().into())];
                    let done = Toast::good(cx.tv("merge-done", &values));
                    let card = Go::Replace(Box::new(Card::loading(merged.family)));
                    Step::go(card).with(Effect::Card(merged.family)).saying(done)
                }
                Err(fault) => self.refused(fault, cx),
            },
            DuplicatesTold::MergedPeople(deed, result) if *deed == self.deed => match result {
                Ok(_) => {
                    let family = self.loaded.as_ref().and_then(|loaded| loaded.left.family.or(loaded.right.family));
                    let done = Toast::good(cx.t("merge-done-people"));
                    match family {
                        Some(family) => Step::go(Go::Replace(Box::new(Card::loading(family))))
                            .with(Effect::Card(family))
                            .saying(done),
                        None => Step::pop().saying(done),
                    }
                }
                Err(fault) => self.refused(fault, cx),
            },
            DuplicatesTold::Apart(deed, result) if self.apart == Some(*deed) => {
                self.apart = None;
                match result {
                    Ok(()) => {
                        let names = self.loaded.as_ref().map(|loaded| {
                            [Side::Left, Side::Right].map(|side| head_name(loaded.union.side(side))).join(" / ")
                        });
                        let values = [("names", names.unwrap_or_default().into())];
                        Step::pop().saying(Toast::good(cx.tv("duplicates-apart", &values)))
                    }
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            _ => Step::stay(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.loaded.as_ref().is_some_and(|loaded| loaded.is_touched)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

/// The value of a field on a side.
fn value(union: &Union, whose: Whose, field: Field, side: Side, cx: &Context) -> String {
    match whose {
        Whose::Family => values::of_family(union.side(side), field, cx),
        Whose::Couple(place) => union
            .couples()
            .get(place)
            .and_then(|couple| union.member(*couple, side))
            .map(|member| values::of_member(member, field, cx))
            .unwrap_or_default(),
    }
}

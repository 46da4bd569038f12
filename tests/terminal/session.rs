//! A whole session on a real terminal: an event of today, people who came, somebody new, a power cut, a second trainer.

use super::{Computer, Terminal, signal};
use rustix::process::Signal;

/// An event of today is made, and its register is open.
fn an_event(desk: &mut Terminal) {
    desk.press("F6");
    desk.press("F7").shows("Назва");
    desk.types("Зустріч сусідів").press("F2").shows("▸ увесь день  Зустріч сусідів");
    desk.press("Enter").shows("Зустріч сусідів ·").shows("є 0");
}

/// The register of that event, from the calendar.
fn opens_it(desk: &mut Terminal) {
    desk.press("F6").shows("▸ увесь день  Зустріч сусідів");
    desk.press("Enter").shows("Зустріч сусідів ·");
}

/// Somebody who is nowhere: a name, an age.
fn adds(desk: &mut Terminal, name: &str, shown: &str) {
    desk.types(name).shows("+ додати нову людину");
    desk.press("Enter").shows("Рік або вік");
    desk.types("13").press("Enter").shows(&format!("▸ {shown}"));
}

#[test]
fn a_session_with_newcomers_survives_a_power_cut_and_is_closed() {
    let computer = Computer::with_an_office();
    let mut desk = computer.signed_in();
    an_event(&mut desk);
    adds(&mut desk, "зінчук назар", "Зінчук Назар");
    adds(&mut desk, "ґудзь ярина", "Ґудзь Ярина");
    desk.shows("є 2");
    // What is drawn as done is in the file, whatever happens next.
    signal(&desk, Signal::KILL);
    desk.ends();

    let mut desk = computer.signed_in();
    opens_it(&mut desk);
    desk.shows("є 2").shows("Зінчук Назар").shows("Ґудзь Ярина");
    desk.types("*").shows("Жінок");
    desk.types("3").press("F2").shows("ж 3, ч 0, д 0");
    desk.press("F2").shows("Заняття закрито.").shows("· закрито");
}

#[test]
fn what_one_trainer_marks_the_other_sees_by_itself() {
    let computer = Computer::with_an_office();
    let mut one = computer.signed_in();
    an_event(&mut one);
    let mut other = computer.signed_in();
    opens_it(&mut other);
    other.shows("є 0");
    adds(&mut one, "зінчук назар", "Зінчук Назар");
    other.shows("є 1").shows("Зінчук Назар");
    // And the other way round, from the other's keys.
    adds(&mut other, "ґудзь ярина", "Ґудзь Ярина");
    one.shows("є 2").shows("Ґудзь Ярина");
}

use super::*;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Every way a terminal writes a key, without its Esc.
const SEQUENCES: &[(&str, Key)] = &[
    ("OP", Key::F(1)),
    ("OQ", Key::F(2)),
    ("OR", Key::F(3)),
    ("OS", Key::F(4)),
    ("[11~", Key::F(1)),
    ("[12~", Key::F(2)),
    ("[13~", Key::F(3)),
    ("[14~", Key::F(4)),
    ("[[A", Key::F(1)),
    ("[[B", Key::F(2)),
    ("[[C", Key::F(3)),
    ("[[D", Key::F(4)),
    ("[[E", Key::F(5)),
    ("[15~", Key::F(5)),
    ("[17~", Key::F(6)),
    ("[18~", Key::F(7)),
    ("[19~", Key::F(8)),
    ("[20~", Key::F(9)),
    ("[21~", Key::F(10)),
    ("[23~", Key::F(11)),
    ("[24~", Key::F(12)),
    ("OA", Key::Up),
    ("[A", Key::Up),
    ("[B", Key::Down),
    ("[C", Key::Right),
    ("[D", Key::Left),
    ("[1;5A", Key::Up),
    ("[H", Key::Home),
    ("OH", Key::Home),
    ("[1~", Key::Home),
    ("[7~", Key::Home),
    ("[F", Key::End),
    ("OF", Key::End),
    ("[4~", Key::End),
    ("[8~", Key::End),
    ("[2~", Key::Insert),
    ("[3~", Key::Delete),
    ("[5~", Key::PageUp),
    ("[6~", Key::PageDown),
    ("[Z", Key::BackTab),
];

/// A keyboard in a test: keys at given pauses, and what was heard.
#[derive(Default)]
struct Keyboard {
    assembler: Assembler,
    now: Duration,
    heard: Vec<Heard>,
}

impl Keyboard {
    fn wait(&mut self, milliseconds: u64) -> &mut Self {
        let until = self.now + Duration::from_millis(milliseconds);
        // As the thread does: woken at the deadline, if one comes first.
        while let Some(deadline) = self.assembler.deadline().filter(|deadline| *deadline <= until) {
            self.assembler.tick(deadline, &mut self.heard);
        }
        self.now = until;
        self
    }

    fn press(&mut self, code: KeyCode) -> &mut Self {
        self.event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.now += Duration::from_micros(10);
        self.assembler.feed(event, self.now, &mut self.heard);
        self
    }

    /// Letters that come together.
    fn at_once(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(match letter {
                '\n' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                letter => KeyCode::Char(letter),
            });
        }
        self
    }

    fn escape(&mut self) -> &mut Self {
        self.press(KeyCode::Esc)
    }

    fn heard(&mut self) -> Vec<Heard> {
        self.wait(1000);
        std::mem::take(&mut self.heard)
    }
}

fn keys(keys: &[Key]) -> Vec<Heard> {
    keys.iter().map(|key| Heard::Input(Input::Key(*key))).collect()
}

fn letters(text: &str) -> Vec<Heard> {
    keys(&text.chars().map(Key::Char).collect::<Vec<_>>())
}

fn text(text: &str) -> Vec<Heard> {
    vec![Heard::Input(Input::Text(text.to_owned()))]
}

#[test]
fn a_torn_key_is_that_key_wherever_it_was_torn() {
    for (sequence, key) in SEQUENCES {
        for place in 0..sequence.len() {
            for pause in [0, 1, 5, 20, 29] {
                let mut keyboard = Keyboard::default();
                keyboard.escape();
                if place == 0 {
                    keyboard.wait(pause);
                }
                keyboard.at_once(&sequence[..place]).wait(if place == 0 { 0 } else { pause * 3 });
                keyboard.at_once(&sequence[place..]);
                assert_eq!(keyboard.heard(), keys(&[*key]), "Esc {sequence} torn at {place} for {pause} ms");
            }
        }
    }
}

#[test]
fn a_key_torn_at_every_byte_is_still_that_key() {
    for (sequence, key) in SEQUENCES {
        let mut keyboard = Keyboard::default();
        keyboard.escape();
        for sign in sequence.chars() {
            keyboard.wait(20).press(KeyCode::Char(sign));
        }
        assert_eq!(keyboard.heard(), keys(&[*key]), "Esc {sequence}");
    }
}

#[test]
fn a_torn_key_that_the_desk_does_not_know_is_dropped() {
    for sequence in ["[1;2P", "[25~", "[I", "[O", "Oj", "O2Q", "[99999999~", "[1;3A~"] {
        let mut keyboard = Keyboard::default();
        keyboard.escape().wait(3).at_once(sequence);
        let heard = keyboard.heard();
        assert!(!heard.contains(&Heard::Input(Input::Key(Key::Esc))), "{sequence}: {heard:?}");
    }
}

#[test]
fn a_lone_escape_is_heard_after_thirty_milliseconds_and_not_before() {
    let mut keyboard = Keyboard::default();
    keyboard.escape().wait(29);
    assert_eq!(keyboard.heard, vec![]);
    keyboard.wait(1);
    assert_eq!(keyboard.heard, keys(&[Key::Esc]));
}

#[test]
fn escape_and_a_letter_are_two_keys() {
    let mut keyboard = Keyboard::default();
    keyboard.escape().wait(1).at_once("й");
    assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::Char('й')]));
    keyboard.escape().wait(10).at_once("Ок");
    assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::Char('О'), Key::Char('к')]));
    keyboard.escape().wait(1).escape();
    assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::Esc]));
    keyboard.escape().wait(1).press(KeyCode::F(10));
    assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::F(10)]));
}

#[test]
fn a_tail_that_comes_too_late_is_not_typed_into_the_field() {
    for tail in ["[20~", "OP", "[A"] {
        let mut keyboard = Keyboard::default();
        keyboard.escape().wait(80).at_once(tail).wait(60).at_once("я");
        assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::Char('я')]), "{tail}");
    }
}

#[test]
fn a_bracket_typed_by_a_person_is_a_bracket() {
    let mut keyboard = Keyboard::default();
    keyboard.escape().wait(700).at_once("[");
    keyboard.wait(60).at_once("O").wait(60).at_once("A");
    assert_eq!(keyboard.heard(), keys(&[Key::Esc, Key::Char('['), Key::Char('O'), Key::Char('A')]));
}

#[test]
fn a_typist_is_heard_key_by_key_and_at_once() {
    let mut keyboard = Keyboard::default();
    for letter in "шевченко".chars() {
        keyboard.at_once(&letter.to_string()).wait(2);
        assert_eq!(keyboard.heard.last(), letters(&letter.to_string()).last());
        keyboard.wait(58);
    }
    assert_eq!(keyboard.heard(), letters("шевченко"));
}

#[test]
#[cfg(not(windows))]
fn a_typed_letter_never_waits() {
    let mut keyboard = Keyboard::default();
    keyboard.at_once("ґ").at_once("О");
    assert_eq!(keyboard.heard, letters("ґО"));
}

#[test]
fn a_key_that_types_nothing_is_never_held() {
    let mut keyboard = Keyboard::default();
    keyboard.press(KeyCode::F(2)).press(KeyCode::Enter).press(KeyCode::Down);
    assert_eq!(keyboard.heard, keys(&[Key::F(2), Key::Enter, Key::Down]));
}

#[test]
fn a_scanned_card_with_its_enter_is_one_text() {
    let mut keyboard = Keyboard::default();
    for digit in "4820000000123".chars() {
        keyboard.at_once(&digit.to_string()).wait(5);
    }
    keyboard.press(KeyCode::Enter);
    assert_eq!(keyboard.heard(), text("4820000000123"));
    keyboard.at_once("0117243").wait(20).press(KeyCode::Enter);
    assert_eq!(keyboard.heard(), text("0117243"), "an ending that comes a little late");
}

#[test]
fn enter_of_a_person_after_a_scan_is_an_enter() {
    let mut keyboard = Keyboard::default();
    keyboard.at_once("0117243\n").wait(31).press(KeyCode::Enter);
    assert_eq!(keyboard.heard(), [text("0117243"), keys(&[Key::Enter])].concat());
}

#[test]
fn enter_after_another_key_is_not_the_scanners() {
    let mut keyboard = Keyboard::default();
    keyboard.at_once("0117243").wait(16).press(KeyCode::F(10)).press(KeyCode::Enter);
    assert_eq!(keyboard.heard(), [text("0117243"), keys(&[Key::F(10), Key::Enter])].concat());
}

#[test]
fn lines_and_tabs_of_a_paste_are_spaces_and_never_submit() {
    let mut keyboard = Keyboard::default();
    keyboard.event(Event::Paste("вул. Лесі\r\nУкраїнки,\r5\u{7}\n".to_owned()));
    assert_eq!(keyboard.heard(), text("вул. Лесі Українки, 5"));
    keyboard.event(Event::Paste("\n".to_owned()));
    assert_eq!(keyboard.heard(), vec![]);
}

#[test]
fn keys_typed_ahead_keep_their_order() {
    let mut keyboard = Keyboard::default();
    keyboard.at_once("demo\tdem").at_once("\n").press(KeyCode::F(7)).at_once("Ів").press(KeyCode::Backspace);
    // A slow line held the typing up and let it go together: every key is still the person's.
    let expected = [letters("demo"), keys(&[Key::Tab]), letters("dem"), keys(&[Key::Enter, Key::F(7)]), letters("Ів")];
    assert_eq!(keyboard.heard(), [expected.concat(), keys(&[Key::Backspace])].concat());
    keyboard.at_once("demo\n").press(KeyCode::F(7));
    assert_eq!(keyboard.heard(), [letters("demo"), keys(&[Key::Enter, Key::F(7)])].concat());
}

#[test]
fn a_paste_whose_announcement_was_torn_is_text_however_short() {
    let mut keyboard = Keyboard::default();
    keyboard.escape().wait(4).at_once("[200~да\nні").escape().wait(2).at_once("[201~");
    assert_eq!(keyboard.heard(), text("да ні"));
    keyboard.at_once("я");
    assert_eq!(keyboard.heard(), letters("я"));
    keyboard.escape().wait(4).at_once("[200~").wait(500).at_once("я");
    assert_eq!(keyboard.heard(), letters("я"), "nothing was pasted");
}

#[test]
fn releases_and_altgr_of_windows_are_understood() {
    let mut keyboard = Keyboard::default();
    for letter in "0117243".chars() {
        for kind in [KeyEventKind::Press, KeyEventKind::Release] {
            keyboard.event(Event::Key(KeyEvent::new_with_kind(KeyCode::Char(letter), KeyModifiers::NONE, kind)));
        }
    }
    assert_eq!(keyboard.heard(), text("0117243"));
    keyboard.event(Event::Key(KeyEvent::new(KeyCode::Char('ґ'), KeyModifiers::CONTROL | KeyModifiers::ALT)));
    assert_eq!(keyboard.heard(), letters("ґ"));
}

#[test]
fn another_size_of_the_terminal_is_heard_at_once() {
    let mut keyboard = Keyboard::default();
    keyboard.at_once("1").event(Event::Resize(60, 15));
    assert_eq!(keyboard.heard, vec![Heard::Resize(60, 15)]);
    assert_eq!(keyboard.heard(), [vec![Heard::Resize(60, 15)], letters("1")].concat());
}

fn any_key() -> impl Strategy<Value = (KeyCode, Key)> {
    prop_oneof![
        6 => prop::sample::select("абвґєї'1230 -x".chars().collect::<Vec<_>>())
            .prop_map(|letter| (KeyCode::Char(letter), Key::Char(letter))),
        1 => (1..=12_u8).prop_map(|number| (KeyCode::F(number), Key::F(number))),
        1 => Just((KeyCode::Enter, Key::Enter)),
        1 => Just((KeyCode::Tab, Key::Tab)),
        1 => Just((KeyCode::Esc, Key::Esc)),
        1 => Just((KeyCode::Backspace, Key::Backspace)),
        1 => Just((KeyCode::Down, Key::Down)),
    ]
}

proptest! {
    #[test]
    fn no_key_of_a_person_is_lost_or_reordered(pressed in prop::collection::vec((any_key(), 16..200_u64), 0..60)) {
        let mut keyboard = Keyboard::default();
        for ((code, _), pause) in &pressed {
            keyboard.press(*code).wait(*pause);
        }
        let expected: Vec<Key> = pressed.iter().map(|((_, key), _)| *key).collect();
        prop_assert_eq!(keyboard.heard(), keys(&expected));
    }

    #[test]
    fn whatever_the_pauses_only_breaks_of_bursts_are_missing(pressed in prop::collection::vec((any_key(), 0..40_u64), 0..60)) {
        let mut keyboard = Keyboard::default();
        for ((code, _), pause) in &pressed {
            keyboard.press(*code).wait(*pause);
        }
        let heard = keyboard.heard();
        let is_kept = |key: &Key| !is_break(*key) && *key != Key::Char(' ');
        let all: Vec<Key> = heard
            .iter()
            .flat_map(|one| match one {
                Heard::Input(Input::Key(key)) => vec![*key],
                Heard::Input(Input::Text(text)) => text.chars().map(Key::Char).collect(),
                Heard::Resize(..) => Vec::new(),
            })
            .filter(is_kept)
            .collect();
        let expected: Vec<Key> = pressed.iter().map(|((_, key), _)| *key).filter(is_kept).collect();
        prop_assert_eq!(all, expected);
        for one in &heard {
            if let Heard::Input(Input::Text(text)) = one {
                prop_assert!(text.chars().count() >= BURST_CHARACTERS && !text.chars().any(char::is_control));
            }
        }
    }

    #[test]
    fn a_letter_never_waits_longer_than_a_burst_gap(pressed in prop::collection::vec((any_key(), 0..40_u64), 1..20)) {
        let mut keyboard = Keyboard::default();
        for ((code, _), pause) in &pressed {
            keyboard.press(*code).wait(*pause);
            if let Some(deadline) = keyboard.assembler.deadline() {
                prop_assert!(deadline.saturating_sub(keyboard.now) <= ESCAPE_HOLD);
            }
        }
    }
}

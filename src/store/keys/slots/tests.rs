use super::*;
use tempfile::TempDir;

const OLENA: StaffId = StaffId(Uuid::from_u128(1));
const TARAS: StaffId = StaffId(Uuid::from_u128(2));
const CHEAP: KdfCost = KdfCost::FLOOR;

fn slots() -> (SlotsFile, DataKey) {
    SlotsFile::create(OLENA, "olena", "правильний кінь", CHEAP).unwrap()
}

fn office() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("office.db");
    (folder, database)
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn the_right_password_opens_in_any_case_of_the_login() {
    let (slots, key) = slots();
    let (opened, staff) = slots.unlock(" Olena ", "правильний кінь").unwrap();
    assert_eq!((opened.bytes(), staff), (key.bytes(), OLENA));
}

#[test]
fn a_password_typed_in_decomposed_letters_is_the_same_password() {
    let (slots, _) = slots();
    let decomposed: String = "правильний кінь".nfd().collect();
    assert_ne!(decomposed, "правильний кінь");
    assert!(slots.unlock("olena", &decomposed).is_ok());
}

#[test]
fn a_wrong_password_and_an_unknown_login_look_the_same() {
    let (slots, _) = slots();
    assert_eq!(slots.unlock("olena", "інший").unwrap_err(), StoreError::WrongPassword);
    assert_eq!(slots.unlock("taras", "інший").unwrap_err(), StoreError::WrongPassword);
    assert_eq!(slots.unlock("taras", "правильний кінь").unwrap_err(), StoreError::WrongPassword);
}

#[test]
fn a_colleague_comes_changes_the_password_and_leaves() {
    let (mut slots, key) = slots();
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    assert_eq!(slots.unlock("taras", "перший").unwrap().0.bytes(), key.bytes());
    slots.put_password(&key, TARAS, "taras", "другий", CHEAP).unwrap();
    assert_eq!(slots.unlock("taras", "перший").unwrap_err(), StoreError::WrongPassword);
    assert_eq!(slots.unlock("taras", "другий").unwrap().1, TARAS);
    assert!(slots.unlock("olena", "правильний кінь").is_ok(), "a change of one is not felt by the other");
    slots.remove_password(TARAS).unwrap();
    assert_eq!(slots.unlock("taras", "другий").unwrap_err(), StoreError::WrongPassword);
    assert_eq!(slots.remove_password(TARAS), Err(StoreError::NoSlot));
}

#[test]
fn the_last_password_cannot_be_removed_even_with_a_paper_key() {
    let (mut slots, key) = slots();
    slots.put_paper(&key).unwrap();
    assert_eq!(slots.remove_password(OLENA), Err(StoreError::LastPassword));
}

#[test]
fn one_login_belongs_to_one_person() {
    let (mut slots, key) = slots();
    assert_eq!(slots.put_password(&key, TARAS, "OLENA", "перший", CHEAP), Err(StoreError::LoginTaken));
}

#[test]
fn a_renamed_login_keeps_its_password_and_takes_nobodys_name() {
    let (mut slots, key) = slots();
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    assert_eq!(slots.rename_login(TARAS, "olena"), Err(StoreError::LoginTaken));
    slots.rename_login(TARAS, "t.boiko").unwrap();
    assert_eq!(slots.unlock("t.boiko", "перший").unwrap().1, TARAS);
    assert_eq!(slots.unlock("taras", "перший").unwrap_err(), StoreError::WrongPassword);
}

#[test]
fn another_offices_key_is_never_wrapped_here() {
    let (mut slots, _) = slots();
    let foreign = DataKey::generate().unwrap();
    assert_eq!(slots.put_password(&foreign, TARAS, "taras", "перший", CHEAP), Err(StoreError::ForeignKey));
    assert_eq!(slots.put_paper(&foreign).unwrap_err(), StoreError::ForeignKey);
}

#[test]
fn the_paper_key_opens_when_all_passwords_are_lost() {
    let (mut slots, key) = slots();
    let first = slots.put_paper(&key).unwrap();
    let typed = first.lines().iter().map(|line| line.to_lowercase()).collect::<Vec<_>>().join("\n");
    let recovered = slots.recover(&RecoveryKey::parse(&typed).unwrap()).unwrap();
    assert_eq!(recovered.bytes(), key.bytes());
    slots.put_password(&recovered, OLENA, "olena", "новий", CHEAP).unwrap();
    assert!(slots.unlock("olena", "новий").is_ok());
    let second = slots.put_paper(&recovered).unwrap();
    assert_eq!(slots.recover(&first).unwrap_err(), StoreError::WrongRecoveryKey, "a new paper voids the old one");
    assert!(slots.recover(&second).is_ok());
}

#[test]
fn a_box_moved_to_a_colleagues_slot_opens_nothing() {
    let (mut slots, key) = slots();
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    let (nonce, sealed) = (slots.slots[0].nonce, slots.slots[0].sealed);
    (slots.slots[1].nonce, slots.slots[1].sealed) = (nonce, sealed);
    assert_eq!(slots.unlock("taras", "перший").unwrap_err(), StoreError::WrongPassword);
}

#[test]
fn derivation_below_the_floor_is_neither_made_nor_opened() {
    for cost in [
        KdfCost { memory_kib: 19 * 1024 - 1, ..KdfCost::FLOOR },
        KdfCost { passes: 1, ..KdfCost::FLOOR },
        KdfCost { lanes: 0, ..KdfCost::FLOOR },
        KdfCost { memory_kib: u32::MAX, ..KdfCost::FLOOR },
    ] {
        let made = SlotsFile::create(OLENA, "olena", "пароль", cost);
        assert!(matches!(made, Err(StoreError::WeakSlot { .. })), "{cost:?}");
    }
    let (_folder, database) = office();
    slots().0.save(&database).unwrap();
    edit(&beside(&database, KEYS_ENDING), "\"memory_kib\": 19456", "\"memory_kib\": 1024");
    assert!(matches!(SlotsFile::load(&database), Err(StoreError::WeakSlot { .. })));
}

#[test]
fn what_was_saved_is_read_back_and_the_generation_before_stays() {
    let (_folder, database) = office();
    let (mut slots, key) = slots();
    slots.save(&database).unwrap();
    let first = slots.clone();
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    slots.save(&database).unwrap();
    assert_eq!(SlotsFile::load(&database).unwrap(), LoadedSlots { slots, older_generation: false });
    assert_eq!(SlotsFile::read(&beside(&database, OLDER_ENDING)).unwrap(), first);
}

#[test]
fn a_torn_or_lost_key_file_falls_back_to_the_older_one_and_says_so() {
    let (_folder, database) = office();
    let (mut slots, key) = slots();
    slots.save(&database).unwrap();
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    slots.save(&database).unwrap();
    let path = beside(&database, KEYS_ENDING);
    let whole = std::fs::read(&path).unwrap();
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let loaded = SlotsFile::load(&database).unwrap();
        assert!(loaded.older_generation && loaded.slots.unlock("olena", "правильний кінь").is_ok(), "{length}");
    }
    std::fs::remove_file(&path).unwrap();
    let mut loaded = SlotsFile::load(&database).unwrap();
    assert!(loaded.older_generation);
    loaded.slots.save(&database).unwrap();
    assert!(!SlotsFile::load(&database).unwrap().older_generation, "saving mends it");
}

#[test]
fn a_broken_key_file_never_replaces_the_good_older_one() {
    let (_folder, database) = office();
    let (mut slots, _) = slots();
    slots.save(&database).unwrap();
    slots.save(&database).unwrap();
    std::fs::write(beside(&database, KEYS_ENDING), "{").unwrap();
    let mut loaded = SlotsFile::load(&database).unwrap().slots;
    loaded.save(&database).unwrap();
    assert!(SlotsFile::read(&beside(&database, OLDER_ENDING)).is_ok());
}

#[test]
fn a_missing_or_broken_key_file_is_named() {
    let (_folder, database) = office();
    let path = beside(&database, KEYS_ENDING);
    assert_eq!(SlotsFile::load(&database), Err(StoreError::NoSlots { path: path.clone() }));
    std::fs::write(&path, "not json").unwrap();
    assert_eq!(SlotsFile::load(&database), Err(StoreError::BrokenSlots { path: path.clone() }));
    std::fs::write(&path, "{\"format\": 7, \"something\": \"new\"}").unwrap();
    assert_eq!(SlotsFile::load(&database), Err(StoreError::Newer { found: 7, supported: 1 }));
}

#[test]
fn a_key_file_of_a_newer_program_is_neither_passed_over_nor_written_over() {
    let (_folder, database) = office();
    let (mut slots, _) = slots();
    slots.save(&database).unwrap();
    slots.save(&database).unwrap();
    let path = beside(&database, KEYS_ENDING);
    let newer = "{\"format\": 2, \"something\": \"new\"}";
    std::fs::write(&path, newer).unwrap();
    let refused = StoreError::Newer { found: 2, supported: 1 };
    assert_eq!(SlotsFile::load(&database).unwrap_err(), refused);
    assert_eq!(slots.save(&database).unwrap_err(), refused);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn two_desks_changing_staff_do_not_lose_each_others_change() {
    let (_folder, database) = office();
    let (mut slots, key) = slots();
    slots.save(&database).unwrap();
    let mut other = SlotsFile::load(&database).unwrap().slots;
    slots.put_password(&key, TARAS, "taras", "перший", CHEAP).unwrap();
    slots.save(&database).unwrap();
    assert_eq!(other.save(&database), Err(StoreError::SlotsChanged));
    assert_eq!(SlotsFile::load(&database).unwrap().slots.staff(), [OLENA, TARAS]);
}

#[test]
fn a_new_offices_key_file_takes_nobodys_place() {
    let (_folder, database) = office();
    slots().0.save(&database).unwrap();
    let before = std::fs::read(beside(&database, KEYS_ENDING)).unwrap();
    assert!(matches!(slots().0.save(&database), Err(StoreError::Exists { .. })));
    assert_eq!(std::fs::read(beside(&database, KEYS_ENDING)).unwrap(), before);
}

#[test]
fn the_key_file_names_nobody_and_no_stranger_may_read_it() {
    let (_folder, database) = office();
    let (mut slots, _) = slots();
    slots.save(&database).unwrap();
    let path = beside(&database, KEYS_ENDING);
    assert!(!std::fs::read_to_string(&path).unwrap().contains("olena"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o007, 0);
    }
    assert!(!beside(&path, ".part").exists());
}

#[test]
fn secrets_are_not_in_debug_output() {
    let (mut slots, key) = slots();
    let recovery = slots.put_paper(&key).unwrap();
    let shown = format!("{key:?} {recovery:?} {slots:?}");
    assert!(shown.starts_with("DataKey(…) RecoveryKey(…)"));
    assert!(!shown.contains(&to_hex(key.bytes())) && !shown.contains(recovery.lines()[0].as_str()));
}

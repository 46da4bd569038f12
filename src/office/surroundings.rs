//! The real clock, randomness and the ids made of both; the name of the machine.

use super::{Entropy, SystemClock};
use crate::domain::clock::{Clock, Moment};
use uuid::Uuid;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one place where the present is read")]
    fn now(&self) -> Moment {
        chrono::Local::now().fixed_offset()
    }
}

/// Random numbers and the ids made of them. Keys never come from here: they are the store's own business.
pub(super) struct Random {
    entropy: Entropy,
    state: u64,
    last_ms: u64,
    last_tail: u128,
}

/// The 74 random bits of a version 7 id, with one bit of headroom for counting up inside a millisecond.
const TAIL_BITS: u32 = 74;

impl Random {
    /// A source. `salt` sets one session apart from another of the same seed: two desks of a demo office must not make the same ids.
    pub(super) fn new(entropy: Entropy, salt: u64) -> Self {
        let seed = match entropy {
            Entropy::Seeded(seed) => seed,
            // Only what is left when the system gives no random bytes: then ids still differ by process and moment.
            Entropy::System => u64::from(std::process::id()),
        };
        let mut random = Self { entropy, state: seed, last_ms: 0, last_tail: 0 };
        random.state = random.step() ^ salt;
        random
    }

    /// SplitMix64 (Steele, Lea, Flood 2014): short, well mixed, and the same on every machine.
    fn step(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A random number.
    pub(super) fn number(&mut self) -> u64 {
        if self.entropy == Entropy::System {
            let mut bytes = [0; 8];
            if getrandom::fill(&mut bytes).is_ok() {
                return u64::from_le_bytes(bytes);
            }
        }
        self.step()
    }

    /// A UUID of version 7. Ids of one session always grow, also inside a millisecond and when the clock is set back: rows written
    /// together lie together in the file, and an id sorts in the order in which it was made.
    pub(super) fn id(&mut self, at: Moment) -> Uuid {
        let ms = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        if ms > self.last_ms {
            self.last_ms = ms;
            self.last_tail = ((u128::from(self.number()) << 64) | u128::from(self.number())) >> (129 - TAIL_BITS);
        } else {
            self.last_tail += 1 + u128::from(self.number() >> 32);
        }
        let (high, low) = (self.last_tail >> 62, self.last_tail & ((1 << 62) - 1));
        let time = u128::from(self.last_ms) & ((1 << 48) - 1);
        Uuid::from_u128((time << 80) | (0x7 << 76) | ((high & 0xFFF) << 64) | (0b10 << 62) | low)
    }
}

/// The machine's name, as the journal names a desk. Nothing personal: not the login of the system, not the folder.
pub(super) fn desk_name() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    crate::domain::name::clean(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_seed_gives_the_same_ids_on_every_machine() {
        let now = at("2026-11-21T10:42:00+02:00");
        let ids = |seed| {
            let mut random = Random::new(Entropy::Seeded(seed), 0);
            [random.id(now), random.id(now), random.id(now)]
        };
        assert_eq!(ids(7), ids(7));
        assert_ne!(ids(7), ids(8));
        assert_eq!(ids(1)[0].to_string(), "01a1fd44-ffc0-72f2-8356-10e872c23de3".to_owned(), "pinned");
    }

    #[test]
    fn two_sessions_of_one_seed_make_different_ids() {
        let now = at("2026-11-21T10:42:00+02:00");
        assert_ne!(Random::new(Entropy::Seeded(7), 1).id(now), Random::new(Entropy::Seeded(7), 2).id(now));
    }

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let mut random = Random::new(Entropy::System, 0);
        let mut ids: Vec<Uuid> = (0..1000).map(|_| random.id(at("2026-11-21T10:42:00+02:00"))).collect();
        ids.push(random.id(at("2026-11-20T10:42:00+02:00")));
        assert!(ids.is_sorted());
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

//! Repeatable chance: the same seed draws the same people on every machine and in every version of a random library.

/// SplitMix64: small, fast, well spread; nothing secret is ever drawn from it.
pub(super) struct Rng(u64);

impl Rng {
    /// A sequence of its own for each seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from zero up to, not including, `bound` (zero for a bound of zero).
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        let wide = (self.next() >> 32) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// A number of the closed range.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Whether something that happens to so many of a hundred happens now.
    pub(super) fn percent(&mut self, of_hundred: u32) -> bool {
        self.below(100) < of_hundred
    }

    /// Whether something that happens to so many of a thousand happens now.
    pub(super) fn permille(&mut self, of_thousand: u32) -> bool {
        self.below(1000) < of_thousand
    }

    /// One of the things, each as likely as another.
    pub(super) fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let place = self.below(u32::try_from(things.len()).unwrap_or(u32::MAX));
        &things[place as usize]
    }
}

/// Things drawn by weight. Never empty: the lists are part of the program and a test reads them all.
pub(super) struct Weighted<T> {
    things: Vec<T>,
    /// Sum of the weights up to and with the thing of the same place.
    sums: Vec<u32>,
}

impl<T> Weighted<T> {
    /// The things with their weights; a weight of zero is never drawn.
    pub(super) fn new(weighted: impl IntoIterator<Item = (u32, T)>) -> Self {
        let mut sum = 0;
        let (sums, things) = weighted
            .into_iter()
            .map(|(weight, thing)| {
                sum += weight;
                (sum, thing)
            })
            .unzip();
        Self { things, sums }
    }

    /// One of the things.
    pub(super) fn draw(&self, rng: &mut Rng) -> &T {
        let point = rng.below(self.sums.last().copied().unwrap_or(0));
        let place = self.sums.partition_point(|sum| *sum <= point);
        &self.things[place.min(self.things.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let draw = |seed| {
            let mut rng = Rng::new(seed);
            (0..8).map(|_| rng.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn weights_are_kept_and_zero_is_never_drawn() {
        let things = Weighted::new([(0, 'a'), (1, 'b'), (9, 'c')]);
        let mut rng = Rng::new(7);
        let drawn: Vec<char> = (0..1000).map(|_| *things.draw(&mut rng)).collect();
        assert!(!drawn.contains(&'a'));
        let rare = drawn.iter().filter(|thing| **thing == 'b').count();
        assert!((50..200).contains(&rare), "{rare}");
    }
}

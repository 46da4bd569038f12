//! Repeatable chance.

/// A small generator of numbers (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next() >> 33) * end as u128) >> 31) as usize
    }

    /// A share of one.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// True in such a share of cases.
    pub fn is(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Draws places by weight.
pub struct Weights(Vec<f64>);

impl Weights {
    /// From the weight of each place.
    pub fn new(weights: impl Iterator<Item = f64>) -> Self {
        let mut sum = 0.0;
        Self(
            weights
                .map(|weight| {
                    sum += weight;
                    sum
                })
                .collect(),
        )
    }

    /// A place.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let wanted = chance.share() * self.0[self.0.len() - 1];
        self.0.partition_point(|&sum| sum <= wanted).min(self.0.len() - 1)
    }
}

//! What is told of the search index; nobody asks for it.

/// How far the search index of a desk is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IndexTold {
    /// So much of it is made, of a hundred; meanwhile searches find by the beginnings of surnames, phones, papers and numbers.
    Preparing(u8),
    /// It stands: what is on the screen is to be searched for again.
    Ready,
}

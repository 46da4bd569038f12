//! The image of the search index in the file: written in parts beside the one that counts, and switched to in one small transaction.
//!
//! A transaction here writes or clears a part or two, some milliseconds each, so that no deed of another desk waits noticeably; a desk
//! that dies on the way leaves the older image as it was, and its parts are cleared by the next one that writes. What the bytes mean is
//! not known here. Reasons and tables: migration 0006.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::{StoreError, Tx};

/// A desk that wrote no part for so long is gone: another may write.
const WRITER_GONE_SECONDS: i64 = 120;

/// Leavings cleared in one transaction.
const CLEARED_AT_ONCE: i64 = 2;

/// The image that counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Image {
    /// Its number, which its parts have too.
    pub generation: i64,
    /// How many parts it has.
    pub parts: i64,
    /// How long they are together.
    pub bytes: u64,
    /// The layout of the bytes.
    pub format: u32,
    /// The rules of spelling they were made with.
    pub rules: u64,
    /// The last row of `change` that is in it.
    pub position: i64,
    /// The sum of everything.
    pub sum: u64,
    /// What the index knew when it was made.
    pub age: Age,
}

/// What the log of changes does not tell of an index.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Age {
    /// With another epoch an index is wrong.
    pub epoch: i64,
    /// With another count an index may hold somebody who has left the register since.
    pub retired: i64,
}

/// How old an index made of the tables at this moment is.
pub fn age(tx: &Tx) -> Result<Age, StoreError> {
    Ok(tx
        .prepare_cached("SELECT epoch, retired FROM search_state")?
        .query_row([], |row| Ok(Age { epoch: row.get(0)?, retired: row.get(1)? }))?)
}

/// The image that counts, if there is one.
pub fn image(tx: &Tx) -> Result<Option<Image>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT generation, parts, bytes, format, rules, position, sum, epoch, retired FROM search_image",
        )?
        .query_row([], |row| {
            Ok(Image {
                generation: row.get(0)?,
                parts: row.get(1)?,
                bytes: row.get::<_, i64>(2)?.cast_unsigned(),
                format: row.get(3)?,
                rules: row.get::<_, i64>(4)?.cast_unsigned(),
                position: row.get(5)?,
                sum: row.get::<_, i64>(6)?.cast_unsigned(),
                age: Age { epoch: row.get(7)?, retired: row.get(8)? },
            })
        })
        .optional()?)
}

/// A part of an image; none where it is no more.
pub fn part(tx: &Tx, generation: i64, part: i64) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT content FROM search_part WHERE generation = ?1 AND part = ?2")?
        .query_row(params![generation, part], |row| row.get(0))
        .optional()?)
}

/// Begins a new image and gives its number; none while another desk is writing one.
pub fn begin(tx: &Tx, writer: Uuid, now: i64) -> Result<Option<i64>, StoreError> {
    let taken = tx
        .prepare_cached(
            "UPDATE search_state SET writer = ?1, wrote_at = ?2, writing = 1 + max(
                 coalesce((SELECT generation FROM search_image), 0), coalesce((SELECT max(generation) FROM search_part), 0))
             WHERE writer IS NULL OR writer = ?1 OR abs(?2 - wrote_at) > ?3",
        )?
        .execute(params![writer.as_bytes(), now, WRITER_GONE_SECONDS])?;
    if taken == 0 {
        return Ok(None);
    }
    Ok(Some(tx.prepare_cached("SELECT writing FROM search_state")?.query_row([], |row| row.get(0))?))
}

/// Whether this desk still is the one that writes this image; where it is, its turn is prolonged.
fn goes_on(tx: &Tx, writer: Uuid, generation: i64, now: i64) -> Result<bool, StoreError> {
    let held = tx
        .prepare_cached("UPDATE search_state SET wrote_at = ?3 WHERE writer = ?1 AND writing = ?2")?
        .execute(params![writer.as_bytes(), generation, now])?;
    Ok(held == 1)
}

/// Clears some of what belongs neither to the image that counts nor to the one this desk writes. Whether anything was there.
pub fn clear(tx: &Tx, generation: i64) -> Result<bool, StoreError> {
    let cleared = tx
        .prepare_cached(
            "DELETE FROM search_part WHERE (generation, part) IN (
                 SELECT generation, part FROM search_part
                 WHERE generation <> ?1 AND generation <> coalesce((SELECT generation FROM search_image), 0) LIMIT ?2)",
        )?
        .execute(params![generation, CLEARED_AT_ONCE])?;
    Ok(cleared > 0)
}

/// Writes a part. Whether this desk may go on.
pub fn put(
    tx: &Tx,
    writer: Uuid,
    (generation, part): (i64, i64),
    content: &[u8],
    now: i64,
) -> Result<bool, StoreError> {
    if !goes_on(tx, writer, generation, now)? {
        return Ok(false);
    }
    tx.prepare_cached("INSERT INTO search_part (generation, part, content) VALUES (?1, ?2, ?3)")?
        .execute(params![generation, part, content])?;
    Ok(true)
}

/// Makes a wholly written image the one that counts. Whether it does: not where this desk lost its turn, or where what the log of changes
/// does not tell has changed since.
pub fn switch(tx: &Tx, writer: Uuid, image: &Image, now: i64) -> Result<bool, StoreError> {
    if !goes_on(tx, writer, image.generation, now)? || age(tx)?.epoch != image.age.epoch {
        return Ok(false);
    }
    let signed = u64::cast_signed;
    tx.prepare_cached(
        "INSERT INTO search_image (one, generation, parts, bytes, format, rules, position, sum, epoch, retired)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (one) DO UPDATE SET generation = excluded.generation, parts = excluded.parts, bytes = excluded.bytes,
             format = excluded.format, rules = excluded.rules, position = excluded.position, sum = excluded.sum,
             epoch = excluded.epoch, retired = excluded.retired",
    )?
    .execute(params![
        image.generation,
        image.parts,
        signed(image.bytes),
        image.format,
        signed(image.rules),
        image.position,
        signed(image.sum),
        image.age.epoch,
        image.age.retired
    ])?;
    Ok(true)
}

/// Ends this desk's turn.
pub fn end(tx: &Tx, writer: Uuid) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE search_state SET writer = NULL, writing = NULL, wrote_at = NULL WHERE writer = ?1")?
        .execute(params![writer.as_bytes()])?;
    Ok(())
}

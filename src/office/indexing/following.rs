//! Following what this desk and others change, so that every search knows it.

use super::super::{Office, OfficeError};
use super::Work;
use crate::domain::id::PersonId;
use crate::search::{Index, Record};
use crate::store::{catalogue, changes, images, records, staff};

/// What happened to the register since this desk last looked.
enum News {
    None,
    /// To these people.
    People(Vec<PersonId>, Vec<Record>),
    /// So much that everybody is to be read again.
    TooMuch,
}

impl Office {
    /// Brings the index up to the file. A search right after a registration must find it, so searching does this too. Microseconds
    /// when nothing happened.
    pub(in crate::office) fn follow(&mut self) -> Result<(), OfficeError> {
        let version = self.store.data_version()?;
        if version == self.seen.version && !self.seen.wrote {
            return Ok(());
        }
        self.follow_office()?;
        self.things.forget();
        loop {
            if !self.indexing.in_background {
                self.prepare_wholly()?;
            }
            if self.catch_up()? || self.indexing.in_background {
                break;
            }
        }
        (self.seen.version, self.seen.wrote) = (version, false);
        Ok(())
    }

    /// Takes in the log of changes. Whether the index, if there is one, is true now.
    fn catch_up(&mut self) -> Result<bool, OfficeError> {
        let (seen, is_usable) = (self.seen.change, self.indexing.is_usable);
        let (head, news, age, image) = self.store.read(|tx| {
            let head = changes::head(tx)?;
            let news = match is_usable && head != seen {
                false => News::None,
                true => match changes::people_since(tx, seen)? {
                    Some(people) => {
                        let records = records::of_people(tx, &people)?;
                        News::People(people, records)
                    }
                    None => News::TooMuch,
                },
            };
            Ok((head, news, images::age(tx)?, super::usable_image(tx)?))
        })?;
        if head != seen {
            self.standing = None;
            self.seen.news = true;
        }
        self.seen.change = head;
        let indexing = &mut self.indexing;
        indexing.know(image);
        indexing.retired = age.retired;
        if is_usable && indexing.age.epoch != age.epoch {
            // A name was erased, or streets have other names: the old index serves until one without them stands.
            indexing.make_anew();
        }
        match news {
            News::People(people, records) => {
                self.index.update(&people, records);
                indexing.stamp += 1;
            }
            News::TooMuch => {
                // An index that does not know so much would answer wrongly; the tables answer meanwhile.
                self.index = Index::default();
                indexing.is_usable = false;
                indexing.work = Work::Due;
                return Ok(false);
            }
            News::None => {}
        }
        Ok(true)
    }

    /// Takes in what other desks changed beside the register: who the person is now, what the office has set, what it lists.
    fn follow_office(&mut self) -> Result<(), OfficeError> {
        let me = self.staff.id;
        let (me, facts, listed) =
            self.store.read(|tx| Ok((staff::get(tx, me)?, super::super::settings::read(tx)?, catalogue::read(tx)?)))?;
        if let Some(me) = me {
            self.staff = me;
        }
        (self.profile, self.settings) = facts;
        self.learn(listed);
        Ok(())
    }
}

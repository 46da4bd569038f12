-- 0006 The search index is kept in the office's own file: a desk that has to read a million people at its start answers only by the
-- beginnings of surnames for seconds, one that loads what another desk made answers at once. It lies here, in parts, because everything
-- readable in it (names, phones, papers) must be encrypted like the rest. It is nothing but a copy: whatever does not fit is thrown
-- away and made anew from the tables. Local to this file, never merged with another office's, in no log and in no journal.

-- What concerns every image, in one row.
CREATE TABLE search_state (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    -- Counts up when something changes that an index knows and the log of changes does not tell: images of an older epoch are wrong.
    epoch     INTEGER NOT NULL DEFAULT 0,
    -- Counts up when somebody leaves the register (a mistake, a merger): an image from before still has the name and is replaced soon.
    retired   INTEGER NOT NULL DEFAULT 0,
    -- The desk that is writing a new image, its number, and when it last wrote a part (seconds of the clock). One at a time.
    writer    BLOB,
    writing   INTEGER,
    wrote_at  INTEGER
) STRICT;

INSERT INTO search_state (one) VALUES (1);

-- The image that counts, if there is one: which parts belong to it and what is to be known before they are read.
CREATE TABLE search_image (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    generation INTEGER NOT NULL,
    parts      INTEGER NOT NULL,
    bytes      INTEGER NOT NULL,
    -- The layout, the sum of the rules of spelling, the last row of `change` in it, the sum of everything.
    format     INTEGER NOT NULL,
    rules      INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    sum        INTEGER NOT NULL,
    epoch      INTEGER NOT NULL,
    retired    INTEGER NOT NULL
) STRICT;

-- The parts, about a megabyte each. A new image is written beside the old one under the next number and counts only when the row above
-- says so; parts of any other number are leavings and are cleared away.
CREATE TABLE search_part (
    generation INTEGER NOT NULL,
    part       INTEGER NOT NULL,
    content    BLOB    NOT NULL,
    PRIMARY KEY (generation, part)
) STRICT;

-- Streets by their other names are in the index.
CREATE TRIGGER search_street_added AFTER INSERT ON street
BEGIN
    UPDATE search_state SET epoch = epoch + 1;
END;

CREATE TRIGGER search_street_changed AFTER UPDATE ON street
BEGIN
    UPDATE search_state SET epoch = epoch + 1;
END;

CREATE TRIGGER search_street_name_added AFTER INSERT ON street_former
BEGIN
    UPDATE search_state SET epoch = epoch + 1;
END;

CREATE TRIGGER search_street_name_changed AFTER UPDATE ON street_former
BEGIN
    UPDATE search_state SET epoch = epoch + 1;
END;

CREATE TRIGGER search_person_retired AFTER UPDATE OF voided_on, merged_into ON person
WHEN (NEW.voided_on IS NOT NULL AND OLD.voided_on IS NULL) OR (NEW.merged_into IS NOT NULL AND OLD.merged_into IS NULL)
BEGIN
    UPDATE search_state SET retired = retired + 1;
END;

-- Whose name is erased (law 2297-VI) must not stand in a copy of it: the image goes in the same transaction, and one that is being
-- written has an older epoch and never counts.
CREATE TRIGGER search_person_erased AFTER UPDATE OF surname, given_name ON person
WHEN NEW.surname = '' AND NEW.given_name = '' AND (OLD.surname <> '' OR OLD.given_name <> '')
BEGIN
    DELETE FROM search_image;
    DELETE FROM search_part;
    UPDATE search_state SET epoch = epoch + 1;
END;

CREATE TRIGGER search_former_name_erased AFTER UPDATE OF surname, given_name ON former_name
WHEN NEW.surname = '' AND NEW.given_name = '' AND (OLD.surname <> '' OR OLD.given_name <> '')
BEGIN
    DELETE FROM search_image;
    DELETE FROM search_part;
    UPDATE search_state SET epoch = epoch + 1;
END;

-- While there is no index at all, searches look through these: the beginning of a surname, with that of a given name, and of a phone.
CREATE INDEX person_surname ON person (surname, given_name) WHERE merged_into IS NULL AND voided_on IS NULL;
CREATE INDEX phone_settled ON phone (settled) WHERE until_on IS NULL;

-- 0001 The register: the office, its staff, families and the people in them, and the journal of everything that was done.
--
-- Rules that hold for every table:
--   * STRICT, so that a number never becomes a text by accident.
--   * Keys are 16-byte UUIDs (version 7), never counters: two offices' files are merged one day, and counters would collide.
--     A new id sorts after the older ones, so rows written together lie together (WITHOUT ROWID keeps them in key order).
--   * Days are TEXT 'YYYY-MM-DD', moments are TEXT with the desk's offset: readable with any tool, sorted as they are.
--   * Nothing that was said is deleted: a row is ended (until_on), voided or closed. The triggers at the end write down whose
--     rows were touched, so that every desk learns what another one did.

-- The office's own facts: its name, community, the id of this file as the owner of a journal chain.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who works here. Passwords are not here: the key slots beside the file hold them. Nobody is deleted, the journal names them.
CREATE TABLE staff (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    login       TEXT NOT NULL UNIQUE CHECK (login <> ''),
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    disabled_on TEXT
) STRICT, WITHOUT ROWID;

-- A family on the register. The number is the human one (random with a check digit); the key is the office's own from an import.
CREATE TABLE family (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number        INTEGER NOT NULL UNIQUE,
    key           TEXT UNIQUE,
    registered_on TEXT    NOT NULL,
    closed_on     TEXT
) STRICT, WITHOUT ROWID;

-- The year, the week and the export ask in order of registration.
CREATE INDEX family_registered ON family (registered_on);

-- A person, who may stand in one family, in two (parents apart) or in none.
CREATE TABLE person (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    key             TEXT UNIQUE,
    surname         TEXT NOT NULL,
    given_name      TEXT NOT NULL,
    patronymic      TEXT NOT NULL,
    sex             TEXT CHECK (sex IN ('f', 'm')),
    birth_date      TEXT,
    -- How much of the birth date is known: 1 January stands for a year alone.
    birth_precision TEXT CHECK (birth_precision IN ('day', 'year')),
    consent_kind    TEXT CHECK (consent_kind IN ('given', 'law')),
    consent_on      TEXT,
    consent_by      TEXT,
    note            TEXT NOT NULL DEFAULT '',
    CHECK ((birth_date IS NULL) = (birth_precision IS NULL)),
    CHECK (consent_kind IS NOT 'given' OR consent_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- A person's belonging to a family, from a day until a day. A person who leaves keeps the row, ended.
CREATE TABLE membership (
    id       BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    family   BLOB    NOT NULL REFERENCES family (id),
    person   BLOB    NOT NULL REFERENCES person (id),
    relation TEXT    NOT NULL,
    position INTEGER NOT NULL,
    from_on  TEXT    NOT NULL,
    until_on TEXT
) STRICT, WITHOUT ROWID;

-- Once at a time in one family; also how a card finds its members. A family has one head.
CREATE UNIQUE INDEX membership_present ON membership (family, person) WHERE until_on IS NULL;
CREATE UNIQUE INDEX membership_head ON membership (family) WHERE until_on IS NULL AND relation = 'head';
-- Where a person stands today; with the family, the relation and the (empty) end in it the counters and the sign-in read the index alone.
CREATE INDEX membership_person ON membership (person, family, relation, until_on) WHERE until_on IS NULL;

-- Where a family lives (or a person without one). Moving ends the old row and begins a new one, so that the year's figures
-- by place stay true; nothing is overwritten.
CREATE TABLE address (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    family          BLOB REFERENCES family (id),
    person          BLOB REFERENCES person (id),
    kind            TEXT NOT NULL CHECK (kind IN ('actual', 'registered', 'origin')),
    settlement_code TEXT,
    settlement      TEXT NOT NULL,
    district        TEXT NOT NULL,
    street          TEXT NOT NULL,
    building        TEXT NOT NULL,
    flat            TEXT NOT NULL,
    from_on         TEXT NOT NULL,
    until_on        TEXT,
    CHECK ((family IS NULL) <> (person IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX address_family ON address (family, kind) WHERE until_on IS NULL AND family IS NOT NULL;
CREATE UNIQUE INDEX address_person ON address (person, kind) WHERE until_on IS NULL AND person IS NOT NULL;

-- Phones as typed and settled. Families share phones, so nothing is unique. Clustered by person: a card reads one stretch.
CREATE TABLE phone (
    person   BLOB    NOT NULL REFERENCES person (id),
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    position INTEGER NOT NULL,
    settled  TEXT    NOT NULL,
    raw      TEXT    NOT NULL,
    until_on TEXT,
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

-- Identity papers. A wrong one is voided and leaves its number free; a valid number belongs to one person.
CREATE TABLE document (
    person    BLOB NOT NULL REFERENCES person (id),
    id        BLOB NOT NULL CHECK (length(id) = 16),
    kind      TEXT NOT NULL,
    number    TEXT NOT NULL,
    raw       TEXT NOT NULL,
    issued_on TEXT,
    issued_by TEXT NOT NULL DEFAULT '',
    status    TEXT NOT NULL DEFAULT 'valid' CHECK (status IN ('valid', 'voided')),
    PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX document_valid ON document (number, kind) WHERE status = 'valid';

-- The catalogue of categories: the shipped ones, and those that an office adds. Shipped names are texts of the program
-- (`category-CODE`); the columns hold the names of added ones.
CREATE TABLE category_kind (
    code      TEXT    NOT NULL PRIMARY KEY,
    name_uk   TEXT    NOT NULL DEFAULT '',
    name_en   TEXT    NOT NULL DEFAULT '',
    position  INTEGER NOT NULL,
    sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO category_kind (code, position, sensitive) VALUES
    ('hardship', 1, 0), ('displaced', 2, 0), ('military', 3, 0), ('fallen', 4, 0), ('missing', 5, 0), ('captive', 6, 0),
    ('veteran', 7, 0), ('guardianship', 8, 0), ('foster', 9, 0), ('family_home', 10, 0), ('child_disability', 11, 0),
    ('child_development', 12, 0), ('orphan', 13, 0), ('large_family', 14, 0), ('low_income', 15, 0),
    ('violence_survivor', 16, 1), ('offender', 17, 1);

-- The dated grounds on which a family or a person is supported. An entry made by mistake is voided, an ended one has its last day.
CREATE TABLE category (
    id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    family  BLOB REFERENCES family (id),
    person  BLOB REFERENCES person (id),
    code    TEXT    NOT NULL REFERENCES category_kind (code),
    since   TEXT,
    until   TEXT,
    basis   TEXT    NOT NULL DEFAULT '',
    voided  INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((family IS NULL) <> (person IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX category_family ON category (family) WHERE voided = 0 AND family IS NOT NULL;
CREATE INDEX category_person ON category (person) WHERE voided = 0 AND person IS NOT NULL;

-- Everything that was done and every card that was opened (law 2297-VI), append-only. `hash` = SHA-256 over the previous hash
-- and this row, so that a changed row breaks the chain of its site. Order is by seq, never by the clock.
CREATE TABLE journal (
    site         BLOB    NOT NULL CHECK (length(site) = 16),
    seq          INTEGER NOT NULL,
    at           TEXT    NOT NULL,
    desk         TEXT    NOT NULL,
    staff        BLOB,
    deed         BLOB,
    action       TEXT    NOT NULL,
    subject_kind TEXT,
    subject      BLOB,
    detail       TEXT    NOT NULL DEFAULT '{}',
    prev         BLOB    NOT NULL CHECK (length(prev) = 32),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (site, seq)
) STRICT, WITHOUT ROWID;

-- The same deed twice does once, even when the first answer never arrived.
CREATE UNIQUE INDEX journal_deed ON journal (deed) WHERE deed IS NOT NULL;
CREATE INDEX journal_subject ON journal (subject) WHERE subject IS NOT NULL;
-- The counters of the day.
CREATE INDEX journal_corrected ON journal (at) WHERE action = 'family-corrected';

CREATE TRIGGER journal_is_not_rewritten BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal_is_append_only');
END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal_is_append_only');
END;

-- Whose rows were touched, for the other desks: each keeps its own place in seq and reloads these people into its index. Local to
-- this file, never merged, so a counter is right here; old rows are cut off, and a desk that was away longer reloads everything.
CREATE TABLE change (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    person BLOB,
    family BLOB
) STRICT;

CREATE TRIGGER person_added AFTER INSERT ON person
BEGIN
    INSERT INTO change (person) VALUES (NEW.id);
END;

CREATE TRIGGER person_changed AFTER UPDATE ON person
BEGIN
    INSERT INTO change (person) VALUES (NEW.id);
END;

CREATE TRIGGER family_changed AFTER UPDATE ON family
BEGIN
    INSERT INTO change (family) VALUES (NEW.id);
END;

CREATE TRIGGER membership_added AFTER INSERT ON membership
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER membership_changed AFTER UPDATE ON membership
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER address_added AFTER INSERT ON address
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER address_changed AFTER UPDATE ON address
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER phone_added AFTER INSERT ON phone
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
END;

CREATE TRIGGER phone_changed AFTER UPDATE ON phone
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
END;

CREATE TRIGGER document_added AFTER INSERT ON document
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
END;

CREATE TRIGGER document_changed AFTER UPDATE ON document
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
END;

CREATE TRIGGER category_added AFTER INSERT ON category
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER category_changed AFTER UPDATE ON category
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

-- 0002 Lives: people leave, move, marry, die and are registered twice; deeds are taken back; two entries become one.
--
-- Why: a register that keeps only the present cannot say what stood on a card last year, and a deed that left no trace of what was
-- there before it cannot be taken back. This step adds what lives change (former names, closures, collectors, marks of death, merging
-- and mistake) and ONE log of every changed row, from which any deed can be taken back.
--
-- What taking back an ADDED row means, one meaning a table (nothing is ever deleted):
--   * person         voided_on = the day it was taken back, its key and its valid papers freed, its memberships without days;
--   * family         voided_on likewise, closed as 'mistake', its key freed, its memberships without days;
--   * membership, address, phone   until_on = from_on: a span of no days, so it never was in force on any day;
--   * document       status 'voided': the number is free again;
--   * category, former_name, closure, collector, distinct_pair   voided = 1;
--   * staff          disabled_on = the day;
--   * setting        value '' (an empty setting is none);
--   * category_kind  see 0004.
-- What a voided person or family holds besides says nothing any more and stays as it was, so that taking back the taking back finds it.

-- People and families that were registered by mistake, merged into another entry, or died. `merged_into` names the kept one: whoever
-- comes by the old id, number or key is led there.
ALTER TABLE person ADD COLUMN died_on TEXT;
ALTER TABLE person ADD COLUMN merged_into BLOB REFERENCES person (id);
ALTER TABLE person ADD COLUMN voided_on TEXT;
ALTER TABLE family ADD COLUMN merged_into BLOB REFERENCES family (id);
ALTER TABLE family ADD COLUMN voided_on TEXT;

CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX family_merged ON family (merged_into) WHERE merged_into IS NOT NULL;

-- Why a membership ended (code of domain::life::LeaveReason); NULL in a row that is not ended, and in rows ended before this step.
ALTER TABLE membership ADD COLUMN reason TEXT;

-- Everybody who ever stood in a family, and every family in which somebody ever stood: former members, former families.
CREATE INDEX membership_family ON membership (family);
CREATE INDEX membership_ended ON membership (person) WHERE until_on IS NOT NULL;

-- Where a family lived before.
CREATE INDEX address_former ON address (family) WHERE until_on IS NOT NULL AND family IS NOT NULL;
CREATE INDEX address_former_person ON address (person) WHERE until_on IS NOT NULL AND person IS NOT NULL;

-- From which day a phone is known; NULL in rows of before this step: always.
ALTER TABLE phone ADD COLUMN from_on TEXT;

-- The name a person had until a day (a marriage, a divorce). Searchable for ever.
CREATE TABLE former_name (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    person     BLOB    NOT NULL REFERENCES person (id),
    surname    TEXT    NOT NULL,
    given_name TEXT    NOT NULL,
    patronymic TEXT    NOT NULL,
    until_on   TEXT,
    basis      TEXT    NOT NULL DEFAULT '',
    voided     INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX former_name_person ON former_name (person) WHERE voided = 0;

-- The days on which an entry was closed, why, and why it was opened again. family.closed_on stays the quick answer for the present.
CREATE TABLE closure (
    id       BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    family   BLOB    NOT NULL REFERENCES family (id),
    from_on  TEXT    NOT NULL,
    until_on TEXT,
    reason   TEXT    NOT NULL,
    note     TEXT    NOT NULL DEFAULT '',
    reopened TEXT    NOT NULL DEFAULT '',
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX closure_family ON closure (family) WHERE voided = 0;

-- Entries closed before closures were kept: why, nobody wrote down.
INSERT INTO closure (id, family, from_on, reason) SELECT id, id, closed_on, 'other' FROM family WHERE closed_on IS NOT NULL;

-- Who may take aid for a family without belonging to it: somebody on the register, or a name with a paper and a phone.
CREATE TABLE collector (
    id       BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    family   BLOB    NOT NULL REFERENCES family (id),
    person   BLOB REFERENCES person (id),
    name     TEXT    NOT NULL DEFAULT '',
    document TEXT    NOT NULL DEFAULT '',
    phone    TEXT    NOT NULL DEFAULT '',
    from_on  TEXT    NOT NULL,
    until_on TEXT,
    note     TEXT    NOT NULL DEFAULT '',
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (person IS NOT NULL OR name <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX collector_family ON collector (family) WHERE voided = 0;
CREATE INDEX collector_person ON collector (person) WHERE person IS NOT NULL;

-- Two families, or two people, of whom somebody looked and said: these are not the same. They are no longer offered as duplicates.
CREATE TABLE distinct_pair (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    one_family   BLOB REFERENCES family (id),
    other_family BLOB REFERENCES family (id),
    one_person   BLOB REFERENCES person (id),
    other_person BLOB REFERENCES person (id),
    note         TEXT    NOT NULL DEFAULT '',
    voided       INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((one_family IS NULL) = (other_family IS NULL)),
    CHECK ((one_person IS NULL) = (other_person IS NULL)),
    CHECK ((one_family IS NULL) <> (one_person IS NULL))
) STRICT, WITHOUT ROWID;

-- The deed whose transaction is under way: one row inside it, none outside. The triggers below log rows for it; whatever is written
-- without a deed (founding an office) is not logged and cannot be taken back.
CREATE TABLE deed_under_way (
    one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    deed BLOB    NOT NULL CHECK (length(deed) = 16)
) STRICT;

-- The deeds that changed rows, with the word of the right that each needed: taking it back needs the same.
CREATE TABLE deed_done (
    deed  BLOB NOT NULL PRIMARY KEY CHECK (length(deed) = 16),
    needs TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Which deed took back which. A deed is in force unless a reversal of it is in force.
CREATE TABLE reversal (
    deed   BLOB NOT NULL PRIMARY KEY CHECK (length(deed) = 16),
    undone BLOB NOT NULL CHECK (length(undone) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX reversal_undone ON reversal (undone);

-- One's own last deed is asked for at every F8.
CREATE INDEX journal_staff ON journal (staff, seq) WHERE deed IS NOT NULL;

-- The log: one row for each row that a deed added (`before` is NULL) or changed (`before` holds the old values of the changed columns
-- as JSON, bytes in hexadecimal). `person` and `family` say whom the row is about after the change. A row added together with the
-- person or family it belongs to is not logged: it goes with them.
CREATE TABLE row_change (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    deed       BLOB NOT NULL,
    table_name TEXT NOT NULL,
    row_key    ANY  NOT NULL,
    person     BLOB,
    family     BLOB,
    before     TEXT
) STRICT;

CREATE INDEX row_change_deed ON row_change (deed, seq);
CREATE INDEX row_change_row ON row_change (row_key, seq);
CREATE INDEX row_change_person ON row_change (person) WHERE person IS NOT NULL AND table_name <> 'person';
CREATE INDEX row_change_family ON row_change (family) WHERE family IS NOT NULL AND table_name <> 'family';

CREATE TRIGGER row_change_is_not_rewritten BEFORE UPDATE ON row_change
BEGIN
    SELECT RAISE(ABORT, 'row_change_is_append_only');
END;

CREATE TRIGGER row_change_is_not_cut BEFORE DELETE ON row_change
BEGIN
    SELECT RAISE(ABORT, 'row_change_is_append_only');
END;

-- What other desks must read again: who got another name that is searched by, and everybody in a family that took another one's number over.
CREATE TRIGGER former_name_added AFTER INSERT ON former_name
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
END;

CREATE TRIGGER former_name_changed AFTER UPDATE ON former_name
BEGIN
    INSERT INTO change (person) VALUES (NEW.person);
    INSERT INTO change (person) SELECT OLD.person WHERE OLD.person <> NEW.person;
END;

CREATE TRIGGER family_merged_or_parted AFTER UPDATE OF merged_into ON family WHEN OLD.merged_into IS NOT NEW.merged_into
BEGIN
    INSERT INTO change (family) SELECT OLD.merged_into WHERE OLD.merged_into IS NOT NULL;
    INSERT INTO change (family) SELECT NEW.merged_into WHERE NEW.merged_into IS NOT NULL;
END;

CREATE TRIGGER membership_passed_on AFTER UPDATE OF person, family ON membership
WHEN OLD.person <> NEW.person OR OLD.family <> NEW.family
BEGIN
    INSERT INTO change (person, family) VALUES (OLD.person, OLD.family);
END;

CREATE TRIGGER phone_passed_on AFTER UPDATE OF person ON phone WHEN OLD.person <> NEW.person
BEGIN
    INSERT INTO change (person) VALUES (OLD.person);
END;

CREATE TRIGGER document_passed_on AFTER UPDATE OF person ON document WHEN OLD.person <> NEW.person
BEGIN
    INSERT INTO change (person) VALUES (OLD.person);
END;

CREATE TRIGGER address_passed_on AFTER UPDATE OF person, family ON address
WHEN OLD.person IS NOT NEW.person OR OLD.family IS NOT NEW.family
BEGIN
    INSERT INTO change (person, family) VALUES (OLD.person, OLD.family);
END;

-- The log's writers, two a table: one for a row that was added, one for a row that was changed.
CREATE TRIGGER log_setting_added AFTER INSERT ON setting WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'setting', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_setting_changed AFTER UPDATE ON setting WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'setting', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'value' AS name, OLD.value AS old WHERE OLD.value IS NOT NEW.value
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_staff_added AFTER INSERT ON staff WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'staff', NEW.id, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_staff_changed AFTER UPDATE ON staff WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'staff', NEW.id, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'login' AS name, OLD.login AS old WHERE OLD.login IS NOT NEW.login
        UNION ALL SELECT 'name', OLD.name WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'role', OLD.role WHERE OLD.role IS NOT NEW.role
        UNION ALL SELECT 'disabled_on', OLD.disabled_on WHERE OLD.disabled_on IS NOT NEW.disabled_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_family_added AFTER INSERT ON family WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'family', NEW.id, NULL, NEW.id FROM deed_under_way w;
END;

CREATE TRIGGER log_family_changed AFTER UPDATE ON family WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'family', NEW.id, NULL, NEW.id, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'key' AS name, OLD.key AS old WHERE OLD.key IS NOT NEW.key
        UNION ALL SELECT 'registered_on', OLD.registered_on WHERE OLD.registered_on IS NOT NEW.registered_on
        UNION ALL SELECT 'closed_on', OLD.closed_on WHERE OLD.closed_on IS NOT NEW.closed_on
        UNION ALL SELECT 'merged_into', iif(OLD.merged_into IS NULL, NULL, hex(OLD.merged_into)) WHERE OLD.merged_into IS NOT NEW.merged_into
        UNION ALL SELECT 'voided_on', OLD.voided_on WHERE OLD.voided_on IS NOT NEW.voided_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_person_added AFTER INSERT ON person WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'person', NEW.id, NEW.id, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_person_changed AFTER UPDATE ON person WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'person', NEW.id, NEW.id, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'key' AS name, OLD.key AS old WHERE OLD.key IS NOT NEW.key
        UNION ALL SELECT 'surname', OLD.surname WHERE OLD.surname IS NOT NEW.surname
        UNION ALL SELECT 'given_name', OLD.given_name WHERE OLD.given_name IS NOT NEW.given_name
        UNION ALL SELECT 'patronymic', OLD.patronymic WHERE OLD.patronymic IS NOT NEW.patronymic
        UNION ALL SELECT 'sex', OLD.sex WHERE OLD.sex IS NOT NEW.sex
        UNION ALL SELECT 'birth_date', OLD.birth_date WHERE OLD.birth_date IS NOT NEW.birth_date
        UNION ALL SELECT 'birth_precision', OLD.birth_precision WHERE OLD.birth_precision IS NOT NEW.birth_precision
        UNION ALL SELECT 'consent_kind', OLD.consent_kind WHERE OLD.consent_kind IS NOT NEW.consent_kind
        UNION ALL SELECT 'consent_on', OLD.consent_on WHERE OLD.consent_on IS NOT NEW.consent_on
        UNION ALL SELECT 'consent_by', OLD.consent_by WHERE OLD.consent_by IS NOT NEW.consent_by
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'died_on', OLD.died_on WHERE OLD.died_on IS NOT NEW.died_on
        UNION ALL SELECT 'merged_into', iif(OLD.merged_into IS NULL, NULL, hex(OLD.merged_into)) WHERE OLD.merged_into IS NOT NEW.merged_into
        UNION ALL SELECT 'voided_on', OLD.voided_on WHERE OLD.voided_on IS NOT NEW.voided_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_membership_added AFTER INSERT ON membership WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'membership', NEW.id, NEW.person, NEW.family FROM deed_under_way w
    WHERE NOT (EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.person AND c.deed = w.deed AND c.before IS NULL)
               AND EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.family AND c.deed = w.deed AND c.before IS NULL));
END;

CREATE TRIGGER log_membership_changed AFTER UPDATE ON membership WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'membership', NEW.id, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'relation', OLD.relation WHERE OLD.relation IS NOT NEW.relation
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'reason', OLD.reason WHERE OLD.reason IS NOT NEW.reason
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_address_added AFTER INSERT ON address WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'address', NEW.id, NEW.person, NEW.family FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = coalesce(NEW.family, NEW.person) AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_address_changed AFTER UPDATE ON address WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'address', NEW.id, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'kind', OLD.kind WHERE OLD.kind IS NOT NEW.kind
        UNION ALL SELECT 'settlement_code', OLD.settlement_code WHERE OLD.settlement_code IS NOT NEW.settlement_code
        UNION ALL SELECT 'settlement', OLD.settlement WHERE OLD.settlement IS NOT NEW.settlement
        UNION ALL SELECT 'district', OLD.district WHERE OLD.district IS NOT NEW.district
        UNION ALL SELECT 'street', OLD.street WHERE OLD.street IS NOT NEW.street
        UNION ALL SELECT 'building', OLD.building WHERE OLD.building IS NOT NEW.building
        UNION ALL SELECT 'flat', OLD.flat WHERE OLD.flat IS NOT NEW.flat
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_phone_added AFTER INSERT ON phone WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'phone', NEW.id, NEW.person, NULL FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.person AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_phone_changed AFTER UPDATE ON phone WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'phone', NEW.id, NEW.person, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'person' AS name, iif(OLD.person IS NULL, NULL, hex(OLD.person)) AS old WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'settled', OLD.settled WHERE OLD.settled IS NOT NEW.settled
        UNION ALL SELECT 'raw', OLD.raw WHERE OLD.raw IS NOT NEW.raw
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_document_added AFTER INSERT ON document WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'document', NEW.id, NEW.person, NULL FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.person AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_document_changed AFTER UPDATE ON document WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'document', NEW.id, NEW.person, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'person' AS name, iif(OLD.person IS NULL, NULL, hex(OLD.person)) AS old WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'kind', OLD.kind WHERE OLD.kind IS NOT NEW.kind
        UNION ALL SELECT 'number', OLD.number WHERE OLD.number IS NOT NEW.number
        UNION ALL SELECT 'raw', OLD.raw WHERE OLD.raw IS NOT NEW.raw
        UNION ALL SELECT 'issued_on', OLD.issued_on WHERE OLD.issued_on IS NOT NEW.issued_on
        UNION ALL SELECT 'issued_by', OLD.issued_by WHERE OLD.issued_by IS NOT NEW.issued_by
        UNION ALL SELECT 'status', OLD.status WHERE OLD.status IS NOT NEW.status
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_category_added AFTER INSERT ON category WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'category', NEW.id, NEW.person, NEW.family FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = coalesce(NEW.family, NEW.person) AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_category_changed AFTER UPDATE ON category WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'category', NEW.id, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'code', OLD.code WHERE OLD.code IS NOT NEW.code
        UNION ALL SELECT 'since', OLD.since WHERE OLD.since IS NOT NEW.since
        UNION ALL SELECT 'until', OLD.until WHERE OLD.until IS NOT NEW.until
        UNION ALL SELECT 'basis', OLD.basis WHERE OLD.basis IS NOT NEW.basis
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_category_kind_added AFTER INSERT ON category_kind WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'category_kind', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_category_kind_changed AFTER UPDATE ON category_kind WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'category_kind', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name_uk' AS name, OLD.name_uk AS old WHERE OLD.name_uk IS NOT NEW.name_uk
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'sensitive', OLD.sensitive WHERE OLD.sensitive IS NOT NEW.sensitive
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_former_name_added AFTER INSERT ON former_name WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'former_name', NEW.id, NEW.person, NULL FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.person AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_former_name_changed AFTER UPDATE ON former_name WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'former_name', NEW.id, NEW.person, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'person' AS name, iif(OLD.person IS NULL, NULL, hex(OLD.person)) AS old WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'surname', OLD.surname WHERE OLD.surname IS NOT NEW.surname
        UNION ALL SELECT 'given_name', OLD.given_name WHERE OLD.given_name IS NOT NEW.given_name
        UNION ALL SELECT 'patronymic', OLD.patronymic WHERE OLD.patronymic IS NOT NEW.patronymic
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'basis', OLD.basis WHERE OLD.basis IS NOT NEW.basis
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_closure_added AFTER INSERT ON closure WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'closure', NEW.id, NULL, NEW.family FROM deed_under_way w
    WHERE NOT EXISTS (SELECT 1 FROM row_change c WHERE c.row_key = NEW.family AND c.deed = w.deed AND c.before IS NULL);
END;

CREATE TRIGGER log_closure_changed AFTER UPDATE ON closure WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'closure', NEW.id, NULL, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'reason', OLD.reason WHERE OLD.reason IS NOT NEW.reason
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'reopened', OLD.reopened WHERE OLD.reopened IS NOT NEW.reopened
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_collector_added AFTER INSERT ON collector WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'collector', NEW.id, NEW.person, NEW.family FROM deed_under_way w;
END;

CREATE TRIGGER log_collector_changed AFTER UPDATE ON collector WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'collector', NEW.id, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'name', OLD.name WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'document', OLD.document WHERE OLD.document IS NOT NEW.document
        UNION ALL SELECT 'phone', OLD.phone WHERE OLD.phone IS NOT NEW.phone
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_distinct_pair_added AFTER INSERT ON distinct_pair WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'distinct_pair', NEW.id, NEW.one_person, NEW.one_family FROM deed_under_way w;
END;

CREATE TRIGGER log_distinct_pair_changed AFTER UPDATE ON distinct_pair WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'distinct_pair', NEW.id, NEW.one_person, NEW.one_family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'one_family' AS name, iif(OLD.one_family IS NULL, NULL, hex(OLD.one_family)) AS old WHERE OLD.one_family IS NOT NEW.one_family
        UNION ALL SELECT 'other_family', iif(OLD.other_family IS NULL, NULL, hex(OLD.other_family)) WHERE OLD.other_family IS NOT NEW.other_family
        UNION ALL SELECT 'one_person', iif(OLD.one_person IS NULL, NULL, hex(OLD.one_person)) WHERE OLD.one_person IS NOT NEW.one_person
        UNION ALL SELECT 'other_person', iif(OLD.other_person IS NULL, NULL, hex(OLD.other_person)) WHERE OLD.other_person IS NOT NEW.other_person
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

-- 0004 Catalogues: what an office lists itself. Categories get what the screen of catalogues needs; starosta districts and streets
-- are new. Streets were renamed by the hundred, people say either name: the names a street had are kept beside the present one, and
-- search and the address line know both.
--
-- The code is the key, so that two offices that add the same thing have the same row when their files are merged. Nothing is deleted:
-- an entry is switched off from a day on, a former name written by mistake is voided.

ALTER TABLE category_kind ADD COLUMN off_since TEXT;

CREATE TABLE district (
    code        TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name        TEXT    NOT NULL CHECK (name <> ''),
    name_en     TEXT    NOT NULL DEFAULT '',
    position    INTEGER NOT NULL DEFAULT 0,
    -- Codes of the settlements that belong to it, a space between.
    settlements TEXT    NOT NULL DEFAULT '',
    off_since   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE street (
    code       TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    settlement TEXT    NOT NULL CHECK (settlement <> ''),
    name       TEXT    NOT NULL CHECK (name <> ''),
    name_en    TEXT    NOT NULL DEFAULT '',
    position   INTEGER NOT NULL DEFAULT 0,
    off_since  TEXT
) STRICT, WITHOUT ROWID;

-- The names a street had. Position 1 is the latest of them; until_on is the day of renaming, where known. The key is `STREET/NAME`: one
-- column, for the log of rows, and the same in two offices' files.
CREATE TABLE street_former (
    key      TEXT    NOT NULL PRIMARY KEY,
    street   TEXT    NOT NULL REFERENCES street (code),
    name     TEXT    NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL,
    until_on TEXT,
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = street || '/' || name)
) STRICT, WITHOUT ROWID;

CREATE INDEX street_former_street ON street_former (street) WHERE voided = 0;

-- The log of rows (0002) of these tables. What taking back an ADDED row means:
--   * category_kind, district, street   off_since = the day it was taken back: what was given under it meanwhile keeps its name;
--   * street_former                     voided = 1.
DROP TRIGGER log_category_kind_changed;

CREATE TRIGGER log_category_kind_changed AFTER UPDATE ON category_kind WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'category_kind', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name_uk' AS name, OLD.name_uk AS old WHERE OLD.name_uk IS NOT NEW.name_uk
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'sensitive', OLD.sensitive WHERE OLD.sensitive IS NOT NEW.sensitive
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_district_added AFTER INSERT ON district WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'district', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_district_changed AFTER UPDATE ON district WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'district', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'settlements', OLD.settlements WHERE OLD.settlements IS NOT NEW.settlements
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_street_added AFTER INSERT ON street WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'street', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_street_changed AFTER UPDATE ON street WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'street', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'settlement' AS name, OLD.settlement AS old WHERE OLD.settlement IS NOT NEW.settlement
        UNION ALL SELECT 'name', OLD.name WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_street_former_added AFTER INSERT ON street_former WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'street_former', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_street_former_changed AFTER UPDATE ON street_former WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'street_former', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'position' AS name, OLD.position AS old WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

-- 0003 Lists: the register is filtered, filters are kept under names, families are put into named lists, as for a campaign.
--
-- Filters themselves ask no table: the desk holds the few facts of every family that a filter looks at in memory and follows `change`
-- (plain SQL over 35 000 families took 150-180 ms a condition; the pass in memory takes a few). What is new here must therefore be
-- written into `change` too, when it changes what a filter would find.
--
-- What taking back an ADDED row means here (see 0002): saved_filter, family_list, family_list_member: removed_on = the day it was taken
-- back, so that the name is free and the family is in the list no more. `contact` is not logged: it is worked out, not said by anybody.

-- The day of the last deed about a family that was more than a look at it: a list of families nobody has dealt with for long is asked for
-- every month, and the journal is too long to be read for it. Written with the deed; visits and acts will write it too.
CREATE TABLE contact (
    family BLOB NOT NULL PRIMARY KEY CHECK (length(family) = 16),
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO contact (family, on_day)
SELECT subject, max(substr(at, 1, 10)) FROM journal
WHERE subject_kind = 'family' AND action NOT IN ('family-viewed', 'family-glanced')
GROUP BY subject;

CREATE TRIGGER contact_added AFTER INSERT ON contact
BEGIN
    INSERT INTO change (family) VALUES (NEW.family);
END;

CREATE TRIGGER contact_changed AFTER UPDATE ON contact WHEN NEW.on_day <> OLD.on_day
BEGIN
    INSERT INTO change (family) VALUES (NEW.family);
END;

-- Filters kept under a name, for the whole office. The conditions are JSON: they are read by the program alone and never asked by.
-- A filter that names a sensitive category is kept from those who may not see it, its name too.
CREATE TABLE saved_filter (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name       TEXT    NOT NULL CHECK (name <> ''),
    conditions TEXT    NOT NULL,
    removed_on TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX saved_filter_name ON saved_filter (name) WHERE removed_on IS NULL;

-- Named lists of families. One that was gathered by a sensitive category says by its members what they are, and is restricted.
CREATE TABLE family_list (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name       TEXT    NOT NULL CHECK (name <> ''),
    made_on    TEXT    NOT NULL,
    restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    removed_on TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX family_list_name ON family_list (name) WHERE removed_on IS NULL;

-- Who is in a list, since when, put there by whom. Taken out: the row stays, ended.
CREATE TABLE family_list_member (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    list       BLOB NOT NULL REFERENCES family_list (id),
    family     BLOB NOT NULL REFERENCES family (id),
    added_on   TEXT NOT NULL,
    added_by   BLOB NOT NULL REFERENCES staff (id),
    removed_on TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX family_list_member_present ON family_list_member (family, list) WHERE removed_on IS NULL;
CREATE INDEX family_list_member_list ON family_list_member (list) WHERE removed_on IS NULL;

CREATE TRIGGER family_list_member_added AFTER INSERT ON family_list_member
BEGIN
    INSERT INTO change (family) VALUES (NEW.family);
END;

CREATE TRIGGER family_list_member_changed AFTER UPDATE ON family_list_member
BEGIN
    INSERT INTO change (family) VALUES (NEW.family);
END;

-- Rows that people change by deeds are in the log of 0002, so that any deed over many is taken back as one.
CREATE TRIGGER log_saved_filter_added AFTER INSERT ON saved_filter WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'saved_filter', NEW.id, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_saved_filter_changed AFTER UPDATE ON saved_filter WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'saved_filter', NEW.id, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'conditions', OLD.conditions WHERE OLD.conditions IS NOT NEW.conditions
        UNION ALL SELECT 'removed_on', OLD.removed_on WHERE OLD.removed_on IS NOT NEW.removed_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_family_list_added AFTER INSERT ON family_list WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'family_list', NEW.id, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_family_list_changed AFTER UPDATE ON family_list WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'family_list', NEW.id, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'restricted', OLD.restricted WHERE OLD.restricted IS NOT NEW.restricted
        UNION ALL SELECT 'removed_on', OLD.removed_on WHERE OLD.removed_on IS NOT NEW.removed_on
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_family_list_member_added AFTER INSERT ON family_list_member WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'family_list_member', NEW.id, NULL, NEW.family FROM deed_under_way w;
END;

CREATE TRIGGER log_family_list_member_changed AFTER UPDATE ON family_list_member WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'family_list_member', NEW.id, NULL, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'list' AS name, iif(OLD.list IS NULL, NULL, hex(OLD.list)) AS old WHERE OLD.list IS NOT NEW.list
        UNION ALL SELECT 'family', iif(OLD.family IS NULL, NULL, hex(OLD.family)) WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'removed_on', OLD.removed_on WHERE OLD.removed_on IS NOT NEW.removed_on
    )) was
    WHERE was.before <> '{}';
END;

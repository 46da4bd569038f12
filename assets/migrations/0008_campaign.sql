-- 0008 Campaigns: an action at which many families get the same in an hour. The list of those expected is ready before the day, what each
-- of them gets is said once, and the day itself is a name, Enter, the next.
--
-- A campaign is a session of kind `campaign` (0007); who was served is the act that names the session, held to once a family by its
-- unique index. Here stands only what was meant: who was expected, and what each was to get.
--
-- What taking back an ADDED row means (see 0002):
--   * campaign_good       voided = 1;
--   * campaign_expected   removed_on = the day it was taken back.

-- By which filters of the register the list was gathered, as JSON (the program reads it, nobody asks by it): whoever comes and is not
-- on the list is told which condition they do not meet.
ALTER TABLE session ADD COLUMN conditions TEXT NOT NULL DEFAULT '';

DROP TRIGGER log_session_changed;

CREATE TRIGGER log_session_changed AFTER UPDATE ON session WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'session', NEW.id, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'key' AS name, OLD.key AS old WHERE OLD.key IS NOT NEW.key
        UNION ALL SELECT 'kind', OLD.kind WHERE OLD.kind IS NOT NEW.kind
        UNION ALL SELECT 'title', OLD.title WHERE OLD.title IS NOT NEW.title
        UNION ALL SELECT 'held_on', OLD.held_on WHERE OLD.held_on IS NOT NEW.held_on
        UNION ALL SELECT 'starts_on', OLD.starts_on WHERE OLD.starts_on IS NOT NEW.starts_on
        UNION ALL SELECT 'ends_on', OLD.ends_on WHERE OLD.ends_on IS NOT NEW.ends_on
        UNION ALL SELECT 'programme', OLD.programme WHERE OLD.programme IS NOT NEW.programme
        UNION ALL SELECT 'settlement', OLD.settlement WHERE OLD.settlement IS NOT NEW.settlement
        UNION ALL SELECT 'partner', OLD.partner WHERE OLD.partner IS NOT NEW.partner
        UNION ALL SELECT 'location', OLD.location WHERE OLD.location IS NOT NEW.location
        UNION ALL SELECT 'status', OLD.status WHERE OLD.status IS NOT NEW.status
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'conditions', OLD.conditions WHERE OLD.conditions IS NOT NEW.conditions
    )) was
    WHERE was.before <> '{}';
END;

-- What each of those expected gets. `per` says whether once for a family, or as often as it has people or children. The key is
-- `SESSION/ITEM`, the session in hexadecimal: one column, for the log of rows.
CREATE TABLE campaign_good (
    key      TEXT    NOT NULL PRIMARY KEY,
    session  BLOB    NOT NULL REFERENCES session (id),
    item     TEXT    NOT NULL REFERENCES item (code),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    per      TEXT    NOT NULL CHECK (per IN ('family', 'person', 'child')),
    position INTEGER NOT NULL,
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = hex(session) || '/' || item)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_good_session ON campaign_good (session) WHERE voided = 0;

-- Who is expected: a family, or a person by themselves. `source` says how they came onto the list: by a filter, by hand before the day,
-- or at the door with a reason.
CREATE TABLE campaign_expected (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session    BLOB NOT NULL REFERENCES session (id),
    family     BLOB REFERENCES family (id),
    person     BLOB REFERENCES person (id),
    source     TEXT NOT NULL CHECK (source IN ('filter', 'hand', 'door')),
    reason     TEXT NOT NULL DEFAULT '',
    added_on   TEXT NOT NULL,
    added_by   BLOB NOT NULL REFERENCES staff (id),
    removed_on TEXT,
    CHECK ((family IS NULL) <> (person IS NULL)),
    CHECK (source <> 'door' OR reason <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_expected_session ON campaign_expected (session) WHERE removed_on IS NULL;
CREATE INDEX campaign_expected_family ON campaign_expected (family) WHERE family IS NOT NULL;
CREATE INDEX campaign_expected_person ON campaign_expected (person) WHERE person IS NOT NULL;

-- The day of a family's last aid that was not taken back: filters of the register ask since when somebody got nothing, and a million
-- acts are too many to be read for it. Worked out by the triggers alone.
CREATE TABLE last_aid (
    family BLOB NOT NULL PRIMARY KEY CHECK (length(family) = 16),
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER last_aid_given AFTER INSERT ON act_recipient WHEN NEW.family IS NOT NULL AND NEW.in_force = 1
BEGIN
    INSERT INTO last_aid (family, on_day) SELECT NEW.family, a.happened_on FROM act a WHERE a.id = NEW.act
    ON CONFLICT (family) DO UPDATE SET on_day = excluded.on_day WHERE excluded.on_day > on_day;
END;

CREATE TRIGGER act_recipient_changed AFTER UPDATE OF in_force, family ON act_recipient
WHEN NEW.in_force IS NOT OLD.in_force OR NEW.family IS NOT OLD.family
BEGIN
    DELETE FROM last_aid WHERE family IN (OLD.family, NEW.family);
    INSERT INTO last_aid (family, on_day)
    SELECT r.family, max(a.happened_on) FROM act_recipient r JOIN act a ON a.id = r.act
    WHERE r.family IN (OLD.family, NEW.family) AND r.in_force = 1 GROUP BY r.family;
    INSERT INTO change (family) SELECT OLD.family WHERE OLD.family IS NOT NULL;
    INSERT INTO change (family) SELECT NEW.family WHERE NEW.family IS NOT OLD.family AND NEW.family IS NOT NULL;
END;

-- The other desks of a campaign see who was added at the door.
CREATE TRIGGER campaign_expected_added AFTER INSERT ON campaign_expected
BEGIN
    INSERT INTO change (person, family) VALUES (NEW.person, NEW.family);
END;

CREATE TRIGGER log_campaign_good_added AFTER INSERT ON campaign_good WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'campaign_good', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_campaign_good_changed AFTER UPDATE ON campaign_good WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'campaign_good', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'quantity' AS name, OLD.quantity AS old WHERE OLD.quantity IS NOT NEW.quantity
        UNION ALL SELECT 'per', OLD.per WHERE OLD.per IS NOT NEW.per
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_campaign_expected_added AFTER INSERT ON campaign_expected WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'campaign_expected', NEW.id, NEW.person, NEW.family FROM deed_under_way w;
END;

CREATE TRIGGER log_campaign_expected_changed AFTER UPDATE ON campaign_expected WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'campaign_expected', NEW.id, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'removed_on', OLD.removed_on WHERE OLD.removed_on IS NOT NEW.removed_on
    )) was
    WHERE was.before <> '{}';
END;

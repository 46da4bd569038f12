-- 0010 Events: clubs, groups, courses and trainings, and the register of who came.
--
-- A series (a club, a course) has sessions; its sessions are rows from the first day, made by its rule, so that the calendar, the register
-- and the year's figures read one table. The rule stays with the series to say why they are there and to make more.
--
-- Expected and came are two things: `enrolment` says who is expected, `attendance` who came, one row a person and session, and the row
-- keeps both, as it was when it was marked. People who are not named are numbers on the session and are never mixed with names.
--
-- A moved session keeps the day that the rule gave it (`planned_on`): extending a series twice is extending it once.
--
-- What taking back an ADDED row means (see 0002):
--   * event_kind, room                 off_since = the day;
--   * series, enrolment, attendance    voided = 1;
--   * session                          status 'cancelled' and voided = 1 (campaigns are read by their status, as before).

-- What an event can be. Names of the shipped ones are texts of the program (`event-kind-CODE`).
CREATE TABLE event_kind (
    code      TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name      TEXT    NOT NULL DEFAULT '',
    name_en   TEXT    NOT NULL DEFAULT '',
    position  INTEGER NOT NULL DEFAULT 0,
    off_since TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO event_kind (code, position) VALUES
    ('club', 1), ('training', 2), ('support_group', 3), ('master_class', 4), ('leisure', 5), ('campaign', 6), ('information', 7),
    ('course', 8), ('camp', 9), ('round_table', 10), ('meeting', 11), ('performance', 12), ('mobile_trip', 13), ('press_conference', 14),
    ('publication', 15), ('radio', 16), ('television', 17);

-- Where things are held: two groups in one room at one time are a clash. Every office has its own.
CREATE TABLE room (
    code       TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name       TEXT    NOT NULL DEFAULT '',
    name_en    TEXT    NOT NULL DEFAULT '',
    settlement TEXT    NOT NULL DEFAULT '',
    position   INTEGER NOT NULL DEFAULT 0,
    off_since  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    key          TEXT UNIQUE,
    kind         TEXT    NOT NULL REFERENCES event_kind (code),
    title        TEXT    NOT NULL CHECK (title <> ''),
    programme    TEXT REFERENCES programme (code),
    settlement   TEXT    NOT NULL DEFAULT '',
    -- Nothing: as the settlement says.
    rural        INTEGER CHECK (rural IN (0, 1)),
    room         TEXT REFERENCES room (code),
    partner      TEXT REFERENCES partner (code),
    -- Somebody who works here, or a name.
    trainer      BLOB REFERENCES staff (id),
    trainer_name TEXT    NOT NULL DEFAULT '',
    audience     TEXT CHECK (audience IN ('families', 'children', 'professionals', 'public')),
    age_from     INTEGER CHECK (age_from >= 0),
    age_to       INTEGER CHECK (age_to >= 0),
    capacity     INTEGER CHECK (capacity > 0),
    restricted   INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    note         TEXT    NOT NULL DEFAULT '',
    -- By which days it is held, as JSON (the program reads it, nobody asks by it).
    rule         TEXT    NOT NULL,
    starts_on    TEXT    NOT NULL,
    ends_on      TEXT    NOT NULL,
    -- Wall clock, HH:MM. An end that is not after the start is past midnight.
    start_time   TEXT,
    end_time     TEXT,
    -- The day on which it was ended before its time.
    ended_on     TEXT,
    voided       INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (trainer IS NULL OR trainer_name = '')
) STRICT, WITHOUT ROWID;

ALTER TABLE session ADD COLUMN series BLOB REFERENCES series (id);
ALTER TABLE session ADD COLUMN planned_on TEXT;
ALTER TABLE session ADD COLUMN start_time TEXT;
ALTER TABLE session ADD COLUMN end_time TEXT;
ALTER TABLE session ADD COLUMN rural INTEGER CHECK (rural IN (0, 1));
ALTER TABLE session ADD COLUMN room TEXT REFERENCES room (code);
ALTER TABLE session ADD COLUMN trainer BLOB REFERENCES staff (id);
ALTER TABLE session ADD COLUMN trainer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN audience TEXT CHECK (audience IN ('families', 'children', 'professionals', 'public'));
ALTER TABLE session ADD COLUMN age_from INTEGER CHECK (age_from >= 0);
ALTER TABLE session ADD COLUMN age_to INTEGER CHECK (age_to >= 0);
ALTER TABLE session ADD COLUMN capacity INTEGER CHECK (capacity > 0);
ALTER TABLE session ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1));
ALTER TABLE session ADD COLUMN unnamed_women INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_women >= 0);
ALTER TABLE session ADD COLUMN unnamed_men INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_men >= 0);
ALTER TABLE session ADD COLUMN unnamed_children INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_children >= 0);
-- Why it was moved, cancelled or opened again.
ALTER TABLE session ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1));

CREATE INDEX session_series ON session (series, held_on) WHERE series IS NOT NULL;
-- One session a day of the rule; an extra one has no planned day.
CREATE UNIQUE INDEX session_by_rule ON session (series, planned_on)
    WHERE series IS NOT NULL AND planned_on IS NOT NULL AND voided = 0;
CREATE INDEX session_programme ON session (programme, held_on) WHERE programme IS NOT NULL;

-- Who is expected, of a series or of one session. Who left has a last day; who waits for a place is not expected yet.
CREATE TABLE enrolment (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    series        BLOB REFERENCES series (id),
    session       BLOB REFERENCES session (id),
    person        BLOB    NOT NULL REFERENCES person (id),
    from_on       TEXT    NOT NULL,
    until_on      TEXT,
    source        TEXT    NOT NULL CHECK (source IN ('hand', 'last_time', 'filter', 'file', 'spot', 'waiting')),
    waiting       INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)),
    -- The moment from which the place in the waiting list counts.
    waiting_since TEXT,
    completed_on  TEXT,
    certificate   TEXT,
    left_reason   TEXT    NOT NULL DEFAULT '',
    added_at      TEXT    NOT NULL,
    added_by      BLOB    NOT NULL REFERENCES staff (id),
    voided        INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((series IS NULL) <> (session IS NULL)),
    CHECK (waiting = 0 OR waiting_since IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX enrolment_series_once ON enrolment (series, person) WHERE series IS NOT NULL AND voided = 0 AND until_on IS NULL;
CREATE UNIQUE INDEX enrolment_session_once ON enrolment (session, person) WHERE session IS NOT NULL AND voided = 0 AND until_on IS NULL;
CREATE INDEX enrolment_series ON enrolment (series) WHERE series IS NOT NULL;
CREATE INDEX enrolment_session ON enrolment (session) WHERE session IS NOT NULL;
CREATE INDEX enrolment_person ON enrolment (person);

-- Who came, who did not, who was excused: one row a person and session.
CREATE TABLE attendance (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session   BLOB    NOT NULL REFERENCES session (id),
    person    BLOB    NOT NULL REFERENCES person (id),
    -- Whether they were on the list when they were marked.
    expected  INTEGER NOT NULL CHECK (expected IN (0, 1)),
    outcome   TEXT    NOT NULL CHECK (outcome IN ('present', 'absent', 'excused')),
    reason    TEXT    NOT NULL DEFAULT '',
    source    TEXT    NOT NULL CHECK (source IN ('list', 'search', 'scan', 'family', 'all', 'spot', 'file')),
    marked_at TEXT    NOT NULL,
    marked_by BLOB    NOT NULL REFERENCES staff (id),
    desk      TEXT    NOT NULL,
    voided    INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX attendance_once ON attendance (session, person) WHERE voided = 0;
-- Figures read this index alone: a year of a programme is tens of thousands of marks.
CREATE INDEX attendance_figures ON attendance (session, outcome, person, expected) WHERE voided = 0;
-- A person's own, voided ones too: all of them follow when two people become one.
CREATE INDEX attendance_person ON attendance (person, session, outcome, voided);
-- Those who were written down at a session and wait for reception.
CREATE INDEX attendance_spot ON attendance (person) WHERE source = 'spot' AND voided = 0;

DROP TRIGGER log_session_changed;

CREATE TRIGGER log_event_kind_added AFTER INSERT ON event_kind WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'event_kind', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_event_kind_changed AFTER UPDATE ON event_kind WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'event_kind', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_room_added AFTER INSERT ON room WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'room', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_room_changed AFTER UPDATE ON room WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'room', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'settlement', OLD.settlement WHERE OLD.settlement IS NOT NEW.settlement
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_series_added AFTER INSERT ON series WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'series', NEW.id, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_series_changed AFTER UPDATE ON series WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'series', NEW.id, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'key' AS name, OLD.key AS old WHERE OLD.key IS NOT NEW.key
        UNION ALL SELECT 'kind', OLD.kind WHERE OLD.kind IS NOT NEW.kind
        UNION ALL SELECT 'title', OLD.title WHERE OLD.title IS NOT NEW.title
        UNION ALL SELECT 'programme', OLD.programme WHERE OLD.programme IS NOT NEW.programme
        UNION ALL SELECT 'settlement', OLD.settlement WHERE OLD.settlement IS NOT NEW.settlement
        UNION ALL SELECT 'rural', OLD.rural WHERE OLD.rural IS NOT NEW.rural
        UNION ALL SELECT 'room', OLD.room WHERE OLD.room IS NOT NEW.room
        UNION ALL SELECT 'partner', OLD.partner WHERE OLD.partner IS NOT NEW.partner
        UNION ALL SELECT 'trainer_name', OLD.trainer_name WHERE OLD.trainer_name IS NOT NEW.trainer_name
        UNION ALL SELECT 'audience', OLD.audience WHERE OLD.audience IS NOT NEW.audience
        UNION ALL SELECT 'age_from', OLD.age_from WHERE OLD.age_from IS NOT NEW.age_from
        UNION ALL SELECT 'age_to', OLD.age_to WHERE OLD.age_to IS NOT NEW.age_to
        UNION ALL SELECT 'capacity', OLD.capacity WHERE OLD.capacity IS NOT NEW.capacity
        UNION ALL SELECT 'restricted', OLD.restricted WHERE OLD.restricted IS NOT NEW.restricted
        UNION ALL SELECT 'note', OLD.note WHERE OLD.note IS NOT NEW.note
        UNION ALL SELECT 'rule', OLD.rule WHERE OLD.rule IS NOT NEW.rule
        UNION ALL SELECT 'starts_on', OLD.starts_on WHERE OLD.starts_on IS NOT NEW.starts_on
        UNION ALL SELECT 'ends_on', OLD.ends_on WHERE OLD.ends_on IS NOT NEW.ends_on
        UNION ALL SELECT 'start_time', OLD.start_time WHERE OLD.start_time IS NOT NEW.start_time
        UNION ALL SELECT 'end_time', OLD.end_time WHERE OLD.end_time IS NOT NEW.end_time
        UNION ALL SELECT 'ended_on', OLD.ended_on WHERE OLD.ended_on IS NOT NEW.ended_on
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
        UNION ALL SELECT 'trainer', iif(OLD.trainer IS NULL, NULL, hex(OLD.trainer)) WHERE OLD.trainer IS NOT NEW.trainer
    )) was
    WHERE was.before <> '{}';
END;

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
        UNION ALL SELECT 'planned_on', OLD.planned_on WHERE OLD.planned_on IS NOT NEW.planned_on
        UNION ALL SELECT 'start_time', OLD.start_time WHERE OLD.start_time IS NOT NEW.start_time
        UNION ALL SELECT 'end_time', OLD.end_time WHERE OLD.end_time IS NOT NEW.end_time
        UNION ALL SELECT 'rural', OLD.rural WHERE OLD.rural IS NOT NEW.rural
        UNION ALL SELECT 'room', OLD.room WHERE OLD.room IS NOT NEW.room
        UNION ALL SELECT 'trainer_name', OLD.trainer_name WHERE OLD.trainer_name IS NOT NEW.trainer_name
        UNION ALL SELECT 'audience', OLD.audience WHERE OLD.audience IS NOT NEW.audience
        UNION ALL SELECT 'age_from', OLD.age_from WHERE OLD.age_from IS NOT NEW.age_from
        UNION ALL SELECT 'age_to', OLD.age_to WHERE OLD.age_to IS NOT NEW.age_to
        UNION ALL SELECT 'capacity', OLD.capacity WHERE OLD.capacity IS NOT NEW.capacity
        UNION ALL SELECT 'restricted', OLD.restricted WHERE OLD.restricted IS NOT NEW.restricted
        UNION ALL SELECT 'unnamed_women', OLD.unnamed_women WHERE OLD.unnamed_women IS NOT NEW.unnamed_women
        UNION ALL SELECT 'unnamed_men', OLD.unnamed_men WHERE OLD.unnamed_men IS NOT NEW.unnamed_men
        UNION ALL SELECT 'unnamed_children', OLD.unnamed_children WHERE OLD.unnamed_children IS NOT NEW.unnamed_children
        UNION ALL SELECT 'reason', OLD.reason WHERE OLD.reason IS NOT NEW.reason
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
        UNION ALL SELECT 'series', iif(OLD.series IS NULL, NULL, hex(OLD.series)) WHERE OLD.series IS NOT NEW.series
        UNION ALL SELECT 'trainer', iif(OLD.trainer IS NULL, NULL, hex(OLD.trainer)) WHERE OLD.trainer IS NOT NEW.trainer
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_enrolment_added AFTER INSERT ON enrolment WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'enrolment', NEW.id, NEW.person, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_enrolment_changed AFTER UPDATE ON enrolment WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'enrolment', NEW.id, NEW.person, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'from_on' AS name, OLD.from_on AS old WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'until_on', OLD.until_on WHERE OLD.until_on IS NOT NEW.until_on
        UNION ALL SELECT 'source', OLD.source WHERE OLD.source IS NOT NEW.source
        UNION ALL SELECT 'waiting', OLD.waiting WHERE OLD.waiting IS NOT NEW.waiting
        UNION ALL SELECT 'waiting_since', OLD.waiting_since WHERE OLD.waiting_since IS NOT NEW.waiting_since
        UNION ALL SELECT 'completed_on', OLD.completed_on WHERE OLD.completed_on IS NOT NEW.completed_on
        UNION ALL SELECT 'certificate', OLD.certificate WHERE OLD.certificate IS NOT NEW.certificate
        UNION ALL SELECT 'left_reason', OLD.left_reason WHERE OLD.left_reason IS NOT NEW.left_reason
        UNION ALL SELECT 'added_at', OLD.added_at WHERE OLD.added_at IS NOT NEW.added_at
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
        UNION ALL SELECT 'series', iif(OLD.series IS NULL, NULL, hex(OLD.series)) WHERE OLD.series IS NOT NEW.series
        UNION ALL SELECT 'session', iif(OLD.session IS NULL, NULL, hex(OLD.session)) WHERE OLD.session IS NOT NEW.session
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'added_by', iif(OLD.added_by IS NULL, NULL, hex(OLD.added_by)) WHERE OLD.added_by IS NOT NEW.added_by
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_attendance_added AFTER INSERT ON attendance WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'attendance', NEW.id, NEW.person, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_attendance_changed AFTER UPDATE ON attendance WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'attendance', NEW.id, NEW.person, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'expected' AS name, OLD.expected AS old WHERE OLD.expected IS NOT NEW.expected
        UNION ALL SELECT 'outcome', OLD.outcome WHERE OLD.outcome IS NOT NEW.outcome
        UNION ALL SELECT 'reason', OLD.reason WHERE OLD.reason IS NOT NEW.reason
        UNION ALL SELECT 'source', OLD.source WHERE OLD.source IS NOT NEW.source
        UNION ALL SELECT 'marked_at', OLD.marked_at WHERE OLD.marked_at IS NOT NEW.marked_at
        UNION ALL SELECT 'desk', OLD.desk WHERE OLD.desk IS NOT NEW.desk
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
        UNION ALL SELECT 'session', iif(OLD.session IS NULL, NULL, hex(OLD.session)) WHERE OLD.session IS NOT NEW.session
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'marked_by', iif(OLD.marked_by IS NULL, NULL, hex(OLD.marked_by)) WHERE OLD.marked_by IS NOT NEW.marked_by
    )) was
    WHERE was.before <> '{}';
END;

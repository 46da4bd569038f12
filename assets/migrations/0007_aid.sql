-- 0007 Aid: goods come from donors, lie in lots at a location, and go out by acts that people sign.
--
-- Why it is a ledger: nobody "sets" a quantity. Every act writes signed differences, the balance is what they add up to and is written by
-- a trigger alone; its CHECK is what refuses the last kit to the second of two desks, whatever the programs above believe. The ledger
-- and the acts are append-only: a wrong act is reversed by another act, which says who and why.
--
-- Quantities are whole numbers: grams for what is weighed, pieces for everything else. So a year's sum never drifts.
--
-- Numbers of acts run by (site, year): two offices' files are merged one day, and each keeps the numbers on its papers.
--
-- What taking back an ADDED row means (see 0002):
--   * item, programme, partner, location, limit_rule          off_since = the day: what was given under it keeps its name;
--   * kit_version, kit_part, programme_ground, programme_set, limit_rule_category   voided = 1;
--   * session        status 'cancelled';
--   * act_recipient  nothing: an act is taken back by a reversal act, never by the log. The log holds it so that an act follows its family
--     into a merge and back, and so that nobody who got aid is taken off the register unnoticed.

-- What can lie in a storeroom. Names of the shipped ones are texts of the program (`item-CODE`). A kit is an item of unit `kit`.
CREATE TABLE item (
    code            TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name            TEXT    NOT NULL DEFAULT '',
    name_en         TEXT    NOT NULL DEFAULT '',
    item_group      TEXT    NOT NULL,
    unit            TEXT    NOT NULL CHECK (unit IN ('pc', 'pair', 'kg', 'kit')),
    -- Grams of one piece, pair or kit; nothing for what is weighed.
    standard_weight INTEGER CHECK (standard_weight > 0),
    tracks_expiry   INTEGER NOT NULL DEFAULT 0 CHECK (tracks_expiry IN (0, 1)),
    low_level       INTEGER CHECK (low_level > 0),
    position        INTEGER NOT NULL DEFAULT 0,
    off_since       TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO item (code, item_group, unit, standard_weight, tracks_expiry, low_level, position) VALUES
    ('food_kit', 'food', 'kit', 12000, 1, 30, 1),
    ('hygiene_kit', 'hygiene', 'kit', 3000, 0, 30, 2),
    ('clothes', 'clothes', 'kg', NULL, 0, NULL, 3),
    ('shoes', 'shoes', 'kg', NULL, 0, NULL, 4),
    ('bedding', 'bedding', 'kg', NULL, 0, NULL, 5),
    ('toys', 'toys', 'kg', NULL, 0, NULL, 6),
    ('baby_food', 'baby', 'pc', 400, 1, 20, 7),
    ('nappies', 'baby', 'pc', 2000, 0, 20, 8),
    ('school_set', 'school', 'pc', 1500, 0, NULL, 9),
    ('schoolbag', 'school', 'pc', 900, 0, NULL, 10),
    ('gift', 'gift', 'pc', 500, 0, NULL, 11),
    ('orthopaedic_shoes', 'medical', 'pair', 1200, 0, NULL, 12),
    ('glasses', 'medical', 'pc', 50, 0, NULL, 13),
    ('hearing_aid', 'medical', 'pc', 50, 0, NULL, 14),
    ('blood_pressure_meter', 'medical', 'pc', 500, 0, NULL, 15),
    ('weighted_blanket', 'medical', 'pc', 5000, 0, NULL, 16),
    ('power_station', 'equipment', 'pc', 12000, 0, NULL, 17),
    ('e_bike', 'equipment', 'pc', 25000, 0, NULL, 18),
    ('printer', 'equipment', 'pc', 8000, 0, NULL, 19);

-- What one kit holds, from a day on. The key is `ITEM/DAY`; of a part `ITEM/DAY/ITEM`: the same in two offices' files.
CREATE TABLE kit_version (
    key     TEXT    NOT NULL PRIMARY KEY,
    item    TEXT    NOT NULL REFERENCES item (code),
    from_on TEXT    NOT NULL,
    voided  INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = item || '/' || from_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX kit_version_item ON kit_version (item, from_on) WHERE voided = 0;

CREATE TABLE kit_part (
    key      TEXT    NOT NULL PRIMARY KEY,
    version  TEXT    NOT NULL REFERENCES kit_version (key),
    item     TEXT    NOT NULL REFERENCES item (code),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    position INTEGER NOT NULL,
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = version || '/' || item)
) STRICT, WITHOUT ROWID;

CREATE INDEX kit_part_version ON kit_part (version) WHERE voided = 0;

-- Under what aid is given, and from when until when. Names of the shipped ones are texts of the program (`programme-CODE`).
CREATE TABLE programme (
    code      TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name      TEXT    NOT NULL DEFAULT '',
    name_en   TEXT    NOT NULL DEFAULT '',
    starts_on TEXT,
    ends_on   TEXT,
    position  INTEGER NOT NULL DEFAULT 0,
    off_since TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO programme (code, position) VALUES
    ('register', 1), ('emergency_room', 2), ('mutual_aid_hub', 3), ('campaigns', 4), ('space_for_children', 5), ('family_centre', 6),
    ('foster_care', 7), ('guardianship', 8), ('mediation', 9), ('military_families', 10), ('day_centre', 11), ('crisis_room', 12),
    ('mobile_team', 13), ('women_hub', 14), ('offenders', 15), ('training_centre', 16), ('information', 17);

-- The categories that give the right to a programme. None: anybody.
CREATE TABLE programme_ground (
    key       TEXT    NOT NULL PRIMARY KEY,
    programme TEXT    NOT NULL REFERENCES programme (code),
    category  TEXT    NOT NULL REFERENCES category_kind (code),
    voided    INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = programme || '/' || category)
) STRICT, WITHOUT ROWID;

CREATE INDEX programme_ground_programme ON programme_ground (programme) WHERE voided = 0;

INSERT INTO programme_ground (key, programme, category)
SELECT 'emergency_room/' || code, 'emergency_room', code FROM category_kind
WHERE code IN ('hardship', 'displaced', 'military', 'fallen', 'missing', 'captive', 'veteran', 'guardianship', 'foster', 'family_home',
               'child_disability', 'child_development', 'orphan', 'large_family', 'low_income', 'violence_survivor');

-- What is usually given at once under a programme.
CREATE TABLE programme_set (
    key       TEXT    NOT NULL PRIMARY KEY,
    programme TEXT    NOT NULL REFERENCES programme (code),
    item      TEXT    NOT NULL REFERENCES item (code),
    quantity  INTEGER NOT NULL CHECK (quantity > 0),
    position  INTEGER NOT NULL,
    voided    INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = programme || '/' || item)
) STRICT, WITHOUT ROWID;

CREATE INDEX programme_set_programme ON programme_set (programme) WHERE voided = 0;

INSERT INTO programme_set (key, programme, item, quantity, position) VALUES
    ('emergency_room/food_kit', 'emergency_room', 'food_kit', 1, 1),
    ('emergency_room/hygiene_kit', 'emergency_room', 'hygiene_kit', 1, 2);

-- Who gives and who gets as an organisation.
CREATE TABLE partner (
    code       TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name       TEXT    NOT NULL CHECK (name <> ''),
    name_en    TEXT    NOT NULL DEFAULT '',
    role       TEXT    NOT NULL CHECK (role IN ('donor', 'recipient', 'both')),
    edrpou     TEXT    NOT NULL DEFAULT '',
    contact    TEXT    NOT NULL DEFAULT '',
    for_thanks TEXT    NOT NULL DEFAULT '',
    position   INTEGER NOT NULL DEFAULT 0,
    off_since  TEXT
) STRICT, WITHOUT ROWID;

-- Where goods lie: the storeroom, a brigade's car.
CREATE TABLE location (
    code      TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name      TEXT    NOT NULL DEFAULT '',
    name_en   TEXT    NOT NULL DEFAULT '',
    kind      TEXT    NOT NULL CHECK (kind IN ('storeroom', 'car')),
    position  INTEGER NOT NULL DEFAULT 0,
    off_since TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO location (code, kind, position) VALUES ('storeroom', 'storeroom', 1);

-- How much of an item or of a group of items may be given in a time. `amount` counts acts, pieces or grams, as `measure` says; `per`
-- says whether once for a family or as often as it has people or children.
CREATE TABLE limit_rule (
    code         TEXT    NOT NULL PRIMARY KEY CHECK (code <> ''),
    name         TEXT    NOT NULL DEFAULT '',
    name_en      TEXT    NOT NULL DEFAULT '',
    item         TEXT REFERENCES item (code),
    item_group   TEXT,
    period       TEXT    NOT NULL CHECK (period IN ('days', 'months', 'years', 'once')),
    period_count INTEGER NOT NULL DEFAULT 1 CHECK (period_count > 0),
    measure      TEXT    NOT NULL CHECK (measure IN ('times', 'pieces', 'grams')),
    amount       INTEGER NOT NULL CHECK (amount > 0),
    per          TEXT    NOT NULL CHECK (per IN ('family', 'person', 'child')),
    position     INTEGER NOT NULL DEFAULT 0,
    off_since    TEXT,
    CHECK ((item IS NULL) <> (item_group IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO limit_rule (code, item, item_group, period, period_count, measure, amount, per, position) VALUES
    ('food_kit_monthly', 'food_kit', NULL, 'months', 1, 'pieces', 1, 'family', 1),
    ('hygiene_kit_monthly', 'hygiene_kit', NULL, 'months', 1, 'pieces', 1, 'family', 2),
    ('clothes_30_days', NULL, 'clothes', 'days', 30, 'times', 1, 'family', 3),
    ('school_set_yearly', 'school_set', NULL, 'years', 1, 'pieces', 1, 'child', 4),
    ('schoolbag_yearly', 'schoolbag', NULL, 'years', 1, 'pieces', 1, 'child', 5);

-- For which categories a rule holds. None: for everybody.
CREATE TABLE limit_rule_category (
    key      TEXT    NOT NULL PRIMARY KEY,
    rule     TEXT    NOT NULL REFERENCES limit_rule (code),
    category TEXT    NOT NULL REFERENCES category_kind (code),
    voided   INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (key = rule || '/' || category)
) STRICT, WITHOUT ROWID;

CREATE INDEX limit_rule_category_rule ON limit_rule_category (rule) WHERE voided = 0;

-- A thing that is held on a day: a club's lesson, a training, a campaign at which aid is handed out.
CREATE TABLE session (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    key        TEXT UNIQUE,
    kind       TEXT NOT NULL,
    title      TEXT NOT NULL CHECK (title <> ''),
    held_on    TEXT NOT NULL,
    -- A campaign of several days; nothing for a thing of one day.
    starts_on  TEXT,
    ends_on    TEXT,
    programme  TEXT REFERENCES programme (code),
    settlement TEXT NOT NULL DEFAULT '',
    partner    TEXT REFERENCES partner (code),
    -- From where goods are handed out.
    location   TEXT REFERENCES location (code),
    status     TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'held', 'cancelled')),
    note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX session_held ON session (held_on);

-- A paper that moved goods.
CREATE TABLE act (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    deed        BLOB    NOT NULL CHECK (length(deed) = 16),
    site        BLOB    NOT NULL CHECK (length(site) = 16),
    year        INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number > 0),
    kind        TEXT    NOT NULL CHECK (kind IN (
        'receipt', 'issue', 'write_off', 'assembly', 'disassembly', 'transfer', 'count', 'reversal')),
    happened_on TEXT    NOT NULL,
    made_at     TEXT    NOT NULL,
    desk        TEXT    NOT NULL,
    staff       BLOB    NOT NULL REFERENCES staff (id),
    location    TEXT    NOT NULL REFERENCES location (code),
    location_to TEXT REFERENCES location (code),
    -- The donor of a receipt.
    partner     TEXT REFERENCES partner (code),
    document    TEXT    NOT NULL DEFAULT '',
    programme   TEXT REFERENCES programme (code),
    -- The office's own key, from an import.
    key         TEXT,
    -- Why: of a write-off, of a reversal.
    reason      TEXT    NOT NULL DEFAULT '',
    note        TEXT    NOT NULL DEFAULT '',
    reverses    BLOB UNIQUE REFERENCES act (id),
    reversed_by BLOB REFERENCES act (id),
    UNIQUE (site, year, number),
    CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
    CHECK ((kind = 'transfer') <= (location_to IS NOT NULL)),
    CHECK (location_to IS NOT location)
) STRICT, WITHOUT ROWID;

-- Stock and aid come in files of their own, and each file counts its rows from 1.
CREATE UNIQUE INDEX act_key_of_aid ON act (key) WHERE kind = 'issue' AND key IS NOT NULL;
CREATE UNIQUE INDEX act_key_of_stock ON act (key) WHERE kind <> 'issue' AND key IS NOT NULL;
CREATE INDEX act_number ON act (year, number);
CREATE INDEX act_deed ON act (deed);
CREATE INDEX act_happened ON act (happened_on, kind);
CREATE INDEX act_partner ON act (partner, happened_on) WHERE partner IS NOT NULL;

-- To whom aid was given. The family's size, its categories and the ground are copied as they were: later corrections do not rewrite
-- the year.
CREATE TABLE act_recipient (
    act              BLOB    NOT NULL PRIMARY KEY REFERENCES act (id),
    kind             TEXT    NOT NULL CHECK (kind IN ('family', 'person', 'organisation')),
    family           BLOB REFERENCES family (id),
    person           BLOB REFERENCES person (id),
    partner          TEXT REFERENCES partner (code),
    session          BLOB REFERENCES session (id),
    adults           INTEGER NOT NULL DEFAULT 0 CHECK (adults >= 0),
    children         INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0),
    -- Codes, a space between.
    categories       TEXT    NOT NULL DEFAULT '',
    -- The category that gave the right; empty where the programme is for anybody.
    ground           TEXT    NOT NULL DEFAULT '',
    -- Why it was given to somebody without the right.
    right_reason     TEXT    NOT NULL DEFAULT '',
    collector_kind   TEXT    NOT NULL CHECK (collector_kind IN ('member', 'authorised', 'other', 'unknown')),
    collector_person BLOB REFERENCES person (id),
    collector_name   TEXT    NOT NULL DEFAULT '',
    collector_paper  TEXT    NOT NULL DEFAULT '',
    -- Whom a campaign serves once: the family or person as it was then. It does not follow a merge (two who got each theirs stay two).
    once_for         BLOB,
    -- 0 once the act is reversed.
    in_force         INTEGER NOT NULL DEFAULT 1 CHECK (in_force IN (0, 1)),
    CHECK ((kind = 'family') = (family IS NOT NULL)),
    CHECK ((kind = 'person') = (person IS NOT NULL)),
    CHECK ((kind = 'organisation') = (partner IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX act_recipient_once ON act_recipient (session, once_for) WHERE in_force = 1 AND once_for IS NOT NULL;
-- With the session: whether a campaign served somebody is asked at every name, and it served thousands.
CREATE INDEX act_recipient_family ON act_recipient (family, session) WHERE family IS NOT NULL;
CREATE INDEX act_recipient_person ON act_recipient (person, session) WHERE person IS NOT NULL;
CREATE INDEX act_recipient_collector ON act_recipient (collector_person) WHERE collector_person IS NOT NULL;
CREATE INDEX act_recipient_partner ON act_recipient (partner) WHERE partner IS NOT NULL;
CREATE INDEX act_recipient_session ON act_recipient (session) WHERE session IS NOT NULL;
CREATE INDEX act_recipient_no_right ON act_recipient (act) WHERE right_reason <> '';

-- What stands on the paper, line by line. `flow` says which way it went at the act's location; of a transfer `out`, and in at the other.
CREATE TABLE act_line (
    act             BLOB    NOT NULL REFERENCES act (id),
    line            INTEGER NOT NULL,
    item            TEXT    NOT NULL REFERENCES item (code),
    flow            TEXT    NOT NULL CHECK (flow IN ('in', 'out')),
    quantity        INTEGER NOT NULL CHECK (quantity > 0),
    weight_grams    INTEGER CHECK (weight_grams > 0),
    -- What a kit held, as it was: `ITEM:QUANTITY`, a space between.
    composition     TEXT    NOT NULL DEFAULT '',
    -- The rule that was bent, and why.
    limit_rule      TEXT REFERENCES limit_rule (code),
    override_reason TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (act, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX act_line_override ON act_line (act) WHERE override_reason <> '';

-- What came together: from one donor, by one paper, with one last day. Kits that were put together are a lot as well.
CREATE TABLE lot (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    item        TEXT NOT NULL REFERENCES item (code),
    act         BLOB NOT NULL REFERENCES act (id),
    donor       TEXT REFERENCES partner (code),
    document    TEXT NOT NULL DEFAULT '',
    expires_on  TEXT,
    received_on TEXT NOT NULL,
    composition TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX lot_donor ON lot (donor) WHERE donor IS NOT NULL;
CREATE INDEX lot_act ON lot (act);

-- The ledger: what every line of every act changed, lot by lot. Append-only. `kind` is the act's.
CREATE TABLE ledger (
    act         BLOB    NOT NULL REFERENCES act (id),
    entry       INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    item        TEXT    NOT NULL REFERENCES item (code),
    lot         BLOB    NOT NULL REFERENCES lot (id),
    location    TEXT    NOT NULL REFERENCES location (code),
    quantity    INTEGER NOT NULL CHECK (quantity <> 0),
    happened_on TEXT    NOT NULL,
    PRIMARY KEY (act, entry)
) STRICT, WITHOUT ROWID;

-- An item's movements by day, and what a lot did at a location.
CREATE INDEX ledger_item ON ledger (item, happened_on, act, location, quantity);
CREATE INDEX ledger_lot ON ledger (lot, location, happened_on, quantity);

-- What lies where. Written by the triggers below and by nothing else.
CREATE TABLE balance (
    location TEXT    NOT NULL,
    item     TEXT    NOT NULL,
    lot      BLOB    NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    -- The latest day of the ledger here: what is entered for an earlier one must be asked of the past.
    last_on  TEXT    NOT NULL,
    PRIMARY KEY (location, item, lot)
) STRICT, WITHOUT ROWID;

CREATE INDEX balance_left ON balance (location, item, lot, quantity) WHERE quantity > 0;

-- What went out a day, for the pace at which stock goes: issues, and parts that went into kits. Reversals are taken off their day.
CREATE TABLE outgoing (
    location TEXT    NOT NULL,
    item     TEXT    NOT NULL,
    on_day   TEXT    NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (location, on_day, item)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_moves_balance AFTER INSERT ON ledger
BEGIN
    INSERT OR IGNORE INTO balance (location, item, lot, quantity, last_on)
    VALUES (NEW.location, NEW.item, NEW.lot, 0, NEW.happened_on);
    UPDATE balance SET quantity = quantity + NEW.quantity, last_on = max(last_on, NEW.happened_on)
    WHERE location = NEW.location AND item = NEW.item AND lot = NEW.lot;
END;

-- What is entered for a past day must have lain there on every day since.
CREATE TRIGGER ledger_keeps_the_past AFTER INSERT ON ledger WHEN NEW.quantity < 0 AND EXISTS (
    SELECT 1 FROM ledger later WHERE later.lot = NEW.lot AND later.location = NEW.location AND later.happened_on > NEW.happened_on)
BEGIN
    SELECT RAISE(ABORT, 'stock_was_not_there') WHERE EXISTS (
        SELECT 1 FROM (
            SELECT happened_on, sum(sum(quantity)) OVER (ORDER BY happened_on) AS after
            FROM ledger WHERE lot = NEW.lot AND location = NEW.location GROUP BY happened_on)
        WHERE happened_on >= NEW.happened_on AND after < 0);
END;

CREATE TRIGGER ledger_counts_outgoing AFTER INSERT ON ledger WHEN NEW.kind IN ('issue', 'assembly', 'reversal')
BEGIN
    INSERT INTO outgoing (location, item, on_day, quantity)
    SELECT NEW.location, NEW.item, coalesce(was.happened_on, a.happened_on), -NEW.quantity
    FROM act a LEFT JOIN act was ON was.id = a.reverses
    WHERE a.id = NEW.act AND (coalesce(was.kind, a.kind) = 'issue'
        OR (coalesce(was.kind, a.kind) = 'assembly' AND (NEW.quantity < 0) = (a.reverses IS NULL)))
    ON CONFLICT (location, on_day, item) DO UPDATE SET quantity = quantity + excluded.quantity;
END;

-- Other desks see that the shelf changed, and that a family got something.
CREATE TRIGGER act_recipient_added AFTER INSERT ON act_recipient
BEGIN
    INSERT INTO change (person, family) SELECT NEW.person, NEW.family WHERE NEW.family IS NOT NULL;
END;

-- Also where no family is in it: what lies on the shelf, and where a count stands, is the same at every desk.
CREATE TRIGGER act_added AFTER INSERT ON act
BEGIN
    INSERT INTO change (person, family) VALUES (NULL, NULL);
END;

-- An act is reversed once: both sides know it, and whoever a campaign served may come again.
CREATE TRIGGER act_reversed AFTER INSERT ON act WHEN NEW.reverses IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'reversal_of_a_reversal') WHERE (SELECT kind FROM act WHERE id = NEW.reverses) = 'reversal';
    UPDATE act SET reversed_by = NEW.id WHERE id = NEW.reverses;
    UPDATE act_recipient SET in_force = 0 WHERE act = NEW.reverses;
END;

CREATE TRIGGER act_is_not_rewritten BEFORE UPDATE ON act
WHEN OLD.reversed_by IS NOT NULL OR NEW.reversed_by IS NULL
    OR (OLD.id, OLD.deed, OLD.site, OLD.year, OLD.number, OLD.kind, OLD.happened_on, OLD.made_at, OLD.desk, OLD.staff, OLD.location,
        OLD.location_to, OLD.partner, OLD.document, OLD.programme, OLD.key, OLD.reason, OLD.note, OLD.reverses)
    IS NOT (NEW.id, NEW.deed, NEW.site, NEW.year, NEW.number, NEW.kind, NEW.happened_on, NEW.made_at, NEW.desk, NEW.staff, NEW.location,
        NEW.location_to, NEW.partner, NEW.document, NEW.programme, NEW.key, NEW.reason, NEW.note, NEW.reverses)
BEGIN
    SELECT RAISE(ABORT, 'act_is_append_only');
END;

CREATE TRIGGER act_is_not_cut BEFORE DELETE ON act
BEGIN
    SELECT RAISE(ABORT, 'act_is_append_only');
END;

CREATE TRIGGER act_line_is_not_rewritten BEFORE UPDATE ON act_line
BEGIN
    SELECT RAISE(ABORT, 'act_is_append_only');
END;

CREATE TRIGGER act_line_is_not_cut BEFORE DELETE ON act_line
BEGIN
    SELECT RAISE(ABORT, 'act_is_append_only');
END;

CREATE TRIGGER act_recipient_is_not_cut BEFORE DELETE ON act_recipient
BEGIN
    SELECT RAISE(ABORT, 'act_is_append_only');
END;

CREATE TRIGGER lot_is_not_rewritten BEFORE UPDATE ON lot
BEGIN
    SELECT RAISE(ABORT, 'lot_is_append_only');
END;

CREATE TRIGGER lot_is_not_cut BEFORE DELETE ON lot
BEGIN
    SELECT RAISE(ABORT, 'lot_is_append_only');
END;

CREATE TRIGGER ledger_is_not_rewritten BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'ledger_is_append_only');
END;

CREATE TRIGGER ledger_is_not_cut BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'ledger_is_append_only');
END;

-- A count of the shelf in three steps by two people: the sheet (what the ledger says), what was counted, and somebody else's word that it is
-- so. Only then an act posts the differences.
CREATE TABLE stock_count (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    location    TEXT NOT NULL REFERENCES location (code),
    begun_on    TEXT NOT NULL,
    begun_by    BLOB NOT NULL REFERENCES staff (id),
    entered_on  TEXT,
    entered_by  BLOB REFERENCES staff (id),
    approved_on TEXT,
    approved_by BLOB REFERENCES staff (id),
    cancelled_on TEXT,
    -- The act that posted the differences; none where everything was there.
    act         BLOB REFERENCES act (id),
    note        TEXT NOT NULL DEFAULT '',
    CHECK (approved_by IS NULL OR approved_by <> entered_by),
    CHECK ((entered_on IS NULL) = (entered_by IS NULL)),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
    CHECK (approved_on IS NULL OR entered_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX stock_count_open ON stock_count (location) WHERE approved_on IS NULL AND cancelled_on IS NULL;

CREATE TABLE stock_count_line (
    count    BLOB    NOT NULL REFERENCES stock_count (id),
    item     TEXT    NOT NULL REFERENCES item (code),
    expected INTEGER NOT NULL CHECK (expected >= 0),
    counted  INTEGER CHECK (counted >= 0),
    PRIMARY KEY (count, item)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stock_count_begun AFTER INSERT ON stock_count
BEGIN
    INSERT INTO change (person, family) VALUES (NULL, NULL);
END;

CREATE TRIGGER stock_count_stepped AFTER UPDATE ON stock_count
BEGIN
    INSERT INTO change (person, family) VALUES (NULL, NULL);
END;

-- The log of rows (0002) of what people list and change here.

CREATE TRIGGER log_item_added AFTER INSERT ON item WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'item', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_item_changed AFTER UPDATE ON item WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'item', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'item_group', OLD.item_group WHERE OLD.item_group IS NOT NEW.item_group
        UNION ALL SELECT 'unit', OLD.unit WHERE OLD.unit IS NOT NEW.unit
        UNION ALL SELECT 'standard_weight', OLD.standard_weight WHERE OLD.standard_weight IS NOT NEW.standard_weight
        UNION ALL SELECT 'tracks_expiry', OLD.tracks_expiry WHERE OLD.tracks_expiry IS NOT NEW.tracks_expiry
        UNION ALL SELECT 'low_level', OLD.low_level WHERE OLD.low_level IS NOT NEW.low_level
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_kit_version_added AFTER INSERT ON kit_version WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'kit_version', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_kit_version_changed AFTER UPDATE ON kit_version WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'kit_version', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'item' AS name, OLD.item AS old WHERE OLD.item IS NOT NEW.item
        UNION ALL SELECT 'from_on', OLD.from_on WHERE OLD.from_on IS NOT NEW.from_on
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_kit_part_added AFTER INSERT ON kit_part WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'kit_part', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_kit_part_changed AFTER UPDATE ON kit_part WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'kit_part', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'version' AS name, OLD.version AS old WHERE OLD.version IS NOT NEW.version
        UNION ALL SELECT 'item', OLD.item WHERE OLD.item IS NOT NEW.item
        UNION ALL SELECT 'quantity', OLD.quantity WHERE OLD.quantity IS NOT NEW.quantity
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_programme_added AFTER INSERT ON programme WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'programme', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_programme_changed AFTER UPDATE ON programme WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'programme', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'starts_on', OLD.starts_on WHERE OLD.starts_on IS NOT NEW.starts_on
        UNION ALL SELECT 'ends_on', OLD.ends_on WHERE OLD.ends_on IS NOT NEW.ends_on
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_programme_ground_added AFTER INSERT ON programme_ground WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'programme_ground', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_programme_ground_changed AFTER UPDATE ON programme_ground WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'programme_ground', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'programme' AS name, OLD.programme AS old WHERE OLD.programme IS NOT NEW.programme
        UNION ALL SELECT 'category', OLD.category WHERE OLD.category IS NOT NEW.category
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_programme_set_added AFTER INSERT ON programme_set WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'programme_set', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_programme_set_changed AFTER UPDATE ON programme_set WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'programme_set', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'programme' AS name, OLD.programme AS old WHERE OLD.programme IS NOT NEW.programme
        UNION ALL SELECT 'item', OLD.item WHERE OLD.item IS NOT NEW.item
        UNION ALL SELECT 'quantity', OLD.quantity WHERE OLD.quantity IS NOT NEW.quantity
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_partner_added AFTER INSERT ON partner WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'partner', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_partner_changed AFTER UPDATE ON partner WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'partner', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'role', OLD.role WHERE OLD.role IS NOT NEW.role
        UNION ALL SELECT 'edrpou', OLD.edrpou WHERE OLD.edrpou IS NOT NEW.edrpou
        UNION ALL SELECT 'contact', OLD.contact WHERE OLD.contact IS NOT NEW.contact
        UNION ALL SELECT 'for_thanks', OLD.for_thanks WHERE OLD.for_thanks IS NOT NEW.for_thanks
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_location_added AFTER INSERT ON location WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'location', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_location_changed AFTER UPDATE ON location WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'location', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'kind', OLD.kind WHERE OLD.kind IS NOT NEW.kind
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_limit_rule_added AFTER INSERT ON limit_rule WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'limit_rule', NEW.code, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_limit_rule_changed AFTER UPDATE ON limit_rule WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'limit_rule', NEW.code, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'name' AS name, OLD.name AS old WHERE OLD.name IS NOT NEW.name
        UNION ALL SELECT 'name_en', OLD.name_en WHERE OLD.name_en IS NOT NEW.name_en
        UNION ALL SELECT 'item', OLD.item WHERE OLD.item IS NOT NEW.item
        UNION ALL SELECT 'item_group', OLD.item_group WHERE OLD.item_group IS NOT NEW.item_group
        UNION ALL SELECT 'period', OLD.period WHERE OLD.period IS NOT NEW.period
        UNION ALL SELECT 'period_count', OLD.period_count WHERE OLD.period_count IS NOT NEW.period_count
        UNION ALL SELECT 'measure', OLD.measure WHERE OLD.measure IS NOT NEW.measure
        UNION ALL SELECT 'amount', OLD.amount WHERE OLD.amount IS NOT NEW.amount
        UNION ALL SELECT 'per', OLD.per WHERE OLD.per IS NOT NEW.per
        UNION ALL SELECT 'position', OLD.position WHERE OLD.position IS NOT NEW.position
        UNION ALL SELECT 'off_since', OLD.off_since WHERE OLD.off_since IS NOT NEW.off_since
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_limit_rule_category_added AFTER INSERT ON limit_rule_category WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'limit_rule_category', NEW.key, NULL, NULL FROM deed_under_way w;
END;

CREATE TRIGGER log_limit_rule_category_changed AFTER UPDATE ON limit_rule_category WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'limit_rule_category', NEW.key, NULL, NULL, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'rule' AS name, OLD.rule AS old WHERE OLD.rule IS NOT NEW.rule
        UNION ALL SELECT 'category', OLD.category WHERE OLD.category IS NOT NEW.category
        UNION ALL SELECT 'voided', OLD.voided WHERE OLD.voided IS NOT NEW.voided
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_session_added AFTER INSERT ON session WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'session', NEW.id, NULL, NULL FROM deed_under_way w;
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
    )) was
    WHERE was.before <> '{}';
END;

CREATE TRIGGER log_act_recipient_added AFTER INSERT ON act_recipient WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family)
    SELECT w.deed, 'act_recipient', NEW.act, NEW.person, NEW.family FROM deed_under_way w;
END;

CREATE TRIGGER log_act_recipient_changed AFTER UPDATE ON act_recipient WHEN EXISTS (SELECT 1 FROM deed_under_way)
BEGIN
    INSERT INTO row_change (deed, table_name, row_key, person, family, before)
    SELECT w.deed, 'act_recipient', NEW.act, NEW.person, NEW.family, was.before
    FROM deed_under_way w, (SELECT json_group_object(name, old) AS before FROM (
        SELECT 'family' AS name, iif(OLD.family IS NULL, NULL, hex(OLD.family)) AS old WHERE OLD.family IS NOT NEW.family
        UNION ALL SELECT 'person', iif(OLD.person IS NULL, NULL, hex(OLD.person)) WHERE OLD.person IS NOT NEW.person
        UNION ALL SELECT 'collector_person', iif(OLD.collector_person IS NULL, NULL, hex(OLD.collector_person)) WHERE OLD.collector_person IS NOT NEW.collector_person
    )) was
    WHERE was.before <> '{}';
END;

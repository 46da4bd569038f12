-- 0005 Drafts: power fails and terminals close while a form is half filled, and what was typed must be there at the next sign-in.
--
-- One row a form, under the id of the deed that will save it: that deed deletes the row in its own transaction, so a form is either
-- a draft or a deed, never both. A draft is no deed itself: it is not in the journal and belongs to whoever typed it, alone. Nothing
-- of the form stands outside `content`; forms left lying go after the office's days (setting `draft-days`).
CREATE TABLE draft (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    staff     BLOB NOT NULL REFERENCES staff (id),
    -- The role it was typed under: who lost a right must not read back what the right showed them.
    role      TEXT NOT NULL,
    -- Which sign-in has the form open, at which machine and process; no session once the desk was locked or left.
    desk      TEXT    NOT NULL,
    session   BLOB CHECK (length(session) = 16),
    process   INTEGER NOT NULL,
    -- The form's word, and the family or person it corrects.
    kind      TEXT NOT NULL,
    subject   BLOB CHECK (length(subject) = 16),
    -- JSON: the fields as typed, the base of a correction, the window over the form.
    content   TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    kept_at   TEXT NOT NULL,
    -- The last sign of life of that session: a desk that was killed gives none, and its forms are free again.
    alive_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_staff ON draft (staff);

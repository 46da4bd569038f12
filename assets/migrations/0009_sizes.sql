-- 0009 sizes: what a person wears, so that at the counter of the emergency help room nobody asks a child's size twice.
--
-- Free text: labels say «122-128», «M», «36 (23 см)». It belongs to the person's own fields; the row log has the earlier one with its day.
ALTER TABLE person ADD COLUMN clothes_size TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN shoes_size TEXT NOT NULL DEFAULT '';

DROP TRIGGER log_person_changed;

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
        UNION ALL SELECT 'clothes_size', OLD.clothes_size WHERE OLD.clothes_size IS NOT NEW.clothes_size
        UNION ALL SELECT 'shoes_size', OLD.shoes_size WHERE OLD.shoes_size IS NOT NEW.shoes_size
        UNION ALL SELECT 'died_on', OLD.died_on WHERE OLD.died_on IS NOT NEW.died_on
        UNION ALL SELECT 'merged_into', iif(OLD.merged_into IS NULL, NULL, hex(OLD.merged_into)) WHERE OLD.merged_into IS NOT NEW.merged_into
        UNION ALL SELECT 'voided_on', OLD.voided_on WHERE OLD.voided_on IS NOT NEW.voided_on
    )) was
    WHERE was.before <> '{}';
END;

-- Only what somebody still marks, and is still here for, waits for a first look.
UPDATE wishes SET was_full = 0 WHERE was_full IS NULL AND stay_id IN (SELECT id FROM stays WHERE departs < date('now', '-1 day'));
DROP INDEX wishes_fresh;
CREATE INDEX wishes_fresh ON wishes (stay_id) WHERE was_full IS NULL AND (wished_at IS NOT NULL OR watched_at IS NOT NULL);

-- Only what somebody still marks waits for a first look.
DROP INDEX wishes_fresh;
CREATE INDEX wishes_fresh ON wishes (stay_id) WHERE was_full IS NULL AND (wished_at IS NOT NULL OR watched_at IS NOT NULL);

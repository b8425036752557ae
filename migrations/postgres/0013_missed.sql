-- Somebody did not come; can be taken back.
ALTER TABLE participants ADD COLUMN missed_at BIGINT;
ALTER TABLE participants ADD COLUMN missed_by TEXT COLLATE "C";

-- A hold under payment: since when, and whether its time was prolonged for that (RULES H4) and after an attempt that did
-- not work (RULES H6), each once.
ALTER TABLE bookings ADD COLUMN paying_from BIGINT;
ALTER TABLE bookings ADD COLUMN graced BIGINT NOT NULL DEFAULT 0 CHECK (graced IN (0, 1));
ALTER TABLE bookings ADD COLUMN retried BIGINT NOT NULL DEFAULT 0 CHECK (retried IN (0, 1));

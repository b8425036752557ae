-- The booking that somebody was part of before they alone gave up their place.
ALTER TABLE bookings ADD COLUMN apart_from BIGINT REFERENCES bookings (id);
CREATE INDEX bookings_apart ON bookings (apart_from) WHERE apart_from IS NOT NULL;

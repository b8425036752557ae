-- What the desk changed about the sessions that an offer's rules name: one, or one and all that follow it, or all; those at
-- `wall` from one day to another, both inside, which has none for all that follow. One row for each deed, applied in order;
-- rows are never deleted. `new_wall` and `capacity` are empty where nothing changes; `dropped`: it does not take place.
CREATE TABLE session_edits (
    id        INTEGER PRIMARY KEY,
    offer_id  BIGINT NOT NULL REFERENCES offers (id),
    wall      TEXT   NOT NULL,
    from_day  TEXT   NOT NULL,
    to_day    TEXT,
    new_wall  TEXT,
    capacity  BIGINT CHECK (capacity > 0),
    dropped   BIGINT NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    reason    TEXT   NOT NULL,
    intent    TEXT   NOT NULL UNIQUE,
    staff_id  BIGINT NOT NULL REFERENCES staff (id),
    edited_by TEXT   NOT NULL,
    edited_at BIGINT NOT NULL
);

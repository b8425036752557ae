-- What the resort called off: a session; a resource for a span of time; or the times of one's own of an offer that begin
-- within a span. One row from the closing on: opening again ends it, and rows are never deleted. A session that is called
-- off has `cancelled_at` too, which its places ask for.
CREATE TABLE closures (
    id          INTEGER PRIMARY KEY,
    session_id  BIGINT REFERENCES sessions (id),
    resource_id BIGINT REFERENCES resources (id),
    offer_id    BIGINT REFERENCES offers (id),
    starts_at   BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    day         TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    intent      TEXT   NOT NULL,
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    closed_by   TEXT   NOT NULL,
    closed_at   BIGINT NOT NULL,
    reopened_by TEXT,
    reopened_at BIGINT,
    CHECK (starts_at < ends_at),
    CHECK (CASE WHEN session_id IS NULL THEN 0 ELSE 1 END + CASE WHEN resource_id IS NULL THEN 0 ELSE 1 END + CASE WHEN offer_id IS NULL THEN 0 ELSE 1 END = 1)
);
CREATE INDEX closures_day ON closures (day);
CREATE INDEX closures_open ON closures (ends_at) WHERE reopened_at IS NULL;
CREATE INDEX closures_session ON closures (session_id);
CREATE INDEX closures_intent ON closures (intent);

-- Who has a resource, for closing it.
CREATE INDEX bookings_resource ON bookings (resource_id, starts_at) WHERE resource_id IS NOT NULL;

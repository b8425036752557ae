-- Places, and who has them.

-- An offer at a given time. `taken` counts the places of bookings that are held or confirmed; the CHECK is the last
-- word on capacity. `beyond` is what a member of staff allowed above it, with a reason in the log.
CREATE TABLE sessions (
    id           INTEGER PRIMARY KEY,
    offer_id     BIGINT NOT NULL REFERENCES offers (id),
    day          TEXT   NOT NULL,
    wall         TEXT   NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    capacity     BIGINT NOT NULL CHECK (capacity >= 0),
    beyond       BIGINT NOT NULL DEFAULT 0 CHECK (beyond >= 0),
    taken        BIGINT NOT NULL DEFAULT 0 CHECK (taken >= 0 AND taken <= capacity + beyond),
    cancelled_at BIGINT,
    UNIQUE (offer_id, day, wall),
    CHECK (starts_at < ends_at)
);
CREATE INDEX sessions_day ON sessions (day, starts_at);

-- One row from the first hold to the end of its history; rows are never deleted.
-- held: the places wait for the guest until `hold_until`, that second included. Every query asks for it; a held row
-- past it counts as free everywhere, whether or not somebody has tidied it to 'lapsed' yet.
CREATE TABLE bookings (
    id          INTEGER PRIMARY KEY,
    stay_id     BIGINT NOT NULL REFERENCES stays (id),
    offer_id    BIGINT NOT NULL REFERENCES offers (id),
    session_id  BIGINT REFERENCES sessions (id),
    resource_id BIGINT REFERENCES resources (id),
    state       TEXT   NOT NULL CHECK (state IN ('held', 'confirmed', 'lapsed', 'released', 'cancelled')),
    places      BIGINT NOT NULL CHECK (places > 0),
    starts_at   BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL,
    day         TEXT   NOT NULL,
    wall        TEXT   NOT NULL,
    zone        TEXT   NOT NULL,
    total       BIGINT NOT NULL CHECK (total >= 0),
    hold_until  BIGINT,
    sold        TEXT   NOT NULL,
    answers     TEXT   NOT NULL,
    intent      TEXT   NOT NULL,
    moves       BIGINT NOT NULL DEFAULT 0,
    fee         BIGINT NOT NULL DEFAULT 0 CHECK (fee >= 0),
    fee_from    BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    CHECK ((session_id IS NULL) <> (resource_id IS NULL)),
    CHECK (state <> 'held' OR hold_until IS NOT NULL),
    UNIQUE (stay_id, intent)
);
CREATE INDEX bookings_stay ON bookings (stay_id, starts_at);
CREATE INDEX bookings_session ON bookings (session_id, state);
CREATE INDEX bookings_held ON bookings (hold_until) WHERE state = 'held';
CREATE UNIQUE INDEX bookings_one_hold ON bookings (stay_id, session_id) WHERE state = 'held' AND session_id IS NOT NULL;

-- One person of a booking. The code is the ticket's; `included` says that the package paid.
CREATE TABLE participants (
    id         INTEGER PRIMARY KEY,
    booking_id BIGINT NOT NULL REFERENCES bookings (id),
    guest_id   BIGINT NOT NULL REFERENCES guests (id),
    name       TEXT   NOT NULL,
    age        BIGINT NOT NULL,
    price      BIGINT NOT NULL CHECK (price >= 0),
    included   BIGINT NOT NULL DEFAULT 0 CHECK (included IN (0, 1)),
    code       TEXT   NOT NULL UNIQUE,
    state      TEXT   NOT NULL CHECK (state IN ('active', 'ended')),
    checked_in_at BIGINT,
    checked_in_by TEXT,
    UNIQUE (booking_id, guest_id)
);

-- Five-minute cells of a resource's day, buffers included: two bookings cannot share one.
CREATE TABLE cells (
    resource_id BIGINT NOT NULL REFERENCES resources (id),
    cell        BIGINT NOT NULL,
    booking_id  BIGINT NOT NULL REFERENCES bookings (id),
    PRIMARY KEY (resource_id, cell)
);
CREATE INDEX cells_booking ON cells (booking_id);

-- How much of what the package includes is used: per room (guest_id 0) or per person, per day or per stay (day '').
CREATE TABLE included_used (
    stay_id  BIGINT NOT NULL REFERENCES stays (id),
    item     TEXT   NOT NULL,
    guest_id BIGINT NOT NULL,
    day      TEXT   NOT NULL,
    used     BIGINT NOT NULL CHECK (used >= 0),
    allowed  BIGINT NOT NULL,
    PRIMARY KEY (stay_id, item, guest_id, day),
    CHECK (used <= allowed)
);

-- Which counters a booking or an order raised, so that giving back is exact.
CREATE TABLE included_by (
    subject    TEXT   NOT NULL CHECK (subject IN ('booking', 'order')),
    subject_id BIGINT NOT NULL,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    item       TEXT   NOT NULL,
    guest_id   BIGINT NOT NULL,
    day        TEXT   NOT NULL,
    used       BIGINT NOT NULL CHECK (used > 0),
    PRIMARY KEY (subject, subject_id, item, guest_id, day)
);
CREATE INDEX included_by_stay ON included_by (stay_id);

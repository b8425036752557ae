-- What somebody of a party may put on the room's bill, and an adult's yes where it is more than that.

-- A slip of one person, beside the room's own, which is the lead's.
ALTER TABLE slips ADD COLUMN guest_id BIGINT REFERENCES guests (id);
DROP INDEX slips_one_live;
CREATE UNIQUE INDEX slips_one_live ON slips (stay_id) WHERE ended_at IS NULL AND guest_id IS NULL;
CREATE UNIQUE INDEX slips_one_live_each ON slips (guest_id) WHERE ended_at IS NULL AND guest_id IS NOT NULL;

-- What somebody has said of one person, for each day: nothing in `amount` is as much as they like, 0 is to look and not to
-- spend. Without a row it is the resort's rule for their age.
CREATE TABLE caps (
    guest_id BIGINT NOT NULL PRIMARY KEY REFERENCES guests (id),
    amount   BIGINT CHECK (amount >= 0),
    set_by   TEXT   NOT NULL,
    set_at   BIGINT NOT NULL
);

-- What each person has put on the room's bill on a day, less what was taken off again. `guest_id` of a line says who put it
-- there, `spent_on` on which day it counts; nothing when it was paid at once.
CREATE TABLE spent (
    guest_id BIGINT NOT NULL REFERENCES guests (id),
    day      TEXT   NOT NULL,
    amount   BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (guest_id, day)
);
ALTER TABLE folio_lines ADD COLUMN guest_id BIGINT REFERENCES guests (id);
ALTER TABLE folio_lines ADD COLUMN spent_on TEXT;

-- Who of the party held a booking, and who waits in a line.
ALTER TABLE bookings ADD COLUMN guest_id BIGINT REFERENCES guests (id);
ALTER TABLE waitlist ADD COLUMN guest_id BIGINT REFERENCES guests (id);

-- Somebody asks for more than they may: for places that they hold, or for an order that is not placed yet, which is kept in
-- `wanted` with the key of its form. kept: nobody was asked yet. waiting: the adults were told. The others are ends; rows are
-- never deleted. Until `until_at`, that second included, there is time; places wait as long as their hold.
CREATE TABLE asks (
    id          INTEGER PRIMARY KEY,
    stay_id     BIGINT NOT NULL REFERENCES stays (id),
    guest_id    BIGINT NOT NULL REFERENCES guests (id),
    booking_id  BIGINT REFERENCES bookings (id),
    order_id    BIGINT REFERENCES orders (id),
    wanted      TEXT,
    intent      TEXT,
    title       TEXT   NOT NULL,
    amount      BIGINT NOT NULL CHECK (amount > 0),
    state       TEXT   NOT NULL CHECK (state IN ('kept', 'waiting', 'approved', 'declined', 'withdrawn', 'over')),
    until_at    BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT   NOT NULL DEFAULT '',
    reason      TEXT   NOT NULL DEFAULT '',
    CHECK ((booking_id IS NULL) <> (wanted IS NULL)),
    CHECK ((wanted IS NULL) = (intent IS NULL)),
    CHECK (order_id IS NULL OR (wanted IS NOT NULL AND state = 'approved')),
    UNIQUE (stay_id, intent)
);
CREATE UNIQUE INDEX asks_once ON asks (booking_id) WHERE state = 'waiting' AND booking_id IS NOT NULL;
CREATE INDEX asks_waiting ON asks (stay_id, until_at) WHERE state = 'waiting';

-- What only one person of the party is told, on their own phones; `ask_id` is what it is about.
ALTER TABLE notices ADD COLUMN personal BIGINT NOT NULL DEFAULT 0 CHECK (personal IN (0, 1));
ALTER TABLE notices ADD COLUMN ask_id BIGINT REFERENCES asks (id);
CREATE INDEX notices_ask ON notices (ask_id) WHERE ask_id IS NOT NULL;

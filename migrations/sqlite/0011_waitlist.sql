-- Who waits for places of an offer on a day, in the order in which they are served: the higher priority first, then
-- whoever joined earlier (RULES W2). The times are starts on the resort's wall, both inside; `whom` are the ids of the
-- guests in order, divided by commas; `answers` what they answered to the offer's questions, as sent; `most` the total
-- up to which they want to be booked at once.
-- waiting: in the line. offered: `booking_id` is held for them. The other states are ends; rows are never deleted.
CREATE TABLE waitlist (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    offer_id   BIGINT NOT NULL REFERENCES offers (id),
    day        TEXT   NOT NULL,
    from_wall  TEXT   NOT NULL,
    to_wall    TEXT   NOT NULL,
    whom       TEXT   NOT NULL,
    places     BIGINT NOT NULL CHECK (places > 0),
    answers    TEXT   NOT NULL,
    most       BIGINT CHECK (most >= 0),
    priority   BIGINT NOT NULL DEFAULT 0,
    state      TEXT   NOT NULL CHECK (state IN ('waiting', 'offered', 'accepted', 'declined', 'expired', 'left', 'closed')),
    booking_id BIGINT REFERENCES bookings (id),
    intent     TEXT   NOT NULL,
    joined_at  BIGINT NOT NULL,
    CHECK (from_wall <= to_wall),
    CHECK (state <> 'offered' OR booking_id IS NOT NULL),
    UNIQUE (stay_id, intent)
);
CREATE UNIQUE INDEX waitlist_once ON waitlist (stay_id, offer_id, day, whom) WHERE state IN ('waiting', 'offered');
CREATE INDEX waitlist_line ON waitlist (offer_id, day) WHERE state = 'waiting';
CREATE INDEX waitlist_served ON waitlist (priority, joined_at) WHERE state = 'waiting';
CREATE INDEX waitlist_day ON waitlist (day);
CREATE INDEX waitlist_booking ON waitlist (booking_id) WHERE booking_id IS NOT NULL;

-- Until then giving it back costs nothing, whatever the rule says it was sold with: for what was booked for somebody who
-- waited, without asking once more.
ALTER TABLE bookings ADD COLUMN free_until BIGINT;

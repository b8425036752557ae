-- Points: given in lots that end on a day, kept back for a hold, spent when it is booked, and given back to the lots they are of
-- (RULES P6). A payment may be made of them, so its method says so; and what was to go back and is kept after all is not
-- deleted but withdrawn.

DROP INDEX payments_reference;
DROP INDEX payments_open_booking;
DROP INDEX payments_open_order;
DROP INDEX payments_booking;
DROP INDEX payments_order;
DROP INDEX payments_stay;
DROP INDEX payments_open;
DROP INDEX payments_stuck;
DROP INDEX refunds_payment;
DROP INDEX refunds_booking;
DROP INDEX refunds_due;
DROP INDEX refunds_for_the_desk;
DROP INDEX refunds_sent;
DROP INDEX refunds_participant;
DROP INDEX receipts_stay;
DROP INDEX fiscal_tasks_number;
DROP INDEX fiscal_tasks_due;
DROP INDEX fiscal_tasks_open;
ALTER TABLE payments RENAME TO old_payments;
ALTER TABLE refunds RENAME TO old_refunds;
ALTER TABLE receipts RENAME TO old_receipts;
ALTER TABLE fiscal_tasks RENAME TO old_fiscal_tasks;

CREATE TABLE payments (
    id          INTEGER PRIMARY KEY,
    stay_id     BIGINT NOT NULL REFERENCES stays (id),
    booking_id  BIGINT REFERENCES bookings (id),
    order_id    BIGINT REFERENCES orders (id),
    provider    TEXT   NOT NULL,
    reference   TEXT,
    secret      TEXT   NOT NULL UNIQUE,
    intent      TEXT   NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('created', 'pending', 'captured', 'failed', 'cancelled', 'stuck')),
    amount      BIGINT NOT NULL CHECK (amount > 0),
    currency    TEXT   NOT NULL,
    lines       TEXT   NOT NULL,
    method      TEXT   NOT NULL CHECK (method IN ('card', 'cash', 'terminal', 'transfer', 'points')),
    note        TEXT   NOT NULL,
    refunded    BIGINT NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    created_at  BIGINT NOT NULL,
    captured_at BIGINT,
    ended_at    BIGINT,
    buyer       TEXT,
    page        TEXT,
    CHECK ((booking_id IS NULL) <> (order_id IS NULL)),
    CHECK ((state = 'captured') = (captured_at IS NOT NULL)),
    CHECK ((state IN ('failed', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK (refunded = 0 OR state = 'captured'),
    UNIQUE (stay_id, intent)
);
INSERT INTO payments (id, stay_id, booking_id, order_id, provider, reference, secret, intent, state, amount, currency, lines, method, note, refunded, created_at, captured_at, ended_at, buyer, page)
SELECT id, stay_id, booking_id, order_id, provider, reference, secret, intent, state, amount, currency, lines, method, note, refunded, created_at, captured_at, ended_at, buyer, page
  FROM old_payments;
CREATE UNIQUE INDEX payments_reference ON payments (provider, reference) WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX payments_open_booking ON payments (booking_id)
    WHERE state IN ('created', 'pending') AND booking_id IS NOT NULL AND provider NOT IN ('desk', 'points');
CREATE UNIQUE INDEX payments_open_order ON payments (order_id)
    WHERE state IN ('created', 'pending') AND order_id IS NOT NULL AND provider NOT IN ('desk', 'points');
CREATE INDEX payments_booking ON payments (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX payments_order ON payments (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payments_stay ON payments (stay_id);
CREATE INDEX payments_open ON payments (created_at) WHERE state IN ('created', 'pending');
CREATE INDEX payments_stuck ON payments (created_at) WHERE state = 'stuck';

CREATE TABLE refunds (
    id             INTEGER PRIMARY KEY,
    payment_id     BIGINT NOT NULL REFERENCES payments (id),
    booking_id     BIGINT REFERENCES bookings (id),
    amount         BIGINT NOT NULL CHECK (amount > 0),
    state          TEXT   NOT NULL CHECK (state IN ('requested', 'sent', 'settled', 'failed', 'withdrawn')),
    by_hand        BIGINT NOT NULL CHECK (by_hand IN (0, 1)),
    secret         TEXT   NOT NULL UNIQUE,
    tries          BIGINT NOT NULL DEFAULT 0,
    due_at         BIGINT NOT NULL,
    requested_at   BIGINT NOT NULL,
    sent_at        BIGINT,
    settled_at     BIGINT,
    bounced_at     BIGINT,
    reason         TEXT CHECK (reason IN ('missed', 'guarantee', 'came')),
    participant_id BIGINT REFERENCES participants (id),
    withdrawn_at   BIGINT,
    CHECK ((state IN ('sent', 'settled')) = (sent_at IS NOT NULL)),
    CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
    CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
INSERT INTO refunds (id, payment_id, booking_id, amount, state, by_hand, secret, tries, due_at, requested_at, sent_at, settled_at, bounced_at, reason, participant_id)
SELECT id, payment_id, booking_id, amount, state, by_hand, secret, tries, due_at, requested_at, sent_at, settled_at, bounced_at, reason, participant_id FROM old_refunds;
CREATE INDEX refunds_payment ON refunds (payment_id);
CREATE INDEX refunds_booking ON refunds (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX refunds_due ON refunds (due_at) WHERE state = 'requested' AND by_hand = 0;
CREATE INDEX refunds_for_the_desk ON refunds (requested_at)
    WHERE state = 'failed' OR (state = 'requested' AND by_hand = 1) OR (state = 'sent' AND bounced_at IS NOT NULL);
CREATE INDEX refunds_sent ON refunds (due_at) WHERE state = 'sent' AND bounced_at IS NULL;
CREATE INDEX refunds_participant ON refunds (participant_id) WHERE participant_id IS NOT NULL;

CREATE TABLE receipts (
    id         INTEGER PRIMARY KEY,
    series     TEXT   NOT NULL,
    number     BIGINT NOT NULL CHECK (number > 0),
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    payment_id BIGINT UNIQUE REFERENCES payments (id),
    refund_id  BIGINT UNIQUE REFERENCES refunds (id),
    amount     BIGINT NOT NULL CHECK (amount > 0),
    currency   TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    register   TEXT   NOT NULL DEFAULT '',
    UNIQUE (series, number),
    CHECK ((payment_id IS NULL) <> (refund_id IS NULL))
);
INSERT INTO receipts (id, series, number, stay_id, payment_id, refund_id, amount, currency, body, at, register)
SELECT id, series, number, stay_id, payment_id, refund_id, amount, currency, body, at, register FROM old_receipts;
CREATE INDEX receipts_stay ON receipts (stay_id);

CREATE TABLE fiscal_tasks (
    receipt_id BIGINT NOT NULL PRIMARY KEY REFERENCES receipts (id),
    register   TEXT   NOT NULL,
    secret     TEXT   NOT NULL UNIQUE,
    state      TEXT   NOT NULL CHECK (state IN ('waiting', 'signed', 'refused')),
    tries      BIGINT NOT NULL DEFAULT 0,
    written_at BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    trouble    TEXT   NOT NULL DEFAULT '',
    number     TEXT,
    sign       TEXT,
    address    TEXT,
    signed_at  BIGINT,
    CHECK ((state = 'signed') = (number IS NOT NULL)),
    CHECK ((state = 'signed') = (sign IS NOT NULL)),
    CHECK ((state = 'signed') = (address IS NOT NULL)),
    CHECK ((state = 'signed') = (signed_at IS NOT NULL))
);
INSERT INTO fiscal_tasks (receipt_id, register, secret, state, tries, written_at, due_at, trouble, number, sign, address, signed_at)
SELECT receipt_id, register, secret, state, tries, written_at, due_at, trouble, number, sign, address, signed_at FROM old_fiscal_tasks;
CREATE UNIQUE INDEX fiscal_tasks_number ON fiscal_tasks (register, number) WHERE number IS NOT NULL;
CREATE INDEX fiscal_tasks_due ON fiscal_tasks (due_at) WHERE state = 'waiting';
CREATE INDEX fiscal_tasks_open ON fiscal_tasks (written_at) WHERE state <> 'signed';

DROP TABLE old_fiscal_tasks;
DROP TABLE old_receipts;
DROP TABLE old_refunds;
DROP TABLE old_payments;

-- A lot: so many points, what is left of them, the last day on which they can be used, and what they were given for.
CREATE TABLE points (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    given      BIGINT NOT NULL CHECK (given > 0),
    remaining  BIGINT NOT NULL CHECK (remaining BETWEEN 0 AND given),
    last_day   TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    intent     TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (stay_id, intent)
);

-- Points of a lot that are kept back for a hold (no payment yet) or spent by a payment; `worth` is what one was worth then, in
-- minor units, and `returned` how many of them are in the lot again.
CREATE TABLE point_uses (
    id         INTEGER PRIMARY KEY,
    lot_id     BIGINT NOT NULL REFERENCES points (id),
    booking_id BIGINT REFERENCES bookings (id),
    payment_id BIGINT REFERENCES payments (id),
    points     BIGINT NOT NULL CHECK (points > 0),
    worth      BIGINT NOT NULL CHECK (worth > 0),
    returned   BIGINT NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND points),
    CHECK (booking_id IS NOT NULL OR payment_id IS NOT NULL)
);
CREATE INDEX point_uses_lot ON point_uses (lot_id);
CREATE INDEX point_uses_booking ON point_uses (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX point_uses_payment ON point_uses (payment_id) WHERE payment_id IS NOT NULL;

-- What of a booking's total is paid with points, in minor units: kept back while it is held.
ALTER TABLE bookings ADD COLUMN by_points BIGINT NOT NULL DEFAULT 0 CHECK (by_points >= 0 AND by_points <= total);

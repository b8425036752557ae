-- More ways to pay: what is ordered to the room can be paid for too, the desk takes money, and sends bills. A payment is for
-- a booking or for an order; `lines` is what its receipt says, as it was when the payment began. `provider` is 'desk' for
-- money that the desk has taken itself: `method` says how, `note` why it was another amount.

DROP INDEX payments_reference;
DROP INDEX payments_open_once;
DROP INDEX payments_booking;
DROP INDEX payments_stay;
DROP INDEX payments_open;
DROP INDEX refunds_payment;
DROP INDEX refunds_booking;
DROP INDEX refunds_due;
DROP INDEX receipts_stay;
ALTER TABLE payments RENAME TO old_payments;
ALTER TABLE refunds RENAME TO old_refunds;
ALTER TABLE receipts RENAME TO old_receipts;

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
    method      TEXT   NOT NULL CHECK (method IN ('card', 'cash', 'terminal', 'transfer')),
    note        TEXT   NOT NULL,
    refunded    BIGINT NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    created_at  BIGINT NOT NULL,
    captured_at BIGINT,
    ended_at    BIGINT,
    CHECK ((booking_id IS NULL) <> (order_id IS NULL)),
    CHECK ((state = 'captured') = (captured_at IS NOT NULL)),
    CHECK ((state IN ('failed', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK (refunded = 0 OR state = 'captured'),
    UNIQUE (stay_id, intent)
);
INSERT INTO payments
SELECT id, stay_id, booking_id, NULL, provider, reference, secret, intent, state, amount, currency, '[]', 'card', '', refunded, created_at, captured_at, ended_at
  FROM old_payments;
CREATE UNIQUE INDEX payments_reference ON payments (provider, reference) WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX payments_open_booking ON payments (booking_id) WHERE state IN ('created', 'pending') AND booking_id IS NOT NULL;
CREATE UNIQUE INDEX payments_open_order ON payments (order_id) WHERE state IN ('created', 'pending') AND order_id IS NOT NULL;
CREATE INDEX payments_booking ON payments (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX payments_order ON payments (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payments_stay ON payments (stay_id);
CREATE INDEX payments_open ON payments (created_at) WHERE state IN ('created', 'pending');
CREATE INDEX payments_stuck ON payments (created_at) WHERE state = 'stuck';

CREATE TABLE refunds (
    id           INTEGER PRIMARY KEY,
    payment_id   BIGINT NOT NULL REFERENCES payments (id),
    booking_id   BIGINT REFERENCES bookings (id),
    amount       BIGINT NOT NULL CHECK (amount > 0),
    state        TEXT   NOT NULL CHECK (state IN ('requested', 'sent', 'settled', 'failed')),
    by_hand      BIGINT NOT NULL CHECK (by_hand IN (0, 1)),
    secret       TEXT   NOT NULL UNIQUE,
    tries        BIGINT NOT NULL DEFAULT 0,
    due_at       BIGINT NOT NULL,
    requested_at BIGINT NOT NULL,
    sent_at      BIGINT,
    settled_at   BIGINT,
    CHECK ((state IN ('sent', 'settled')) = (sent_at IS NOT NULL)),
    CHECK ((state = 'settled') = (settled_at IS NOT NULL))
);
INSERT INTO refunds
SELECT id, payment_id, booking_id, amount, state, 0, secret, tries, due_at, requested_at, sent_at, settled_at FROM old_refunds;
CREATE INDEX refunds_payment ON refunds (payment_id);
CREATE INDEX refunds_booking ON refunds (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX refunds_due ON refunds (due_at) WHERE state = 'requested' AND by_hand = 0;
CREATE INDEX refunds_for_the_desk ON refunds (requested_at) WHERE state = 'failed' OR (state = 'requested' AND by_hand = 1);

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
    UNIQUE (series, number),
    CHECK ((payment_id IS NULL) <> (refund_id IS NULL))
);
INSERT INTO receipts SELECT id, series, number, stay_id, payment_id, refund_id, amount, currency, body, at FROM old_receipts;
CREATE INDEX receipts_stay ON receipts (stay_id);

DROP TABLE old_receipts;
DROP TABLE old_refunds;
DROP TABLE old_payments;

-- How a hold is to be paid: nothing while the guest has not said, or pays at once.
ALTER TABLE bookings ADD COLUMN way TEXT CHECK (way IN ('invoice', 'desk'));
CREATE INDEX bookings_invoiced ON bookings (hold_until) WHERE way = 'invoice';
CREATE INDEX bookings_desk ON bookings (starts_at) WHERE state = 'confirmed' AND way = 'desk';

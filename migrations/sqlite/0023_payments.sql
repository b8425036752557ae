-- Money that is paid at once, beside the room's bill: payments, what is given back of them, and their receipts.

-- One attempt to pay. `secret` is its key at the provider and its return address; `reference` is the provider's name for it.
CREATE TABLE payments (
    id          INTEGER PRIMARY KEY,
    stay_id     BIGINT NOT NULL REFERENCES stays (id),
    booking_id  BIGINT NOT NULL REFERENCES bookings (id),
    provider    TEXT   NOT NULL,
    reference   TEXT,
    secret      TEXT   NOT NULL UNIQUE,
    intent      TEXT   NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('created', 'pending', 'captured', 'failed', 'cancelled', 'stuck')),
    amount      BIGINT NOT NULL CHECK (amount > 0),
    currency    TEXT   NOT NULL,
    refunded    BIGINT NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    created_at  BIGINT NOT NULL,
    captured_at BIGINT,
    ended_at    BIGINT,
    CHECK ((state = 'captured') = (captured_at IS NOT NULL)),
    CHECK ((state IN ('failed', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK (refunded = 0 OR state = 'captured'),
    UNIQUE (stay_id, intent)
);
CREATE UNIQUE INDEX payments_reference ON payments (provider, reference) WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX payments_open_once ON payments (booking_id) WHERE state IN ('created', 'pending');
CREATE INDEX payments_booking ON payments (booking_id);
CREATE INDEX payments_stay ON payments (stay_id);
CREATE INDEX payments_open ON payments (created_at) WHERE state IN ('created', 'pending');

-- What goes back of a payment. `booking_id` is what it is for: one of several who went apart, or the booking that was paid.
CREATE TABLE refunds (
    id           INTEGER PRIMARY KEY,
    payment_id   BIGINT NOT NULL REFERENCES payments (id),
    booking_id   BIGINT NOT NULL REFERENCES bookings (id),
    amount       BIGINT NOT NULL CHECK (amount > 0),
    state        TEXT   NOT NULL CHECK (state IN ('requested', 'sent', 'settled', 'failed')),
    secret       TEXT   NOT NULL UNIQUE,
    tries        BIGINT NOT NULL DEFAULT 0,
    due_at       BIGINT NOT NULL,
    requested_at BIGINT NOT NULL,
    sent_at      BIGINT,
    settled_at   BIGINT,
    CHECK ((state IN ('sent', 'settled')) = (sent_at IS NOT NULL)),
    CHECK ((state = 'settled') = (settled_at IS NOT NULL))
);
CREATE INDEX refunds_payment ON refunds (payment_id);
CREATE INDEX refunds_booking ON refunds (booking_id);
CREATE INDEX refunds_due ON refunds (due_at) WHERE state = 'requested';

-- One for each capture and one for each refund that was sent, numbered without a gap within its series.
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
CREATE INDEX receipts_stay ON receipts (stay_id);
CREATE TABLE receipt_series (
    series TEXT   NOT NULL PRIMARY KEY,
    last   BIGINT NOT NULL CHECK (last >= 0)
);

-- What providers call us for, kept before anything is done about it; the same call twice is one.
CREATE TABLE provider_events (
    id          INTEGER PRIMARY KEY,
    provider    TEXT   NOT NULL,
    event       TEXT   NOT NULL,
    reference   TEXT   NOT NULL,
    received_at BIGINT NOT NULL,
    done_at     BIGINT,
    UNIQUE (provider, event)
);
CREATE INDEX provider_events_open ON provider_events (received_at) WHERE done_at IS NULL;

-- The books of the sandbox acquirer, which is somebody else to all of the above.
CREATE TABLE sandbox_payments (
    reference   TEXT   NOT NULL PRIMARY KEY,
    secret      TEXT   NOT NULL UNIQUE,
    amount      BIGINT NOT NULL CHECK (amount > 0),
    currency    TEXT   NOT NULL,
    back        TEXT   NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('waiting', 'second_step', 'late', 'captured', 'declined', 'cancelled')),
    late_at     BIGINT,
    refunded    BIGINT NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    CHECK ((state = 'late') = (late_at IS NOT NULL))
);
CREATE TABLE sandbox_refunds (
    secret    TEXT   NOT NULL PRIMARY KEY,
    reference TEXT   NOT NULL REFERENCES sandbox_payments (reference),
    amount    BIGINT NOT NULL CHECK (amount > 0)
);
CREATE TABLE sandbox_calls (
    id        INTEGER PRIMARY KEY,
    event     TEXT   NOT NULL,
    reference TEXT   NOT NULL,
    due_at    BIGINT NOT NULL,
    called_at BIGINT
);
CREATE INDEX sandbox_calls_due ON sandbox_calls (due_at) WHERE called_at IS NULL;

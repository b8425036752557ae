-- Things ordered to the room, what the room owes, and the history of every deed.

CREATE TABLE orders (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    state      TEXT   NOT NULL CHECK (state IN ('placed', 'accepted', 'on_its_way', 'delivered', 'declined', 'cancelled')),
    deliver_at BIGINT,
    note       TEXT   NOT NULL,
    total      BIGINT NOT NULL CHECK (total >= 0),
    intent     TEXT   NOT NULL,
    version    BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    UNIQUE (stay_id, intent)
);
CREATE INDEX orders_stay ON orders (stay_id, created_at);
CREATE INDEX orders_open ON orders (created_at) WHERE state IN ('placed', 'accepted', 'on_its_way');

-- `sold` keeps the words, the option and the answers as they were when ordered.
CREATE TABLE order_lines (
    id        INTEGER PRIMARY KEY,
    order_id  BIGINT NOT NULL REFERENCES orders (id),
    offer_id  BIGINT NOT NULL REFERENCES offers (id),
    sold      TEXT   NOT NULL,
    quantity  BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    included  BIGINT NOT NULL CHECK (included BETWEEN 0 AND quantity),
    unit      BIGINT NOT NULL CHECK (unit >= 0),
    extra     BIGINT NOT NULL CHECK (extra >= 0),
    amount    BIGINT NOT NULL CHECK (amount = (quantity - included) * unit + quantity * extra)
);
CREATE INDEX order_lines_order ON order_lines (order_id);

-- The room's bill: one charge for each booking or order that costs something, one reversal at most.
CREATE TABLE folio_lines (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('charge', 'reversal')),
    subject    TEXT   NOT NULL CHECK (subject IN ('booking', 'order')),
    subject_id BIGINT NOT NULL,
    amount     BIGINT NOT NULL CHECK ((kind = 'charge' AND amount > 0) OR (kind = 'reversal' AND amount < 0)),
    at         BIGINT NOT NULL,
    UNIQUE (subject, subject_id, kind)
);
CREATE INDEX folio_lines_stay ON folio_lines (stay_id, at);

-- Who did what to a booking or an order, and when. `fact` names the deed; `detail` is JSON that the fact explains.
CREATE TABLE timeline (
    id         INTEGER PRIMARY KEY,
    subject    TEXT   NOT NULL CHECK (subject IN ('booking', 'order')),
    subject_id BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    actor      TEXT   NOT NULL CHECK (actor IN ('guest', 'staff', 'house')),
    name       TEXT   NOT NULL,
    fact       TEXT   NOT NULL,
    detail     TEXT   NOT NULL
);
CREATE INDEX timeline_subject ON timeline (subject, subject_id, id);

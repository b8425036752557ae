-- What a guest is told. Kind and values are kept, not the sentence, so that it can be read in any language later.
-- A reminder is a row whose `due_at` lies ahead: it shows by itself when the time comes, worker or no worker.
CREATE TABLE notices (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    notice     TEXT   NOT NULL,
    booking_id BIGINT REFERENCES bookings (id),
    order_id   BIGINT REFERENCES orders (id),
    due_at     BIGINT NOT NULL,
    read_at    BIGINT,
    dropped_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX notices_stay ON notices (stay_id, due_at);
CREATE INDEX notices_due ON notices (due_at) WHERE dropped_at IS NULL;
CREATE INDEX notices_reminder ON notices (booking_id) WHERE read_at IS NULL AND dropped_at IS NULL;

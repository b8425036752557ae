-- Tickets that were scanned without signal and sent later: each is counted once, however often it is sent (RULES K2).
-- `answer` is what was answered, as JSON.
CREATE TABLE scans (
    nonce      TEXT COLLATE "C" PRIMARY KEY,
    scanned_at BIGINT NOT NULL,
    staff_id   BIGINT NOT NULL REFERENCES staff (id),
    answer     TEXT COLLATE "C" NOT NULL,
    sent_at    BIGINT NOT NULL
);

-- What one node at a time does for all, and when the next may.
CREATE TABLE errands (
    name    TEXT COLLATE "C" PRIMARY KEY,
    free_at BIGINT NOT NULL
);

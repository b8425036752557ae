-- What the pages that are open on other nodes should look at again, in the order in which it was written. A row goes with
-- the change that it tells of, and away after some minutes; with one node there are none.
CREATE TABLE outbox (
    id     INTEGER PRIMARY KEY,
    node   TEXT   NOT NULL,
    nudges TEXT   NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX outbox_at ON outbox (at);

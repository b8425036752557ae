-- Receipts that a cash register numbers and signs. A receipt says which register the resort had when it was given out;
-- empty: none.
ALTER TABLE receipts ADD COLUMN register TEXT NOT NULL DEFAULT '';

-- One for each such receipt, written with it. `secret` is its key at the register, `trouble` why it is not signed yet.
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
CREATE UNIQUE INDEX fiscal_tasks_number ON fiscal_tasks (register, number) WHERE number IS NOT NULL;
CREATE INDEX fiscal_tasks_due ON fiscal_tasks (due_at) WHERE state = 'waiting';
CREATE INDEX fiscal_tasks_open ON fiscal_tasks (written_at) WHERE state <> 'signed';

-- The resort, who stays in it and who works in it.
-- Instants are whole seconds since 1970-01-01 UTC; days are 'YYYY-MM-DD' of the resort's calendar; flags are 0 or 1.

-- One row: what `cabana import` read. `version` rises with each import that changed something, so that every
-- process knows when its copy of the catalogue is old.
CREATE TABLE resort (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL,
    body    TEXT   NOT NULL
);

CREATE TABLE rooms (
    id       INTEGER PRIMARY KEY,
    number   TEXT   NOT NULL UNIQUE,
    building TEXT   NOT NULL,
    floor    BIGINT NOT NULL,
    sleeps   BIGINT NOT NULL CHECK (sleeps BETWEEN 1 AND 12),
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
);

CREATE TABLE packages (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

CREATE TABLE staff (
    id            INTEGER PRIMARY KEY,
    login         TEXT   NOT NULL UNIQUE,
    name          TEXT   NOT NULL,
    role          TEXT   NOT NULL CHECK (role IN ('desk', 'service', 'manager')),
    password_hash TEXT   NOT NULL,
    archived      BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
);

CREATE TABLE stays (
    id         INTEGER PRIMARY KEY,
    reference  TEXT   NOT NULL UNIQUE,
    room_id    BIGINT NOT NULL REFERENCES rooms (id),
    package_id BIGINT NOT NULL REFERENCES packages (id),
    lang       TEXT   NOT NULL,
    arrives    TEXT   NOT NULL,
    departs    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK (arrives <= departs)
);
CREATE INDEX stays_room ON stays (room_id, arrives);
CREATE INDEX stays_departs ON stays (departs);

-- The party. The lead is the one the room is billed to and the slip greets. Ages are those on arrival.
CREATE TABLE guests (
    id      INTEGER PRIMARY KEY,
    stay_id BIGINT NOT NULL REFERENCES stays (id),
    name    TEXT   NOT NULL,
    age     BIGINT NOT NULL CHECK (age BETWEEN 0 AND 120),
    lead    BIGINT NOT NULL DEFAULT 0 CHECK (lead IN (0, 1)),
    UNIQUE (stay_id, name)
);
CREATE UNIQUE INDEX guests_one_lead ON guests (stay_id) WHERE lead = 1;

-- A printed slip. Its password and the secret of its QR code are derived from `nonce` and a key that is not in the
-- database, so the desk can print the same slip again and a stolen database opens nothing.
CREATE TABLE slips (
    id            INTEGER PRIMARY KEY,
    stay_id       BIGINT NOT NULL REFERENCES stays (id),
    login         TEXT   NOT NULL UNIQUE,
    nonce         TEXT   NOT NULL UNIQUE,
    secret_hash   TEXT   NOT NULL UNIQUE,
    password_hash TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    ended_at      BIGINT
);
CREATE UNIQUE INDEX slips_one_live ON slips (stay_id) WHERE ended_at IS NULL;

-- A phone or a browser that is signed in; the cookie holds the token, the database only its hash.
CREATE TABLE sign_ins (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    slip_id    BIGINT REFERENCES slips (id),
    staff_id   BIGINT REFERENCES staff (id),
    agent      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK ((slip_id IS NULL) <> (staff_id IS NULL))
);
CREATE INDEX sign_ins_slip ON sign_ins (slip_id);
CREATE INDEX sign_ins_expiry ON sign_ins (expires_at);

-- Who of the staff did what. Append-only: the triggers refuse everything else.
CREATE TABLE staff_log (
    id         INTEGER PRIMARY KEY,
    at         BIGINT NOT NULL,
    staff_id   BIGINT REFERENCES staff (id),
    actor      TEXT   NOT NULL,
    deed       TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    subject_id BIGINT NOT NULL,
    before     TEXT   NOT NULL,
    after      TEXT   NOT NULL,
    reason     TEXT   NOT NULL
);
CREATE INDEX staff_log_subject ON staff_log (subject, subject_id);
CREATE TRIGGER staff_log_no_update BEFORE UPDATE ON staff_log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER staff_log_no_delete BEFORE DELETE ON staff_log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

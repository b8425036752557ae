-- What can be had. The body of each row is the JSON of the type of the same name in src/catalog; an import compares
-- bodies, so an unchanged folder changes nothing. Nothing that was ever sold is deleted: it is archived.

CREATE TABLE categories (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

CREATE TABLE resources (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

CREATE TABLE offers (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

CREATE TABLE places (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

CREATE TABLE pages (
    id       INTEGER PRIMARY KEY,
    key      TEXT   NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    archived BIGINT NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    body     TEXT   NOT NULL
);

-- Pictures by the hash of what is in them, so that an address never changes its content.
CREATE TABLE pictures (
    hash  TEXT NOT NULL PRIMARY KEY,
    media TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE favourites (
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    offer_id   BIGINT NOT NULL REFERENCES offers (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (stay_id, offer_id)
);

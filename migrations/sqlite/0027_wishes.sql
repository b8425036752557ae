-- What a stay marked on an offer: the heart puts it on the wish list (`wished_at`), the bell watches its price
-- (`watched_at`); both may be set, and a row outlives both, so that nothing is told twice. `price_then` is what it cost
-- this stay when it was marked, `price` what was last shown on marking or told, in minor units; nothing of either, and of
-- `was_full` (at the last look nothing of it was left on the days of the stay), until the first look. `chance_at`: when
-- the last chance was told.
CREATE TABLE wishes (
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    offer_id   BIGINT NOT NULL REFERENCES offers (id),
    wished_at  BIGINT,
    watched_at BIGINT,
    price_then BIGINT CHECK (price_then >= 0),
    price      BIGINT CHECK (price >= 0),
    was_full   BIGINT CHECK (was_full IN (0, 1)),
    chance_at  BIGINT,
    PRIMARY KEY (stay_id, offer_id)
);
CREATE INDEX wishes_fresh ON wishes (stay_id) WHERE was_full IS NULL;
INSERT INTO wishes (stay_id, offer_id, wished_at) SELECT stay_id, offer_id, created_at FROM favourites;
DROP TABLE favourites;

-- Who reached the choice of an offer: the page on which people and time are chosen. Whether they went on is asked of what
-- they booked and ordered.
CREATE TABLE interests (
    stay_id  BIGINT NOT NULL REFERENCES stays (id),
    offer_id BIGINT NOT NULL REFERENCES offers (id),
    first_at BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    PRIMARY KEY (stay_id, offer_id),
    CHECK (first_at <= last_at)
);

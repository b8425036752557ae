-- What is given back after a booking was to take place, by the rule it was sold with: for somebody who did not come, and
-- because somebody asked for their money back.

-- The room's bill: one charge and one reversal at most (`nth` 0), and then any number of times what is given back, and what
-- of that is charged again (`nth` from 1 on).
DROP INDEX folio_lines_stay;
ALTER TABLE folio_lines RENAME TO old_folio_lines;
CREATE TABLE folio_lines (
    id         INTEGER PRIMARY KEY,
    stay_id    BIGINT NOT NULL REFERENCES stays (id),
    kind       TEXT   NOT NULL CHECK (kind IN ('charge', 'reversal', 'given', 'taken_back')),
    subject    TEXT   NOT NULL CHECK (subject IN ('booking', 'order')),
    subject_id BIGINT NOT NULL,
    amount     BIGINT NOT NULL CHECK ((kind IN ('charge', 'taken_back') AND amount > 0) OR (kind IN ('reversal', 'given') AND amount < 0)),
    at         BIGINT NOT NULL,
    nth        BIGINT NOT NULL DEFAULT 0 CHECK ((nth = 0 AND kind IN ('charge', 'reversal')) OR (nth > 0 AND kind IN ('given', 'taken_back'))),
    guest_id   BIGINT REFERENCES guests (id),
    spent_on   TEXT,
    UNIQUE (subject, subject_id, kind, nth)
);
INSERT INTO folio_lines (id, stay_id, kind, subject, subject_id, amount, at, guest_id, spent_on)
SELECT id, stay_id, kind, subject, subject_id, amount, at, guest_id, spent_on FROM old_folio_lines;
DROP TABLE old_folio_lines;
CREATE INDEX folio_lines_stay ON folio_lines (stay_id, at);

-- What of a booking's total was given back since: of its people, and all together.
ALTER TABLE bookings ADD COLUMN given BIGINT NOT NULL DEFAULT 0 CHECK (given >= 0 AND given <= total);
-- What of their price somebody has back because they did not come; and of the package's counters, the one they have back.
ALTER TABLE participants ADD COLUMN given BIGINT NOT NULL DEFAULT 0 CHECK (given >= 0 AND given <= price);
ALTER TABLE participants ADD COLUMN share_back TEXT;

-- Why something goes back; nothing when it was cancelled or paid too much. Whose it is when one person did not come.
ALTER TABLE refunds ADD COLUMN reason TEXT CHECK (reason IN ('missed', 'guarantee'));
ALTER TABLE refunds ADD COLUMN participant_id BIGINT REFERENCES participants (id);
CREATE INDEX refunds_participant ON refunds (participant_id) WHERE participant_id IS NOT NULL;

-- Somebody asked for their money back after it took place: once for a booking.
CREATE TABLE guarantees (
    booking_id  BIGINT NOT NULL PRIMARY KEY REFERENCES bookings (id),
    state       TEXT   NOT NULL CHECK (state IN ('asked', 'approved', 'declined')),
    why         TEXT   NOT NULL,
    asked_at    BIGINT NOT NULL,
    amount      BIGINT NOT NULL DEFAULT 0 CHECK (amount >= 0),
    answer      TEXT   NOT NULL DEFAULT '',
    answered_at BIGINT,
    CHECK ((state = 'asked') = (answered_at IS NULL)),
    CHECK ((state = 'approved') = (amount > 0))
);
CREATE INDEX guarantees_open ON guarantees (asked_at) WHERE state = 'asked';

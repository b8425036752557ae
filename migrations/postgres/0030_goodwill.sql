-- What is given back after a booking was to take place, by the rule it was sold with: for somebody who did not come, and
-- because somebody asked for their money back.

-- The room's bill: one charge and one reversal at most (`nth` 0), and then any number of times what is given back, and what
-- of that is charged again (`nth` from 1 on).
ALTER TABLE folio_lines ADD COLUMN nth BIGINT NOT NULL DEFAULT 0;
ALTER TABLE folio_lines DROP CONSTRAINT folio_lines_kind_check;
ALTER TABLE folio_lines DROP CONSTRAINT folio_lines_check;
ALTER TABLE folio_lines DROP CONSTRAINT folio_lines_subject_subject_id_kind_key;
ALTER TABLE folio_lines ADD CHECK (kind IN ('charge', 'reversal', 'given', 'taken_back'));
ALTER TABLE folio_lines ADD CHECK ((kind IN ('charge', 'taken_back') AND amount > 0) OR (kind IN ('reversal', 'given') AND amount < 0));
ALTER TABLE folio_lines ADD CHECK ((nth = 0 AND kind IN ('charge', 'reversal')) OR (nth > 0 AND kind IN ('given', 'taken_back')));
ALTER TABLE folio_lines ADD UNIQUE (subject, subject_id, kind, nth);

-- What of a booking's total was given back since: of its people, and all together.
ALTER TABLE bookings ADD COLUMN given BIGINT NOT NULL DEFAULT 0 CHECK (given >= 0 AND given <= total);
-- What of their price somebody has back because they did not come; and of the package's counters, the one they have back.
ALTER TABLE participants ADD COLUMN given BIGINT NOT NULL DEFAULT 0 CHECK (given >= 0 AND given <= price);
ALTER TABLE participants ADD COLUMN share_back TEXT COLLATE "C";

-- Why something goes back; nothing when it was cancelled or paid too much. Whose it is when one person did not come.
ALTER TABLE refunds ADD COLUMN reason TEXT COLLATE "C" CHECK (reason IN ('missed', 'guarantee'));
ALTER TABLE refunds ADD COLUMN participant_id BIGINT REFERENCES participants (id);
CREATE INDEX refunds_participant ON refunds (participant_id) WHERE participant_id IS NOT NULL;

-- Somebody asked for their money back after it took place: once for a booking.
CREATE TABLE guarantees (
    booking_id  BIGINT NOT NULL PRIMARY KEY REFERENCES bookings (id),
    state       TEXT COLLATE "C" NOT NULL CHECK (state IN ('asked', 'approved', 'declined')),
    why         TEXT COLLATE "C" NOT NULL,
    asked_at    BIGINT NOT NULL,
    amount      BIGINT NOT NULL DEFAULT 0 CHECK (amount >= 0),
    answer      TEXT COLLATE "C" NOT NULL DEFAULT '',
    answered_at BIGINT,
    CHECK ((state = 'asked') = (answered_at IS NULL)),
    CHECK ((state = 'approved') = (amount > 0))
);
CREATE INDEX guarantees_open ON guarantees (asked_at) WHERE state = 'asked';

-- Whose stay it is, over the years: the front office's number of the guest's profile, or an e-mail address, in small
-- letters. Stays with the same one are one person's; nobody's without.
ALTER TABLE stays ADD COLUMN person TEXT;
CREATE INDEX stays_person ON stays (person, arrives) WHERE person IS NOT NULL;

-- Whom of the party a notice is for; nobody in particular: whoever books and pays.
ALTER TABLE notices ADD COLUMN guest_id BIGINT REFERENCES guests (id);

-- What happened to bookings lately, for the desk.
CREATE INDEX timeline_at ON timeline (subject, at);

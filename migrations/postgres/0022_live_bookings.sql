-- What a stay holds or has confirmed, which every taking of a place looks at: few of all that it ever held. Queries that
-- mean it say the same condition.
CREATE INDEX bookings_live ON bookings (stay_id, starts_at) WHERE state IN ('held', 'confirmed');
-- In the order in which they are served.
DROP INDEX waitlist_served;
CREATE INDEX waitlist_served ON waitlist (priority DESC, joined_at, id) WHERE state = 'waiting';

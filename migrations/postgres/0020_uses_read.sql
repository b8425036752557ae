-- What a month of a busy offer reads, without a look at each row.
DROP INDEX uses_resource;
CREATE INDEX uses_resource ON uses (resource_id, from_cell, to_cell, booking_id, units);

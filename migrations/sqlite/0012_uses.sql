-- What each booking has of which resource: from one five-minute cell to before another, buffers included, and how much.
CREATE TABLE uses (
    booking_id  BIGINT NOT NULL REFERENCES bookings (id),
    resource_id BIGINT NOT NULL REFERENCES resources (id),
    from_cell   BIGINT NOT NULL,
    to_cell     BIGINT NOT NULL,
    units       BIGINT NOT NULL CHECK (units > 0),
    PRIMARY KEY (booking_id, resource_id),
    CHECK (from_cell < to_cell)
);
CREATE INDEX uses_resource ON uses (resource_id, from_cell);
INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units)
SELECT booking_id, resource_id, min(cell), max(cell) + 1, 1 FROM cells GROUP BY booking_id, resource_id;

-- How much of a resource is in use in each cell, and how much there is of it: the CHECK is the last word.
ALTER TABLE cells RENAME TO old_cells;
CREATE TABLE cells (
    resource_id BIGINT NOT NULL REFERENCES resources (id),
    cell        BIGINT NOT NULL,
    used        BIGINT NOT NULL CHECK (used >= 0),
    amount      BIGINT NOT NULL,
    PRIMARY KEY (resource_id, cell),
    CHECK (used <= amount)
);
INSERT INTO cells (resource_id, cell, used, amount) SELECT resource_id, cell, 1, 1 FROM old_cells;
DROP TABLE old_cells;

-- Who has a resource is asked of uses now.
DROP INDEX bookings_resource;

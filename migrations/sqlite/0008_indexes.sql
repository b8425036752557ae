-- Ways to rows of tables that only ever grow; tests/plans.rs finds what reads one of them from end to end.
CREATE INDEX slips_stay ON slips (stay_id);
CREATE INDEX bookings_day ON bookings (day, starts_at);
CREATE INDEX orders_created ON orders (created_at);
CREATE INDEX orders_deliver ON orders (deliver_at) WHERE deliver_at IS NOT NULL;

-- More ways to pay: what is ordered to the room can be paid for too, the desk takes money, and sends bills. A payment is for
-- a booking or for an order; `lines` is what its receipt says, as it was when the payment began. `provider` is 'desk' for
-- money that the desk has taken itself: `method` says how, `note` why it was another amount.

DROP INDEX payments_open_once;
DROP INDEX payments_booking;
DROP INDEX refunds_booking;
DROP INDEX refunds_due;

ALTER TABLE payments ALTER COLUMN booking_id DROP NOT NULL;
ALTER TABLE payments ADD COLUMN order_id BIGINT REFERENCES orders (id);
ALTER TABLE payments ADD COLUMN lines TEXT;
UPDATE payments SET lines =
    coalesce((SELECT CAST(CAST(r.body AS JSON) -> 'lines' AS TEXT) FROM receipts r WHERE r.payment_id = payments.id),
             (SELECT '[{"title":' || CAST(CAST(b.sold AS JSON) -> 'title' AS TEXT) || ',"amount":' || payments.amount || '}]' FROM bookings b WHERE b.id = payments.booking_id));
ALTER TABLE payments ALTER COLUMN lines SET NOT NULL;
ALTER TABLE payments ADD COLUMN method TEXT NOT NULL DEFAULT 'card' CHECK (method IN ('card', 'cash', 'terminal', 'transfer'));
ALTER TABLE payments ALTER COLUMN method DROP DEFAULT;
ALTER TABLE payments ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE payments ALTER COLUMN note DROP DEFAULT;
ALTER TABLE payments ADD CHECK ((booking_id IS NULL) <> (order_id IS NULL));
CREATE UNIQUE INDEX payments_open_booking ON payments (booking_id) WHERE state IN ('created', 'pending') AND booking_id IS NOT NULL;
CREATE UNIQUE INDEX payments_open_order ON payments (order_id) WHERE state IN ('created', 'pending') AND order_id IS NOT NULL;
CREATE INDEX payments_booking ON payments (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX payments_order ON payments (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payments_stuck ON payments (created_at) WHERE state = 'stuck';

ALTER TABLE refunds ALTER COLUMN booking_id DROP NOT NULL;
ALTER TABLE refunds ADD COLUMN by_hand BIGINT NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
ALTER TABLE refunds ALTER COLUMN by_hand DROP DEFAULT;
CREATE INDEX refunds_booking ON refunds (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX refunds_due ON refunds (due_at) WHERE state = 'requested' AND by_hand = 0;
CREATE INDEX refunds_for_the_desk ON refunds (requested_at) WHERE state = 'failed' OR (state = 'requested' AND by_hand = 1);

-- How a hold is to be paid: nothing while the guest has not said, or pays at once.
ALTER TABLE bookings ADD COLUMN way TEXT CHECK (way IN ('invoice', 'desk'));
CREATE INDEX bookings_invoiced ON bookings (hold_until) WHERE way = 'invoice';
CREATE INDEX bookings_desk ON bookings (starts_at) WHERE state = 'confirmed' AND way = 'desk';

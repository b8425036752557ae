-- What a provider is told of who pays (`buyer`, JSON), the same each time it is told; and its page, where the guest goes on.
ALTER TABLE payments ADD COLUMN buyer TEXT;
ALTER TABLE payments ADD COLUMN page TEXT;

-- A refund that was sent, and that the guest's bank sent back to its provider: it stays sent until the desk has found another
-- way to the guest.
ALTER TABLE refunds ADD COLUMN bounced_at BIGINT;
CREATE INDEX refunds_sent ON refunds (due_at) WHERE state = 'sent' AND bounced_at IS NULL;
DROP INDEX refunds_for_the_desk;
CREATE INDEX refunds_for_the_desk ON refunds (requested_at)
    WHERE state = 'failed' OR (state = 'requested' AND by_hand = 1) OR (state = 'sent' AND bounced_at IS NOT NULL);

-- The desk may take money while a provider's page cannot be closed; what is paid there as well goes back.
DROP INDEX payments_open_booking;
DROP INDEX payments_open_order;
CREATE UNIQUE INDEX payments_open_booking ON payments (booking_id)
    WHERE state IN ('created', 'pending') AND booking_id IS NOT NULL AND provider <> 'desk';
CREATE UNIQUE INDEX payments_open_order ON payments (order_id)
    WHERE state IN ('created', 'pending') AND order_id IS NOT NULL AND provider <> 'desk';

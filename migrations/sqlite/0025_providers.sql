-- What a provider is told of a payment (`told`, JSON), the same each time it is told; and its page, where the guest goes on.
ALTER TABLE payments ADD COLUMN told TEXT;
ALTER TABLE payments ADD COLUMN page TEXT;

-- A refund that was sent, and that the guest's bank sent back to its provider: it stays sent, and somebody has to look.
ALTER TABLE refunds ADD COLUMN bounced_at BIGINT;
CREATE INDEX refunds_sent ON refunds (due_at) WHERE state = 'sent' AND bounced_at IS NULL;

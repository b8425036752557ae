//! What payments write down twice, and whether the two agree.

/// What is counted in two ways, for `cabana check`.
pub const SUMS: &[(&str, &str)] = &[
    (
        "what goes back of payment",
        "SELECT p.id, p.refunded, CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM payments p LEFT JOIN refunds f ON f.payment_id = p.id
          GROUP BY p.id, p.refunded HAVING p.refunded <> coalesce(sum(f.amount), 0) ORDER BY p.id",
    ),
    (
        "receipts of payment, by what they say",
        "SELECT p.id, CAST(coalesce(sum(r.amount), 0) AS BIGINT), CASE WHEN p.state = 'captured' THEN p.amount ELSE 0 END
           FROM payments p LEFT JOIN receipts r ON r.payment_id = p.id
          GROUP BY p.id, p.state, p.amount HAVING coalesce(sum(r.amount), 0) <> CASE WHEN p.state = 'captured' THEN p.amount ELSE 0 END ORDER BY p.id",
    ),
    (
        "receipts of refund, by what they say",
        "SELECT f.id, CAST(coalesce(sum(r.amount), 0) AS BIGINT), CASE WHEN f.sent_at IS NULL THEN 0 ELSE f.amount END
           FROM refunds f LEFT JOIN receipts r ON r.refund_id = f.id
          GROUP BY f.id, f.sent_at, f.amount HAVING coalesce(sum(r.amount), 0) <> CASE WHEN f.sent_at IS NULL THEN 0 ELSE f.amount END ORDER BY f.id",
    ),
    (
        "the last number of a series of receipts, counted, up to receipt",
        "SELECT CAST(coalesce(max(r.id), 0) AS BIGINT), s.last, CAST(count(r.id) AS BIGINT) FROM receipt_series s
           LEFT JOIN receipts r ON r.series = s.series AND r.number BETWEEN 1 AND s.last
          GROUP BY s.series, s.last HAVING s.last <> count(r.id) ORDER BY 1",
    ),
    (
        // What the payments of a booking hold is never more than what is charged for it.
        "money kept without a charge for booking",
        "SELECT id, held, charged FROM (
           SELECT b.id, CAST((SELECT sum(p.amount - p.refunded) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured') AS BIGINT) AS held,
                  CAST((SELECT coalesce(sum(f.amount), 0) FROM folio_lines f WHERE f.subject = 'booking'
                     AND f.subject_id IN (SELECT a.id FROM bookings a WHERE a.id = b.id OR a.apart_from = b.id)) AS BIGINT) AS charged
             FROM bookings b WHERE EXISTS (SELECT 1 FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured')) sums
          WHERE held > charged ORDER BY id",
    ),
    (
        // What went back is never more than was to go back: then nothing is owed for what was paid.
        "given back beyond what was to go back, for booking",
        "SELECT id, held, charged FROM (
           SELECT b.id, CAST((SELECT sum(p.amount - p.refunded) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured') AS BIGINT) AS held,
                  CAST((SELECT coalesce(sum(f.amount), 0) FROM folio_lines f WHERE f.subject = 'booking'
                     AND f.subject_id IN (SELECT a.id FROM bookings a WHERE a.id = b.id OR a.apart_from = b.id)) AS BIGINT) AS charged
             FROM bookings b WHERE EXISTS (SELECT 1 FROM payments p WHERE p.booking_id = b.id AND p.refunded > 0)) sums
          WHERE held < charged ORDER BY id",
    ),
];

//! What payments write down twice, and whether the two agree.

/// What is held of a payment's booking or order, what went back of it, and what is charged for it; by its first payment.
macro_rules! sums {
    () => {
        "SELECT id, held, charged FROM (
           SELECT p.id,
                  CAST((SELECT coalesce(sum(o.amount - o.refunded), 0) FROM payments o
                     WHERE (o.booking_id = p.booking_id OR o.order_id = p.order_id) AND o.state = 'captured') AS BIGINT) AS held,
                  CAST((SELECT coalesce(sum(o.refunded), 0) FROM payments o
                     WHERE (o.booking_id = p.booking_id OR o.order_id = p.order_id) AND o.state = 'captured') AS BIGINT) AS back,
                  CAST((SELECT coalesce(sum(f.amount), 0) FROM folio_lines f
                     WHERE (f.subject = 'order' AND f.subject_id = p.order_id)
                        OR (f.subject = 'booking' AND f.subject_id IN (SELECT a.id FROM bookings a WHERE a.id = p.booking_id OR a.apart_from = p.booking_id))) AS BIGINT) AS charged
             FROM payments p WHERE p.state = 'captured' AND p.id = (SELECT min(o.id) FROM payments o
                     WHERE (o.booking_id = p.booking_id OR o.order_id = p.order_id) AND o.state = 'captured')) sums"
    };
}

/// What is counted in two ways, for `cabana check`.
pub const SUMS: &[(&str, &str)] = &[
    (
        "what goes back of payment",
        "SELECT p.id, p.refunded, CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM payments p LEFT JOIN refunds f ON f.payment_id = p.id AND f.state <> 'withdrawn'
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
        "gone back, beyond what is theirs, to participant",
        "SELECT p.id, CAST(sum(f.amount) AS BIGINT), p.given FROM refunds f JOIN participants p ON p.id = f.participant_id WHERE f.state <> 'withdrawn'
          GROUP BY p.id, p.given HAVING sum(f.amount) > p.given ORDER BY p.id",
    ),
    (
        // What the payments of something hold is never more than what is charged for it.
        "money kept without a charge, for payment",
        concat!(sums!(), " WHERE held > charged ORDER BY id"),
    ),
    (
        // What went back is never more than was to go back: then nothing is owed any more.
        "given back beyond what was to go back, for payment",
        concat!(sums!(), " WHERE held < charged AND back > 0 ORDER BY id"),
    ),
];

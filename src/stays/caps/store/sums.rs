//! What is written down twice of spending, and whether the two agree (RULES C12).

/// What is counted in two ways, for `cabana check`: a sentence for a difference, and the rows that differ as (id, what is
/// written, what it should be). They read whole tables; no request asks for them.
pub const SUMS: &[(&str, &str)] = &[
    (
        "what is spent on a day by guest",
        "SELECT s.guest_id, s.amount, CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM spent s
           LEFT JOIN folio_lines f ON f.guest_id = s.guest_id AND f.spent_on = s.day
          GROUP BY s.guest_id, s.day, s.amount HAVING s.amount <> coalesce(sum(f.amount), 0) ORDER BY s.guest_id",
    ),
    (
        "what stands on the bill and was not counted of guest",
        "SELECT f.guest_id, CAST(0 AS BIGINT), CAST(sum(f.amount) AS BIGINT) FROM folio_lines f
          WHERE f.spent_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM spent s WHERE s.guest_id = f.guest_id AND s.day = f.spent_on)
          GROUP BY f.guest_id, f.spent_on ORDER BY f.guest_id",
    ),
    (
        "the booking that somebody asked for and got, by ask",
        "SELECT a.id, CAST(0 AS BIGINT), CAST(1 AS BIGINT) FROM asks a JOIN bookings b ON b.id = a.booking_id
          WHERE a.state = 'approved' AND b.state NOT IN ('confirmed', 'cancelled') ORDER BY a.id",
    ),
    (
        "the order that somebody asked for and got, by ask",
        "SELECT a.id, CAST(0 AS BIGINT), CAST(1 AS BIGINT) FROM asks a WHERE a.state = 'approved' AND a.booking_id IS NULL AND a.order_id IS NULL
          ORDER BY a.id",
    ),
];

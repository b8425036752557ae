//! What booking writes down twice, and whether the two agree (RULES C12).

/// What is counted in two ways, for `cabana check`: a sentence for a difference, and the rows that differ as (id, what is
/// written, what it should be). They read whole tables; no request asks for them.
pub const SUMS: &[(&str, &str)] = &[
    (
        "places taken of session",
        "SELECT s.id, s.taken, CAST(coalesce(sum(b.places), 0) AS BIGINT) FROM sessions s
           LEFT JOIN bookings b ON b.session_id = s.id AND b.state IN ('held', 'confirmed')
          GROUP BY s.id, s.taken HAVING s.taken <> coalesce(sum(b.places), 0) ORDER BY s.id",
    ),
    (
        "places taken of a session that is called off,",
        "SELECT id, taken, CAST(0 AS BIGINT) FROM sessions WHERE cancelled_at IS NOT NULL AND taken <> 0 ORDER BY id",
    ),
    (
        "whether somebody called off (closures) session",
        "SELECT s.id, CASE WHEN s.cancelled_at IS NULL THEN CAST(0 AS BIGINT) ELSE 1 END, CAST(count(c.id) AS BIGINT) FROM sessions s
           LEFT JOIN closures c ON c.session_id = s.id AND c.reopened_at IS NULL
          GROUP BY s.id, s.cancelled_at HAVING count(c.id) <> CASE WHEN s.cancelled_at IS NULL THEN 0 ELSE 1 END ORDER BY s.id",
    ),
    (
        "places of booking, against its people",
        "SELECT b.id, b.places, CAST(count(p.id) AS BIGINT) FROM bookings b LEFT JOIN participants p ON p.booking_id = b.id
          GROUP BY b.id, b.places HAVING b.places <> count(p.id) ORDER BY b.id",
    ),
    (
        "tickets that are good of booking, against its state",
        "SELECT b.id, CAST(count(p.id) AS BIGINT), CASE WHEN b.state IN ('held', 'confirmed') THEN b.places ELSE 0 END
           FROM bookings b LEFT JOIN participants p ON p.booking_id = b.id AND p.state = 'active'
          GROUP BY b.id, b.state, b.places HAVING count(p.id) <> CASE WHEN b.state IN ('held', 'confirmed') THEN b.places ELSE 0 END ORDER BY b.id",
    ),
    (
        "a resource's time kept by booking, which has ended (uses)",
        "SELECT b.id, CAST(count(*) AS BIGINT), CAST(0 AS BIGINT) FROM uses u JOIN bookings b ON b.id = u.booking_id
          WHERE b.state NOT IN ('held', 'confirmed') GROUP BY b.id ORDER BY b.id",
    ),
    (
        "a resource's time of booking, from its start on (uses)",
        "SELECT b.id, CAST(count(u.resource_id) AS BIGINT), CAST(1 AS BIGINT) FROM bookings b
           LEFT JOIN uses u ON u.booking_id = b.id AND u.resource_id = b.resource_id AND u.from_cell <= b.starts_at / 300
                           AND u.to_cell > b.starts_at / 300
          WHERE b.resource_id IS NOT NULL AND b.state IN ('held', 'confirmed')
          GROUP BY b.id HAVING count(u.resource_id) <> 1 ORDER BY b.id",
    ),
    (
        "cells of five minutes in which there is room for what is used by booking",
        "SELECT u.booking_id, CAST(count(c.cell) AS BIGINT), u.to_cell - u.from_cell FROM uses u
           LEFT JOIN cells c ON c.resource_id = u.resource_id AND c.cell >= u.from_cell AND c.cell < u.to_cell AND c.used >= u.units
          GROUP BY u.booking_id, u.resource_id, u.from_cell, u.to_cell HAVING count(c.cell) <> u.to_cell - u.from_cell ORDER BY u.booking_id",
    ),
    (
        "what is used in a cell of resource",
        "SELECT c.resource_id, c.used, CAST(coalesce(sum(u.units), 0) AS BIGINT) FROM cells c
           LEFT JOIN uses u ON u.resource_id = c.resource_id AND u.from_cell > c.cell - 576 AND u.from_cell <= c.cell AND u.to_cell > c.cell
          GROUP BY c.resource_id, c.cell, c.used HAVING c.used <> coalesce(sum(u.units), 0) ORDER BY c.resource_id",
    ),
    (
        "places kept for whoever waits, in entry",
        "SELECT w.id, CAST(1 AS BIGINT), CAST(0 AS BIGINT) FROM waitlist w JOIN bookings b ON b.id = w.booking_id
          WHERE w.state = 'offered' AND b.state <> 'held' ORDER BY w.id",
    ),
    (
        "the bill for booking",
        // The charge stays where it was made when one of several goes apart; what comes back is theirs who went.
        "SELECT id, billed, due FROM (
           SELECT b.id, CAST(coalesce((SELECT sum(f.amount) FROM folio_lines f WHERE f.subject = 'booking' AND f.subject_id = b.id), 0) AS BIGINT) AS billed,
                  CAST(CASE b.state WHEN 'confirmed' THEN b.total - b.given WHEN 'cancelled' THEN b.fee ELSE 0 END
                       - CASE WHEN b.apart_from IS NULL THEN 0 ELSE b.total END
                       + coalesce((SELECT sum(a.total) FROM bookings a WHERE a.apart_from = b.id), 0) AS BIGINT) AS due
             FROM bookings b) bills WHERE billed <> due ORDER BY id",
    ),
    (
        "what was given back of booking",
        "SELECT id, written, given FROM (
           SELECT b.id, b.given AS written,
                  CAST(coalesce((SELECT sum(p.given) FROM participants p WHERE p.booking_id = b.id), 0)
                       + coalesce((SELECT g.amount FROM guarantees g WHERE g.booking_id = b.id), 0) AS BIGINT) AS given
             FROM bookings b) sums WHERE written <> given ORDER BY id",
    ),
    (
        "lines of what was given back, of booking",
        "SELECT b.id, CAST(-sum(f.amount) AS BIGINT), b.given FROM bookings b JOIN folio_lines f ON f.subject = 'booking' AND f.subject_id = b.id
          WHERE f.kind IN ('given', 'taken_back') GROUP BY b.id, b.given HAVING -sum(f.amount) <> b.given ORDER BY b.id",
    ),
];

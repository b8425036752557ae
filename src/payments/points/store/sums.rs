//! What points write down twice, and whether the two agree.

/// What is counted in two ways, for `cabana check`.
pub const SUMS: &[(&str, &str)] = &[
    (
        "what is left of the points of lot",
        "SELECT p.id, p.remaining, p.given - CAST(coalesce(sum(u.points - u.returned), 0) AS BIGINT) FROM points p LEFT JOIN point_uses u ON u.lot_id = p.id
          GROUP BY p.id, p.remaining, p.given HAVING p.remaining <> p.given - coalesce(sum(u.points - u.returned), 0) ORDER BY p.id",
    ),
    (
        // One that lapsed has them no more, and the note of how many it had.
        "what points pay, in minor units, of hold",
        "SELECT b.id, b.by_points, CAST(coalesce(sum(u.points * u.worth), 0) AS BIGINT) FROM bookings b
           LEFT JOIN point_uses u ON u.booking_id = b.id AND u.payment_id IS NULL AND u.returned = 0 WHERE b.state = 'held'
          GROUP BY b.id, b.by_points
         HAVING b.by_points > coalesce(sum(u.points * u.worth), 0) OR coalesce(sum(u.points * u.worth), 0) >= b.by_points + coalesce(max(u.worth), 1) ORDER BY b.id",
    ),
    (
        "points kept back for what is no hold, booking",
        "SELECT b.id, CAST(sum(u.points) AS BIGINT), CAST(0 AS BIGINT) FROM point_uses u JOIN bookings b ON b.id = u.booking_id
          WHERE u.payment_id IS NULL AND u.returned < u.points AND b.state <> 'held' GROUP BY b.id ORDER BY b.id",
    ),
    (
        "what the points of a payment are worth, less than it is: payment",
        "SELECT p.id, CAST(coalesce(sum(u.points * u.worth), 0) AS BIGINT), p.amount FROM payments p LEFT JOIN point_uses u ON u.payment_id = p.id
          WHERE p.method = 'points' GROUP BY p.id, p.amount
         HAVING coalesce(sum(u.points * u.worth), 0) < p.amount OR coalesce(sum(u.points * u.worth), 0) >= p.amount + coalesce(max(u.worth), 1) ORDER BY p.id",
    ),
    (
        "points that did not come back with their payment",
        "SELECT p.id, CAST(sum(u.returned) AS BIGINT), CAST(sum(u.points) AS BIGINT) FROM payments p JOIN point_uses u ON u.payment_id = p.id
          WHERE p.method = 'points' AND p.amount = (SELECT coalesce(sum(f.amount), 0) FROM refunds f WHERE f.payment_id = p.id AND f.state = 'settled')
          GROUP BY p.id HAVING sum(u.returned) <> sum(u.points) ORDER BY p.id",
    ),
];

//! What a package gave, written down twice, and whether the two agree (RULES C12).

/// What is counted in two ways, for `cabana check`: a sentence for a difference, and the rows that differ as (id, what is
/// written, what it should be). They read whole tables; no request asks for them.
pub const SUMS: &[(&str, &str)] = &[
    (
        "uses of what the package of stay includes",
        "SELECT u.stay_id, u.used, CAST(coalesce(sum(b.used), 0) AS BIGINT) FROM included_used u
           LEFT JOIN included_by b ON b.stay_id = u.stay_id AND b.item = u.item AND b.guest_id = u.guest_id AND b.day = u.day
          GROUP BY u.stay_id, u.item, u.guest_id, u.day, u.used HAVING u.used <> coalesce(sum(b.used), 0) ORDER BY u.stay_id",
    ),
    (
        "what the package paid for booking that has ended",
        "SELECT b.id, CAST(sum(i.used) AS BIGINT), CAST(0 AS BIGINT) FROM bookings b JOIN included_by i ON i.subject = 'booking' AND i.subject_id = b.id
          WHERE b.state NOT IN ('held', 'confirmed') GROUP BY b.id ORDER BY b.id",
    ),
];

//! What orders write down twice, and whether the two agree (RULES C12).

/// What is counted in two ways, for `cabana check`: a sentence for a difference, and the rows that differ as (id, what is
/// written, what it should be). They read whole tables; no request asks for them.
pub const SUMS: &[(&str, &str)] = &[
    (
        "the bill for order",
        "SELECT o.id, CAST(coalesce(sum(f.amount), 0) AS BIGINT), CASE WHEN o.state IN ('declined', 'cancelled') THEN 0 ELSE o.total END
           FROM orders o LEFT JOIN folio_lines f ON f.subject = 'order' AND f.subject_id = o.id
          GROUP BY o.id, o.state, o.total
         HAVING coalesce(sum(f.amount), 0) <> CASE WHEN o.state IN ('declined', 'cancelled') THEN 0 ELSE o.total END ORDER BY o.id",
    ),
    (
        "the total of order, against its lines",
        "SELECT o.id, o.total, CAST(coalesce(sum(l.amount), 0) AS BIGINT) FROM orders o LEFT JOIN order_lines l ON l.order_id = o.id
          GROUP BY o.id, o.total HAVING o.total <> coalesce(sum(l.amount), 0) ORDER BY o.id",
    ),
];

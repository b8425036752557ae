//! Receipts and what a cash register has of them, and whether the two agree.

/// What is counted in two ways, for `cabana check`.
pub const SUMS: &[(&str, &str)] = &[
    (
        "tasks for the cash register of receipt",
        "SELECT r.id, CAST(count(t.receipt_id) AS BIGINT), CAST(CASE WHEN r.register = '' THEN 0 ELSE 1 END AS BIGINT) FROM receipts r
           LEFT JOIN fiscal_tasks t ON t.receipt_id = r.id
          GROUP BY r.id, r.register HAVING count(t.receipt_id) <> CASE WHEN r.register = '' THEN 0 ELSE 1 END ORDER BY r.id",
    ),
    (
        "receipts with the register's number of receipt",
        "SELECT CAST(min(receipt_id) AS BIGINT), CAST(count(*) AS BIGINT), CAST(1 AS BIGINT) FROM fiscal_tasks WHERE number IS NOT NULL
          GROUP BY register, number HAVING count(*) > 1 ORDER BY 1",
    ),
];

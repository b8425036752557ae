-- What somebody who goes says of themselves, beside what was printed: how they write their name, and how to reach them (RULES
-- M3).
ALTER TABLE participants ADD COLUMN said_name TEXT COLLATE "C";
ALTER TABLE participants ADD COLUMN contact TEXT COLLATE "C";

-- A second factor for the console: six digits from an app, derived from the nonce and the installation's key.
ALTER TABLE staff ADD COLUMN second_nonce TEXT;
-- The last step of 30 seconds whose digits were used: each is good once.
ALTER TABLE staff ADD COLUMN second_step BIGINT NOT NULL DEFAULT 0;

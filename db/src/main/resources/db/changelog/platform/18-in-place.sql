--liquibase formatted sql

--changeset cloisonne:platform-18-in-place
--comment: In whose place a provisional administrator acts: whoever named them, unless operators did.
ALTER TABLE platform.substitute ADD COLUMN in_place_of uuid REFERENCES platform.user_account;
UPDATE platform.substitute s SET in_place_of = named_by
WHERE ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM platform.appointment a
                  WHERE a.firm_id = s.firm_id AND a.proposed_by = s.named_by);

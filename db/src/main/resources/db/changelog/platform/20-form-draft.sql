--liquibase formatted sql

--changeset cloisonne:platform-20-form-draft
--comment: What somebody has typed in a form and not sent, sealed under a key of that person and form.
CREATE TABLE platform.form_draft (
  user_id uuid NOT NULL REFERENCES platform.user_account ON DELETE CASCADE,
  form    varchar(160) NOT NULL,
  sealed  bytea NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, form)
);
CREATE INDEX form_draft_kept ON platform.form_draft (kept_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.form_draft TO ${platform.role};

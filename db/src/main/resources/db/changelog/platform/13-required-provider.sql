--liquibase formatted sql

--changeset cloisonne:platform-13-required-provider
--comment: A firm that is here asks its members to come in by a provider of its own. The window is that of its break-glass administrators.
CREATE TABLE platform.required_provider (
  firm_id     uuid PRIMARY KEY REFERENCES platform.firm,
  since       timestamptz NOT NULL,
  window_id   uuid,
  armed_until timestamptz,
  CHECK ((window_id IS NULL) = (armed_until IS NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.required_provider TO ${platform.role};

--changeset cloisonne:platform-13-break-glass
CREATE TABLE platform.break_glass (
  firm_id  uuid NOT NULL REFERENCES platform.firm,
  user_id  uuid NOT NULL REFERENCES platform.user_account,
  named_at timestamptz NOT NULL,
  PRIMARY KEY (firm_id, user_id)
);
CREATE INDEX break_glass_of_user ON platform.break_glass (user_id);
GRANT SELECT, INSERT, DELETE ON platform.break_glass TO ${platform.role};

--changeset cloisonne:platform-13-break-glass-entry
--comment: In which session the glass was broken; it counts as long as that very window lasts.
CREATE TABLE platform.break_glass_entry (
  session_id uuid NOT NULL REFERENCES platform.signed_in ON DELETE CASCADE,
  window_id  uuid NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (session_id, window_id)
);
GRANT SELECT, INSERT ON platform.break_glass_entry TO ${platform.role};

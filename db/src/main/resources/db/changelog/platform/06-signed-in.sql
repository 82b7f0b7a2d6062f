--liquibase formatted sql

--changeset cloisonne:platform-06-signed-in
--comment: Who is signed in where. The browser's secret is kept as its hash alone.
CREATE TABLE platform.signed_in (
  id           uuid PRIMARY KEY,
  key_hash     varchar(64) NOT NULL UNIQUE,
  user_id      uuid NOT NULL REFERENCES platform.user_account,
  way          varchar(10) NOT NULL CHECK (way IN ('password', 'passkey', 'provider')),
  provider     varchar(100),
  issuer       varchar(300),
  sub          varchar(255),
  sid          varchar(255),
  factors      varchar(20)[] NOT NULL,
  proven_at    timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  node         varchar(100) NOT NULL,
  browser      varchar(40) NOT NULL,
  system       varchar(40) NOT NULL,
  address      varchar(45) NOT NULL,
  ended_at     timestamptz,
  why          varchar(20),
  CHECK ((way = 'provider') = (issuer IS NOT NULL AND sub IS NOT NULL AND provider IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (why IS NULL))
);
CREATE INDEX signed_in_live ON platform.signed_in (user_id, last_seen_at DESC) WHERE ended_at IS NULL;
CREATE INDEX signed_in_by_provider ON platform.signed_in (issuer, sub) WHERE ended_at IS NULL;
CREATE INDEX signed_in_by_sid ON platform.signed_in (issuer, sid) WHERE ended_at IS NULL;
CREATE INDEX signed_in_idle ON platform.signed_in (last_seen_at) WHERE ended_at IS NULL;
CREATE INDEX signed_in_on_node ON platform.signed_in (node) WHERE ended_at IS NULL;
CREATE INDEX signed_in_over ON platform.signed_in (ended_at) WHERE ended_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.signed_in TO ${platform.role};

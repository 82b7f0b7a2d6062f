--liquibase formatted sql

--changeset cloisonne:client-01-chain
CREATE TABLE chain_head (
  chain uuid PRIMARY KEY,
  n     bigint NOT NULL,
  hash  varchar(64) NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON chain_head TO ${tenant.role};
CREATE TABLE audit (
  chain     uuid NOT NULL,
  n         bigint NOT NULL,
  at        timestamptz NOT NULL,
  actor     uuid,
  on_behalf uuid,
  act       varchar(60) NOT NULL,
  details   varchar(4000) NOT NULL,
  key_id    varchar(8) NOT NULL,
  prev      varchar(64) NOT NULL,
  hash      varchar(64) NOT NULL,
  PRIMARY KEY (chain, n),
  UNIQUE (chain, prev)
);
GRANT SELECT, INSERT ON audit TO ${tenant.role};

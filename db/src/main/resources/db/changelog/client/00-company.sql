--liquibase formatted sql

--changeset cloisonne:client-00-company-sheet
CREATE TABLE company_sheet (
  only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  line1       varchar(200) NOT NULL,
  line2       varchar(200),
  postal_code varchar(12) NOT NULL,
  city        varchar(100) NOT NULL,
  country     varchar(2) NOT NULL,
  iban        varchar(34)
);
GRANT SELECT, INSERT, UPDATE ON company_sheet TO ${tenant.role};

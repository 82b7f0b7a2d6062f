--liquibase formatted sql

--changeset cloisonne:platform-17-page-asked-for
--comment: The page of ours that was asked for before the account was there; whatever browser opens the link leads to it.
ALTER TABLE platform.activation ADD COLUMN page varchar(2000);
ALTER TABLE platform.way_in ADD COLUMN page varchar(2000);

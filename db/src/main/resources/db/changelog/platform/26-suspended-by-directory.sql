--liquibase formatted sql

--changeset cloisonne:platform-26-suspended-by-directory
--comment: A directory takes back its own suspension alone; of those there already nobody knows.
ALTER TABLE platform.firm_member ADD COLUMN suspended_by_directory boolean NOT NULL DEFAULT false;

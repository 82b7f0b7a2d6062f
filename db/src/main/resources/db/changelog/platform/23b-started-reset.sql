--liquibase formatted sql

--changeset cloisonne:platform-23b-started-reset
--comment: The firm whose administrator has asked for the mail in the person's place.
ALTER TABLE platform.way_in ADD COLUMN started_in uuid REFERENCES platform.firm;

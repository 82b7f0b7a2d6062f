--liquibase formatted sql

--changeset cloisonne:client-27-comment
COMMENT ON SCHEMA ${tenant.role} IS 'A client company of Cloisonné, reached by the role of this name alone';

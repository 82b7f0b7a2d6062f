package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRuleTests {

    @Test
    void noVersionOfTheClientCompaniesSchemaBreaksARule() throws LiquibaseException {
        for (ClientVersion version : ClientChangelog.read().versions()) {
            assertThat(SchemaRule.brokenBy(version))
                    .as("version %d (docs/operations.md, Schemas and upgrades)", version.number())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DROPS                   | ALTER TABLE deposit DROP COLUMN actor
                    DROPS                   | DROP TABLE deposit
                    RENAMES                 | ALTER TABLE deposit RENAME COLUMN actor TO person
                    ANOTHER_TYPE            | ALTER TABLE deposit ALTER COLUMN state TYPE varchar(5)
                    ANOTHER_TYPE            | ALTER TABLE deposit ALTER state SET DATA TYPE varchar(5)
                    NO_LONGER_EMPTY         | ALTER TABLE deposit ALTER COLUMN on_behalf SET NOT NULL
                    OBLIGATORY_COLUMN       | ALTER TABLE deposit ADD COLUMN channel varchar(20) NOT NULL
                    NEW_CONSTRAINT          | ALTER TABLE deposit ADD CONSTRAINT short CHECK (state <> 'x')
                    NEW_CONSTRAINT          | ALTER TABLE deposit ADD UNIQUE (state)
                    RIGHT_TAKEN             | REVOKE INSERT ON deposit FROM t_aaaaaaaaaaaaa
                    OUTSIDE_THE_TRANSACTION | CREATE INDEX CONCURRENTLY x ON deposit (state)
                    ANOTHER_SCHEMA          | CREATE TABLE x (id uuid REFERENCES public.firm)
                    ANOTHER_SCHEMA          | GRANT SELECT ON cell.ledger TO t_aaaaaaaaaaaaa
                    ROLE_OR_PATH            | SET LOCAL ROLE other
                    OWNED_BY_A_TENANT       | ALTER TABLE deposit OWNER TO t_aaaaaaaaaaaaa
                    OWNED_BY_A_TENANT       | GRANT ALL ON deposit TO t_aaaaaaaaaaaaa
                    SEQUENCE                | CREATE TABLE x (id bigserial PRIMARY KEY)
                    SEQUENCE                | CREATE TABLE x (id bigint GENERATED ALWAYS AS IDENTITY)
                    TEMPORARY               | CREATE UNLOGGED TABLE x (id uuid)
                    TRIGGER                 | CREATE TRIGGER x BEFORE INSERT ON deposit EXECUTE FUNCTION y()
                    MERGE                   | MERGE INTO deposit USING x ON true WHEN MATCHED THEN DO NOTHING
                    FUNCTION                | CREATE OR REPLACE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'
                    INHERITANCE             | CREATE TABLE x () INHERITS (deposit)
                    TABLESPACE              | CREATE TABLE x (id uuid) TABLESPACE quick
                    """)
    void eachRuleFindsWhatItIsFor(SchemaRule rule, String sql) {
        assertThat(SchemaRule.brokenBy(version(sql, false))).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ALTER TABLE deposit ADD COLUMN channel varchar(20)
                    ALTER TABLE deposit ADD COLUMN n integer NOT NULL DEFAULT 0
                    ALTER TABLE deposit ADD COLUMN n integer DEFAULT 0 NOT NULL
                    CREATE TABLE x (id uuid PRIMARY KEY, invoice_id uuid NOT NULL REFERENCES invoice)
                    CREATE INDEX x ON deposit (state)
                    GRANT SELECT, INSERT ON deposit TO t_aaaaaaaaaaaaa
                    ALTER TABLE deposit DROP CONSTRAINT deposit_state_check
                    COMMENT ON TABLE deposit IS 'DROP TABLE and MERGE INTO are words here'
                    """)
    void whatOnlyAddsIsAllowed(String sql) {
        assertThat(SchemaRule.brokenBy(version(sql, false))).isEmpty();
    }

    @Test
    void whatTakesAwayIsAllowedWithAMarkAndTheRestNever() {
        assertThat(SchemaRule.brokenBy(version("DROP TABLE deposit", true))).isEmpty();
        assertThat(SchemaRule.brokenBy(version("MERGE INTO deposit USING x ON true", true)))
                .containsExactly(SchemaRule.MERGE);
    }

    private static ClientVersion version(String sql, boolean contract) {
        return new ClientVersion(1, "1-0", contract, List.of(sql));
    }
}

package fr.cloisonne.identity.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How tokens are looked up among many. */
@PostgresTest
class LookUpTests {

    @Autowired private GrantRows rows;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;

    /** An unknown token is the dearest: of whichever kind, it must be missed by an index. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"STATE", "CODE", "ACCESS", "REFRESH", "ID"})
    void noTokenIsSearchedForByReadingThemAll(String kind) {
        many();
        String plan = String.join("\n", plan("unknown", kind));
        assertThat(plan).contains("issued_token_pkey").doesNotContain("Seq Scan on issued_token");
        assertThat(plan).doesNotContain("Seq Scan on token_grant");
        assertThat(rows.byHash("unknown", kind)).isEmpty();
    }

    @Test
    void aKnownTokenIsFoundByIndexesToo() {
        many();
        String known =
                database.superuser()
                        .sql("SELECT hash FROM platform.issued_token LIMIT 1")
                        .query(String.class)
                        .single();
        String plan = String.join("\n", plan(known, null));
        assertThat(plan)
                .doesNotContain("Seq Scan on issued_token")
                .doesNotContain("Seq Scan on token_grant");
        assertThat(rows.byHash(known, null)).isPresent();
    }

    private List<String> plan(String hash, @org.jspecify.annotations.Nullable String kind) {
        return database.superuser()
                .sql("EXPLAIN " + GrantRows.FIND)
                .param("hash", hash)
                .param("kind", kind)
                .param("now", java.sql.Timestamp.valueOf("2026-11-25 12:00:00"))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void many() {
        var superuser = database.superuser();
        if (superuser
                .sql("SELECT EXISTS (SELECT 1 FROM platform.token_grant)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        int size = "full".equals(System.getProperty("tests.size")) ? 100_000 : 5_000;
        FirmId firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId person = PersonFixture.colleague(accounts, firm);
        UUID client = UUID.randomUUID();
        superuser
                .sql(
                        """
                        INSERT INTO platform.token_client (id, firm_id, client_id, kind, name, method,
                          scopes, whole_firm, created_by, created_at)
                        VALUES (?, ?, 'many', 'MACHINE', 'many', 'SECRET', '{}', true, ?, now())
                        """)
                .params(client, firm.value(), person.value())
                .update();
        superuser
                .sql(
                        """
                        INSERT INTO platform.token_grant (id, client, grant_type, scopes, version,
                          created_at, expires_at)
                        SELECT gen_random_uuid(), ?, 'client_credentials', '{}', 1, now(), 'infinity'
                        FROM generate_series(1, ?)
                        """)
                .params(client, size)
                .update();
        superuser
                .sql(
                        """
                        INSERT INTO platform.issued_token (hash, grant_id, kind, issued_at, expires_at, spent)
                        SELECT left(md5(id::text || k) || md5(k || id::text), 43), id, k, now(), 'infinity', false
                        FROM platform.token_grant, unnest(ARRAY['CODE', 'ACCESS', 'REFRESH', 'ID']) k
                        """)
                .update();
        superuser.sql("ANALYZE platform.token_grant, platform.issued_token").update();
    }
}

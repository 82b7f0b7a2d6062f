package fr.cloisonne.company.importing;

import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and their lines, as the tables keep them for those who look at them. */
@Component
class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ImportFault>> FAULTS = new TypeReference<>() {};
    private static final String SEAL = "company import";

    private static final String INSERT_LINES =
            """
            INSERT INTO platform.company_import_line (import_id, n, siren, legal_name, verdict, faults, form)
            SELECT :import, n, siren, legal_name, verdict, CAST(faults AS jsonb), decode(form, 'base64')
            FROM unnest(:n, :siren, :name, :verdict, :faults, :form)
              AS line (n, siren, legal_name, verdict, faults, form)
            """;

    private static final String SHEET =
            """
            SELECT id, file_name, state, read_at, ended_at, ignored, ARRAY(
              SELECT l.verdict || ' ' || count(*) FROM platform.company_import_line l
              WHERE l.import_id = i.id GROUP BY l.verdict)
            FROM platform.company_import i WHERE firm_id = ?
            """;

    private final JdbcClient platform;
    private final Keyring keyring;

    ImportRows(@Qualifier("platformJdbc") JdbcClient platform, Keyring keyring) {
        this.platform = platform;
        this.keyring = keyring;
    }

    /** Keeps what was read, instead of what the same person read before and never started. */
    @PlatformTransaction
    public void keep(
            ImportId id,
            FirmId firm,
            UserAccountId person,
            String fileName,
            ListReading.Result list,
            Instant now) {
        platform.sql(
                        "DELETE FROM platform.company_import WHERE firm_id = ? AND person_id = ? AND state = 'READ'")
                .params(firm.value(), person.value())
                .update();
        platform.sql(
                        "INSERT INTO platform.company_import (id, firm_id, person_id, file_name, ignored, state, read_at) VALUES (?, ?, ?, ?, ?, 'READ', ?)")
                .params(
                        id.value(),
                        firm.value(),
                        person.value(),
                        fileName,
                        list.ignored().toArray(String[]::new),
                        Timestamp.from(now))
                .update();
        List<JudgedLine> lines = list.lines();
        platform.sql(INSERT_LINES)
                .param("import", id.value())
                .param("n", lines.stream().map(one -> one.line().number()).toArray(Integer[]::new))
                .param("siren", texts(lines, one -> one.line().siren()))
                .param("name", texts(lines, one -> one.line().name()))
                .param("verdict", texts(lines, one -> one.line().verdict().name()))
                .param("faults", texts(lines, one -> JSON.writeValueAsString(one.line().faults())))
                .param("form", texts(lines, this::sealed))
                .update();
    }

    private static String[] texts(List<JudgedLine> lines, Function<JudgedLine, String> text) {
        return lines.stream().map(text).map(one -> one.replace("\0", "")).toArray(String[]::new);
    }

    /** Nothing to add is an empty text, which nobody opens. */
    private String sealed(JudgedLine line) {
        return line.form() == null
                ? ""
                : Base64.getEncoder()
                        .encodeToString(keyring.seal(SEAL, JSON.writeValueAsBytes(line.form())));
    }

    CompanyForm opened(byte[] sealed) {
        return JSON.readValue(keyring.open(SEAL, sealed), CompanyForm.class);
    }

    static String json(List<ImportFault> faults) {
        return JSON.writeValueAsString(faults);
    }

    @PlatformTransaction(readOnly = true)
    public List<ImportSheet> of(FirmId firm, int most) {
        return platform.sql(SHEET + "ORDER BY read_at DESC LIMIT ?")
                .params(firm.value(), most)
                .query(ImportRows::sheet)
                .list();
    }

    @PlatformTransaction(readOnly = true)
    public Optional<ImportSheet> one(FirmId firm, ImportId id) {
        return platform.sql(SHEET + "AND id = ?")
                .params(firm.value(), id.value())
                .query(ImportRows::sheet)
                .optional();
    }

    /** Lines in the order of the file, from after one of them. */
    @PlatformTransaction(readOnly = true)
    public List<ImportLine> lines(
            ImportId id, Collection<ImportVerdict> verdicts, int offset, int most) {
        return platform.sql(
                        """
                        SELECT n, siren, legal_name, verdict, faults
                        FROM platform.company_import_line
                        WHERE import_id = ? AND verdict = ANY (?) ORDER BY n OFFSET ? LIMIT ?
                        """)
                .params(
                        id.value(),
                        verdicts.stream().map(Enum::name).toArray(String[]::new),
                        offset,
                        most)
                .query((row, n) ->
                        new ImportLine(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                ImportVerdict.valueOf(row.getString(4)),
                                JSON.readValue(row.getString(5), FAULTS)))
                .list();
    }

    /** What was never started goes after a week, the others three months after their end. */
    @PlatformTransaction
    public void tidy(Instant neverStarted, Instant ended) {
        platform.sql(
                        "DELETE FROM platform.company_import WHERE state = 'READ' AND read_at < ? OR ended_at < ?")
                .params(Timestamp.from(neverStarted), Timestamp.from(ended))
                .update();
    }

    private static ImportSheet sheet(ResultSet row, int number) throws SQLException {
        Map<ImportVerdict, Integer> counts = new EnumMap<>(ImportVerdict.class);
        for (String count : (String[]) row.getArray(7).getArray()) {
            String[] parts = count.split(" ", 2);
            counts.put(ImportVerdict.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        Timestamp ended = row.getTimestamp(5);
        return new ImportSheet(
                new ImportId(Objects.requireNonNull(row.getObject(1, UUID.class))),
                row.getString(2),
                ImportState.valueOf(row.getString(3)),
                row.getTimestamp(4).toInstant(),
                ended == null ? null : ended.toInstant(),
                counts,
                Arrays.asList((String[]) row.getArray(6).getArray()));
    }
}

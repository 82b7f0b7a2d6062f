package fr.cloisonne.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * The changelog of the client companies' schema, parsed and rendered to SQL by Liquibase once per
 * start. Each of its files is a version, numbered from 1 in the order in which they are included.
 */
public final class ClientChangelog {

    /** Stands for the tenant's role in the rendered SQL; no changelog says it otherwise. */
    private static final String ROLE = "t_aaaaaaaaaaaaa";

    /** Marks a change that code of an earlier version does not survive. */
    private static final String CONTRACT = "contract";

    private final List<ClientVersion> versions;

    private ClientChangelog(List<ClientVersion> versions) {
        this.versions = List.copyOf(versions);
    }

    /** The product's own. */
    static ClientChangelog read() throws LiquibaseException {
        return read("db/changelog/client.yaml");
    }

    static ClientChangelog read(String path) throws LiquibaseException {
        ResourceAccessor resources = new ClassLoaderResourceAccessor();
        PostgresDatabase database = new PostgresDatabase();
        ChangeLogParameters parameters = new ChangeLogParameters(database);
        parameters.set("tenant.role", ROLE);
        DatabaseChangeLog changelog =
                ChangeLogParserFactory.getInstance()
                        .getParser(path, resources)
                        .parse(path, parameters, resources);
        Map<String, List<ChangeSet>> files = new LinkedHashMap<>();
        for (ChangeSet set : changelog.getChangeSets()) {
            files.computeIfAbsent(set.getFilePath(), file -> new ArrayList<>()).add(set);
        }
        return new ClientChangelog(versions(files.values(), database));
    }

    private static List<ClientVersion> versions(
            Iterable<List<ChangeSet>> files, PostgresDatabase database) {
        List<ClientVersion> versions = new ArrayList<>();
        List<String> soFar = new ArrayList<>();
        for (List<ChangeSet> sets : files) {
            List<String> own = new ArrayList<>();
            for (ChangeSet set : sets) {
                set.getChanges().forEach(change -> own.addAll(rendered(change, database)));
            }
            soFar.addAll(own);
            versions.add(
                    new ClientVersion(
                            versions.size() + 1,
                            soFar.size() + "-" + digest(soFar).substring(0, 16),
                            sets.stream().anyMatch(ClientChangelog::contracts),
                            List.copyOf(own)));
        }
        return versions;
    }

    private static boolean contracts(ChangeSet set) {
        return set.getLabels() != null && set.getLabels().getLabels().contains(CONTRACT);
    }

    private static List<String> rendered(Change change, PostgresDatabase database) {
        return Stream.of(change.generateStatements(database))
                .flatMap(statement ->
                        Stream.of(
                                SqlGeneratorFactory.getInstance().generateSql(statement, database)))
                .map(Sql::toSql)
                .toList();
    }

    /** The same, as it was when this was its latest version. */
    ClientChangelog upTo(int number) {
        return new ClientChangelog(versions.subList(0, number));
    }

    /**
     * All versions.
     *
     * @return the first one first
     */
    public List<ClientVersion> versions() {
        return versions;
    }

    /**
     * The version that this code works with.
     *
     * @return the last one
     */
    public ClientVersion latest() {
        return versions.getLast();
    }

    /**
     * The version of this label.
     *
     * @param label as a ledger has it
     * @return nothing if this code does not know it
     */
    public Optional<ClientVersion> of(String label) {
        return versions.stream().filter(version -> version.label().equals(label)).findFirst();
    }

    /** The oldest code that may work on a schema of this version. */
    int openFrom(ClientVersion version) {
        return versions.stream()
                .limit(version.number())
                .filter(ClientVersion::contract)
                .mapToInt(ClientVersion::number)
                .reduce(1, (earlier, later) -> later);
    }

    /** The statements that follow this version, for one tenant. */
    List<String> after(int number, RoleName role) {
        return versions.stream()
                .skip(number)
                .flatMap(version -> version.statements().stream())
                .map(sql -> sql.replace(ROLE, role.value()))
                .toList();
    }

    private static String digest(List<String> statements) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            statements.forEach(sql -> digest.update(sql.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

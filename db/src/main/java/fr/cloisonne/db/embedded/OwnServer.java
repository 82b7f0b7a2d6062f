package fr.cloisonne.db.embedded;

import java.io.IOException;

/** A PostgreSQL server whose superuser is ours: the embedded one, or one that a test starts. */
public interface OwnServer extends AutoCloseable {

    /** Name of the superuser, and of the database that every cluster begins with. */
    String SUPERUSER = "postgres";

    /**
     * The address of one of its databases.
     *
     * @param database name of the database
     * @return a JDBC URL without user and password
     */
    String url(String database);

    /**
     * A short id of this instance, which stands in the names of its roles.
     *
     * @return at most sixteen of {@code [a-z0-9]}, the same at every start
     * @throws IOException if where it is kept cannot be read
     */
    String instance() throws IOException;

    /**
     * A secret of this instance, made at the first call.
     *
     * @param name what it is for
     * @return the secret, 192 random bits
     * @throws IOException if where it is kept cannot be read or written
     */
    String secret(String name) throws IOException;

    @Override
    void close() throws IOException;
}

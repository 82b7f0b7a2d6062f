package fr.cloisonne.db;

/**
 * One login at one database.
 *
 * @param url JDBC URL without user
 * @param user the role
 * @param password its password
 */
record Login(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}

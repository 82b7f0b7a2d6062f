package fr.cloisonne.identity.maildomain;

import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** The zones as the domain name system has them, asked by the JDK's own client. */
final class DnsRecords implements PublishedRecords {

    private final String server;

    /** Asks this server ({@code dns://…}), or with {@code dns:} those of the machine. */
    DnsRecords(String server) {
        this.server = server;
    }

    @Override
    public Answer ask(String record, String text) {
        try {
            return texts(record).contains(text) ? Answer.PUBLISHED : Answer.ABSENT;
        } catch (NameNotFoundException none) {
            return Answer.ABSENT;
        } catch (NamingException away) {
            return Answer.AWAY;
        }
    }

    @SuppressWarnings("BanJNDI") // plain TXT records over DNS: nothing there is deserialised
    private List<String> texts(String record) throws NamingException {
        var zone = new InitialDirContext(settings());
        try {
            Attribute texts = zone.getAttributes(record + ".", new String[] {"TXT"}).get("TXT");
            return texts == null
                    ? List.of()
                    : Collections.list(texts.getAll()).stream().map(DnsRecords::plain).toList();
        } finally {
            zone.close();
        }
    }

    private static String plain(Object text) {
        String read = String.valueOf(text);
        return read.length() > 1 && read.startsWith("\"") && read.endsWith("\"")
                ? read.substring(1, read.length() - 1)
                : read;
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else
    private Hashtable<String, String> settings() {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, server);
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        return settings;
    }
}

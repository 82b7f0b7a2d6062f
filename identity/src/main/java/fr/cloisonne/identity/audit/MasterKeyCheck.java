package fr.cloisonne.identity.audit;

import fr.cloisonne.db.StartRefusedException;
import fr.cloisonne.db.keyring.Keyring;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks at the start whether the master key is the one that the data were written with. With another
 * one every secret would be unreadable and every chain broken from there on.
 */
@Component
class MasterKeyCheck implements InitializingBean {

    private final JdbcClient jdbc;
    private final Keyring keyring;

    MasterKeyCheck(@Qualifier("platformJdbc") JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql(
                        """
                        SELECT last.key_id FROM platform.chain_head head
                        JOIN platform.audit last ON last.chain = head.chain AND last.n = head.n LIMIT 1
                        """)
                .query(String.class)
                .optional()
                .filter(written -> !written.equals(keyring.keyId()))
                .ifPresent(written -> {
                    throw new StartRefusedException(
                            "The master key at hand (%s) is not the one that the data were written with (%s): give that one back, as cloisonne.master-key or as secrets/master-key in the data folder."
                                    .formatted(keyring.keyId(), written));
                });
    }
}

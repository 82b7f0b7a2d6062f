package fr.cloisonne.company.importing;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Takes an import from one state to the next, once however often it is asked for. */
@Component
class ImportStates {

    private final JdbcClient platform;

    ImportStates(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** Whether it was read and not started before. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean start(FirmId firm, ImportId id, UserAccountId person, Instant now) {
        return platform.sql(
                                "UPDATE platform.company_import SET state = 'RUNNING', started_at = ?, person_id = ? WHERE id = ? AND firm_id = ? AND state = 'READ'")
                        .params(Timestamp.from(now), person.value(), id.value(), firm.value())
                        .update()
                == 1;
    }

    /** Puts the lines that can be added in the queue; tells how many they are. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public int queue(ImportId id, boolean corrections) {
        return platform.sql(
                        "UPDATE platform.company_import_line SET verdict = 'WAITING' WHERE import_id = ? AND verdict IN (%s)"
                                .formatted(corrections ? "'READY', 'CORRECTABLE'" : "'READY'"))
                .param(id.value())
                .update();
    }

    /** Whether it was running; what it had not begun is dropped. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean cancel(FirmId firm, ImportId id) {
        boolean running =
                platform.sql(
                                        "UPDATE platform.company_import SET state = 'CANCELLED' WHERE id = ? AND firm_id = ? AND state = 'RUNNING'")
                                .params(id.value(), firm.value())
                                .update()
                        == 1;
        if (running) {
            platform.sql(
                            "UPDATE platform.company_import_line SET verdict = 'DROPPED', form = NULL WHERE import_id = ? AND verdict = 'WAITING'")
                    .param(id.value())
                    .update();
        }
        return running;
    }
}

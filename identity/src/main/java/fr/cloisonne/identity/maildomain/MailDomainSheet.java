package fr.cloisonne.identity.maildomain;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain on its firm's page.
 *
 * @param id which
 * @param domain the domain
 * @param record the name of the TXT record that would prove it
 * @param value what that record must say
 * @param proof what has proven it, or null
 * @param provenAt when, or null
 * @param askedAt since when an operator is asked to look at a document, or null
 * @param answer why an operator said no, or null
 * @param until when it counts no more because its zone publishes its proof no longer, or null
 * @param lapsedAt since when it counts no more for that reason, or null
 */
public record MailDomainSheet(
        MailDomainId id,
        MailDomain domain,
        String record,
        String value,
        @Nullable DomainProof proof,
        @Nullable Instant provenAt,
        @Nullable Instant askedAt,
        @Nullable String answer,
        @Nullable Instant until,
        @Nullable Instant lapsedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}

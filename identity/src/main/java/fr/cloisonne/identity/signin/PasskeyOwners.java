package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Accounts as authenticators know them: by the bytes of their id, which tell nothing of anybody.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final UserAccounts accounts;

    PasskeyOwners(UserAccounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UserAccountId person) {
        UUID id = person.value();
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    static UserAccountId person(Bytes handle) {
        ByteBuffer id = ByteBuffer.wrap(handle.getBytes());
        return new UserAccountId(new UUID(id.getLong(), id.getLong()));
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(person(handle));
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        return entity(new UserAccountId(UUID.fromString(name)));
    }

    private PublicKeyCredentialUserEntity entity(UserAccountId person) {
        PersonCard card = accounts.card(person);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person))
                .name(card.email())
                .displayName(card.name().display())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        // An account is its own owner: there is nothing to keep.
    }

    @Override
    public void delete(Bytes handle) {
        // It goes with its account.
    }
}

package fr.cloisonne.db;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords of a server that lives as long as this JVM. */
final class TestSecrets {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    String of(String name) {
        return secrets.computeIfAbsent(name, made -> UUID.randomUUID().toString());
    }
}

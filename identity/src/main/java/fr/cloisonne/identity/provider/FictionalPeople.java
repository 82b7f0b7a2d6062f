package fr.cloisonne.identity.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The people to choose from, read from {@code provider/people.csv}. */
final class FictionalPeople {

    private final List<FictionalPerson> people;

    FictionalPeople() throws IOException {
        var file =
                FictionalPeople.class.getClassLoader().getResourceAsStream("provider/people.csv");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            String[] columns = lines.readLine().split(",", -1);
            people = lines.lines().map(line -> person(columns, line.split(",", -1))).toList();
        }
    }

    List<FictionalPerson> all() {
        return people;
    }

    Optional<FictionalPerson> find(String login) {
        return people.stream().filter(person -> person.login().equals(login)).findFirst();
    }

    private static FictionalPerson person(String[] columns, String[] values) {
        Map<String, String> claims = new HashMap<>();
        for (int i = 1; i < columns.length; i++) {
            if (!values[i].isEmpty()) {
                claims.put(columns[i], values[i]);
            }
        }
        return new FictionalPerson(values[0], claims);
    }
}

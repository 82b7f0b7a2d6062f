package fr.cloisonne.app.demonstration;

import fr.cloisonne.tenancy.value.Siren;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The demonstration's fictional people and client companies. */
final class Cast {

    static final String PASSWORD = "cloisonne-demonstration";

    private static final List<String> NAMES =
            List.of(
                    "Boulangerie du Lac",
                    "Garage Pelletier",
                    "Menuiserie Vasseur",
                    "Café de la Gare",
                    "Pharmacie Saint-Roch",
                    "Imprimerie Côte d’Azur",
                    "Fleurs & Jardins",
                    "Électricité Générale Morin",
                    "Traiteur L’Épicurien",
                    "Librairie Les Mots Bleus",
                    "Plomberie Giraud",
                    "Hôtel des Cimes",
                    "Scierie du Vercors",
                    "Maçonnerie Bonnefoy",
                    "Agence Œil Neuf",
                    "Transports Rolland",
                    "Fromagerie d’Abondance",
                    "Atelier Grège",
                    "Clinique vétérinaire des Tilleuls",
                    "Informatique Boréale");

    private static final List<String> COAST =
            List.of(
                    "Chantier naval Kermarec",
                    "Conserverie de l’Anse",
                    "Camping Les Dunes",
                    "Voilerie Ouessant",
                    "Crêperie Ti Gwenn");

    private Cast() {}

    /** A client company of the cast. */
    record Company(String name, Siren siren) {}

    static List<Company> alps() {
        return companies(NAMES, 0);
    }

    static List<Company> coast() {
        return companies(COAST, NAMES.size());
    }

    private static List<Company> companies(List<String> names, int first) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Company(names.get(i), siren(first + i + 1)))
                .toList();
    }

    /** {@code 900000019}, {@code 900000027} …: obviously fictional, with a right check digit. */
    static Siren siren(int number) {
        String digits = "900%05d".formatted(number);
        return IntStream.range(0, 10)
                .mapToObj(check -> Siren.tryParse(digits + check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}

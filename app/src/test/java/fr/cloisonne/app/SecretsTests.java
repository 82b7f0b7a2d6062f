package fr.cloisonne.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed by chance, into a log or a message, holds no secret. */
class SecretsTests {

    private static final Set<Class<?>> TEXTS = Set.of(String.class, byte[].class, char[].class);

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(secret|password|masterKey|privateKey|idToken|accessToken|refreshToken|verifier).*|clear");

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("fr.cloisonne");

    @Test
    void recordsWithSecretsSayHowTheyArePrinted() {
        assertThat(records().filter(SecretsTests::holdsSecret)).hasSizeGreaterThan(10);
        assertThat(records().filter(SecretsTests::holdsSecret).filter(SecretsTests::printsAll))
                .isEmpty();
    }

    /** So that the test cannot pass for want of seeing anything. */
    @Test
    void aRecordThatPrintsAllIsRecognised() {
        assertThat(printsAll(Careless.class)).isTrue();
        assertThat(printsAll(Careful.class)).isFalse();
        assertThat(holdsSecret(Careless.class)).isTrue();
    }

    private record Careless(String secret) {}

    private record Careful(String secret) {
        @Override
        public String toString() {
            return "";
        }
    }

    private static Stream<Class<?>> records() {
        return HOUSE.stream().filter(JavaClass::isRecord).map(JavaClass::reflect);
    }

    private static boolean holdsSecret(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> TEXTS.contains(component.getType()))
                .map(RecordComponent::getName)
                .anyMatch(name -> SECRET.matcher(name).matches());
    }

    private static boolean printsAll(Class<?> type) {
        return read(type).methods().stream()
                .filter(method -> method.methodName().equalsString("toString"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(SecretsTests::made);
    }

    /** What the compiler writes for a record that says nothing itself. */
    private static boolean made(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().displayName().equals("ObjectMethods");
    }

    private static ClassModel read(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
            return ClassFile.of().parse(java.util.Objects.requireNonNull(bytes).readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

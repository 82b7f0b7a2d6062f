package fr.cloisonne.app;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses a setting of ours that no record knows, before anything is opened: a slip of the pen must
 * not leave a safety off in silence.
 */
@Component
class KnownSettings implements BeanFactoryPostProcessor {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("cloisonne");
    private static final String ANY = "*";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        List<List<String>> known = known(beans).toList();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource settings) {
                settings.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> known.stream().noneMatch(one -> matches(one, name, source)))
                        .findFirst()
                        .ifPresent(name -> refuse(settings, name));
            }
        }
    }

    private static void refuse(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        throw new UnknownSettingException(
                name.toString(),
                Optional.ofNullable(source.getConfigurationProperty(name))
                        .map(property -> String.valueOf(property.getOrigin()))
                        .orElse("no known place"));
    }

    private static Stream<List<String>> known(ConfigurableListableBeanFactory beans) {
        return StreamSupport.stream(
                        ((Iterable<String>) beans::getBeanNamesIterator).spliterator(), false)
                .map(name -> beans.getType(name, false))
                .filter(type -> type != null && type.isRecord())
                .distinct()
                .flatMap(KnownSettings::of);
    }

    private static Stream<List<String>> of(Class<?> type) {
        ConfigurationProperties settings =
                AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
        return settings == null
                ? Stream.empty()
                : below(type).map(name -> joined(elements(settings.value()), name));
    }

    private static Stream<List<String>> below(Type type) {
        if (type instanceof Class<?> one && one.isRecord()) {
            return Stream.of(one.getRecordComponents()).flatMap(KnownSettings::component);
        }
        if (type instanceof ParameterizedType many && isMap(many)) {
            return below(many.getActualTypeArguments()[1]).map(name -> joined(List.of(ANY), name));
        }
        return type instanceof ParameterizedType
                // A list: its name alone, or one number behind it.
                ? Stream.of(List.of(), List.of(ANY))
                : Stream.of(List.of());
    }

    private static Stream<List<String>> component(RecordComponent component) {
        return below(component.getGenericType())
                .map(name -> joined(List.of(component.getName()), name));
    }

    private static boolean isMap(ParameterizedType type) {
        return type.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw);
    }

    /** Without dashes, as names are compared. */
    private static List<String> elements(String prefix) {
        return List.of(prefix.replace("-", "").split("\\.", -1));
    }

    private static List<String> joined(List<String> head, List<String> tail) {
        return Stream.concat(head.stream(), tail.stream()).toList();
    }

    private static boolean matches(
            List<String> known,
            ConfigurationPropertyName name,
            ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource
                ? matchesVariable(known, name)
                : matches(known, name);
    }

    /** In the environment a dash may have become an underscore, and so does every dot. */
    private static boolean matchesVariable(List<String> known, ConfigurationPropertyName name) {
        String pattern =
                known.stream()
                        .map(element -> element.equals(ANY) ? ".+" : Pattern.quote(element))
                        .collect(Collectors.joining());
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(name.toString().replaceAll("[^\\p{Alnum}]", ""))
                .matches();
    }

    private static boolean matches(List<String> known, ConfigurationPropertyName name) {
        if (known.size() != name.getNumberOfElements()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            if (!known.get(i).equals(ANY)
                    && !known.get(i).equalsIgnoreCase(name.getElement(i, Form.UNIFORM))) {
                return false;
            }
        }
        return true;
    }
}

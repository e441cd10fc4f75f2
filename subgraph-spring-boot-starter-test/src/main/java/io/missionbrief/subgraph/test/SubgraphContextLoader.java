package io.missionbrief.subgraph.test;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.test.context.SpringBootContextLoader;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Starts the application of a {@link SubgraphTest} with the settings that its surroundings decide. */
final class SubgraphContextLoader extends SpringBootContextLoader {

    /** One database for each subgraph: equal settings are what lets Spring share one application between tests. */
    private static final Map<String, TestDatabase> DATABASES = new ConcurrentHashMap<>();

    @Override
    protected String[] getInlinedProperties(MergedContextConfiguration configuration) {
        return Stream.concat(
                        surroundings(configuration.getTestClass()),
                        Arrays.stream(super.getInlinedProperties(configuration)))
                .toArray(String[]::new);
    }

    /** What a subgraph has to know of its database and of the issuer of the tests, each as {@code name=value}. */
    static Stream<String> settings(String subgraph, TestDatabase database) {
        return Stream.concat(
                Stream.of(
                        "mission-brief.security.issuer=" + TestIssuer.shared().url(),
                        "mission-brief.security.client-secret=secret"),
                database.settings(subgraph).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue()));
    }

    private static Stream<String> surroundings(Class<?> testClass) {
        String subgraph = Objects.requireNonNull(
                        TestContextAnnotationUtils.findMergedAnnotation(testClass, SubgraphTest.class),
                        "The loader is for classes with @SubgraphTest")
                .value();
        TestDatabase database = DATABASES.computeIfAbsent(subgraph, TestDatabase::create);
        return Stream.concat(Stream.of("spring.config.name=" + subgraph), settings(subgraph, database));
    }
}

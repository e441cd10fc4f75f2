package io.missionbrief.subgraph.test;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Starts the application of a {@link SubgraphTest} with the settings that its surroundings decide. */
final class SubgraphTestBootstrapper extends SpringBootTestContextBootstrapper {

    /** One database for each subgraph: equal settings are what lets Spring share one application between tests. */
    private static final Map<String, TestDatabase> DATABASES = new ConcurrentHashMap<>();

    @Override
    protected WebEnvironment getWebEnvironment(Class<?> testClass) {
        return WebEnvironment.RANDOM_PORT;
    }

    @Override
    protected String[] getProperties(Class<?> testClass) {
        var test = Objects.requireNonNull(
                TestContextAnnotationUtils.findMergedAnnotation(testClass, SubgraphTest.class),
                "The bootstrapper is for classes with @SubgraphTest");
        var surroundings = Stream.of(
                "spring.config.name=" + test.value(),
                "mission-brief.security.issuer=" + TestIssuer.shared().url(),
                "mission-brief.security.client-secret=secret");
        var database =
                DATABASES.computeIfAbsent(test.value(), TestDatabase::create).settings(test.value()).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue());
        return Stream.of(surroundings, database, Arrays.stream(test.properties()))
                .flatMap(settings -> settings)
                .toArray(String[]::new);
    }
}

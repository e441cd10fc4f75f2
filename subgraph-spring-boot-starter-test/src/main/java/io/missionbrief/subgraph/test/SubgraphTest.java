package io.missionbrief.subgraph.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against a whole subgraph: its application class on a random port, a database of its own with all
 * migrations, and {@link TestIssuer#shared()} as the issuer it believes. The tests of a module share one application, so
 * each makes up workspaces of its own. {@link StatementCounter} and {@link SchemaMappings} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(loader = SubgraphContextLoader.class)
@Import({StatementCounter.class, SchemaMappings.class})
public @interface SubgraphTest {

    /** The subgraph's name, such as {@code leads}. */
    String value();

    /** Further settings, such as {@code "mission-brief.security.public-fields=Query.me"}; each set of them costs an application. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}

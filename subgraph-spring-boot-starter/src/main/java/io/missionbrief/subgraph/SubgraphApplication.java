package io.missionbrief.subgraph;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a subgraph, alone in its process or beside others in one. */
public final class SubgraphApplication {

    private SubgraphApplication() {}

    /**
     * A subgraph that reads {@code <subgraph>.yaml}, which begins with {@code spring.config.import: classpath:subgraph.yaml}.
     *
     * @param application the class annotated with {@code @SpringBootApplication}
     * @param subgraph the subgraph's name, which is also that of its schema, its settings and its resource folders
     */
    public static SpringApplicationBuilder builder(Class<?> application, String subgraph) {
        return new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + subgraph, "mission-brief.subgraph=" + subgraph)
                .registerShutdownHook(true);
    }
}

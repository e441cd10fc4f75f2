package io.missionbrief.stack;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;

/** The log of the process, which its subgraphs share: set up once, before any of them would do it for all. */
final class StackLogging {

    private StackLogging() {}

    static void start() {
        new SpringApplicationBuilder(StackLogging.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(
                        "logging.structured.format.console=ecs",
                        "logging.structured.ecs.service.name=mission-brief",
                        "logging.structured.json.customizer=" + ServiceInLogs.class.getName(),
                        "spring.main.log-startup-info=false")
                .run()
                .close();
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }
}

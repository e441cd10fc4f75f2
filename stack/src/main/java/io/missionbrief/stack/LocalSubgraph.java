package io.missionbrief.stack;

import io.missionbrief.admin.AdminApplication;
import io.missionbrief.leads.LeadsApplication;
import io.missionbrief.offers.OffersApplication;
import io.missionbrief.plans.PlansApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The subgraphs of the local stack: each a Spring Boot application that would run as well by itself. */
enum LocalSubgraph {
    PLANS(PlansApplication.class, 1),
    LEADS(LeadsApplication.class, 2),
    OFFERS(OffersApplication.class, 3),
    ADMIN(AdminApplication.class, 6);

    private final Class<?> application;
    private final int portOffset;

    LocalSubgraph(Class<?> application, int portOffset) {
        this.application = application;
        this.portOffset = portOffset;
    }

    /** The name in the supergraph, the database and the settings, such as {@code leads}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in logs and traces, which is that of the application, such as {@code subgraph-leads}. */
    String service() {
        return "subgraph-" + key();
    }

    Class<?> application() {
        return application;
    }

    /** How far its port lies above the router's. */
    int portOffset() {
        return portOffset;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(LocalSubgraph::key).toList();
    }
}

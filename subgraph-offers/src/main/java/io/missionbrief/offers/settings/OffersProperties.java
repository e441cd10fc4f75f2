package io.missionbrief.offers.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this subgraph.
 *
 * @param plansUrl the GraphQL endpoint of subgraph plans
 * @param leadsUrl the GraphQL endpoint of subgraph leads
 * @param discountLimitBasisPoints the highest discount, in hundredths of a percent, that needs nobody's agreement
 */
@ConfigurationProperties("mission-brief.offers")
public record OffersProperties(
        String plansUrl,
        String leadsUrl,
        @DefaultValue("1000") int discountLimitBasisPoints) {}

package io.missionbrief.leads.neighbour;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the neighbours are.
 *
 * @param plansUrl the GraphQL endpoint of subgraph plans
 * @param adminUrl the GraphQL endpoint of subgraph admin
 */
@ConfigurationProperties("mission-brief.leads")
record LeadsProperties(String plansUrl, String adminUrl) {}

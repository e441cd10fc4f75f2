package io.missionbrief.subgraph.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may ask at most, so that no query hurts the others.
 *
 * @param introspection whether the schema can be asked for
 * @param maxDepth fields below one another; introspection has bounds of its own
 * @param maxAliases aliases in a document
 * @param maxRootFields fields of an operation at its root, wherever fragments repeat them
 * @param maxTokens names, signs and values in a document
 * @param maxCost fields that an operation can answer, each list counted with as many rows as it may have
 * @param maxAnswer fields and rows that an answer has, counted while it is made: what bounds lists that turn out longer
 *     than the cost took them for
 * @param maxListSize values in any list of the input, such as the representations of {@code _entities}
 * @param maxBody a request's body over HTTP
 * @param documentsPerWorkspace how many characters of checked documents are kept for each workspace at most
 * @param documentsInAll how many characters of checked documents are kept for all workspaces together; a character takes
 *     10 to 50 bytes of memory
 */
@ConfigurationProperties("mission-brief.graphql")
record GraphQlSettings(
        @DefaultValue("true") boolean introspection,
        @DefaultValue("15") int maxDepth,
        @DefaultValue("100") int maxAliases,
        @DefaultValue("50") int maxRootFields,
        @DefaultValue("5000") int maxTokens,
        @DefaultValue("50000") int maxCost,
        @DefaultValue("100000") int maxAnswer,
        @DefaultValue("1000") int maxListSize,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("250000") int documentsPerWorkspace,
        @DefaultValue("2000000") int documentsInAll) {}

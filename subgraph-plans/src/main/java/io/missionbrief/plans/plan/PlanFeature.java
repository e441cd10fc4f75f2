package io.missionbrief.plans.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that a plan includes.
 *
 * @param name what it is, such as Storage
 * @param value how much or which, such as 100 GB; null when the name says it all
 */
public record PlanFeature(String name, @Nullable String value) {}

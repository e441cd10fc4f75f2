/** A workspace's offer of a product: what is said of it, and where it stands. */
@NullMarked
package io.missionbrief.plans.plan;

import org.jspecify.annotations.NullMarked;

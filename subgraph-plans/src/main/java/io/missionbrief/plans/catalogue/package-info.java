/** The platform's catalogue: industry, category, product. The same for every workspace, and read-only. */
@NullMarked
package io.missionbrief.plans.catalogue;

import org.jspecify.annotations.NullMarked;

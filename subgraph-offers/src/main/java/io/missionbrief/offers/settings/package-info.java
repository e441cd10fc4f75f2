/** What an operator can set of this subgraph. */
@NullMarked
package io.missionbrief.offers.settings;

import org.jspecify.annotations.NullMarked;

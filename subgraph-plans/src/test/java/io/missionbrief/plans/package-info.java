/** What subgraph plans promises, tried over real HTTP. */
@NullMarked
package io.missionbrief.plans;

import org.jspecify.annotations.NullMarked;

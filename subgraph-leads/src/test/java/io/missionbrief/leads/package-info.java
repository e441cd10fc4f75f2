/** What subgraph leads promises, tried over real HTTP. */
@NullMarked
package io.missionbrief.leads;

import org.jspecify.annotations.NullMarked;

/** Everything on one machine, without Docker. */
@NullMarked
package io.missionbrief.stack;

import org.jspecify.annotations.NullMarked;

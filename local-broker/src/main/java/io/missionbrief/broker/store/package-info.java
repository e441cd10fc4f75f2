/** Small state in a file that is always replaced as a whole. */
@NullMarked
package io.missionbrief.broker.store;

import org.jspecify.annotations.NullMarked;

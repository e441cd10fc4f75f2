/** Tests of the parts that hold the local stack together. */
@NullMarked
package io.missionbrief.stack;

import org.jspecify.annotations.NullMarked;

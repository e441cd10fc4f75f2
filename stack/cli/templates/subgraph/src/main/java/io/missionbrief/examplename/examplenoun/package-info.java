/** The example thing: what is known of it, and how it changes. */
@NullMarked
package io.missionbrief.examplename.examplenoun;

import org.jspecify.annotations.NullMarked;

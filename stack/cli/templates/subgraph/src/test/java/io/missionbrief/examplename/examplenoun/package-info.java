/** What is promised of example things. */
@NullMarked
package io.missionbrief.examplename.examplenoun;

import org.jspecify.annotations.NullMarked;

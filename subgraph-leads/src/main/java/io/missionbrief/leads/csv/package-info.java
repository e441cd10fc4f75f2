/** CSV files as people and systems write them, read while they arrive, in bounded memory. Knows nothing of leads. */
@NullMarked
package io.missionbrief.leads.csv;

import org.jspecify.annotations.NullMarked;

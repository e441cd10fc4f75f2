/** How CSV files are read. */
@NullMarked
package io.missionbrief.leads.csv;

import org.jspecify.annotations.NullMarked;

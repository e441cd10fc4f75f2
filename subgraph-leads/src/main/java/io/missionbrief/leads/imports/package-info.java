/** Imports: CSV files that become leads while they are uploaded. */
@NullMarked
package io.missionbrief.leads.imports;

import org.jspecify.annotations.NullMarked;

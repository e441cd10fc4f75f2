/** Files are uploaded over real HTTP. */
@NullMarked
package io.missionbrief.leads.imports;

import org.jspecify.annotations.NullMarked;

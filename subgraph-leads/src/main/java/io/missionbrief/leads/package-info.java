/** Leads and their applications. */
@NullMarked
package io.missionbrief.leads;

import org.jspecify.annotations.NullMarked;

/** What the filters of lists have in common. */
@NullMarked
package io.missionbrief.leads.filter;

import org.jspecify.annotations.NullMarked;

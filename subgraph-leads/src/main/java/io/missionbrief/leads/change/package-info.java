/** What the changes of leads and of applications have in common. */
@NullMarked
package io.missionbrief.leads.change;

import org.jspecify.annotations.NullMarked;

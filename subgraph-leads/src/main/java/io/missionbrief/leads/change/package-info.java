/** What the changes of leads, of applications and of their parts have in common. */
@NullMarked
package io.missionbrief.leads.change;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.missionbrief.leads.lead;

import org.jspecify.annotations.NullMarked;

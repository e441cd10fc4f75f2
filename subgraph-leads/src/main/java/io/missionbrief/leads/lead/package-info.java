/** Leads: who may become a customer, and how far they have come. */
@NullMarked
package io.missionbrief.leads.lead;

import org.jspecify.annotations.NullMarked;

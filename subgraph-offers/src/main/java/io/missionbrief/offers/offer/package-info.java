/** Offers: a revision of a quote before a customer, from draft to decision. */
@NullMarked
package io.missionbrief.offers.offer;

import org.jspecify.annotations.NullMarked;

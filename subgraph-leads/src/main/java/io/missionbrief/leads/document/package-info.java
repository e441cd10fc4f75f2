/** Documents of applications: what they are and whether they prove what they should; not their content. */
@NullMarked
package io.missionbrief.leads.document;

import org.jspecify.annotations.NullMarked;

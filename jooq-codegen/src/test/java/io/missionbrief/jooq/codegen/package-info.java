/** Tests of the generator against an embedded PostgreSQL. */
@NullMarked
package io.missionbrief.jooq.codegen;

import org.jspecify.annotations.NullMarked;

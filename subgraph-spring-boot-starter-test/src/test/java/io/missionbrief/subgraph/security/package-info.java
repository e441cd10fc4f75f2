/** What the check of a token promises, against an issuer over HTTP. */
@NullMarked
package io.missionbrief.subgraph.security;

import org.jspecify.annotations.NullMarked;

/** What comes in over HTTP and what goes out, whichever service it is for. */
@NullMarked
package io.missionbrief.broker.http;

import org.jspecify.annotations.NullMarked;

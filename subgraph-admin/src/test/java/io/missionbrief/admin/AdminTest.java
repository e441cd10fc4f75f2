package io.missionbrief.admin;

import io.missionbrief.subgraph.test.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the whole subgraph. One set of settings for all of them, so that they share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest(
        value = "admin",
        properties = {
            "mission-brief.issuer.keys-file=target/issuer-keys/jwks.json",
            // The SHA-256 of "offers-secret".
            "mission-brief.issuer.clients.subgraph-offers.secret-sha256=" + AdminTest.OFFERS_SECRET_SHA256
        })
public @interface AdminTest {

    String OFFERS_SECRET = "offers-secret";
    String OFFERS_SECRET_SHA256 = "d740449dbeb8ab43dad10dab33f2b751f7287c8eb3dd7d9e8c5c329baea20113";
}

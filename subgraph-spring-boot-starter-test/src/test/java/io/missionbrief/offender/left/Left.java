package io.missionbrief.offender.left;

import io.missionbrief.neighbour.Neighbour;
import io.missionbrief.offender.right.RightHelper;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Does everything that the rules forbid. */
@Controller
public class Left {

    static int calls;

    @Autowired
    DataSource connections;

    Left(TenantDatabase database) {}

    @EntityMapping
    List<RightHelper> right() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1).toMillis());
        TimeUnit.MILLISECONDS.sleep(1);
        System.out.println(Neighbour.class);
        System.out.println(List.of(OffsetDateTime.now(ZoneOffset.UTC), DSL.currentOffsetDateTime()));
        return List.of();
    }

    @SubscriptionMapping
    Flux<RightHelper> rights() {
        return Flux.empty();
    }
}

package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.security.OpenPath;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What imports need beside the requests. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    /** The address itself says who may upload. */
    @Bean
    OpenPath uploadPath() {
        return new OpenPath(UploadUrl.PATH);
    }

    @Bean
    BackgroundLoop watchUploadsLoop(
            UploadsInHand inHand, RunningImports running, WorkerDatabase worker, ImportProperties properties) {
        return new BackgroundLoop(
                "The watch over uploads", new WatchUploads(inHand, running, worker, properties.importAliveFor()));
    }
}

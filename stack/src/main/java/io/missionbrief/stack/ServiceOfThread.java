package io.missionbrief.stack;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In the name of which subgraph a thread works: the one that it was started for, or by a thread of which it was started. */
final class ServiceOfThread {

    private static final InheritableThreadLocal<@Nullable String> NAME = new InheritableThreadLocal<>();

    private ServiceOfThread() {}

    /** The service's name; null where a thread belongs to the process as a whole. */
    static @Nullable String name() {
        // The threads of the common pool serve everybody, whoever happened to start them.
        return Thread.currentThread() instanceof ForkJoinWorkerThread ? null : NAME.get();
    }

    /** Works in the name of a service, together with all threads that are started meanwhile, and by those. */
    static <T> T call(String service, Supplier<T> work) {
        String before = NAME.get();
        NAME.set(service);
        try {
            return work.get();
        } finally {
            NAME.set(before);
        }
    }
}

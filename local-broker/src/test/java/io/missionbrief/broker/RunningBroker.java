package io.missionbrief.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a process of its own.
 *
 * @param process runs until it is stopped
 * @param endpoint that it told
 */
record RunningBroker(Process process, URI endpoint) implements AutoCloseable {

    static RunningBroker start(Class<?> main, Path folder) throws IOException {
        Process process = launch(main, folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith("endpoint ")) {
            process.destroyForcibly();
            throw new IllegalStateException("the broker did not start: " + line);
        }
        return new RunningBroker(process, URI.create(line.substring("endpoint ".length())));
    }

    static ProcessBuilder launch(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** As an operator stops it. */
    void terminate() throws InterruptedException {
        process.destroy();
        await();
    }

    /** As if the machine's memory had been given to somebody else. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    private void await() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

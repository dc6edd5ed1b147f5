package dev.sightglass.client.lifecycle;

import dev.sightglass.client.log.LogSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: the application context, its listeners and the flow of reports. */
public final class ServiceContext implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ServiceContext.class);

    private final ApplicationContext context;
    private final ServiceLifecycle lifecycle;
    private final EmbeddedServer server;
    private final ConfigReload reload;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private ServiceContext(ApplicationContext context, ConfigReload.Source source) {
        this.context = context;
        this.lifecycle = context.getBean(ServiceLifecycle.class);
        this.server = context.getBean(EmbeddedServer.class);
        this.reload = context.createBean(ConfigReload.class, source);
    }

    /**
     * Starts the service.
     *
     * @param config a YAML file with keys under {@code sightglass}
     * @return the running service
     */
    public static ServiceContext start(Optional<Path> config) {
        return start(config, Map.of());
    }

    /**
     * Starts the service with values that win over all other configuration.
     *
     * @param config a YAML file with keys under {@code sightglass}
     * @param overrides keys and values
     * @return the running service
     */
    public static ServiceContext start(Optional<Path> config, Map<String, Object> overrides) {
        LogSettings.check(System.getenv());
        var source = new ConfigReload.Source(config, config.map(FileChanges::content).orElse(new byte[0]), overrides);
        // before anything opens a port or a store
        ConfigurationReading.read(config, overrides).close();
        var context = ApplicationContext.builder().banner(false).eagerInitConfiguration(true)
            .propertySources(ConfigurationReading.sources(config, overrides).toArray(PropertySource[]::new)).build();
        try {
            context.start();
            var service = new ServiceContext(context, source);
            service.open();
            return service;
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    private void open() {
        server.start();
        lifecycle.start();
        reload.start();
        logger.info("API on {}", server.getURL());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
    }

    /** By now the JVM has answered the first SIGTERM; those that follow are ours. */
    private void stopOnSignal() {
        Signals.onStop(lifecycle::hurry);
        close();
    }

    /**
     * Where the API listens.
     *
     * @return the port
     */
    public int port() {
        return server.getPort();
    }

    /**
     * Waits until the service has stopped.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops in order; a second call waits for nothing. */
    @Override
    public void close() {
        if (stopping.compareAndSet(false, true)) {
            reload.close();
            lifecycle.close();
            context.close();
            logger.info("Stopped");
            stopped.countDown();
        }
    }
}

package dev.sightglass.client.lifecycle;

import dev.sightglass.client.intake.DropFolders;
import dev.sightglass.client.intake.FolderConfig;
import dev.sightglass.client.upload.UploadConfig;
import dev.sightglass.client.upload.UploadSettings;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.metrics.group.ConfigMetrics;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Prototype;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts changes of the configuration file in force while the service runs: drop folders, the token, everything of the upload. What else
 * has changed is named and waits for a restart. A file that would stop a start changes nothing.
 */
@Prototype
final class ConfigReload implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ConfigReload.class);

    private final Source source;
    private final BeanContext running;
    private final DropFolders folders;
    private final WatsServer server;
    private final UploadSettings upload;
    private final ReloadState state;
    private final ConfigMetrics metrics;
    private final FileChanges changes;

    ConfigReload(@Parameter Source source, BeanContext running, DropFolders folders, WatsServer server,
        UploadSettings upload, ReloadState state, ConfigMetrics metrics) {
        this.source = source;
        this.running = running;
        this.folders = folders;
        this.server = server;
        this.upload = upload;
        this.state = state;
        this.metrics = metrics;
        metrics.lastReloadSuccessful(state::isInForce);
        this.changes =
            new FileChanges(source.file(), source.content(),
                running.getBean(LifecycleConfig.class).reloadInterval(), this::reload);
    }

    /**
     * Where the configuration came from at the start.
     *
     * @param file the YAML file
     * @param content of the file before anything was made from it
     * @param overrides keys and values that win over it
     */
    @SuppressWarnings("ArrayRecordComponent") // a content is passed on, never compared
    record Source(Optional<Path> file, byte[] content, Map<String, Object> overrides) {}

    void start() {
        changes.start();
    }

    /** Never throws: whatever is wrong with a file, the service goes on with what it has. */
    void reload() {
        try (var reading = ConfigurationReading.read(source.file(), source.overrides())) {
            var newFolders = folders.prepare(List.copyOf(reading.all(FolderConfig.class)));
            // all that can fail comes before all that cannot
            server.useToken(reading.get(WatsConfig.class));
            upload.use(reading.get(UploadConfig.class));
            newFolders.run();
            var waiting = reading.changedSections(running);
            state.applied(waiting);
            metrics.applied();
            logger.info("The changed configuration is in force");
            if (!waiting.isEmpty()) {
                logger.warn("Changes of {} take a restart; until then the values before serve", waiting);
            }
        } catch (RuntimeException wrong) {
            var reason = rootMessage(wrong);
            state.refused(reason);
            metrics.refused();
            logger.error("The changed configuration is wrong and not in force; the one before serves on. {}", reason);
        }
    }

    private static String rootMessage(Throwable wrong) {
        var root =
            Stream.iterate(wrong, cause -> cause != null, Throwable::getCause).reduce(wrong, (_, deeper) -> deeper);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    @Override
    public void close() {
        changes.close();
    }
}

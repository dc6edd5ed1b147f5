package dev.sightglass.client.intake;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One drop folder, an entry of the list {@code sightglass.folders}.
 *
 * @param index its place in the list, from 0
 * @param name its name in logs, metrics and status; the last element of the path when not given
 * @param path where it is
 * @param converter the name of the converter for its files
 * @param pattern which files it takes, such as {@code *.csv}; the converter's patterns when not given
 * @param recursive whether sub-folders are searched too
 * @param priority 1 (first) to 10
 * @param afterSuccess what becomes of a file whose reports are safe
 * @param doneFolder where such files go; relative to the path
 * @param errorFolder where refused files go; relative to the path
 * @param watch how the folder learns of new files
 * @param doneFile the name of a file that says that another is finished, such as {@code {name}.done} or {@code {stem}.ok}; when given, no
 *        file is taken without it
 * @param quiet how long a file's size and time must not change before it is taken; when not given, 500 ms, or 3 s when polling
 * @param alarm a confidence below this is reported
 * @param reject a confidence below this refuses the file
 * @param arguments the converter's arguments
 */
@EachProperty(value = "sightglass.folders", list = true)
public record FolderConfig(@Parameter Integer index, @Nullable String name, @Nullable Path path,
    @Nullable String converter,
    @Nullable String pattern, @Bindable(defaultValue = "false") boolean recursive,
    @Bindable(defaultValue = "5") int priority, @Bindable(defaultValue = "MOVE") AfterSuccess afterSuccess,
    @Bindable(defaultValue = "Done") Path doneFolder, @Bindable(defaultValue = "Error") Path errorFolder,
    @Bindable(defaultValue = "EVENTS") WatchMode watch, @Nullable String doneFile, @Nullable Duration quiet,
    @Bindable(defaultValue = "0.5") double alarm, @Bindable(defaultValue = "0.2") double reject,
    @Nullable Map<String, Object> arguments) {

    /** Checks each value. */
    public FolderConfig {
        if (path == null) {
            throw new IllegalArgumentException(
                key(index, "path") + ": is missing. Name the folder that files are dropped into");
        }
        if (converter == null) {
            throw new IllegalArgumentException(key(index, "converter") + ": is missing for " + path
                + ". Name the converter for its files, such as wsjf");
        }
        check(name == null || (!name.isBlank() && name.length() <= 100), index, "name", "must have 1 to 100 characters",
            name);
        check(priority >= 1 && priority <= 10, index, "priority", "must be 1 (first) to 10", priority);
        check(0 <= reject && reject <= 1, index, "reject", "must be 0 to 1", reject);
        check(reject <= alarm && alarm <= 1, index, "alarm", "must be between reject (" + reject + ") and 1", alarm);
        check(quiet == null || quiet.toMillis() >= 10, index, "quiet", "must be at least 10 ms", quiet);
        check(isApart(path, doneFolder), index, "done-folder", "must be another folder than the path", doneFolder);
        check(isApart(path, errorFolder), index, "error-folder", "must be another folder than the path", errorFolder);
    }

    /** The key as it stands in the configuration. */
    String key(String key) {
        return key(index, key);
    }

    private static String key(int index, String key) {
        return "sightglass.folders[" + index + "]." + key;
    }

    private static boolean isApart(Path path, Path folder) {
        return !path.resolve(folder).normalize().equals(path.normalize());
    }

    private static void check(boolean valid, int index, String key, String expectation, @Nullable Object found) {
        if (!valid) {
            throw new IllegalArgumentException(key(index, key) + ": " + expectation + ". Found: " + found);
        }
    }
}

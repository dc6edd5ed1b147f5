package dev.sightglass.client.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.sightglass.client.convert.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;

/** The sheet that lies beside a refused file and says why, and what to do. */
final class ReasonFile {

    static final String ENDING = ".reason.json";

    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private ReasonFile() {}

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** Writes the sheet for a file that will have the name {@code placed}, and syncs it: whoever finds the file finds the reason. */
    static void write(Path placed, FolderPlan plan, Taken taken, Fate.Refused refused, Instant now) throws IOException {
        var converter = plan.recipe().converter();
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("file", taken.fileName().toString());
        sheet.put("reason", refused.reason());
        sheet.put("faults", refused.faults());
        sheet.put("folder", plan.name());
        sheet.put("converter", converter.name());
        sheet.put("converterVersion", converter.version());
        sheet.put("correlationId", taken.detection().id().value());
        sheet.put("sha256", refused.sha256());
        sheet.put("size", taken.state().size());
        sheet.put("detectedAt", taken.detection().at().toString());
        sheet.put("refusedAt", now.toString());
        sheet.put("retry", "Mend the file, or the configuration of the folder, and move it to " + plan.root()
            + " again; then delete this sheet.");
        var file = beside(placed);
        Files.write(file, WRITER.writeValueAsBytes(sheet), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Placement.sync(file);
        Placement.syncFolder(Objects.requireNonNull(file.getParent()));
    }
}

package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.xml.XmlElement;
import java.util.Optional;

/** How ATML says that something ended. */
final class Outcome {

    private Outcome() {}

    static Optional<Status> of(XmlElement element) {
        return element.find("Outcome").or(() -> element.find("ActionOutcome")).map(Outcome::status);
    }

    /** TestStand puts its own word into the qualifier where the standard has none. */
    private static Status status(XmlElement outcome) {
        var value = outcome.required("value");
        var word = switch (value) {
            case "NotStarted" -> "Skipped";
            case "UserDefined" -> outcome.attribute("qualifier").orElse("Done");
            case "Aborted" -> outcome.attribute("qualifier").orElse("Aborted");
            default -> value;
        };
        return Status.ofWord(word).orElseGet(() -> {
            if (value.equals("UserDefined")) {
                return Status.DONE;
            }
            if (value.equals("Aborted")) {
                return Status.TERMINATED;
            }
            throw outcome.wrong(
                "attribute value: expected a word such as Passed. Found: " + InvalidSourceException.quote(value));
        });
    }
}

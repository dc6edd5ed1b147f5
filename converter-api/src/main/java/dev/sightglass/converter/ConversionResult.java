package dev.sightglass.converter;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What became of one source in a converter. */
public sealed interface ConversionResult {

    /**
     * The source was converted.
     *
     * @param reports the reports in the order of the source; at least one
     */
    record Converted(List<Report> reports) implements ConversionResult {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException when the list is empty: a source without reports is rejected or skipped
         */
        public Converted {
            reports = List.copyOf(reports);
            if (reports.isEmpty()) {
                throw new IllegalArgumentException(
                    "a converted source has at least one report. Found: none; answer Rejected or Skipped");
            }
        }

        /**
         * The source was converted to one report.
         *
         * @param report the report
         * @return the result
         */
        public static Converted one(Report report) {
            return new Converted(List.of(report));
        }
    }

    /**
     * The source cannot be converted yet, for instance because a companion file is missing. It stays where it is and is tried again.
     *
     * @param reason what is awaited
     * @param retryAfter how long to wait before the next try; not negative
     */
    record Suspended(String reason, Duration retryAfter) implements ConversionResult {

        /** Checks the components. */
        public Suspended {
            Objects.requireNonNull(reason, "reason");
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter must not be negative. Found: " + retryAfter);
            }
        }
    }

    /**
     * The source is of no interest, and stays where it is.
     *
     * @param reason why
     */
    record Skipped(String reason) implements ConversionResult {

        /** Checks the component. */
        public Skipped {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The source is wrong and goes to the folder's {@code Error}.
     *
     * @param reason what is wrong, for the person who has to mend it
     */
    record Rejected(String reason) implements ConversionResult {

        /** Checks the component. */
        public Rejected {
            Objects.requireNonNull(reason, "reason");
        }
    }
}

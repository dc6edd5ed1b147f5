package dev.sightglass.client.report;

/**
 * One thing that is wrong with a report.
 *
 * @param path where, as a JSON pointer such as {@code /root/steps/3/status}; empty for the whole report
 * @param problem what is expected and what was found
 */
public record Fault(String path, String problem) {

    @Override
    public String toString() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }
}

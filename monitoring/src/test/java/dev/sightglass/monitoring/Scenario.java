package dev.sightglass.monitoring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes an alert fire, and what does not; see scenarios.yaml.
 *
 * @param alert its key
 * @param why what this scenario shows, where one alert has several
 * @param minutes how long the bad or almost bad course lasts
 * @param resolve how long the good course lasts until it must have resolved
 * @param silent whether it stays silent in the bad course too
 * @param alone whether there is no other cluster, and the alert names none
 * @param instance whether the alert names an instance
 * @param labels labels of the alert beside those that say where
 * @param series the courses
 * @param description the alert's description, filled in
 */
public record Scenario(String alert, @Nullable String why, int minutes, @Nullable Integer resolve, boolean silent,
    boolean alone,
    @Nullable Boolean instance, @Nullable Map<String, String> labels, List<Course> series,
    @Nullable String description) {

    private static final int RESOLVED = 90;

    public static List<Scenario> load() {
        try (var file = Scenario.class.getResourceAsStream("/scenarios.yaml")) {
            return List.of(new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(file,
                    Scenario[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int resolveMinutes() {
        return resolve == null ? RESOLVED : resolve;
    }

    @Override
    public String toString() {
        return why == null ? alert : alert + ": " + why;
    }

    /**
     * A series and its three courses.
     *
     * @param of name and labels as in the recorded scrape
     * @param bad values that make the alert fire
     * @param below values that almost do
     * @param good values that do not
     */
    public record Course(String of, String bad, String below, String good) {

        /** In promtool's notation: one course, then the other. */
        static String values(String first, int minutes, String then, int more) {
            return notation(first, minutes) + " " + notation(then, more);
        }

        private static String notation(String course, int minutes) {
            return course.contains("+") ? course + "x" + minutes : course + "+0x" + minutes;
        }
    }
}

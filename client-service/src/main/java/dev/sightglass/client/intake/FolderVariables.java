package dev.sightglass.client.intake;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads drop folders from the environment: {@code SIGHTGLASS_FOLDERS_0_PATH} for {@code sightglass.folders[0].path}. The framework reads
 * other keys from there, but no lists of tables.
 */
@ContextConfigurer
public final class FolderVariables implements ApplicationContextConfigurer {

    private static final Pattern VARIABLE = Pattern.compile("SIGHTGLASS_FOLDERS_(\\d+)_(ARGUMENTS_)?([A-Z0-9_]+)");

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of("folders of the environment", properties(System.getenv()),
            EnvironmentPropertySource.POSITION + 1));
    }

    /** The variables that name folders, as configuration keys. */
    static Map<String, Object> properties(Map<String, String> environment) {
        var properties = new HashMap<String, Object>();
        environment.forEach((variable, value) -> {
            var matcher = VARIABLE.matcher(variable);
            if (matcher.matches()) {
                var table = matcher.group(2) == null ? "" : "arguments.";
                var key = matcher.group(3).toLowerCase(Locale.ROOT).replace('_', '-');
                properties.put("sightglass.folders[" + matcher.group(1) + "]." + table + key, value);
            }
        });
        return properties;
    }
}

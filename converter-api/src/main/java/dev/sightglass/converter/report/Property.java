package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named value of additional data, or a group of such. Immutable.
 *
 * @param name the name
 * @param type the type's name as the test system has it, such as {@code String}; null for a group
 * @param value the value as text; null for a group
 * @param properties the members of a group; empty for a value
 */
public record Property(String name, @Nullable String type, @Nullable String value, List<Property> properties) {

    /** Copies the list. */
    public Property {
        properties = List.copyOf(properties);
    }

    /**
     * A value.
     *
     * @param name the name
     * @param type the type's name
     * @param value the value as text
     * @return the property
     */
    public static Property value(String name, String type, String value) {
        return new Property(name, type, value, List.of());
    }

    /**
     * A group.
     *
     * @param name the name
     * @param properties the members
     * @return the property
     */
    public static Property group(String name, Property... properties) {
        return new Property(name, null, null, List.of(properties));
    }

    ObjectNode toJson() {
        return new Members().text("name", name).text("type", type).exactText("value", value)
            .list("props", properties.stream().map(Property::toJson).toList()).json();
    }

    /** Additional data is a group at the top. */
    static ObjectNode additionalData(String name, List<Property> properties) {
        return new Members().text("name", name).list("props", properties.stream().map(Property::toJson).toList())
            .json();
    }
}

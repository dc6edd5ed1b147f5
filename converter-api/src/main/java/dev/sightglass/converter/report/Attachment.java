package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A file in a step or a repair. Immutable. */
public final class Attachment {

    private final String name;
    private final String contentType;
    private final @Nullable String description;
    private final String base64;

    private Attachment(String name, String contentType, @Nullable String description, String base64) {
        this.name = name;
        this.contentType = contentType;
        this.description = description;
        this.base64 = base64;
    }

    /**
     * An attachment.
     *
     * @param name the file's name
     * @param contentType its media type, such as {@code image/png}
     * @param content its bytes
     * @return the attachment
     */
    public static Attachment of(String name, String contentType, byte[] content) {
        return new Attachment(name, contentType, null, Base64.getEncoder().encodeToString(content));
    }

    /**
     * An attachment whose content is base64 already.
     *
     * @param name the file's name
     * @param contentType its media type
     * @param base64 its content; white space is dropped
     * @return the attachment
     * @throws IllegalArgumentException when the content is not base64
     */
    public static Attachment ofBase64(String name, String contentType, String base64) {
        var dense = base64.replaceAll("\\s", "");
        try {
            Base64.getDecoder().decode(dense);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("attachment " + name + ": its content is not base64", wrong);
        }
        return new Attachment(name, contentType, null, dense);
    }

    /**
     * The same with a description.
     *
     * @param text what it shows
     * @return a new attachment
     */
    public Attachment describedAs(String text) {
        return new Attachment(name, contentType, text, base64);
    }

    ObjectNode toJson() {
        return new Members().text("name", name).text("contentType", contentType).text("description", description)
            .exactText("data", base64).json();
    }
}

package dev.sightglass.demo.workload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Breaks a good file in one way; all the rest of it stays good. */
final class Spoiler {

    private static final int DEPTH = 10_000;
    private static final byte[] NOT_UTF8 = {(byte) 0xC3, '('};
    private static final String EXTERNAL = "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n";

    private Spoiler() {}

    static byte[] spoil(Flaw flaw, FileKind kind, Unit unit, String good) {
        return switch (flaw) {
            case EMPTY -> new byte[0];
            case TRUNCATED -> bytes(kind, good.substring(0, good.length() * 3 / 5));
            case TOO_DEEP ->
                bytes(kind, good.replaceFirst("\\{", "{\"extension\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + ","));
            case DUPLICATE_KEY -> bytes(kind, good.replaceFirst("\\{", "{\"sn\":\"" + unit.serialNumber() + "X\","));
            case EXTERNAL_ENTITY -> bytes(kind, withDoctype(good, unit, EXTERNAL));
            case ENTITY_BOMB -> bytes(kind, withDoctype(good, unit, bomb()));
            case ZIP -> zip(bytes(kind, good));
            case NO_SERIAL_NUMBER -> bytes(kind, withoutSerialNumber(kind, unit, good));
            case NO_PART_NUMBER -> bytes(kind, good.replaceFirst("\"pn\":\"[^\"]*\",| PN=\"[^\"]*\"", ""));
            case UNKNOWN_RESULT ->
                bytes(kind, good.replaceFirst("\"result\":\"[PF]\"", "\"result\":\"X\"")
                    .replaceFirst(" Result=\"\\w+\"", " Result=\"Perhaps\""));
            case NOT_UTF8 -> notUtf8(good, unit);
        };
    }

    private static String withoutSerialNumber(FileKind kind, Unit unit, String good) {
        var number = unit.serialNumber();
        return switch (kind.folderKey()) {
            case "wsjf" -> good.replace("\"sn\":\"" + number + "\",", "");
            case "wsxf" -> good.replace(" SN=\"" + number + "\"", "");
            case "wstf" -> good.replace("SerialNumber\t" + number + "\r\n", "");
            case "csv" -> good.replace(number + ",", ",");
            default -> throw new IllegalArgumentException(kind + " is not among the kinds of this flaw; this is a bug");
        };
    }

    private static String withDoctype(String good, Unit unit, String doctype) {
        // The comment is where WSXF has text, the serial number where ATML has.
        var used = good.replace(">line 2 &amp; panel<", ">&e;<").replace(">" + unit.serialNumber() + "<", ">&e;<");
        return Xml.DECLARATION + doctype + used.substring(Xml.DECLARATION.length());
    }

    private static String bomb() {
        var doctype = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"ha\">\n");
        for (var level = 1; level <= 30; level++) {
            doctype.append("<!ENTITY e").append(level).append(" \"").append(("&e" + (level - 1) + ";").repeat(10))
                .append("\">\n");
        }
        return doctype.append("<!ENTITY e \"&e30;\">]>\n").toString();
    }

    private static byte[] zip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("report");
            // Without a time of its own the entry would carry today's, and no two runs would give the same bytes.
            entry.setTimeLocal(LocalDateTime.of(2026, 3, 2, 6, 0));
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory cannot fail; this is a bug", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] notUtf8(String good, Unit unit) {
        var at = good.indexOf(unit.station()) < 0 ? good.indexOf(unit.batch()) : good.indexOf(unit.station());
        var head = good.substring(0, at).getBytes(StandardCharsets.UTF_8);
        var tail = good.substring(at).getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(head.length + tail.length + NOT_UTF8.length);
        bytes.writeBytes(head);
        bytes.writeBytes(NOT_UTF8);
        bytes.writeBytes(tail);
        return bytes.toByteArray();
    }

    private static byte[] bytes(FileKind kind, String text) {
        return text.getBytes(kind.charset());
    }
}

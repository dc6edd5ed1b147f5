package dev.sightglass.demo.workload;

/** A file for a drop folder. Immutable as long as nobody writes to {@link #bytes()}. */
public final class GeneratedFile {

    private final String name;
    private final String folderKey;
    private final byte[] bytes;
    private final Expectation expectation;

    GeneratedFile(String name, String folderKey, byte[] bytes, Expectation expectation) {
        this.name = name;
        this.folderKey = folderKey;
        this.bytes = bytes;
        this.expectation = expectation;
    }

    /** The file name, different for every file of a workload. */
    public String name() {
        return name;
    }

    /** The format, and so the drop folder: {@code wsjf}, {@code wsxf}, {@code wstf}, {@code csv} or {@code atml}. */
    public String folderKey() {
        return folderKey;
    }

    /** The content itself, not a copy: a load generator has no time to waste. Do not write to it. */
    public byte[] bytes() {
        return bytes;
    }

    /** What has to become of the file. */
    public Expectation expectation() {
        return expectation;
    }

    @Override
    public String toString() {
        return folderKey + "/" + name + " (" + bytes.length + " bytes, " + expectation + ")";
    }
}

package dev.sightglass.benchmarks.scrape;

import java.io.OutputStream;

/** Counts what is written and keeps none of it. */
final class Sink extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
        bytes++;
    }

    @Override
    public void write(byte[] many, int from, int count) {
        bytes += count;
    }

    long bytes() {
        return bytes;
    }
}

package dev.sightglass.demo.workload;

/** Writes thousandths as decimal fractions; a formatter would cost more than the rest of a report. */
final class Decimals {

    private Decimals() {}

    static String thousandths(long value) {
        var text = new StringBuilder(16);
        if (value < 0) {
            text.append('-');
        }
        var whole = Math.abs(value) / 1000;
        var rest = (int) (Math.abs(value) % 1000);
        text.append(whole).append('.').append((char) ('0' + rest / 100));
        if (rest % 100 != 0) {
            text.append((char) ('0' + rest / 10 % 10));
        }
        if (rest % 10 != 0) {
            text.append((char) ('0' + rest % 10));
        }
        return text.toString();
    }
}

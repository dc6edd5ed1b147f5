package dev.sightglass.health;

import java.util.regex.Pattern;

/** Makes text that came from anywhere fit to be shown to anybody. */
final class Words {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern URL_CREDENTIALS = Pattern.compile("://[^/@\\s]+@");

    private Words() {}

    static String clean(String text, int maxLength) {
        var oneLine = CONTROL.matcher(text).replaceAll(" ");
        var harmless = URL_CREDENTIALS.matcher(oneLine).replaceAll("://***@");
        return harmless.length() <= maxLength ? harmless : harmless.substring(0, maxLength - 1) + "…";
    }
}

package dev.sightglass.monitoring.rule;

/**
 * A word that expressions share, and that who runs the rules may set.
 *
 * @param value what it stands for unless set otherwise
 * @param meaning what it is, for the reference page
 */
public record Parameter(String value, String meaning) {}

package dev.sightglass.client.queue;

/**
 * What an operator's act came to.
 *
 * @param act its number in the journal
 * @param changed how many reports it changed
 * @param left how many it was meant for and had to leave, because they were in a state in which it cannot be done
 */
public record ActResult(long act, long changed, long left) {}

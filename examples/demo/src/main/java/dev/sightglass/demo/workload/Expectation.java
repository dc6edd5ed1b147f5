package dev.sightglass.demo.workload;

/** What has to become of a generated file. */
public sealed interface Expectation {

    /**
     * The file is good.
     *
     * @param reports how many reports reach the server
     */
    record Delivered(int reports) implements Expectation {}

    /**
     * The file is broken and has to end among the errors.
     *
     * @param why what is wrong with it, for people
     */
    record Rejected(String why) implements Expectation {}

    /**
     * The file has the same content as one before and brings nothing new.
     *
     * @param of the name of the file that it is a copy of
     */
    record Duplicate(String of) implements Expectation {}
}

package dev.sightglass.client.cli;

/** What the commands answer to the shell. */
enum ExitCode {

    /** All is well. */
    OK(0),
    /** The command ran and found something wrong: lost reports, a refused file, a failed check. */
    FOUND_WRONG(1),
    /** The command line is wrong. */
    USAGE(2),
    /** The configuration is wrong. */
    CONFIGURATION(20),
    /** The service cannot start for another reason. */
    START(30),
    /** The service does not answer. */
    NOT_RUNNING(32);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

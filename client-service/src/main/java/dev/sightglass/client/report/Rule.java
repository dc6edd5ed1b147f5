package dev.sightglass.client.report;

import java.io.IOException;

/** What a value has to be. */
interface Rule {

    /** Checks the value whose first token, never null, is the current one, and ends on its last token. */
    void check(Reading reading) throws IOException;
}

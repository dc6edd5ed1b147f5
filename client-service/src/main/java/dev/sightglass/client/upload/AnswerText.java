package dev.sightglass.client.upload;

import dev.sightglass.client.wats.Answer;

/** An answer in a line. */
final class AnswerText {

    /** Enough of the server's words to mend a report by, and not enough to fill a log. */
    private static final int EXCERPT = 500;

    private AnswerText() {}

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> answered.status() + " " + excerpt(answered.text());
            case Answer.Unanswered unanswered -> unanswered.detail();
        };
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), EXCERPT)).strip();
    }
}

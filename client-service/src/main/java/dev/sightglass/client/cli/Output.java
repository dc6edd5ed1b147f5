package dev.sightglass.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a command found: words for people, or JSON for scripts. */
final class Output {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    void print(String words, Object data) {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it runs; this is a bug");
        }
        command.commandLine().getOut().println(json ? json(data) : words);
    }

    /** Prints what a service answered, or what it says is wrong. */
    int printReply(ServiceClient.Reply reply, Function<JsonNode, String> words) {
        var detail = reply.body().path("detail").asText(reply.body().toString());
        print(reply.isGood() ? words.apply(reply.body()) : detail, reply.body());
        return (reply.isGood() ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }

    private static String json(Object data) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what commands print can always be written as JSON; this is a bug",
                impossible);
        }
    }
}

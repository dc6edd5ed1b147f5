package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The API of a running service, for the commands that ask it. */
final class ServiceClient {

    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    @Option(names = "--url", description = "The service's address; default: ${DEFAULT-VALUE}.", defaultValue = DEFAULT_URL)
    private URI url = URI.create(DEFAULT_URL);

    /**
     * What the service answered.
     *
     * @param status the HTTP status
     * @param text as it came
     * @param body as JSON
     */
    record Reply(int status, String text, JsonNode body) {

        boolean isGood() {
            return status < 300;
        }
    }

    Reply get(String path) throws InterruptedException, NotRunningException {
        return send(HttpRequest.newBuilder(url.resolve(path)).GET());
    }

    Reply post(String path, byte[] body) throws InterruptedException, NotRunningException {
        return send(HttpRequest.newBuilder(url.resolve(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    Reply post(String path) throws InterruptedException, NotRunningException {
        return post(path, new byte[0]);
    }

    Reply delete(String path) throws InterruptedException, NotRunningException {
        return send(HttpRequest.newBuilder(url.resolve(path)).DELETE());
    }

    private Reply send(HttpRequest.Builder request) throws InterruptedException, NotRunningException {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var named = request.header("X-Operator", System.getProperty("user.name")).timeout(Duration.ofSeconds(70));
            var response = http.send(named.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), new ObjectMapper().readTree(response.body()));
        } catch (IOException failed) {
            throw new NotRunningException(url, failed);
        }
    }

    /** Nobody answers at the address. */
    static final class NotRunningException extends Exception {

        private static final long serialVersionUID = 1L;

        NotRunningException(URI url, IOException cause) {
            super(
                "the service at " + url + " does not answer (" + cause + "); is it running, and is --url its address?",
                cause);
        }
    }
}

package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.sightglass.client.lifecycle.ServiceContext;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The description of the API against a running service: the same routes, and answers that fit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REPORT =
        """
        {"type":"T","pn":"PN-1","sn":"described","rev":"A","processCode":10,"result":"P","start":"2026-03-02T09:15:00.000+01:00",
         "root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P","steps":[]}}""";
    private static final Pattern ADDRESS =
        Pattern.compile("(?:(?<=[\\s`'\"])|(?<=:(?:8080|9090)))(/(?:api/v1|health|metrics|info)[\\w/{}-]*)(?![\\w.])");

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // read once for all tests
    private JsonNode description;
    @SuppressWarnings("NullAway.Init") // started once for all tests
    private ServiceContext service;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        description = MAPPER.valueToTree(
            new Yaml().<Object>load(Files.readString(Pages.ROOT.resolve("docs/reference/openapi.yaml"))));
        service = ServiceContext.start(Optional.empty(), BuiltService.configuration(root));
    }

    @AfterAll
    void stop() {
        service.close();
        http.shutdownNow();
    }

    @Test
    void describesEveryRouteAndNoOther(@TempDir Path root) throws IOException {
        try (var built = new BuiltService(root)) {
            var served = built.bean(Router.class).uriRoutes()
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains("/api/") && !route.startsWith("HEAD")).toList();
            var described = description.path("paths").properties().stream().flatMap(path -> path.getValue().properties()
                .stream().map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));

            assertThat(new TreeSet<>(described.toList())).isEqualTo(new TreeSet<>(served)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/reports,/api/v1/reports,good,202", "POST,/api/v1/reports,/api/v1/reports,{},422",
        "POST,/api/v1/files,/api/v1/files?converter=wsjf&filename=a.json,good,202",
        "POST,/api/v1/files,/api/v1/files?converter=wsjx&filename=a.json,good,400",
        "POST,/api/v1/files,/api/v1/files,good,400",
        "GET,/api/v1/reports,/api/v1/reports?state=dead&limit=3,,200", "GET,/api/v1/reports,/api/v1/reports,,200",
        "GET,/api/v1/reports,/api/v1/reports?limit=many,,400", "GET,/api/v1/reports/{id},/api/v1/reports/unknown,,404",
        "POST,/api/v1/reports/{id}/retry,/api/v1/reports/unknown/retry,,404",
        "DELETE,/api/v1/reports/{id},/api/v1/reports/unknown?reason=why,,404",
        "DELETE,/api/v1/reports,/api/v1/reports,,400",
        "POST,/api/v1/reports/hold,/api/v1/reports/hold?state=dead,,200",
        "POST,/api/v1/destination/resume,/api/v1/destination/resume,,200", "GET,/api/v1/acts,/api/v1/acts,,200",
        "GET,/api/v1/audit,/api/v1/audit?since=24h,,200",
        "GET,/api/v1/explain,/api/v1/explain?file=/nowhere/a.json,,200",
        "GET,/api/v1/status,/api/v1/status,,200"})
    void answersAsDescribed(String method, String path, String address, @Nullable String body, int status)
        throws Exception {
        var answer = call(method, address, "good".equals(body) ? REPORT : body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("X-Correlation-ID"))
            .hasValueSatisfying(id -> assertThat(id).hasSize(32));
        assertThat(violations(method, path, answer)).isEmpty();
    }

    @Test
    void aJourneyIsAsDescribed() throws Exception {
        var taken = MAPPER.readTree(call("POST", "/api/v1/reports", REPORT.replace("described", "followed")).body());
        var journey = call("GET", "/api/v1/reports/" + taken.path("correlationId").asText(), null);

        assertThat(journey.statusCode()).isEqualTo(200);
        assertThat(violations("GET", "/api/v1/reports/{id}", journey)).isEmpty();
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        var answer = call("GET", "/api/v1/nothing", null);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(violations(answer, "#/components/schemas/Problem")).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotFitWouldBeSeen() throws Exception {
        var answer = call("GET", "/api/v1/status", null);

        assertThat(violations(answer, "#/components/schemas/Problem")).isNotEmpty();
    }

    @Test
    void addressesOnPagesAreServed() {
        var described =
            description.path("paths").properties().stream().map(path -> path.getKey().replaceAll("\\{\\w+}", "[^/]+"));
        var served = Stream.concat(described, Stream.of("/health(/(live|ready|started|details))?", "/metrics", "/info"))
            .toList();

        assertThat(Pages.all().stream().filter(page -> !page.name().startsWith("health/"))
            .flatMap(page -> page.lines().stream().flatMap(line -> ADDRESS.matcher(line).results())
                .map(found -> found.group(1).replaceAll("[.]$", ""))
                .filter(path -> served.stream().noneMatch(path::matches))
                .map(path -> page.name() + ": " + path)))
            .isEmpty();
    }

    private HttpResponse<String> call(String method, String address, @Nullable String body)
        throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + address))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private List<String> violations(String method, String path, HttpResponse<String> answer) throws IOException {
        var described = resolved(description.path("paths").path(path).path(method.toLowerCase(Locale.ROOT))
            .path("responses").path(String.valueOf(answer.statusCode())));
        var type = answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
        var schema = described.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("%s %s %d %s is described", method, path, answer.statusCode(), type)
            .isFalse();
        return violations(answer, schema);
    }

    private List<String> violations(HttpResponse<String> answer, String reference) throws IOException {
        return violations(answer, MAPPER.valueToTree(Map.of("$ref", reference)));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** References inside of the schema point into the whole description, so its components go along. */
    private List<String> violations(HttpResponse<String> answer, JsonNode schema) throws IOException {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole, config)
            .validate(MAPPER.readTree(answer.body())).stream().map(Object::toString).toList();
    }
}

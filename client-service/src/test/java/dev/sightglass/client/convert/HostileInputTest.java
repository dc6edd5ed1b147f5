package dev.sightglass.client.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import dev.sightglass.client.convert.atml.AtmlConverter;
import dev.sightglass.client.convert.wsxf.WsxfConverter;
import dev.sightglass.client.report.Completion;
import dev.sightglass.client.report.Fault;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No file makes a converter do anything but refuse it with a reason. */
class HostileInputTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("everyFormatWithEveryBadInput")
    void isRefusedWithAReason(Converter converter, byte[] bytes) {
        var reason = refusal(converter, bytes);

        assertThat(reason).isNotBlank().hasSizeLessThan(1000).doesNotContain("Exception", "this is a bug");
        assertThatCode(() -> converter.probe(source(bytes),
            dev.sightglass.converter.Arguments.read(converter.arguments(), Map.of())))
            .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("xmlFormats")
    void neverReadsFilesNorCallsHosts(Converter converter) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            for (var attack : attacks(secret, url)) {
                assertThat(refusal(converter, attack.getBytes(StandardCharsets.UTF_8)))
                    .contains("document type declaration").doesNotContain("top secret");
            }
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    private static List<String> attacks(Path secret, String url) {
        return List.of("<!DOCTYPE r [<!ENTITY x SYSTEM \"%s\">]><Reports>&x;</Reports>".formatted(secret.toUri()),
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"%s\">]><Reports>&x;</Reports>".formatted(url),
            "<!DOCTYPE r [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><Reports/>".formatted(url),
            "<!DOCTYPE Reports SYSTEM \"%s\"><Reports/>".formatted(url),
            "<!DOCTYPE Reports PUBLIC \"-//A//B\" \"%s\"><TestResults/>".formatted(url));
    }

    private static String refusal(Converter converter, byte[] bytes) {
        try {
            return switch (Reports.convert(converter, "input", bytes, Map.of())) {
                case ConversionResult.Rejected(var reason) -> reason;
                case ConversionResult.Converted(var reports) -> reports.stream().map(HostileInputTest::faults)
                    .collect(Collectors.joining("; "));
                case ConversionResult.Suspended other -> throw new AssertionError(other);
                case ConversionResult.Skipped other -> throw new AssertionError(other);
            };
        } catch (InvalidSourceException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** WSJF is refused when it is completed, where every fault is listed. */
    private static String faults(Report report) {
        return switch (Reports.completed(report)) {
            case Completion.Invalid(var faults) -> faults.stream().map(Fault::toString)
                .collect(Collectors.joining("; "));
            case Completion.Complete other -> throw new AssertionError(other);
        };
    }

    private static Source source(byte[] bytes) {
        return new Source("input", bytes, Instant.EPOCH);
    }

    static Stream<Converter> xmlFormats() {
        return Stream.of(new WsxfConverter(), new AtmlConverter());
    }

    static Stream<Arguments> everyFormatWithEveryBadInput() throws IOException {
        var inputs = badInputs();
        return ServiceLoader.load(Converter.class).stream().map(ServiceLoader.Provider::get)
            .flatMap(converter -> inputs.entrySet().stream().map(input -> Arguments
                .argumentSet(converter.name() + ": " + input.getKey(), converter, input.getValue())));
    }

    private static Map<String, byte[]> badInputs() throws IOException {
        var inputs = new LinkedHashMap<String, byte[]>();
        inputs.put("empty", new byte[0]);
        inputs.put("white space", utf8(" \r\n\t\n"));
        inputs.put("zip", zip());
        inputs.put("zeros", new byte[4096]);
        inputs.put("every byte", everyByte());
        inputs.put("one long line", utf8("x".repeat(5_000_000)));
        inputs.put("truncated JSON", utf8("{\"type\":\"T\",\"root\":{\"steps\":[{\"name\":\"a"));
        inputs.put("deep JSON", utf8("{\"a\":" + "[".repeat(10_000)));
        inputs.put("deep steps", utf8("{\"steps\":[".repeat(10_000)));
        inputs.put("NaN", utf8("{\"type\":\"T\",\"processCode\":NaN}"));
        inputs.put("huge number", utf8("{\"processCode\":" + "9".repeat(10_000) + "}"));
        inputs.put("duplicate keys", utf8("{\"pn\":\"a\",\"pn\":\"b\"}"));
        inputs.put("wrong encoding", "{\"pn\":\"\u00e6\u00f8\u00e5\"}".getBytes(StandardCharsets.ISO_8859_1));
        inputs.put("deep XML", utf8("<Reports>" + "<Step>".repeat(100_000)));
        inputs.put("deep ATML", utf8("<TestResults>" + "<TestGroup>".repeat(100_000)));
        inputs.put("truncated XML", utf8("<Reports><Report type=\"UUT\" SN=\"1"));
        inputs.put("XML in a wrong encoding", "<Reports a='\u00e6'/>".getBytes(StandardCharsets.ISO_8859_1));
        inputs.put("billion laughs", utf8(billionLaughs()));
        inputs.put("undeclared entity", utf8("<Reports>&lol;</Reports>"));
        inputs.put("header only", utf8("--Header-Start--\nSerialNumber\t1"));
        inputs.put("deep sequences",
            utf8("--Header-Start--\n--Step-Data-Start--\n" + "SequenceCall\ta\n".repeat(100_000)));
        inputs.put("open quote", utf8("serial_number,part_number,test_name,value\n1,2,\"3,4\n"));
        inputs.put("titles only", utf8("serial_number,part_number,test_name,value\n"));
        return inputs;
    }

    private static String billionLaughs() {
        var entities = IntStream.range(1, 10)
            .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY l0 \"lol\">" + entities + "]><Reports>&l9;</Reports>";
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (255 - i);
        }
        return bytes;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("report.json"));
            zip.write(utf8("{}"));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

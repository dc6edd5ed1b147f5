package dev.sightglass.metrics.micronaut.correlation;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import org.reactivestreams.Publisher;
import io.micronaut.core.async.annotation.SingleResult;

@Client("/echo")
interface EchoClient {

    @Get
    @SingleResult
    Publisher<String> echo();

    @Get
    String echoBlocking();
}

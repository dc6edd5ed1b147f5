/**
 * metrics-core for Micronaut applications. With this module on the class path, an application has these beans:
 * {@link dev.sightglass.metrics.MetricsCollector} over the one {@code PrometheusRegistry}, which Micrometer's Prometheus
 * registry shares if it is there; every ready group of {@link dev.sightglass.metrics.group}; and what the process says
 * about itself.
 *
 * <pre>{@code
 * @Singleton
 * class Orders {
 *     private static final CounterDeclaration PLACED =
 *         CounterDeclaration.of("orders_placed", "Orders that were placed.");
 *     private final BoundCounter placed;
 *
 *     Orders(MetricsCollector metrics) {
 *         placed = metrics.counter(PLACED).bind();
 *     }
 *
 *     @TrackRequestMetrics("place_order")
 *     Mono<Order> place(Cart cart) { ... }
 * }
 * }</pre>
 *
 * <p>
 * <b>Annotations</b> need this module on the annotation processor path as well, beside
 * {@code micronaut-inject-java}; who forgets it reads so in the log as soon as an annotated bean is made.
 *
 * <pre>{@code
 * <annotationProcessorPaths>
 *   <path><groupId>io.micronaut</groupId><artifactId>micronaut-inject-java</artifactId>...</path>
 *   <path><groupId>dev.sightglass</groupId><artifactId>metrics-micronaut</artifactId>...</path>
 * </annotationProcessorPaths>
 * }</pre>
 *
 * <p>
 * <b>Outgoing calls</b> of every Micronaut HTTP client are measured under their URI template. A client that is not made
 * from an interface has none: give it one with {@code BasicHttpAttributes.setUriTemplate(request, "/items/{id}")}, or
 * the calls of a service under {@code micronaut.http.services} are counted under its id, and all others as
 * {@code other}. The size of a body that is streamed without a length is not recorded.
 *
 * <p>
 * <b>Correlation.</b> Each incoming request has an id, taken from {@code X-Correlation-ID} or {@code traceparent} if
 * valid, else new. It is in the log context as {@code correlation_id}, on the answer, and on every outgoing call. It
 * follows the request over Micronaut's executors, virtual threads and Reactor's schedulers. To threads that the
 * application starts itself it is carried by the wrappers of
 * {@link dev.sightglass.metrics.correlation.CorrelationContext}.
 *
 * <p>
 * <b>Configuration.</b> {@code sightglass.metrics.enabled=false} switches recording off. Micrometer's binders for the
 * JVM, uptime, processor and files are off while this module is present, because they repeat {@code jvm_*} and
 * {@code process_*} under names that clash; setting {@code micronaut.metrics.binders.jvm.enabled} or its neighbours to
 * true brings Micrometer's back in place of ours. An application that wants another collector, say with a namespace of
 * its own, declares one with {@code @Replaces(MetricsCollector.class)}.
 *
 * <p>
 * Metrics are declared in metrics-core and by applications; no name of a metric belongs here.
 */
@NullMarked
package dev.sightglass.metrics.micronaut;

import org.jspecify.annotations.NullMarked;

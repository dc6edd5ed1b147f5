package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.CountErrors;
import dev.sightglass.metrics.track.TrackConverter;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says aloud when a bean is annotated but was compiled without this module on the annotation processor path. The
 * compiler cannot say it: what is missing is what would. Each class is looked at once, when its first bean is made, so
 * nothing is loaded that would not have been.
 */
@Singleton
@Requires(property = "sightglass.metrics.enabled", notEquals = "false")
final class MissingAdvice implements BeanCreatedEventListener<Object> {
    private static final Logger logger = LoggerFactory.getLogger(MissingAdvice.class);
    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(TrackRequestMetrics.class,
        TrackConverter.class, CountErrors.class);
    private static final List<String> NEVER_ANNOTATED = List.of("io.micronaut.", "io.netty.", "io.micrometer.", "java.",
        "jdk.");

    private final Set<Class<?>> seen = ConcurrentHashMap.newKeySet();

    @Override
    public Object onCreated(BeanCreatedEvent<Object> event) {
        var type = event.getBean().getClass();
        if (NEVER_ANNOTATED.stream().noneMatch(type.getName()::startsWith) && seen.add(type)
            && !isAdvised(event.getBeanDefinition()) && isAnnotated(type)) {
            logger.error("{} is annotated to be tracked, but is not: its calls will be missing from the metrics. Add "
                + "dev.sightglass:metrics-micronaut to the annotation processor path of the module that it is compiled "
                + "in; if a factory method makes it, annotate that method too", type.getName());
        }
        return event.getBean();
    }

    private static boolean isAdvised(BeanDefinition<?> definition) {
        return definition.hasStereotype(Tracked.class)
            || definition.getExecutableMethods().stream().anyMatch(method -> method.hasStereotype(Tracked.class));
    }

    private static boolean isAnnotated(Class<?> type) {
        try {
            return family(type).flatMap(MissingAdvice::places)
                .anyMatch(place -> ANNOTATIONS.stream().anyMatch(place::isAnnotationPresent));
        } catch (LinkageError _) {
            // A method names a class that is not there. The bean may work without it, and must not fail for our sake.
            return false;
        }
    }

    private static Stream<AnnotatedElement> places(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()));
    }

    private static Stream<Class<?>> family(Class<?> type) {
        var parents = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return Stream.concat(Stream.of(type), parents.flatMap(MissingAdvice::family));
    }
}

package dev.sightglass.benchmarks.recording;

import io.micronaut.aop.Around;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Advice that only proceeds. */
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface EmptyAdvice {

    /** The interceptor. */
    @InterceptorBean(EmptyAdvice.class)
    record Passing() implements MethodInterceptor<Object, Object> {
        @Override
        public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
            return context.proceed();
        }
    }
}

package dev.berth.manifest;

import dev.berth.value.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * The style of a declaration that requires nothing. There is no stage, so the builder itself is public: for {@code
 * Affinity}, it is {@code AffinityOptions}.
 *
 * @see Dsl the style of a declaration that requires something
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        strictBuilder = true,
        implementationNestedInBuilder = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        typeBuilder = "*Options",
        overshadowImplementation = true,
        depluralize = true,
        jdkOnly = true,
        jdk9Collections = false,
        get = "*",
        allowedClasspathAnnotations = Generated.class,
        throwForInvalidImmutableState = InvalidValueException.class)
public @interface DslOptions {}

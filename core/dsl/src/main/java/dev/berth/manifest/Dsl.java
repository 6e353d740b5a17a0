package dev.berth.manifest;

import dev.berth.value.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * The style of a declaration that requires something. Each required attribute is a stage of the builder, in the order
 * of the declaration, and each optional attribute is a method of the last stage.
 *
 * <p>For {@code Container}, the stages are the public interfaces in {@code ContainerBuildStages}. The builder and the
 * implementation are package-private.
 *
 * @see DslOptions the style of a declaration that requires nothing
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        stagedBuilder = true,
        // These three put the stages in a public class of their own, and keep everything else out of sight.
        implementationNestedInBuilder = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        // Not "*Builder": the Kubernetes model uses that name for its own builders.
        typeBuilder = "*Build",
        overshadowImplementation = true,
        depluralize = true,
        jdkOnly = true,
        jdk9Collections = false,
        get = "*",
        // This one is not kept in the class file. With any other, a user's compiler warns that it cannot find it.
        allowedClasspathAnnotations = Generated.class,
        throwForInvalidImmutableState = InvalidValueException.class)
public @interface Dsl {}

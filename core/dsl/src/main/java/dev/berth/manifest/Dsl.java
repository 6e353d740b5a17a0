package dev.berth.manifest;

import dev.berth.value.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * The style of every declaration: required things are stages of the builder in the order of the declaration, optional
 * things are methods of the last stage, and the generated class stays hidden behind the abstract one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        stagedBuilder = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        depluralize = true,
        jdkOnly = true,
        jdk9Collections = false,
        get = "*",
        // This one leaves no trace in the class file; the others make a user's compiler warn that it can't find them.
        allowedClasspathAnnotations = Generated.class,
        throwForInvalidImmutableState = InvalidValueException.class)
public @interface Dsl {}

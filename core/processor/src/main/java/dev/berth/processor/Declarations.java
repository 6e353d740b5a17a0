package dev.berth.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the annotations and the accessors of a type state about its attributes. */
final class Declarations {

    private static final String STYLE = "org.immutables.value.Value.Style";
    private static final String DEFAULT = "org.immutables.value.Value.Default";
    private static final String NON_ATTRIBUTE = "org.immutables.value.Value.NonAttribute";

    /** The simple name of the annotation of a type whose attributes several declarations share. */
    private static final String PART = "DslPart";

    private Declarations() {}

    /** Whether a type is a declaration: whether it has a style. */
    static boolean isDeclaration(TypeElement type) {
        return builderName(type).isPresent();
    }

    /** The name of the builder of a declaration, which is in the package of the declaration. */
    static Optional<String> builderName(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .flatMap(annotation -> annotation.getAnnotationType().asElement().getAnnotationMirrors().stream())
                .filter(meta -> isNamed(meta, STYLE))
                .flatMap(style -> style.getElementValues().entrySet().stream())
                .filter(member -> member.getKey().getSimpleName().contentEquals("typeBuilder"))
                .map(member -> String.valueOf(member.getValue().getValue()))
                .map(pattern -> pattern.replace("*", type.getSimpleName()))
                .findFirst();
    }

    static boolean isPart(TypeElement type) {
        return type.getAnnotationMirrors().stream().anyMatch(annotation -> annotation
                .getAnnotationType()
                .asElement()
                .getSimpleName()
                .contentEquals(PART));
    }

    /** The nearest parts among the supertypes of a type. */
    static List<TypeElement> partsAbove(TypeElement type) {
        return supertypes(type)
                .flatMap(above -> isPart(above) ? Stream.of(above) : partsAbove(above).stream())
                .distinct()
                .toList();
    }

    /** The names of the attributes that the parts above a type declare. */
    static Set<String> inherited(TypeElement type) {
        Set<String> names = new LinkedHashSet<>();
        partsAbove(type).forEach(part -> {
            declared(part)
                    .forEach(accessor -> names.add(accessor.getSimpleName().toString()));
            names.addAll(inherited(part));
        });
        return names;
    }

    /**
     * The accessors of the attributes of a declaration, by name: those of its interfaces, then those of its superclass,
     * then its own, as Immutables orders them.
     */
    static Map<String, ExecutableElement> attributes(TypeElement type) {
        Map<String, ExecutableElement> all = accessors(type);
        all.values().removeIf(accessor -> !isAttribute(accessor));
        return all;
    }

    private static Map<String, ExecutableElement> accessors(TypeElement type) {
        Map<String, ExecutableElement> all = new LinkedHashMap<>();
        List<TypeElement> above = new ArrayList<>(supertypes(type).toList());
        // The superclass comes last.
        above.forEach(supertype -> accessors(supertype).forEach((name, accessor) -> add(all, name, accessor)));
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(Declarations::isAccessor)
                .forEach(accessor -> {
                    all.remove(accessor.getSimpleName().toString());
                    all.put(accessor.getSimpleName().toString(), accessor);
                });
        return all;
    }

    /** A method of a class takes precedence over that of an interface, and a concrete one over an abstract one. */
    private static void add(Map<String, ExecutableElement> all, String name, ExecutableElement accessor) {
        boolean precedes = Objects.requireNonNull(accessor.getEnclosingElement(), "a method is in a type")
                        .getKind()
                        .isClass()
                || !accessor.getModifiers().contains(Modifier.ABSTRACT);
        if (precedes) {
            all.put(name, accessor);
        } else {
            all.putIfAbsent(name, accessor);
        }
    }

    /** The public accessors that a type itself declares as attributes. */
    static List<ExecutableElement> declared(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(Declarations::isAccessor)
                .filter(Declarations::isAttribute)
                .toList();
    }

    private static boolean isAccessor(ExecutableElement method) {
        return method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && !method.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isAttribute(ExecutableElement accessor) {
        boolean open = accessor.getModifiers().contains(Modifier.ABSTRACT) && !isAnnotated(accessor, NON_ATTRIBUTE);
        return accessor.getModifiers().contains(Modifier.PUBLIC) && (open || isAnnotated(accessor, DEFAULT));
    }

    private static boolean isAnnotated(Element element, String annotation) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> isNamed(mirror, annotation));
    }

    private static boolean isNamed(AnnotationMirror annotation, String name) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(name);
    }

    private static Stream<TypeElement> supertypes(TypeElement type) {
        return Stream.concat(type.getInterfaces().stream(), Stream.<TypeMirror>of(type.getSuperclass()))
                .filter(mirror -> mirror.getKind() == TypeKind.DECLARED)
                .map(mirror -> (TypeElement) ((DeclaredType) mirror).asElement());
    }
}

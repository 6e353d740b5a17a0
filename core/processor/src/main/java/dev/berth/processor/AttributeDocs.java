package dev.berth.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The descriptions of the attributes of a declaration, from its Javadoc. */
final class AttributeDocs {

    /** A link that need not resolve in the generated file, whose imports differ. */
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^\\s}]+)(?:\\s+([^}]+))?}");

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@");

    private final Elements elements;

    AttributeDocs(Elements elements) {
        this.elements = elements;
    }

    /**
     * The description of an attribute, line by line. Empty if it has none, which is the case for an attribute that a
     * compiled class declares.
     */
    List<String> description(String type, String attribute) {
        TypeElement declaration = elements.getTypeElement(type);
        return declaration == null
                ? List.of()
                : comment(declaration, attribute).map(AttributeDocs::lines).orElse(List.of());
    }

    private Optional<String> comment(TypeElement type, String attribute) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> isAttribute(method, attribute))
                .flatMap(method -> Optional.ofNullable(elements.getDocComment(method)).stream())
                .findFirst()
                .or(() -> inherited(type, attribute));
    }

    private static boolean isAttribute(ExecutableElement method, String attribute) {
        return method.getSimpleName().contentEquals(attribute)
                && method.getParameters().isEmpty();
    }

    private Optional<String> inherited(TypeElement type, String attribute) {
        List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
        above.add(0, type.getSuperclass());
        return above.stream()
                .filter(DeclaredType.class::isInstance)
                .map(mirror -> ((DeclaredType) mirror).asElement())
                .filter(element -> element.getKind().isClass() || element.getKind() == ElementKind.INTERFACE)
                .flatMap(element -> comment((TypeElement) element, attribute).stream())
                .findFirst();
    }

    private static List<String> lines(String comment) {
        Matcher tag = BLOCK_TAG.matcher(comment);
        String description = tag.find() ? comment.substring(0, tag.start()) : comment;
        return LINK.matcher(description)
                .replaceAll(link -> Matcher.quoteReplacement("{@code " + name(link.group(1), link.group(2)) + "}"))
                .strip()
                .lines()
                .map(String::strip)
                .toList();
    }

    private static String name(String target, String label) {
        return label == null ? target.replace('#', '.') : label;
    }
}

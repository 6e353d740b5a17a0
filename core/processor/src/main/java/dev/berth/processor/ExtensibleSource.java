package dev.berth.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The source of an interface with the methods that return an extended copy. */
final class ExtensibleSource {

    private static final Map<String, String> PRIMITIVES =
            Map.of("java.lang.Boolean", "boolean", "java.lang.Integer", "int", "java.lang.Long", "long");

    /** Types for which Immutables accepts exactly this Optional, and no Optional of a subtype. */
    private static final Set<String> EXACT =
            Set.of("java.lang.String", "java.lang.Boolean", "java.lang.Integer", "java.lang.Long");

    private static final String REPLACES = "Returns a copy with these values, and without those that were declared.";

    private static final String ADDITIONS = "dev.berth.manifest.Additions";

    private final TypeElement type;
    private final String self;
    private final boolean named;
    private final AttributeDocs docs;
    private final StringBuilder text = new StringBuilder();

    /**
     * Starts the interface.
     *
     * @param self the type of the copies
     * @param above the interfaces of the parts
     * @param named whether the declarations have a name, for messages
     */
    ExtensibleSource(
            TypeElement type, String inPackage, String self, List<String> above, boolean named, AttributeDocs docs) {
        this.type = type;
        this.self = self;
        this.named = named;
        this.docs = docs;
        List<String> lines = new ArrayList<>(List.of(
                "The copies of a {@link " + type.getSimpleName() + "}: {@code with…} replaces a single value,",
                "{@code plus…} adds to a list or a map and keeps what was declared, and {@code replace…} replaces a",
                "list or a map. Each copy is checked as the declaration was."));
        if (isPart()) {
            lines.addAll(List.of("", "@param <T> the type of the declaration, and of its copies"));
        }
        text.append("package ").append(inPackage).append(";\n\n");
        javadoc("", lines);
        line("@javax.annotation.processing.Generated(\"" + DeclarationProcessor.class.getName() + "\")");
        line("@SuppressWarnings({\"deprecation\", \"overloads\"})");
        line("public interface " + nameFor(type) + (isPart() ? "<T>" : "")
                + (above.isEmpty() ? "" : " extends " + String.join(", ", above)) + " {");
    }

    static String nameFor(TypeElement type) {
        return "Extensible" + type.getSimpleName();
    }

    String text() {
        return text + "}\n";
    }

    /** Declares the accessor, so that a method for every declaration with this part can read the attribute. */
    void accessor(Attribute attribute) {
        javadoc("  ", description(attribute));
        line("  " + attribute.type() + " " + attribute.name() + "();");
    }

    /** Declares the methods for an attribute. */
    void methods(Attribute attribute) {
        switch (attribute.form()) {
            case SINGLE -> single(attribute);
            case OPTIONAL -> optional(attribute);
            case FUNCTION -> {
                optional(attribute);
                plusFunction(attribute);
            }
            case COLLECTION -> collection(attribute);
            case MAP -> map(attribute);
        }
    }

    private void single(Attribute attribute) {
        abstractMethod(attribute, "Returns a copy with this value.", "with", attribute.type() + " " + attribute.name());
        if (attribute.changeable()) {
            defaultMethod(
                    attribute,
                    "Returns a copy in which this function has changed the value.",
                    "with" + attribute.title(),
                    "java.util.function.UnaryOperator<" + attribute.type() + "> change",
                    "with" + attribute.title() + "(change.apply(" + read(attribute) + "))");
        }
    }

    private void optional(Attribute attribute) {
        String value = attribute.valueType();
        abstractMethod(attribute, "Returns a copy with this value.", "with", primitive(value) + " " + attribute.name());
        abstractMethod(
                attribute,
                "Returns a copy with this value, or without one.",
                "with",
                "java.util.Optional<" + (EXACT.contains(value) ? "" : "? extends ") + value + "> " + attribute.name());
    }

    private void plusFunction(Attribute attribute) {
        defaultMethod(
                attribute,
                "Returns a copy that applies this function after the one that was declared.",
                "plus" + attribute.title(),
                attribute.valueType() + " more",
                "with" + attribute.title() + "(" + ADDITIONS + ".to(" + read(attribute) + ", more))");
    }

    private void collection(Attribute attribute) {
        String element = attribute.valueType();
        String replaced = "replace" + attribute.title() + "(" + ADDITIONS + ".to(" + read(attribute) + ", ";
        defaultMethod(
                attribute,
                "Returns a copy with one more element.",
                "plus" + attribute.singularTitle(),
                primitive(element) + " element",
                replaced + "java.util.List.<" + element + ">of(element)))");
        defaultMethod(
                attribute,
                "Returns a copy with these elements added.",
                "plus" + attribute.title(),
                primitive(element) + "... elements",
                replaced
                        + (PRIMITIVES.containsKey(element)
                                ? "java.util.Arrays.stream(elements).boxed().toList()))"
                                : "java.util.List.<" + element + ">of(elements)))"));
        defaultMethod(
                attribute,
                "Returns a copy with these elements added.",
                "plusAll" + attribute.title(),
                elements(attribute),
                replaced + "elements))");
        if (isPart()) {
            abstractMethod(attribute, REPLACES, "replace", elements(attribute));
        }
    }

    private void map(Attribute attribute) {
        String key = attribute.arguments().get(0);
        String value = attribute.valueType();
        String name = named ? receiver() + "name()" : "\"\"";
        String replaced = "replace" + attribute.title() + "(" + ADDITIONS + ".to(this, " + name + ", \""
                + attribute.name() + "\", " + read(attribute) + ", ";
        defaultMethod(
                attribute,
                "Returns a copy with one more entry.",
                "plus" + attribute.singularTitle(),
                key + " key, " + primitive(value) + " value",
                replaced + "java.util.Map.<" + key + ", " + value + ">of(key, value)))");
        defaultMethod(
                attribute,
                "Returns a copy with these entries added.",
                "plusAll" + attribute.title(),
                entries(attribute),
                replaced + "entries))");
        if (isPart()) {
            abstractMethod(attribute, REPLACES, "replace", entries(attribute));
        }
    }

    /**
     * Implements what only the implementation of a declaration can do: the other methods are written in its terms.
     *
     * @param overrides whether a part declares the method
     */
    void implementation(Attribute attribute, String implementation, boolean overrides) {
        String value = attribute.valueType();
        String with = "((" + implementation + ") this).with" + attribute.title();
        if (attribute.form() == Attribute.Form.COLLECTION) {
            String copy = ADDITIONS + ".to(java.util.List.<" + value + ">of(), elements)";
            replacing(attribute, overrides, elements(attribute), with + "(" + copy + ")");
        } else if (attribute.form() == Attribute.Form.MAP) {
            replacing(attribute, overrides, entries(attribute), with + "(entries)");
        }
    }

    private void replacing(Attribute attribute, boolean overrides, String parameter, String value) {
        if (overrides) {
            line("  @Override");
        } else {
            document(attribute, REPLACES);
        }
        body("replace" + attribute.title(), parameter, value);
    }

    private void abstractMethod(Attribute attribute, String action, String verb, String parameter) {
        document(attribute, action);
        line("  " + self + " " + verb + attribute.title() + "(" + parameter + ");");
    }

    private void defaultMethod(Attribute attribute, String action, String name, String parameters, String value) {
        document(attribute, action);
        body(name, parameters, value);
    }

    private void body(String name, String parameters, String value) {
        line("  default " + self + " " + name + "(" + parameters + ") {");
        line("    return " + value + ";");
        line("  }");
    }

    private static String primitive(String type) {
        return PRIMITIVES.getOrDefault(type, type);
    }

    private static String elements(Attribute attribute) {
        return "Iterable<? extends " + attribute.valueType() + "> elements";
    }

    private static String entries(Attribute attribute) {
        return "java.util.Map<" + attribute.arguments().get(0) + ", ? extends " + attribute.valueType() + "> entries";
    }

    private String read(Attribute attribute) {
        return receiver() + attribute.name() + "()";
    }

    private String receiver() {
        return isPart() ? "" : "((" + self + ") this).";
    }

    private boolean isPart() {
        return Declarations.isPart(type);
    }

    private void document(Attribute attribute, String action) {
        List<String> lines = new ArrayList<>(description(attribute));
        lines.addAll(List.of("", "<p>" + action));
        javadoc("  ", lines);
    }

    /** The attribute's own description, or a link to it if it has none. */
    private List<String> description(Attribute attribute) {
        List<String> lines = docs.description(type.getQualifiedName().toString(), attribute.name());
        return lines.isEmpty()
                ? List.of("See {@link " + type.getSimpleName() + "#" + attribute.name() + "()}.")
                : lines;
    }

    private void javadoc(String margin, List<String> lines) {
        line(margin + "/**");
        lines.forEach(described -> line((margin + " * " + described).stripTrailing()));
        line(margin + " */");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

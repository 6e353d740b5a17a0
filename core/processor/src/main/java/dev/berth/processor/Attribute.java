package dev.berth.processor;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * An attribute of a declaration, as the methods of its copies see it.
 *
 * @param name the name of its accessor
 * @param form how it holds its values
 * @param type its type, as source code
 * @param arguments the types of the elements, or of the keys and the values
 * @param changeable whether the value is a declaration itself, so that a function can change it
 */
record Attribute(String name, Form form, String type, List<String> arguments, boolean changeable) {

    /** How an attribute holds its values. */
    enum Form {
        SINGLE,
        OPTIONAL,
        FUNCTION,
        COLLECTION,
        MAP
    }

    private static final Map<String, Form> FORMS = Map.of(
            "java.util.Optional",
            Form.OPTIONAL,
            "java.util.List",
            Form.COLLECTION,
            "java.util.Set",
            Form.COLLECTION,
            "java.util.Map",
            Form.MAP);

    private static final String FUNCTION = "java.util.function.UnaryOperator";

    static Attribute of(ExecutableElement accessor) {
        String name = accessor.getSimpleName().toString();
        TypeMirror type = accessor.getReturnType();
        if (!(type instanceof DeclaredType declared)) {
            return new Attribute(name, Form.SINGLE, type.toString(), List.of(), false);
        }
        TypeElement element = (TypeElement) declared.asElement();
        List<String> arguments =
                declared.getTypeArguments().stream().map(TypeMirror::toString).toList();
        Form form = FORMS.getOrDefault(element.getQualifiedName().toString(), Form.SINGLE);
        if (form == Form.OPTIONAL && arguments.get(0).startsWith(FUNCTION + "<")) {
            form = Form.FUNCTION;
        }
        return new Attribute(name, form, type.toString(), arguments, Declarations.isDeclaration(element));
    }

    /** The type of the value, of the elements, or of the values by key. */
    String valueType() {
        return form == Form.SINGLE ? type : arguments.get(arguments.size() - 1);
    }

    /** The name with a capital letter. */
    String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The name of one element with a capital letter, by the rules of Immutables. */
    String singularTitle() {
        String title = title();
        if (title.endsWith("ies")) {
            return title.substring(0, title.length() - 3) + "y";
        }
        return title.endsWith("s") ? title.substring(0, title.length() - 1) : title;
    }
}

package dev.berth.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Generates the interface through which a declaration is extended, for each declaration and each part of several. */
final class Extensions {

    /** The attribute that identifies a declaration. Its factory sets and checks it. */
    private static final String IDENTITY = "name";

    private final Elements elements;
    private final Filer filer;
    private final Messager messager;
    private final AttributeDocs docs;

    Extensions(ProcessingEnvironment environment, AttributeDocs docs) {
        this.elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.messager = environment.getMessager();
        this.docs = docs;
    }

    void generate(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            if (Declarations.isPart(type)) {
                write(type, ofPart(type));
            } else if (Declarations.isDeclaration(type)) {
                requireInterface(type);
                write(type, ofDeclaration(type));
            }
        }
    }

    /** Without its interface, a declaration would have none of the methods. */
    private void requireInterface(TypeElement declaration) {
        String required = ExtensibleSource.nameFor(declaration);
        if (declaration.getInterfaces().stream()
                .noneMatch(above -> simpleName(above.toString()).equals(required))) {
            messager.printMessage(
                    Diagnostic.Kind.ERROR,
                    declaration.getSimpleName() + " must implement " + required + ", which is generated",
                    declaration);
        }
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private String ofPart(TypeElement part) {
        List<Attribute> own =
                Declarations.declared(part).stream().map(Attribute::of).toList();
        ExtensibleSource source = source(part, "T");
        own.forEach(source::accessor);
        own.stream().filter(attribute -> !attribute.name().equals(IDENTITY)).forEach(source::methods);
        return source.text();
    }

    private String ofDeclaration(TypeElement declaration) {
        List<Attribute> all = Declarations.attributes(declaration).values().stream()
                .map(Attribute::of)
                .toList();
        String identity = identity(all);
        Set<String> inherited = Declarations.inherited(declaration);
        ExtensibleSource source =
                source(declaration, declaration.getSimpleName().toString());
        String implementation =
                Declarations.builderName(declaration).orElseThrow() + ".Immutable" + declaration.getSimpleName();
        for (Attribute attribute : all) {
            if (attribute.name().equals(identity)) {
                continue;
            }
            boolean overrides = inherited.contains(attribute.name());
            if (!overrides) {
                source.methods(attribute);
            }
            source.implementation(attribute, implementation, overrides);
        }
        return source.text();
    }

    /** The attribute of the first stage. */
    private static String identity(List<Attribute> attributes) {
        List<String> required = attributes.stream()
                .filter(attribute -> attribute.form() == Attribute.Form.SINGLE)
                .map(Attribute::name)
                .toList();
        return required.contains(IDENTITY) || required.isEmpty() ? IDENTITY : required.get(0);
    }

    private ExtensibleSource source(TypeElement type, String self) {
        List<String> above = Declarations.partsAbove(type).stream()
                .map(part -> packageOf(part) + "." + ExtensibleSource.nameFor(part) + "<" + self + ">")
                .toList();
        boolean named = Declarations.attributes(type).containsKey(IDENTITY);
        return new ExtensibleSource(type, packageOf(type), self, above, named, docs);
    }

    private String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    private void write(TypeElement type, String text) {
        String name = packageOf(type) + "." + ExtensibleSource.nameFor(type);
        try (Writer file = filer.createSourceFile(name, type).openWriter()) {
            file.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name, e);
        }
    }
}

package dev.berth.processor;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Edits each source file after it is generated and before the compiler reads it. */
final class EditingFiler implements Filer {

    private final Filer compiler;
    private final GeneratedSource source;

    EditingFiler(Filer compiler, GeneratedSource source) {
        this.compiler = compiler;
        this.source = source;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
        return new ForwardingJavaFileObject<>(compiler.createSourceFile(name, origins)) {
            @Override
            public Writer openWriter() throws IOException {
                return editing(super.openWriter());
            }
        };
    }

    private Writer editing(Writer file) {
        StringWriter generated = new StringWriter();
        return new FilterWriter(generated) {
            @Override
            public void close() throws IOException {
                try (file) {
                    file.write(source.edited(generated.toString()));
                }
            }
        };
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... origins) throws IOException {
        return compiler.createClassFile(name, origins);
    }

    @Override
    public FileObject createResource(
            JavaFileManager.Location location, CharSequence module, CharSequence name, Element... origins)
            throws IOException {
        return compiler.createResource(location, module, name, origins);
    }

    @Override
    public FileObject getResource(JavaFileManager.Location location, CharSequence module, CharSequence name)
            throws IOException {
        return compiler.getResource(location, module, name);
    }
}

package dev.berth.processor;

import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.immutables.processor.ProxyProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Immutables, with builders that are documented in the words of the declaration, and with an interface for each
 * declaration whose methods return an extended copy. Immutables has no option for the Javadoc of what it generates, so
 * this processor edits each source file before the compiler reads it.
 */
public final class DeclarationProcessor extends AbstractProcessor {

    private final ProxyProcessor immutables = new ProxyProcessor();
    private @Nullable Extensions extensions;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        AttributeDocs docs = new AttributeDocs(environment.getElementUtils());
        extensions = new Extensions(environment, docs);
        immutables.init(new EditingEnvironment(environment, new GeneratedSource(docs)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Objects.requireNonNull(extensions, "init comes first").generate(round);
        immutables.process(annotations, round);
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return immutables.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return immutables.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return immutables.getSupportedSourceVersion();
    }
}

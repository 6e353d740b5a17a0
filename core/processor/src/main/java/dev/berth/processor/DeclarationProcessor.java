package dev.berth.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.immutables.processor.ProxyProcessor;

/**
 * Immutables, with builders that are documented in the words of the declaration. Immutables has no option for the Javadoc
 * of what it generates, so this processor edits each source file before the compiler reads it.
 */
public final class DeclarationProcessor extends AbstractProcessor {

    private final ProxyProcessor immutables = new ProxyProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        AttributeDocs docs = new AttributeDocs(environment.getElementUtils());
        immutables.init(new EditingEnvironment(environment, new GeneratedSource(docs)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
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

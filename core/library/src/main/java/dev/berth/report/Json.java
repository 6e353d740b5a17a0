package dev.berth.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A JSON text that is written piece by piece, indented, with lines that end in LF. */
final class Json {
    private final Writer out;
    private @Nullable JsonGenerator json;

    /** Writes what precedes the findings. */
    interface Start {
        void write(JsonGenerator json) throws IOException;
    }

    Json(Writer out) {
        this.out = out;
    }

    /** The generator; the first call writes the start. */
    JsonGenerator within(Start start) throws IOException {
        if (json != null) {
            return json;
        }
        JsonGenerator generator =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setPrettyPrinter(new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n")));
        json = generator;
        start.write(generator);
        return generator;
    }

    void finish() throws IOException {
        if (json != null) {
            json.close();
        }
        out.write("\n");
    }
}

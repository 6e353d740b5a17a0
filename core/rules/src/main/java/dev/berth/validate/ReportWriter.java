package dev.berth.validate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.berth.finding.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes findings into a file as they arrive; the file only appears once it is complete. */
final class ReportWriter implements Closeable {

    private final @Nullable Open open;

    /** A report that is being written, under a temporary name beside its target. */
    private record Open(Path target, Path unfinished, ReportFormat format, JsonGenerator json) {}

    private ReportWriter(@Nullable Open open) {
        this.open = open;
    }

    /** Returns a writer into a file, or one that writes nothing if there is no file. */
    static ReportWriter to(Optional<Path> report) throws IOException {
        if (report.isEmpty()) {
            return new ReportWriter(null);
        }
        Path target = report.get().toAbsolutePath();
        ReportFormat format = ReportFormat.of(target).orElse(ReportFormat.JSON);
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        JsonGenerator json = new JsonFactory().createGenerator(unfinished.toFile(), JsonEncoding.UTF8);
        json.setPrettyPrinter(new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n")));
        ReportWriter writer = new ReportWriter(new Open(target, unfinished, format, json));
        writer.begin(format, json);
        return writer;
    }

    private void begin(ReportFormat format, JsonGenerator json) throws IOException {
        if (format == ReportFormat.SARIF) {
            json.writeStartObject();
            json.writeStringField("version", "2.1.0");
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "Berth");
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("results");
        } else {
            json.writeStartArray();
        }
    }

    static String name(Finding finding) {
        return finding.object().isNone()
                ? ""
                : finding.object().kind() + " \"" + finding.object().name() + "\"";
    }

    static String message(Finding finding) {
        return finding.remedy().isEmpty() ? finding.message() : finding.message() + " " + finding.remedy();
    }

    void add(Finding finding) throws IOException {
        if (open == null) {
            return;
        }
        if (open.format() == ReportFormat.SARIF) {
            sarif(open.json(), finding);
        } else {
            json(open.json(), finding);
        }
    }

    private static void json(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", finding.location().file());
        json.writeNumberField("line", finding.location().line());
        json.writeStringField("object", name(finding));
        json.writeStringField("field", finding.field());
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("level", finding.level().toString());
        json.writeStringField("message", message(finding));
        json.writeEndObject();
    }

    private static void sarif(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeStringField("level", finding.level().toString());
        json.writeObjectFieldStart("message");
        json.writeStringField("text", message(finding));
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(finding.location().file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", finding.location().line());
        json.writeEndObject();
        json.writeEndObject();
        if (!finding.object().isNone()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            String field = finding.field().isEmpty() ? "" : " " + finding.field();
            json.writeStringField("fullyQualifiedName", name(finding) + field);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A colon in the first step would make what precedes it a URI scheme. */
    private static String uri(String file) throws IOException {
        try {
            String relative =
                    new URI(null, null, "/" + file, null).toASCIIString().substring(1);
            return relative.matches("[^/]*:.*") ? "./" + relative : relative;
        } catch (URISyntaxException e) {
            throw new IOException("no valid URI can be created from " + file, e);
        }
    }

    /** Completes the report and moves it to its target. */
    void finish() throws IOException {
        if (open != null) {
            // Closing the generator closes open arrays and objects.
            open.json().close();
            Files.move(open.unfinished(), open.target(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a report that was not finished. */
    @Override
    public void close() throws IOException {
        if (open != null) {
            open.json().close();
            Files.deleteIfExists(open.unfinished());
        }
    }
}

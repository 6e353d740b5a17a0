package dev.berth.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.berth.finding.Change;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Static Analysis Results Interchange Format, version 2.1.0, for code hosts that show findings beside the lines. */
final class SarifReport extends Report {
    private final Json json;
    private final Map<String, Rule> rules = new TreeMap<>();

    SarifReport(Writer out, ReportContext context) {
        this.json = new Json(out);
    }

    private static void start(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        out.writeStringField("version", "2.1.0");
        out.writeArrayFieldStart("runs");
        out.writeStartObject();
        out.writeArrayFieldStart("results");
    }

    @Override
    void write(Finding finding, Optional<String> acknowledged) throws IOException {
        rules.putIfAbsent(finding.rule().id(), finding.rule());
        JsonGenerator out = json.within(SarifReport::start);
        out.writeStartObject();
        out.writeStringField("ruleId", finding.rule().id());
        out.writeStringField("level", finding.level().toString());
        String object = finding.object().isNone() ? "" : finding.object().toString();
        message(out, "message", object.isEmpty() ? finding.text() : object + ": " + finding.text());
        locations(out, finding, object);
        if (finding.change() != null) {
            change(out, finding.change());
        }
        if (acknowledged.isPresent()) {
            out.writeArrayFieldStart("suppressions");
            out.writeStartObject();
            out.writeStringField("kind", "external");
            out.writeStringField("justification", acknowledged.get());
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void locations(JsonGenerator out, Finding finding, String object) throws IOException {
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        if (finding.location().isInFile()) {
            out.writeObjectFieldStart("physicalLocation");
            out.writeObjectFieldStart("artifactLocation");
            out.writeStringField("uri", uri(finding.location().file()));
            out.writeEndObject();
            out.writeObjectFieldStart("region");
            out.writeNumberField("startLine", finding.location().line());
            out.writeEndObject();
            out.writeEndObject();
        }
        if (!object.isEmpty()) {
            out.writeArrayFieldStart("logicalLocations");
            out.writeStartObject();
            String field = finding.field().isEmpty() ? "" : " " + finding.field();
            out.writeStringField("fullyQualifiedName", object + field);
            out.writeStringField("kind", "object");
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void change(JsonGenerator out, Change change) throws IOException {
        out.writeObjectFieldStart("properties");
        out.writeStringField("verdict", change.effect().name());
        out.writeStringField("from", change.from());
        out.writeStringField("to", change.to());
        out.writeEndObject();
    }

    @Override
    void end(String summary) throws IOException {
        JsonGenerator out = json.within(SarifReport::start);
        out.writeEndArray();
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "Berth");
        out.writeArrayFieldStart("rules");
        for (Rule rule : rules.values()) {
            out.writeStartObject();
            out.writeStringField("id", rule.id());
            message(
                    out,
                    "shortDescription",
                    rule.source().isEmpty() ? "A rule of Berth" : "Kubernetes: " + rule.source());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
        json.finish();
    }

    private static void message(JsonGenerator out, String field, String text) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    /** A colon in the first step would turn what precedes it into a scheme. */
    private static String uri(String file) {
        try {
            String relative =
                    new URI(null, null, "/" + file, null).toASCIIString().substring(1);
            return relative.matches("[^/]*:.*") ? "./" + relative : relative;
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException("A path of a tree is a relative URI: " + file, noPath);
        }
    }
}

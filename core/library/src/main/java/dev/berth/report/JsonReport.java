package dev.berth.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.berth.finding.Change;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.object.ObjectId;
import dev.berth.review.Judgement;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** JSON for programs. {@code docs/report.schema.json} is its schema. */
final class JsonReport extends Report {
    private final Json json;
    private final ReportContext context;

    JsonReport(Writer out, ReportContext context) {
        this.json = new Json(out);
        this.context = context;
    }

    @Override
    void write(Finding finding, Optional<String> acknowledged) throws IOException {
        JsonGenerator out = json.within(start -> {
            start.writeStartObject();
            start.writeArrayFieldStart("findings");
        });
        out.writeStartObject();
        if (finding.object().isNone()) {
            out.writeNullField("object");
        } else {
            out.writeObjectFieldStart("object");
            identity(out, finding.object());
            out.writeEndObject();
        }
        out.writeStringField("file", finding.location().file());
        out.writeNumberField("line", finding.location().line());
        out.writeStringField("field", finding.field());
        out.writeStringField("rule", finding.rule().id());
        out.writeStringField("level", finding.level().toString());
        out.writeStringField("message", finding.message());
        out.writeStringField("remedy", finding.remedy());
        out.writeStringField("source", finding.source());
        if (acknowledged.isPresent()) {
            out.writeStringField("acknowledged", acknowledged.get());
        }
        if (finding.change() != null) {
            change(out, finding.change());
        }
        out.writeEndObject();
    }

    private static void change(JsonGenerator out, Change change) throws IOException {
        out.writeObjectFieldStart("change");
        out.writeStringField("verdict", change.effect().name());
        out.writeStringField("from", change.from());
        out.writeStringField("to", change.to());
        out.writeStringField("serverField", change.serverField());
        out.writeArrayFieldStart("claims");
        for (String claim : change.claims()) {
            out.writeString(claim);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    void end(String summary) throws IOException {
        JsonGenerator out = json.within(start -> {
            start.writeStartObject();
            start.writeArrayFieldStart("findings");
        });
        out.writeEndArray();
        out.writeObjectFieldStart("summary");
        out.writeStringField("text", summary);
        out.writeNumberField("errors", count(Level.ERROR));
        out.writeNumberField("warnings", count(Level.WARNING));
        out.writeNumberField("notes", count(Level.NOTE));
        out.writeArrayFieldStart("rules");
        for (RuleCount rule : byRule()) {
            out.writeStartObject();
            out.writeStringField("rule", rule.rule());
            out.writeStringField("level", rule.level().toString());
            out.writeNumberField("count", rule.count());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        if (context.review().isPresent()) {
            review(out, context.review().get());
        }
        out.writeEndObject();
        json.finish();
    }

    private static void review(JsonGenerator out, Judgement judgement) throws IOException {
        out.writeObjectFieldStart("review");
        out.writeObjectFieldStart("verdicts");
        for (Effect effect : Effect.values()) {
            out.writeNumberField(effect.name(), judgement.review().count(effect));
        }
        out.writeEndObject();
        out.writeNumberField("failures", judgement.failures().size());
        out.writeArrayFieldStart("runbooks");
        for (Runbook runbook : judgement.review().runbooks()) {
            runbook(out, runbook);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("leftOut");
        for (String file : judgement.review().leftOut()) {
            out.writeString(file);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void runbook(JsonGenerator out, Runbook runbook) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("object");
        identity(out, runbook.object());
        out.writeEndObject();
        out.writeStringField("title", runbook.title());
        out.writeStringField("script", runbook.hasCommands() ? runbook.script() : "");
        out.writeArrayFieldStart("steps");
        for (Step step : runbook.steps()) {
            out.writeStartObject();
            out.writeStringField("why", step.why());
            out.writeArrayFieldStart("commands");
            for (String line : step.lines()) {
                out.writeString(line);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void identity(JsonGenerator out, ObjectId object) throws IOException {
        out.writeStringField("group", object.group());
        out.writeStringField("kind", object.kind());
        out.writeStringField("namespace", object.namespace());
        out.writeStringField("name", object.name());
    }
}

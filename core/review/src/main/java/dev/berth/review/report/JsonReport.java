package dev.berth.review.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.Judgement;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Step;

/** A review as JSON, for programs. */
public final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {}

    /** The JSON, indented, lines ended by LF. */
    public static String of(Judgement judgement) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode summary = root.putObject("summary");
        for (Effect effect : Effect.values()) {
            summary.put(effect.name(), judgement.review().count(effect));
        }
        root.put("failures", judgement.failures().size());
        ArrayNode findings = root.putArray("findings");
        judgement.review().findings().forEach(finding -> finding(findings.addObject(), finding, judgement));
        ArrayNode runbooks = root.putArray("runbooks");
        judgement.review().runbooks().forEach(runbook -> runbook(runbooks.addObject(), runbook));
        ArrayNode leftOut = root.putArray("leftOut");
        judgement.review().leftOut().forEach(leftOut::add);
        return pretty(root);
    }

    static String pretty(ObjectNode root) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("A tree of JSON nodes can always be written", unexpected);
        }
    }

    private static void finding(ObjectNode node, Finding finding, Judgement judgement) {
        identity(node, finding.object());
        node.put("file", finding.location().file())
                .put("line", finding.location().line())
                .put("verdict", finding.effect().name())
                .put("rule", finding.rule().id())
                .put("field", finding.field())
                .put("from", finding.requireChange().from())
                .put("to", finding.requireChange().to());
        if (!finding.requireChange().serverField().isEmpty()) {
            node.put("serverField", finding.requireChange().serverField());
        }
        if (!finding.requireChange().claims().isEmpty()) {
            finding.requireChange().claims().forEach(node.putArray("claims")::add);
        }
        node.put("message", finding.message()).put("remedy", finding.remedy()).put("source", finding.source());
        judgement.reason(finding).ifPresent(reason -> node.put("acknowledged", reason));
    }

    private static void runbook(ObjectNode node, Runbook runbook) {
        identity(node, runbook.object());
        node.put("title", runbook.title());
        ArrayNode steps = node.putArray("steps");
        for (Step step : runbook.steps()) {
            ObjectNode one = steps.addObject().put("why", step.why());
            step.lines().forEach(one.putArray("commands")::add);
        }
    }

    private static void identity(ObjectNode node, ObjectId object) {
        node.put("group", object.group())
                .put("kind", object.kind())
                .put("namespace", object.namespace())
                .put("name", object.name());
    }
}

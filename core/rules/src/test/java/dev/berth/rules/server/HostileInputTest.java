package dev.berth.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.finding.Finding;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Input that nobody would write by hand gets a verdict or a one-line refusal, and never anything else.
 *
 * <p>{@code -Dberth.fuzz.iterations=N} runs longer than in a build, {@code -Dberth.fuzz.seed=N} uses another seed.
 */
class HostileInputTest {
    private static final int ITERATIONS = Integer.getInteger("berth.fuzz.iterations", 3000);
    private static final long SEED = Long.getLong("berth.fuzz.seed", 1);
    private static final ApiServerRules RULES = ApiServerRules.of(ClusterFacts.defaults());

    private static final List<String> ODD_VALUES = List.of(
            "",
            "~",
            "null",
            "{}",
            "[]",
            "[null]",
            "{null: 1}",
            "{a: null}",
            "-1",
            "0",
            "1e999999999",
            "1e-999999999",
            ".5",
            "5.",
            "+.5Gi",
            "-0",
            "1E",
            "1Ei",
            "0x1F",
            "0o17",
            "1_000",
            "99999999999999999999",
            ".nan",
            "-.inf",
            "\"\\u0000\"",
            "'\u00e9'",
            "\ud83d\ude00",
            "*a",
            "&a [*a]",
            "&a x",
            "!!binary x",
            "!!int x",
            "!<tag:x> y",
            "{? [a] : b}",
            "<<: 1",
            "{<<: [1]}",
            "{<<: {a: b}}",
            "|\n  text",
            "2026-01-01",
            "yes",
            "12:30:45",
            "@every",
            "\"" + "x".repeat(300) + "\"",
            "- - - - a",
            "%d",
            "$(X)",
            "metadata.labels['",
            "['']",
            "::1",
            "1.2.3.4/33",
            "hugepages-",
            "{hugepages-: 1}",
            "a/b/c",
            "'*/0 * * * *'",
            "'@every 1'",
            "'- - - - -'");

    private static void judge(String text) {
        for (ManifestDocument document : ManifestReader.read(text)) {
            Verdict verdict = RULES.verdict(document);
            for (Finding finding : verdict.findings()) {
                assertThat(finding.message()).doesNotContain("\n").hasSizeLessThan(1000);
                assertThat(document.lineOf(finding.field())).isPositive();
            }
        }
    }

    private static String onlyProblem(String text) {
        Verdict verdict = RULES.verdict(text);
        assertThat(verdict.findings()).hasSize(1);
        return verdict.findings().get(0).text();
    }

    @Test
    void random_bytes_are_judged() {
        Random random = new Random(SEED);
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            judge(new String(bytes, StandardCharsets.UTF_8));
            judge(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void random_yaml_is_judged() {
        Random random = new Random(SEED);
        String alphabet = "{}[]:,-&*!|>'\"%@` \n\n  \tabkindmetaspec01?#<~.";
        for (int i = 0; i < ITERATIONS; i++) {
            StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Pod\n");
            for (int length = random.nextInt(120); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            judge(text.toString());
        }
    }

    @Test
    void mutated_manifests_are_judged() throws IOException {
        Random random = new Random(SEED);
        List<String> manifests = manifests();
        for (int i = 0; i < ITERATIONS; i++) {
            String text = manifests.get(random.nextInt(manifests.size()));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                text = edited(text, random);
            }
            judge(text);
        }
    }

    /** Replaces a value by an odd one, cuts it, or repeats it. */
    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(20));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, end) + text.substring(at);
            default -> {
                int colon = text.indexOf(": ", at);
                int line = colon < 0 ? -1 : text.indexOf('\n', colon);
                String odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
                yield line < 0 ? text + odd : text.substring(0, colon + 2) + odd + text.substring(line);
            }
        };
    }

    /** The recorded documents in block style, with one field per line; each is accepted unchanged. */
    private static List<String> manifests() throws IOException {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        try (InputStream stream =
                Objects.requireNonNull(HostileInputTest.class.getResourceAsStream("/oracle/bases.json"))) {
            Map<String, Object> bases = new ObjectMapper().readValue(stream, new TypeReference<>() {});
            List<String> manifests = bases.values().stream()
                    .map(base -> new Yaml(block).dump(base))
                    .toList();
            assertThat(manifests).hasSizeGreaterThan(20).allMatch(text -> RULES.verdict(text)
                    .isAccepted());
            return manifests;
        }
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertThat(onlyProblem(bomb.toString()))
                .isEqualTo("Malformed: line 6: aliases make it larger than 1000000 values");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(onlyProblem("a: " + "[".repeat(10_000)))
                .isEqualTo("Malformed: line 1: nested deeper than 100 levels");
        assertThat(onlyProblem("a: " + "{a: ".repeat(10_000)))
                .isEqualTo("Malformed: line 1: nested deeper than 100 levels");
        assertThat(onlyProblem("- ".repeat(10_000))).isEqualTo("Malformed: line 1: nested deeper than 100 levels");
    }

    @Test
    void a_scalar_of_100_megabytes_is_refused() {
        String text = "a: " + "x".repeat(100_000_000);
        assertThat(onlyProblem(text))
                .isEqualTo("Malformed: the document has 100000003 characters, but the server accepts at most 3145728");
    }

    @Test
    void an_escape_that_is_not_a_character_is_refused() {
        String cut = "kind: Pod\na: \"\\x";
        assertThat(onlyProblem(cut))
                .isEqualTo("Malformed: line 2: not YAML: an escape in double quotes that is not a character");
        assertThat(onlyProblem("a: \"\\UFFFFFFFF\"")).startsWith("Malformed: line 1: not YAML: ");
        assertThat(onlyProblem("a: \"\\U00110000\"")).startsWith("Malformed: line 1: not YAML: ");
    }

    @Test
    void an_amount_with_a_giant_exponent_uses_little_memory() {
        judge("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {resources: {requests:"
                + " {storage: 1e999999999}}}}");
        judge("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {resources: {requests:"
                + " {storage: '1e-999999999'}}}}");
    }
}

package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.SetIndex;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.ExistingObject;
import dev.berth.object.ObjectId;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code lint/} is a set of objects. The lines at its top say what is found in it, and nothing else may be, with
 * the level in brackets if it is not that of the rule;
 * {@code # exists:} lines name what is declared to be in the cluster, and a {@code # version:} line names another target than
 * the default one. Its name begins with the rule that it is about.
 */
class LintRulesTest {

    private static final String FINDS = "# finds: ";
    private static final String EXISTS = "# exists: ";
    private static final String VERSION = "# version: ";

    @ParameterizedTest
    @MethodSource("files")
    void the_findings_for_a_file_are_exactly_those_that_it_states(Path file) throws IOException {
        assertThat(found(file)).isEqualTo(lines(file, FINDS));
    }

    @ParameterizedTest
    @MethodSource("files")
    void judging_one_object_at_a_time_gives_the_same_findings(Path file) throws IOException {
        List<HasMetadata> objects = Documents.read(Files.readString(file));
        SetIndex index = new SetIndex(objects::get, ClusterObjects.declared(existing(file)));
        objects.forEach(index::add);
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            for (LintReport.Reported reported :
                    LintRules.check(index.judging(i, List.of(objects.get(i))), version(file))) {
                // Only a judged object has a file and a line.
                assertThat(reported.object()).isSameAs(objects.get(i));
                found.add(reported.finding());
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(check(file));
    }

    @Test
    void every_rule_has_a_file_in_which_it_finds_something() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : files()) {
            check(file).forEach(finding -> seen.add(finding.rule().id()));
        }
        Set<String> ids =
                LintRules.all().stream().map(rule -> rule.rule().id()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void rule_ids_are_unique() {
        assertThat(LintRules.all().stream().map(rule -> rule.rule().id())).doesNotHaveDuplicates();
    }

    @Test
    void every_rule_names_its_source_and_uses_full_sentences() {
        for (SetRule rule : LintRules.all()) {
            assertThat(rule.rule().function()).isNotBlank();
            assertThat(rule.rule().file()).isNotBlank();
            assertThat(rule.consequence()).as(rule.rule().id()).matches("[A-Z].*\\.");
            assertThat(rule.remedy()).as(rule.rule().id()).matches("[A-Z].*[.\\w]");
        }
    }

    @Test
    void an_acknowledged_finding_is_left_out_for_its_object_and_reported_for_others() {
        List<HasMetadata> objects = Documents.read("""
                {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: b}, spec: {ports: [{port: 80}]}}
                """);
        var known = LintRules.acknowledge(
                "service-without-selector",
                new ObjectId("", "Service", "", "a"),
                "Its endpoints come from an operator.");
        assertThat(LintRules.check(objects, Set.of(), List.of(known), KubernetesVersion.recorded()))
                .extracting(Finding::object)
                .containsExactly(new ObjectId("", "Service", "", "b"));
        assertThat(LintRules.unused(objects, Set.of(), List.of(known), KubernetesVersion.recorded()))
                .isEmpty();
    }

    @Test
    void an_acknowledgement_that_nothing_answers_to_is_said_to_be_unused() {
        var stale = LintRules.acknowledge("jobs-overlap", new ObjectId("batch", "CronJob", "", "gone"), "They may.");
        assertThat(LintRules.unused(List.of(), Set.of(), List.of(stale), KubernetesVersion.recorded()))
                .containsExactly(stale);
    }

    @Test
    void an_acknowledgement_requires_an_existing_rule_and_a_reason() {
        ObjectId object = new ObjectId("", "Service", "", "a");
        assertThatThrownBy(() -> LintRules.acknowledge("no-such-rule", object, "Because."))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Acknowledgement: Invalid value: \"no-such-rule\": must be the ID of a rule of docs/lint.md");
        assertThatThrownBy(() -> LintRules.acknowledge("jobs-overlap", object, " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Acknowledgement of jobs-overlap: Invalid value: \" \": must have a reason");
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        }
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(LintRulesTest.class.getResource("/lint"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String found(Path file) throws IOException {
        return check(file).stream()
                .map(finding -> finding + (finding.level() == level(finding) ? "" : " [" + finding.level() + "]"))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the level of the rule, which most of its findings have. */
    private static Level level(Finding finding) {
        return LintRules.all().stream()
                .filter(rule -> rule.rule().equals(finding.rule()))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static List<Finding> check(Path file) throws IOException {
        return LintRules.check(Documents.read(Files.readString(file)), existing(file), List.of(), version(file));
    }

    private static Set<ExistingObject> existing(Path file) throws IOException {
        return lines(file, EXISTS)
                .lines()
                .map(line -> line.split("/"))
                .map(parts -> new ExistingObject(parts[0], parts[1]))
                .collect(Collectors.toSet());
    }

    private static KubernetesVersion version(Path file) throws IOException {
        String version = lines(file, VERSION);
        return version.isEmpty() ? KubernetesVersion.recorded() : KubernetesVersion.of(version);
    }

    private static String lines(Path file, String prefix) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.joining("\n"));
    }
}

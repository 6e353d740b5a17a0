package dev.berth.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Objects to UTF-8 bytes, by four writers, on the same objects. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WritingBenchmark {

    /** Which objects. */
    @Param
    public Documents documents = Documents.STATEFUL_SET;

    private final YamlWriter berth = new YamlWriter();
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper jacksonYaml = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private List<HasMetadata> objects = List.of();

    /** What a writer has written, beside how often. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Written {
        /** Documents. */
        public long documents;

        /** Bytes. */
        public long bytes;

        byte[] count(byte[] document) {
            documents++;
            bytes += document.length;
            return document;
        }
    }

    /** Reads the objects. */
    @Setup
    public void read() {
        objects = documents.read();
    }

    /** Berth's own emitter. */
    @Benchmark
    public void berth(Written written) {
        for (HasMetadata object : objects) {
            written.count(berth.toBytes(object));
        }
    }

    /** The YAML of the fabric8 client. */
    @Benchmark
    public void fabric8(Written written) {
        for (HasMetadata object : objects) {
            written.count(Serialization.asYaml(object).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Jackson's YAML, set to the same style as far as it goes. */
    @Benchmark
    public void jacksonYaml(Written written) throws JsonProcessingException {
        for (HasMetadata object : objects) {
            written.count(jacksonYaml.writeValueAsBytes(object));
        }
    }

    /** Jackson's JSON: near the limit of what walking the model costs. */
    @Benchmark
    public void jacksonJson(Written written) throws JsonProcessingException {
        for (HasMetadata object : objects) {
            written.count(json.writeValueAsBytes(object));
        }
    }
}

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

/** Writes the same objects to UTF-8 bytes with four writers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WritingBenchmark {

    /** The objects to write. */
    @Param
    public Documents documents = Documents.STATEFUL_SET;

    private final YamlWriter berth = new YamlWriter();
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper jacksonYaml = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private List<HasMetadata> objects = List.of();

    /** The output of a writer. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Written {
        /** The number of documents. */
        public long documents;

        /** The number of bytes. */
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

    /** Jackson's YAML, configured for the same style as far as possible. */
    @Benchmark
    public void jacksonYaml(Written written) throws JsonProcessingException {
        for (HasMetadata object : objects) {
            written.count(jacksonYaml.writeValueAsBytes(object));
        }
    }

    /** Jackson's JSON: close to the minimum cost of traversing the model. */
    @Benchmark
    public void jacksonJson(Written written) throws JsonProcessingException {
        for (HasMetadata object : objects) {
            written.count(json.writeValueAsBytes(object));
        }
    }
}

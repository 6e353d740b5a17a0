package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.cluster.ModelKubectl.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of PostgreSQL that runbooks run in a container, with the output that a real server prints. */
final class Exec {
    private final ModelCluster cluster;

    Exec(ModelCluster cluster) {
        this.cluster = cluster;
    }

    Answer run(Arguments arguments, String input) {
        Optional<ObjectNode> pod = cluster.store.find("Pod", arguments.flag("namespace", "default"), arguments.word(1));
        if (pod.isEmpty() || !Kubelet.isReady(pod.get())) {
            return Answer.failed("no running container in " + arguments.word(1));
        }
        String command = String.join(" ", arguments.command());
        if (command.startsWith("pg_isready")) {
            return Answer.ok("");
        }
        if (command.contains("pg_is_in_recovery")) {
            return Answer.ok("f\n");
        }
        if (command.contains("pg_dumpall")) {
            return Answer.ok(dump(pod.get()));
        }
        if (command.contains("psql")) {
            cluster.server.load(pod.get(), rows(input));
            return Answer.ok("ERROR:  current user cannot be dropped\nERROR:  role \"myuser\" already exists\n");
        }
        throw new IllegalArgumentException("The model does not run " + command);
    }

    private String dump(JsonNode pod) {
        List<String> lines = new ArrayList<>();
        cluster.server.rows(pod).values().forEach(lines::addAll);
        lines.add("-- PostgreSQL database cluster dump complete");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> rows(String dump) {
        return dump.lines().filter(line -> !line.startsWith("--")).toList();
    }
}

package dev.berth.postgres;

import dev.berth.catalog.image.ImageReference;
import dev.berth.recipe.Safeguard;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ClaimRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a Cluster cannot carry over from the declaration of the servers, each with the reason and the remedy. */
final class ClusterRefusals {

    private static final int LONGEST_NAME = 50;
    private static final Set<String> DATABASES = Set.of("postgres", "template0", "template1");
    private static final ClaimRetention DELETED =
            ClaimRetention.whenDeleted(ClaimRetention.Policy.DELETE).whenScaled(ClaimRetention.Policy.DELETE);

    private final CloudNativePgCluster cluster;
    private final Postgres postgres;
    private final List<String> problems = new ArrayList<>();

    private ClusterRefusals(CloudNativePgCluster cluster) {
        this.cluster = cluster;
        this.postgres = cluster.postgres();
    }

    /**
     * Refuses a Cluster that would not be what the servers are.
     *
     * @throws InvalidValueException with all reasons
     */
    static void refuse(CloudNativePgCluster cluster) {
        ClusterRefusals refusals = new ClusterRefusals(cluster);
        refusals.collect();
        if (!refusals.problems.isEmpty()) {
            throw new InvalidValueException("Cluster \"" + cluster.name() + "\": CloudNativePG cannot carry over:\n- "
                    + String.join("\n- ", refusals.problems));
        }
    }

    private void collect() {
        if (cluster.name().length() > LONGEST_NAME) {
            problems.add("the name: it has " + cluster.name().length() + " characters, and a Cluster may have "
                    + LONGEST_NAME + ": use a shorter name");
        }
        image();
        servers();
        names();
        ClusterSecrets.of(cluster).check(problems::add);
        scripts();
        OperatorSettings.of(cluster).check(problems::add);
        operation();
        statefulSet();
        ClusterImport.of(cluster).problem().ifPresent(problem -> problems.add("importFrom: " + problem));
    }

    private void image() {
        int major = postgres.image().server().major();
        String what = "imageName: \"" + cluster.imageName() + "\": ";
        String remedy = ": use an image such as ghcr.io/cloudnative-pg/postgresql:" + major + "-standard-bookworm";
        Optional<ImageReference> image = ImageReference.parse(cluster.imageName());
        String tag = image.flatMap(ImageReference::tag).orElse("");
        if (!tag.matches("[0-9]+([._-].*)?")) {
            problems.add(what + "the operator reads the version from the beginning of the tag" + remedy);
        } else if (!tag.matches(major + "([._-].*)?")) {
            problems.add(what + "the declaration has PostgreSQL " + major + remedy);
        } else if (isOfficial(image.orElseThrow())) {
            problems.add(what + "the operator runs PostgreSQL as the user 26, which the official image does not have"
                    + remedy);
        }
    }

    /** An image with this name in another registry may be built for the operator. */
    private static boolean isOfficial(ImageReference image) {
        return image.registry().equals("docker.io") && image.repository().equals("library/postgres");
    }

    private void servers() {
        PostgresTopology topology = postgres.topology();
        if (!topology.isStreaming() && topology.servers() != 1) {
            problems.add("topology: independent(" + topology.servers()
                    + "): the instances of a Cluster replicate: use streaming(…), or independent(1) for one instance");
        }
        if (topology.primary() != 0) {
            problems.add("topology: primary(" + topology.primary()
                    + "): the operator chooses the primary: leave primary(…) out");
        }
        cluster.synchronous()
                .filter(number -> number < 1 || number >= topology.servers())
                .ifPresent(number -> problems.add("synchronous: " + number + ": must be at least 1 and less than the "
                        + topology.servers() + " servers"));
    }

    private void names() {
        if (DATABASES.contains(postgres.database())) {
            problems.add(
                    "database: \"" + postgres.database() + "\": the operator keeps it for itself: use another name");
        }
        postgres.databases().stream()
                .map(PostgresDatabase::name)
                .filter(name -> DATABASES.contains(name) || name.endsWith("_"))
                .forEach(name -> problems.add("databases: \"" + name
                        + "\": it is reserved, or the name of its object would end with a dash: use another name"));
        List<String> users = new ArrayList<>(List.of(postgres.user()));
        postgres.users().forEach(user -> users.add(user.name()));
        users.stream()
                .filter(name -> Set.of("postgres", "streaming_replica").contains(name)
                        || name.startsWith("cnpg_")
                        || name.startsWith("pg_"))
                .forEach(name -> problems.add(
                        "users: \"" + name + "\": the operator or PostgreSQL reserves it: use another name"));
    }

    private void scripts() {
        postgres.initScripts().forEach(script -> {
            if (script.file().endsWith(".sh")) {
                problems.add(
                        "initScripts: \"" + script.file() + "\": the operator runs no shell scripts: write it in SQL");
            } else if (ClusterScripts.isForPsql(script)) {
                problems.add("initScripts: \"" + script.file()
                        + "\": the operator runs it without psql, which alone knows the lines that start with a"
                        + " backslash: write it in SQL");
            }
        });
    }

    private void operation() {
        postgres.hbaRules().stream()
                .filter(rule -> rule.line().endsWith(" cert"))
                .forEach(rule -> problems.add("hbaRules: \"" + rule.line()
                        + "\": the operator verifies clients with an authority of its own:" + " use scram()"));
        if (postgres.metrics().isPresent()) {
            problems.add(
                    "metrics: the operator has an exporter of its own, whose metrics have other names: leave it out"
                            + " with withMetrics(Optional.empty()), and name who reads the metrics with addScraper(…)");
        }
        if (postgres.backup().flatMap(PostgresBackup::password).isPresent()) {
            problems.add("backup: the operator does not create the user \"" + PostgresBackup.USER
                    + "\": use PostgresBackup.dumpAsSuperuser(…), or leave it out with withBackup(Optional.empty()), and"
                    + " use a ScheduledBackup");
        }
        if (postgres.backup().isPresent() && cluster.userRights() == CloudNativePgCluster.UserRights.OWNER) {
            problems.add(
                    "backup: only a superuser can dump the users: choose UserRights.SUPERUSER, or leave it out with"
                            + " withBackup(Optional.empty()), and use a ScheduledBackup");
        }
    }

    private void statefulSet() {
        if (postgres.volumeOwner().image().isPresent()) {
            problems.add(
                    "volumeOwner: the operator relies on fsGroup: use VolumeOwner.fsGroup(), and a StorageClass whose"
                            + " driver supports it");
        }
        if (postgres.claimRetention().filter(kept -> !kept.equals(DELETED)).isPresent()) {
            problems.add(
                    "claimRetention: the operator deletes the claims with the Cluster, and those of an instance with"
                            + " the instance: leave it out with withClaimRetention(Optional.empty())");
        }
        if (postgres.podManagementPolicy().isPresent()) {
            problems.add("podManagementPolicy: the operator creates one instance after the other: leave it out with"
                    + " withPodManagementPolicy(Optional.empty())");
        }
        if (postgres.updateStrategy().isPresent()) {
            problems.add("updateStrategy: the operator updates the followers first, then the primary: leave it out with"
                    + " withUpdateStrategy(Optional.empty())");
        }
        if (postgres.takingOver().isPresent()) {
            problems.add("takingOver: a Cluster has volumes of its own: leave it out with"
                    + " withTakingOver(Optional.empty()), and import the data with importFrom(…)");
        }
        if (postgres.customize().isPresent()) {
            problems.add(
                    "customize: a Cluster has no StatefulSet: leave it out with withCustomize(Optional.empty()), and"
                            + " change the Cluster with its own customize(…)");
        }
        if (postgres.omissions().containsKey(Safeguard.STARTUP_PROBE)) {
            problems.add("omissions: STARTUP_PROBE: the operator always has one: leave the omission out");
        }
    }
}

package dev.berth.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills pods of a cluster at random moments under writers: one or several at once, while all is well or while the
 * cluster recovers from the kill before.
 *
 * <p>A kill is a SIGKILL of all processes of each pod. Of some pods, only the containers start again; others are lost, and
 * a pod with another address gets their claims. {@code -Dberth.kills} sets how many kills there are, and defaults to 2.
 * {@code -Dberth.seed} repeats the choices of another run; the moments depend on the machine too.
 */
public final class Kills {

    private static final int KILLS = Integer.getInteger("berth.kills", 2);
    private static final long SEED = Long.getLong("berth.seed", 20261129);

    private final LocalCluster cluster;
    private final Random random = new Random(SEED);
    private final Set<String> killedPods = new TreeSet<>();
    private int restarted;
    private int recreated;
    private int several;
    private int duringRecovery;

    private Kills(LocalCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Kills pods until the declared number is reached, and prints what was killed.
     *
     * @param topology what runs, for the line that is printed
     * @param pods all pods that can be killed
     * @param awaitWhole waits until every pod has its role again, without any manual step
     */
    public static void run(
            String topology, LocalCluster cluster, List<String> pods, Writers writers, Runnable awaitWhole) {
        Kills kills = new Kills(cluster);
        long start = System.nanoTime();
        System.out.println("Kills of " + topology + ": " + KILLS + " with -Dberth.seed=" + SEED);
        awaitWhole.run();
        for (int kill = 0; kill < KILLS; kill++) {
            kills.awaitRandomMoment(kill == 0, writers, awaitWhole);
            kills.kill(pods);
        }
        awaitWhole.run();
        int before = writers.count();
        cluster.await("the writers write again", () -> writers.count() > before);
        writers.stop();
        System.out.println("Kills of " + topology + ": " + KILLS + " kills of " + (kills.restarted + kills.recreated)
                + " pods (" + kills.restarted + " restarted, " + kills.recreated + " recreated; " + kills.killedPods
                + "), " + kills.several + " of several pods at once, " + kills.duringRecovery + " during a recovery, "
                + writers.acknowledged().size() + " acknowledged writes, in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
    }

    /** A third of the kills come before the cluster has recovered from the kill before. */
    private void awaitRandomMoment(boolean first, Writers writers, Runnable awaitWhole) {
        if (random.nextInt(3) > 0 || first) {
            awaitWhole.run();
            int enough = writers.count() + 1 + random.nextInt(100);
            cluster.await("the writers write", () -> writers.count() >= enough);
        } else {
            duringRecovery++;
            AtomicInteger polls = new AtomicInteger(random.nextInt(20));
            cluster.await("a random moment has come", () -> polls.getAndDecrement() <= 0);
        }
    }

    /** Half of the kills are of one pod, and the others of up to all pods at once. */
    private void kill(List<String> pods) {
        List<String> victims = new ArrayList<>(pods);
        Collections.shuffle(victims, random);
        victims = victims.subList(0, random.nextBoolean() ? 1 : 1 + random.nextInt(pods.size()));
        List<Thread> killers = new ArrayList<>();
        for (String pod : victims) {
            boolean restart = random.nextBoolean();
            cluster.await(pod + " runs", () -> cluster.runs(pod));
            killers.add(new Thread(() -> {
                if (restart) {
                    cluster.kill(pod);
                } else {
                    cluster.destroy(pod);
                    cluster.start(pod);
                }
            }));
            restarted += restart ? 1 : 0;
            recreated += restart ? 0 : 1;
        }
        killers.forEach(Thread::start);
        killers.forEach(Rollouts::join);
        several += victims.size() > 1 ? 1 : 0;
        killedPods.addAll(victims);
    }
}

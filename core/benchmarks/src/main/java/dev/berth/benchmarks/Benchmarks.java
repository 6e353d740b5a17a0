package dev.berth.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Everything that docs/PERFORMANCE.md reports, in one run. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs all benchmarks and prints the tables. */
    public static void main(String[] arguments) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(WritingBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        String writing = WritingReport.of(results);
        String wholeProcess = WholeProcessReport.make();
        String review = ReviewScaling.make();
        System.out.println(writing);
        System.out.println(wholeProcess);
        System.out.println(review);
        System.out.println(ValidationScaling.report());
        System.out.println(CustomResourceScaling.report());
    }
}

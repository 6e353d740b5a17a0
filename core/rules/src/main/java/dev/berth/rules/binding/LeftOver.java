package dev.berth.rules.binding;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The volumes that no claim has taken, to find one that a claim was probably meant for. */
public final class LeftOver {

    private final Volumes volumes;
    private final Predicate<Candidate> isLeft;
    private final boolean any;
    private final Map<String, Boolean> freeByClass = new ConcurrentHashMap<>();

    LeftOver(Volumes volumes, Predicate<Candidate> isLeft) {
        this.volumes = volumes;
        this.isLeft = isLeft;
        this.any = isAnyLeft(volumes.all());
    }

    private boolean isAnyLeft(List<Candidate> some) {
        return some.stream().anyMatch(isLeft);
    }

    /** Returns whether there is any. */
    public boolean isAny() {
        return any;
    }

    /** Returns whether there is one that is not reserved. */
    public boolean isAnyFree() {
        return volumes.classesOfFree().stream().anyMatch(this::hasFree);
    }

    /** Returns whether there is one with a class that is not reserved; no class counts as a class. */
    public boolean hasFree(@Nullable String storageClass) {
        return freeByClass.computeIfAbsent(
                storageClass == null ? "" : storageClass, named -> isAnyLeft(volumes.free(named)));
    }

    /** Returns whether one is reserved for a claim with this name, in any namespace. */
    public boolean isReservedFor(String claim) {
        return isAnyLeft(volumes.reservedFor(claim));
    }
}

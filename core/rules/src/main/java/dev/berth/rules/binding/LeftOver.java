package dev.berth.rules.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes that no claim has taken, to find one that a claim was probably meant for. */
public final class LeftOver {

    private final boolean any;
    private final Set<String> classesOfFree = new HashSet<>();
    private final Set<String> owners = new HashSet<>();

    LeftOver(List<Candidate> volumes) {
        this.any = !volumes.isEmpty();
        for (Candidate volume : volumes) {
            if (volume.owner == null) {
                classesOfFree.add(volume.storageClass);
            } else {
                owners.add(volume.owner.name());
            }
        }
    }

    /** Returns whether there is any. */
    public boolean isAny() {
        return any;
    }

    /** Returns whether there is one that is not reserved. */
    public boolean isAnyFree() {
        return !classesOfFree.isEmpty();
    }

    /** Returns whether there is one with a class that is not reserved; no class counts as a class. */
    public boolean hasFree(@Nullable String storageClass) {
        return classesOfFree.contains(storageClass == null ? "" : storageClass);
    }

    /** Returns whether one is reserved for a claim with this name, in any namespace. */
    public boolean isReservedFor(String claim) {
        return owners.contains(claim);
    }
}

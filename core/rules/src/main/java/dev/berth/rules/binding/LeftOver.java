package dev.berth.rules.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes that no claim has taken, as far as a claim may have meant one of them. */
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

    /** Whether there is one at all. */
    public boolean isAny() {
        return any;
    }

    /** Whether there is one that is reserved for nobody. */
    public boolean isAnyFree() {
        return !classesOfFree.isEmpty();
    }

    /** Whether there is one of a class that is reserved for nobody; no class is a class too. */
    public boolean hasFree(@Nullable String storageClass) {
        return classesOfFree.contains(storageClass == null ? "" : storageClass);
    }

    /** Whether one is reserved for a claim of this name, in whatever namespace. */
    public boolean isReservedFor(String claim) {
        return owners.contains(claim);
    }
}

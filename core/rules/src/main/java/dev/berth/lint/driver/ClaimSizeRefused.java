package dev.berth.lint.driver;

import dev.berth.catalog.driver.SizeRange;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.storage.DeclaredClaim;
import dev.berth.lint.storage.DeclaredClaimRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** A claim that requests less or more than the driver of its class can provision. */
final class ClaimSizeRefused extends DeclaredClaimRule {

    private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);

    ClaimSizeRefused() {
        super(
                Level.ERROR,
                new Rule("claim-size-refused", "CreateVolume", "the storage driver of the class"),
                "The driver provisions no volume, and the claim stays Pending.",
                "Request a size that the class supports.");
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        declared.storageClass(set).ifPresent(storageClass -> sizes(storageClass)
                .filter(range -> !holds(range, StorageRequest.of(declared.spec())))
                .ifPresent(range -> report.invalid(
                        this,
                        declared.object(),
                        declared.path() + ".resources.requests[storage]",
                        StorageRequest.text(declared.spec()) + " is not between " + range.leastGibi()
                                + "Gi and " + range.mostGibi() + "Gi, the range of StorageClass \""
                                + ObjectSet.name(storageClass) + "\".")));
    }

    private static Optional<SizeRange> sizes(StorageClass storageClass) {
        return StorageDrivers.named(Objects.requireNonNullElse(storageClass.getProvisioner(), ""))
                .flatMap(driver -> driver.size(Parameters.given(storageClass)));
    }

    private static boolean holds(SizeRange range, BigDecimal request) {
        return request.signum() <= 0
                || (request.compareTo(GIBI.multiply(BigDecimal.valueOf(range.leastGibi()))) >= 0
                        && request.compareTo(GIBI.multiply(BigDecimal.valueOf(range.mostGibi()))) <= 0);
    }
}

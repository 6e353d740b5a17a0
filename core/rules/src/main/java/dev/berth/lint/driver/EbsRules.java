package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.util.List;
import java.util.function.BiConsumer;

/** The rules for the CSI driver of Amazon EBS disks. */
final class EbsRules {

    private static final StorageDriver DRIVER = StorageDrivers.AWS_EBS;

    private EbsRules() {}

    /** Returns the rules for the parameters of its classes. */
    static List<SetRule> all() {
        return List.of(
                ParameterRule.unknown(DRIVER, "ebs-parameter-unknown", "CreateVolume"),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "ebs-parameter-invalid",
                        "CreateVolume",
                        "The driver or EC2 creates no volume, and every claim of the class stays Pending.",
                        "Correct the value.",
                        EbsRules::values),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "ebs-parameters-conflict",
                        "CreateDisk",
                        "The driver or EC2 creates no volume, and every claim of the class stays Pending.",
                        "Keep one of them, add what is missing, or use another type.",
                        EbsRules::conflicts),
                new ParameterRule(
                        DRIVER,
                        Level.ERROR,
                        "ebs-not-encrypted",
                        "isTrue",
                        "The driver only accepts exactly \"true\", and provisions a volume that is not encrypted.",
                        "Set encrypted: \"true\".",
                        (parameters, complain) -> {
                            String encrypted = parameters.get("encrypted");
                            if (encrypted.matches("(?i)true|yes|on|1|t|y")
                                    && !encrypted.equals("true")
                                    && !parameters.has("kmskeyid")) {
                                complain.accept("encrypted", "It says \"" + encrypted + "\".");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Level.WARNING,
                        "ebs-iops-capped",
                        "capIOPS",
                        "The driver silently lowers it.",
                        "Use a value that the type supports.",
                        EbsRules::capped));
    }

    private static final List<String> WITH_IOPS = List.of("gp3", "io1", "io2");

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.values(DRIVER, parameters, complain);
        long least = type(parameters).equals("gp3") ? 3000 : 100;
        long iops = number(parameters, "iops");
        if (iops >= 0
                && iops < least
                && WITH_IOPS.contains(type(parameters))
                && !parameters.get("allowautoiopspergbincrease").equals("true")) {
            complain.accept(
                    "iops", iops + " is less than the " + least + " that " + type(parameters) + " begins with.");
        }
    }

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        String type = type(parameters);
        boolean isKnown = DRIVER.parameter("type")
                .filter(known -> known.values().contains(type))
                .isPresent();
        if (parameters.has("iops") && parameters.has("iopspergb")) {
            complain.accept("iopspergb", "The iops are also set as a number.");
        }
        if ((type.equals("io1") || type.equals("io2")) && !parameters.has("iops") && !parameters.has("iopspergb")) {
            complain.accept("type", "A volume of type " + type + " requires iops or iopsPerGB.");
        }
        if (parameters.has("iops") && isKnown && !WITH_IOPS.contains(type)) {
            complain.accept("iops", "A volume of type " + type + " does not support iops.");
        }
        if (parameters.has("throughput") && isKnown && !type.equals("gp3")) {
            complain.accept("throughput", "A volume of type " + type + " does not support throughput.");
        }
        if (parameters.has("ext4clustersize") && !parameters.get("ext4bigalloc").equals("true")) {
            complain.accept("ext4clustersize", "It requires ext4BigAlloc: \"true\".");
        }
        for (String key : refusedBy(parameters.fsType())) {
            if (parameters.has(key)) {
                complain.accept(key, "It is not supported for " + parameters.fsType() + ".");
            }
        }
    }

    private static List<String> refusedBy(String fsType) {
        return switch (fsType) {
            case "xfs" ->
                List.of("bytesperinode", "numberofinodes", "ext4bigalloc", "ext4clustersize", "ext4encryptionsupport");
            case "ext3" -> List.of("ext4bigalloc", "ext4clustersize", "ext4encryptionsupport");
            case "ntfs" ->
                List.of(
                        "blocksize",
                        "inodesize",
                        "bytesperinode",
                        "numberofinodes",
                        "ext4bigalloc",
                        "ext4clustersize",
                        "ext4encryptionsupport");
            default -> List.of();
        };
    }

    private static void capped(Parameters parameters, BiConsumer<String, String> complain) {
        boolean io1 = type(parameters).equals("io1");
        if (io1 || type(parameters).equals("io2")) {
            long most = io1 ? 64_000 : 256_000;
            long mostForEach = io1 ? 50 : 1000;
            if (number(parameters, "iops") > most) {
                complain.accept("iops", "A volume of type " + type(parameters) + " has at most " + most + ".");
            }
            if (number(parameters, "iopspergb") > mostForEach) {
                complain.accept(
                        "iopspergb",
                        "A volume of type " + type(parameters) + " has at most " + mostForEach + " per GiB.");
            }
        }
    }

    private static String type(Parameters parameters) {
        return parameters.value(DRIVER, "type");
    }

    private static long number(Parameters parameters, String key) {
        return parameters.get(key).matches("[0-9]{1,9}") ? Long.parseLong(parameters.get(key)) : -1;
    }
}

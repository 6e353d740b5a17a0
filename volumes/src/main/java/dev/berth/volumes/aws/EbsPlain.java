package dev.berth.volumes.aws;

import java.util.Map;

/** An EBS volume type whose performance depends on its size. */
final class EbsPlain extends EbsVolumeType {

    private final String name;

    EbsPlain(String name) {
        this.name = name;
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("type", name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EbsPlain that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}

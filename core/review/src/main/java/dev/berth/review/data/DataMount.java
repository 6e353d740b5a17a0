package dev.berth.review.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.PodTemplate;

/**
 * A volume in a container: mounted, or as a block device.
 *
 * @param container the container
 * @param list {@code volumeMounts} or {@code volumeDevices}
 * @param body the element of that list
 */
public record DataMount(PodTemplate.Container container, String list, JsonNode body) {

    /** Returns the name of the volume in the pod template. */
    public String volume() {
        return body.path("name").asText();
    }

    /** Returns the path in the container, as written. */
    public String path() {
        return body.path(list.equals("volumeDevices") ? "devicePath" : "mountPath")
                .asText();
    }

    /** Returns the path of the element in the object. */
    public String field() {
        return container.path() + "." + list + "[" + path() + "]";
    }

    /** Returns the directory of the volume that is mounted; empty for its root. */
    String subPath() {
        return body.path("subPath").asText("") + body.path("subPathExpr").asText("");
    }

    boolean isReadOnly() {
        return body.path("readOnly").asBoolean();
    }

    String directory() {
        return Directory.of(path());
    }
}

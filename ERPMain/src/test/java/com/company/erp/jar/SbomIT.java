package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The built jar says what it is made of. */
class SbomIT {

    @Test
    void every_library_in_the_jar_is_on_its_list() throws IOException {
        try (var jar = new JarFile("target/ERPMain-1.0.0.jar")) {
            JsonNode list =
                    new ObjectMapper().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            Set<String> listed = list.get("components").findValuesAsText("purl").stream()
                    .map(purl -> purl.replaceFirst("^pkg:maven/[^/]+/([^@]+)@([^?]+).*$", "$1-$2"))
                    .collect(Collectors.toSet());
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                            .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                            // Put there by whoever packs the jar.
                            .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                            .filter(name -> !listed.contains(name)))
                    .isEmpty();
        }
    }
}

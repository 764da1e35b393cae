package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenApiConventionsTest {

  @Test
  void probe() throws Exception {
    java.nio.file.Files.writeString(
        java.nio.file.Path.of("/tmp/oa-dev/openapi.yaml"), OpenApiDocument.yaml());
    assertThat(OpenApiDocument.model().getPaths().getPathItems()).isNotEmpty();
  }
}

package dev.timbre.platform.rest;

import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.provider.client.api.SpeechApi;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The document that the server makes of the resource classes, made by the same library. */
final class OpenApiDocument {

  private static final SmallRyeOpenAPI DOCUMENT = make();

  private OpenApiDocument() {}

  static OpenAPI model() {
    return DOCUMENT.model();
  }

  static String yaml() {
    return DOCUMENT.toYAML();
  }

  private static SmallRyeOpenAPI make() {
    ClassLoader loader = OpenApiDocument.class.getClassLoader();
    return SmallRyeOpenAPI.builder()
        .withApplicationClassLoader(loader)
        .withScannerClassLoader(loader)
        .enableStandardStaticFiles(true)
        .withIndex(index())
        .enableStandardFilter(true)
        .build();
  }

  private static Index index() {
    Indexer indexer = new Indexer();
    for (Class<?> root : List.of(Problem.class, QualityMeasures.class, SpeechApi.class)) {
      try (Stream<Path> files =
          Files.walk(Path.of(root.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(f -> add(indexer, f));
      } catch (IOException | URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return indexer.complete();
  }

  private static void add(Indexer indexer, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      indexer.index(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.timbre.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the modules that ship, as the build compiled them. */
final class Shipped implements LocationProvider {

  static final String ROOT = "dev.timbre.";

  static final List<String> MODULES = List.of("api-client", "persistence", "ejb", "web", "sandbox");

  @Override
  public Set<Location> get(Class<?> testClass) {
    return MODULES.stream().map(Shipped::compiled).map(Location::of).collect(Collectors.toSet());
  }

  static JavaClasses of(String module) {
    return new ClassFileImporter().importPath(compiled(module));
  }

  private static Path compiled(String module) {
    Path classes = Path.of(System.getProperty("timbre.modules"), module, "target", "classes");
    if (Files.notExists(classes)) {
      throw new IllegalStateException(classes + " is missing; build the module first");
    }
    return classes.toAbsolutePath().normalize();
  }

  /** For example {@code voice} for a class of {@code dev.timbre.voice.control}. */
  static String capability(JavaClass type) {
    return segment(type, 0);
  }

  /** For example {@code control} for a class of {@code dev.timbre.voice.control}. */
  static String layer(JavaClass type) {
    return segment(type, 1);
  }

  private static String segment(JavaClass type, int index) {
    String name = type.getPackageName();
    String rest = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    return Stream.of(rest.split("\\.")).skip(index).findFirst().orElse("");
  }
}

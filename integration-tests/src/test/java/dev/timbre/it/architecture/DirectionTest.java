package dev.timbre.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/** Capabilities use those below them, and layers those behind them. */
@AnalyzeClasses(locations = Shipped.class)
class DirectionTest {

  private static final String CLIENT = "dev.timbre.provider.client..";

  /** How high a capability stands; those of one height do not use each other. */
  private static final Map<String, Integer> HEIGHT =
      Map.ofEntries(
          Map.entry("platform", 0),
          Map.entry("audit", 1),
          Map.entry("access", 2),
          Map.entry("notice", 3),
          Map.entry("finding", 4),
          Map.entry("storage", 4),
          Map.entry("audio", 5),
          Map.entry("provider", 5),
          Map.entry("consent", 6),
          Map.entry("usage", 6),
          Map.entry("voice", 7),
          Map.entry("speech", 8));

  private static final DescribedPredicate<JavaClass> OF_A_CAPABILITY =
      describe("belong to a capability", type -> HEIGHT.containsKey(Shipped.capability(type)));

  /**
   * At the edge a page or a resource may show what several capabilities know, so a recording's page
   * may name a talent; what follows is about everything behind the edge.
   */
  private static final DescribedPredicate<JavaClass> BEHIND_THE_EDGE =
      describe(
          "stand behind the edge",
          type -> !List.of("rest", "faces", "web").contains(Shipped.layer(type)));

  @ArchTest
  static final ArchRule capabilitiesUseOnlyThoseBelowThem =
      classes().that(OF_A_CAPABILITY).and(BEHIND_THE_EDGE).should(useOnlyLowerCapabilities());

  private static ArchCondition<JavaClass> useOnlyLowerCapabilities() {
    return new ArchCondition<>("use only capabilities below their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String own = Shipped.capability(type);
          String used = Shipped.capability(dependency.getTargetClass());
          if (HEIGHT.containsKey(used)
              && !used.equals(own)
              && HEIGHT.get(used) >= HEIGHT.get(own)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  @ArchTest
  static final ArchRule everyClassBelongsToACapability =
      classes()
          .that()
          .resideOutsideOfPackage("dev.timbre.sandbox..")
          .should(ArchCondition.from(OF_A_CAPABILITY));

  @ArchTest
  static final ArchRule capabilitiesBehindTheEdgeHaveNoCycles =
      slices()
          .matching("dev.timbre.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              resideInAnyPackage("dev.timbre.*.rest", "dev.timbre.*.faces", "dev.timbre.*.web"),
              DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule nobodyReachesOverALayer =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.timbre..")
          .withOptionalLayers(true)
          .layer("edge")
          .definedBy("dev.timbre.*.rest..", "dev.timbre.*.faces..", "dev.timbre.*.web..")
          .layer("control")
          .definedBy("dev.timbre.*.control..")
          .layer("client")
          .definedBy(CLIENT)
          .whereLayer("edge")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("control")
          .mayOnlyBeAccessedByLayers("edge")
          .whereLayer("client")
          .mayOnlyBeAccessedByLayers("control");

  @ArchTest
  static final ArchRule oneGateToTheProvider =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.timbre.provider.control..", CLIENT)
          .should()
          .dependOnClassesThat(resideInAPackage(CLIENT));

  @ArchTest
  static final ArchRule onlyTheClientCarriesBytes =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLIENT)
          .should()
          .dependOnClassesThat(resideInAPackage("dev.timbre.provider.client.transport.."));

  @ArchTest
  static final ArchRule theClientKnowsNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat(
              describe(
                  "are of Timbre and not of the client",
                  type ->
                      type.getPackageName().startsWith(Shipped.ROOT)
                          && !type.getPackageName().startsWith("dev.timbre.provider.client")));

  @ArchTest
  static final ArchRule whatVerifiesTheLogNeedsOnlyTheJdk =
      classes()
          .that()
          .resideInAnyPackage("dev.timbre.audit.proof..", "dev.timbre.audit.verifier..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.timbre.audit.proof..", "dev.timbre.audit.verifier..");

  @ArchTest
  static final ArchRule theSandboxSharesNothingWithUs =
      noClasses()
          .that()
          .resideInAPackage("dev.timbre.sandbox..")
          .should()
          .dependOnClassesThat(OF_A_CAPABILITY);

  @ArchTest
  static final ArchRule nothingThatShipsKnowsTheSandbox =
      noClasses()
          .that(OF_A_CAPABILITY)
          .should()
          .dependOnClassesThat(resideInAPackage("dev.timbre.sandbox.."));

  @ArchTest
  static final ArchRule entitiesStayPlain =
      noClasses()
          .that()
          .resideInAPackage("dev.timbre.*.entity..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "jakarta.ws.rs..",
                  "jakarta.faces..",
                  "jakarta.ejb..",
                  "jakarta.servlet..",
                  "jakarta.enterprise.concurrent..",
                  "org.eclipse.microprofile.."));

  @ArchTest
  static final ArchRule theEdgeDoesNoPersistence =
      noClasses()
          .that()
          .resideInAnyPackage("dev.timbre.*.rest..", "dev.timbre.*.faces..", "dev.timbre.*.web..")
          // it turns what the database refuses into answers
          .and()
          .doNotHaveFullyQualifiedName("dev.timbre.platform.rest.Problems")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                  .or(
                      describe(
                          "are repositories",
                          type ->
                              type.getFields().stream()
                                  .anyMatch(
                                      field ->
                                          field.isAnnotatedWith(
                                              "jakarta.persistence.PersistenceContext")))));
}

package dev.timbre.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What may stand where. */
@AnalyzeClasses(locations = Shipped.class)
class HabitsTest {

  private static final String CONTROL = "dev.timbre.*.control..";

  private static final List<String> ROLES =
      List.of(
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "jakarta.annotation.security.DenyAll");

  private static final DescribedPredicate<CanBeAnnotated> TRANSACTIONAL =
      annotatedWithAny("jakarta.transaction.Transactional", "jakarta.ejb.TransactionAttribute");

  private static final DescribedPredicate<CanBeAnnotated> TOLERANT =
      describe(
          "carry annotations of fault tolerance",
          element ->
              annotations(element).stream()
                  .anyMatch(name -> name.startsWith("org.eclipse.microprofile.faulttolerance.")));

  private static final DescribedPredicate<JavaClass> SESSION_BEAN =
      DescribedPredicate.<JavaClass>describe(
          "are session beans",
          type ->
              type.isAnnotatedWith("jakarta.ejb.Stateless")
                  || type.isAnnotatedWith("jakarta.ejb.Singleton"));

  @ArchTest
  static void classesThatShip_areAllLookedAt(JavaClasses shipped) {
    for (String module : Shipped.MODULES) {
      assertThat(Shipped.of(module)).as(module).hasSizeGreaterThan(40);
    }
    assertThat(shipped).hasSizeGreaterThan(450);
  }

  @ArchTest
  static final ArchRule transactionsOfClassesInControl =
      noClasses().that(TRANSACTIONAL.forSubtype()).should().resideOutsideOfPackage(CONTROL);

  @ArchTest
  static final ArchRule transactionsOfMethodsInControl =
      methods()
          .that(TRANSACTIONAL.forSubtype())
          .should()
          .beDeclaredInClassesThat(resideInAPackage(CONTROL));

  @ArchTest
  static final ArchRule faultToleranceAroundCallsOnly =
      methods()
          .that(TOLERANT.forSubtype())
          .should()
          .beDeclaredInClassesThat(
              resideInAPackage("dev.timbre.provider.control..")
                  .or(nameMatching("dev\\.timbre\\.platform\\.control\\.OutcomeKeeping")));

  @ArchTest
  static final ArchRule faultToleranceOnMethodsOnly =
      noClasses().should(ArchCondition.from(TOLERANT.<JavaClass>forSubtype()));

  @ArchTest
  static final ArchRule deniedByDefault =
      methods()
          .that(
              describe(
                  "can be called from outside of a session bean",
                  (JavaMethod method) ->
                      SESSION_BEAN.test(method.getOwner())
                          && method.getModifiers().contains(JavaModifier.PUBLIC)
                          && !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
          .should(
              ArchCondition.from(
                  describe(
                      "say who may call them, or their class does",
                      (JavaMethod method) ->
                          annotatedWithAny(ROLES.toArray(String[]::new)).test(method)
                              || annotatedWithAny(ROLES.toArray(String[]::new))
                                  .test(method.getOwner()))));

  @ArchTest
  static final ArchRule nobodyIsAHelper =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule resourcesInRest =
      classes()
          .that()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .and()
          .resideOutsideOfPackage("dev.timbre.provider.client..")
          .should()
          .resideInAPackage("dev.timbre.*.rest")
          .andShould()
          .haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule namesOfResources =
      classes()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .resideInAPackage("dev.timbre.*.rest");

  @ArchTest
  static final ArchRule restNeverReturnsAnEntity =
      noMethods()
          .that()
          .areDeclaredInClassesThat(resideInAPackage("dev.timbre.*.rest.."))
          .and()
          .arePublic()
          .should()
          .haveRawReturnType(
              describe("an entity", type -> type.isAnnotatedWith("jakarta.persistence.Entity")));

  @ArchTest
  static final ArchRule standardStreamsForMainProgramsOnly =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage(
                      "dev.timbre.sandbox..",
                      "dev.timbre.audio.decoder..",
                      "dev.timbre.audit.verifier..")))
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest static final ArchRule oneLogger = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage("dev.timbre.platform..", "dev.timbre.sandbox..")))
          .should()
          .callMethodWhere(
              describe(
                  "the time is read past the clock",
                  call ->
                      Set.of(
                              "java.time.Instant.now()",
                              "java.time.LocalDate.now()",
                              "java.time.OffsetDateTime.now()",
                              "java.time.ZonedDateTime.now()",
                              "java.lang.System.currentTimeMillis()")
                          .contains(call.getTarget().getFullName())));

  private static DescribedPredicate<CanBeAnnotated> annotatedWithAny(String... names) {
    return describe(
        "carry one of " + List.of(names),
        element -> annotations(element).stream().anyMatch(List.of(names)::contains));
  }

  private static List<String> annotations(CanBeAnnotated element) {
    if (element instanceof JavaClass type) {
      return type.getAnnotations().stream().map(a -> a.getRawType().getName()).toList();
    }
    return ((JavaMember) element)
        .getAnnotations().stream().map(a -> a.getRawType().getName()).toList();
  }
}

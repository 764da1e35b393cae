package dev.timbre.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Brands;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditFilter;
import dev.timbre.audit.entity.AuditLog;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DeployedBeansIT {

  private static final String WEB = "/web.war";
  private static final String WEB_XML = "/WEB-INF/web.xml";

  private static final List<Class<? extends Annotation>> ROLES =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  @Inject @Any BeanManager beans;
  @Inject UserTransaction transaction;
  @Inject Brands brands;
  @Inject AuditTrail trail;
  @Inject AuditLog log;
  @Inject BrandRegister register;
  @Inject Clock clock;

  @Deployment
  static EnterpriseArchive ear() throws Exception {
    return earWith(DeployedBeansIT.class);
  }

  /** The EAR as it was built, with a test in its WAR and a door for Arquillian. */
  static EnterpriseArchive earWith(Class<?>... test) throws Exception {
    File file = new File(System.getProperty("timbre.ear"));
    EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
    WebArchive web = ear.getAsType(WebArchive.class, WEB);
    String descriptor = text(web, WEB_XML);
    web.delete(WEB_XML);
    web.setWebXML(
        new StringAsset(
            descriptor.replace(
                "<url-pattern>/health/*</url-pattern>",
                "<url-pattern>/health/*</url-pattern>"
                    + "<url-pattern>/ArquillianServletRunnerEE9/*</url-pattern>")));
    web.addClasses(test).addAsLibrary(jarOf(Assertions.class));
    ear.delete(WEB);
    return ear.addAsModule(Testable.archiveToTest(web));
  }

  private static String text(WebArchive web, String path) throws java.io.IOException {
    return new String(web.get(path).getAsset().openStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static File jarOf(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Stream<Class<?>> sessionBeans() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(bean -> bean.getBeanClass())
        .filter(type -> type.getName().startsWith("dev.timbre."))
        .filter(
            type ->
                type.isAnnotationPresent(Stateless.class)
                    || type.isAnnotationPresent(Singleton.class))
        .distinct();
  }

  @Test
  void everyDoor_saysWhoMayCome() {
    List<Class<?>> doors = sessionBeans().toList();
    assertThat(doors).hasSizeGreaterThan(15);
    List<Method> open =
        doors.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !says(method) && !says(method.getDeclaringClass()))
            .toList();
    assertThat(open).isEmpty();
  }

  private static boolean says(AnnotatedElement element) {
    return ROLES.stream().anyMatch(element::isAnnotationPresent);
  }

  @Test
  void somebodyUnknown_isNotLetIn() {
    assertThatThrownBy(() -> register.create("nobody", "Nobody"))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void everyAuditedUseCase_isReallyIntercepted() {
    List<Audited> audited =
        sessionBeans()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Audited.class))
            .map(method -> method.getAnnotation(Audited.class))
            .toList();
    assertThat(audited).hasSizeGreaterThan(20);
    assertThat(audited)
        .allSatisfy(
            binding ->
                assertThat(beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, binding))
                    .isNotEmpty());
  }

  @Test
  void changeAndItsEntry_areCommittedTogether() throws Exception {
    Brand brand = written();
    transaction.commit();
    assertThat(isThere(brand)).isTrue();
    assertThat(entries(brand.getId())).isEqualTo(1);
  }

  @Test
  void changeAndItsEntry_areLostTogether() throws Exception {
    Brand brand = written();
    transaction.rollback();
    assertThat(isThere(brand)).isFalse();
    assertThat(entries(brand.getId())).isZero();
  }

  private Brand written() throws Exception {
    String slug = "in" + UUID.randomUUID().toString().substring(0, 8);
    transaction.begin();
    Brand brand = new Brand(clock.instant(), slug, slug);
    brands.add(brand);
    trail.done(AuditAction.BRAND_CREATE, brand.getId());
    return brand;
  }

  @Test
  void refusal_isKeptWhateverBecomesOfTheCaller() throws Exception {
    UUID subject = UUID.randomUUID();
    transaction.begin();
    trail.refused(AuditAction.VOICE_APPROVE, subject, "some-rule");
    transaction.rollback();
    assertThat(entries(subject)).isEqualTo(1);
  }

  @Test
  void entryOfAChange_needsTheTransactionOfTheChange() {
    UUID subject = UUID.randomUUID();
    assertThatThrownBy(() -> trail.done(AuditAction.BRAND_CREATE, subject))
        .hasMessageContaining("ransaction");
    assertThat(entries(subject)).isZero();
  }

  private boolean isThere(Brand brand) {
    return brands.findBySlug(brand.getSlug()).isPresent();
  }

  private long entries(UUID subject) {
    return log.count(AuditFilter.ofSubject(subject));
  }
}

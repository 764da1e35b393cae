package dev.timbre.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every method of every use case is tried by every role and scope that it does not name, and by
 * somebody without any; none gets in. (Those whom it names are let in by the table of roles.)
 */
@ExtendWith(ArquillianExtension.class)
class DoorsIT {

  private static final String NOBODY = "nobody";

  @Inject @Any BeanManager beans;

  @Deployment
  static EnterpriseArchive ear() throws Exception {
    return DeployedBeansIT.earWith(DoorsIT.class, DeployedBeansIT.class);
  }

  private List<Class<?>> doors() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.getName().startsWith("dev.timbre."))
        .filter(type -> type.isAnnotationPresent(Stateless.class))
        .distinct()
        .toList();
  }

  private static Set<String> callers() {
    Set<String> all = new TreeSet<>(List.of(NOBODY));
    Stream.of(Role.values()).map(Role::code).forEach(all::add);
    Stream.of(Scope.values()).map(Scope::code).forEach(all::add);
    return all;
  }

  @Test
  void whoIsNotNamed_isNotLetIn() throws Exception {
    List<String> open = new ArrayList<>();
    int tried = 0;
    for (Class<?> door : doors()) {
      Object instance = instance(door);
      for (Method method : door.getDeclaredMethods()) {
        boolean use = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
        if (use && !Modifier.isStatic(method.getModifiers()) && !isForAll(method)) {
          Set<String> kept = callers();
          kept.removeAll(named(method));
          for (String caller : kept) {
            tried++;
            if (!isRefused(caller, instance, method)) {
              open.add(caller + " calls " + method);
            }
          }
        }
      }
    }
    assertThat(open).isEmpty();
    assertThat(tried).isGreaterThan(500);
  }

  private Object instance(Class<?> door) {
    Bean<?> bean = beans.resolve(beans.getBeans(door, Any.Literal.INSTANCE));
    return beans.getReference(bean, door, beans.createCreationalContext(bean));
  }

  private static boolean isForAll(Method method) {
    return method.isAnnotationPresent(PermitAll.class)
        || !method.isAnnotationPresent(RolesAllowed.class)
            && method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }

  private static Set<String> named(Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    RolesAllowed all = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    return own != null ? Set.of(own.value()) : all == null ? Set.of() : Set.of(all.value());
  }

  /** The container looks at the caller before it looks at what is asked. */
  private static boolean isRefused(String caller, Object instance, Method method) throws Exception {
    Object[] nothing = Arrays.stream(method.getParameterTypes()).map(DoorsIT::nothing).toArray();
    return as(
        caller,
        () -> {
          try {
            method.invoke(instance, nothing);
            return false;
          } catch (InvocationTargetException e) {
            return e.getCause() instanceof EJBAccessException;
          }
        });
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? (Object) 0L : null;
  }

  /** By the server's own means, which are no part of what the tests are compiled against. */
  private static <T> T as(String caller, Callable<T> what) throws Exception {
    Class<?> domains = Class.forName("org.wildfly.security.auth.server.SecurityDomain");
    Class<?> mappers = Class.forName("org.wildfly.security.authz.RoleMapper");
    Class<?> sets = Class.forName("org.wildfly.security.authz.Roles");
    Object domain = domains.getMethod("getCurrent").invoke(null);
    Object known =
        domains.getMethod("createAdHocIdentity", String.class).invoke(domain, "person:" + caller);
    Object roles =
        sets.getMethod("fromSet", Set.class)
            .invoke(null, caller.equals(NOBODY) ? Set.of() : Set.of(caller));
    Object mapper = mappers.getMethod("constant", sets).invoke(null, roles);
    Object identity =
        known.getClass().getMethod("withDefaultRoleMapper", mappers).invoke(known, mapper);
    Method runAs = identity.getClass().getMethod("runAs", Callable.class);
    @SuppressWarnings("unchecked")
    T result = (T) runAs.invoke(identity, what);
    return result;
  }
}

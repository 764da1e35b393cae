package dev.timbre.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.control.Identity;
import dev.timbre.access.control.SignIn;
import dev.timbre.audit.entity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsoleSessionTest {

  private final ConsoleSession session = new ConsoleSession();
  private final Container container = new Container();
  private final HttpServletRequest request = container.request();

  /** As much of a servlet container's sessions as sign-in needs. */
  private static final class Container {

    private Map<String, Object> attributes;
    private int id;

    HttpServletRequest request() {
      return proxy(
          HttpServletRequest.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getSession" -> session(arguments == null || (Boolean) arguments[0]);
                case "changeSessionId" -> Integer.toString(++id);
                default -> throw new UnsupportedOperationException(method.getName());
              });
    }

    private HttpSession session(boolean create) {
      if (attributes == null && !create) {
        return null;
      }
      if (attributes == null) {
        attributes = new HashMap<>();
        id++;
      }
      return proxy(
          HttpSession.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "invalidate" -> attributes = null;
                default -> throw new UnsupportedOperationException(method.getName());
              });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
  }

  private static SignIn signIn(UUID person) {
    return new SignIn(UUID.randomUUID(), new Identity(Actor.person(person), Set.of()));
  }

  @Test
  void stranger_hasNoSession() {
    assertThat(session.person(request)).isEmpty();
    assertThat(container.attributes).isNull();
  }

  @Test
  void signIn_changesAnIdKnownBefore() {
    container.session(true);
    int known = container.id;
    UUID person = UUID.randomUUID();

    session.begin(request, signIn(person));

    assertThat(container.id).isNotEqualTo(known);
    assertThat(session.person(request)).contains(person);
  }

  @Test
  void choicesBeforeSignIn_stay() {
    container.session(true).setAttribute("language", "zh");

    session.begin(request, signIn(UUID.randomUUID()));

    assertThat(container.attributes).containsEntry("language", "zh");
  }

  @Test
  void whatSomebodyElseLeft_goes() {
    session.begin(request, signIn(UUID.randomUUID()));
    container.attributes.put("draft", "theirs");

    session.begin(request, signIn(UUID.randomUUID()));

    assertThat(container.attributes).doesNotContainKey("draft");
  }

  @Test
  void signOut_endsTheSession() {
    session.begin(request, signIn(UUID.randomUUID()));

    session.end(request);

    assertThat(session.person(request)).isEmpty();
  }
}

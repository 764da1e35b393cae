package dev.timbre.access.web;

import dev.timbre.access.control.Authentication;
import dev.timbre.access.control.Identity;
import dev.timbre.access.control.SignIn;
import dev.timbre.access.control.SignInDelayed;
import dev.timbre.platform.control.DatabaseAway;
import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.web.DatabaseAwayAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The one way in: an API key in the {@code Authorization} header, else the console's session. Both
 * are checked against the database at every request.
 */
@ApplicationScoped
public class RequestAuthentication implements HttpAuthenticationMechanism {

  private static final System.Logger LOG = System.getLogger(RequestAuthentication.class.getName());

  /** Attribute of a refused sign-in's request: the {@code Duration} until another may succeed. */
  public static final String DELAY = "timbre.sign-in.delay";

  private static final String BEARER = "Bearer ";

  /** A path of our own: "//host" and "/\\host" lead elsewhere. */
  private static final Pattern LOCAL = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9._/-]*");

  @Inject Authentication authentication;
  @Inject ConsoleSession session;
  @Inject RequestContext context;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message)
      throws AuthenticationException {
    context.from(request.getRemoteAddr());
    RequestIds.of(request).ifPresent(context::correlate);
    try {
      return authenticate(request, message);
    } catch (RuntimeException e) {
      if (!DatabaseAway.isBehind(e)) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "Nobody can be recognised: {0}", e.toString());
      DatabaseAwayAnswer.send(request, response, context.correlationId());
      return AuthenticationStatus.SEND_FAILURE;
    }
  }

  private AuthenticationStatus authenticate(
      HttpServletRequest request, HttpMessageContext message) {
    if (message.isAuthenticationRequest()) {
      return signIn(message);
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return byKey(authorization, message);
    }
    Optional<UUID> begun = session.id(request);
    Optional<Identity> identity = begun.flatMap(authentication::bySession);
    if (identity.isPresent()) {
      return announce(identity.get(), message);
    }
    if (begun.isPresent()) {
      session.end(request);
    }
    return message.isProtected() ? challenge(request, message) : message.doNothing();
  }

  private AuthenticationStatus signIn(HttpMessageContext message) {
    if (message.getAuthParameters().getCredential() instanceof UsernamePasswordCredential given) {
      Optional<SignIn> signIn = byPassword(given, message.getRequest());
      signIn.ifPresent(begun -> session.begin(message.getRequest(), begun));
      return signIn
          .map(begun -> announce(begun.identity(), message))
          .orElse(AuthenticationStatus.SEND_FAILURE);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** The container has no word for a delay; the page finds it in the request. */
  private Optional<SignIn> byPassword(
      UsernamePasswordCredential given, HttpServletRequest request) {
    try {
      return authentication.byPassword(given.getCaller(), given.getPasswordAsString());
    } catch (SignInDelayed e) {
      request.setAttribute(DELAY, e.retryAfter());
      return Optional.empty();
    }
  }

  private AuthenticationStatus byKey(String authorization, HttpMessageContext message) {
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String key = authorization.substring(BEARER.length()).strip();
      Optional<Identity> identity = authentication.byKey(key);
      if (identity.isPresent()) {
        return announce(identity.get(), message);
      }
    }
    // REST is open to the container and answers with a problem of its own, see
    // AuthenticationRequired
    return message.isProtected() ? message.responseUnauthorized() : message.doNothing();
  }

  private static AuthenticationStatus announce(Identity identity, HttpMessageContext message) {
    return message.notifyContainerAboutLogin(identity.principalName(), identity.groups());
  }

  private static AuthenticationStatus challenge(
      HttpServletRequest request, HttpMessageContext message) {
    String from = wanted(request).map(page -> "?from=" + page).orElse("");
    return message.redirect(request.getContextPath() + "/sign-in.xhtml" + from);
  }

  /**
   * The page to go on with after sign-in, with its query, encoded; none for what a redirect cannot
   * repeat. Never an address that a browser would take for another site's.
   */
  static Optional<String> wanted(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean page = "GET".equals(request.getMethod()) && LOCAL.matcher(path).matches();
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return page
        ? Optional.of(URLEncoder.encode(path + query, StandardCharsets.UTF_8))
        : Optional.empty();
  }
}

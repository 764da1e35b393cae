package dev.timbre.access.web;

import dev.timbre.access.control.oidc.ProviderSignIn;
import dev.timbre.access.control.oidc.SignInAttempt;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Unavailable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;

/**
 * Leads browsers to the company's identity provider and takes them back, for {@link
 * RequestAuthentication} to recognise from then on.
 */
@WebServlet({"/oidc/start", "/oidc/callback", "/oidc/leave"})
public class ProviderDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String ATTEMPT = "timbre.oidc.attempt";
  private static final String TARGET = "timbre.oidc.target";
  private static final String ID_TOKEN = "timbre.oidc.id-token";
  private static final String LEAVING = "timbre.oidc.leaving";
  private static final String AGAIN = "again";

  @Inject private transient ProviderSignIn provider;
  @Inject private transient ConsoleSession session;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!provider.isOffered()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    switch (request.getServletPath()) {
      case "/oidc/start" -> start(request, response);
      case "/oidc/callback" -> comeBack(request, response);
      default -> leave(request, response);
    }
  }

  private void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      SignInAttempt attempt = provider.begin();
      HttpSession begun = request.getSession(true);
      begun.setAttribute(ATTEMPT, attempt);
      begun.setAttribute(TARGET, Targets.local(request.getParameter("from")));
      response.sendRedirect(attempt.address().toString());
    } catch (Unavailable e) {
      refuse(request, response, "oidc-unavailable");
    }
  }

  private void comeBack(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession begun = request.getSession(false);
    Object attempt = begun == null ? null : begun.getAttribute(ATTEMPT);
    if (attempt == null && request.getParameter(AGAIN) == null) {
      // the cookie is not sent along with a way that begins at another site: begin it here
      Onward.write(response, request.getRequestURI() + "?" + request.getQueryString() + "&again=1");
    } else if (attempt instanceof SignInAttempt asked) {
      begun.removeAttribute(ATTEMPT); // an answer is taken once
      finish(request, response, asked);
    } else {
      refuse(request, response, "oidc-refused");
    }
  }

  private void finish(
      HttpServletRequest request, HttpServletResponse response, SignInAttempt attempt)
      throws IOException {
    String target = (String) request.getSession().getAttribute(TARGET);
    try {
      ProviderSignIn.Done done = provider.finish(attempt, answer(request));
      session.begin(request, done.signIn());
      request.getSession().setAttribute(ID_TOKEN, done.idToken());
      response.sendRedirect(request.getContextPath() + target);
    } catch (BusinessException e) {
      boolean away = e instanceof Unavailable;
      refuse(request, response, away ? "oidc-unavailable" : "oidc-refused");
    }
  }

  /** With our own mark, which the provider did not write. */
  private static URI answer(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String said = query.replaceFirst("&" + AGAIN + "=1$", "");
    try {
      return URI.create(request.getRequestURL() + "?" + said);
    } catch (IllegalArgumentException e) {
      return URI.create(request.getRequestURL().toString());
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, String problem) throws IOException {
    response.sendRedirect(request.getContextPath() + "/sign-in.xhtml?problem=" + problem);
  }

  /** Goes on to the provider's own sign-out. */
  private static void leave(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession ended = request.getSession(false);
    Object address = ended == null ? null : ended.getAttribute(LEAVING);
    if (address instanceof String there) {
      ended.invalidate();
      // a policy of ours keeps forms from leading to another site, so this is no redirect
      Onward.write(response, there);
    } else {
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    }
  }

  /**
   * Ends the browser's session.
   *
   * @return the page to go to, with the provider's own sign-out where the provider let them in
   */
  public static String end(HttpServletRequest request, ProviderSignIn provider) {
    HttpSession ended = request.getSession(false);
    Object idToken = ended == null ? null : ended.getAttribute(ID_TOKEN);
    if (ended != null) {
      ended.invalidate();
    }
    if (idToken instanceof String token) {
      return provider
          .leaving(token)
          .map(
              address -> {
                request.getSession(true).setAttribute(LEAVING, address.toString());
                return "/oidc/leave";
              })
          .orElse("/sign-in.xhtml");
    }
    return "/sign-in.xhtml";
  }
}

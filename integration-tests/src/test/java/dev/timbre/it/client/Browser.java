package dev.timbre.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without eyes: keeps cookies, follows redirects and pages that go on by themselves, and
 * sends forms back with their hidden fields.
 */
public final class Browser {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern ONWARD =
      Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

  private final CookieManager cookies = new CookieManager(null, plainly());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI home;
  private HttpResponse<String> page;

  /** As browsers do on their own machine: it counts as safe, and cookies are plain pairs. */
  private static CookiePolicy plainly() {
    return (uri, cookie) -> {
      cookie.setSecure(false);
      cookie.setVersion(0);
      return true;
    };
  }

  public Browser(URI home) {
    this.home = home;
  }

  public Browser open(String path) {
    return go(HttpRequest.newBuilder(home.resolve(path)).GET());
  }

  /** Sends the form that has a field of that name, with these values. */
  public Browser submit(String having, Map<String, String> values) {
    Matcher forms = FORM.matcher(page.body());
    while (forms.find()) {
      if (forms.group(2).contains("name=\"" + having + "\"")) {
        Map<String, String> fields = hidden(forms.group(2));
        fields.putAll(values);
        return post(page.uri().resolve(unescaped(forms.group(1))), fields);
      }
    }
    throw new AssertionError("no form with " + having + " on " + page.uri() + ": " + page.body());
  }

  /** Signs in by the console's own form. */
  public Browser signIn(String username, String password) {
    return open("/sign-in.xhtml")
        .submit(
            "sign-in:username",
            Map.of(
                "sign-in:username", username,
                "sign-in:password", password,
                "sign-in:submit", "x"));
  }

  /** Sends fields to an address. */
  public Browser post(URI address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return go(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private Browser go(HttpRequest.Builder request) {
    try {
      page = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Matcher onward = ONWARD.matcher(page.body());
    return onward.find()
        ? go(HttpRequest.newBuilder(page.uri().resolve(unescaped(onward.group(1)))).GET())
        : this;
  }

  private static Map<String, String> hidden(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = HIDDEN.matcher(form);
    while (inputs.find()) {
      attribute(inputs.group(), "name")
          .ifPresent(name -> fields.put(name, attribute(inputs.group(), "value").orElse("")));
    }
    return fields;
  }

  private static Optional<String> attribute(String tag, String name) {
    Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? Optional.of(unescaped(matcher.group(1))) : Optional.empty();
  }

  private static String unescaped(String html) {
    return html.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** This, which must stand at that path. */
  public Browser expectPath(String path) {
    assertThat(page.uri().getPath()).as(page.body()).isEqualTo(path);
    return this;
  }

  public Browser forgetSession() {
    cookies.getCookieStore().removeAll();
    return this;
  }

  /** The value of a cookie that Timbre set; null when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  public int status() {
    return page.statusCode();
  }

  public URI address() {
    return page.uri();
  }

  public String body() {
    return page.body();
  }

  public String header(String name) {
    return page.headers().firstValue(name).orElse(null);
  }
}

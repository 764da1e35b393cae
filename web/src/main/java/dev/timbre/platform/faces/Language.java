package dev.timbre.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Faces;

/**
 * The language and time zone of the reader. The language is what they chose, else what their
 * browser asks for; the zone is what their browser told us in a cookie, else UTC.
 */
@Named("language")
@RequestScoped
public class Language {

  /** Of links that bring their language along. */
  private static final String LANGUAGE_PARAMETER = "lang";

  static final String LANGUAGE_COOKIE = "timbre.language";
  static final String ZONE_COOKIE = "timbre.zone";
  private static final int A_YEAR = 365 * 24 * 3600;
  private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
  private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, CHINESE);

  @Inject FacesContext faces;

  /** What this very request chose; browsers bring it with the next one. */
  private Locale now;

  /** The locale that texts and formats follow. */
  public Locale getLocale() {
    if (now != null) {
      return now;
    }
    String asked = faces.getExternalContext().getRequestParameterMap().get(LANGUAGE_PARAMETER);
    if (asked != null) {
      return supported(Locale.forLanguageTag(asked));
    }
    String chosen = cookie(LANGUAGE_COOKIE);
    if (chosen != null) {
      return supported(Locale.forLanguageTag(chosen));
    }
    Iterator<Locale> wanted = faces.getExternalContext().getRequestLocales();
    while (wanted.hasNext()) {
      Locale locale = wanted.next();
      if (LOCALES.stream().anyMatch(l -> l.getLanguage().equals(locale.getLanguage()))) {
        return supported(locale);
      }
    }
    return Locale.ENGLISH;
  }

  /** The same language as it is written where the reader is; dates and numbers follow it. */
  public Locale getFormats() {
    Locale own = getLocale();
    Iterator<Locale> wanted = faces.getExternalContext().getRequestLocales();
    while (wanted.hasNext()) {
      Locale locale = wanted.next();
      if (own.getLanguage().equals(locale.getLanguage()) && !locale.getCountry().isEmpty()) {
        return locale;
      }
    }
    return own;
  }

  /** For the {@code lang} attribute. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  public ZoneId getZone() {
    try {
      String zone = cookie(ZONE_COOKIE);
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone.replace("%2F", "/"));
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /**
   * Keeps the choice and shows the same page in it. The view stays, and with it what was chosen on
   * the page so far; what is only typed, the page's own script carries over.
   */
  public void choose(String tag) throws IOException {
    ExternalContext external = faces.getExternalContext();
    Locale chosen = supported(Locale.forLanguageTag(tag));
    Map<String, Object> properties = new HashMap<>();
    properties.put("path", "/");
    properties.put("maxAge", A_YEAR);
    properties.put("httpOnly", true);
    external.addResponseCookie(LANGUAGE_COOKIE, chosen.toLanguageTag(), properties);
    boolean ownPage = faces.getViewRoot().getViewId().equals(external.getRequestServletPath());
    boolean inAddress = external.getRequestParameterMap().containsKey(LANGUAGE_PARAMETER);
    if (ownPage && !inAddress) {
      now = chosen;
      faces.getViewRoot().setLocale(chosen);
    } else {
      // an error page stands at another page's address
      external.redirect(Faces.getRequestURIWithQueryString());
    }
  }

  private static Locale supported(Locale wanted) {
    return "zh".equals(wanted.getLanguage()) ? CHINESE : Locale.ENGLISH;
  }

  private String cookie(String name) {
    Object cookie = faces.getExternalContext().getRequestCookieMap().get(name);
    return cookie instanceof Cookie found ? found.getValue() : null;
  }
}

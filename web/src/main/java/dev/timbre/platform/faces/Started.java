package dev.timbre.platform.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/** Marks the addresses of scripts and styles with when the server started. */
@Named("started")
@ApplicationScoped
public class Started {

  @Inject Clock clock;

  private String version;

  @PostConstruct
  void remember() {
    version = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
  }

  public String getVersion() {
    return version;
  }
}

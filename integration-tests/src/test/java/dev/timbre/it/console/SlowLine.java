package dev.timbre.it.console;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A line that takes some seconds for what the server reads at once; fast again when closed. */
final class SlowLine implements AutoCloseable {

  /** Bytes in a second. */
  private static final int UPWARDS = 60_000;

  private static final int UNLIMITED = -1;

  private final CDPSession session;

  private SlowLine(CDPSession session) {
    this.session = session;
  }

  static SlowLine of(Page page) {
    SlowLine line = new SlowLine(page.context().newCDPSession(page));
    line.limit(UPWARDS);
    return line;
  }

  private void limit(int upwards) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", UNLIMITED);
    conditions.addProperty("uploadThroughput", upwards);
    session.send("Network.emulateNetworkConditions", conditions);
  }

  @Override
  public void close() {
    limit(UNLIMITED);
    session.detach();
  }
}

package dev.timbre.sandbox.model;

/**
 * Switches of the gateways that resell the provider's operations.
 *
 * @param aipingUploadPath where AIPing takes files, which it does not publish; {@code /api} may
 *     stand before it
 * @param dmxapiUploadPath where DMXAPI takes files, which it does not publish
 * @param hingnetRawAudio whether Hingnet answers speech with the bytes of the sound instead of JSON
 * @param dmxapiDamagedJson whether DMXAPI answers clones with JSON whose lines are doubled, as its
 *     own example prints it
 */
public record DialectSwitches(
    String aipingUploadPath,
    String dmxapiUploadPath,
    boolean hingnetRawAudio,
    boolean dmxapiDamagedJson) {
  static final DialectSwitches USUAL =
      new DialectSwitches("/v1/audio/minimax/files/upload", "/v1/files/upload", false, false);
}

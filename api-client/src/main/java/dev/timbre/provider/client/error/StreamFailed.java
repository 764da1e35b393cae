package dev.timbre.provider.client.error;

/**
 * A stream began well and did not come to its end. What had been handed over before stays valid,
 * but is not all.
 */
public abstract sealed class StreamFailed extends ProviderException
    permits StreamCut, StreamStalled, StreamDamaged, StreamRefused {

  private static final long serialVersionUID = 1L;

  private final long delivered;

  /**
   * @param what what happened, as a phrase that can follow "the stream"
   * @param delivered bytes of content handed over before
   * @param traceId may be null
   * @param cause may be null
   */
  protected StreamFailed(
      Operation operation, String what, long delivered, String traceId, Throwable cause) {
    super(
        operation,
        operation + ": the stream " + what + ", after " + delivered + " bytes of content",
        traceId,
        cause);
    this.delivered = delivered;
  }

  /** Bytes of content (audio, or text in UTF-8) that had been handed over before. */
  public long delivered() {
    return delivered;
  }

  @Override
  public boolean mayHaveBeenCarriedOut() {
    return operation().changes();
  }

  @Override
  public Retry retry() {
    return operation().charged() ? Retry.NEVER : Retry.SOON;
  }
}

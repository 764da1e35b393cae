package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;

/**
 * The official API: {@code api.minimaxi.com} and {@code api.minimax.cn} in China, {@code
 * api.minimax.io} elsewhere. Hosts, keys, prices and limits differ by region; paths and bodies do
 * not.
 */
final class MiniMaxDialect extends Dialect {

  MiniMaxDialect() {
    super("minimax", DialectSettings.NONE);
  }

  @Override
  public String authorization(String key) {
    return "Bearer " + key;
  }

  /** Old accounts want it; others ignore it. */
  @Override
  public boolean takesGroupId() {
    return true;
  }

  @Override
  Route write(OfficialCall call) {
    return new Route(call.path(), call.body());
  }

  @Override
  public boolean offers(Operation operation) {
    return true;
  }
}

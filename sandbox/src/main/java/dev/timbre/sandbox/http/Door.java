package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.World;
import java.util.Optional;

/** Recognises callers by their key. */
final class Door {
  private static final String BEARER = "Bearer ";

  private final World world;

  Door(World world) {
    this.world = world;
  }

  /**
   * Recognises the caller.
   *
   * @throws Refusal 1004 without a well-formed header, or for a GroupId of somebody else while that
   *     switch is on; 2049 for an unknown key
   */
  void admit(Call call) {
    String header = call.exchange().getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith(BEARER) || header.substring(7).isBlank()) {
      throw new Refusal(
          Code.NOT_AUTHORISED.number(),
          "login fail: Please carry the API secret key in the 'Authorization' field of the"
              + " request header");
    }
    String key = header.substring(BEARER.length()).strip();
    Account account =
        world.accounts().stream()
            .filter(a -> a.keys().contains(key))
            .findFirst()
            .orElseThrow(Code.INVALID_KEY::refusal);
    Optional<String> group = call.query("GroupId");
    if (world.settings().checkGroupId()
        && group.filter(g -> !g.equals(account.groupId())).isPresent()) {
      throw Code.NOT_AUTHORISED.refusal("token not match group");
    }
    call.by(account, key);
  }
}

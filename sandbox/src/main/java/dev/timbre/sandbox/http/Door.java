package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.World;
import java.util.List;
import java.util.Optional;

/** Recognises callers by their key. */
public final class Door {
  private static final String BEARER = "Bearer ";
  private static final List<String> BARE_KEYS = List.of("/anthropic/v1/messages", "/v1/messages");

  private final World world;

  public Door(World world) {
    this.world = world;
  }

  /**
   * Recognises a caller of the provider itself.
   *
   * @throws Refusal as {@link #admit(Call, Front)} does
   */
  public void admit(Call call) {
    admit(call, new Front(Dialect.MINIMAX, Front.KeyForm.BEARER, new Router()));
  }

  /**
   * Recognises the caller at a counter, whose own keys alone are good there: where keys stand after
   * the word Bearer by {@code Authorization: Bearer <key>}, or where Anthropic's form is spoken by
   * {@code x-api-key}.
   *
   * @throws Refusal 1004 without a well-formed header, or for a GroupId of somebody else while that
   *     switch is on; 2049 for an unknown key
   */
  public void admit(Call call, Front front) {
    String key = front.keyForm() == Front.KeyForm.RAW ? rawKeyOf(call) : keyOf(call);
    Account account =
        world.accounts().stream()
            .filter(a -> a.dialect() == front.dialect() && a.keys().contains(key))
            .findFirst()
            .orElseThrow(Code.INVALID_KEY::refusal);
    Optional<String> group = call.query("GroupId");
    if (world.settings().checkGroupId()
        && group.filter(g -> !g.equals(account.groupId())).isPresent()) {
      throw Code.NOT_AUTHORISED.refusal("token not match group");
    }
    call.by(account, key);
  }

  private static String keyOf(Call call) {
    Optional<String> bare = call.header("x-api-key").filter(k -> !k.isBlank());
    if (bare.isPresent() && BARE_KEYS.contains(call.path())) {
      return bare.get().strip();
    }
    return call.header("Authorization")
        .filter(h -> h.startsWith(BEARER))
        .map(h -> h.substring(BEARER.length()).strip())
        .filter(k -> !k.isEmpty())
        .orElseThrow(Door::noKey);
  }

  private static String rawKeyOf(Call call) {
    return call.header("Authorization")
        .map(String::strip)
        .filter(key -> !key.isEmpty() && key.indexOf(' ') < 0)
        .orElseThrow(Door::noKey);
  }

  private static Refusal noKey() {
    return new Refusal(
        Code.NOT_AUTHORISED.number(),
        "login fail: Please carry the API secret key in the 'Authorization' field of the request"
            + " header");
  }
}

package dev.timbre.provider.client.dialect;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A call as one dialect has it.
 *
 * @param path below the account's base URL, beginning with a slash
 * @param body of a JSON request; empty for others
 */
public record Route(String path, Optional<JsonObject> body) {}

package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool on offer.
 *
 * @param parameters the JSON schema of its arguments; an empty object allows any
 */
record Tool(String name, String description, JsonNode parameters) {
  int tokens() {
    return Tokens.count(name) + Tokens.count(description) + Tokens.count(parameters.toString());
  }
}

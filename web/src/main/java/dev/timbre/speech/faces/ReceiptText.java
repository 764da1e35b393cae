package dev.timbre.speech.faces;

import dev.timbre.speech.entity.Receipt;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Reads single members out of a receipt, for pages. */
final class ReceiptText {

  private ReceiptText() {}

  /**
   * @param receipt may be null
   * @param pointer RFC 6901
   * @return empty when the receipt does not say
   */
  static String said(Receipt receipt, String pointer) {
    if (receipt == null) {
      return "";
    }
    try (JsonReader reader = Json.createReader(new StringReader(receipt.getPayload()))) {
      JsonValue value = reader.readObject().getValue(pointer);
      return value instanceof JsonString text ? text.getString() : value.toString();
    } catch (JsonException e) {
      return "";
    }
  }
}

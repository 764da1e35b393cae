package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Asks for the next message of a conversation, at one of the two {@linkplain ChatEndpoint forms}.
 * Its limits are checked when it is built.
 *
 * <p>Tools: the answer's {@link AssistantMessage#toolCalls} name the functions that the model
 * wants. Call them, and ask again with the answer's message and one {@link ChatMessage#toolResult}
 * for each call added to the messages, until an answer has no calls.
 */
public final class ChatRequest implements WireRequest {

  /** What one request may have in all: 64 MB. */
  private static final long LARGEST_BODY = 64L * 1024 * 1024;

  /** Tokens of the longest answer that any model gives. */
  private static final int MOST_TOKENS = 524_288;

  private final Builder settings;

  private ChatRequest(Builder settings) {
    this.settings = settings;
  }

  /** A request to {@code endpoint}; it needs a message at least. */
  public static Builder of(ChatEndpoint endpoint, ChatModel model) {
    return new Builder(endpoint, model);
  }

  /** The same request for an answer in pieces, with the usage at its end. */
  public WireRequest streamed() {
    return () -> toJson(true);
  }

  public ChatEndpoint endpoint() {
    return settings.endpoint;
  }

  public ChatModel model() {
    return settings.model;
  }

  public List<ChatMessage> messages() {
    return List.copyOf(settings.messages);
  }

  @Override
  public JsonObject toJson() {
    return toJson(false);
  }

  private JsonObject toJson(boolean streamed) {
    return new Fields()
        .text("model", settings.model.value())
        .objects("messages", settings.messages.stream().map(ChatMessage::toJson))
        .flag("stream", Optional.of(streamed))
        .nested("stream_options", streamOptions(streamed))
        .number("max_completion_tokens", settings.maxTokens)
        .number("temperature", settings.temperature)
        .number("top_p", settings.topP)
        .objects("tools", settings.tools.stream().map(FunctionTool::toJson))
        .nested("tool_choice", settings.toolChoice.map(ToolChoice::toJson))
        .nested("response_format", settings.responseFormat.map(ResponseFormat::toJson))
        .nested("thinking", thinking())
        .flag("reasoning_split", settings.reasoningSplit)
        .text("service_tier", settings.serviceTier)
        .flag("mask_sensitive_info", settings.maskSensitiveInfo)
        .toJson();
  }

  private static JsonObject streamOptions(boolean streamed) {
    return streamed
        ? new Fields().flag("include_usage", Optional.of(true)).toJson()
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private JsonObject thinking() {
    return new Fields().text("type", settings.thinking).toJson();
  }

  @Override
  public String toString() {
    return "ChatRequest["
        + settings.endpoint
        + ", "
        + settings.model
        + ", "
        + settings.messages.size()
        + " messages]";
  }

  /** Collects the options of a request; those not set are left to the provider's default. */
  public static final class Builder {
    private final ChatEndpoint endpoint;
    private final ChatModel model;
    private final List<ChatMessage> messages = new ArrayList<>();
    private OptionalInt maxTokens = OptionalInt.empty();
    private OptionalDouble temperature = OptionalDouble.empty();
    private OptionalDouble topP = OptionalDouble.empty();
    private List<FunctionTool> tools = List.of();
    private Optional<ToolChoice> toolChoice = Optional.empty();
    private Optional<ResponseFormat> responseFormat = Optional.empty();
    private Optional<Thinking> thinking = Optional.empty();
    private Optional<Boolean> reasoningSplit = Optional.empty();
    private Optional<ServiceTier> serviceTier = Optional.empty();
    private Optional<Boolean> maskSensitiveInfo = Optional.empty();

    private Builder(ChatEndpoint endpoint, ChatModel model) {
      this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
      this.model = Objects.requireNonNull(model, "model");
    }

    private Builder(Builder other) {
      this(other.endpoint, other.model);
      messages.addAll(other.messages);
      maxTokens = other.maxTokens;
      temperature = other.temperature;
      topP = other.topP;
      tools = other.tools;
      toolChoice = other.toolChoice;
      responseFormat = other.responseFormat;
      thinking = other.thinking;
      reasoningSplit = other.reasoningSplit;
      serviceTier = other.serviceTier;
      maskSensitiveInfo = other.maskSensitiveInfo;
    }

    /** Adds the next message. */
    public Builder message(ChatMessage next) {
      messages.add(Objects.requireNonNull(next, "message"));
      return this;
    }

    /** Adds the next messages. */
    public Builder messages(List<ChatMessage> next) {
      next.forEach(this::message);
      return this;
    }

    /**
     * The longest answer, thoughts included.
     *
     * @param tokens 1 to 524,288; each model has a limit of its own below that
     * @throws InvalidRequest when out of range
     */
    public Builder maxTokens(int tokens) {
      maxTokens = OptionalInt.of(tokens);
      Check.range("max_completion_tokens", maxTokens, 1, MOST_TOKENS);
      return this;
    }

    /**
     * How freely the model chooses its words.
     *
     * @param value above 0 to 1 in the provider's own form, 0 to 2 in the form of OpenAI
     * @throws InvalidRequest when out of range
     */
    public Builder temperature(double value) {
      temperature = OptionalDouble.of(value);
      if (endpoint == ChatEndpoint.OPENAI) {
        Check.range("temperature", temperature, 0, 2);
      } else {
        requireShare("temperature", value);
      }
      return this;
    }

    /**
     * How many of the likeliest words the model chooses from.
     *
     * @param value above 0 to 1
     * @throws InvalidRequest when out of range
     */
    public Builder topP(double value) {
      requireShare("top_p", value);
      topP = OptionalDouble.of(value);
      return this;
    }

    private static void requireShare(String field, double value) {
      if (!(value > 0 && value <= 1)) {
        throw new InvalidRequest(field, value, "above 0 to 1");
      }
    }

    /** Which functions the model may ask for. */
    public Builder tools(List<FunctionTool> value) {
      tools = List.copyOf(value);
      return this;
    }

    /**
     * @throws InvalidRequest for a named function in the provider's own form
     */
    public Builder toolChoice(ToolChoice value) {
      if (value.named()) {
        requireOpenAi("tool_choice", "a named function");
      }
      toolChoice = Optional.of(value);
      return this;
    }

    /** Asks for JSON of a given shape. */
    public Builder responseFormat(ResponseFormat value) {
      responseFormat = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest in the provider's own form
     */
    public Builder thinking(Thinking value) {
      requireOpenAi("thinking", value);
      thinking = Optional.of(value);
      return this;
    }

    /**
     * Whether thoughts come in fields of their own or between tags in the content.
     *
     * @throws InvalidRequest in the provider's own form
     */
    public Builder reasoningSplit(boolean value) {
      requireOpenAi("reasoning_split", value);
      reasoningSplit = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest in the provider's own form
     */
    public Builder serviceTier(ServiceTier value) {
      requireOpenAi("service_tier", value);
      serviceTier = Optional.of(value);
      return this;
    }

    /**
     * Whether the provider hides personal details in what the model sees; older models.
     *
     * @throws InvalidRequest in the form of OpenAI
     */
    public Builder maskSensitiveInfo(boolean value) {
      if (endpoint == ChatEndpoint.OPENAI) {
        throw new InvalidRequest(
            "mask_sensitive_info", value, "only at " + ChatEndpoint.NATIVE.path());
      }
      maskSensitiveInfo = Optional.of(value);
      return this;
    }

    private void requireOpenAi(String field, Object value) {
      if (endpoint != ChatEndpoint.OPENAI) {
        throw new InvalidRequest(field, value, "only at " + ChatEndpoint.OPENAI.path());
      }
    }

    /**
     * @throws InvalidRequest without a message, with a video in the provider's own form, or with
     *     more than 64 MB in all
     */
    public ChatRequest build() {
      if (messages.isEmpty()) {
        throw new InvalidRequest("messages", "empty", "a message at least");
      }
      if (messages.stream()
          .flatMap(m -> m.content().stream())
          .anyMatch(VideoPart.class::isInstance)) {
        requireOpenAi("messages.content.video_url", "set");
      }
      long size = messages.stream().mapToLong(ChatMessage::size).sum();
      if (size > LARGEST_BODY) {
        throw new InvalidRequest(
            "messages", "at least " + size + " bytes", "at most " + LARGEST_BODY + " bytes");
      }
      return new ChatRequest(new Builder(this));
    }
  }
}

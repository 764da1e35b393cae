package dev.timbre.provider.client.doctor;

import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.ProviderEndpoint;
import dev.timbre.provider.client.Timeouts;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderUnreachable;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says in one call which host, region, dialect and group an API key fits, and why not the others.
 *
 * <p>The key is shown to the given places only: a reseller's key is no business of another
 * provider. All questions are harmless: they list, read, or ask for what cannot exist.
 */
public final class KeyDoctor {

  /** No file has it, so a clone of it makes nothing and costs nothing. */
  private static final FileId NO_FILE = new FileId("1");

  private static final Set<Integer> KEY_TAKEN_BUT_REFUSED = Set.of(2013, 20132, 2042, 2054);

  private final Timeouts timeouts;

  public KeyDoctor(Timeouts timeouts) {
    this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
  }

  /**
   * What is asked.
   *
   * @param groupId of the account, if it has one
   * @param places in the order to be tried; {@link Place#official()} for an official key
   * @param cloning whether to ask too if the account may clone voices (where the dialect tells)
   */
  public record Question(
      ApiKey key, Optional<String> groupId, List<Place> places, boolean cloning) {

    public Question {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(groupId, "groupId");
      places = List.copyOf(places);
    }
  }

  /** Asks all places. Never throws for what a place answers. */
  public KeyReport examine(Question question) {
    return new KeyReport(
        question.places().stream().map(place -> diagnose(question, place)).toList());
  }

  private Diagnosis diagnose(Question question, Place place) {
    Optional<ProviderException> failure = ask(question, place, question.groupId(), this::probe);
    if (failure.isPresent()) {
      return judged(question, place, failure.get());
    }
    if (question.cloning() && place.dialect().offers(Operation.DELETE_VOICE)) {
      Optional<ProviderException> cloning =
          ask(question, place, question.groupId(), KeyDoctor::askToClone);
      if (cloning.filter(e -> is(e, KnownError.CLONING_NOT_ALLOWED)).isPresent()) {
        return diagnosis(
            place,
            Verdict.MAY_NOT_CLONE,
            cloning,
            "The key is good here, but the account may not clone voices: complete its identity"
                + " verification at the provider.");
      }
    }
    return place.dialect().offers(Operation.QUERY_BALANCE)
        ? withPurses(question, place)
        : fits(place, "");
  }

  /** The least that tells whether the key is known: each dialect offers something else. */
  private void probe(MiniMaxClient client, Place place) {
    if (place.dialect().offers(Operation.LIST_VOICES)) {
      client.voices().list(VoiceType.CLONED);
    } else if (place.dialect().offers(Operation.RETRIEVE_FILE)) {
      client.files().retrieve(NO_FILE);
    } else {
      client.chat().models();
    }
  }

  private static void askToClone(MiniMaxClient client, Place place) {
    client.voices().cloneFrom(CloneRequest.of(NO_FILE, "KeyCheck-0000").build());
  }

  /** A question to a place. */
  private interface Asking {
    void of(MiniMaxClient client, Place place);
  }

  private Optional<ProviderException> ask(
      Question question, Place place, Optional<String> groupId, Asking asking) {
    ProviderEndpoint endpoint =
        new ProviderEndpoint(place.base(), question.key(), groupId, timeouts, place.dialect());
    try (MiniMaxClient client = MiniMaxClient.connect(endpoint)) {
      asking.of(client, place);
      return Optional.empty();
    } catch (ProviderException failure) {
      return Optional.of(failure);
    }
  }

  private Diagnosis judged(Question question, Place place, ProviderException failure) {
    Optional<ProviderException> why = Optional.of(failure);
    if (failure.code().filter(code -> KEY_TAKEN_BUT_REFUSED.contains(code.number())).isPresent()) {
      return fits(place, "");
    }
    if (is(failure, KnownError.INVALID_KEY)) {
      return diagnosis(
          place,
          Verdict.UNKNOWN_KEY,
          why,
          "The key is well-formed but unknown here. Keys are bound to one region and one provider;"
              + " it may also be revoked or mistyped.");
    }
    if (is(failure, KnownError.NOT_AUTHORISED)) {
      return notAuthorised(question, place, why);
    }
    if (is(failure, KnownError.INSUFFICIENT_BALANCE)) {
      return diagnosis(place, Verdict.NO_MONEY, why, failure.remedy());
    }
    if (failure.code().isPresent()) {
      return diagnosis(place, Verdict.FITS_BUT_HELD, why, failure.getMessage() + ".");
    }
    return withoutCode(place, failure);
  }

  /** Key and group that do not match are refused with the same code as no key at all. */
  private Diagnosis notAuthorised(Question question, Place place, Optional<ProviderException> why) {
    boolean sentGroup = question.groupId().isPresent() && place.dialect().takesGroupId();
    if (sentGroup && ask(question, place, Optional.empty(), this::probe).isEmpty()) {
      return diagnosis(
          place,
          Verdict.WRONG_GROUP,
          why,
          "The key is good here without the GroupId: the group belongs to another account. Remove"
              + " it or take the one of this account.");
    }
    return diagnosis(
        place,
        Verdict.NOT_RECOGNISED,
        why,
        "The key was not recognised: it is malformed, was cut when it was copied, or the place"
            + " wants it in another form than the dialect "
            + place.dialect()
            + " writes it.");
  }

  private static Diagnosis withoutCode(Place place, ProviderException failure) {
    Optional<ProviderException> why = Optional.of(failure);
    if (failure instanceof ProviderAnswerUnreadable answer) {
      boolean key = answer.httpStatus() == 401 || answer.httpStatus() == 403;
      return diagnosis(
          place,
          key ? Verdict.UNKNOWN_KEY : Verdict.NOT_THIS_API,
          why,
          failure.getMessage() + ". " + failure.remedy());
    }
    Verdict verdict =
        failure instanceof ProviderUnreachable ? Verdict.UNREACHABLE : Verdict.FITS_BUT_HELD;
    return diagnosis(place, verdict, why, failure.getMessage() + ". " + failure.remedy());
  }

  private Diagnosis withPurses(Question question, Place place) {
    Purses purses = new Purses();
    ask(question, place, question.groupId(), quietly(c -> purses.see(c.account().balance())));
    ask(question, place, question.groupId(), quietly(c -> purses.see(c.account().plan())));
    Purses.Kind kind = Purses.Kind.of(question.key());
    return purses.isEmpty(kind)
        ? diagnosis(place, Verdict.NO_MONEY, Optional.empty(), purses.advice(kind))
        : fits(place, purses.advice(kind));
  }

  private static Asking quietly(Consumer<MiniMaxClient> asking) {
    return (client, place) -> asking.accept(client);
  }

  private static Diagnosis fits(Place place, String more) {
    String text = "The key is good here; base URL " + place.base() + ", dialect " + place.dialect();
    return diagnosis(place, Verdict.FITS, Optional.empty(), (text + ". " + more).strip());
  }

  private static Diagnosis diagnosis(
      Place place, Verdict verdict, Optional<ProviderException> why, String explanation) {
    return new Diagnosis(
        place,
        verdict,
        why.flatMap(ProviderException::code),
        why.flatMap(ProviderException::traceId),
        explanation);
  }

  private static boolean is(ProviderException failure, KnownError known) {
    return failure.code().filter(known.code()::equals).isPresent();
  }
}

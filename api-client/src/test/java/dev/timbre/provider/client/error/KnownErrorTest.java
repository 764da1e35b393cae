package dev.timbre.provider.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownErrorTest {

  @Test
  void table_holdsEveryDocumentedCodeOnce() {
    Set<Integer> codes =
        Arrays.stream(KnownError.values())
            .map(known -> known.code().number())
            .collect(Collectors.toSet());

    assertThat(codes)
        .containsExactlyInAnyOrder(
            1000, 1001, 1002, 1004, 1008, 1013, 1024, 1026, 1027, 1028, 1030, 1033, 1039, 1041,
            1042, 1043, 1044, 2013, 20132, 2037, 2038, 2039, 2042, 2045, 2048, 2049, 2054, 2056,
            2061, 2062, 2201, 2202, 2203, 2204, 2205, 2206)
        .hasSize(KnownError.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void row_tellsMeaningRemedyAndMender(KnownError known) {
    assertThat(KnownError.find(known.code())).contains(known);
    assertThat(known.meaning()).isNotBlank();
    assertThat(known.remedy()).endsWith(".");
    assertThat(known.mender()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1013, 1024, 1033, 1027, 31415})
  void codeThatProvesNothing_neverRepeatsACharge(int number) {
    ErrorCode code = new ErrorCode(number);
    for (Operation charged : EnumSet.of(Operation.SPEAK, Operation.CLONE_VOICE)) {
      assertThat(KnownError.retry(code, charged)).isEqualTo(Retry.NEVER);
      assertThat(new ProviderRefused(charged, code, "", null).mayHaveBeenCarriedOut()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1013, 1024, 1033})
  void faultOfTheProvider_repeatsWhatIsFree(int number) {
    for (Operation operation : Operation.values()) {
      assertThat(KnownError.retry(new ErrorCode(number), operation).allowed())
          .isEqualTo(!operation.charged());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1002, 1039, 1041, 2045, 2062})
  void rateLimit_isSurelyNotCarriedOutAndRepeatsEverythingLater(int number) {
    for (Operation operation : Operation.values()) {
      ErrorCode code = new ErrorCode(number);
      assertThat(KnownError.retry(code, operation)).isEqualTo(Retry.LATER);
      assertThat(new ProviderRefused(operation, code, "", null).mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1004, 1008, 1026, 1042, 1043, 1044, 2013, 20132, 2037, 2038, 2039, 2042, 2048, 2049, 2054,
        2056, 2061
      })
  void mistake_isNotCarriedOutAndNeverRepeated(int number) {
    ErrorCode code = new ErrorCode(number);
    for (Operation operation : Operation.values()) {
      assertThat(KnownError.retry(code, operation)).isEqualTo(Retry.NEVER);
      assertThat(new ProviderRefused(operation, code, "", null).mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1002,ACCOUNT",
    "1004,CALLER",
    "1008,ACCOUNT",
    "1013,PROVIDER",
    "1026,POLICY",
    "2013,CALLER",
    "2038,ACCOUNT",
    "2054,CALLER",
    "31415,PROVIDER"
  })
  void mender_isWhoCanMendIt(int number, Mender mender) {
    assertThat(new ProviderRefused(Operation.SPEAK, new ErrorCode(number), "", null).mender())
        .isEqualTo(mender);
  }

  @Test
  void operation_isFoundByItsPathBehindAnyPrefix() {
    assertThat(Operation.at("POST", "/v1/t2a_v2")).contains(Operation.SPEAK);
    assertThat(Operation.at("GET", "/minimaxi/v1/files/retrieve_content"))
        .contains(Operation.RETRIEVE_CONTENT);
    assertThat(Operation.at("GET", "/v1/files/retrieve")).contains(Operation.RETRIEVE_FILE);
    assertThat(Operation.at("POST", "/v1/batches")).contains(Operation.CREATE_BATCH);
    assertThat(Operation.at("GET", "/v1/batches")).contains(Operation.LIST_BATCHES);
    assertThat(Operation.at("GET", "/v1/batches/batch_00af")).contains(Operation.QUERY_BATCH);
    assertThat(Operation.at("POST", "/v1/batches/batch_00af/cancel"))
        .contains(Operation.CANCEL_BATCH);
    assertThat(Operation.at("POST", "/v1/unknown")).isEmpty();
  }
}

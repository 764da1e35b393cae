package dev.timbre.provider.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.ProviderUnreachable;
import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  static Stream<Arguments> faults() {
    Class<?> unsent = ProviderUnreachable.class;
    Class<?> inDoubt = ProviderOutcomeUnknown.class;
    return Stream.of(
        arguments(new ConnectException("Connection refused"), unsent),
        arguments(new UnknownHostException("api.example"), unsent),
        arguments(new IOException(new UnresolvedAddressException()), unsent),
        arguments(new NoRouteToHostException("No route to host"), unsent),
        arguments(new SSLHandshakeException("PKIX path building failed"), unsent),
        arguments(new HttpConnectTimeoutException("connect timed out"), unsent),
        arguments(new ConnectTimeoutException("connect timed out"), unsent),
        arguments(new ConnectionPoolTimeoutException("no free connection"), unsent),
        arguments(new SocketTimeoutException("Read timed out"), inDoubt),
        arguments(new HttpTimeoutException("request timed out"), inDoubt),
        arguments(new SocketException("Connection reset"), inDoubt),
        arguments(new SSLException("Tag mismatch"), inDoubt),
        arguments(new EOFException(), inDoubt),
        arguments(new IOException("Premature end of body"), inDoubt));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fault_isSortedHoweverDeepItIsWrapped(Exception fault, Class<?> expected) {
    assertThat(Failures.of(Operation.SPEAK, fault)).isInstanceOf(expected);
    assertThat(Failures.of(Operation.SPEAK, new ProcessingException(fault))).isInstanceOf(expected);
    assertThat(
            Failures.of(
                Operation.SPEAK,
                new UndeclaredThrowableException(
                    new InvocationTargetException(new ProcessingException(fault)))))
        .isInstanceOf(expected);
  }

  @Test
  void wordsOfTheCause_areToldWhereTheFaultHasNone() {
    ConnectException mute = new ConnectException();
    mute.initCause(new ConnectException("Connection refused"));

    assertThat(Failures.of(Operation.SPEAK, mute))
        .hasMessageContaining("ConnectException, Connection refused");
    assertThat(Failures.of(Operation.SPEAK, new EOFException()))
        .hasMessageContaining("EOFException")
        .hasMessageNotContaining("null");
  }

  @Test
  void faultWithoutNetworkCause_isInDoubt() {
    assertThat(Failures.of(Operation.SPEAK, new ProcessingException("RESTEASY004655")))
        .isInstanceOf(ProviderOutcomeUnknown.class);
  }

  @Test
  void judgedFailuresAndOwnFaults_comeBackAsTheyAre() {
    ProviderException refused = new ProviderRefused(Operation.SPEAK, new ErrorCode(1002), "", null);
    InvalidRequest invalid = new InvalidRequest("text", "blank", "some text");
    IllegalStateException closed = new IllegalStateException("closed");

    assertThat(Failures.of(Operation.SPEAK, new ProcessingException(refused))).isSameAs(refused);
    assertThat(Failures.of(Operation.SPEAK, new ProcessingException(invalid))).isSameAs(invalid);
    assertThat(Failures.of(Operation.SPEAK, closed)).isSameAs(closed);
  }
}

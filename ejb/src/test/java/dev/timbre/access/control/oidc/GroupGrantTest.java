package dev.timbre.access.control.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupGrantTest {

  @Test
  void groupWithRoleAndBrand_isRead() {
    assertThat(GroupGrant.parse("voices-approvers=approver@acme"))
        .isEqualTo(new GroupGrant("voices-approvers", Role.APPROVER, Optional.of("acme")));
    assertThat(GroupGrant.parse(" /it/a=b=admin "))
        .isEqualTo(new GroupGrant("/it/a=b", Role.ADMIN, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "group", "group=", "=admin", "group=king", "group=curator@", "it=admin@acme"})
  void anythingElse_isRefusedAtTheStart(String text) {
    assertThatThrownBy(() -> GroupGrant.parse(text)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void claims_areFoundByNameOrPath() {
    Claims claims =
        new Claims(
            Map.of(
                "groups", "one",
                "https://acme.example/roles", List.of("a", "b"),
                "realm_access", Map.of("roles", List.of("c"))));
    assertThat(claims.texts("groups")).containsExactly("one");
    assertThat(claims.texts("https://acme.example/roles")).containsExactly("a", "b");
    assertThat(claims.texts("realm_access.roles")).containsExactly("c");
    assertThat(claims.texts("nothing.at.all")).isEmpty();
    assertThat(claims.text("name")).isNull();
  }
}

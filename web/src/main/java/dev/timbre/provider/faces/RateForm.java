package dev.timbre.provider.faces;

import dev.timbre.provider.entity.RateLimit;
import java.io.Serializable;
import java.util.UUID;

/** What is typed about a rate, before it is checked. */
public class RateForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID accountId;
  private String model = RateLimit.ANY_MODEL;
  private Integer requests;
  private Integer characters;

  public UUID getAccountId() {
    return accountId;
  }

  public void setAccountId(UUID accountId) {
    this.accountId = accountId;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
  }

  public Integer getRequests() {
    return requests;
  }

  public void setRequests(Integer requests) {
    this.requests = requests;
  }

  public Integer getCharacters() {
    return characters;
  }

  public void setCharacters(Integer characters) {
    this.characters = characters;
  }
}

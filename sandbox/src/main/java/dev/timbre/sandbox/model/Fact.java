package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something the provider remembers through a restart; a later fact of one key replaces it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Account.class, name = "account"),
  @JsonSubTypes.Type(value = StoredFile.class, name = "file"),
  @JsonSubTypes.Type(value = Voice.class, name = "voice"),
  @JsonSubTypes.Type(value = Task.class, name = "task"),
  @JsonSubTypes.Type(value = LedgerEntry.class, name = "ledger"),
  @JsonSubTypes.Type(value = Settings.class, name = "settings")
})
public sealed interface Fact permits Account, StoredFile, Voice, Task, LedgerEntry, Settings {}

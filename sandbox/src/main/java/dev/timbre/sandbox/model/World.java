package dev.timbre.sandbox.model;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * All that the provider remembers. Whoever checks something before changing it holds this object's
 * monitor meanwhile, so that a check and its commit are one step.
 */
public final class World implements AutoCloseable {
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<Long, StoredFile> files = new LinkedHashMap<>();
  private final Map<VoiceKey, Voice> voices = new LinkedHashMap<>();
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private Settings settings;

  private final DataDirectory directory;
  private final List<Account> firstAccounts;
  private final SandboxClock clock;
  private final Journal journal;
  private final ReadWriteLock epoch = new ReentrantReadWriteLock();

  private record VoiceKey(String account, String voiceId) {}

  /**
   * Opens the data directory, which is created if missing, and takes up what was left there.
   *
   * @param firstAccounts added where no account of that name is remembered
   * @throws IOException when the directory cannot be used or another sandbox uses it
   */
  public World(Path directory, List<Account> firstAccounts, Clock machine) throws IOException {
    this.directory = new DataDirectory(directory);
    this.firstAccounts = List.copyOf(firstAccounts);
    this.clock = new SandboxClock(machine, this.directory.clock());
    this.journal = new Journal(this.directory.journal());
    begin(journal.read());
  }

  private void begin(List<Fact> remembered) throws IOException {
    apply(Settings.initial(HexFormat.of().formatHex(new SecureRandom().generateSeed(16))));
    firstAccounts.forEach(this::apply);
    remembered.forEach(this::apply);
    List<Fact> all = new ArrayList<>();
    all.add(settings);
    all.addAll(accounts.values());
    all.addAll(files.values());
    all.addAll(voices.values());
    all.addAll(tasks.values());
    all.addAll(ledger);
    journal.restart(all);
  }

  /** Forgets everything: files, voices, money, settings, clock; accounts are as configured. */
  public void reset() throws IOException {
    epoch.writeLock().lock();
    try {
      forget();
    } finally {
      epoch.writeLock().unlock();
    }
  }

  /** Does work of several commits that a {@link #reset} may precede or follow, but not split. */
  <T> T undivided(Supplier<T> work) {
    epoch.readLock().lock();
    try {
      return work.get();
    } finally {
      epoch.readLock().unlock();
    }
  }

  private synchronized void forget() throws IOException {
    accounts.clear();
    files.clear();
    voices.clear();
    tasks.clear();
    ledger.clear();
    directory.empty();
    begin(List.of());
  }

  /** Makes facts true, all or none, and durable against a kill before it returns. */
  synchronized void commit(Fact... facts) {
    commit(List.of(facts));
  }

  synchronized void commit(List<Fact> facts) {
    journal.append(facts);
    facts.forEach(this::apply);
  }

  private void apply(Fact fact) {
    if (fact instanceof Account account) {
      accounts.put(account.name(), account);
    } else if (fact instanceof StoredFile file) {
      files.put(file.id(), file);
    } else if (fact instanceof Voice voice) {
      voices.put(new VoiceKey(voice.account(), voice.voiceId()), voice);
    } else if (fact instanceof Task task) {
      tasks.put(task.id(), task);
    } else if (fact instanceof LedgerEntry entry) {
      ledger.add(entry);
    } else if (fact instanceof Settings changed) {
      settings = changed;
      clock.runAheadBy(Duration.ofSeconds(changed.clockOffsetSeconds()));
    }
  }

  DataDirectory directory() {
    return directory;
  }

  /** Where uploads are received; complete ones are moved on by the file shelf. */
  public Path incoming() {
    return directory.incoming();
  }

  /** The log of requests, kept beside the rest. */
  public RequestLog openRequestLog() throws IOException {
    return new RequestLog(directory.requestLog());
  }

  /** Now, on the sandbox's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** Moves the clock ahead, never back. */
  public synchronized void advance(long seconds) {
    commit(settings.advancedBy(seconds));
  }

  public synchronized Settings settings() {
    return settings;
  }

  /** Replaces the switches. */
  public synchronized void change(Settings changed) {
    commit(changed);
  }

  public synchronized List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** The account as it is now; a request may hold an older copy. */
  public synchronized Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  /** Adds or replaces an account. */
  public void put(Account account) {
    commit(account);
  }

  public synchronized List<LedgerEntry> ledger() {
    return List.copyOf(ledger);
  }

  /**
   * Charges an account, in the ledger and in its balance.
   *
   * @param together facts that become true in the same step, such as the end of the task
   */
  public void charge(LedgerEntry entry, Fact... together) {
    charge(List.of(entry), together);
  }

  /** The same for several entries, which may be of several accounts. */
  public synchronized void charge(List<LedgerEntry> entries, Fact... together) {
    List<Fact> facts = new ArrayList<>(List.of(together));
    Map<String, Account> payers = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      Account payer = payers.computeIfAbsent(entry.account(), name -> account(name).orElseThrow());
      payers.put(entry.account(), payer.charged(entry.purse(), entry.amount()));
    }
    facts.addAll(entries);
    facts.addAll(payers.values());
    commit(facts);
  }

  /** Every task ever accepted, oldest first. */
  public synchronized List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  synchronized Optional<Task> task(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  /** Every voice ever cloned, the lapsed and deleted ones included. */
  public synchronized Collection<Voice> voices() {
    return List.copyOf(voices.values());
  }

  /** Replaces a voice, as a provider may without a word. */
  public void put(Voice voice) {
    commit(voice);
  }

  synchronized Optional<Voice> voice(String account, String voiceId) {
    return Optional.ofNullable(voices.get(new VoiceKey(account, voiceId)));
  }

  /** Every file that was not deleted, oldest first. */
  public synchronized List<StoredFile> files() {
    return files.values().stream().filter(f -> !f.deleted()).toList();
  }

  synchronized Optional<StoredFile> fileEverKnown(long id) {
    return Optional.ofNullable(files.get(id));
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
    directory.close();
  }
}

package dev.timbre.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The misfortunes in store, in the order they were asked for. Kept in memory only. */
public final class Faults {
  private final List<Fault> faults = new ArrayList<>();
  private int lastId;

  /** Puts a fault in store. */
  public synchronized Fault add(Fault.Match match, Fault.Effect effect) {
    Fault fault = new Fault("f" + ++lastId, match, effect);
    faults.add(fault);
    return fault;
  }

  /** The first fault that befalls this request, which uses it up by one. */
  public synchronized Optional<Fault> claim(String method, String path) {
    return faults.stream().filter(f -> f.claims(method, path)).findFirst();
  }

  public synchronized List<Fault> all() {
    return List.copyOf(faults);
  }

  /** Lets the requests go that a fault holds, and those that it would hold later. */
  public Optional<Fault> release(String id) {
    Optional<Fault> fault = all().stream().filter(f -> f.id().equals(id)).findFirst();
    fault.ifPresent(Fault::release);
    return fault;
  }

  /** Takes a fault away, letting go what it holds. */
  public synchronized Optional<Fault> remove(String id) {
    Optional<Fault> fault = release(id);
    fault.ifPresent(faults::remove);
    return fault;
  }

  /** Ends what any fault holds without letting it go on: the sandbox stops. */
  public void abandon() {
    all().forEach(Fault::abandon);
  }

  /** Takes all faults away, letting go what they hold. */
  public synchronized void clear() {
    faults.forEach(Fault::release);
    faults.clear();
  }
}

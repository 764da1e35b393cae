package dev.timbre.platform.faces;

import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of a list that grows by a page when the reader asks for more. */
public final class MoreRows<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Reads one page. */
  @FunctionalInterface
  public interface Source<T> extends Serializable {
    Page<T> read(PageRequest request);
  }

  private final Source<T> source;
  private final ArrayList<T> items = new ArrayList<>();
  private UUID next;

  public MoreRows(Source<T> source) {
    this.source = source;
    more();
  }

  /** Appends the next page. */
  public void more() {
    Page<T> page = source.read(new PageRequest(PageRequest.DEFAULT_LIMIT, next));
    items.addAll(page.items());
    next = page.next();
  }

  /** Reads anew, from the first page. */
  public void reload() {
    items.clear();
    next = null;
    more();
  }

  public List<T> getItems() {
    return items;
  }

  public boolean isMore() {
    return next != null;
  }
}

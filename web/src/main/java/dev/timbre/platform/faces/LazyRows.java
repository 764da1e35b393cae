package dev.timbre.platform.faces;

import dev.timbre.platform.entity.Identified;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a long list, of which a table reads only the page it shows. */
public final class LazyRows<T extends Identified> extends LazyDataModel<T> {

  private static final long serialVersionUID = 1L;

  /** Reads some rows, the newest first. */
  @FunctionalInterface
  public interface Window<T> extends Serializable {
    List<T> read(int first, int size);
  }

  /** Counts all rows. */
  @FunctionalInterface
  public interface Total extends Serializable {
    long count();
  }

  private final Window<T> window;
  private final Total total;

  public LazyRows(Window<T> window, Total total) {
    this.window = window;
    this.total = total;
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return (int) Math.min(Integer.MAX_VALUE, total.count());
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    return window.read(first, size);
  }

  @Override
  public String getRowKey(T row) {
    return row.getId().toString();
  }

  @Override
  public T getRowData(String key) {
    return getWrappedData().stream()
        .filter(row -> getRowKey(row).equals(key))
        .findFirst()
        .orElse(null);
  }
}

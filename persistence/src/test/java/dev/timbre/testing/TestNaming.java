package dev.timbre.testing;

import dev.timbre.platform.migration.MigrateBeforeValidation;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;

/** Serves the two datasources under the names that the server gives them. */
public final class TestNaming implements InitialContextFactory {

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
    Map<String, DataSource> bound =
        Map.of(
            MigrateBeforeValidation.OWNER, TestPostgres.owner(),
            MigrateBeforeValidation.RUNTIME, TestPostgres.runtime());
    return new InitialContext(true) {
      @Override
      public Object lookup(String name) throws NamingException {
        DataSource found = bound.get(name);
        if (found == null) {
          throw new NameNotFoundException(name);
        }
        return found;
      }
    };
  }
}

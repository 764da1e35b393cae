package dev.timbre.platform.migration;

import java.time.Period;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates while the persistence unit starts. A start-up bean would come too late: Hibernate
 * validates the schema first.
 */
public final class MigrateBeforeValidation implements Integrator {

  /** Where the server keeps the connection of the owner role. */
  public static final String OWNER = "java:jboss/datasources/TimbreOwnerDS";

  /** Where the server keeps the connections of the runtime role. */
  public static final String RUNTIME = "java:jboss/datasources/TimbreDS";

  /** How long entries of the audit log are kept, as an ISO 8601 period of days or longer. */
  private static final String RETENTION = "timbre.audit.retention";

  private static volatile SchemaMigration schema;

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    schema = schemaOfServer();
    schema.migrate();
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // the schema outlives the application
  }

  /**
   * How many migrations are known and not applied, which only a database that was put back can have
   * once this has run.
   */
  public static int pending() {
    return schema.pending();
  }

  private static SchemaMigration schemaOfServer() {
    Period retention =
        ConfigProvider.getConfig()
            .getOptionalValue(RETENTION, String.class)
            .map(Period::parse)
            .orElse(null);
    return new SchemaMigration(dataSource(OWNER), dataSource(RUNTIME), retention);
  }

  @SuppressWarnings("BanJNDI") // both names are constants of this class
  private static DataSource dataSource(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no datasource " + name, e);
    }
  }
}

import { ProductionCheck } from './access/production/production-check.js';
import { loginFaults } from './access/production/production.rules.js';
import { hasAuditKey } from './audit/open-audit.js';
import { loginRights } from './database/login-rights.js';
import type { OpenDatabase } from './database/open-database.js';
import { type Configuration, ConfigurationError } from './shared/configuration.js';
import { explain } from './terminal/output.js';

/** What is not safe is known while the database is opened, and told even where it does not answer. */
export interface Unsafe {
  readonly faults: string[];
  /** Whoever opens the database looks at it by this first. */
  readonly look: (database: OpenDatabase) => Promise<void>;
}

/** Opens by `open`; every process that works on a reachable installation's data opens this way. */
export async function openLooked<T>(
  configuration: Configuration,
  open: (look: Unsafe['look']) => Promise<T>,
): Promise<{ readonly opened: T; readonly faults: readonly string[] }> {
  // Before anything makes a key of its own.
  const faults = [...configuration.unsafe, ...auditKeyFaults(configuration)];
  const look = async ({ source }: OpenDatabase): Promise<void> => {
    if (!configuration.reach.production) return;
    const rights = await loginRights(source);
    faults.push(...loginFaults(rights));
    if (!rights.actsAsApplication) throw new ConfigurationError(faults);
  };
  try {
    return { opened: await open(look), faults };
  } catch (error) {
    if (faults.length === 0 || error instanceof ConfigurationError) throw error;
    throw new ConfigurationError([...faults, explain(error)]);
  }
}

/** What of an application the check needs, before it begins to work. */
interface Made {
  get(token: typeof ProductionCheck): ProductionCheck;
}

/**
 * The last look before anything is served or worked: on an installation that others can reach nothing unsafe starts.
 *
 * @param faults found while the database was opened.
 * @throws ConfigurationError with everything that is not safe, of the environment and of the database.
 */
export async function mustBeSafe(
  configuration: Configuration,
  app: Made,
  { database, faults }: { readonly database: OpenDatabase; readonly faults: readonly string[] },
): Promise<void> {
  if (!configuration.reach.production) return;
  const ofData = await app.get(ProductionCheck).faults();
  const all = [...faults, ...ofData];
  if (all.length === 0) return;
  await database.close();
  throw new ConfigurationError(all);
}

/** Made anew by every program that has none, the key of a server's trail would be lost with a container's folder. */
function auditKeyFaults(configuration: Configuration): string[] {
  const { databaseUrl, reach } = configuration;
  if (databaseUrl === null || !reach.production || hasAuditKey(configuration)) return [];
  return [
    'Chưa có khóa của nhật ký: đặt AUDIT_KEY (32 byte, cất giữ ngoài cơ sở dữ liệu), ví dụ tạo bằng: openssl rand -base64 32.',
  ];
}

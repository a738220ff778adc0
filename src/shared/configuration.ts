/** What the environment decides, read once at start. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** The application's login on a PostgreSQL server; null = the embedded engine. */
  readonly databaseUrl: string | null;
  /** The owner's login, for migrations; only with a server. */
  readonly databaseOwnerUrl: string | null;
  /** The province of this installation, two digits. */
  readonly provinceCode: string;
  /** Load the demo of Điện Biên when the database is empty. */
  readonly demo: boolean;
}

/** Điện Biên. */
const DEMO_PROVINCE = '11';

export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/**
 * Reads the environment.
 *
 * @throws ConfigurationError with all faults at once.
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
): Configuration {
  const faults: string[] = [];
  const port = readPort(env['PORT'], faults);
  const databaseUrl = readPostgresUrl('DATABASE_URL', env['DATABASE_URL'], faults);
  const databaseOwnerUrl = readPostgresUrl('DATABASE_OWNER_URL', env['DATABASE_OWNER_URL'], faults);
  if (databaseOwnerUrl !== null && databaseUrl === null) {
    faults.push('DATABASE_OWNER_URL is set but DATABASE_URL is not: give both, or neither.');
  }
  if (databaseUrl !== null && databaseOwnerUrl === null) {
    faults.push('DATABASE_URL is set but DATABASE_OWNER_URL is not: migrations need the owner.');
  }
  const provinceCode = env['PROVINCE'] || '11';
  if (!/^\d{2}$/.test(provinceCode)) {
    faults.push(`PROVINCE is "${provinceCode}": a code of two digits is wanted, such as 11.`);
  }
  const isDemoProvince = provinceCode === DEMO_PROVINCE;
  const demo = readSwitch('DEMO', env['DEMO'], databaseUrl === null && isDemoProvince, faults);
  if (demo && !isDemoProvince) {
    faults.push(
      `DEMO is on but PROVINCE is ${provinceCode}: the demo is of province ${DEMO_PROVINCE}.`,
    );
  }
  if (faults.length > 0) throw new ConfigurationError(faults);
  return {
    host: env['HOST'] || '127.0.0.1',
    port,
    dataDir: env['DATA_DIR'] || 'bo-tri-data',
    databaseUrl,
    databaseOwnerUrl,
    provinceCode,
    demo,
  };
}

function readPort(text: string | undefined, faults: string[]): number {
  if (!text) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  faults.push(`PORT is "${text}": a whole number from 0 to 65535 is wanted.`);
  return 0;
}

function readPostgresUrl(name: string, text: string | undefined, faults: string[]): string | null {
  if (!text) return null;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  // The value may hold a password: it is not repeated.
  faults.push(
    `${name} is no PostgreSQL address such as postgresql://user:password@host:5432/database.`,
  );
  return null;
}

function readSwitch(
  name: string,
  text: string | undefined,
  otherwise: boolean,
  faults: string[],
): boolean {
  if (!text) return otherwise;
  if (/^(1|true|yes)$/i.test(text)) return true;
  if (/^(0|false|no)$/i.test(text)) return false;
  faults.push(`${name} is "${text}": 1 or 0 is wanted.`);
  return otherwise;
}

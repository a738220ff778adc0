import { type Environment, Reading } from './configuration-readers.js';
import { isLoopback } from './loopback.js';
import { type OidcSettings, readOidc } from './oidc-settings.js';
import { type Reach, reachFaults, readReach } from './reach.js';
import { readLimits, type RequestLimits } from './request-limits.js';

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
  /** The key of the trail, as it was given; null = the one in the data folder. */
  readonly auditKey: string | null;
  readonly reach: Reach;
  /** Officers and administrators may do without a second factor, although others can reach the program. */
  readonly secondFactorOptional: boolean;
  /** The province's own sign-in; null = passwords only. */
  readonly oidc: OidcSettings | null;
  readonly limits: RequestLimits;
  /** This process works background jobs beside its requests; else worker processes do. */
  readonly worksJobs: boolean;
  /** The longest that a background job may run. */
  readonly jobTimeLimitSeconds: number;
  /** What an installation that others can reach still lacks; the database is asked for more before it serves. */
  readonly unsafe: readonly string[];
}

/** @source product decision, docs/decisions/0025 */
export const JOB_TIME_LIMIT_SECONDS = 900;
const DAY_SECONDS = 86_400;

/** Điện Biên. */
const DEMO_PROVINCE = '11';

export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `Chương trình không khởi động: cấu hình có ${faults.length} lỗi.\n${faults.map((each) => `  - ${each}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/**
 * Reads the environment.
 *
 * @throws ConfigurationError with all faults at once.
 */
export function readConfiguration(env: Environment): Configuration {
  const reading = new Reading(env);
  const host = reading.text('HOST') ?? '127.0.0.1';
  const reach = readReach(reading, host);
  const urls = readDatabaseUrls(reading);
  const place = readProvince(reading, { isOwn: urls.databaseUrl !== null, reach });
  const configuration = {
    host,
    port: reading.whole('PORT', { otherwise: 3000, least: 0, most: 65_535 }),
    dataDir: reading.text('DATA_DIR') ?? 'bo-tri-data',
    ...urls,
    ...place,
    auditKey: readAuditKey(reading),
    reach,
    secondFactorOptional: reading.switch('SECOND_FACTOR_OPTIONAL', false),
    oidc: readOidc(reading),
    limits: readLimits(reading),
    ...readJobs(reading, urls.databaseUrl !== null),
    unsafe: [...reachFaults(reach), ...demoFaults(place, reach), ...databaseFaults(urls, reach)],
  };
  if (reading.faults.length === 0) return configuration;
  throw new ConfigurationError([...reading.faults, ...configuration.unsafe]);
}

function readDatabaseUrls(
  reading: Reading,
): Pick<Configuration, 'databaseUrl' | 'databaseOwnerUrl'> {
  const databaseUrl = reading.postgresUrl('DATABASE_URL');
  const databaseOwnerUrl = reading.postgresUrl('DATABASE_OWNER_URL');
  if (databaseOwnerUrl !== null && databaseUrl === null)
    reading.fault('Có DATABASE_OWNER_URL nhưng thiếu DATABASE_URL: đặt cả hai, hoặc bỏ cả hai.');
  if (databaseUrl !== null && databaseOwnerUrl === null)
    reading.fault(
      'Có DATABASE_URL nhưng thiếu DATABASE_OWNER_URL: cần quyền chủ sở hữu để cập nhật cấu trúc.',
    );
  return { databaseUrl, databaseOwnerUrl };
}

/** A server elsewhere is reached by an encrypted way that knows the server: `require` alone would believe anybody. */
function databaseFaults(
  urls: Pick<Configuration, 'databaseUrl' | 'databaseOwnerUrl'>,
  { production }: Reach,
): string[] {
  const named = { DATABASE_URL: urls.databaseUrl, DATABASE_OWNER_URL: urls.databaseOwnerUrl };
  const open = Object.entries(named).filter(([, url]) => url !== null && isOpenOnTheWay(url));
  if (!production || open.length === 0) return [];
  const names = open.map(([name]) => name).join(' và ');
  return [
    `${names}: máy chủ cơ sở dữ liệu ở máy khác nên phải có sslmode=verify-full ở cuối địa chỉ (thêm sslrootcert=<tệp> nếu chứng thư do cơ quan tự cấp).`,
  ];
}

function isOpenOnTheWay(address: string): boolean {
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const isHere = host === '' || host.startsWith('/') || isLoopback(host);
  return !isHere && searchParams.get('sslmode') !== 'verify-full';
}

/** The embedded database has one process, which must work its jobs itself. */
function readJobs(
  reading: Reading,
  hasServer: boolean,
): Pick<Configuration, 'worksJobs' | 'jobTimeLimitSeconds'> {
  const worksJobs = reading.switch('WORK_JOBS', true);
  if (!worksJobs && !hasServer)
    reading.fault(
      'WORK_JOBS=0 nhưng không có DATABASE_URL: cơ sở dữ liệu nhúng chỉ có một tiến trình, nên chính nó phải chạy các việc nền.',
    );
  const seconds = { otherwise: JOB_TIME_LIMIT_SECONDS, least: 1, most: DAY_SECONDS };
  return { worksJobs, jobTimeLimitSeconds: reading.whole('JOB_TIME_LIMIT_SECONDS', seconds) };
}

function readProvince(
  reading: Reading,
  { isOwn, reach }: { readonly isOwn: boolean; readonly reach: Reach },
): Pick<Configuration, 'provinceCode' | 'demo'> {
  const provinceCode = reading.text('PROVINCE') ?? DEMO_PROVINCE;
  if (!/^\d{2}$/.test(provinceCode))
    reading.fault(`PROVINCE đang là "${provinceCode}": cần mã tỉnh hai chữ số, ví dụ 11.`);
  const isDemoProvince = provinceCode === DEMO_PROVINCE;
  const demo = reading.switch('DEMO', !isOwn && isDemoProvince && !reach.production);
  if (demo && !isDemoProvince)
    reading.fault(
      `DEMO đang bật nhưng PROVINCE là ${provinceCode}: dữ liệu minh họa chỉ có của tỉnh ${DEMO_PROVINCE}.`,
    );
  return { provinceCode, demo };
}

function readAuditKey(reading: Reading): string | null {
  const text = reading.text('AUDIT_KEY');
  if (text === null) return null;
  if (/^([0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i.test(text)) return text;
  // The value is a secret: it is not repeated.
  return reading.fault(
    'AUDIT_KEY chưa đúng: cần 32 byte, viết bằng 64 chữ số hệ 16 hoặc bằng base64.',
  );
}

function demoFaults({ demo }: { readonly demo: boolean }, { production }: Reach): string[] {
  if (!demo || !production) return [];
  return [
    'DEMO đang bật nhưng máy khác truy cập được: mật khẩu của bản minh họa ai cũng biết. Đặt DEMO=0.',
  ];
}

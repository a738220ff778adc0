import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Linux counts a process' time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Processor seconds of a program and of all connections to its database; what else the machine does is not among them. */
export interface Processor {
  now(): Promise<number>;
  end(): Promise<void>;
}

/** @returns null where the server runs on another machine, or the system tells no times of processes. */
export async function processorOf(pid: number, url: string): Promise<Processor | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const connections = async (): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return rows.map((row) => row.pid);
  };
  const now = async (): Promise<number> =>
    [pid, ...(await connections())].reduce((sum, each) => sum + (secondsOf(each) ?? 0), 0);
  const end = (): Promise<void> => client.end();
  const known = [pid, ...(await connections())].every((each) => secondsOf(each) !== null);
  if (known) return { now, end };
  await end();
  return null;
}

function secondsOf(pid: number): number | null {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

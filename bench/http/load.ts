import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  /** One path after the other, again and again. */
  readonly paths: readonly string[];
  /** One connection each, always one request under way. */
  readonly cookies: readonly string[];
  readonly seconds: number;
}

export interface Measured {
  /** How many answers. */
  readonly answers: number;
  /** Answers a second. */
  readonly throughput: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  /** Answers other than 200. */
  readonly refused: number;
}

/** Asks for some seconds over one connection per cookie. */
export async function measure({ url, paths, cookies, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length });
  const times: number[] = [];
  let refused = 0;
  const from = performance.now();
  const until = from + seconds * 1000;
  let next = 0;
  const caller = async (cookie: string): Promise<void> => {
    while (performance.now() < until) {
      const path = paths[next++ % paths.length] ?? '/';
      const asked = performance.now();
      const status = await ask(agent, url + path, cookie);
      times.push(performance.now() - asked);
      if (status !== 200) refused++;
    }
  };
  await Promise.all(cookies.map(caller));
  const took = (performance.now() - from) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    answers: times.length,
    throughput: times.length / took,
    median: at(0.5),
    p95: at(0.95),
    refused,
  };
}

function ask(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = cookie === '' ? {} : { cookie };
    const sent = request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

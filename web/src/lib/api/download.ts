import { mutationOptions } from '@tanstack/react-query';

import { fetchApi } from './door.js';
import { problemOf } from './problem.js';

/** Fetches a file and hands it to the browser to keep, so that a refusal is told on the page and not in a file. */
export const downloadMutation = () => mutationOptions({ mutationFn: download });

interface Wanted {
  readonly path: string;
  /** Of a POST, for what must not stand in an address; absent = a GET. */
  readonly body?: object;
}

async function download({ path, body }: Wanted): Promise<void> {
  const response = await fetchApi(path, body && posted(body)).catch((cause: unknown) => {
    throw problemOf(0, cause);
  });
  if (!response.ok) {
    throw problemOf(response.status, await response.json().catch(() => undefined));
  }
  keep(await response.blob(), nameOf(response) ?? path.replace(/\?.*|.*\//g, ''));
}

function posted(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The name that the API gives, in full letters where it does (RFC 6266). */
function nameOf(response: Response): string | null {
  const given = response.headers.get('Content-Disposition') ?? '';
  const full = /filename\*=UTF-8''([^;]+)/i.exec(given)?.[1];
  if (full !== undefined) return decodeURIComponent(full);
  return /filename="?([^";]+)/i.exec(given)?.[1] ?? null;
}

const GONE_AFTER_MS = 60_000;

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), GONE_AFTER_MS);
}

import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import { sendForm } from './sent-files.js';
import type { Batch, SheetKind } from './shapes.js';

export interface Roster {
  readonly files: readonly File[];
  /** What the sheets hold. */
  readonly kind: SheetKind;
  readonly sender: string;
  /** The day the roster describes, ISO. */
  readonly asOf: string;
  /** A UUID of the page's own: under it the API tells how far the reading is. */
  readonly upload: string;
}

export const sendRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: sendRoster,
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });

function sendRoster({ files, kind, sender, asOf, upload }: Roster): Promise<Batch> {
  const body = new FormData();
  for (const file of files) body.append('files', file, file.name);
  body.append('kind', kind);
  body.append('sender', sender);
  body.append('asOf', asOf);
  body.append('upload', upload);
  return sendForm('/api/imports', body);
}

const ASKED_EVERY_MS = 1_000;

/** How far the reading of an upload is; without files until it has begun. */
export const uploadProgressQuery = (upload: string) =>
  queryOptions({
    queryKey: ['upload', upload],
    queryFn: () =>
      answerOf(api.GET('/api/imports/progress/{upload}', { params: { path: { upload } } })),
    refetchInterval: ASKED_EVERY_MS,
    retry: false,
    gcTime: 0,
  });

/** A random UUID. `crypto.randomUUID` is missing where the page comes without HTTPS. */
export function newUpload(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { AuditKey, keyBytes, keyFile } from '../access/audit-key.js';
import type { Configuration } from '../shared/configuration.js';
import { AuditSettings } from './audit-settings.js';
import { witnessFile } from './witness.js';

/** The trail's key, and where this program seals. */
export interface AuditOptions {
  readonly key: AuditKey;
  readonly settings: AuditSettings;
}

/** Of the installation that the configuration names. @param seals false for a program that only looks. */
export async function openAudit(
  { auditKey, dataDir }: Pick<Configuration, 'auditKey' | 'dataDir'>,
  seals: boolean,
): Promise<AuditOptions> {
  const given = auditKey === null ? null : keyBytes(auditKey);
  const key = given === null ? await AuditKey.inFolder(dataDir) : AuditKey.of(given);
  return { key, settings: new AuditSettings(witnessFile(dataDir), seals) };
}

/** Whether the key is there already, or would be made by `openAudit`. */
export function hasAuditKey({
  auditKey,
  dataDir,
}: Pick<Configuration, 'auditKey' | 'dataDir'>): boolean {
  return auditKey !== null || existsSync(keyFile(dataDir));
}

export function auditInMemory(): AuditOptions {
  return { key: AuditKey.ephemeral(), settings: AuditSettings.inMemory() };
}

/** A new database begins in this folder on purpose: what was witnessed of the old one is kept under another name. */
export async function setWitnessAside(dataDir: string): Promise<void> {
  const file = witnessFile(dataDir);
  try {
    await rename(file, `${file}.${Date.now()}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

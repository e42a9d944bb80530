import { createHmac } from 'node:crypto';
import { openTextBox, sealTextBox } from '@otklik/vault';

/** Of a webhook: `whsec_` and 32 bytes in base64. */
export interface WebhookSecrets {
  readonly secret: string;
  /** What it was before holds beside it until then (ISO 8601 UTC). */
  readonly former?: { readonly secret: string; readonly until: string };
}

const PREFIX = 'whsec_';

/** The same for a repeated command. */
export function makeWebhookSecret(key: Buffer, commandId: string): string {
  return PREFIX + createHmac('sha256', key).update(commandId).digest('base64');
}

/** For this webhook alone by `key` (`Secrets.of('webhook')`). */
export function sealWebhookSecrets(key: Buffer, webhook: string, secrets: WebhookSecrets): string {
  return sealTextBox(key, webhook, JSON.stringify(secrets));
}

/** Throws when they were sealed for another webhook, by another key, or changed. */
export function openWebhookSecrets(key: Buffer, webhook: string, sealed: string): WebhookSecrets {
  return JSON.parse(openTextBox(key, webhook, sealed)) as WebhookSecrets;
}

/** Those by which a message is signed at that time, the present one first. */
export function secretsAt({ secret, former }: WebhookSecrets, at: string): readonly string[] {
  return former && former.until > at ? [secret, former.secret] : [secret];
}

/** By Standard Webhooks: id, time and body under each of the secrets. */
export function signatureOf(secrets: readonly string[], id: string, seconds: number, body: string): string {
  const signed = `${id}.${seconds}.${body}`;
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
    })
    .join(' ');
}

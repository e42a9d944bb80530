import { openTextBox, sealTextBox } from './text-box.js';

/** The e-mail address of an official, sealed for him alone by `key` (`Secrets.of('official-email')`). */
export function sealOfficialEmail(key: Buffer, official: string, address: string): string {
  return sealTextBox(key, official, address);
}

/** Throws when it was sealed for another official, by another key, or changed. */
export function openOfficialEmail(key: Buffer, official: string, sealed: string): string {
  return openTextBox(key, official, sealed);
}

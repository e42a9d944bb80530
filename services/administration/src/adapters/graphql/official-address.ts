import { BadInput } from '@otklik/host';
import { isAddress } from '@otklik/kernel';

/** An e-mail address that was given, trimmed. Throws `BadInput`. */
export function addressOf(email: string | null | undefined): string | undefined {
  const given = email?.trim();
  if (!given) return undefined;
  if (!isAddress(given)) throw new BadInput('BAD_INPUT', 'input.email', {}, 'An e-mail address is needed.');
  return given;
}

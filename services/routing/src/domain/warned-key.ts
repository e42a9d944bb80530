import { warningKey } from '@otklik/kernel';

/** The rule of a term for timers and keys: bodies that were asked have one each, of the same rule. */
export function termKey({ rule, request }: { readonly rule: string; readonly request?: string | undefined }): string {
  return request === undefined ? rule : `${rule}:${request}`;
}

export function termOfKey(key: string): { readonly rule: string; readonly request?: string } {
  const [rule = key, request] = key.split(':');
  return request === undefined ? { rule } : { rule, request };
}

/** Once for each of these an official is warned. */
export function warnedKey(of: Parameters<typeof warningKey>[0] & { readonly request?: string }): string {
  return warningKey({ ...of, rule: termKey(of) });
}

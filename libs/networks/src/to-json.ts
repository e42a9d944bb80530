const { rawJSON: rawJson } = JSON as unknown as { readonly rawJSON: (digits: string) => unknown };

/** A bigint is written as a number, with all its digits. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? rawJson(one.toString()) : one));
}

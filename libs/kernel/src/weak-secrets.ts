const MIN_LENGTH = 16;
/** Of 32 random bytes 30 are different. */
const MIN_DIFFERENT_BYTES = 16;
/** Of random letters in base64 or hex. */
const MIN_DIFFERENT_LETTERS = 8;
/** As examples, manuals and tired people write them. */
const EXAMPLE =
  /change.?(?:me|this|it)|replace.?(?:me|this|it)|example|password|parol|пароль|qwerty|123456|abcdef|insert.?here|<.*>/i;

/** Why a secret chosen by a person is refused; undefined if it is strong enough. */
export function weaknessOfText(secret: string): string | undefined {
  if (secret.length < MIN_LENGTH) return `must have at least ${MIN_LENGTH} characters (openssl rand -base64 32)`;
  if (new Set(secret).size < MIN_DIFFERENT_LETTERS) return 'repeats a few characters (openssl rand -base64 32)';
  if (EXAMPLE.test(secret)) return 'is the value of an example (openssl rand -base64 32)';
  return undefined;
}

/** As `weaknessOfText`, of a key's bytes: nothing random repeats few bytes, or counts. */
export function weaknessOfKey(bytes: Uint8Array): string | undefined {
  const steps = new Set(bytes.slice(1).map((byte, at) => byte - bytes[at]!));
  if (new Set(bytes).size < MIN_DIFFERENT_BYTES || steps.size < MIN_DIFFERENT_BYTES)
    return 'is not random (openssl rand -base64 32)';
  return undefined;
}

import type { ContactKind } from '@otklik/contracts/enumerations';

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u;
const PHONE = /^\+?[\d\s().-]+$/;

/** What is written as a contact; anything but one e-mail or telephone is left out of it. */
export function contactOf({ contact: text = '' }: { readonly contact?: string }): {
  readonly contact?: string;
  readonly contactKind?: ContactKind;
} {
  if (EMAIL.test(text)) return { contact: text, contactKind: 'EMAIL' };
  const digits = text.replace(/\D/g, '').length;
  return PHONE.test(text) && digits >= 5 && digits <= 15 ? { contact: text, contactKind: 'PHONE' } : {};
}

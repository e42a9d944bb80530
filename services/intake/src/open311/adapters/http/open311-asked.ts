import { RateLimited } from '@otklik/host';
import type { Form } from './open311-forms.js';

/** What is asked. */
export interface Asked {
  readonly resource: string;
  readonly id?: string;
  readonly form: Form;
  readonly language: 'ru' | 'en';
  readonly idempotencyKey?: string;
}

/** Of a limiter's refusal. */
export function tooMany(reason: unknown): never {
  throw reason instanceof Error ? reason : new RateLimited();
}

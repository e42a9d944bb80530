import { randomUUID } from 'node:crypto';
import { isUuid } from '@otklik/kernel';
import type { Directory, District } from '@otklik/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault, httpStatus } from '@otklik/host/graphql';
import type { Refused } from './operations.js';
import type { ReceivedForm } from './received-form.js';

/** The district in the path. Throws `Fault('NOT_FOUND')`. */
export function districtOf(request: FastifyRequest, directory: Directory): District {
  const district = directory.district((request.params as { readonly district: string }).district);
  if (!district) throw new Fault('NOT_FOUND');
  return district;
}

export function send(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

/** 409 for a refusal of the domain, else the status of the error code. */
export function statusOf({ code, message }: Refused): number {
  return code === 'REFUSED' ? 409 : httpStatus([{ message, extensions: { code } }]);
}

/** The form's key; a new one when the form has no valid key. */
export function idempotencyKey({ fields }: Pick<ReceivedForm, 'fields'>): string {
  const key = fields.get('key') ?? '';
  return isUuid(key) ? key : randomUUID();
}

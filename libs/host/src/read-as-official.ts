import { Refusal } from '@otklik/kernel';
import { mayActIn, type Departments, type District } from '@otklik/tenancy';
import { Forbidden, NotFound } from './input.js';
import type { PermittedContext } from './request-context.js';

/** An official who reads in a district, and the departments in which the official's roles permit it. */
export interface OfficialReader {
  readonly district: number;
  readonly inDistrict: District;
  readonly official: string;
  readonly mayActIn: Departments;
  /** Server-chosen language of the answer's own texts. */
  readonly language: PermittedContext['language'];
}

/** Runs a query of an official. A refusal NOT_FOUND or FORBIDDEN becomes the error of that code. */
export async function readAsOfficial<Result>(
  { actor, district, rule, language }: PermittedContext,
  read: (reader: OfficialReader) => Promise<Result>,
): Promise<Result> {
  if (actor.kind !== 'official' || !district) throw new NotFound();
  try {
    return await read({
      district: district.id,
      inDistrict: district,
      official: actor.id,
      mayActIn: mayActIn(actor, district, rule),
      language,
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'FORBIDDEN') throw new Forbidden(error.message);
    if (error instanceof Refusal && error.code === 'NOT_FOUND') throw new NotFound(error.message);
    throw error;
  }
}

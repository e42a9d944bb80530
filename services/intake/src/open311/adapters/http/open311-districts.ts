import { Injectable } from '@nestjs/common';
import { BadInput, NotFound } from '@otklik/host';
import { Directory, type District } from '@otklik/tenancy';
import type { Form } from './open311-forms.js';

/** Which district is spoken with. */
@Injectable()
export class Open311Districts {
  constructor(private readonly directory: Directory) {}

  /** By `jurisdiction_id`, which may be left out where the installation has one district. Throws `BadInput`, `NotFound`. */
  of(form: Form): District {
    const districts = this.directory.districts();
    const code = form.one('jurisdiction_id');
    const [only, ...others] = districts;
    if (code === undefined && only && others.length === 0) return only;
    if (code === undefined) throw new BadInput('BAD_INPUT', 'jurisdiction_id', {}, 'jurisdiction_id was not provided.');
    const found = districts.find((district) => district.code === code);
    if (!found) throw new NotFound();
    return found;
  }
}

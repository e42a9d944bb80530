import { Injectable } from '@nestjs/common';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { Vault } from '@otklik/vault';
import { ConfirmedDatives } from '../store/confirmed-datives.js';

interface Sealed {
  readonly district: number;
  readonly address: string | null;
  readonly contact: string | null;
  readonly way: NoticeWay;
}

/** To whom a sheet to the applicant is addressed: a letter and the draft of one alike. */
@Injectable()
export class AddressApplicant {
  constructor(
    private readonly datives: ConfirmedDatives,
    private readonly vault: Vault,
  ) {}

  /** The dative of the name that a clerk confirmed; undefined where none did. */
  async confirmed(district: number, person: string, name: string | undefined): Promise<string | undefined> {
    return name === undefined ? undefined : this.datives.of(district, person, name);
  }

  /** By post where it is known, else where the letter goes. */
  async address({ district, address, contact, way }: Sealed): Promise<string | undefined> {
    const open = (sealed: string | null, field: string) =>
      sealed === null ? undefined : this.vault.open(district, sealed, { field });
    return (await open(address, 'address')) ?? (way === 'EMAIL' ? open(contact, 'contact') : undefined);
  }
}

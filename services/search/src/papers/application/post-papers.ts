import type { EnvelopesPaper, PostalParty, RegistryPaper } from '@otklik/documents';
import { localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';

/** A letter that waits to be posted, and whom it is for. */
export interface ToPost {
  readonly to: PostalParty;
  /** In the outgoing series. */
  readonly number?: string;
  /** At the post. */
  readonly track?: string;
}

interface Printed {
  readonly letters: readonly ToPost[];
  readonly district: District;
  readonly madeAt: string;
}

export function envelopesPaper({ letters, district, madeAt }: Printed, size: EnvelopesPaper['size']): EnvelopesPaper {
  return { layout: 'ENVELOPES', size, from: senderOf(district), envelopes: letters, madeAt };
}

/** Form 103; numbers and tracks that are not known yet are written by hand. */
export function registryPaper({ letters, district, madeAt }: Printed, sender: string): RegistryPaper {
  return {
    layout: 'REGISTRY',
    date: localDate(madeAt, district.zone),
    category: 'письмо заказное',
    from: senderOf(district),
    rows: letters,
    sender,
    madeAt,
  };
}

function senderOf({ name, public: { address } }: District): PostalParty {
  return { name, address: address ?? '' };
}

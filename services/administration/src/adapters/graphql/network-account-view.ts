import { AccountNetwork } from '@otklik/contracts/enumerations';
import type { NetworkAccount, NetworkCopied, NetworkKind } from '@otklik/contracts/generated/graphql';
import { definitionOf, listenerOf, open311Endpoint, type Copied } from '@otklik/networks';
import type { Language } from '@otklik/host';
import type { AccountOfDistrict } from '../../application/network-accounts-of-district.js';

export function networkKind(network: AccountNetwork, language: Language): NetworkKind {
  const { fields, here, there } = definitionOf(network);
  return {
    network,
    title: AccountNetwork.titles[network][language],
    fields: fields.map(({ name, title, hint, kind, isMade = false, isOptional = false, isList = false }) => ({
      name,
      title: title[language],
      hint: hint?.[language] ?? null,
      isSecret: kind === 'SECRET',
      isMade,
      isOptional,
      isList,
    })),
    here: here[language],
    there: there?.where[language] ?? null,
  };
}

interface Shown {
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: string;
  /** The district's code. */
  readonly district: string;
}

/** What of us is copied elsewhere. */
type Ours = Readonly<Record<Extract<Copied['value'], string>, string>>;

export function networkAccount(
  { id, data, formerUntil, addedAt, version }: AccountOfDistrict,
  { language, publicUrl, now, district }: Shown,
): NetworkAccount {
  const { network, title, enabled: isEnabled, settings, secretsSetAt } = data;
  const { there } = definitionOf(network);
  return {
    id,
    network,
    title,
    isEnabled,
    addedAt,
    version,
    settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    secrets: Object.entries(secretsSetAt).map(([name, setAt]) => {
      const until = formerUntil[name];
      return { name, setAt, formerUntil: until !== undefined && until > now ? until : null };
    }),
    toCopy: (there?.items ?? []).map((item) =>
      copied(
        item,
        { LISTENER: listenerOf(id, publicUrl), OPEN311: open311Endpoint(publicUrl), DISTRICT: district },
        language,
      ),
    ),
  };
}

function copied({ title, value }: Copied, ours: Ours, language: Language): NetworkCopied {
  if (typeof value === 'string') return { title: title[language], value: ours[value], secret: null };
  if ('text' in value) return { title: title[language], value: value.text, secret: null };
  return { title: title[language], value: null, secret: value.secret };
}

import type { Capabilities, Channel, Ref } from './network.js';

export type Network = 'VK' | 'OK' | 'MAX' | 'TELEGRAM' | 'INSTAGRAM';

/** Of what a district has an account. */
export type AccountNetwork = Network | 'EMAIL' | 'OPEN311' | 'OPEN311_BODY';

/** For a person who sets an account up. */
export interface Words {
  readonly ru: string;
  readonly en: string;
}

/** What an account needs to be known of it. */
export interface AccountField {
  readonly name: string;
  /** A secret is kept sealed and never shown again. */
  readonly kind: 'SETTING' | 'SECRET';
  readonly title: Words;
  /** Where the network shows it. */
  readonly hint?: Words;
  /** We make it ourselves: nobody types it. */
  readonly isMade?: boolean;
  readonly isOptional?: boolean;
  /** Several, apart by commas or spaces. */
  readonly isList?: boolean;
  /** Of the whole value, or of each in a list. */
  readonly pattern: RegExp;
}

/** What a person copies into the network's own pages. */
export interface Copied {
  readonly title: Words;
  readonly value: 'LISTENER' | 'OPEN311' | 'DISTRICT' | { readonly secret: string } | { readonly text: string };
}

/** What is known of an account, of a network or of a mailbox, before it is opened. */
export interface AccountDefinition {
  readonly fields: readonly AccountField[];
  /** The setting by which the network tells its accounts apart: the same twice would be heard twice. Absent: it never is. */
  readonly identity?: string;
  /** It is told apart within a district alone: another district may have the same. */
  readonly isOfDistrict?: boolean;
  /** The secret by which what it delivers is known. */
  readonly deliverySecret?: string;
  /** Where in the network the values of the fields are found. */
  readonly here: Words;
  /** Where in the network what we made is entered; absent where nothing is. */
  readonly there?: { readonly where: Words; readonly items: readonly Copied[] };
}

export interface Opening {
  readonly account: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Our address that the network delivers to. */
  readonly listener: string;
  /** Elsewhere than at the network: a simulator. */
  readonly api?: string;
  /** Dialogues that were heard of, for a network that lists none. */
  readonly dialogues?: () => readonly string[];
  readonly now: () => number;
}

export interface NetworkDefinition extends AccountDefinition {
  readonly capabilities: Capabilities;
  readonly identity: string;
  readonly deliverySecret: string;
  /** The hosts of its own site, where people read it. */
  readonly site: readonly string[];
  /** No account is opened unless the operator switches the network on. */
  readonly isOffByDefault?: boolean;
  open(opening: Opening): Channel;
  /** The dialogue with the author of a comment, where the network knows it by the person; if it lets us write, it says itself. */
  dialogueWith?(author: string): string | undefined;
  /** Where everybody can read a message, or its thread; nothing where the network has no such address. */
  link(ref: Ref, settings: Readonly<Record<string, string>>): string | undefined;
}

/** The values of a field that is a list. */
export function listed(value: string | undefined): readonly string[] {
  return (value ?? '').split(/[\s,]+/).filter((one) => one !== '');
}

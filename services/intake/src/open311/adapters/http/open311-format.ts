import { escapeXml } from '@otklik/kernel';

export type Format = 'json' | 'xml';

/** A value of a document; in XML null is omitted, and a list's items have the name of the list in the singular. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** The name of a document's root in XML; in JSON there is none. */
export interface Document {
  readonly root: string;
  readonly value: Value;
}

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

export function written({ root, value }: Document, format: Format): string {
  if (format === 'json') return JSON.stringify(value);
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Value): string {
  return `<${name}>${contentOf(name, value)}</${name}>`;
}

function contentOf(name: string, value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item: Value) => element(ITEMS[name] ?? 'item', item)).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([child, inner]) => element(child, inner as Value))
      .join('');
  return escapeXml(String(value));
}

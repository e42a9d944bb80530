/** What a container's manifest lists. */
export type Manifest = readonly { readonly name: string; readonly mediaType: string; readonly sha256: Uint8Array }[];

const ASIC = 'http://uri.etsi.org/02918/v1.2.1#';
const DIGEST = 'http://www.w3.org/2000/09/xmldsig#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** ASiCManifest (ETSI EN 319 162-1, annex A). */
export function manifestOf(parts: Manifest, signature: string): Uint8Array {
  const references = parts.map(
    ({ name, mediaType, sha256 }) => `  <asic:DataObjectReference URI="${name}" MimeType="${mediaType}">
    <ds:DigestMethod Algorithm="${SHA256}"/>
    <ds:DigestValue>${base64(sha256)}</ds:DigestValue>
  </asic:DataObjectReference>`,
  );
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<asic:ASiCManifest xmlns:asic="${ASIC}" xmlns:ds="${DIGEST}">
  <asic:SigReference URI="${signature}" MimeType="application/pkcs7-signature"/>
${references.join('\n')}
</asic:ASiCManifest>
`);
}

const REFERENCE =
  /<asic:DataObjectReference URI="([^"<>&]+)" MimeType="([^"<>&]+)">\s*<ds:DigestMethod Algorithm="([^"]+)"\/>\s*<ds:DigestValue>([A-Za-z0-9+/=]+)<\/ds:DigestValue>\s*<\/asic:DataObjectReference>/g;

/** As `manifestOf` writes it: it is signed, so that no other form has to be read. */
export function manifestIn(bytes: Uint8Array): Manifest {
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(REFERENCE)].map(([, name, mediaType, , digest]) => ({
    name: name!,
    mediaType: mediaType!,
    sha256: Uint8Array.from(atob(digest!), (letter) => letter.charCodeAt(0)),
  }));
}

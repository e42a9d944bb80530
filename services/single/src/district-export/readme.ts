/** Of an export: for a reader of the folder without this product. */
export function readme(district: string): string {
  return `# ${district}: all that Otklik holds of this district

Every line of a \`.jsonl\` file is one object of JSON (UTF-8).

| | |
|---|---|
| \`manifest.json\` | what belongs to the export, with SHA-256 of each file |
| \`schemas/<service>.json\` | JSON Schema of each event: \`data\` is the published form, \`stored\` the private one, \`personal\` its sealed fields |
| \`published/<service>.jsonl\` | the events as other programs receive them, in the order in which they were recorded |
| \`events/<service>.jsonl\` | the same events as they are stored, with those that are private to their service |
| \`tables/<schema>.<table>.jsonl\` | what else belongs to the district: numbers, codes (hashed), keys (wrapped), acknowledged commands |
| \`directory.jsonl\` | every version of the district's rules, departments and officials; no passwords |
| \`files.jsonl\`, \`files/<id>\` | residents' files, sealed: chunks of 262,144 bytes, each as nonce 12, tag 16, ciphertext |
| \`keys.sealed\` | the key of the district, sealed by the passphrase of the export (scrypt, AES-256-GCM; its parameters are in it) |

A personal text is \`sealed:1:<person>:<event>:<field>:<base64url(nonce 12 | tag 16 | ciphertext)>\`: AES-256-GCM under the key of the
person, with \`<district>|<person>|<event>|<field>\` as additional data. The keys of persons are in \`tables/vault.person_key.jsonl\`,
wrapped by the key of the district: AES-256-GCM in the same layout under HKDF-SHA256(key, no salt, "otklik person keys"), with
\`person-key|<district>|<person>\` as additional data. A person without a key was erased: nothing opens these texts.

\`npm run otklik -- import-district <this folder>\` brings the district into an installation that does not have it.
`;
}

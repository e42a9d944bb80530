import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const YEARS = { from: '20260101000000Z', until: '20460101000000Z' };
const OVER = { from: '20200101000000Z', until: '20210101000000Z' };
/** By `openssl ca`, which sets the days of a term in all versions. */
const CONFIGURATION = `[ca]
default_ca = it
[it]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
[person]
basicConstraints = critical,CA:FALSE
`;

/** An authority and persons with its certificates, who sign by OpenSSL as officials sign by their own program. */
export class OutsideSigner {
  private readonly folder = mkdtempSync(join(tmpdir(), 'otklik-signer-'));
  /** What `OTKLIK_SIGNATURE_AUTHORITIES` names. */
  readonly authorities = this.at('authorities');

  constructor() {
    mkdirSync(this.authorities);
    writeFileSync(this.at('index.txt'), '');
    writeFileSync(this.at('ca.cnf'), CONFIGURATION);
    this.certify('authority', 'УЦ района', ['-selfsign', '-keyfile', 'authority.key', '-extensions', 'authority']);
    copyFileSync(this.at('authority.pem'), join(this.authorities, 'authority.pem'));
  }

  /** With a certificate of the authority. */
  person(file: string, name: string, term = YEARS): this {
    const by = ['-cert', 'authority.pem', '-keyfile', 'authority.key', '-extensions', 'person'];
    return this.certify(file, name, by, term);
  }

  /** With a certificate whose term is over. */
  former(file: string, name: string): this {
    return this.person(file, name, OVER);
  }

  /** With a certificate that no authority issued. */
  stranger(file: string, name: string): this {
    return this.certify(file, name, ['-selfsign', '-keyfile', `${file}.key`, '-extensions', 'person']);
  }

  sign(file: string, bytes: Uint8Array, more: readonly string[] = []): Buffer {
    writeFileSync(this.at('letter'), bytes);
    const by = ['-signer', `${file}.pem`, '-inkey', `${file}.key`, '-outform', 'DER', '-out', 'sig'];
    this.openssl(['cms', '-sign', '-binary', '-md', 'sha256', '-in', 'letter', ...by, ...more]);
    return readFileSync(this.at('sig'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private certify(file: string, name: string, by: readonly string[], { from, until } = YEARS): this {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`, '-out', 'csr', '-utf8'];
    this.openssl(['req', '-new', ...key, '-subj', `/CN=${name}`]);
    const term = ['-startdate', from, '-enddate', until];
    this.openssl([
      'ca',
      '-batch',
      '-notext',
      '-utf8',
      '-config',
      'ca.cnf',
      '-in',
      'csr',
      '-out',
      `${file}.pem`,
      ...by,
      ...term,
    ]);
    return this;
  }

  private at(name: string): string {
    return join(this.folder, name);
  }

  private openssl(args: readonly string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe', cwd: this.folder });
  }
}

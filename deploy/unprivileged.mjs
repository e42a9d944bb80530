import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PlainError } from './bootstrap/plain-error.mjs';

/**
 * The command prefix for a server that refuses to run as root (PostgreSQL, Elasticsearch); empty for other users.
 *
 * Root enters a user namespace in which it is `daemon`: no chown is needed, and folders that only root may enter work. Where
 * the kernel or a container forbids that, setpriv switches to the real `daemon`, which must own the data and be able to
 * enter its folder.
 *
 * `owns`: what the server writes; the first is a folder, the rest may not exist yet. `reads`: its programs.
 */
export function unprivileged({ server, owns, reads }) {
  if (process.getuid?.() !== 0) return [];
  const id = (flag) => spawnSync('id', [flag, 'daemon'], { encoding: 'utf8' }).stdout.trim();
  const [uid, gid] = [id('-u'), id('-g')];
  const unshare = ['unshare', '-U', `--map-user=${uid}`, `--map-group=${gid}`];
  if (succeeds([...unshare, 'true'])) return unshare;
  const setpriv = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  giveTo(owns, Number(uid), Number(gid));
  if (!succeeds([...setpriv, 'test', '-x', owns[0]]) || !succeeds([...setpriv, 'test', '-r', reads]))
    throw new PlainError(
      `${server} may not run as root, and the user "daemon" may not enter ${owns[0]} or ${reads}: ` +
        'start as an ordinary user, or use folders that every user may enter.',
    );
  return setpriv;
}

function succeeds([command, ...args]) {
  return spawnSync(command, args).status === 0;
}

function giveTo([data, ...besides], uid, gid) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(dirname(data), 0o711);
  if (statSync(data).uid !== uid)
    for (const path of [data, ...readdirSync(data, { recursive: true })]) chownSync(resolve(data, path), uid, gid);
  for (const beside of besides) if (existsSync(beside)) chownSync(beside, uid, gid);
}

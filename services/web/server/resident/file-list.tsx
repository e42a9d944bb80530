import type { AttachedFile } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';
import { sizeWords } from './submission.js';

interface FileListProps {
  readonly files: readonly Pick<AttachedFile, 'id' | 'name' | 'type' | 'size'>[];
  readonly page: Pick<FollowPage, 'district' | 'speech'>;
}

/** Photos as thumbnails, other files by their names where they have one; each is opened or saved. */
export function FileList({ files, page: { district, speech } }: FileListProps) {
  const { say } = speech;
  return (
    <ul className="photos">
      {files.map(({ id, name: given, type, size }, at) => {
        const isPhoto = type.startsWith('image/');
        const name = isAbsent(given) ? say(isPhoto ? 'follow.photo' : 'follow.pdf', { n: at + 1 }) : given;
        const address = `/${district.code}/follow/files/${id}`;
        return (
          <li key={id}>
            {isPhoto && <img src={`${address}?size=thumb`} alt={name} width={64} height={48} loading="lazy" />}
            <p>
              {name}
              <br />
              <span className="muted">{sizeWords(size, speech)}</span>
            </p>
            <a href={address}>
              {say('follow.openFile')}
              <span className="unseen">{` ${name}`}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

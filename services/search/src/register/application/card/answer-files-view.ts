import type { AttachedFile } from '@otklik/contracts/generated/graphql';
import type { Opened, SealedRef } from './clear-texts.js';
import { namesOf } from './entry-view.js';
import type { FilesPart } from '@otklik/case/response';

/** The files of a draft or an answer, with their names where `opened` opens them. `district`: its code. */
export function answerFiles(
  district: string,
  { files = [], fileNames }: FilesPart,
  opened: Opened,
): readonly AttachedFile[] {
  const names = namesOf(files.length, opened(fileNames));
  return files.map(({ id, type, size }, at) => fileView(district, { id, type, size }, names[at] || null));
}

export function fileView(
  district: string,
  file: Pick<AttachedFile, 'id' | 'type' | 'size'>,
  name: string | null,
): AttachedFile {
  return { ...file, name, url: `/files/${district}/${file.id}` };
}

export function namesRef({ fileNames }: FilesPart): SealedRef {
  return { sealed: fileNames, field: 'fileNames' };
}

import { smaller } from './photos.js';
import { at, filled, sizeOf, type Words } from './page-words.js';

const MAX_FILES = 5;
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Longer names are broken in two on a narrow phone, and say nothing: «Фото 1», «PDF 2» replace them. */
const MAX_SHOWN_NAME = 18;

export interface FileList {
  readonly files: () => readonly File[];
  readonly set: (files: readonly File[]) => void;
}

/** The chosen files as rows with a button, photos made smaller and shown; the input holds the same files. */
export function fileList(changed: () => void): FileList {
  const words = at('add').dataset as Words;
  const input = at<HTMLInputElement>('files');
  let files: readonly File[] = [];
  input.className = 'unseen';

  const set = (chosen: readonly File[]): void => {
    files = chosen;
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    input.files = carrier.files;
    const list = at('photos');
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file, number) => row(file, number + 1)));
    const more = MAX_FILES - files.length;
    const add = at('add');
    add.hidden = more === 0;
    const text = files.length === 0 ? words['add']! : `${words['add']}, ${filled(words['more']!, { n: more })}`;
    add.querySelector('label')!.textContent = text;
  };
  const row = (file: File, n: number): HTMLElement => {
    const item = document.createElement('li');
    const isPhoto = file.type.startsWith('image/');
    if (isPhoto) {
      const picture = document.createElement('img');
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
      item.append(picture);
    }
    const text = document.createElement('p');
    const size = document.createElement('span');
    size.className = 'muted';
    size.textContent = sizeOf(file.size, words);
    const name = file.name.length > MAX_SHOWN_NAME ? filled(words[isPhoto ? 'photo' : 'pdf']!, { n }) : file.name;
    text.append(name, document.createElement('br'), size);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words['remove']!;
    button.setAttribute('aria-label', `${words['remove']} ${file.name}`);
    button.onclick = () => {
      set(files.filter((one) => one !== file));
      changed();
      input.focus();
    };
    item.append(text, button);
    return item;
  };
  /** Shown at once, beside the list: on a slow line the server's answer comes minutes later. */
  const fault = ({ name, size, type }: File): string => {
    if (size > MAX_FILE_BYTES) return filled(words['tooLarge']!, { name, size: sizeOf(size, words) });
    if (size === 0) return filled(words['empty']!, { name });
    // A phone may not know the type of a file: the server looks into it.
    return type === '' || input.accept.includes(type) ? '' : filled(words['type']!, { name });
  };
  input.onchange = async () => {
    const added = await Promise.all([...(input.files ?? [])].map(smaller));
    const news = added.filter(({ name, size }) => !files.some((one) => one.name === name && one.size === size));
    const faults = news.map(fault);
    const fitting = [...files, ...news.filter((_, place) => faults[place] === '')];
    if (fitting.length > MAX_FILES) faults.push(words['tooMany']!);
    at('files-status').textContent = faults.join(' ').trim();
    set(fitting.slice(0, MAX_FILES));
    changed();
  };
  // The button replaces the input from the beginning.
  set([]);
  return { files: () => files, set };
}

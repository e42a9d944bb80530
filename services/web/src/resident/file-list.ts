import { smaller } from './photos.js';
import { filled, sizeOf, type Words } from './page-words.js';

const MAX_FILES = 5;
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Longer ones are broken in two on a narrow phone, and tell nothing: «Фото 1» stands instead. */
const MAX_SHOWN_NAME = 18;

export interface FileList {
  readonly files: () => readonly File[];
  readonly set: (files: readonly File[]) => void;
}

/** The chosen files as rows with a picture and a button, photos made smaller; the input holds the same files. */
export function fileList(words: Words, changed: () => void, say: (text: string) => void): FileList {
  const at = <Found extends HTMLElement>(id: string) => document.getElementById(id) as Found;
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
    const picture = document.createElement(file.type.startsWith('image/') ? 'img' : 'span');
    if (picture instanceof HTMLImageElement) {
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
    }
    const text = document.createElement('p');
    const size = document.createElement('span');
    size.className = 'muted';
    size.textContent = sizeOf(file.size, words);
    const name = file.name.length > MAX_SHOWN_NAME ? filled(words['photo']!, { n }) : file.name;
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
    item.append(picture, text, button);
    return item;
  };
  input.onchange = async () => {
    const added = await Promise.all([...(input.files ?? [])].map(smaller));
    const news = added.filter(({ name, size }) => !files.some((one) => one.name === name && one.size === size));
    const large = news.find(({ size }) => size > MAX_FILE_BYTES);
    if (large) say(filled(words['tooLarge']!, { name: large.name, size: sizeOf(large.size, words) }));
    const fitting = [...files, ...news.filter(({ size }) => size <= MAX_FILE_BYTES)];
    if (fitting.length > MAX_FILES) say(words['tooMany']!);
    set(fitting.slice(0, MAX_FILES));
    changed();
  };
  return { files: () => files, set };
}

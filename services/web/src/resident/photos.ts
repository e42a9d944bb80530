const MAX_SIDE = 1600;
const GOAL_BYTES = 150_000;
const QUALITIES = [0.8, 0.65, 0.5, 0.4];
const SMALLER = 0.75;
const MIN_SIDE = 480;

/** The photo as a JPEG of about 150 kB; the original if the browser cannot decode it or re-encoding does not make it smaller. */
export async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type) || file.size <= GOAL_BYTES) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const blob = await fitted(bitmap);
    bitmap.close();
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    // The server says what is wrong with it.
    return file;
  }
}

async function fitted(bitmap: ImageBitmap): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  let side = Math.min(MAX_SIDE, Math.max(bitmap.width, bitmap.height));
  let blob: Blob | null = null;
  for (; side >= MIN_SIDE; side *= SMALLER) {
    const scale = side / Math.max(bitmap.width, bitmap.height);
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (blob && blob.size <= GOAL_BYTES) return blob;
    }
  }
  return blob ?? undefined;
}

/** The longest side of a photo that leaves the device, in pixels. */
const LONGEST = 2_048;
const QUALITY = 0.85;

/**
 * A photo as it leaves the device: drawn anew with its longest side at 2,048 px, so that place, camera and time that
 * the file carried are gone. `undefined` when the file is no picture that this browser reads.
 */
export const smallPicture = async (file: File): Promise<File | undefined> => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return blob === null ? undefined : new File([blob], 'photo.jpg', { type: 'image/jpeg' });
  } catch {
    return undefined;
  }
};

import css from './actor-map.module.css';

/** Hands something to the person as a file. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** A drawing as an image that the browser has read. The caller gives its address back. */
const imageOf = async (svg: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  return image;
};

/** Points of a bitmap for each unit of the drawing. */
const DENSITY = 2;

/** The drawing as PNG. @throws {Error} when the browser cannot make one of this size. */
export const bitmapOf = async (svg: string): Promise<Blob> => {
  const image = await imageOf(svg);
  try {
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * DENSITY;
    canvas.height = image.naturalHeight * DENSITY;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (made === null) throw new Error('no bitmap of this size');
    return made;
  } finally {
    URL.revokeObjectURL(image.src);
  }
};

/** Prints a sheet alone, without the page around it, on paper of its own size in millimetres. */
export const printSheet = async (svg: string, [width, height]: readonly [number, number]): Promise<void> => {
  const image = await imageOf(svg);
  image.alt = '';
  image.className = css['sheet'] ?? '';
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`);
  const clear = (): void => {
    image.remove();
    URL.revokeObjectURL(image.src);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
  };
  document.body.append(image);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  addEventListener('afterprint', clear, { once: true });
  print();
};

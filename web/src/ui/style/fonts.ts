import sansLatinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import sansLatin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import serifLatinExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?url';
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const FACES = [
  ['Source Sans 3 Variable', sansLatin, LATIN],
  ['Source Sans 3 Variable', sansLatinExt, LATIN_EXT],
  ['Source Serif 4 Variable', serifLatin, LATIN],
  ['Source Serif 4 Variable', serifLatinExt, LATIN_EXT],
] as const;

function savesData(): boolean {
  // Not in the DOM types: only some browsers have it, and then a device may ask to save data.
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

function declareFaces(): void {
  for (const [family, url, unicodeRange] of FACES) {
    // Declared, not loaded: the browser fetches a face when a character on the page needs it.
    document.fonts.add(
      new FontFace(family, `url(${url}) format("woff2")`, {
        weight: '200 900',
        unicodeRange,
        display: 'swap',
      }),
    );
  }
}

/** Declares the two typefaces once the first paint is done; never on a connection that saves data. */
export function loadFonts(): void {
  if (savesData() || !('fonts' in document)) return;
  requestAnimationFrame(() => setTimeout(declareFaces, 0));
}

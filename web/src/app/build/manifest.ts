import type { Plugin } from 'vite';

/** The words of the manifest in one language. */
interface ManifestWords {
  readonly description: string;
  readonly note: string;
  readonly noteShort: string;
}

const WORDS: Readonly<Record<'fr' | 'en', ManifestWords>> = {
  fr: {
    description: 'Où un partenariat multipartite se lance, se conçoit, se réalise et évolue.',
    note: 'Noter un échange',
    noteShort: 'Noter',
  },
  en: {
    description: 'Where a partnership of many sectors is launched, designed, carried out and changed.',
    note: 'Note a conversation',
    noteShort: 'Note',
  },
};

const png = (size: number, purpose: string, name = `ring-${size}`) => ({
  src: `/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/**
 * The manifest in one language. All name the same app, so that a change of language renames what is on the home screen
 * and adds nothing. From there straight to a note; what another app shares comes along as its first words, photos and
 * sounds, taken by `share-target.ts`.
 */
export const manifestIn = (language: 'fr' | 'en') => ({
  id: '/',
  lang: language,
  name: 'Tablée',
  short_name: 'Tablée',
  description: WORDS[language].description,
  start_url: '/',
  display: 'standalone' as const,
  background_color: '#FAF8F3',
  theme_color: '#FAF8F3',
  shortcuts: [
    {
      name: WORDS[language].note,
      short_name: WORDS[language].noteShort,
      url: '/note',
      icons: [{ src: '/ring-192.png', sizes: '192x192', type: 'image/png' }],
    },
  ],
  share_target: {
    action: '/note',
    method: 'POST' as const,
    enctype: 'multipart/form-data' as const,
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [{ name: 'files', accept: ['image/*', 'audio/*'] }],
    },
  },
  icons: [
    { src: '/ring.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    png(192, 'any'),
    png(512, 'any'),
    png(512, 'maskable', 'ring-maskable-512'),
  ],
});

/** Puts the manifest of the other language beside the one that the page names first; `locale.ts` changes between them. */
export const otherManifest = (): Plugin => ({
  name: 'tablee-other-manifest',
  apply: 'build',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'manifest.en.webmanifest',
      source: JSON.stringify(manifestIn('en')),
    });
  },
});

import { join } from 'node:path';
import { defineConfig, type Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { cataloguePlugin } from './src/locale/build/plugin.ts';

const API = 'http://127.0.0.1:3000';

/** Addresses that the server answers itself: the service worker and the development server leave them alone. */
const SERVER_PATHS = [
  '/api',
  '/r/',
  '/c/',
  '/public',
  '/join',
  '/sign-in/',
  '/set-up/',
  '/door.css',
  '/healthz',
];

const PAGE = join(import.meta.dirname, 'index.html');

/** A module with everything that it imports, near and far, lazy imports left aside. */
const closureOf = (root: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> => {
  const found = new Set([root]);
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
};

/**
 * The code of a first visit in two files: each file costs a slow line more than its bytes. `start` holds what the
 * app opens with, `space` what every partnership needs beyond it; rooms stay files of their own.
 */
let opening: ReadonlySet<string> | undefined;
const FIRST_FILES = [
  {
    debugName: 'start',
    tags: ['$initial' as const],
    priority: 2,
    name: (id: string, graph: Rolldown.ChunkingContext) => {
      opening ??= closureOf(PAGE, graph);
      return opening.has(id) ? 'start' : null;
    },
  },
  { name: 'space', tags: ['$initial' as const], priority: 1 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cataloguePlugin(),
    VitePWA({
      registerType: 'prompt',
      // The app registers the worker itself: an inline script would break the content security policy.
      injectRegister: false,
      includeAssets: ['ring.svg'],
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: SERVER_PATHS.map((path) => new RegExp(`^${path}`)),
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            // Fonts are not in the shell, because a Save-Data connection never asks for them.
            urlPattern: /\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 12 } },
          },
        ],
      },
      manifest: {
        name: 'Tablée',
        short_name: 'Tablée',
        description: 'Où un partenariat multipartite se lance, se conçoit, se réalise et évolue.',
        start_url: '/',
        display: 'standalone',
        background_color: '#FAF8F3',
        theme_color: '#FAF8F3',
        icons: [
          { src: '/ring.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/ring-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/ring-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/ring-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The oldest browsers of the last 30 months; they all know light-dark() and cascade layers.
    target: ['chrome123', 'firefox124', 'safari17.5'],
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: PAGE,
        // Entries beside the page itself, so that what the first page of a partnership needs is known as one whole.
        space: join(import.meta.dirname, 'src/app/space-page.tsx'),
        today: join(import.meta.dirname, 'src/room/today/today-page.tsx'),
      },
      output: { codeSplitting: { groups: FIRST_FILES } },
    },
  },
  server: { proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, API])) },
});
